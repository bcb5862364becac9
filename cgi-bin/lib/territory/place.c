/* place.c - what a reader writes as a place, to perimeters. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/territory.h"
#include "territory/place.h"
#include "web/url.h"
#include "xml/xml.h"

enum { MAX_PLACES = 16 };

static bool
place_is_digits(const char *s, size_t n)
{
	return strlen(s) == n && strspn(s, "0123456789") == n;
}

/* The code of the department of a postal code. */
static void
place_department_of(const char *zip, char *hint)
{
	snprintf(hint, 4, "%.*s", zip[0] == '9' && zip[1] >= '7' ? 3 : 2, zip);
}

/* A number before or after the name says where: "79410 echire", "echire 79". */
static void
split_number(char *folded, char *hint)
{
	char *last = strrchr(folded, ' ');
	size_t n = strcspn(folded, " ");

	if (n == 5 && folded[5] == ' ' && strspn(folded, "0123456789") == 5) {
		place_department_of(folded, hint);
		memmove(folded, folded + 6, strlen(folded + 6) + 1);
	} else if (last != NULL && strlen(last + 1) >= 2 &&
	    strlen(last + 1) <= 3 && strspn(last + 1, "0123456789") >= 1) {
		strcpy(hint, last + 1);
		*last = '\0';
	}
}

/* Splits "Échiré (79)" in its name, folded, and its hint. */
static void
place_split(const char *s, char *folded, char *hint, size_t size)
{
	char name[512];
	size_t n = strcspn(s, "(");

	snprintf(name, sizeof(name), "%.*s", (int)(n > 0 ? n : strlen(s)), s);
	str_fold_name(folded, size, name);
	hint[0] = '\0';
	if (s[n] == '(')
		str_fold_name(hint, size, s + n + 1);
	else
		split_number(folded, hint);
}

/*
 * A chosen suggestion comes with its name in the text field; a reader who then
 * types another name there, without a script to forget the id, means the name.
 */
static bool
names(const char *name, const char *text)
{
	char asked[256], folded[256], hint[256];

	place_split(text, asked, hint, sizeof(asked));
	return strcmp(str_fold_name(folded, sizeof(folded), name), asked) == 0;
}

/* ---- one perimeter understood ---- */

static bool
is_shown(const struct value *row)
{
	long long scale = rows_int(&row[PERIMETER_CHAINS_SCALE_ID], 0);

	/* EPCI, department, region: neither basins nor what is wider. */
	return scale >= SCALE_EPCI && scale <= SCALE_REGION &&
	    scale != SCALE_BASIN;
}

/* The perimeter's element, with the containers that a reader knows in it,
 * nearest first. */
static void
put_chain(struct response *resp, const struct result *chain)
{
	static const int shown[] = { SCALE_EPCI, SCALE_DEPARTMENT,
		SCALE_REGION };
	struct query rows = query_table[Q_PERIMETER_CHAINS];
	struct result one = *chain;
	xmlNodePtr node;

	one.rows = 1;
	node = rows_append(resp->asked, &rows, &one);
	rows.row = "container";
	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++) {
		for (unsigned r = 1; r < chain->rows; r++) {
			one.row = &chain->row[r];
			if (is_shown(one.row[0]) &&
			    rows_int(&one.row[0][PERIMETER_CHAINS_SCALE_ID],
				0) == shown[i])
				rows_append(node, &rows, &one);
		}
	}
}

/* Keeps the ids of the chain; those that a wide perimeter contains, and that
 * have aids, come by a query of their own. */
static enum rc
keep_matches(struct context *ctx, struct place *p, const struct result *chain)
{
	struct value id = { VALUE_INT,
		rows_int(&chain->row[0][PERIMETER_CHAINS_ID], 0), NULL, 0 };
	struct result in = { .rows = 0 };
	uint32_t *match;
	enum rc rc = RC_OK;

	if (rows_int(&chain->row[0][PERIMETER_CHAINS_SCALE_ID], 0) >
	    SCALE_COMMUNE)
		rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
		    Q_PERIMETER_MATCHES, PERIMETER_MATCHES_IN_IDS, &id, 1, &in);
	match = pool_take(ctx->pool,
	    (p->n + chain->rows + in.rows + 1) * sizeof(*match));
	if (p->n > 0)
		memcpy(match, p->match, p->n * sizeof(*match));
	for (unsigned r = 0; r < chain->rows; r++)
		match[p->n++] = (uint32_t)
		    rows_int(&chain->row[r][PERIMETER_CHAINS_ID], 0);
	for (unsigned r = 0; rc == RC_OK && r < in.rows; r++)
		match[p->n++] = (uint32_t)
		    rows_int(&in.row[r][PERIMETER_MATCHES_PERIMETER_ID], 0);
	p->match = match;
	return rc;
}

/* What is near: the department and the intercommunality. */
static void
keep_near(struct place *p, const struct result *chain)
{
	for (unsigned r = 0; r < chain->rows; r++) {
		const struct value *v = chain->row[r];

		if (rows_int(&v[PERIMETER_CHAINS_SCALE_ID], 0) ==
		    SCALE_DEPARTMENT)
			p->department = v[PERIMETER_CHAINS_CODE].s;
		else if (rows_int(&v[PERIMETER_CHAINS_SCALE_ID], 0) ==
		    SCALE_EPCI)
			p->epci = (uint32_t)rows_int(&v[PERIMETER_CHAINS_ID],
			    0);
	}
	/* An intercommunality lies in several: that of most of its people. */
	if (p->department == NULL &&
	    rows_int(&chain->row[0][PERIMETER_CHAINS_SCALE_ID], 0) ==
		SCALE_EPCI &&
	    chain->row[0][PERIMETER_CHAINS_DEPARTMENT].type == VALUE_TEXT)
		p->department = chain->row[0][PERIMETER_CHAINS_DEPARTMENT].s;
}

/* What is kept of the first row of a chain, a perimeter, and of the others. */
static enum rc
keep_chain(struct context *ctx, struct place *p, const struct result *chain)
{
	uint8_t scale = (uint8_t)
	    rows_int(&chain->row[0][PERIMETER_CHAINS_SCALE_ID], 0);

	if (p->nasked == 0)
		keep_near(p, chain);
	p->asked[p->nasked++] = (uint32_t)
	    rows_int(&chain->row[0][PERIMETER_CHAINS_ID], 0);
	if (p->scale == 0 || scale < p->scale)
		p->scale = scale;
	return keep_matches(ctx, p, chain);
}

/* Takes the perimeter of that id; *found says whether there is one.  text is
 * the name that came with it, NULL when none did: see names(). */
static enum rc
take_perimeter(struct context *ctx, struct response *resp, struct place *p,
    long long id, const char *text, bool *found)
{
	struct value key = { .type = VALUE_INT, .i = id };
	struct result chain;
	enum rc rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_PERIMETER_CHAINS, PERIMETER_CHAINS_IN_IDS, &key, 1, &chain);

	*found = rc == RC_OK && chain.rows > 0 &&
	    (text == NULL ||
		names(chain.row[0][PERIMETER_CHAINS_NAME].s, text));
	if (!*found || p->nasked == MAX_PLACES)
		return rc;
	for (size_t i = 0; i < p->nasked; i++)
		if (p->asked[i] == (uint32_t)id) /* said twice */
			return RC_OK;
	put_chain(resp, &chain);
	return keep_chain(ctx, p, &chain);
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
		return take_perimeter(ctx, resp, p,
		    rows_int(&res.row[0][PERIMETERS_OF_CODES_ID], 0), NULL,
		    found);
	arg_text(ctx->pool, &args, ARG_CODE, code);
	if (rc == RC_OK)
		rc = query_run(ctx->db, ctx->pool, Q_PERIMETER_BY_CODE, args,
		    &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	return take_perimeter(ctx, resp, p,
	    rows_int(&res.row[0][PERIMETER_BY_CODE_ID], 0), NULL, found);
}

/* ---- free text ---- */

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
		if (rows_int(&res->row[r][PERIMETER_SUGGEST_EXACT], 0) != 0)
			res->row[n++] = res->row[r];
	if (n > 0)
		res->rows = n;
}

/* The reader chooses: each candidate with the address that chooses it. */
static void
append_choices(struct pool *pool, const struct request *req,
    struct response *resp, struct place *p, const char *q,
    const struct result *res)
{
	struct query rows = query_table[Q_PERIMETER_SUGGEST];
	xmlNodePtr choices = xml_add(resp->root, "choices"), n;
	unsigned r = 0;

	xml_set(choices, "q", q);
	p->open = true;
	if (res == NULL)
		return;
	rows.list = NULL;
	rows_append(choices, &rows, res);
	for (n = choices->children; n != NULL; n = n->next)
		xml_set(n, "href",
		    url_with(pool, req, "perimeter_q", NULL, "perimeter_id",
			rows_text(pool, &res->row[r++][PERIMETER_SUGGEST_ID])));
}

static enum rc
place_take_name(struct context *ctx, const struct request *req,
    struct response *resp, struct place *p, const char *s)
{
	char folded[256], hint[256];
	struct result res;
	bool found;
	enum rc rc;

	place_split(s, folded, hint, sizeof(folded));
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
		return take_perimeter(ctx, resp, p,
		    rows_int(&res.row[0][PERIMETER_SUGGEST_ID], 0), NULL,
		    &found);
	append_choices(ctx->pool, req, resp, p, s, &res);
	return RC_OK;
}

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
		return take_perimeter(ctx, resp, p,
		    rows_int(&res.row[0][PERIMETER_BY_ZIP_ID], 0), NULL, found);
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

static enum rc
place_take_text(struct context *ctx, const struct request *req,
    struct response *resp, struct place *p, const char *s)
{
	char code[64];
	bool found = false;
	enum rc rc = RC_OK;

	squeeze(code, sizeof(code), s);
	if (place_is_digits(code, 14))
		code[9] = '\0'; /* the SIREN of a SIRET */
	if (place_is_digits(code, 5))
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
		rc = take_perimeter(ctx, resp, p, strtoll(s, NULL, 10), text,
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

/* ---- what matches ---- */

static int
place_by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void
sort_matches(struct place *p)
{
	if (p->n > 1)
		qsort(p->match, p->n, sizeof(*p->match), place_by_number);
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
	sort_matches(p);
	return rc;
}

enum rc
place_department(struct context *ctx, const struct place *p, struct place *wide,
    const char **name)
{
	struct value key = { .type = VALUE_TEXT, .s = p->department };
	struct result res;
	enum rc rc;

	*wide = (struct place){ .nasked = 0 };
	if (p->nasked != 1 || p->scale > SCALE_EPCI || p->department == NULL)
		return RC_OK;
	key.n = strlen(key.s);
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_PERIMETERS_OF_CODES, PERIMETERS_OF_CODES_IN_CODES, &key, 1, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	key = (struct value){ .type = VALUE_INT,
		.i = rows_int(&res.row[0][PERIMETERS_OF_CODES_ID], 0) };
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_PERIMETER_CHAINS,
	    PERIMETER_CHAINS_IN_IDS, &key, 1, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	*name = res.row[0][PERIMETER_CHAINS_NAME].s;
	rc = keep_chain(ctx, wide, &res);
	sort_matches(wide);
	return rc;
}
