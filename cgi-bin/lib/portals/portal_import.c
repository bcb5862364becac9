/*
 * portal_import.c - the file of a portal into the database.
 *
 * Everything is read and checked before the first row is written.  Whether
 * something changed is what the portal exports, before and after.
 */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/say.h"
#include "db/rows.h"
#include "db/version.h"
#include "files/file_xml.h"
#include "gen/queries/portals.h"
#include "portals/portal_aids.h"
#include "portals/portal_check.h"
#include "portals/portal_export.h"
#include "portals/portal_import.h"
#include "portals/portal_query.h"
#include "portals/portal_read.h"
#include "portals/portal_write.h"

struct portal_importing {
	struct file_faults faults;
	struct db *db;
	struct pool *pool;
	const struct conf *conf;
	struct portal_record r;
	size_t found; /* by its question, which it has */
};

/* ---- what is wrong ---- */

/* A fault of the query is one of its element. */
static void
query_is_wrong(void *arg, const char *fault)
{
	struct portal_importing *x = arg;

	file_fault(&x->faults, x->r.f.field[PORTAL_QUERY].line, "query", "%s",
	    fault);
}

/* A portal without a question is of all aids. */
static enum rc
check_query(struct portal_importing *x)
{
	struct file_value *v = &x->r.f.field[PORTAL_QUERY];
	struct portal_queries *queries;
	const char *query;
	enum rc rc;

	if (v->s == NULL)
		return RC_OK;
	if ((query = portal_query_part(x->pool, v->s)) == NULL) {
		query_is_wrong(x,
		    _("this address asks nothing: copy that of a search, which "
		      "has a ?"));
		return RC_OK;
	}
	v->s = query;
	if ((rc = portal_queries_open(x->conf, x->db, &queries)) != RC_OK)
		return rc;
	rc = portal_query_check(queries, v->s, query_is_wrong, x, &x->found);
	portal_queries_close(queries);
	return rc;
}

/* A host name leads to one portal. */
static enum rc
check_taken(struct portal_importing *x)
{
	const struct file_value *host = &x->r.f.field[PORTAL_HOST];
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (host->s == NULL || x->r.f.slug == NULL)
		return RC_OK;
	arg_text(x->pool, &args, ARG_HOST, host->s);
	rc = query_run(x->db, x->pool, Q_PORTAL_HOST_OF, args, &res);
	if (rc == RC_OK && res.rows > 0 &&
	    strcmp(portal_host_of_row(&res, 0)->slug.s, x->r.f.slug) != 0)
		file_fault(&x->faults, host->line, "host",
		    _("\"%s\" is the host of the portal \"%s\": give this one "
		      "another name, or take it from that one first"),
		    host->s, portal_host_of_row(&res, 0)->slug.s);
	return rc;
}

/* The file as it is, then what it says. */
static enum rc
read_file(struct portal_importing *x)
{
	const char *grammar = pool_printf(x->pool, "%s/xsl/portals/portal.rng",
	    x->conf->share_dir);
	char *against = NULL;
	xmlDocPtr doc;
	enum rc rc = file_xml_read(&x->faults, grammar, &doc, &against);

	if (rc == RC_OK) {
		portal_read(&x->faults, x->pool, xmlDocGetRootElement(doc),
		    &x->r);
		portal_check(&x->faults, x->pool, x->conf, &x->r);
		rc = check_query(x);
	}
	/* The grammar says the first fault alone, in its own words. */
	if (rc == RC_OK && x->faults.n == 0 && against != NULL)
		file_fault(&x->faults, 0, NULL,
		    _("it is not as guichet-portail(5) says: %s"), against);
	xmlFreeDoc(doc);
	free(against);
	return rc;
}

/* ---- the portal ---- */

/* Its id, 0 for one that is not there yet; and whether anybody sees it. */
static enum rc
find_portal(struct portal_importing *x, long long *id)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(x->pool, &args, ARG_SLUG, x->r.f.slug);
	rc = query_run(x->db, x->pool, Q_PORTAL_STATE, args, &res);
	*id = 0;
	if (rc == RC_OK && res.rows > 0) {
		*id = rows_int(&portal_state_row(&res, 0)->id, 0);
		if (x->r.is_public < 0)
			x->r.is_public =
			    rows_int(&portal_state_row(&res, 0)->public, 0) !=
			    0;
	}
	if (x->r.is_public < 0)
		x->r.is_public = 0;
	return rc;
}

static bool
is_same(const struct buf *a, const struct buf *b)
{
	return a->len == b->len && memcmp(a->data, b->data, a->len) == 0;
}

/* Within the caller's transaction, which begins with the version: two imports
 * at a time wait for each other there, and not on rows in another order. */
static enum rc
put_portal(struct portal_importing *x, struct portal_imported *made)
{
	struct buf before = { 0 }, after = { 0 };
	unsigned long long version;
	long long id;
	enum rc rc = find_portal(x, &id);

	made->end = id == 0 ? PORTAL_ADDED : PORTAL_CHANGED;
	if (rc == RC_OK)
		rc = version_bump(x->db, x->pool, &version);
	if (rc == RC_OK && id != 0)
		rc = portal_export(x->db, x->pool, id, &before);
	if (rc == RC_OK)
		rc = portal_write(x->db, x->pool, &x->r, &id);
	if (rc == RC_OK)
		rc = portal_export(x->db, x->pool, id, &after);
	if (rc == RC_OK && made->end == PORTAL_CHANGED &&
	    is_same(&before, &after))
		made->end = PORTAL_SAME;
	buf_free(&before);
	buf_free(&after);
	return rc;
}

enum rc
portal_import(struct db *db, const struct conf *conf, struct pool *pool,
    const char *path, struct portal_imported *made)
{
	struct portal_importing x = { .faults = { path, pool, NULL, 0 },
		.db = db,
		.pool = pool,
		.conf = conf };
	enum rc rc = read_file(&x);

	if (rc == RC_OK)
		rc = check_taken(&x);
	if (rc == RC_OK)
		rc = portal_aids_find(&x.faults, db, pool, &x.r);
	if (x.faults.n > 0) {
		file_faults_tell(&x.faults);
		return RC_BAD_PARAM;
	}
	if (rc != RC_OK || (rc = db_begin(db)) != RC_OK)
		return rc;
	rc = put_portal(&x, made);
	if (rc == RC_OK && made->end != PORTAL_SAME)
		rc = db_commit(db);
	else
		db_rollback(db);
	made->slug = x.r.f.slug;
	made->host = x.r.f.field[PORTAL_HOST].s;
	made->is_public = x.r.is_public != 0;
	made->asks = x.r.f.field[PORTAL_QUERY].s != NULL;
	made->found = x.found;
	return rc;
}
