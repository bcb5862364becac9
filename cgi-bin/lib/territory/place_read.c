/*
 * place_read.c - what a reader writes as a place.
 *
 * A resolver: each way to name a place is tried in the order of the header, and
 * the first that finds something ends it.  What several places answer to is
 * never guessed: the reader chooses.
 */

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "db/rows.h"
#include "gazetteer/name_key.h"
#include "gen/queries/territory.h"
#include "territory/place_choice.h"
#include "territory/place_read.h"
#include "web/route.h"
#include "web/url.h"
#include "xml/xml.h"

struct place_reading {
	struct context *ctx;
	const struct request *req;
	struct response *resp;
	struct place *p;
};

/* A code in capitals, in the pool; what it is of may be said before it:
 * "region:93" is R93, for the department has that code too. */
static char *
plain_code(struct pool *pool, const char *code)
{
	const char *colon = strchr(code, ':');
	bool region = strncasecmp(code, "region:", 7) == 0;
	char *upper;

	if (colon != NULL)
		code = colon + 1;
	upper = pool_printf(pool, "%s%s",
	    region && toupper((unsigned char)*code) != 'R' ? "R" : "", code);
	for (char *c = upper; *c != '\0'; c++)
		*c = (char)toupper((unsigned char)*c);
	return upper;
}

/* The perimeter of a code: of today at the first look, else of the past, or a
 * SIREN. */
static enum rc
take_code(struct context *ctx, struct response *resp, struct place *p,
    const char *code, bool *found)
{
	const char *upper = plain_code(ctx->pool, code);
	const struct arg *args = NULL;
	struct result res;
	uint32_t id;
	enum rc rc;

	*found = false;
	if (!str_is_ascii(code)) /* no code */
		return RC_OK;
	if ((rc = place_of_code(ctx, upper, &id)) != RC_OK)
		return rc;
	if (id != 0)
		return place_add(ctx, resp->asked, p, id, found);
	arg_text(ctx->pool, &args, ARG_CODE, upper);
	rc = query_run(ctx->db, ctx->pool, Q_PERIMETER_BY_CODE, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	return place_add(ctx, resp->asked, p,
	    rows_int(&perimeter_by_code_row(&res, 0)->id, 0), found);
}

/* ---- free text ---- */

struct choice {
	struct pool *pool;
	const struct request *req;
};

static const char *
choosing(const void *arg, const char *id)
{
	const struct choice *c = arg;

	return url_with(c->pool, c->req, "perimeter_q", NULL, "perimeter_id",
	    id);
}

/* The reader chooses: each candidate with the address that chooses it. */
static enum rc
append_choices(struct context *ctx, const struct request *req,
    struct response *resp, struct place *p, const char *q,
    const struct resolution *found)
{
	struct choice c = { ctx->pool, req };
	xmlNodePtr choices = xml_add(resp->root, "choices");

	xml_set(choices, "q", q);
	p->open = true;
	return place_choice_put(ctx, choices, found, choosing, &c);
}

/* The place that a text means; of several that it names as well, that of the id
 * beside it.  0: the reader is asked. */
static uint32_t
meant(const struct resolution *found, long long id)
{
	if (found->settled)
		return found->found[0].id;
	for (size_t i = 0; found->whole && i < found->n &&
	     found->found[i].rank == found->found[0].rank;
	     i++)
		if (found->found[i].id == id)
			return found->found[i].id;
	return 0;
}

/* "perimeter_q", what was typed; id: that of a place beside it, or 0. */
static enum rc
place_take_text(struct place_reading *r, const char *s, long long id)
{
	struct resolution found;
	uint32_t one;
	bool added;
	enum rc rc = gazetteer_want(r->ctx->places, r->ctx->db);

	if (rc != RC_OK)
		return rc;
	resolve_place(r->ctx->places->names, s, NULL, &found);
	if ((one = meant(&found, id)) != 0)
		return place_add(r->ctx, r->resp->asked, r->p, one, &added);
	return append_choices(r->ctx, r->req, r->resp, r->p, s, &found);
}

/* ---- ids and codes ---- */

/* A code or an id of nothing: the place is asked as if it was not given. */
static void
place_ignore(struct place_reading *r, const char *param, const char *value)
{
	request_ignore(r->req, r->ctx->pool, r->resp->asked, param, value);
}

/* An id of AT: the place that it meant there, when their table has it. */
static enum rc
take_at_id(struct place_reading *r, long long id, long long *perimeter,
    const char **name)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	*perimeter = 0;
	arg_int(r->ctx->pool, &args, PERIMETER_OF_AT_IN_AT, id);
	rc = query_run(r->ctx->db, r->ctx->pool, Q_PERIMETER_OF_AT, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	*perimeter = rows_int(&perimeter_of_at_row(&res, 0)->id, 0);
	*name = perimeter_of_at_row(&res, 0)->name.s;
	return RC_OK;
}

/* The perimeter of a code of five digits, as a candidate; 0 when none. */
static enum rc
find_code(struct place_reading *r, const char *code, long long *perimeter,
    const char **name)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	*perimeter = 0;
	arg_text(r->ctx->pool, &args, ARG_CODE, code);
	rc = query_run(r->ctx->db, r->ctx->pool, Q_PERIMETER_BY_CODE, args,
	    &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	*perimeter = rows_int(&perimeter_by_code_row(&res, 0)->id, 0);
	*name = perimeter_by_code_row(&res, 0)->name.s;
	return RC_OK;
}

/* Whether the address is one of AT, whose parameters are called so; in the API
 * all are. */
static bool
is_of_at(const struct request *req)
{
	static const char *const names[] = { "perimeter=", "searchPerimeter=" };

	if (route_is_api(req->format))
		return true;
	for (size_t i = 0; i < 2; i++)
		for (const char *s = strstr(req->query, names[i]); s != NULL;
		     s = strstr(s + 1, names[i]))
			if (s == req->query || s[-1] == '&')
				return true;
	return false;
}

/* Whether AT may have given a number that its table here does not have. */
static enum rc
may_be_of_at(struct place_reading *r, long long number, bool *may)
{
	struct result res = { .rows = 0 };
	enum rc rc = RC_OK;

	*may = number >= 70956 && is_of_at(r->req);
	if (*may)
		rc = query_run(r->ctx->db, r->ctx->pool,
		    Q_PERIMETER_AT_COMMUNES, NULL, &res);
	*may = *may && res.rows == 0;
	return rc;
}

/* Whether the slug is that of a name, which AT may spell otherwise
 * ("la-reunion") and whose apostrophes it drops ("val-doise"). */
static bool
is_slug_of(const char *slug, const char *name)
{
	char folded[256], a[256], b[256];

	if (name == NULL)
		return false;
	name_key_squeeze(a, sizeof(a),
	    str_fold_name(folded, sizeof(folded), slug));
	name_key_squeeze(b, sizeof(b),
	    str_fold_name(folded, sizeof(folded), name));
	return strcmp(a, b) == 0 ||
	    strcmp(slug, name_key_slug(b, sizeof(b), name)) == 0;
}

/* The places that a number may be; unsure: AT may have given it to another. */
static enum rc
ask_number(struct place_reading *r, const char *s,
    const struct resolution *both, bool unsure)
{
	enum rc rc = append_choices(r->ctx, r->req, r->resp, r->p, s, both);

	if (rc == RC_OK && unsure)
		xml_set(xml_child(r->resp->root, "choices"), "number", "1");
	return rc;
}

/*
 * A number of six digits at most, "71043" or "71043-bas-rhin": an id of AT, or
 * a code.  The slug says which; without one, AT's meaning in an address of
 * theirs, else both are asked when they are two.  The API takes an id of AT
 * with any slug, unless it is a code too.
 */
static enum rc
take_number(struct place_reading *r, const char *s)
{
	size_t digits = strspn(s, "0123456789");
	const char *slug = s[digits] == '-' ? s + digits + 1 : NULL;
	char *code = pool_strndup(r->ctx->pool, s, digits);
	struct resolution both = { .n = 0 };
	const char *name[2] = { NULL, NULL };
	long long id[2] = { 0, 0 };
	long long number = strtoll(code, NULL, 10);
	bool added, unsure = false;
	enum rc rc = take_at_id(r, number, &id[0], &name[0]);

	if (rc == RC_OK)
		rc = find_code(r, code, &id[1], &name[1]);
	if (rc != RC_OK)
		return rc;
	if (slug != NULL ? is_slug_of(slug, name[0])
			 : id[0] != 0 && is_of_at(r->req))
		id[1] = 0;
	else if (slug != NULL && is_slug_of(slug, name[1]))
		id[0] = 0;
	else if (slug != NULL && !(id[0] != 0 && route_is_api(r->req->format)))
		return place_take_text(r, slug, 0);
	for (int i = 0; i < 2; i++)
		if (id[i] != 0 && (i == 0 || id[0] != id[1]))
			both.found[both.n++].id = (uint32_t)id[i];
	if (both.n == 0) {
		place_ignore(r, "perimeter_id", s);
		return RC_OK;
	}
	if (id[0] == 0 && slug == NULL)
		rc = may_be_of_at(r, number, &unsure);
	if (rc == RC_OK && both.n == 1 && !unsure)
		return place_add(r->ctx, r->resp->asked, r->p, both.found[0].id,
		    &added);
	return rc == RC_OK ? ask_number(r, s, &both, unsure) : rc;
}

/*
 * An id of ours.  The form sends the id of the place that it shows beside the
 * name: without a script to clear it, it stays when a reader types another, so
 * that it is taken only with that very name.  Which place any other text means,
 * the names of places say (place_take_text).
 */
static enum rc
take_own_id(struct place_reading *r, long long id, const char *text,
    bool *found)
{
	char own[256], typed[256];
	const char *name;
	enum rc rc;

	if (text == NULL)
		return place_add(r->ctx, r->resp->asked, r->p, id, found);
	rc = place_name(r->ctx, id, &name);
	if (rc != RC_OK || name == NULL ||
	    strcmp(str_fold_name(own, sizeof(own), name),
		str_fold_name(typed, sizeof(typed), text)) != 0)
		return rc;
	return place_add(r->ctx, r->resp->asked, r->p, id, found);
}

/* "perimeter_id" is an id of ours, a code, or what AT wrote. */
static enum rc
take_id(struct place_reading *r, const char *s, const char *text)
{
	size_t digits = strspn(s, "0123456789");
	long long id = digits >= 7 && digits <= 8 ? strtoll(s, NULL, 10) : 0;
	bool found = false;
	enum rc rc = RC_OK;

	if (id != 0)
		rc = take_own_id(r, id, text, &found);
	else if (text == NULL && digits > 0 && digits <= 6 &&
	    (s[digits] == '-' || (s[digits] == '\0' && digits >= 5)))
		return take_number(r, s);
	if (rc == RC_OK && !found && text != NULL)
		return place_take_text(r, text, id);
	if (rc == RC_OK && !found && strlen(s) <= 32)
		rc = take_code(r->ctx, r->resp, r->p, s, &found);
	if (rc == RC_OK && !found)
		place_ignore(r, "perimeter_id", s);
	return rc;
}

/* "perimeter_codes": all of them, each a place that was asked. */
static enum rc
take_codes(struct place_reading *r)
{
	struct param_values v = request_values(r->req, "perimeter_codes");
	enum rc rc = RC_OK;
	bool found;

	for (size_t i = 0; rc == RC_OK && i < v.n; i++) {
		rc = take_code(r->ctx, r->resp, r->p, v.v[i].s, &found);
		if (rc == RC_OK && !found)
			place_ignore(r, "perimeter_codes", v.v[i].s);
	}
	return rc;
}

enum rc
place_read(struct context *ctx, const struct request *req,
    struct response *resp, struct place *p)
{
	struct place_reading r = { ctx, req, resp, p };
	struct param_values id = request_values(req, "perimeter_id");
	struct param_values text = request_values(req, "perimeter_q");
	const char *typed = text.n > 0 ? text.v[0].s : NULL;
	enum rc rc = take_codes(&r);

	if (rc == RC_OK && id.n > 0)
		rc = take_id(&r, id.v[0].s, typed);
	else if (rc == RC_OK && typed != NULL)
		rc = place_take_text(&r, typed, 0);
	if (typed != NULL)
		xml_add_text(resp->asked, "perimeter-q", typed);
	p->given = p->nasked > 0 || p->open;
	return rc;
}
