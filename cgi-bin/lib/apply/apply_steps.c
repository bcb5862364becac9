/* apply_steps.c - an application, step by step. */

#include <stdlib.h>
#include <string.h>

#include "answers/authority_complete.h"
#include "apply/answers_form.h"
#include "apply/apply_send.h"
#include "apply/draft.h"
#include "db/rows.h"
#include "gen/queries/apply.h"
#include "xml/xml.h"

const struct param apply_params[] = { { .name = "authority",
					  .type = PARAM_TEXT,
					  .alias = "siren siret insee",
					  .max = 200 },
	{ .name = "zip",
	    .type = PARAM_TEXT,
	    .alias = "code_postal",
	    .max = 20 },
	{ .name = "perimeter_id", .type = PARAM_ID, .max = 99999999 },
	{ .name = "demarche", .type = PARAM_UINT, .max = 999999999 },
	/* Tells an empty form from a first visit. */
	{ .name = "step", .type = PARAM_CODE },
	/* A draft under way: see apply_follow. */
	{ .name = "draft", .type = PARAM_CODE }, { 0 } };

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

/* ---- steps ---- */

/* Who asks: asked again with what was wrong. */
static enum rc
step_who(struct application *x, const char *typed, const char *zip)
{
	static const char *const faults[] = { [AUTHORITY_OPEN] = "open",
		[AUTHORITY_NONE] = "none",
		[AUTHORITY_WRONG] = "wrong" };

	application_begin_step(x, "who");
	if (typed == NULL && zip == NULL) {
		if (apply_steps_value_of(x->req, "step") != NULL)
			xml_set(x->to, "fault", "empty");
		return RC_OK;
	}
	if (!application_is_known(x))
		xml_set(x->to, "fault", faults[x->authority.end]);
	xml_add_text(x->to, "typed-authority", typed);
	xml_add_text(x->to, "typed-zip", zip);
	return x->authority.end == AUTHORITY_OPEN
	    ? apply_put_choices(x->ctx, &x->authority, x->to)
	    : RC_OK;
}

static enum rc
step_facts(struct application *x)
{
	const char *key = urlencoded_get(&x->form, "form");
	char fresh[DRAFT_KEY + 1];

	application_begin_step(x, "facts");
	if (key == NULL || !draft_is_key(key)) {
		if (!draft_key(fresh))
			return RC_FAIL;
		key = fresh;
	}
	xml_set(x->to, "form", key);
	application_put_authority(x);
	answers_form_put(x->answers, x->demarche,
	    x->form.n > 0 ? &x->form : NULL, x->to);
	return RC_OK;
}

static enum rc
step_check(struct application *x)
{
	application_begin_step(x, "check");
	application_put_check(x);
	return apply_put_made(x);
}

/* ---- requests ---- */

enum rc
apply_show(struct context *ctx, const struct request *req,
    struct response *resp, struct apply_memory *m, const char *slug)
{
	const char *typed = apply_steps_value_of(req, "authority"),
		   *zip = apply_steps_value_of(req, "zip"), *draft;
	long long perimeter = apply_steps_number_of(req, "perimeter_id");
	struct application x;
	enum rc rc = application_open(&x, ctx, req, resp, m, slug);

	if (rc != RC_OK || x.demarche == NULL)
		return rc;
	if ((draft = apply_steps_value_of(req, "draft")) != NULL)
		return apply_follow(&x, draft);
	x.authority.end = AUTHORITY_NONE;
	if (typed != NULL || zip != NULL || perimeter != 0)
		rc = application_find_authority(&x, typed, zip, perimeter);
	if (rc != RC_OK || (rc = application_fit(&x)) != RC_OK)
		return rc;
	return application_is_known(&x) && !x.fit.stops
	    ? step_facts(&x)
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
	answers_form_read(x->answers, &x->form);
	perimeter = urlencoded_get(&x->form, "perimeter_id");
	siren = urlencoded_get(&x->form, "authority");
	rc = application_find_authority(x, siren, NULL,
	    perimeter != NULL ? atoll(perimeter) : 0);
	if (rc == RC_OK)
		rc = authority_complete(ctx->db, x->answers);
	return rc == RC_OK ? application_fit(x) : rc;
}

enum rc
apply_take(struct context *ctx, const struct request *req,
    struct response *resp, struct apply_memory *m, const char *slug)
{
	struct application x;
	const char *step, *key;
	enum rc rc = application_open(&x, ctx, req, resp, m, slug);

	if (rc != RC_OK || x.demarche == NULL)
		return rc;
	if ((rc = read_form(&x)) != RC_OK)
		return rc;
	if (!application_is_known(&x))
		return step_who(&x, urlencoded_get(&x.form, "authority"), NULL);
	step = urlencoded_get(&x.form, "step");
	key = urlencoded_get(&x.form, "form");
	if (step == NULL || strcmp(step, "edit") == 0 ||
	    strncmp(step, "add.", 4) == 0 || key == NULL ||
	    !draft_is_key(key) || x.answers->fault != NULL)
		return step_facts(&x);
	rc = payload_make(ctx->pool, x.demarche, x.answers, NULL, &x.payload);
	if (rc != RC_OK)
		return rc;
	/* Another site's page cannot push the last button, and what is not for
	 * them is not sent: answers stay, for the aid may have closed since. */
	if (strcmp(step, "send") != 0 ||
	    !request_is_ours(req, ctx->conf->base_url) || x.fit.stops ||
	    !demarche_is_open(x.demarche, req->today))
		return step_check(&x);
	return apply_send(&x);
}
