/* feed_settings.c - what an administrator says of feeds. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/harvest.h"
#include "harvest/feed_settings.h"
#include "table/csv_table.h"

/* The timer's job ends after two hours. */
enum {
	MAX_ADDRESS = 700,
	MAX_HOURS = 24 * 31,
	MAX_MINUTES = 100,
	MAX_GRACE = 365
};

/* ---- what each field takes ---- */

/* A page of the web, or a path of this machine. */
static bool
is_address(const char *s)
{
	return strlen(s) <= MAX_ADDRESS &&
	    (strncmp(s, "https://", 8) == 0 || strncmp(s, "http://", 7) == 0 ||
		*s == '/') &&
	    strpbrk(s, " \"<>\\") == NULL;
}

static bool
is_web(const char *s)
{
	return *s == '\0' || (is_address(s) && *s != '/');
}

static bool
is_path(const char *s)
{
	return *s == '\0' || (*s == '/' && strlen(s) <= 255);
}

static bool
is_licence(const char *s)
{
	return strlen(s) <= 64;
}

/* It is shown on a line of its own, and in a table. */
static bool
is_line(const char *s)
{
	return strlen(s) <= 255;
}

/* A number that a person types: digits, and not too many. */
static bool
is_within(const char *s, unsigned long most)
{
	return *s != '\0' && strlen(s) <= 4 &&
	    strspn(s, "0123456789") == strlen(s) &&
	    strtoul(s, NULL, 10) <= most;
}

static bool
is_hours(const char *s)
{
	return is_within(s, MAX_HOURS) && strtoul(s, NULL, 10) > 0;
}

static bool
is_minutes(const char *s)
{
	return is_within(s, MAX_MINUTES) && strtoul(s, NULL, 10) > 0;
}

static bool
is_grace(const char *s)
{
	return is_within(s, MAX_GRACE);
}

static bool
is_news(const char *s)
{
	return str_has_word(AID_STATUS_PUBLISHED " " AID_STATUS_REVIEWABLE
						 " " AID_STATUS_DRAFT,
	    s);
}

static bool
is_yes(const char *s)
{
	return str_has_word("0 1", s);
}

static const struct {
	const char *name, *usual, *help;
	bool (*takes)(const char *);
} fields[FEED_FIELDS] = {
	[FEED_ADDRESS] = { "address", "",
	    N_("an address of the web, or the path of a file or folder"),
	    is_address },
	[FEED_LICENCE] = { "licence", "",
	    N_("the licence of aids that say none"), is_licence },
	[FEED_CONTACT] = { "contact", "", N_("who answers for the feed"),
	    is_line },
	[FEED_KEY_FILE] = { "key_file", "",
	    N_("a file of headers, \"Name: value\", one a line, sent with "
	       "each request"),
	    is_path },
	[FEED_TOKEN_ADDRESS] = { "token_address", "",
	    N_("the address that gives a token for these headers"), is_web },
	[FEED_HOURS] = { "hours", "24", N_("hours from one run to the next"),
	    is_hours },
	[FEED_MINUTES] = { "minutes", "20",
	    N_("minutes that getting it may take, 100 at most"), is_minutes },
	[FEED_NEWS] = { "news", AID_STATUS_PUBLISHED,
	    N_("what new aids become: published, reviewable or draft"),
	    is_news },
	[FEED_GRACE] = { "grace", "7",
	    N_("days that an aid stays once the feed lacks it"), is_grace },
	[FEED_PRIVATE] = { "private", "0",
	    N_("1 when the feed is on a private network, else 0"), is_yes },
	[FEED_PAUSED] = { "paused", "0",
	    N_("1 while the feed is not to be asked, else 0"), is_yes },
};

/* Where each field is in a row that is read, and in one that is written. */
static const size_t columns[FEED_FIELDS] = {
	[FEED_ADDRESS] = COLUMN(feed_rows, address),
	[FEED_LICENCE] = COLUMN(feed_rows, licence),
	[FEED_CONTACT] = COLUMN(feed_rows, contact),
	[FEED_KEY_FILE] = COLUMN(feed_rows, key_file),
	[FEED_TOKEN_ADDRESS] = COLUMN(feed_rows, token_address),
	[FEED_HOURS] = COLUMN(feed_rows, hours),
	[FEED_MINUTES] = COLUMN(feed_rows, minutes),
	[FEED_NEWS] = COLUMN(feed_rows, news),
	[FEED_GRACE] = COLUMN(feed_rows, grace),
	[FEED_PRIVATE] = COLUMN(feed_rows, is_private),
	[FEED_PAUSED] = COLUMN(feed_rows, is_paused),
};
static const enum query_arg args_of[FEED_FIELDS] = {
	[FEED_ADDRESS] = FEED_PUT_IN_ADDRESS,
	[FEED_LICENCE] = FEED_PUT_IN_LICENCE,
	[FEED_CONTACT] = FEED_PUT_IN_CONTACT,
	[FEED_KEY_FILE] = FEED_PUT_IN_KEY_FILE,
	[FEED_TOKEN_ADDRESS] = FEED_PUT_IN_TOKEN_ADDRESS,
	[FEED_HOURS] = FEED_PUT_IN_HOURS,
	[FEED_MINUTES] = FEED_PUT_IN_MINUTES,
	[FEED_NEWS] = FEED_PUT_IN_NEWS,
	[FEED_GRACE] = FEED_PUT_IN_GRACE,
	[FEED_PRIVATE] = FEED_PUT_IN_IS_PRIVATE,
	[FEED_PAUSED] = FEED_PUT_IN_IS_PAUSED,
};

const char *
feed_field_name(enum feed_field f)
{
	return fields[f].name;
}

const char *
feed_field_help(enum feed_field f)
{
	return gettext(fields[f].help);
}

/* ---- a feed ---- */

bool
feed_settings_is_name(const char *s)
{
	if (*s != '\0' && strlen(s) <= 64 &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(s))
		return true;
	log_msg(_("\"%s\" is no name of a source: a-z, 0-9 and -, 64 at most"),
	    s);
	return false;
}

void
feed_settings_new(struct feed_settings *s, const char *name,
    const char *address)
{
	*s = (struct feed_settings){ .name = name };
	for (int f = 0; f < FEED_FIELDS; f++)
		s->field[f] = fields[f].usual;
	s->field[FEED_ADDRESS] = address;
}

/* Whether the address has a name or a password before its host: it is kept in
 * the base, and shown. */
static bool
has_password(const char *s)
{
	const char *host = strstr(s, "://");

	return host != NULL &&
	    memchr(host + 3, '@', strcspn(host + 3, "/?#")) != NULL;
}

/* What is refused is not told again: it may be in a journal by then. */
static void
say_password(const char *name)
{
	log_msg(_("\"%s\" holds a password, which would be kept in the base "
		  "and shown: write \"Authorization: Basic ...\" in a file, "
		  "with what printf NAME:PASSWORD | base64 says, and give "
		  "key_file=FILE"),
	    name);
}

bool
feed_settings_set(struct feed_settings *s, const char *name, const char *value)
{
	for (int f = 0; f < FEED_FIELDS; f++) {
		if (strcmp(fields[f].name, name) != 0)
			continue;
		if (has_password(value)) {
			say_password(name);
			return false;
		}
		if (fields[f].takes(value)) {
			s->field[f] = value;
			return true;
		}
		log_msg(_("\"%s\" cannot be \"%s\": it is %s"), name, value,
		    gettext(fields[f].help));
		return false;
	}
	log_msg(_("a feed has no \"%s\"; it has:"), name);
	for (int f = 0; f < FEED_FIELDS; f++)
		say("  %s: %s", fields[f].name, gettext(fields[f].help));
	return false;
}

unsigned
feed_settings_number(const struct feed_settings *s, enum feed_field f)
{
	return (unsigned)strtoul(s->field[f], NULL, 10);
}

bool
feed_settings_is_path(const struct feed_settings *s)
{
	return s->field[FEED_ADDRESS][0] == '/';
}

enum rc
feed_settings_read(struct db *db, struct pool *pool, const char *name,
    struct feed_settings **all, unsigned *n)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (name != NULL)
		arg_text(pool, &args, ARG_NAME, name);
	if ((rc = query_run(db, pool, Q_FEED_ROWS, args, &res)) != RC_OK)
		return rc;
	*n = res.rows;
	*all = pool_take(pool, (res.rows + 1) * sizeof(**all));
	for (unsigned r = 0; r < res.rows; r++) {
		const struct feed_rows_row *row = feed_rows_row(&res, r);
		struct feed_settings *s = &(*all)[r];

		*s = (struct feed_settings){ .name = row->name.s,
			.is_paused = rows_int(&row->is_paused, 0) != 0,
			.is_old = rows_int(&row->is_old, 0) != 0,
			.etag = rows_text(pool, &row->etag),
			.modified = rows_text(pool, &row->modified),
			.digest = rows_text(pool, &row->digest),
			.cursor = rows_text(pool, &row->cursor_at),
			.importer = rows_text(pool, &row->importer) };
		for (int f = 0; f < FEED_FIELDS; f++) {
			const char *text = rows_text(pool,
			    &res.row[r][columns[f]]);

			s->field[f] = text != NULL ? text : "";
		}
	}
	if (name == NULL || res.rows > 0)
		return RC_OK;
	log_msg(_("no feed is called \"%s\": see guichet feed list"), name);
	return RC_NOT_FOUND;
}

enum rc
feed_settings_put(struct db *db, struct pool *pool,
    const struct feed_settings *s)
{
	const struct arg *args = NULL;
	struct result res;

	arg_text(pool, &args, ARG_NAME, s->name);
	for (int f = 0; f < FEED_FIELDS; f++)
		arg_text(pool, &args, args_of[f],
		    *s->field[f] != '\0' ? s->field[f] : NULL);
	return query_run(db, pool, Q_FEED_PUT, args, &res);
}

/* ---- as a table ---- */

/* The table has the name of the feed before its fields. */
static void
column_names(const char *names[FEED_FIELDS + 2])
{
	names[0] = "name";
	for (int f = 0; f < FEED_FIELDS; f++)
		names[f + 1] = fields[f].name;
	names[FEED_FIELDS + 1] = NULL;
}

enum rc
feed_settings_export(struct db *db, FILE *f)
{
	const char *names[FEED_FIELDS + 2];
	struct pool *pool = pool_new();
	struct feed_settings *all;
	unsigned n;
	enum rc rc = feed_settings_read(db, pool, NULL, &all, &n);

	column_names(names);
	if (rc == RC_OK)
		csv_table_begin(f, names, FEED_FIELDS + 1);
	for (unsigned i = 0; rc == RC_OK && i < n; i++) {
		names[0] = all[i].name;
		memcpy(names + 1, all[i].field, sizeof(all[i].field));
		csv_table_write(f, names, FEED_FIELDS + 1);
	}
	pool_free(pool);
	return rc == RC_OK && fflush(f) != 0 ? RC_FAIL : rc;
}

/* A table that is read in one transaction: a line at fault undoes all. */
struct table {
	struct db *db;
	struct pool *pool;
	unsigned n;
};

/* An empty cell is what is usual, but for the address. */
static enum rc
take_line(void *arg, char **field, unsigned long line)
{
	struct table *t = arg;
	struct feed_settings s;

	feed_settings_new(&s, field[0], "");
	for (int f = 0; f < FEED_FIELDS; f++)
		if ((*field[f + 1] != '\0' || f == FEED_ADDRESS) &&
		    !feed_settings_set(&s, fields[f].name, field[f + 1])) {
			log_msg(_("line %lu: this feed is wrong"), line);
			return RC_BAD_PARAM;
		}
	if (!feed_settings_is_name(s.name)) {
		log_msg(_("line %lu: this feed is wrong"), line);
		return RC_BAD_PARAM;
	}
	t->n++;
	return feed_settings_put(t->db, t->pool, &s);
}

enum rc
feed_settings_import(struct db *db, struct csv_source *in, unsigned *n)
{
	const char *names[FEED_FIELDS + 2];
	struct table t = { .db = db, .pool = pool_new() };
	enum rc rc = db_begin(db);

	column_names(names);
	if (rc == RC_OK)
		rc = csv_table_read(in, names, take_line, &t);
	if (rc == RC_OK)
		rc = db_commit(db);
	else
		db_rollback(db);
	pool_free(t.pool);
	*n = t.n;
	return rc;
}
