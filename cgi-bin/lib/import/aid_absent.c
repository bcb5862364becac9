/* aid_absent.c - aids that their feed has no more. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/import.h"
#include "import/aid_absent.h"

enum { BATCH = 500 }; /* ids of a statement */

/* Ids of aids, growing. */
struct ids {
	long long *id;
	size_t n, size;
};

/* What becomes of the aids of the source. */
struct absence {
	struct aid_absent *a;
	struct import_run *run;
	struct ids back, gone, due, kept;
	unsigned long had; /* that are not closed */
};

void
aid_absent_open(struct aid_absent *a)
{
	a->has.ids = intern_new();
	a->withdrew.ids = intern_new();
	a->ended.ids = intern_new();
	a->into = json_object();
}

void
aid_absent_close(struct aid_absent *a)
{
	intern_free(a->has.ids);
	intern_free(a->withdrew.ids);
	intern_free(a->ended.ids);
	json_decref(a->into);
}

/* What is asked for is added to the texts, and not to those that there are. */
static bool
is_within(const struct aid_ids *l, const char *s)
{
	return intern(l->ids, s) < l->n;
}

static void
add_to(struct aid_ids *l, const char *s)
{
	size_t at = intern(l->ids, s);

	if (at >= l->n)
		l->n = at + 1;
}

void
aid_absent_note(struct aid_absent *a, const char *source_id)
{
	add_to(&a->has, source_id);
}

void
aid_absent_bury(struct aid_absent *a, const char *source_id, const char *status,
    const char *into)
{
	if (into != NULL)
		json_object_set_new(a->into, source_id, json_string(into));
	add_to(strcmp(status, AID_JSON_CLOSED) == 0 ? &a->ended : &a->withdrew,
	    source_id);
}

static void
ids_add(struct ids *l, long long id)
{
	if (l->n == l->size) {
		l->size = l->size > 0 ? 2 * l->size : 64;
		l->id = realloc(l->id, l->size * sizeof(*l->id));
		if (l->id == NULL)
			log_die("aid_absent: out of memory");
	}
	l->id[l->n++] = id;
}

/* ---- which they are ---- */

static void
sort_aid(struct absence *x, const struct aid_of_feed_row *row)
{
	struct aid_absent *a = x->a;
	const char *source_id = row->source_id.s;
	bool closed = rows_int(&row->closed, 0) != 0;
	bool withdrew = is_within(&a->withdrew, source_id);
	long long id = rows_int(&row->id, 0);
	long long days = rows_int(&row->gone_days, -1);

	x->had += !closed;
	if (is_within(&a->has, source_id)) {
		if (days >= 0)
			ids_add(&x->back, id);
		return;
	}
	if (is_within(&a->ended, source_id))
		withdrew = !closed;
	else if (!withdrew && (!a->whole || closed))
		return;
	if (!withdrew && closed)
		return;
	a->absent++;
	if (days < 0)
		ids_add(&x->gone, id);
	if (!withdrew && !a->force && days < (long long)a->grace &&
	    a->grace != 0)
		return;
	/* What was set here is kept, and told once. */
	if (row->noted.type == VALUE_NULL)
		ids_add(&x->due, id);
	else if (rows_int(&row->noted, 0) == 0)
		ids_add(&x->kept, id);
}

static enum rc
sort_aids(struct absence *x)
{
	struct import_run *r = x->run;
	char after[65] = "";
	struct result res;
	enum rc rc;

	do {
		const struct arg *args = NULL;

		pool_reset(r->pool);
		arg_text(r->pool, &args, ARG_SOURCE, r->source);
		arg_text(r->pool, &args, ARG_SOURCE_ID, after);
		arg_text(r->pool, &args, ARG_TODAY, r->today);
		rc = query_run(r->db, r->pool, Q_AID_OF_FEED, args, &res);
		if (rc != RC_OK)
			return rc;
		for (unsigned i = 0; i < res.rows; i++)
			sort_aid(x, aid_of_feed_row(&res, i));
		if (res.rows > 0)
			snprintf(after, sizeof(after), "%s",
			    aid_of_feed_row(&res, res.rows - 1)->source_id.s);
	} while (res.rows > 0);
	return RC_OK;
}

/* ---- what becomes of them ---- */

static enum rc
write_ids(struct absence *x, enum query_id query, const struct ids *l)
{
	struct import_run *r = x->run;
	struct value v[BATCH];
	struct result res;
	enum rc rc = RC_OK;

	for (size_t i = 0, n; rc == RC_OK && i < l->n; i += n) {
		const struct arg *args = NULL;

		pool_reset(r->pool);
		n = l->n - i < BATCH ? l->n - i : BATCH;
		for (size_t k = 0; k < n; k++)
			v[k] = (struct value){ .type = VALUE_INT,
				.i = l->id[i + k] };
		arg_list(r->pool, &args, ARG_IDS, v, n);
		arg_text(r->pool, &args, ARG_TODAY, r->today);
		arg_text(r->pool, &args, ARG_NOW, r->now);
		arg_int(r->pool, &args, ARG_VERSION, (long long)r->version);
		rc = query_run(r->db, r->pool, query, args, &res);
	}
	x->a->wrote |= l->n > 0;
	return rc;
}

/* Those that the source says are the same as others lead to these, which it may
 * have as well; if not, they are withdrawn and no more. */
static enum rc
write_merged(struct absence *x)
{
	struct import_run *r = x->run;
	const char *source_id;
	struct result res;
	json_t *into;
	enum rc rc = RC_OK;

	json_object_foreach(x->a->into, source_id, into)
	{
		const struct arg *args = NULL;

		pool_reset(r->pool);
		arg_text(r->pool, &args, ARG_SOURCE, r->source);
		arg_text(r->pool, &args, ARG_SOURCE_ID, source_id);
		arg_text(r->pool, &args, AID_LEAD_IN_INTO,
		    json_string_value(into));
		arg_int(r->pool, &args, ARG_VERSION, (long long)r->version);
		if (rc == RC_OK)
			rc = query_run(r->db, r->pool, Q_AID_LEAD, args, &res);
		if (rc == RC_OK && res.affected > 0)
			rc = query_run(r->db, r->pool, Q_AID_LEAD_SLUG, args,
			    &res);
	}
	return rc;
}

/* A source that loses much at once is broken more often than it is right, and
 * so is one that loses its only aid. */
static bool
is_held(const struct absence *x)
{
	return !x->a->force && x->gone.n * 10 > x->had &&
	    (x->gone.n > 1 || (x->a->whole && x->a->has.n == 0));
}

static enum rc
write_absence(struct absence *x)
{
	enum rc rc = write_ids(x, Q_AID_BACK, &x->back);

	if (rc == RC_OK && is_held(x)) {
		x->a->held = true;
		log_msg(_("%zu of %lu aids are no more in \"%s\": none was "
			  "withdrawn; --force does so once somebody has "
			  "looked"),
		    x->gone.n, x->had, x->run->source);
		return RC_OK;
	}
	if (rc == RC_OK)
		rc = write_ids(x, Q_AID_GONE, &x->gone);
	if (rc == RC_OK)
		rc = write_ids(x, Q_AID_KEEP, &x->kept);
	if (rc == RC_OK)
		rc = write_ids(x, Q_AID_WITHDRAW, &x->due);
	if (rc == RC_OK)
		x->a->withdrawn = x->due.n;
	return rc == RC_OK ? write_merged(x) : rc;
}

enum rc
aid_absent_write(struct aid_absent *a, struct import_run *run,
    void (*fn)(void *arg, long long id), void *arg)
{
	struct absence x = { .a = a, .run = run };
	enum rc rc;

	if ((rc = sort_aids(&x)) == RC_OK)
		rc = write_absence(&x);
	for (size_t i = 0; rc == RC_OK && !a->held && i < x.due.n; i++)
		fn(arg, x.due.id[i]);
	free(x.back.id);
	free(x.gone.id);
	free(x.due.id);
	free(x.kept.id);
	return rc;
}
