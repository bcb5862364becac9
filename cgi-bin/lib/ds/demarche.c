/* demarche.c - a démarche in force. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "db/rows.h"
#include "ds/demarche.h"
#include "gen/constants.h"
#include "gen/queries/ds.h"

/* The lines of s, in the pool: NULL is no option, "" is one that is empty. */
static void
split_options(struct pool *pool, struct champ *c, const struct value *v)
{
	char *s, *line;
	size_t n = 1;

	if (v->type == VALUE_NULL)
		return;
	s = pool_strndup(pool, v->s, v->n);
	for (const char *p = s; *p != '\0'; p++)
		n += *p == '\n';
	c->option = pool_take(pool, n * sizeof(*c->option));
	while ((line = strsep(&s, "\n")) != NULL)
		c->option[c->noptions++] = line;
}

static const char *
demarche_text(const struct value *v)
{
	return v->type == VALUE_NULL ? NULL : v->s;
}

static enum rc
demarche_read_champs(struct db *db, struct pool *pool, struct demarche *d)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, CHAMPS_OF_IN_REVISION, (long long)d->revision);
	if ((rc = query_run(db, pool, Q_CHAMPS_OF, args, &res)) != RC_OK)
		return rc;
	d->champ = pool_take(pool, (res.rows + 1) * sizeof(*d->champ));
	for (d->n = 0; d->n < res.rows; d->n++) {
		const struct champs_of_row *row = champs_of_row(&res, d->n);
		struct champ *c = &d->champ[d->n];

		*c = (struct champ){
			.id = (unsigned long long)rows_int(&row->id, 0),
			.block = (unsigned long long)rows_int(&row->block, 0),
			.private = rows_int(&row->private, 0) != 0,
			.type = row->type.s,
			.kind = champ_kind(row->type.s),
			.label = row->label.s,
			.description = demarche_text(&row->description),
			.required = rows_int(&row->required, 0) != 0,
			.level = (int)rows_int(&row->level, 0),
			.other = rows_int(&row->other, 0) != 0,
			.visible_if = demarche_text(&row->visible_if)
		};
		split_options(pool, c, &row->options);
	}
	return RC_OK;
}

static enum rc
demarche_read_sources(struct db *db, struct pool *pool, struct demarche *d)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, SOURCES_OF_IN_DEMARCHE, d->number);
	if ((rc = query_run(db, pool, Q_SOURCES_OF, args, &res)) != RC_OK)
		return rc;
	d->source = pool_take(pool, (res.rows + 1) * sizeof(*d->source));
	for (d->nsources = 0; d->nsources < res.rows; d->nsources++) {
		const struct sources_of_row *row = sources_of_row(&res,
		    d->nsources);

		d->source[d->nsources] = (struct source){
			(unsigned long long)rows_int(&row->id, 0),
			(unsigned long long)rows_int(&row->block, 0),
			row->source.s, row->only_if.s,
			strcmp(row->state.s, SOURCE_STATE_CONFIRMED) == 0,
			row->label.s, NULL
		};
	}
	return RC_OK;
}

enum rc
demarche_load(struct db *db, struct pool *pool, unsigned number,
    struct demarche **to)
{
	struct demarche *d = *to = pool_take(pool, sizeof(*d));
	const struct arg *args = NULL;
	const struct demarche_by_number_row *row;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, DEMARCHE_BY_NUMBER_IN_NUMBER, number);
	rc = query_run(db, pool, Q_DEMARCHE_BY_NUMBER, args, &res);
	if (rc == RC_OK && res.rows == 0)
		rc = RC_NOT_FOUND;
	if (rc != RC_OK)
		return rc;
	row = demarche_by_number_row(&res, 0);
	*d = (struct demarche){ .number = number,
		.slug = demarche_text(&row->slug),
		.title = row->title.s,
		.description = demarche_text(&row->description),
		.state = row->state.s,
		.closes_on = demarche_text(&row->closes_on),
		.individual = (int)rows_int(&row->individual, -1),
		.revision = (unsigned long long)rows_int(&row->revision_id,
		    0) };
	rc = demarche_read_champs(db, pool, d);
	return rc == RC_OK ? demarche_read_sources(db, pool, d) : rc;
}

enum rc
demarche_unknown(unsigned number)
{
	log_msg(_("démarche %u was never imported: guichet import demarche %u"),
	    number, number);
	return RC_BAD_PARAM;
}

const struct champ *
demarche_champ(const struct demarche *d, unsigned long long id,
    unsigned long long block)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->champ[i].id == id && d->champ[i].block == block)
			return &d->champ[i];
	return NULL;
}

bool
demarche_has_source(const struct demarche *d, const struct champ *c)
{
	for (size_t i = 0; i < d->nsources; i++)
		if (d->source[i].id == c->id && d->source[i].block == c->block)
			return true;
	return false;
}

bool
demarche_is_open(const struct demarche *d, const char *today)
{
	return (strcmp(d->state, DEMARCHE_STATE_OPEN) == 0 ||
		   strcmp(d->state, DEMARCHE_STATE_TEST) == 0) &&
	    (d->closes_on == NULL || strcmp(d->closes_on, today) >= 0);
}

bool
demarche_is_slug(const char *s)
{
	size_t n = strlen(s);

	return n > 0 && n <= 200 &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-_") == n;
}

char *
demarche_slug(struct pool *pool, const char *url)
{
	size_t n = strcspn(url, "?#");
	char *s = pool_strndup(pool, url, n), *last;

	while (n > 0 && s[n - 1] == '/')
		s[--n] = '\0';
	if ((last = strrchr(s, '/')) == NULL || !str_url_decode(++last))
		return NULL;
	for (char *p = last; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return demarche_is_slug(last) ? last : NULL;
}
