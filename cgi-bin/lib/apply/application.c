/* application.c - what all steps of an application share. */

#include <string.h>
#include <time.h>

#include "answers/answers_warning.h"
#include "apply/answers_form.h"
#include "apply/application.h"
#include "apply/apply_shown.h"
#include "db/rows.h"
#include "gen/queries/apply.h"
#include "payload/payload_link.h"
#include "question/question_read.h"
#include "web/url.h"
#include "xml/xml.h"

/* ---- the aid and its démarche ---- */

/* The démarche that is asked for, else the first of the aid. */
static enum rc
read_aid(struct application *x, const char *slug, long long asked)
{
	struct context *ctx = x->ctx;
	const struct arg *args = ctx->args; /* perhaps those within a portal */
	struct result res;
	const struct demarches_of_aid_row *row;
	xmlNodePtr n;
	enum rc rc;

	arg_text(ctx->pool, &args, DEMARCHES_OF_AID_IN_SLUG, slug);
	rc = query_run(ctx->db, ctx->pool, Q_DEMARCHES_OF_AID, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc == RC_OK ? RC_NOT_FOUND : rc;
	row = demarches_of_aid_row(&res, 0);
	x->aid = rows_int(&row->id, 0);
	x->slug = row->slug.s;
	x->aid_name = row->name.s;
	n = xml_add(x->resp->root, "aid");
	xml_set(n, "slug", x->slug);
	xml_add_text(n, "name", x->aid_name);
	if (row->application_url.type != VALUE_NULL)
		xml_add_text(n, "application-url", row->application_url.s);
	for (unsigned r = 0; r < res.rows; r++) {
		const struct demarches_of_aid_row *offered =
		    demarches_of_aid_row(&res, r);
		long long number = rows_int(&offered->demarche, 0);

		if (number == 0 || offered->title.type == VALUE_NULL)
			continue;
		n = xml_add(x->resp->root, "offered");
		xml_set_int(n, "number", number);
		xml_add_text(n, "title", offered->title.s);
		if ((asked == 0 && x->demarche == NULL) || number == asked)
			rc = apply_demarche(x->m, ctx->db, (unsigned)number,
			    &x->demarche);
		if (rc != RC_OK)
			return rc;
	}
	return asked != 0 && x->demarche == NULL ? RC_NOT_FOUND : RC_OK;
}

/* ---- the authority ---- */

/* What Guichet knows of it, for a reader to see. */
void
application_put_authority(struct application *x)
{
	size_t n;
	const struct fact *f = facts_all(x->m->facts, &n);
	xmlNodePtr to = xml_add(x->to, "authority"), node;

	if (x->authority.end == AUTHORITY_UNKNOWN)
		xml_set(to, "unknown", "true");
	if (x->authority.n == 1)
		xml_set_int(to, "perimeter", x->authority.id[0]);
	for (size_t i = 0; i < n; i++) {
		const struct known *k = answers_get(x->answers, f[i].name, -1);
		const char *w;

		if (strncmp(f[i].name, "authority.", 10) != 0 || k == NULL)
			continue;
		w = k->wordings != NULL ? k->wordings : k->v;
		node = xml_add_text(to, "known",
		    pool_strndup(x->ctx->pool, w,
			strstr(w, " | ") != NULL
			    ? (size_t)(strstr(w, " | ") - w)
			    : strlen(w)));
		xml_set(node, "name", f[i].name);
		xml_set(node, "label", f[i].label);
		xml_set(node, "origin", k->origin);
	}
}

/* Finds the authority by what the address or the form says of it.  What was
 * chosen settles what was typed, unless that is another's alone: it was typed
 * afterwards. */
enum rc
application_find_authority(struct application *x, const char *typed,
    const char *zip, long long perimeter)
{
	struct db *db = x->ctx->db;
	enum rc rc;

	typed = typed != NULL ? typed : "";
	if (perimeter <= 0)
		return authority_find(db, x->answers, typed, zip,
		    &x->authority);
	rc = authority_find(db, x->answers, typed, NULL, &x->authority);
	return rc == RC_OK && !application_is_known(x)
	    ? authority_of_perimeter(db, x->answers, perimeter, &x->authority)
	    : rc;
}

bool
application_is_known(const struct application *x)
{
	return x->authority.end == AUTHORITY_FOUND ||
	    x->authority.end == AUTHORITY_UNKNOWN;
}

enum rc
application_fit(struct application *x)
{
	bool one = x->authority.end == AUTHORITY_FOUND && x->authority.n == 1;
	const struct known *kind = answers_get(x->answers, "authority.kind",
	    -1);
	bool own = kind != NULL && strcmp(kind->origin, "reader") == 0;

	return apply_fit_read(x->ctx->db, x->ctx->pool, x->aid,
	    one ? x->authority.id[0] : 0, own ? kind->v : NULL, x->req->today,
	    &x->fit);
}

/* ---- opening ---- */

/* The search that led here, for the way back from each step: as it came, or
 * what the address says of who asks. */
static enum rc
put_search(struct application *x)
{
	struct pool *pool = x->ctx->pool;
	struct param_values v = request_values(x->req, "from");
	const char *own = question_carry(pool, x->req, NULL, NULL);
	const char *query = v.n > 0 ? v.v[0].s : own != NULL ? own + 1 : NULL;
	xmlNodePtr n;

	if (query == NULL)
		return RC_OK;
	x->from = url_query(pool, "from", query);
	n = xml_add(x->resp->root, "search");
	xml_set(n, "query", query);
	xml_set(n, "carry", x->from);
	return apply_asker_read(x->ctx, x->req, x->resp, query, &x->asker);
}

/* The aid of the address, and its démarche; RC_OK with none when the aid has no
 * form here. */
enum rc
application_open(struct application *x, struct context *ctx,
    const struct request *req, struct response *resp, struct apply_memory *m,
    const char *slug)
{
	struct param_values v;
	enum rc rc;

	*x = (struct application){ .ctx = ctx,
		.req = req,
		.resp = resp,
		.m = m,
		.answers = answers_new(ctx->pool, m->facts, m->territory) };
	/* Of a form drawn for this reader; going back, they find it again. */
	resp->is_private = true;
	v = request_values(req, "demarche");
	rc = read_aid(x, slug, v.n > 0 ? v.v[0].i : 0);
	if (rc == RC_OK)
		rc = put_search(x);
	if (rc != RC_OK || x->demarche == NULL)
		return rc;
	apply_put_head(ctx, req, resp, x->demarche);
	answers_put(x->answers, "aid.name", -1, x->aid_name, NULL, NULL, "aid");
	answers_put(x->answers, "aid.url", -1,
	    pool_printf(ctx->pool, "%s/aides/%s/", ctx->conf->base_url,
		x->slug),
	    NULL, NULL, "aid");
	return RC_OK;
}

enum rc
application_read_token(struct application *x)
{
	return form_token_read(&x->token, x->m->secret,
		   urlencoded_get(&x->form, "form"),
		   request_is_ours(x->req, x->ctx->origin), time(NULL))
	    ? RC_OK
	    : RC_FAIL;
}

/* ---- parts of pages ---- */

void
application_begin_step(struct application *x, const char *step)
{
	x->to = xml_add(x->resp->root, "apply");
	xml_set(x->to, "step", step);
	apply_fit_put(&x->fit, x->to);
}

void
application_put_check(struct application *x)
{
	struct context *ctx = x->ctx;

	xml_set(x->to, "form", x->token.text);
	xml_set(x->to, "shown",
	    apply_shown(ctx->pool, &x->payload, x->req->day));
	xml_set(x->to, "keeps", ctx->conf->draft_retention);
	application_put_authority(x);
	answers_warn(x->answers, &x->authority, x->req->today, x->to);
	payload_put(&x->payload, ctx->pool, x->to);
	answers_form_put_typed(&x->form, x->to);
	xml_add_text(x->to, "link",
	    payload_link(ctx->pool, ctx->conf->ds_url, &x->payload));
}
