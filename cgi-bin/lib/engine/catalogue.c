/*
 * catalogue.c - the aids in memory, sorted by id, and their columns.
 *
 * Rows are inserted by id.  catalogue_columns.c then makes what is asked of
 * many aids at once.
 */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/pool.h"
#include "db/rows.h"
#include "engine/catalogue.h"
#include "engine/catalogue_columns.h"
#include "gen/queries/engine.h"

/* Galloping search: leaps that double, then halves.  Ids of a posting list are
 * near each other. */
size_t
catalogue_find_after(const struct catalogue *c, size_t from, uint32_t id)
{
	size_t leap = 1, lo = from, hi;

	if (lo >= c->n || c->aid[lo].id >= id)
		return lo;
	while (lo + leap < c->n && c->aid[lo + leap].id < id) {
		lo += leap;
		leap *= 2;
	}
	hi = lo + leap < c->n ? lo + leap : c->n;
	for (lo++; lo < hi;) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->aid[mid].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

size_t
catalogue_find(const struct catalogue *c, uint32_t id)
{
	return catalogue_find_after(c, 0, id);
}

bool
catalogue_is_visible(const struct catalogue_aid *a, long day)
{
	return a->published && (a->closes == 0 || a->closes >= day);
}

const struct catalogue_program *
catalogue_programs(const struct catalogue *c, size_t doc, size_t *n)
{
	size_t lo = 0, hi = c->aid[doc].in_program ? c->members : 0;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->member[mid].doc < doc)
			lo = mid + 1;
		else
			hi = mid;
	}
	*n = 0;
	if (!c->aid[doc].in_program)
		return c->member;
	for (; lo + *n < c->members && c->member[lo + *n].doc == doc;)
		++*n;
	return c->member + lo;
}

static struct catalogue_aid
read_row(const struct value *v)
{
	return (struct catalogue_aid){
		.id = (uint32_t)rows_int(&v[AID_INDEX_SINCE_AID_ID], 0),
		.perimeter = (uint32_t)
		    rows_int(&v[AID_INDEX_SINCE_PERIMETER_ID], 0),
		.scale = (uint8_t)rows_int(&v[AID_INDEX_SINCE_SCALE], 0),
		.generic = (uint32_t)rows_int(&v[AID_INDEX_SINCE_GENERIC_ID],
		    0),
		.opens = (uint16_t)rows_int(&v[AID_INDEX_SINCE_OPENS], 0),
		.closes = (uint16_t)rows_int(&v[AID_INDEX_SINCE_CLOSES], 0),
		.fresh = (uint16_t)rows_int(&v[AID_INDEX_SINCE_FRESH], 0),
		.published = rows_int(&v[AID_INDEX_SINCE_PUBLISHED], 0) != 0,
		.facets = (uint64_t)rows_int(&v[AID_INDEX_SINCE_FACETS], 0),
		.categories = { (uint64_t)
				    rows_int(&v[AID_INDEX_SINCE_CATEGORIES_0],
					0),
		    (uint64_t)rows_int(&v[AID_INDEX_SINCE_CATEGORIES_1], 0) },
	};
}

static void
catalogue_put(struct catalogue *c, struct catalogue_aid aid)
{
	size_t at = c->n > 0 && c->aid[c->n - 1].id < aid.id
	    ? c->n
	    : catalogue_find(c, aid.id);

	if (at < c->n && c->aid[at].id == aid.id) {
		c->aid[at] = aid;
		return;
	}
	if (c->n == c->size) {
		c->size = c->size > 0 ? c->size + c->size / 2 : 1024;
		c->aid = realloc(c->aid, c->size * sizeof(*c->aid));
		if (c->aid == NULL)
			log_die("catalogue: out of memory");
	}
	memmove(c->aid + at + 1, c->aid + at, (c->n - at) * sizeof(*c->aid));
	c->aid[at] = aid;
	c->n++;
}

/* An array with room for n items and one more. */
static void *
room_for(void *old, size_t n, size_t size)
{
	void *p = realloc(old, (n + 1) * size);

	if (p == NULL)
		log_die("catalogue: out of memory");
	return p;
}

void
catalogue_put_visible(const struct catalogue *c, long day, uint64_t *set)
{
	memcpy(set, c->published, c->words * sizeof(*set));
	for (size_t i = 0;
	     i < c->closings && c->aid[c->closing[i]].closes < day; i++)
		bits_drop(set, c->closing[i]);
}

void
catalogue_add_perimeter(const struct catalogue *c,
    const struct catalogue_perimeter *p, uint64_t *set)
{
	if (p->bits != NULL)
		bits_or(set, p->bits, c->words);
	else
		for (size_t i = 0; i < p->n; i++)
			bits_add(set, p->doc[i]);
}

/* Index of the programme of that id; they are some dozens. */
static size_t
program_index(const struct catalogue *c, uint32_t id)
{
	size_t i = 0;

	while (i < c->programs && c->program[i] < id)
		i++;
	return i;
}

static void
add_member(struct catalogue *c, const struct value *row)
{
	uint32_t id = (uint32_t)rows_int(&row[PROGRAM_MEMBERS_AID_ID], 0);
	uint32_t program = (uint32_t)rows_int(&row[PROGRAM_MEMBERS_PROGRAM_ID],
	    0);
	size_t doc = catalogue_find(c, id);

	if (doc == c->n || c->aid[doc].id != id)
		return;
	c->aid[doc].in_program = true;
	c->member[c->members++] = (struct catalogue_program){ (uint32_t)doc,
		(uint32_t)program_index(c, program) };
}

/* Rows come by aid, then by programme, as members are searched. */
static enum rc
read_programs(struct catalogue *c, struct db *db, struct pool *pool)
{
	struct result programs, members;
	enum rc rc = query_run(db, pool, Q_PROGRAM_IDS, NULL, &programs);

	if (rc == RC_OK)
		rc = query_run(db, pool, Q_PROGRAM_MEMBERS, NULL, &members);
	if (rc != RC_OK)
		return rc;
	c->program = room_for(c->program, programs.rows, sizeof(*c->program));
	for (c->programs = 0; c->programs < programs.rows; c->programs++)
		c->program[c->programs] = (uint32_t)
		    rows_int(&programs.row[c->programs][PROGRAM_IDS_ID], 0);
	c->member = room_for(c->member, members.rows, sizeof(*c->member));
	c->members = 0;
	for (size_t i = 0; i < c->n; i++)
		c->aid[i].in_program = false;
	for (unsigned r = 0; r < members.rows; r++)
		add_member(c, members.row[r]);
	return RC_OK;
}

enum rc
catalogue_refresh(struct catalogue *c, struct db *db,
    unsigned long long version)
{
	struct pool *pool = pool_new();
	const struct arg *args;
	struct result res;
	long long after = 0;
	enum rc rc;

	do {
		args = NULL;
		pool_reset(pool);
		arg_int(pool, &args, ARG_SINCE, (long long)c->version);
		arg_int(pool, &args, ARG_AFTER, after);
		rc = query_run(db, pool, Q_AID_INDEX_SINCE, args, &res);
		for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
			catalogue_put(c, read_row(res.row[r]));
			after = rows_int(&res.row[r][AID_INDEX_SINCE_AID_ID],
			    0);
		}
	} while (rc == RC_OK && res.rows > 0);
	pool_reset(pool);
	if (rc == RC_OK)
		rc = read_programs(c, db, pool);
	if (rc == RC_OK) {
		catalogue_columns_make(c);
		c->version = version;
	}
	pool_free(pool);
	return rc;
}

void
catalogue_free(struct catalogue *c)
{
	catalogue_columns_free(c);
	free(c->aid);
	free(c->member);
	free(c->program);
	*c = (struct catalogue){ 0 };
}
