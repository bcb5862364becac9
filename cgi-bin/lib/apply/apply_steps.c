/* apply_steps.c - an application, step by step. */

#include <stdlib.h>
#include <string.h>

#include "answers/authority_complete.h"
#include "apply/answers_form.h"
#include "apply/apply_keep.h"
#include "apply/apply_send.h"
#include "apply/apply_shown.h"
#include "db/rows.h"
#include "gen/queries/apply.h"
#include "web/count_header.h"
#include "web/url.h"
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
	{ .name = "perimeter_codes", .type = PARAM_CODE, .list = true },
	{ .name = "perimeter_q", .type = PARAM_TEXT, .max = 200 },
	{ .name = "organization_type_slugs",
	    .type = PARAM_SLUG,
	    .alias = "organization_type_slug" },
	{ .name = "demarche", .type = PARAM_UINT, .max = 999999999 },
	/* The query of the search that led here, for the way back. */
	{ .name = "from", .type = PARAM_TEXT, .max = URL_FROM_MAX },
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

/* Answers that came before it is known who asks go on from that page, but for
 * what Guichet knew of another authority: it will know it of this one. */
static enum rc
carry_answers(struct application *x, const char *perimeter)
{
	struct answers *found = answers_new(x->ctx->pool, x->m->facts,
	    x->m->territory);
	struct authority former;
	enum rc rc = RC_OK;

	if (x->form.n == 0)
		return RC_OK;
	if (perimeter != NULL)
		rc = authority_of_perimeter(x->ctx->db, found, atoll(perimeter),
		    &former);
	if (rc != RC_OK)
		return rc;
	if (x->token.age != FORM_NONE)
		xml_set(x->to, "form", x->token.text);
	answers_form_carry(found, &x->form, x->to);
	return RC_OK;
}

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
	    ? apply_put_choices(x->ctx, &x->authority, x->aid, x->to)
	    : RC_OK;
}

/* The same of a form that has answers already, or of a file: none is lost. */
static enum rc
step_who_again(struct application *x, bool asked)
{
	const char *typed = urlencoded_get(&x->form, "authority"),
		   *zip = urlencoded_get(&x->form, "zip");
	bool empty = typed == NULL || *typed == '\0';
	enum rc rc = step_who(x, asked || empty ? NULL : typed,
	    asked || empty ? NULL : zip);

	if (empty && !asked && x->file == NULL)
		xml_set(x->to, "fault", "empty");
	if (rc == RC_OK)
		rc = carry_answers(x,
		    asked ? urlencoded_get(&x->form, "perimeter_id") : NULL);
	return rc == RC_OK ? apply_put_brought(x) : rc;
}

static enum rc
step_facts(struct application *x)
{
	enum rc rc = payload_make(x->ctx->pool, x->demarche, x->answers, NULL,
	    &x->payload);

	if (rc != RC_OK)
		return rc;
	application_begin_step(x, "facts");
	xml_set(x->to, "form", x->token.text);
	application_put_authority(x);
	answers_form_put(x->answers, &x->payload,
	    x->form.n > 0 ? &x->form : NULL, x->to);
	return apply_put_brought(x);
}

static bool
is_as_shown(const struct application *x)
{
	return apply_is_shown(x->ctx->pool, &x->payload, x->req->day,
	    urlencoded_get(&x->form, "shown"));
}

static enum rc
step_check(struct application *x, bool pressed)
{
	application_begin_step(x, "check");
	if (!is_as_shown(x) || x->token.age == FORM_OLD)
		xml_set(x->to, "again", "true");
	else if (pressed && x->token.age == FORM_YOUNG)
		xml_set(x->to, "again", "soon");
	application_put_check(x);
	return apply_put_made(x);
}

/* ---- requests ---- */

/* The structure that was said with a place.  When the place's authority is no
 * such structure, somebody else asks: *said, to say what was said, and the
 * place settles nothing.  Else *said has no row. */
static enum rc
read_said(struct application *x, long long *perimeter, struct result *said)
{
	const char *slug = x->asker.structure;
	const struct arg *args = NULL;
	enum rc rc;

	*said = (struct result){ .rows = 0 };
	if (slug == NULL)
		return RC_OK;
	arg_int(x->ctx->pool, &args, AID_SAID_IN_AID, x->aid);
	arg_text(x->ctx->pool, &args, AID_SAID_IN_STRUCTURE, slug);
	arg_int(x->ctx->pool, &args, AID_SAID_IN_PERIMETER, *perimeter);
	rc = query_run(x->ctx->db, x->ctx->pool, Q_AID_SAID, args, said);
	if (rc == RC_OK && said->rows > 0)
		*perimeter = 0;
	return rc;
}

/* Who comes from the page of the aid has said nothing here yet: it is as if
 * they followed its link to a form elsewhere (search/aid_link.h). */
static void
count_first(const struct application *x)
{
	if (apply_steps_value_of(x->req, "authority") != NULL ||
	    apply_steps_value_of(x->req, "zip") != NULL ||
	    apply_steps_value_of(x->req, "step") != NULL)
		return;
	count_header_event(x->ctx, x->req, x->resp, "apply");
	count_header_number(x->resp, "aid", x->aid);
}

/* The first page: who asks is known from the address, or asked. */
static enum rc
show_first(struct application *x)
{
	const char *typed = apply_steps_value_of(x->req, "authority"),
		   *zip = apply_steps_value_of(x->req, "zip");
	long long perimeter = apply_steps_number_of(x->req, "perimeter_id");
	struct result said = { .rows = 0 };
	enum rc rc = RC_OK;

	count_first(x);
	x->authority.end = AUTHORITY_NONE;
	/* Of a form that was sent empty, nothing is taken for granted. */
	if (perimeter == 0 && apply_steps_value_of(x->req, "step") == NULL)
		perimeter = x->asker.perimeter;
	if (typed == NULL && zip == NULL)
		rc = read_said(x, &perimeter, &said);
	if (rc == RC_OK && (typed != NULL || zip != NULL || perimeter != 0))
		rc = application_find_authority(x, typed, zip, perimeter);
	if (rc != RC_OK || (rc = application_fit(x)) != RC_OK)
		return rc;
	if (application_is_known(x) && !x->fit.stops)
		return step_facts(x);
	rc = step_who(x, typed, zip);
	if (rc == RC_OK && said.rows > 0)
		rows_append(x->to, &query_table[Q_AID_SAID], &said);
	return rc;
}

enum rc
apply_show(struct context *ctx, const struct request *req,
    struct response *resp, struct apply_memory *m, const char *slug)
{
	const char *draft = apply_steps_value_of(req, "draft");
	struct application x;
	enum rc rc = application_open(&x, ctx, req, resp, m, slug);

	if (rc != RC_OK || x.demarche == NULL)
		return rc;
	if (apply_keeps(req))
		return response_refuse(resp, "format", req->format,
		    "unknown-format");
	if ((rc = application_read_token(&x)) != RC_OK)
		return rc;
	return draft != NULL ? apply_follow(&x, draft) : show_first(&x);
}

static enum rc
read_body(struct application *x)
{
	if (apply_brings(x->req))
		return apply_bring(x);
	return urlencoded_read(x->ctx->pool, x->req->body, &x->form) == RC_OK
	    ? RC_OK
	    : response_refuse(x->resp, "body", NULL, "utf8");
}

/* Reads what the form says, facts first, for they go before what is found. */
static enum rc
read_form(struct application *x)
{
	struct context *ctx = x->ctx;
	const char *perimeter;
	enum rc rc = read_body(x);

	if (rc != RC_OK)
		return rc;
	if ((rc = application_read_token(x)) != RC_OK)
		return rc;
	answers_form_read(x->answers, &x->form);
	perimeter = urlencoded_get(&x->form, "perimeter_id");
	rc = application_find_authority(x,
	    urlencoded_get(&x->form, "authority"),
	    urlencoded_get(&x->form, "zip"),
	    perimeter != NULL ? atoll(perimeter) : 0);
	if (rc == RC_OK)
		rc = authority_complete(ctx->db, x->answers);
	return rc == RC_OK ? application_fit(x) : rc;
}

/* Whether the last button may send: another site's page cannot push it, nobody
 * sends what they cannot have read, and what is not for them, or not what they
 * saw, is not sent: answers stay. */
static bool
may_send(const struct application *x)
{
	return x->token.age == FORM_GOOD && is_as_shown(x) && !x->fit.stops &&
	    request_is_ours(x->req, x->ctx->origin) &&
	    demarche_is_open(x->demarche, x->req->today);
}

/* What a form says, and which of its buttons was pressed; pressed: the last, at
 * its own address. */
static enum rc
take(struct application *x, bool pressed)
{
	const char *step;
	enum rc rc = read_form(x);

	if (rc != RC_OK)
		return rc;
	if (apply_keeps(x->req))
		return apply_keep(x);
	step = urlencoded_get(&x->form, "step");
	if (!application_is_known(x) ||
	    (step != NULL && strcmp(step, "who") == 0))
		return step_who_again(x, application_is_known(x));
	if (step == NULL || strcmp(step, "edit") == 0 ||
	    strncmp(step, "add.", 4) == 0 || x->token.age == FORM_NONE ||
	    x->answers->fault != NULL)
		return step_facts(x);
	rc = payload_make(x->ctx->pool, x->demarche, x->answers, NULL,
	    &x->payload);
	if (rc != RC_OK)
		return rc;
	/* What the answers open is seen before it is checked. */
	if (strcmp(step, "check") == 0 &&
	    answers_form_opens(x->answers, &x->payload, &x->form))
		return step_facts(x);
	pressed = pressed && strcmp(step, "send") == 0;
	return pressed && may_send(x) ? apply_send(x) : step_check(x, pressed);
}

enum rc
apply_take(struct context *ctx, const struct request *req,
    struct response *resp, struct apply_memory *m, const char *slug)
{
	struct application x;
	enum rc rc = application_open(&x, ctx, req, resp, m, slug);

	return rc == RC_OK && x.demarche != NULL ? take(&x, false) : rc;
}

enum rc
apply_press(struct context *ctx, const struct request *req,
    struct response *resp, struct apply_memory *m, const char *slug)
{
	struct application x;
	enum rc rc = application_open(&x, ctx, req, resp, m, slug);

	return rc == RC_OK && x.demarche != NULL ? take(&x, true) : rc;
}
