/* cmd_deposit.c - commands: links by which backers deposit files. */

#include <stdlib.h>
#include <string.h>

#include "admin/cmd_harvester.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "deposit/deposit_run.h"
#include "gen/constants.h"
#include "gen/queries/deposit.h"
#include "harvest/feed_settings.h"
#include "text/day.h"

/*
 * A link is the right to propose aids of one source, for some months, of who
 * holds its address: no account, no password to forget, and nothing to be
 * managed here but its end.  What it may do is bounded on the other side: the
 * program stores a file, the job reads it, and a person says yes to what it
 * would do (deposit_page.h, deposit_check.h).
 */

/* Days that a link opens, unless it is said, and at most. */
enum {
	OPEN_DAYS = 90,
	OPEN_DAYS_MAX = 1100,
	MAX_CONTACT = 255,
	MAX_LICENCE = 64
};

/* What is said of a link beside whose it is: as of a feed, and for how long. */
struct link_fields {
	const char *news, *licence;
	long days;
};

/* What new aids may become: the words of feeds. */
static bool
is_news(const char *s)
{
	return strcmp(s, AID_STATUS_PUBLISHED) == 0 ||
	    strcmp(s, AID_STATUS_REVIEWABLE) == 0 ||
	    strcmp(s, AID_STATUS_DRAFT) == 0;
}

/* Reads an operand FIELD=VALUE; false, logged with all that there are, for they
 * are few. */
static bool
read_field(const char *s, struct link_fields *f)
{
	char *end = NULL;

	if (strncmp(s, "days=", 5) == 0) {
		f->days = strtol(s + 5, &end, 10);
		if (s[5] != '\0' && *end == '\0' && f->days >= 1 &&
		    f->days <= OPEN_DAYS_MAX)
			return true;
	} else if (strncmp(s, "news=", 5) == 0 && is_news(s + 5)) {
		f->news = s + 5;
		return true;
	} else if (strncmp(s, "licence=", 8) == 0 &&
	    strlen(s + 8) <= MAX_LICENCE) {
		f->licence = s + 8;
		return true;
	}
	log_msg(_("\"%s\" is none of: days=NUMBER (1 to %d), news=published, "
		  "news=reviewable, news=draft, licence=NAME"),
	    s, OPEN_DAYS_MAX);
	return false;
}

/* What the feed of that name says, when there is one, holds for a link, too. */
static enum rc
read_feed(struct cmd *o, struct pool *pool, const char *source,
    struct link_fields *f)
{
	struct feed_settings *s;
	unsigned n;
	enum rc rc = feed_settings_read(o->db, pool, NULL, &s, &n);

	for (unsigned i = 0; rc == RC_OK && i < n; i++)
		if (strcmp(s[i].name, source) == 0) {
			f->news = s[i].field[FEED_NEWS];
			f->licence = s[i].field[FEED_LICENCE];
		}
	return rc;
}

/* The word is told here and nowhere else; the base has its digest.  In the
 * address it follows "~", which logs leave out. */
static enum rc
add_link(struct cmd *o, struct pool *pool, const char *source,
    const char *contact, const struct link_fields *f)
{
	char word[CMD_WORD + 1], digest[DIGEST_HEX + 1], today[11], end[11];
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = cmd_make_word(word, digest) ? RC_OK : RC_FAIL;

	day_write(day_today(today) + f->days, end);
	arg_text(pool, &args, ARG_WORD, digest);
	arg_text(pool, &args, ARG_SOURCE, source);
	arg_text(pool, &args, ARG_CONTACT, contact);
	arg_text(pool, &args, ARG_NEWS, f->news);
	arg_text(pool, &args, ARG_LICENCE,
	    *f->licence != '\0' ? f->licence : NULL);
	arg_text(pool, &args, ARG_TODAY, today);
	arg_text(pool, &args, ARG_ENDS_ON, end);
	if (rc == RC_OK)
		rc = query_run(o->db, pool, Q_DEPOSIT_LINK_ADD, args, &res);
	if (rc != RC_OK)
		return rc;
	say("%s/depot~%s/", o->conf.base_url, word);
	say(_("link %llu, for %s, until %s: who has this address may propose "
	      "aids of \"%s\"; it is told once"),
	    res.last_id, contact, end, source);
	return RC_OK;
}

/* guichet deposit add SOURCE CONTACT [FIELD=VALUE...]: whom it is given to is
 * shown on its page, and to the administrator; it is no account. */
enum rc
cmd_deposit_add(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct link_fields f = { AID_STATUS_PUBLISHED, "", OPEN_DAYS };
	enum rc rc = feed_settings_is_name(argv[0]) ? RC_OK : RC_BAD_PARAM;

	if (rc == RC_OK)
		rc = read_feed(o, pool, argv[0], &f);
	for (int i = 2; rc == RC_OK && i < argc; i++)
		rc = read_field(argv[i], &f) ? RC_OK : RC_BAD_PARAM;
	if (rc == RC_OK && strlen(argv[1]) > MAX_CONTACT) {
		log_msg(_("\"%s\" has over %d bytes"), argv[1], MAX_CONTACT);
		rc = RC_BAD_PARAM;
	}
	if (rc == RC_OK)
		rc = add_link(o, pool, argv[0], argv[1], &f);
	pool_free(pool);
	return rc;
}

/* What became of a file, in words. */
static const char *
state_of(const char *state)
{
	static const struct {
		const char *state, *words;
	} all[] = {
		{ DEPOSIT_STATE_SENT, N_("waits to be checked") },
		{ DEPOSIT_STATE_CHECKED, N_("waits for an answer") },
		{ DEPOSIT_STATE_SAME, N_("changes nothing") },
		{ DEPOSIT_STATE_REFUSED, N_("is refused") },
		{ DEPOSIT_STATE_TAKEN, N_("is taken") },
		{ DEPOSIT_STATE_DROPPED, N_("is given up") },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].state, state) == 0)
			return gettext(all[i].words);
	return state;
}

/* A line a link, and one for its last file. */
static void
say_link(const struct deposit_links_row *r, const char *today)
{
	say(_("%lld  %s  %s  until %s%s  new aids: %s"), rows_int(&r->id, 0),
	    r->source.s, r->contact.s, r->ends_on.s,
	    strcmp(r->ends_on.s, today) < 0 ? _(" (over)") : "", r->news.s);
	if (r->state.type != VALUE_TEXT)
		return;
	say(_("    file %lld, %s, \"%s\": %s; added: %lld, changed: %lld, "
	      "withdrawn: %lld, not understood: %lld"),
	    rows_int(&r->deposit, 0), r->sent_at.s, r->name.s,
	    state_of(r->state.s), rows_int(&r->added, 0),
	    rows_int(&r->changed, 0), rows_int(&r->withdrawn, 0),
	    rows_int(&r->faults, 0));
	if (rows_int(&r->absent, 0) > rows_int(&r->withdrawn, 0))
		say(_("    it lacks %lld aids, over a tenth, which stay: once "
		      "you have looked, guichet deposit take --force %lld "
		      "withdraws them"),
		    rows_int(&r->absent, 0), rows_int(&r->deposit, 0));
}

/* guichet deposit list: what is left to do for a person is said beside it. */
enum rc
cmd_deposit_list(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct result res;
	char today[11];
	enum rc rc = query_run(o->db, pool, Q_DEPOSIT_LINKS, NULL, &res);

	(void)argc;
	(void)argv;
	day_today(today);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		say_link(deposit_links_row(&res, i), today);
	if (rc == RC_OK && res.rows == 0)
		say(_("no link yet: guichet deposit add SOURCE CONTACT"));
	pool_free(pool);
	return rc;
}

/* The number that an operand is; 0, logged, when it is none.  Of links and of
 * files there are two kinds, and each command says which it takes. */
static long long
number_of(const char *s)
{
	if (*s != '\0' && strlen(s) < 10 &&
	    strspn(s, "0123456789") == strlen(s))
		return atoll(s);
	log_msg(_("\"%s\" is no number: guichet deposit list has them"), s);
	return 0;
}

/* guichet deposit remove NUMBER: its address then opens nothing.  Who was sent
 * it by mistake, or is no longer there, must not be told for how long yet. */
enum rc
cmd_deposit_remove(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	long long id = number_of(argv[0]);
	enum rc rc = id > 0 ? RC_OK : RC_BAD_PARAM;

	(void)argc;
	arg_int(pool, &args, ARG_ID, id);
	if (rc == RC_OK)
		rc = query_run(o->db, pool, Q_DEPOSIT_LINK_REMOVE, args, &res);
	if (rc == RC_OK && res.affected == 0) {
		log_msg(_("no link has the number %lld"), id);
		rc = RC_NOT_FOUND;
	}
	if (rc == RC_OK)
		say(_("link %lld opens nothing any more, and its files are "
		      "gone; what was taken of them stays"),
		    id);
	pool_free(pool);
	return rc;
}

/* What it says is for the page, which is French: so are its reasons. */
static enum rc
run(struct cmd *o, long long id)
{
	struct cmd_harvester x;
	enum rc rc;

	setenv("LANGUAGE", "fr", 1);
	rc = cmd_harvester_open(o, &x) ? RC_OK : RC_FAIL;
	if (rc == RC_OK)
		rc = id > 0 ? deposit_run_one(&x.h, id) : deposit_run(&x.h);
	if (rc == RC_OK && x.h.written > 0)
		rc = cmd_harvester_finish(&x);
	cmd_harvester_close(&x);
	return rc;
}

/* guichet deposit run: run by a timer, each minute.  Two at once do no harm:
 * deposit_check.h. */
enum rc
cmd_deposit_run(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	o->options.force = false;
	return run(o, 0);
}

/* guichet deposit take --force NUMBER: what a file lacks is withdrawn, by the
 * account of the job, which may write aids. */
enum rc
cmd_deposit_take(struct cmd *o, int argc, char **argv)
{
	long long id = number_of(argv[0]);

	(void)argc;
	if (id > 0 && !o->options.force)
		log_msg(_("what it took stays: --force withdraws the aids that "
			  "it lacks"));
	return id > 0 && o->options.force ? run(o, id) : RC_BAD_PARAM;
}
