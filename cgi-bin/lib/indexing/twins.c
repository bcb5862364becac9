/* twins.c - aids of one backer that say nearly the same. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/rows.h"
#include "gen/queries/index.h"
#include "indexing/sketch.h"
#include "indexing/twins.h"

/* Of 100 terms of two twins, so many are in both; or so many, when so many
 * bytes begin both names. */
enum { TWINS = 80, ALIKE = 70, NAMES = 20 };

struct twins {
	long long *backer; /* sorted, each once */
	size_t n, size;
};

struct twins *
twins_new(void)
{
	struct twins *t = calloc(1, sizeof(*t));

	if (t == NULL)
		log_die("twins: out of memory");
	return t;
}

void
twins_free(struct twins *t)
{
	if (t == NULL)
		return;
	free(t->backer);
	free(t);
}

static void
note_backer(struct twins *t, long long backer)
{
	size_t lo = 0, hi = t->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (t->backer[mid] < backer)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo < t->n && t->backer[lo] == backer)
		return;
	if (t->n == t->size) {
		t->size = t->size > 0 ? 2 * t->size : 64;
		t->backer = realloc(t->backer, t->size * sizeof(*t->backer));
		if (t->backer == NULL)
			log_die("twins: out of memory");
	}
	memmove(t->backer + lo + 1, t->backer + lo,
	    (t->n++ - lo) * sizeof(*t->backer));
	t->backer[lo] = backer;
}

enum rc
twins_note(struct twins *t, struct db *db, struct pool *pool,
    const struct arg *ids)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_AID_FIRST_BACKERS, ids, &res);

	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++)
		note_backer(t,
		    rows_int(&aid_first_backers_row(&res, r)->backer_id, 0));
	return rc;
}

/* The first of the group of i, which all on the way then know. */
static size_t
first_of(size_t *group, size_t i)
{
	while (group[i] != i)
		i = group[i] = group[group[i]];
	return i;
}

static bool
begin_alike(const char *a, const char *b)
{
	return strlen(a) >= NAMES && strncmp(a, b, NAMES) == 0;
}

static bool
are_twins(const struct twins_text *a, const struct twins_text *b)
{
	int alike = sketch_likeness(a->sketch, b->sketch);

	return alike >= TWINS ||
	    (alike >= ALIKE && begin_alike(a->name, b->name));
}

void
twins_group(const struct twins_text *text, size_t n, size_t *group)
{
	for (size_t i = 0; i < n; i++) {
		group[i] = i;
		for (size_t k = 0; k < i; k++) {
			size_t a, b;

			if (!are_twins(&text[k], &text[i]))
				continue;
			a = first_of(group, k);
			b = first_of(group, i);
			group[a > b ? a : b] = a < b ? a : b;
		}
	}
	for (size_t i = 0; i < n; i++)
		group[i] = first_of(group, i);
}

/* Whether others are of the group that this one begins. */
static bool
has_others(const size_t *group, size_t n, size_t first)
{
	for (size_t i = first + 1; i < n; i++)
		if (group[i] == first)
			return true;
	return false;
}

static enum rc
write_group(struct db *db, struct pool *pool,
    const struct backer_sketches_row *row, long long group,
    unsigned long long version)
{
	const struct arg *args = NULL;
	struct result res;

	if (rows_int(&row->twins, 0) == group)
		return RC_OK;
	arg_int(pool, &args, AID_TWINS_WRITE_IN_ID, rows_int(&row->aid_id, 0));
	arg_int(pool, &args, AID_TWINS_WRITE_IN_TWINS, group);
	arg_int(pool, &args, AID_TWINS_WRITE_IN_VERSION, (long long)version);
	return query_run(db, pool, Q_AID_TWINS_WRITE, args, &res);
}

/* The aids of one backer, by rising id. */
static enum rc
write_backer(struct db *db, struct pool *pool, long long backer,
    unsigned long long version)
{
	const struct arg *args = NULL;
	struct twins_text *text;
	struct result res;
	size_t *group;
	enum rc rc;

	arg_int(pool, &args, BACKER_SKETCHES_IN_BACKER, backer);
	rc = query_run(db, pool, Q_BACKER_SKETCHES, args, &res);
	if (rc != RC_OK)
		return rc;
	text = pool_take(pool, (res.rows + 1) * sizeof(*text));
	group = pool_take(pool, (res.rows + 1) * sizeof(*group));
	for (unsigned r = 0; r < res.rows; r++) {
		const struct backer_sketches_row *row =
		    backer_sketches_row(&res, r);

		text[r] = (struct twins_text){ row->name.s,
			(const uint8_t *)row->sketch.s };
	}
	twins_group(text, res.rows, group);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		size_t first = group[r];
		bool alone = first == r && !has_others(group, res.rows, r);

		rc = write_group(db, pool, backer_sketches_row(&res, r),
		    alone ? 0
			  : rows_int(&backer_sketches_row(&res, (unsigned)first)
					  ->aid_id,
				0),
		    version);
	}
	return rc;
}

enum rc
twins_write(struct twins *t, struct db *db, unsigned long long version)
{
	struct pool *pool = pool_new();
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < t->n; i++) {
		pool_reset(pool);
		rc = write_backer(db, pool, t->backer[i], version);
	}
	t->n = 0;
	pool_free(pool);
	return rc;
}
