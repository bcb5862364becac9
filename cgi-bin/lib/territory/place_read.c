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
#include "gen/queries/territory.h"
#include "territory/place_name.h"
#include "territory/place_read.h"
#include "web/url.h"
#include "xml/xml.h"

static bool
is_digits(const char *s, size_t n)
{
	return strlen(s) == n && strspn(s, "0123456789") == n;
}

/* The perimeter of a code: of today at the first look, else of the past, or a
 * SIREN. */
static enum rc
take_code(struct context *ctx, struct response *resp, struct place *p,
    const char *code, bool *found)
{
	char *upper = pool_strdup(ctx->pool, code);
	struct value key = { VALUE_TEXT, 0, upper, strlen(upper) };
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	*found = false;
	for (char *c = upper; *c != '\0'; c++) {
		if ((unsigned char)*c > 127) /* no code */
			return RC_OK;
		*c = (char)toupper((unsigned char)*c);
	}
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_PERIMETERS_OF_CODES, PERIMETERS_OF_CODES_IN_CODES, &key, 1, &res);
	if (rc == RC_OK && res.rows > 0)
		return place_add(ctx, resp->asked, p,
		    rows_int(&perimeters_of_codes_row(&res, 0)->id, 0), NULL,
		    found);
	arg_text(ctx->pool, &args, ARG_CODE, code);
	if (rc == RC_OK)
		rc = query_run(ctx->db, ctx->pool, Q_PERIMETER_BY_CODE, args,
		    &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	return place_add(ctx, resp->asked, p,
	    rows_int(&perimeter_by_code_row(&res, 0)->id, 0), NULL, found);
}

/* ---- free text ---- */

/* The places whose names begin so, the likeliest first. */
static enum rc
place_suggest(struct context *ctx, const char *folded, const char *hint,
    struct result *res)
{
	const struct arg *args = NULL;

	arg_text(ctx->pool, &args, PERIMETER_SUGGEST_IN_FOLDED, folded);
	if (hint[0] != '\0')
		arg_text(ctx->pool, &args, PERIMETER_SUGGEST_IN_HINT, hint);
	return query_run(ctx->db, ctx->pool, Q_PERIMETER_SUGGEST, args, res);
}

/* Those named just as asked, when there are some, are the candidates. */
static void
keep_exact(struct result *res)
{
	unsigned n = 0;

	for (unsigned r = 0; r < res->rows; r++)
		if (rows_int(&perimeter_suggest_row(res, r)->exact, 0) != 0)
			res->row[n++] = res->row[r];
	if (n > 0)
		res->rows = n;
}

enum { ROW_ID = COLUMN(perimeter_suggest, id) };
static_assert(ROW_ID == COLUMN(perimeter_by_zip, id), "read by append_choices");

/* The reader chooses: each candidate with the address that chooses it. */
static void
append_choices(struct pool *pool, const struct request *req,
    struct response *resp, struct place *p, const char *q,
    const struct result *res)
{
	struct query rows = query_table[Q_PERIMETER_SUGGEST];
	xmlNodePtr choices = xml_add(resp->root, "choices");

	xml_set(choices, "q", q);
	p->open = true;
	rows.list = NULL;
	for (unsigned r = 0; res != NULL && r < res->rows; r++) {
		struct result one = *res;

		one.rows = 1;
		one.row = &res->row[r];
		xml_set(rows_append(choices, &rows, &one), "href",
		    url_with(pool, req, "perimeter_q", NULL, "perimeter_id",
			rows_text(pool, &res->row[r][ROW_ID])));
	}
}

/* A name, with a hint or, when it finds nothing so, without. */
static enum rc
place_take_name(struct context *ctx, const struct request *req,
    struct response *resp, struct place *p, const char *s)
{
	char folded[256], hint[256];
	struct result res;
	bool found;
	enum rc rc;

	place_name_split(s, folded, hint, sizeof(folded));
	if (folded[0] == '\0') {
		append_choices(ctx->pool, req, resp, p, s, NULL);
		return RC_OK;
	}
	rc = place_suggest(ctx, folded, hint, &res);
	if (rc == RC_OK && res.rows == 0 && hint[0] != '\0')
		rc = place_suggest(ctx, folded, "", &res);
	if (rc != RC_OK)
		return rc;
	keep_exact(&res);
	if (res.rows == 1)
		return place_add(ctx, resp->asked, p,
		    rows_int(&perimeter_suggest_row(&res, 0)->id, 0), NULL,
		    &found);
	append_choices(ctx->pool, req, resp, p, s, &res);
	return RC_OK;
}

/* A postal code serves several communes, of which the reader chooses. */
static enum rc
take_zip(struct context *ctx, const struct request *req, struct response *resp,
    struct place *p, const char *zip, bool *found)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(ctx->pool, &args, PERIMETER_BY_ZIP_IN_ZIP, zip);
	rc = query_run(ctx->db, ctx->pool, Q_PERIMETER_BY_ZIP, args, &res);
	*found = rc == RC_OK && res.rows > 0;
	if (!*found)
		return rc;
	if (res.rows == 1)
		return place_add(ctx, resp->asked, p,
		    rows_int(&perimeter_by_zip_row(&res, 0)->id, 0), NULL,
		    found);
	append_choices(ctx->pool, req, resp, p, zip, &res);
	return RC_OK;
}

/* A code without the blanks that people put in it: "210 100 012". */
static void
squeeze(char *to, size_t size, const char *s)
{
	size_t n = 0;

	for (; *s != '\0' && n + 1 < size; s++)
		if (!isspace((unsigned char)*s))
			to[n++] = *s;
	to[n] = '\0';
}

/* "perimeter_q", what was typed: a number is a code, anything else a name. */
static enum rc
place_take_text(struct context *ctx, const struct request *req,
    struct response *resp, struct place *p, const char *s)
{
	char code[64];
	bool found = false;
	enum rc rc = RC_OK;

	squeeze(code, sizeof(code), s);
	if (is_digits(code, 14))
		code[9] = '\0'; /* the SIREN of a SIRET */
	if (is_digits(code, 5))
		rc = take_zip(ctx, req, resp, p, code, &found);
	if (rc == RC_OK && !found && strpbrk(code, "0123456789") != NULL &&
	    strlen(code) <= 9)
		rc = take_code(ctx, resp, p, code, &found);
	if (rc != RC_OK || found)
		return rc;
	return place_take_name(ctx, req, resp, p, s);
}

/* ---- ids and codes ---- */

/*
 * "perimeter_id" is an id of ours, a code, or what AT wrote: "70973-herault",
 * whose number means nothing here but whose name does.
 */
static enum rc
take_id(struct context *ctx, const struct request *req, struct response *resp,
    struct place *p, const char *s, const char *text)
{
	size_t digits = strspn(s, "0123456789");
	const char *name = s + digits;
	char folded[256];
	bool found = false;
	enum rc rc = RC_OK;

	if (digits >= 7 && digits <= 8)
		rc = place_add(ctx, resp->asked, p, strtoll(s, NULL, 10), text,
		    &found);
	if (rc == RC_OK && !found && text != NULL)
		return place_take_text(ctx, req, resp, p, text);
	if (rc == RC_OK && !found && *name != '-' && strlen(s) <= 32)
		rc = take_code(ctx, resp, p, s, &found);
	if (rc != RC_OK || found)
		return rc;
	if (digits == 0 || digits > 6 || *name != '-')
		return response_refuse(resp, "perimeter_id", s,
		    "unknown-value");
	return place_take_name(ctx, req, resp, p,
	    str_fold_name(folded, sizeof(folded), name));
}

/* "perimeter_codes": all of them, each a place that was asked. */
static enum rc
take_codes(struct context *ctx, const struct request *req,
    struct response *resp, struct place *p)
{
	struct param_values v = request_values(req, "perimeter_codes");
	enum rc rc = RC_OK;
	bool found;

	for (size_t i = 0; rc == RC_OK && i < v.n; i++) {
		rc = take_code(ctx, resp, p, v.v[i].s, &found);
		if (rc == RC_OK && !found)
			rc = response_refuse(resp, "perimeter_codes", v.v[i].s,
			    "unknown-value");
	}
	return rc;
}

enum rc
place_read(struct context *ctx, const struct request *req,
    struct response *resp, struct place *p)
{
	struct param_values id = request_values(req, "perimeter_id");
	struct param_values text = request_values(req, "perimeter_q");
	enum rc rc = take_codes(ctx, req, resp, p);

	if (rc == RC_OK && id.n > 0)
		rc = take_id(ctx, req, resp, p, id.v[0].s,
		    text.n > 0 ? text.v[0].s : NULL);
	else if (rc == RC_OK && text.n > 0)
		rc = place_take_text(ctx, req, resp, p, text.v[0].s);
	if (text.n > 0)
		xml_add_text(resp->asked, "perimeter-q", text.v[0].s);
	p->given = p->nasked > 0 || p->open;
	return rc;
}
