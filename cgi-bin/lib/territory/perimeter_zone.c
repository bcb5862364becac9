/* perimeter_zone.c - perimeters made from a list of codes, and their links. */

#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/territory_zone.h"
#include "table/code_list.h"
#include "territory/perimeter_row.h"
#include "territory/perimeter_union.h"
#include "territory/perimeter_zone.h"

static const enum query_id link_steps[] = { Q_PERIMETER_ZONE_DROP,
	Q_PERIMETER_ZONE_STAGE_COMMUNE, Q_PERIMETER_ZONE_COMMUNES,
	Q_PERIMETER_ZONE_COMMUNES_LED, Q_PERIMETER_ZONE_COMMUNES_WITHIN,
	Q_PERIMETER_ZONE_STAGE_LINK, Q_PERIMETER_ZONE_LINKS,
	Q_PERIMETER_ZONE_LINKS_WIDE, Q_PERIMETER_ZONE_LINKS_ALL,
	Q_PERIMETER_HEIR_STAGE, Q_NONE };

/* Those whose rows count as links written. */
static const enum query_id write_steps[] = { Q_PERIMETER_ZONE_LINK_REMOVE,
	Q_PERIMETER_ZONE_LINK_REMOVE_WIDE, Q_PERIMETER_ZONE_LINK_ADD, Q_NONE };
static const enum query_id heir_steps[] = { Q_PERIMETER_HEIRS,
	Q_PERIMETER_HEIRS_WIDE, Q_NONE };
static const enum query_id heir_write_steps[] = { Q_PERIMETER_HEIR_REMOVE,
	Q_PERIMETER_HEIR_ADD, Q_NONE };

/* What holds only a part of a body: known once all links are. */
static const enum query_id part_steps[] = { Q_PERIMETER_PART_DROP,
	Q_PERIMETER_PART_STAGE, Q_PERIMETER_ALIKE_STAGE, Q_PERIMETER_ALIKES,
	Q_PERIMETER_PARTS, Q_NONE };
static const enum query_id part_write_steps[] = { Q_PERIMETER_PART_WRITE,
	Q_NONE };

/* Runs the queries in order; adds the rows written to *n, unless NULL. */
static enum rc
run_all(struct db *db, struct pool *pool, const enum query_id *steps,
    const struct arg *args, unsigned long long *n)
{
	struct result res;
	enum rc rc = RC_OK;

	for (; rc == RC_OK && *steps != Q_NONE; steps++)
		if ((rc = query_run(db, pool, *steps, args, &res)) == RC_OK &&
		    n != NULL)
			*n += res.affected;
	return rc;
}

/* Links of zones, then of the communes that are no more and lie in them. */
static enum rc
link_once(struct db *db, struct pool *pool, const struct arg *args,
    unsigned long long *links)
{
	enum rc rc;

	if ((rc = run_all(db, pool, link_steps, args, NULL)) == RC_OK &&
	    (rc = run_all(db, pool, write_steps, args, links)) == RC_OK &&
	    (rc = run_all(db, pool, heir_steps, args, NULL)) == RC_OK)
		rc = run_all(db, pool, heir_write_steps, args, links);
	return rc;
}

enum rc
perimeter_zone_links(struct db *db, struct pool *pool, const struct arg *args,
    unsigned long long *links)
{
	unsigned long long was = *links;
	enum rc rc = link_once(db, pool, args, links);

	/* What contains an ad hoc zone's communes lies in it: when a basin has
	 * just got others, once more. */
	if (rc == RC_OK && args == NULL && *links != was)
		rc = link_once(db, pool, NULL, links);
	if (rc == RC_OK &&
	    (rc = run_all(db, pool, part_steps, args, NULL)) == RC_OK)
		rc = run_all(db, pool, part_write_steps, args, links);
	return rc == RC_OK && args == NULL && *links > 0
	    ? perimeter_union_link_all(db, pool)
	    : rc;
}

/* Of a commune or a body; or of a department or a region. */
static bool
is_code(const char *s)
{
	size_t n = strlen(s);

	return perimeter_row_is_insee(s) || perimeter_row_is_siren(s) ||
	    (n > 0 && n <= 3 && strspn(s, "0123456789ABR") == n);
}

static enum rc
check_zone(const struct perimeter_zone *z)
{
	static const char ok[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				 "abcdefghijklmnopqrstuvwxyz0123456789_- ";
	size_t n = strlen(z->code), name = strlen(z->name);

	if (strcmp(z->scale, "adhoc") != 0 && strcmp(z->scale, "basin") != 0) {
		log_msg(_("scale \"%s\" is neither adhoc nor "
			  "basin"),
		    z->scale);
		return RC_BAD_PARAM;
	}
	if (n == 0 || n > 32 || strspn(z->code, ok) != n) {
		log_msg(_("\"%s\" is no code"), z->code);
		return RC_BAD_PARAM;
	}
	if (name == 0 || name > 255 || !str_is_xml(z->name, name)) {
		log_msg(_("\"%s\" has no name of 1 to 255 bytes"), z->code);
		return RC_BAD_PARAM;
	}
	return RC_OK;
}

/* The codes given in their table, and those that lead nowhere in unknown. */
static enum rc
perimeter_zone_stage(struct db *db, struct pool *pool,
    const struct perimeter_zone *z, struct buf *unknown)
{
	static const enum query_id steps[] = { Q_PERIMETER_ZONE_DROP,
		Q_PERIMETER_ZONE_STAGE, Q_NONE };
	struct buf codes = { 0 };
	struct result res;
	size_t given = 0;
	enum rc rc;

	if ((rc = code_list_read(z->in, is_code, &codes)) == RC_OK &&
	    (rc = run_all(db, pool, steps, NULL, NULL)) == RC_OK &&
	    (rc = query_load(db, Q_PERIMETER_ZONE_CODES, &codes)) == RC_OK)
		rc = query_run(db, pool, Q_PERIMETER_ZONE_UNKNOWN, NULL, &res);
	for (size_t i = 0; i < codes.len; i++)
		given += codes.data[i] == '\n';
	buf_free(&codes);
	if (rc != RC_OK)
		return rc;
	for (unsigned i = 0; i < res.rows; i++)
		buf_putf(unknown, "%s%s", unknown->len > 0 ? ", " : "",
		    rows_text(pool,
			&perimeter_zone_unknown_row(&res, i)->code));
	if (res.rows < given)
		return RC_OK;
	log_msg(_("no code of \"%s\" leads anywhere"), z->code);
	return RC_BAD_PARAM;
}

/* The zone itself; *id is its id, *n counts rows written. */
static enum rc
write_zone(struct db *db, struct pool *pool, const struct perimeter_zone *z,
    const struct arg **id, unsigned long long *n)
{
	static const enum query_id zone[] = { Q_PERIMETER_ZONE_ADD, Q_NONE };
	static const enum query_id rest[] = { Q_PERIMETER_ZONE_NAME_REMOVE,
		Q_PERIMETER_ZONE_NAME_ADD, Q_PERIMETER_ZONE_MEMBER_REMOVE,
		Q_PERIMETER_ZONE_MEMBER_ADD, Q_NONE };
	const struct arg *args = NULL;
	char *folded = pool_take(pool, 256);
	struct result res;
	enum rc rc;

	arg_text(pool, &args, ARG_SCALE, z->scale);
	arg_text(pool, &args, ARG_CODE, z->code);
	arg_text(pool, &args, ARG_NAME, z->name);
	arg_text(pool, &args, ARG_FOLDED, str_fold_name(folded, 256, z->name));
	if ((rc = run_all(db, pool, zone, args, n)) != RC_OK ||
	    (rc = query_run(db, pool, Q_PERIMETER_ZONE_ID, args, &res)) !=
		RC_OK)
		return rc;
	if (res.rows == 0)
		return RC_FAIL;
	arg_int(pool, &args, ARG_PERIMETER_ID,
	    rows_int(&perimeter_zone_id_row(&res, 0)->id, 0));
	arg_int(pool, id, ARG_PERIMETER_ID,
	    rows_int(&perimeter_zone_id_row(&res, 0)->id, 0));
	return run_all(db, pool, rest, args, n);
}

static enum rc
perimeter_zone_write_all(struct db *db, struct pool *pool,
    const struct perimeter_zone *z, unsigned long long *links)
{
	unsigned long long n = 0;
	const struct arg *id = NULL;
	struct result res;
	enum rc rc;

	if ((rc = write_zone(db, pool, z, &id, &n)) != RC_OK ||
	    (rc = perimeter_zone_links(db, pool, id, links)) != RC_OK ||
	    (strcmp(z->scale, "basin") == 0 &&
		(rc = link_once(db, pool, NULL, links)) != RC_OK))
		return rc;
	if (n + *links == 0)
		return RC_OK;
	return query_run(db, pool, Q_PERIMETER_VERSION, NULL, &res);
}

/* A zone that took the code of a commune would be found in its place. */
static enum rc
check_free(struct db *db, struct pool *pool, const struct perimeter_zone *z)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, PERIMETER_ZONE_CODE_TAKEN_IN_SCALE, z->scale);
	arg_text(pool, &args, PERIMETER_ZONE_CODE_TAKEN_IN_CODE, z->code);
	rc = query_run(db, pool, Q_PERIMETER_ZONE_CODE_TAKEN, args, &res);
	if (rc == RC_OK && res.rows > 0) {
		log_msg(_("\"%s\" is the code of \"%s\""), z->code,
		    perimeter_zone_code_taken_row(&res, 0)->name.s);
		rc = RC_BAD_PARAM;
	}
	return rc;
}

enum rc
perimeter_zone_add(struct db *db, const struct perimeter_zone *z,
    struct buf *unknown, unsigned long long *links)
{
	struct pool *pool = pool_new();
	unsigned long long n = 0;
	enum rc rc;

	if ((rc = check_zone(z)) == RC_OK &&
	    (rc = check_free(db, pool, z)) == RC_OK &&
	    (rc = perimeter_zone_stage(db, pool, z, unknown)) == RC_OK &&
	    (rc = db_begin(db)) == RC_OK) {
		rc = perimeter_zone_write_all(db, pool, z, &n);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	if (rc == RC_OK)
		*links = n;
	pool_free(pool);
	return rc;
}
