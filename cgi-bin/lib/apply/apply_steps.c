/* apply_steps.c - an application, step by step. */

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "answers/answers_warning.h"
#include "answers/authority.h"
#include "apply/answers_form.h"
#include "apply/apply.h"
#include "apply/draft.h"
#include "base/log.h"
#include "db/rows.h"
#include "gen/queries/apply.h"
#include "payload/payload_link.h"
#include "xml/xml.h"

/* How long a second click waits for the first, in turns of 200 ms. */
enum { TURNS = 15, TURN_NS = 200 * 1000 * 1000 };

const struct param apply_params[] = { { .name = "authority",
					  .type = PARAM_TEXT,
					  .alias = "siren siret insee",
					  .max = 200 },
	{ .name = "zip", .type = PARAM_CODE, .alias = "code_postal" },
	{ .name = "perimeter_id", .type = PARAM_ID, .max = 99999999 },
	{ .name = "demarche", .type = PARAM_UINT, .max = 999999999 },
	/* Tells an empty form from a first visit. */
	{ .name = "step", .type = PARAM_CODE }, { 0 } };

/* One application on its way. */
struct application {
	struct context *ctx;
	const struct request *req;
	struct response *resp;
	struct apply_memory *m;
	long long aid;
	const char *slug, *aid_name;
	const struct demarche *demarche; /* NULL: the aid has none */
	struct answers *sheet;
	struct urlencoded form; /* n 0: nothing was typed */
	struct authority authority;
	struct payload payload;
	xmlNodePtr to; /* <apply> */
};

static const char *
apply_steps_value_of(const struct request *req, const char *name)
{
	struct param_values v = request_values(req, name);

	return v.n > 0 ? v.v[0].s : NULL;
}

static long long
apply_steps_number_of(const struct request *req, const char *name)
{
	struct param_values v = request_values(req, name);

	return v.n > 0 ? v.v[0].i : 0;
}

/* ---- the aid and its démarche ---- */

/* The démarche that is asked for, else the first of the aid. */
static enum rc
apply_steps_read_aid(struct application *x, const char *slug, long long asked)
{
	struct context *ctx = x->ctx;
	struct response *resp = x->resp;
	const struct arg *args = NULL;
	struct result res;
	xmlNodePtr n;
	enum rc rc;

	arg_text(ctx->pool, &args, DEMARCHES_OF_AID_IN_SLUG, slug);
	rc = query_run(ctx->db, ctx->pool, Q_DEMARCHES_OF_AID, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc == RC_OK ? RC_NOT_FOUND : rc;
	x->aid = rows_int(&res.row[0][DEMARCHES_OF_AID_ID], 0);
	x->slug = res.row[0][DEMARCHES_OF_AID_SLUG].s;
	x->aid_name = res.row[0][DEMARCHES_OF_AID_NAME].s;
	n = xml_add(resp->root, "aid");
	xml_set(n, "slug", x->slug);
	xml_add_text(n, "name", x->aid_name);
	if (res.row[0][DEMARCHES_OF_AID_APPLICATION_URL].type != VALUE_NULL)
		xml_add_text(n, "application-url",
		    res.row[0][DEMARCHES_OF_AID_APPLICATION_URL].s);
	for (unsigned r = 0; r < res.rows; r++) {
		long long number =
		    rows_int(&res.row[r][DEMARCHES_OF_AID_DEMARCHE], 0);

		if (number == 0 ||
		    res.row[r][DEMARCHES_OF_AID_TITLE].type == VALUE_NULL)
			continue;
		n = xml_add(resp->root, "offered");
		xml_set_int(n, "number", number);
		xml_add_text(n, "title", res.row[r][DEMARCHES_OF_AID_TITLE].s);
		if ((asked == 0 && x->demarche == NULL) || number == asked)
			rc = apply_demarche(x->m, ctx->db, (unsigned)number,
			    &x->demarche);
		if (rc != RC_OK)
			return rc;
	}
	return asked != 0 && x->demarche == NULL ? RC_NOT_FOUND : RC_OK;
}

static void
put_demarche(struct application *x)
{
	const struct demarche *d = x->demarche;
	xmlNodePtr n = xml_add(x->resp->root, "demarche");

	xml_set_int(n, "number", d->number);
	xml_set(n, "state", d->state);
	xml_set(n, "closes", d->closes_on);
	if (demarche_is_open(d, x->req->today))
		xml_set(n, "open", "true");
	xml_set(n, "href",
	    payload_plain_link(x->ctx->pool, x->ctx->conf->ds_url, d));
	xml_add_text(n, "title", d->title);
}

/* ---- the authority ---- */

static void
put_choices(struct application *x)
{
	struct context *ctx = x->ctx;
	struct value *ids = pool_take(ctx->pool, x->authority.n * sizeof(*ids));
	const struct arg *args = NULL;

	for (size_t i = 0; i < x->authority.n; i++)
		ids[i] = (struct value){ VALUE_INT, x->authority.id[i], NULL,
			0 };
	arg_list(ctx->pool, &args, AUTHORITY_CHOICES_IN_IDS, ids,
	    x->authority.n);
	rows_query(ctx->db, ctx->pool, Q_AUTHORITY_CHOICES, args, x->to, NULL,
	    NULL);
}

/* What Guichet knows of it, for a reader to see. */
static void
put_authority(struct application *x)
{
	size_t n;
	const struct fact *f = facts_all(x->m->facts, &n);
	xmlNodePtr to = xml_add(x->to, "authority"), node;

	if (x->authority.end == AUTHORITY_UNKNOWN)
		xml_set(to, "unknown", "true");
	if (x->authority.n == 1)
		xml_set_int(to, "perimeter", x->authority.id[0]);
	for (size_t i = 0; i < n; i++) {
		const struct known *k = answers_get(x->sheet, f[i].name, -1);
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

/* Finds the authority by what the address or the form says of it. */
static enum rc
apply_steps_find_authority(struct application *x, const char *typed,
    const char *zip, long long perimeter)
{
	struct context *ctx = x->ctx;
	enum rc rc;

	if (perimeter > 0)
		return authority_of_perimeter(ctx->db, x->sheet, perimeter,
		    &x->authority);
	rc = authority_find(ctx->db, x->sheet, typed != NULL ? typed : "", zip,
	    &x->authority);
	return rc;
}

static bool
apply_steps_is_known(const struct application *x)
{
	return x->authority.end == AUTHORITY_FOUND ||
	    x->authority.end == AUTHORITY_UNKNOWN;
}

/* ---- steps ---- */

static void
begin_step(struct application *x, const char *step)
{
	x->to = xml_add(x->resp->root, "apply");
	xml_set(x->to, "step", step);
}

/* Who asks: asked again with what was wrong. */
static enum rc
step_who(struct application *x, const char *typed, const char *zip)
{
	static const char *const faults[] = { [AUTHORITY_OPEN] = "open",
		[AUTHORITY_NONE] = "none",
		[AUTHORITY_WRONG] = "wrong" };

	begin_step(x, "who");
	if (typed == NULL && zip == NULL) {
		if (apply_steps_value_of(x->req, "step") != NULL)
			xml_set(x->to, "fault", "empty");
		return RC_OK;
	}
	xml_set(x->to, "fault", faults[x->authority.end]);
	xml_add_text(x->to, "typed-authority", typed);
	xml_add_text(x->to, "typed-zip", zip);
	if (x->authority.end == AUTHORITY_OPEN)
		put_choices(x);
	return RC_OK;
}

static enum rc
step_facts(struct application *x)
{
	const char *form = urlencoded_get(&x->form, "form");
	char fresh[DRAFT_KEY + 1];

	begin_step(x, "facts");
	if (form == NULL || !draft_is_key(form)) {
		if (!draft_key(fresh))
			return RC_FAIL;
		form = fresh;
	}
	xml_set(x->to, "form", form);
	put_authority(x);
	answers_form_put(x->sheet, x->demarche, x->form.n > 0 ? &x->form : NULL,
	    x->to);
	return RC_OK;
}

static void
put_check(struct application *x)
{
	struct context *ctx = x->ctx;

	xml_set(x->to, "form", urlencoded_get(&x->form, "form"));
	xml_set(x->to, "keeps", ctx->conf->draft_retention);
	put_authority(x);
	answers_warn(x->sheet, x->to);
	payload_put(&x->payload, ctx->pool, x->to);
	answers_form_put_typed(&x->form, x->to);
	xml_add_text(x->to, "link",
	    payload_link(ctx->pool, ctx->conf->ds_url, &x->payload));
}

static enum rc
step_check(struct application *x)
{
	begin_step(x, "check");
	put_check(x);
	return RC_OK;
}

/* ---- the draft ---- */

/* The draft is not there: the same page, with what happened. */
static enum rc
apply_steps_tell(struct application *x, const char *end, long retry_after)
{
	xmlNodePtr n;

	begin_step(x, "check");
	put_check(x);
	n = xml_add(x->to, "draft");
	xml_set(n, "end", end);
	if (retry_after > 0)
		xml_set_int(n, "retry-after", retry_after);
	return RC_OK;
}

static enum rc
go(struct application *x, const char *url)
{
	x->resp->location = pool_strdup(x->ctx->pool, url);
	return RC_SEE_OTHER;
}

/* Asks DS, and notes what it said whatever becomes of the reader. */
static enum rc
make(struct application *x, unsigned long long id, const struct buf *body)
{
	static const char *const ends[] = { [DS_REFUSED] = "refused",
		[DS_GONE] = "gone",
		[DS_BUSY] = "busy",
		[DS_DOWN] = "down",
		[DS_UNSURE] = "unsure" };
	struct ds_draft made = { .retry_after = 0 };
	enum ds_end end = ds_draft_make(x->m->ds, x->demarche->number, body,
	    &made);
	enum rc rc = draft_end(x->ctx->db, x->ctx->pool, id, end, &made);

	/* A draft that the journal missed is still the reader's. */
	if (end == DS_MADE)
		return go(x, made.url);
	return rc == RC_OK ? apply_steps_tell(x, ends[end], made.retry_after)
			   : rc;
}

static const char *
authority_text(const struct application *x, const char *fact)
{
	const struct known *k = answers_get(x->sheet, fact, -1);

	return k != NULL ? k->v : NULL;
}

static enum rc
apply_steps_begin(struct application *x, const struct draft *d,
    enum draft_start *start, struct draft_known *known)
{
	static const struct timespec turn = { 0, TURN_NS };
	enum rc rc = RC_OK;

	*start = DRAFT_SENDING;
	for (int i = 0; rc == RC_OK && *start == DRAFT_SENDING && i < TURNS;
	     i++) {
		if (i > 0)
			nanosleep(&turn, NULL);
		rc = draft_begin(x->ctx->db, x->ctx->pool, d, start, known);
	}
	return rc;
}

static enum rc
send(struct application *x)
{
	struct draft d = { .demarche = x->demarche->number,
		.aid = x->aid,
		.champs = (unsigned)x->payload.n };
	enum draft_start start;
	struct draft_known known;
	struct buf body = { 0 };
	enum rc rc;

	payload_body(&x->payload, &body);

	memcpy(d.form, urlencoded_get(&x->form, "form"), DRAFT_KEY + 1);
	d.siren = authority_text(x, "authority.siren");
	d.authority = authority_text(x, "authority.name");
	if (d.authority == NULL)
		d.authority = "";
	draft_digest(d.digest, d.demarche, body.data, body.len);
	rc = apply_steps_begin(x, &d, &start, &known);
	if (rc != RC_OK)
		;
	else if (start == DRAFT_NEW)
		rc = make(x, known.id, &body);
	else if (start == DRAFT_MADE && known.url != NULL)
		rc = go(x, known.url);
	else
		rc = apply_steps_tell(x,
		    start == DRAFT_CROWDED       ? "crowded"
			: start == DRAFT_SENDING ? "sending"
						 : "unsure",
		    0);
	buf_free(&body);
	return rc;
}

/* ---- requests ---- */

/* The aid of the address, and its démarche; RC_OK with none when the aid has no
 * form here. */
static enum rc
open_application(struct application *x, struct context *ctx,
    const struct request *req, struct response *resp, struct apply_memory *m,
    const char *slug)
{
	enum rc rc;

	*x = (struct application){ .ctx = ctx,
		.req = req,
		.resp = resp,
		.m = m,
		.sheet = answers_new(ctx->pool, m->facts, m->territory) };
	/* Of a form drawn for this reader; going back, they find it again. */
	resp->is_private = true;
	rc = apply_steps_read_aid(x, slug,
	    apply_steps_number_of(req, "demarche"));
	if (rc != RC_OK || x->demarche == NULL)
		return rc;
	put_demarche(x);
	answers_put(x->sheet, "aid.name", -1, x->aid_name, NULL, NULL, "aid");
	answers_put(x->sheet, "aid.url", -1,
	    pool_printf(ctx->pool, "%s/aides/%s/", ctx->conf->base_url,
		x->slug),
	    NULL, NULL, "aid");
	return RC_OK;
}

enum rc
apply_show(struct context *ctx, const struct request *req,
    struct response *resp, struct apply_memory *m, const char *slug)
{
	const char *typed = apply_steps_value_of(req, "authority"),
		   *zip = apply_steps_value_of(req, "zip");
	long long perimeter = apply_steps_number_of(req, "perimeter_id");
	struct application x;
	enum rc rc = open_application(&x, ctx, req, resp, m, slug);

	if (rc != RC_OK || x.demarche == NULL)
		return rc;
	if (typed == NULL && zip == NULL && perimeter == 0)
		return step_who(&x, NULL, NULL);
	if ((rc = apply_steps_find_authority(&x, typed, zip, perimeter)) !=
	    RC_OK)
		return rc;
	return apply_steps_is_known(&x) ? step_facts(&x)
					: step_who(&x, typed, zip);
}

/* Reads what the form says, facts first, for they go before what is found. */
static enum rc
read_form(struct application *x)
{
	struct context *ctx = x->ctx;
	const struct request *req = x->req;
	struct response *resp = x->resp;
	const char *perimeter, *siren;
	enum rc rc = urlencoded_read(ctx->pool, req->body, &x->form);

	if (rc != RC_OK)
		return response_refuse(resp, "body", NULL, "utf8");
	answers_form_read(x->sheet, &x->form);
	perimeter = urlencoded_get(&x->form, "perimeter_id");
	siren = urlencoded_get(&x->form, "authority");
	rc = apply_steps_find_authority(x, siren, NULL,
	    perimeter != NULL ? atoll(perimeter) : 0);
	return rc == RC_OK ? authority_complete(ctx->db, x->sheet) : rc;
}

enum rc
apply_take(struct context *ctx, const struct request *req,
    struct response *resp, struct apply_memory *m, const char *slug)
{
	struct application x;
	const char *step, *form;
	bool ours = req->fetch_site == NULL ||
	    strcmp(req->fetch_site, "same-origin") == 0 ||
	    strcmp(req->fetch_site, "none") == 0;
	enum rc rc = open_application(&x, ctx, req, resp, m, slug);

	if (rc != RC_OK || x.demarche == NULL)
		return rc;
	if ((rc = read_form(&x)) != RC_OK)
		return rc;
	if (!apply_steps_is_known(&x))
		return step_who(&x, urlencoded_get(&x.form, "authority"), NULL);
	step = urlencoded_get(&x.form, "step");
	form = urlencoded_get(&x.form, "form");
	if (step == NULL || strcmp(step, "edit") == 0 || form == NULL ||
	    !draft_is_key(form) || x.sheet->fault != NULL)
		return step_facts(&x);
	rc = payload_make(ctx->pool, x.demarche, x.sheet, NULL, &x.payload);
	if (rc != RC_OK)
		return rc;
	/* Another site's page cannot push the last button. */
	if (strcmp(step, "send") != 0 || !ours ||
	    !demarche_is_open(x.demarche, req->today))
		return step_check(&x);
	return send(&x);
}
