/* deposit_states.c - what an import does to the aids of a source. */

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/log.h"
#include "db/query.h"
#include "db/rows.h"
#include "deposit/deposit_states.h"
#include "gen/queries/deposit.h"

/* What is told: aids, and changes of them. */
enum { MAX_AIDS = 2000, MAX_CHANGES = 6000 };

/* An aid as it stood: its columns, NULL for NULL. */
struct state {
	bool is_gone;
	const char **column;
};

struct deposit_states {
	const char *source;
	struct pool *pool; /* of the states */
	struct intern *ids;
	struct state *state; /* by the number of its id */
	size_t n, size;
};

/* What goes through the rows of a source: for one aid, which is in a row of the
 * result that lasts until it returns. */
typedef void each_row(void *arg, const struct result *, unsigned row);

/* A piece at a time, in the order of their ids at the source. */
static enum rc
each(struct db *db, const char *source, each_row *fn, void *arg)
{
	struct pool *pool = pool_new();
	struct result res = { .rows = 1 };
	char after[65] = "";
	enum rc rc = RC_OK;

	while (rc == RC_OK && res.rows > 0) {
		const struct arg *args = NULL;

		pool_reset(pool);
		arg_text(pool, &args, ARG_SOURCE, source);
		arg_text(pool, &args, ARG_AFTER, after);
		rc = query_run(db, pool, Q_DEPOSIT_STATES, args, &res);
		for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
			fn(arg, &res, i);
		if (rc == RC_OK && res.rows > 0)
			snprintf(after, sizeof(after), "%s",
			    deposit_states_row(&res, res.rows - 1)
				->source_id.s);
	}
	pool_free(pool);
	return rc;
}

/* ---- before ---- */

/* A row is kept whole, as texts: what differs is asked of each column. */
static void
keep(void *arg, const struct result *res, unsigned r)
{
	struct deposit_states *s = arg;
	const struct deposit_states_row *row = deposit_states_row(res, r);
	struct state *to;

	if (s->n == s->size) {
		s->size = s->size > 0 ? 2 * s->size : 256;
		s->state = realloc(s->state, s->size * sizeof(*s->state));
		if (s->state == NULL)
			log_die("deposit: out of memory");
	}
	/* Ids differ, so that each is the next number. */
	if (intern(s->ids, row->source_id.s) != s->n)
		return;
	to = &s->state[s->n++];
	to->is_gone = rows_int(&row->is_gone, 0) != 0;
	to->column = pool_take(s->pool, res->columns * sizeof(*to->column));
	for (unsigned i = 0; i < res->columns; i++)
		if (res->row[r][i].type == VALUE_TEXT)
			to->column[i] = pool_strdup(s->pool, res->row[r][i].s);
}

enum rc
deposit_states_before(struct db *db, const char *source,
    struct deposit_states **to)
{
	struct deposit_states *s = calloc(1, sizeof(*s));

	if (s == NULL)
		log_die("deposit: out of memory");
	s->pool = pool_new();
	s->ids = intern_new();
	s->source = source;
	*to = s;
	return each(db, source, keep, s);
}

void
deposit_states_free(struct deposit_states *s)
{
	if (s == NULL)
		return;
	pool_free(s->pool);
	intern_free(s->ids);
	free(s->state);
	free(s);
}

/* ---- after ---- */

struct comparison {
	struct deposit_states *s;
	struct deposit_outcome *to;
	struct digest digest;
	size_t row; /* of the aid in what is told; 0: it is not */
};

/* With its end, so that two texts are not another two. */
static void
digest_text(struct digest *d, const char *s)
{
	digest_add(d, s != NULL ? s : "", s != NULL ? strlen(s) + 1 : 1);
}

/* All are in the digest, and the first are told. */
static void
note_aid(struct comparison *c, const char *what, const struct result *res,
    unsigned r)
{
	const struct deposit_states_row *row = deposit_states_row(res, r);

	digest_text(&c->digest, what);
	digest_text(&c->digest, row->source_id.s);
	c->row = 0;
	if (json_array_size(c->to->aids) == MAX_AIDS)
		return;
	json_array_append_new(c->to->aids,
	    json_pack("{s:s, s:s, s:s}", "what", what, "slug", row->slug.s,
		"name", row->name.s));
	c->row = json_array_size(c->to->aids);
}

/* Texts of which only a digest is read. */
static bool
is_long(unsigned column)
{
	return column == COLUMN(deposit_states, description) ||
	    column == COLUMN(deposit_states, eligibility) ||
	    column == COLUMN(deposit_states, project_examples) ||
	    column == COLUMN(deposit_states, contact);
}

static void
note_change(struct comparison *c, const char *field, bool hidden,
    const char *was, const char *becomes)
{
	digest_text(&c->digest, field);
	digest_text(&c->digest, was);
	digest_text(&c->digest, becomes);
	if (c->row == 0 || json_array_size(c->to->changes) == MAX_CHANGES)
		return;
	json_array_append_new(c->to->changes,
	    json_pack("{s:I, s:s, s:s?, s:s?}", "n", (json_int_t)c->row,
		"field", field, "was", hidden ? NULL : was, "becomes",
		hidden ? NULL : becomes));
}

static bool
is_same(const char *a, const struct value *b)
{
	return a == NULL || b->type != VALUE_TEXT
	    ? a == NULL && b->type != VALUE_TEXT
	    : strcmp(a, b->s) == 0;
}

/* The columns that differ; the slug follows the name, and is no fact. */
static void
compare_columns(struct comparison *c, const struct state *was,
    const struct result *res, unsigned r)
{
	bool first = true;

	for (unsigned i = 0; i < res->columns; i++) {
		const struct value *v = &res->row[r][i];

		if (i == COLUMN(deposit_states, slug) ||
		    i == COLUMN(deposit_states, is_gone) ||
		    is_same(was->column[i], v))
			continue;
		if (first)
			note_aid(c, "changed", res, r);
		c->to->changed += first;
		first = false;
		note_change(c, res->names[i], is_long(i), was->column[i],
		    v->type == VALUE_TEXT ? v->s : NULL);
	}
}

/* An aid that is not there yet, or no more, is as good as withdrawn: one that
 * comes back is new for readers. */
static void
compare(void *arg, const struct result *res, unsigned r)
{
	struct comparison *c = arg;
	const struct deposit_states_row *row = deposit_states_row(res, r);
	size_t at = intern(c->s->ids, row->source_id.s);
	const struct state *was = at < c->s->n ? &c->s->state[at] : NULL;
	static const struct state none = { .is_gone = true };
	bool is_gone = rows_int(&row->is_gone, 0) != 0;

	if (was == NULL)
		was = &none;
	if (is_gone && was->is_gone)
		return;
	if (is_gone) {
		note_aid(c, "withdrawn", res, r);
		c->to->withdrawn++;
	} else if (was->is_gone) {
		note_aid(c, "added", res, r);
		c->to->added++;
		/* What is shown of a new aid is its name: of the rest the
		 * digest tells whether it is still the same. */
		c->row = 0;
		for (unsigned i = 0; i < res->columns; i++)
			if (i != COLUMN(deposit_states, slug))
				digest_text(&c->digest,
				    res->row[r][i].type == VALUE_TEXT
					? res->row[r][i].s
					: NULL);
	} else {
		compare_columns(c, was, res, r);
	}
}

enum rc
deposit_states_after(struct deposit_states *s, struct db *db,
    struct deposit_outcome *to)
{
	struct comparison c = { .s = s, .to = to };
	enum rc rc;

	digest_begin(&c.digest);
	rc = each(db, s->source, compare, &c);
	digest_end(&c.digest, to->digest);
	return rc;
}

void
deposit_outcome_open(struct deposit_outcome *o)
{
	*o = (struct deposit_outcome){ .aids = json_array(),
		.changes = json_array() };
	digest_sha256(o->digest, "", 0);
}

void
deposit_outcome_free(struct deposit_outcome *o)
{
	json_decref(o->aids);
	json_decref(o->changes);
	o->aids = o->changes = NULL;
}
