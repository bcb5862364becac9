/* gazetteer_load.c - the names of places, from the database. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/query.h"
#include "db/rows.h"
#include "gazetteer/gazetteer_file.h"
#include "gazetteer/gazetteer_load.h"
#include "gen/constants.h"
#include "gen/queries/gazetteer.h"

/* In seconds: how long names of before do when the new cannot be read. */
enum { AGAIN = 10 };

/* Of what contains a place, in a list of numbers. */
enum { PART = 1, TWICE = 2 };

static enum rc
ask(struct db *db, struct pool *pool, enum query_id query, long long after,
    bool hidden, struct result *res)
{
	const struct arg *args = NULL;

	arg_int(pool, &args, ARG_AFTER, after);
	arg_int(pool, &args, GAZETTEER_PLACES_IN_HIDDEN, hidden);
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

static void
add_scales(struct gazetteer *g, const struct result *res)
{
	for (unsigned r = 0; r < res->rows; r++) {
		const struct gazetteer_scales_row *row =
		    gazetteer_scales_row(res, r);

		gazetteer_add_scale(g, (uint32_t)rows_int(&row->id, 0),
		    row->slug.s, row->name.s);
	}
}

/* Each takes a piece of what its query finds, and returns what the next piece
 * comes after. */
static long long
add_some(struct gazetteer *g, const struct result *res,
    uint32_t (*add)(struct gazetteer *, const struct gazetteer_row *))
{
	long long last = 0;

	for (unsigned r = 0; r < res->rows; r++) {
		const struct gazetteer_places_row *row =
		    gazetteer_places_row(res, r);
		struct gazetteer_row p = {
			.id = (uint32_t)rows_int(&row->id, 0),
			.scale = (uint8_t)rows_int(&row->scale, 0),
			.code = row->code.s,
			.name = row->name.s,
			.siren = text(&row->siren),
			.kind = text(&row->kind),
			.department = text(&row->department),
			.zips = text(&row->zips),
			.people = rows_int(&row->population, -1),
			.epci = GAZETTEER_NONE,
			.region = GAZETTEER_NONE,
		};
		uint32_t place = add(g, &p);

		gazetteer_add_centre(g, place,
		    (int)rows_int(&row->latitude, GAZETTEER_NOWHERE),
		    (int)rows_int(&row->longitude, GAZETTEER_NOWHERE));
		last = p.id;
	}
	return last;
}

static long long
add_places(struct gazetteer *g, const struct result *res)
{
	return add_some(g, res, gazetteer_add_place);
}

static long long
add_containers(struct gazetteer *g, const struct result *res)
{
	return add_some(g, res, gazetteer_add_container);
}

/* A commune lies in its EPCI, a department in its region: what a choice shows
 * beside its name. */
static void
add_link(struct gazetteer *g, uint32_t place, uint32_t container, bool part)
{
	struct gazetteer_place *p = &g->place[place];
	const struct gazetteer_place *in = &g->place[container];
	const char *kind = gazetteer_text(g, in->kind);

	gazetteer_add_link(g, place, container, part);
	if (container >= g->places)
		return;
	if (p->scale == SCALE_COMMUNE && in->scale == SCALE_EPCI &&
	    (kind == NULL || strcmp(kind, "EPT") != 0))
		p->epci = container;
	if (p->scale == SCALE_DEPARTMENT && in->scale == SCALE_REGION)
		p->region = container;
}

static long long
add_links(struct gazetteer *g, const struct result *res)
{
	long long last = 0;

	for (unsigned r = 0; r < res->rows; r++) {
		const struct gazetteer_links_row *row = gazetteer_links_row(res,
		    r);
		const char *s = row->containers.s;
		uint32_t place;

		last = rows_int(&row->contained_id, 0);
		place = gazetteer_of_id(g, (uint32_t)last);
		while (place != GAZETTEER_NONE && *s != '\0') {
			char *end;
			unsigned long n = strtoul(s, &end, 10);
			uint32_t in = gazetteer_of_any_id(g,
			    (uint32_t)(n / TWICE));

			if (in != GAZETTEER_NONE)
				add_link(g, place, in, (n & PART) != 0);
			s = end + (*end == ' ');
		}
	}
	return last;
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
    bool hidden, long long (*add)(struct gazetteer *, const struct result *))
{
	struct pool *pool = pool_new();
	struct result res = { .rows = GAZETTEER_PIECE };
	long long after = 0;
	enum rc rc = RC_OK;

	while (rc == RC_OK && res.rows == GAZETTEER_PIECE) {
		pool_reset(pool);
		rc = ask(db, pool, query, after, hidden, &res);
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

/* What tells of each place, and nothing that finds one. */
static enum rc
load_plain(struct db *db, struct gazetteer *g)
{
	enum rc rc = load_whole(db, g, Q_GAZETTEER_SCALES, add_scales);

	if (rc == RC_OK)
		rc = load_pieces(db, g, Q_GAZETTEER_PLACES, false,
		    add_containers);
	g->places = g->all;
	return rc;
}

static enum rc
load(struct db *db, struct gazetteer *g)
{
	enum rc rc = load_whole(db, g, Q_GAZETTEER_MEANINGS, add_meanings);

	if (rc == RC_OK)
		rc = load_whole(db, g, Q_GAZETTEER_SCALES, add_scales);
	if (rc == RC_OK)
		rc = load_pieces(db, g, Q_GAZETTEER_PLACES, false, add_places);
	if (rc == RC_OK)
		rc = load_pieces(db, g, Q_GAZETTEER_PLACES, true,
		    add_containers);
	if (rc == RC_OK)
		rc = load_pieces(db, g, Q_GAZETTEER_LINKS, false, add_links);
	if (rc == RC_OK)
		rc = load_pieces(db, g, Q_GAZETTEER_NAMES, false, add_names);
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

/* Those of the base, left in the file for others; the file of another who was
 * as fast is as good. */
static enum rc
read_names(const struct gazetteer_kept *kept, struct db *db,
    unsigned long long version, struct gazetteer **to)
{
	struct gazetteer *g = gazetteer_new(), *shared = NULL;
	enum rc rc = kept->plain ? load_plain(db, g) : load(db, g);

	if (rc != RC_OK) {
		gazetteer_free(g);
		return rc;
	}
	gazetteer_seal(g);
	if (kept->file != NULL &&
	    (shared = gazetteer_file_map(kept->file, version)) == NULL) {
		if (!gazetteer_file_write(g, kept->file, version))
			log_msg("gazetteer: \"%s\" cannot be written: %s",
			    kept->file, strerror(errno));
		shared = gazetteer_file_map(kept->file, version);
	}
	if (shared != NULL)
		gazetteer_free(g);
	*to = shared != NULL ? shared : g;
	return RC_OK;
}

static enum rc
renew(struct gazetteer_kept *kept, struct db *db)
{
	struct gazetteer *g = NULL;
	long long version;
	enum rc rc;

	if ((rc = read_version(db, &version)) != RC_OK)
		return rc;
	if (kept->names == NULL || kept->version != version) {
		if (kept->file != NULL)
			g = gazetteer_file_map(kept->file,
			    (unsigned long long)version);
		if (g == NULL &&
		    (rc = read_names(kept, db, (unsigned long long)version,
			 &g)) != RC_OK)
			return rc;
		gazetteer_free(kept->names);
		kept->names = g;
		kept->version = version;
	}
	kept->is_current = true;
	kept->again = 0;
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

const struct gazetteer *
gazetteer_at_hand(struct gazetteer_kept *kept, struct db *db)
{
	return kept != NULL && kept->names != NULL &&
		gazetteer_want(kept, db) == RC_OK && kept->is_current
	    ? kept->names
	    : NULL;
}

void
gazetteer_doubt(struct gazetteer_kept *kept)
{
	if (kept != NULL)
		kept->is_current = false;
}

void
gazetteer_forget(struct gazetteer_kept *kept)
{
	gazetteer_free(kept->names);
	free(kept->file);
	*kept = (struct gazetteer_kept){ 0 };
}
