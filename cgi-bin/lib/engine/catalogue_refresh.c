/*
 * catalogue_refresh.c - the catalogue brought to a version of the data.
 *
 * Rows that are newer than the catalogue are read a piece at a time and put in
 * their places by id; programmes, which are few, are read whole.  The columns
 * are then made again: some milliseconds for 170,000 aids, and an edit is rare.
 */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/pool.h"
#include "db/rows.h"
#include "engine/catalogue_columns.h"
#include "engine/catalogue_refresh.h"
#include "gen/queries/engine.h"

static_assert(COLUMN(aid_index_since, direction) ==
	    COLUMN(aid_index_until, direction) &&
	sizeof(struct aid_index_since_row) ==
	    sizeof(struct aid_index_until_row),
    "the catalogue of the past is read as that of now");

static struct catalogue_aid
read_row(const struct aid_index_since_row *v)
{
	return (struct catalogue_aid){
		.id = (uint32_t)rows_int(&v->aid_id, 0),
		.perimeter = (uint32_t)rows_int(&v->perimeter_id, 0),
		.scale = (uint8_t)rows_int(&v->scale, 0),
		.generic = (uint32_t)rows_int(&v->generic_id, 0),
		.twins = (uint32_t)rows_int(&v->twins, 0),
		.likely = (uint8_t)rows_int(&v->likely, 0),
		.opens = (uint16_t)rows_int(&v->opens, 0),
		.closes = (uint16_t)rows_int(&v->closes, 0),
		.fresh = (uint16_t)rows_int(&v->fresh, 0),
		.published = rows_int(&v->published, 0) != 0,
		.facets = (uint64_t)rows_int(&v->facets, 0),
		.categories = { (uint64_t)rows_int(&v->categories_0, 0),
		    (uint64_t)rows_int(&v->categories_1, 0) },
	};
}

/* An array for size items of an aid each. */
static void *
grown(void *old, size_t size, size_t item)
{
	void *p = realloc(old, size * item);

	if (p == NULL)
		log_die("catalogue: out of memory");
	return p;
}

static void
put_direction(struct catalogue *c, size_t at, bool is_new,
    const struct value *v)
{
	if (c->direction == NULL)
		return;
	if (is_new)
		memmove(c->direction + at + 1, c->direction + at,
		    (c->n - at) * sizeof(struct vector));
	memset(&c->direction[at], 0, sizeof(struct vector));
	if (v->type == VALUE_TEXT && v->n == sizeof(struct vector))
		memcpy(&c->direction[at], v->s, sizeof(struct vector));
}

static void
catalogue_put(struct catalogue *c, struct catalogue_aid aid,
    const struct value *direction)
{
	size_t at = c->n > 0 && c->aid[c->n - 1].id < aid.id
	    ? c->n
	    : catalogue_find(c, aid.id);

	assert(at == 0 || c->aid[at - 1].id < aid.id);
	assert(at == c->n || c->aid[at].id >= aid.id);
	if (at < c->n && c->aid[at].id == aid.id) {
		c->aid[at] = aid;
		put_direction(c, at, false, direction);
		return;
	}
	if (c->n == c->size) {
		c->size = c->size > 0 ? c->size + c->size / 2 : 1024;
		c->aid = grown(c->aid, c->size, sizeof(*c->aid));
		if (c->made != 0)
			c->direction = grown(c->direction, c->size,
			    sizeof(struct vector));
	}
	put_direction(c, at, true, direction);
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
add_member(struct catalogue *c, const struct program_members_row *row)
{
	uint32_t id = (uint32_t)rows_int(&row->aid_id, 0);
	uint32_t program = (uint32_t)rows_int(&row->program_id, 0);
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
		    rows_int(&program_ids_row(&programs, c->programs)->id, 0);
	c->member = room_for(c->member, members.rows, sizeof(*c->member));
	c->members = 0;
	for (size_t i = 0; i < c->n; i++)
		c->aid[i].in_program = false;
	for (unsigned r = 0; r < members.rows; r++)
		add_member(c, program_members_row(&members, r));
	return RC_OK;
}

/* The rows that are newer; until: as they were just before, or NULL. */
static enum rc
read_rows(struct catalogue *c, struct db *db, struct pool *pool,
    const char *until)
{
	const struct arg *args;
	struct result res;
	long long after = 0;
	enum rc rc;

	do {
		args = NULL;
		pool_reset(pool);
		arg_int(pool, &args, ARG_SINCE, (long long)c->version);
		arg_int(pool, &args, ARG_AFTER, after);
		arg_int(pool, &args, ARG_MADE, c->made);
		if (until != NULL)
			arg_text(pool, &args, ARG_UNTIL, until);
		rc = query_run(db, pool,
		    until != NULL ? Q_AID_INDEX_UNTIL : Q_AID_INDEX_SINCE, args,
		    &res);
		for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
			/* Both have these columns. */
			const struct aid_index_since_row *row = (const void *)
								    res.row[r];

			catalogue_put(c, read_row(row), &row->direction);
			after = rows_int(&row->aid_id, 0);
		}
	} while (rc == RC_OK && res.rows > 0);
	pool_reset(pool);
	return rc;
}

static enum rc
read_all(struct catalogue *c, struct db *db, const char *until)
{
	struct pool *pool = pool_new();
	enum rc rc = read_rows(c, db, pool, until);

	if (rc == RC_OK)
		rc = read_programs(c, db, pool);
	if (rc == RC_OK)
		catalogue_columns_make(c);
	pool_free(pool);
	return rc;
}

enum rc
catalogue_refresh(struct catalogue *c, struct db *db,
    unsigned long long version)
{
	enum rc rc = read_all(c, db, NULL);

	if (rc == RC_OK)
		c->version = version;
	return rc;
}

enum rc
catalogue_read_until(struct catalogue *c, struct db *db, const char *until)
{
	*c = (struct catalogue){ .version = 0 };
	return read_all(c, db, until);
}
