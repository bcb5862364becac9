/* gazetteer_load.c - the names of places, from the database. */

#include <string.h>
#include <time.h>

#include "db/query.h"
#include "db/rows.h"
#include "gazetteer/gazetteer_load.h"
#include "gen/constants.h"
#include "gen/queries/gazetteer.h"

/* In seconds: how long names of before do when the new cannot be read. */
enum { AGAIN = 10 };

static enum rc
ask(struct db *db, struct pool *pool, enum query_id query, long long after,
    struct result *res)
{
	const struct arg *args = NULL;

	arg_int(pool, &args, ARG_AFTER, after);
	return query_run(db, pool, query, args, res);
}

static const char *
text(const struct value *v)
{
	return v->type == VALUE_TEXT ? v->s : NULL;
}

static void
add_meanings(struct gazetteer *g, const struct result *res)
{
	for (unsigned r = 0; r < res->rows; r++) {
		const struct gazetteer_meanings_row *row =
		    gazetteer_meanings_row(res, r);

		gazetteer_add_meaning(g,
		    &(struct gazetteer_meaning){ row->kind.s, row->words.s,
			row->meaning.s });
	}
}

/* Each takes a piece of what its query finds, and returns what the next piece
 * comes after. */
static long long
add_places(struct gazetteer *g, const struct result *res)
{
	long long last = 0;

	for (unsigned r = 0; r < res->rows; r++) {
		const struct gazetteer_places_row *row =
		    gazetteer_places_row(res, r);
		struct gazetteer_place p = {
			.id = (uint32_t)rows_int(&row->id, 0),
			.scale = (uint8_t)rows_int(&row->scale, 0),
			.code = row->code.s,
			.name = row->name.s,
			.siren = text(&row->siren),
			.kind = text(&row->kind),
			.department = text(&row->department),
			.zips = text(&row->zips),
			.people = (uint32_t)rows_int(&row->population, 0),
			.epci = GAZETTEER_NONE,
			.region = GAZETTEER_NONE,
		};

		gazetteer_add_place(g, &p);
		last = p.id;
	}
	return last;
}

/* The place of an id, when it is of that scale; GAZETTEER_NONE else. */
static uint32_t
place_of(const struct gazetteer *g, const struct value *id, uint8_t scale)
{
	uint32_t p = gazetteer_of_id(g, (uint32_t)rows_int(id, 0));

	return p != GAZETTEER_NONE && g->place[p].scale == scale
	    ? p
	    : GAZETTEER_NONE;
}

/* A commune lies in its EPCI, a department in its region: what a choice shows
 * beside its name.  A piece may end amid an EPCI, which the next has whole. */
static long long
add_links(struct gazetteer *g, const struct result *res)
{
	long long last = 0;

	for (unsigned r = 0; r < res->rows; r++) {
		const struct gazetteer_links_row *row = gazetteer_links_row(res,
		    r);
		uint32_t in = place_of(g, &row->contained_id, SCALE_COMMUNE);

		last = rows_int(&row->container_id, 0) - 1;
		if (in != GAZETTEER_NONE)
			g->place[in].epci = place_of(g, &row->container_id,
			    SCALE_EPCI);
	}
	return last;
}

static void
add_regions(struct gazetteer *g, const struct result *res)
{
	for (unsigned r = 0; r < res->rows; r++) {
		const struct gazetteer_regions_row *row =
		    gazetteer_regions_row(res, r);
		uint32_t in = place_of(g, &row->contained_id, SCALE_DEPARTMENT);

		if (in != GAZETTEER_NONE)
			g->place[in].region = place_of(g, &row->container_id,
			    SCALE_REGION);
	}
}

/* Names of the past lead to today's place and never settle it alone. */
static long long
add_names(struct gazetteer *g, const struct result *res)
{
	long long last = 0;

	for (unsigned r = 0; r < res->rows; r++) {
		const struct gazetteer_names_row *row = gazetteer_names_row(res,
		    r);
		const char *kind = row->kind.s;
		const char *name = text(&row->name);
		uint32_t p = gazetteer_of_id(g,
		    (uint32_t)rows_int(&row->perimeter_id, 0));
		enum gazetteer_kind k = strcmp(kind, NAME_ALIAS) == 0
		    ? GAZETTEER_ALIAS
		    : strcmp(kind, NAME_ARRONDISSEMENT) == 0
		    ? GAZETTEER_ARRONDISSEMENT
		    : GAZETTEER_FORMER;

		last = rows_int(&row->id, 0);
		if (p == GAZETTEER_NONE)
			continue;
		if (k != GAZETTEER_ALIAS)
			gazetteer_add_past(g, p, row->code.s);
		if (name != NULL && *name != '\0')
			gazetteer_add_name(g, p, k, name);
	}
	return last;
}

static enum rc
load_pieces(struct db *db, struct gazetteer *g, enum query_id query,
    long long (*add)(struct gazetteer *, const struct result *))
{
	struct pool *pool = pool_new();
	struct result res = { .rows = GAZETTEER_PIECE };
	long long after = 0;
	enum rc rc = RC_OK;

	while (rc == RC_OK && res.rows == GAZETTEER_PIECE) {
		pool_reset(pool);
		rc = ask(db, pool, query, after, &res);
		if (rc == RC_OK)
			after = add(g, &res);
	}
	pool_free(pool);
	return rc;
}

/* What one answer holds whole. */
static enum rc
load_whole(struct db *db, struct gazetteer *g, enum query_id query,
    void (*add)(struct gazetteer *, const struct result *))
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, query, NULL, &res);

	if (rc == RC_OK)
		add(g, &res);
	pool_free(pool);
	return rc;
}

static enum rc
load(struct db *db, struct gazetteer *g)
{
	enum rc rc = load_whole(db, g, Q_GAZETTEER_MEANINGS, add_meanings);

	if (rc == RC_OK)
		rc = load_pieces(db, g, Q_GAZETTEER_PLACES, add_places);
	if (rc == RC_OK)
		rc = load_pieces(db, g, Q_GAZETTEER_LINKS, add_links);
	if (rc == RC_OK)
		rc = load_whole(db, g, Q_GAZETTEER_REGIONS, add_regions);
	if (rc == RC_OK)
		rc = load_pieces(db, g, Q_GAZETTEER_NAMES, add_names);
	return rc;
}

static enum rc
read_version(struct db *db, long long *version)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_GAZETTEER_VERSION, NULL, &res);

	*version = rc == RC_OK && res.rows > 0
	    ? rows_int(&gazetteer_version_row(&res, 0)->places, 0)
	    : 0;
	pool_free(pool);
	return rc;
}

static enum rc
renew(struct gazetteer_kept *kept, struct db *db)
{
	struct gazetteer *g;
	long long version;
	enum rc rc;

	if ((rc = read_version(db, &version)) != RC_OK)
		return rc;
	if (kept->names != NULL && kept->version == version) {
		kept->is_current = true;
		return RC_OK;
	}
	g = gazetteer_new();
	if ((rc = load(db, g)) != RC_OK) {
		gazetteer_free(g);
		return rc;
	}
	gazetteer_seal(g);
	gazetteer_free(kept->names);
	*kept = (struct gazetteer_kept){ g, version, true, 0 };
	return RC_OK;
}

enum rc
gazetteer_want(struct gazetteer_kept *kept, struct db *db)
{
	enum rc rc;

	if (kept->is_current || time(NULL) < kept->again)
		return RC_OK;
	if ((rc = renew(kept, db)) == RC_OK || kept->names == NULL)
		return rc;
	/* Few places change, and a busy base is not asked by each request. */
	kept->again = time(NULL) + AGAIN;
	return RC_OK;
}

void
gazetteer_doubt(struct gazetteer_kept *kept)
{
	kept->is_current = false;
}

void
gazetteer_forget(struct gazetteer_kept *kept)
{
	gazetteer_free(kept->names);
	*kept = (struct gazetteer_kept){ 0 };
}
