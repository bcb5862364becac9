/* catalogue.c - the aids, one narrow record each, in memory. */

#include <stdlib.h>
#include <string.h>

#include "catalogue.h"
#include "log.h"
#include "rows.h"

size_t
catalogue_find(const struct catalogue *c, uint32_t id)
{
	size_t lo = 0, hi = c->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->aid[mid].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
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
		.id		= (uint32_t)rows_int(&v[0], 0),
		.perimeter	= (uint32_t)rows_int(&v[1], 0),
		.scale		= (uint8_t)rows_int(&v[2], 0),
		.generic	= (uint32_t)rows_int(&v[3], 0),
		.opens		= (uint16_t)rows_int(&v[4], 0),
		.closes		= (uint16_t)rows_int(&v[5], 0),
		.fresh		= (uint16_t)rows_int(&v[6], 0),
		.published	= rows_int(&v[7], 0) != 0,
		.facets		= (uint64_t)rows_int(&v[8], 0),
		.categories	= { (uint64_t)rows_int(&v[9], 0),
				    (uint64_t)rows_int(&v[10], 0) },
	};
}

static void
put(struct catalogue *c, struct catalogue_aid aid)
{
	size_t at = c->n > 0 && c->aid[c->n - 1].id < aid.id ? c->n :
	    catalogue_find(c, aid.id);

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

/* At most a few numbers an aid, so that memory grows as the aids do. */
static void
find_places(struct catalogue *c)
{
	uint32_t span = c->n > 0 ? c->aid[c->n - 1].id - c->aid[0].id + 1 : 0;

	free(c->place_of);
	c->place_of = NULL;
	c->span = 0;
	if (c->n == 0 || span / 8 > c->n)
		return;
	c->place_of = calloc(span, sizeof(*c->place_of));
	if (c->place_of == NULL)
		log_die("catalogue: out of memory");
	c->first = c->aid[0].id;
	c->span = span;
	for (size_t i = 0; i < c->n; i++)
		c->place_of[c->aid[i].id - c->first] = (uint32_t)i + 1;
}

void
catalogue_link(struct catalogue *c)
{
	find_places(c);
	c->locals = 0;
	for (size_t i = 0; i < c->n; i++)
		c->aid[i].paired = false;
	for (size_t i = 0; i < c->n; i++) {
		size_t g;

		if (c->aid[i].generic == 0)
			continue;
		g = catalogue_find(c, c->aid[i].generic);
		if (g == c->n || c->aid[g].id != c->aid[i].generic)
			continue;
		c->aid[i].paired = c->aid[g].paired = true;
		c->local = room_for(c->local, c->locals, sizeof(*c->local));
		c->local[c->locals++] = (struct catalogue_local){ (uint32_t)i,
		    (uint32_t)g };
	}
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
	enum rc rc = query_run(db, pool, "program_ids", NULL, &programs);

	if (rc == RC_OK)
		rc = query_run(db, pool, "program_members", NULL, &members);
	if (rc != RC_OK)
		return rc;
	c->program = room_for(c->program, programs.rows, sizeof(*c->program));
	for (c->programs = 0; c->programs < programs.rows; c->programs++)
		c->program[c->programs] = (uint32_t)rows_int(
		    &programs.row[c->programs][0], 0);
	c->member = room_for(c->member, members.rows, sizeof(*c->member));
	c->members = 0;
	for (size_t i = 0; i < c->n; i++)
		c->aid[i].in_program = false;
	for (unsigned r = 0; r < members.rows; r++) {
		uint32_t id = (uint32_t)rows_int(&members.row[r][0], 0);
		size_t i = catalogue_find(c, id);

		if (i < c->n && c->aid[i].id == id)
			c->aid[i].in_program = true;
		if (i < c->n && c->aid[i].id == id)
			c->member[c->members++] = (struct catalogue_program){
			    (uint32_t)i, (uint32_t)program_place(c,
			    (uint32_t)rows_int(&members.row[r][1], 0)) };
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
		arg_int(pool, &args, "since", (long long)c->version);
		arg_int(pool, &args, "after", after);
		rc = query_run(db, pool, "aid_index_since", args, &res);
		for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
			put(c, read_row(res.row[r]));
			after = rows_int(&res.row[r][0], 0);
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
	free(c->aid);
	free(c->place_of);
	free(c->local);
	free(c->member);
	free(c->program);
	*c = (struct catalogue){ 0 };
}
