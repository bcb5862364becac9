/* place.c - what a reader writes as a place, to perimeters. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "place.h"
#include "rows.h"
#include "text.h"
#include "xml.h"

enum { OWN_ID = 1000000, MAX_PLACES = 16 };

static bool
is_digits(const char *s, size_t n)
{
	return strlen(s) == n && strspn(s, "0123456789") == n;
}

/* ---- one perimeter understood ---- */

static enum rc
append_perimeter(struct ask *a, struct place *p, const struct result *res)
{
	const struct query *q = query_find("perimeter_by_id");
	const struct arg *args = NULL;
	xmlNodePtr node;
	uint32_t id;
	uint8_t scale;

	if (p->nasked == MAX_PLACES)
		return RC_OK;
	id = (uint32_t)rows_int(&res->row[0][0], 0);
	scale = (uint8_t)rows_int(&res->row[0][2], 0);
	for (size_t i = 0; i < p->nasked; i++)
		if (p->asked[i] == id)		/* said twice */
			return RC_OK;
	node = rows_append(a->asked, q, res);
	p->asked[p->nasked++] = id;
	if (p->scale == 0 || scale < p->scale)
		p->scale = scale;
	arg_int(a->pool, &args, "id", id);
	return rows_query(a->db, a->pool, "perimeter_containers", args, node,
	    NULL, NULL);
}

static enum rc
take_by(struct ask *a, struct place *p, const char *query, const char *name,
    const char *value, bool *found)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (strcmp(name, "id") == 0)
		arg_int(a->pool, &args, name, strtoll(value, NULL, 10));
	else
		arg_text(a->pool, &args, name, value);
	rc = query_run(a->db, a->pool, query, args, &res);
	*found = rc == RC_OK && res.rows > 0;
	return *found ? append_perimeter(a, p, &res) : rc;
}

/* ---- free text ---- */

static enum rc
suggest(struct ask *a, const char *folded, const char *hint,
    struct result *res)
{
	const struct arg *args = NULL;

	arg_text(a->pool, &args, "folded", folded);
	if (hint[0] != '\0')
		arg_text(a->pool, &args, "hint", hint);
	return query_run(a->db, a->pool, "perimeter_suggest", args, res);
}

/* Those named just as asked, when there are some, are the candidates. */
static void
keep_exact(struct result *res)
{
	unsigned exact = 0, n = 0;

	while (exact < res->columns &&
	    strcmp(res->names[exact], "@exact") != 0)
		exact++;
	for (unsigned r = 0; exact < res->columns && r < res->rows; r++)
		if (rows_int(&res->row[r][exact], 0) != 0)
			res->row[n++] = res->row[r];
	if (n > 0)
		res->rows = n;
}

/* The reader chooses: each candidate with the address that chooses it. */
static void
append_choices(struct ask *a, struct place *p, const char *q,
    const struct result *res)
{
	struct query rows = *query_find("perimeter_suggest");
	xmlNodePtr choices = xml_add(a->root, "choices"), n;
	unsigned r = 0;

	xml_set(choices, "q", q);
	p->open = true;
	if (res == NULL)
		return;
	rows.list = NULL;
	rows_append(choices, &rows, res);
	for (n = choices->children; n != NULL; n = n->next)
		xml_set(n, "href", page_url(a, "perimeter_q", NULL,
		    "perimeter_id", rows_text(a->pool,
		    &res->row[r++][0])));
}

/* Splits "Échiré (79)" in its name, folded, and its hint. */
static void
split(const char *s, char *folded, char *hint, size_t size)
{
	char name[512];
	size_t n = strcspn(s, "(");

	snprintf(name, sizeof(name), "%.*s", (int)(n > 0 ? n : strlen(s)), s);
	text_fold_name(folded, size, name);
	hint[0] = '\0';
	if (s[n] == '(')
		text_fold_name(hint, size, s + n + 1);
}

static enum rc
take_name(struct ask *a, struct place *p, const char *s)
{
	char folded[256], hint[256];
	struct result res;
	enum rc rc;

	split(s, folded, hint, sizeof(folded));
	if (folded[0] == '\0') {
		append_choices(a, p, s, NULL);
		return RC_OK;
	}
	rc = suggest(a, folded, hint, &res);
	if (rc == RC_OK && res.rows == 0 && hint[0] != '\0')
		rc = suggest(a, folded, "", &res);
	if (rc != RC_OK)
		return rc;
	keep_exact(&res);
	if (res.rows == 1) {
		const char *id = rows_text(a->pool, &res.row[0][0]);
		bool found;

		return take_by(a, p, "perimeter_by_id", "id", id, &found);
	}
	append_choices(a, p, s, &res);
	return RC_OK;
}

static enum rc
take_zip(struct ask *a, struct place *p, const char *zip, bool *found)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(a->pool, &args, "zip", zip);
	rc = query_run(a->db, a->pool, "perimeter_by_zip", args, &res);
	*found = rc == RC_OK && res.rows > 0;
	if (!*found)
		return rc;
	if (res.rows == 1)
		return append_perimeter(a, p, &res);
	append_choices(a, p, zip, &res);
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
take_text(struct ask *a, struct place *p, const char *s)
{
	char code[64];
	bool found = false;
	enum rc rc = RC_OK;

	squeeze(code, sizeof(code), s);
	if (is_digits(code, 14))
		code[9] = '\0';		/* the SIREN of a SIRET */
	if (is_digits(code, 5))
		rc = take_zip(a, p, code, &found);
	if (rc == RC_OK && !found && strpbrk(code, "0123456789") != NULL &&
	    strlen(code) <= 9)
		rc = take_by(a, p, "perimeter_by_code", "code", code, &found);
	if (rc != RC_OK || found)
		return rc;
	return take_name(a, p, s);
}

/* ---- ids and codes ---- */

/*
 * "perimeter_id" is an id of ours, a code, or what AT wrote: "70973-herault",
 * whose number means nothing here but whose name does.
 */
static enum rc
take_id(struct ask *a, struct place *p, const char *s)
{
	size_t digits = strspn(s, "0123456789");
	const char *name = s + digits;
	char folded[256];
	bool found = false;
	enum rc rc = RC_OK;

	if (digits >= 7 && digits <= 8)
		rc = take_by(a, p, "perimeter_by_id", "id", s, &found);
	if (rc == RC_OK && !found && *name != '-' && strlen(s) <= 32)
		rc = take_by(a, p, "perimeter_by_code", "code", s, &found);
	if (rc != RC_OK || found)
		return rc;
	if (digits == 0 || digits > 6 || *name != '-')
		return page_refuse(a, "perimeter_id", s, "unknown-value");
	return take_name(a, p, text_fold_name(folded, sizeof(folded), name));
}

static enum rc
take_codes(struct ask *a, struct place *p)
{
	struct param_values v = page_values(a, "perimeter_codes");
	enum rc rc = RC_OK;
	bool found;

	for (size_t i = 0; rc == RC_OK && i < v.n; i++) {
		rc = take_by(a, p, "perimeter_by_code", "code", v.v[i].s,
		    &found);
		if (rc == RC_OK && !found)
			rc = page_refuse(a, "perimeter_codes", v.v[i].s,
			    "unknown-value");
	}
	return rc;
}

/* ---- what matches ---- */

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static enum rc
find_matches(struct ask *a, struct place *p)
{
	struct result *res = pool_take(a->pool, p->nasked * sizeof(*res));
	size_t size = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < p->nasked; i++) {
		const struct arg *args = NULL;

		arg_int(a->pool, &args, "perimeter_id", p->asked[i]);
		rc = query_run(a->db, a->pool, "perimeter_matches", args,
		    &res[i]);
		size += res[i].rows;
	}
	if (rc != RC_OK)
		return rc;
	p->match = pool_take(a->pool, (size + 1) * sizeof(*p->match));
	for (size_t i = 0; i < p->nasked; i++)
		for (unsigned r = 0; r < res[i].rows; r++)
			p->match[p->n++] =
			    (uint32_t)rows_int(&res[i].row[r][0], 0);
	if (p->n > 1)
		qsort(p->match, p->n, sizeof(*p->match), by_number);
	return RC_OK;
}

/*
 * A chosen suggestion comes with its name in the text field; a reader who then
 * types another name there, without a script to forget the id, means the name.
 */
static bool
names(struct ask *a, struct param_values id, struct param_values text)
{
	const struct arg *args = NULL;
	char asked[256], name[256], hint[256];
	struct result res;

	arg_int(a->pool, &args, "id", strtoll(id.v[0].s, NULL, 10));
	if (query_run(a->db, a->pool, "perimeter_by_id", args, &res) != RC_OK
	    || res.rows == 0)
		return false;
	split(text.v[0].s, asked, hint, sizeof(asked));
	return strcmp(text_fold_name(name, sizeof(name), res.row[0][5].s),
	    asked) == 0;
}

enum rc
place_read(struct ask *a, struct place *p)
{
	struct param_values id = page_values(a, "perimeter_id");
	struct param_values text = page_values(a, "perimeter_q");
	enum rc rc = take_codes(a, p);

	if (rc == RC_OK && id.n > 0 && (text.n == 0 || names(a, id, text)))
		rc = take_id(a, p, id.v[0].s);
	else if (rc == RC_OK && text.n > 0)
		rc = take_text(a, p, text.v[0].s);
	if (text.n > 0)
		xml_add_text(a->asked, "perimeter-q", text.v[0].s);
	p->given = p->nasked > 0 || p->open;
	if (rc == RC_OK && p->nasked > 0 && !p->open)
		rc = find_matches(a, p);
	return rc;
}
