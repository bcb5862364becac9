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
	const char *scale;

	if (p->nasked == MAX_PLACES)
		return RC_OK;
	node = rows_append(a->asked, q, res);
	id = (uint32_t)rows_int(&res->row[0][0], 0);
	for (size_t i = 0; i < p->nasked; i++) {
		if (p->asked[i] == id) {	/* said twice */
			xmlUnlinkNode(node);
			xmlFreeNode(node);
			return RC_OK;
		}
	}
	p->asked[p->nasked++] = id;
	scale = (const char *)xmlGetProp(node, (const xmlChar *)"scale-id");
	if (scale != NULL && (p->scale == 0 || atoi(scale) < p->scale))
		p->scale = (uint8_t)atoi(scale);
	xmlFree((void *)(uintptr_t)scale);
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
candidates(struct ask *a, const char *query, const char *name,
    const char *value, struct result *res)
{
	const struct arg *args = NULL;

	arg_text(a->pool, &args, name, value);
	return query_run(a->db, a->pool, query, args, res);
}

static int
column(const struct result *res, const char *name)
{
	for (unsigned i = 0; i < res->columns; i++)
		if (strcmp(res->names[i], name) == 0)
			return (int)i;
	return -1;
}

/* Keeps the rows whose department is the hint in brackets, "Échiré (79)",
 * and those named just as asked when some are. */
static void
narrow(struct result *res, const char *folded, const char *hint)
{
	int name = column(res, "@name"), exact = column(res, "@exact");
	int code = column(res, "@department");
	int dep = column(res, "@department-name");
	char f[256];
	unsigned n = 0, whole = 0;

	for (unsigned r = 0; hint[0] != '\0' && r < res->rows; r++) {
		const struct value *v = res->row[r];
		bool hit = code >= 0 && v[code].s != NULL &&
		    strcasecmp(v[code].s, hint) == 0;

		if (!hit && dep >= 0 && v[dep].s != NULL)
			hit = strcmp(text_fold_name(f, sizeof(f), v[dep].s),
			    hint) == 0;
		if (hit)
			res->row[n++] = res->row[r];
	}
	if (n > 0)
		res->rows = n;
	for (unsigned r = 0; exact >= 0 && r < res->rows; r++)
		whole += rows_int(&res->row[r][exact], 0) != 0;
	n = 0;
	for (unsigned r = 0; whole > 0 && r < res->rows; r++)
		if (rows_int(&res->row[r][exact], 0) != 0)
			res->row[n++] = res->row[r];
	if (n > 0)
		res->rows = n;
	(void)name;
	(void)folded;
}

static void
append_choices(struct ask *a, struct place *p, const char *q,
    const struct result *res)
{
	xmlNodePtr choices = xml_add(a->root, "choices");

	xml_set(choices, "q", q);
	p->open = true;
	for (unsigned r = 0; res != NULL && r < res->rows; r++) {
		struct result one = *res;
		xmlNodePtr n;
		const char *id;

		one.row = &res->row[r];
		one.rows = 1;
		n = rows_append(choices, query_find("perimeter_suggest"),
		    &one);
		if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name,
		    "perimeters") == 0) {
			xmlNodePtr row = xml_child(n, "perimeter");

			xmlUnlinkNode(row);
			xmlAddChild(choices, row);
			xmlUnlinkNode(n);
			xmlFreeNode(n);
			n = row;
		}
		id = rows_text(a->pool, &res->row[r][0]);
		xml_set(n, "href", page_url(a, "perimeter_q", NULL,
		    "perimeter_id", id));
	}
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
	rc = candidates(a, "perimeter_suggest", "folded", folded, &res);
	if (rc != RC_OK)
		return rc;
	narrow(&res, folded, hint);
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
	struct result res;
	enum rc rc = candidates(a, "perimeter_by_zip", "zip", zip, &res);

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
	struct result res;
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
	text_fold_name(folded, sizeof(folded), name);
	rc = candidates(a, "perimeter_suggest", "folded", folded, &res);
	if (rc != RC_OK)
		return rc;
	if (res.rows == 0)
		return page_refuse(a, "perimeter_id", s, "unknown-value");
	return take_name(a, p, folded);
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

enum rc
place_read(struct ask *a, struct place *p)
{
	struct param_values id = page_values(a, "perimeter_id");
	struct param_values text = page_values(a, "perimeter_q");
	enum rc rc = take_codes(a, p);

	/* A chosen suggestion comes with the text that led to it: the id wins. */
	if (rc == RC_OK && id.n > 0)
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
