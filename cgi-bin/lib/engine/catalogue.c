/* catalogue.c - the aids, one narrow record each, in memory. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/pool.h"
#include "db/rows.h"
#include "engine/catalogue.h"
#include "gen/queries/engine.h"

/* By leaps that double, then by halves. */
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
catalogue_programs(const struct catalogue *c, size_t place, size_t *n)
{
	size_t lo = 0, hi = c->aid[place].in_program ? c->members : 0;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->member[mid].place < place)
			lo = mid + 1;
		else
			hi = mid;
	}
	*n = 0;
	if (!c->aid[place].in_program)
		return c->member;
	for (; lo + *n < c->members && c->member[lo + *n].place == place;)
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

static void *
room_for(void *old, size_t n, size_t size)
{
	void *p = realloc(old, (n + 1) * size);

	if (p == NULL)
		log_die("catalogue: out of memory");
	return p;
}

/* ---- columns ---- */

static uint64_t
order_of(const struct catalogue_aid *a, size_t place)
{
	/* No last day comes after every other. */
	uint64_t closes = (uint16_t)(a->closes - 1);

	return closes << 48 | (uint64_t)(uint16_t)~a->fresh << 32 |
	    (uint32_t)~place;
}

static uint64_t *
catalogue_new_set(struct catalogue *c)
{
	return pool_take(c->columns, (c->words + 1) * sizeof(uint64_t));
}

/* Adds a place to the set of each bit of an aid, from the first of them. */
static void
spread(struct catalogue *c, uint64_t bits, const uint64_t **set, size_t place)
{
	for (; bits != 0; bits &= bits - 1) {
		int k = __builtin_ctzll(bits);

		if (set[k] == NULL)
			set[k] = catalogue_new_set(c);
		bits_add((uint64_t *)(uintptr_t)set[k], place);
	}
}

static void
make_columns(struct catalogue *c)
{
	uint8_t *scale = pool_take(c->columns, c->n + 1);
	uint64_t *order = pool_take(c->columns, (c->n + 1) * sizeof(*order));
	uint64_t *published = catalogue_new_set(c);

	for (size_t i = 0; i < c->n; i++) {
		const struct catalogue_aid *a = &c->aid[i];

		scale[i] = a->scale;
		order[i] = order_of(a, i);
		if (a->published)
			bits_add(published, i);
		spread(c, a->facets, c->facet, i);
		spread(c, a->categories[0], c->category, i);
		spread(c, a->categories[1], c->category + 64, i);
	}
	c->scale = scale;
	c->order = order;
	c->published = published;
}

static int
catalogue_by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* The places by rising key, then place; those of key 0 left out.  *n of them. */
static uint32_t *
sorted(struct catalogue *c, uint32_t (*key)(const struct catalogue_aid *),
    size_t *n)
{
	uint64_t *row = calloc(c->n + 1, sizeof(*row));
	uint32_t *place = pool_take(c->columns, (c->n + 1) * sizeof(*place));

	if (row == NULL)
		log_die("catalogue: out of memory");
	*n = 0;
	for (size_t i = 0; i < c->n; i++)
		if (key(&c->aid[i]) != 0)
			row[(*n)++] = (uint64_t)key(&c->aid[i]) << 32 | i;
	qsort(row, *n, sizeof(*row), catalogue_by_number);
	for (size_t i = 0; i < *n; i++)
		place[i] = (uint32_t)row[i];
	free(row);
	return place;
}

static uint32_t
last_day(const struct catalogue_aid *a)
{
	return a->closes;
}

static uint32_t
perimeter_of(const struct catalogue_aid *a)
{
	return a->perimeter;
}

static const uint64_t *
set_of(struct catalogue *c, const uint32_t *place, size_t n)
{
	uint64_t *set = n > c->words ? catalogue_new_set(c) : NULL;

	for (size_t i = 0; set != NULL && i < n; i++)
		bits_add(set, place[i]);
	return set;
}

static void
make_perimeters(struct catalogue *c)
{
	size_t n;
	const uint32_t *place = sorted(c, perimeter_of, &n);
	struct catalogue_perimeter *p = pool_take(c->columns,
	    (n + 1) * sizeof(*p));

	c->perimeters = 0;
	for (size_t i = 0, k; i < n; i = k) {
		uint32_t id = c->aid[place[i]].perimeter;

		for (k = i; k < n && c->aid[place[k]].perimeter == id;)
			k++;
		p[c->perimeters++] = (struct catalogue_perimeter){ place + i,
			set_of(c, place + i, k - i), id, (uint32_t)(k - i) };
	}
	c->perimeter = p;
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
			bits_add(set, p->place[i]);
}

static int
by_generic(const void *a, const void *b)
{
	const struct catalogue_local *x = a, *y = b;

	if (x->generic != y->generic)
		return x->generic < y->generic ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static void
make_pairs(struct catalogue *c)
{
	c->locals = 0;
	for (size_t i = 0; i < c->n; i++) {
		size_t g = catalogue_find(c, c->aid[i].generic);

		if (c->aid[i].generic == 0 || g == c->n ||
		    c->aid[g].id != c->aid[i].generic)
			continue;
		c->local = room_for(c->local, c->locals, sizeof(*c->local));
		c->local[c->locals++] = (struct catalogue_local){ (uint32_t)i,
			(uint32_t)g };
	}
	if (c->locals > 1)
		qsort(c->local, c->locals, sizeof(*c->local), by_generic);
}

void
catalogue_link(struct catalogue *c)
{
	pool_free(c->columns);
	c->columns = pool_new();
	c->words = bits_words(c->n);
	memset(c->facet, 0, sizeof(c->facet));
	memset(c->category, 0, sizeof(c->category));
	make_columns(c);
	c->closing = sorted(c, last_day, &c->closings);
	make_perimeters(c);
	make_pairs(c);
}

void
catalogue_unlink(struct catalogue *c)
{
	pool_free(c->columns);
	free(c->local);
	c->columns = NULL;
	c->local = NULL;
}

static size_t
program_place(const struct catalogue *c, uint32_t id)
{
	size_t i = 0;

	while (i < c->programs && c->program[i] < id)
		i++;
	return i;
}

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
	for (unsigned r = 0; r < members.rows; r++) {
		uint32_t id = (uint32_t)
		    rows_int(&members.row[r][PROGRAM_MEMBERS_AID_ID], 0);
		size_t i = catalogue_find(c, id);

		if (i < c->n && c->aid[i].id == id)
			c->aid[i].in_program = true;
		if (i < c->n && c->aid[i].id == id)
			c->member[c->members++] = (struct catalogue_program){
				(uint32_t)i,
				(uint32_t)program_place(c,
				    (uint32_t)rows_int(
					&members
					     .row[r]
						 [PROGRAM_MEMBERS_PROGRAM_ID],
					0))
			};
	}
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
		catalogue_link(c);
		c->version = version;
	}
	pool_free(pool);
	return rc;
}

void
catalogue_free(struct catalogue *c)
{
	catalogue_unlink(c);
	free(c->aid);
	free(c->member);
	free(c->program);
	*c = (struct catalogue){ 0 };
}
