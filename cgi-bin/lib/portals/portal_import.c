/*
 * portal_import.c - the file of a portal into the database.
 *
 * What is wrong with its question or its aids, the database alone knows.
 */

#include <stdbool.h>
#include <string.h>

#include "base/say.h"
#include "db/rows.h"
#include "files/file_import.h"
#include "gen/queries/portals.h"
#include "portals/portal_aids.h"
#include "portals/portal_check.h"
#include "portals/portal_import.h"
#include "portals/portal_query.h"
#include "portals/portal_read.h"
#include "portals/portal_write.h"
#include "site/portal.h"

/* What an import goes through. */
struct portal_importing {
	struct file_import in; /* first: steps are given it */
	struct portal_record r;
	struct portal_question as; /* when it has a question */
};

/* ---- what is wrong ---- */

/* A fault of the query is one of its element: the file has no line for each
 * parameter. */
static void
query_is_wrong(void *arg, const char *fault)
{
	struct portal_importing *x = arg;

	file_fault(&x->in.faults, x->r.f.field[PORTAL_QUERY].at, "query", "%s",
	    fault);
}

/* A portal without a question is of all aids. */
static enum rc
check_query(struct portal_importing *x)
{
	struct file_value *v = &x->r.f.field[PORTAL_QUERY];
	struct portal_queries *queries;
	const char *query, *left;
	enum rc rc;

	if (v->s == NULL)
		return RC_OK;
	if ((query = portal_query_part(x->in.pool, v->s, &left)) == NULL) {
		query_is_wrong(x,
		    _("this address asks nothing: copy that of a search, which "
		      "has a ?"));
		return RC_OK;
	}
	if (left != NULL)
		file_note(&x->in.faults, v->at, "query",
		    _("left out of the question, for they filter nothing: %s"),
		    left);
	v->s = query;
	if ((rc = portal_queries_open(x->in.conf, x->in.db, &queries)) != RC_OK)
		return rc;
	rc = portal_query_check(queries, x->in.pool, v->s, query_is_wrong, x,
	    &x->as);
	portal_queries_close(queries);
	return rc;
}

/* A host name leads to one portal: two that claim it would be shown in turns.
 * The column is unique, too; this says whose it is. */
static enum rc
check_taken(struct portal_importing *x)
{
	const struct file_value *host = &x->r.f.field[PORTAL_HOST];
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (host->s == NULL || x->r.f.slug == NULL)
		return RC_OK;
	arg_text(x->in.pool, &args, ARG_HOST, host->s);
	rc = query_run(x->in.db, x->in.pool, Q_PORTAL_HOST_OF, args, &res);
	if (rc == RC_OK && res.rows > 0 &&
	    strcmp(portal_host_of_row(&res, 0)->slug.s, x->r.f.slug) != 0)
		file_fault(&x->in.faults, host->at, "host",
		    _("\"%s\" is the host of the portal \"%s\": give this one "
		      "another name, or take it from that one first"),
		    host->s, portal_host_of_row(&res, 0)->slug.s);
	return rc;
}

/* What it says, then what it names. */
static enum rc
portal_step_read(struct file_import *in, xmlNodePtr root)
{
	struct portal_importing *x = (struct portal_importing *)in;
	enum rc rc;

	portal_read(&in->faults, in->pool, root, &x->r);
	portal_check(&in->faults, in->pool, in->conf, &x->r);
	rc = check_query(x);
	if (rc == RC_OK)
		rc = check_taken(x);
	return rc == RC_OK
	    ? portal_aids_find(&in->faults, in->db, in->pool, &x->r)
	    : rc;
}

/* ---- the portal ---- */

/* Its id; and whether anybody sees it, unless the file says so. */
static enum rc
portal_step_find(struct file_import *in)
{
	struct portal_importing *x = (struct portal_importing *)in;
	const struct portal_state_row *row;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(in->pool, &args, ARG_SLUG, x->r.f.slug);
	rc = query_run(in->db, in->pool, Q_PORTAL_STATE, args, &res);
	if (rc == RC_OK && res.rows > 0) {
		row = portal_state_row(&res, 0);
		in->id = rows_int(&row->id, 0);
		if (x->r.is_public < 0)
			x->r.is_public = rows_int(&row->public, 0) != 0;
	}
	if (x->r.is_public < 0)
		x->r.is_public = 0;
	return rc;
}

/* All of its rows. */
static enum rc
portal_step_write(struct file_import *in)
{
	struct portal_importing *x = (struct portal_importing *)in;

	return portal_write(in->db, in->pool, &x->r, &in->id);
}

/* In the order that administrators read them. */
static const enum query_id parts[] = { Q_PORTAL_FILE_PAGES, Q_PORTAL_FILE_LINKS,
	Q_PORTAL_FILE_SITES, Q_PORTAL_FILE_HIGHLIGHTED, Q_PORTAL_FILE_EXCLUDED,
	Q_PORTAL_FILE_FILTERS, Q_NONE };
const struct file_queries portal_queries = { PORTAL_NS, ARG_PORTAL,
	Q_PORTAL_FILE, parts, Q_PORTAL_START, PORTAL_SLUG_MAX };

/* What came of it is told whatever the end was. */
enum rc
portal_import(struct db *db, const struct conf *conf, struct pool *pool,
    const char *path, struct portal_imported *made)
{
	static const struct file_steps steps = { "portals/portal.rng",
		"guichet-portail(5)", "site highlighted excluded",
		portal_step_read, portal_step_find, portal_step_write,
		&portal_queries };
	struct portal_importing x = { .in = { .db = db,
					  .pool = pool,
					  .conf = conf,
					  .faults = { path, pool, NULL, 0 } } };
	enum rc rc = file_import(&x.in, &steps);

	*made = (struct portal_imported){ .slug = x.r.f.slug,
		.host = x.r.f.field[PORTAL_HOST].s,
		.end = x.in.end,
		.is_public = x.r.is_public != 0,
		.is_framed = x.r.f.part[PORTAL_SITES].n > 0,
		.asks = x.r.f.field[PORTAL_QUERY].s != NULL,
		.as = x.as };
	return rc;
}
