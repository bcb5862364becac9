/* rows.c - rows to XML. */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "db/rows.h"
#include "xml/xml.h"

enum { MAX_COLUMNS = 64 };

/* Where the values of one column go, read once a result. */
struct column {
	char element[64];      /* "" : the row itself */
	const char *attribute; /* NULL: text */
	bool raw, parent_key, names_row;
};

static void
read_column(struct column *c, const char *name)
{
	const char *at = strchr(name, '@'), *bar = strstr(name, "|raw");
	size_t n = at != NULL ? (size_t)(at - name) : strlen(name);

	*c = (struct column){ .raw = bar != NULL };
	c->parent_key = strcmp(name, "^") == 0;
	c->names_row = strcmp(name, "name()") == 0;
	c->attribute = at != NULL ? at + 1 : NULL;
	if (bar != NULL)
		n = (size_t)(bar - name);
	if (n > 0 && name[n - 1] == '/')
		n--;
	if (n == 1 && name[0] == '.')
		n = 0;
	if (n >= sizeof(c->element))
		n = sizeof(c->element) - 1;
	memcpy(c->element, name, n);
}

const char *
rows_text(struct pool *pool, const struct value *v)
{
	char number[24];

	return v->type == VALUE_NULL ? NULL
	    : v->type == VALUE_TEXT
	    ? v->s
	    : pool_strdup(pool, buf_digits(number, v->i));
}

long long
rows_int(const struct value *v, long long def)
{
	return v->type == VALUE_INT ? v->i
	    : v->type == VALUE_TEXT ? strtoll(v->s, NULL, 10)
				    : def;
}

/* The child where a value goes: one that a column made already, when it has
 * no text yet. */
static xmlNodePtr
child_of(xmlNodePtr row, const struct column *c)
{
	xmlNodePtr n = xml_child(row, c->element);

	return n != NULL && (c->attribute != NULL || n->children == NULL)
	    ? n
	    : xml_add(row, c->element);
}

static void
rows_put_value(xmlNodePtr row, const struct column *c, const struct value *v)
{
	xmlNodePtr to = row;
	char number[24];
	const char *s = v->s;
	size_t n = v->n;

	if (v->type == VALUE_NULL || c->parent_key)
		return;
	if (c->names_row) {
		xml_rename(row, s);
		return;
	}
	if (v->type == VALUE_INT) {
		s = buf_digits(number, v->i);
		n = strlen(s);
	}
	if (c->element[0] != '\0')
		to = child_of(row, c);
	if (c->attribute != NULL)
		xml_set(to, c->attribute, s);
	else if (c->raw)
		xml_raw(to, s, n);
	else
		xml_text(to, s, n);
}

/* The elements under which rows may go, by id. */
struct parents {
	struct {
		long long id;
		xmlNodePtr node;
	} * at;
	size_t n, size;
};

static void
collect_parents(struct parents *p, xmlNodePtr first, const char *element)
{
	for (xmlNodePtr n = first; n != NULL; n = n->next) {
		xmlAttrPtr a = n->properties;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (strcmp((const char *)n->name, element) != 0) {
			collect_parents(p, n->children, element);
			continue;
		}
		while (a != NULL && strcmp((const char *)a->name, "id") != 0)
			a = a->next;
		if (a == NULL || a->children == NULL)
			continue;
		if (p->n == p->size) {
			p->size = p->size > 0 ? 2 * p->size : 32;
			p->at = realloc(p->at, p->size * sizeof(*p->at));
			if (p->at == NULL)
				log_die("rows: out of memory");
		}
		p->at[p->n].node = n;
		p->at[p->n++].id = strtoll((const char *)a->children->content,
		    NULL, 10);
	}
}

static int
rows_by_id(const void *a, const void *b)
{
	const long long *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static xmlNodePtr
find_parent(const struct parents *p, long long id)
{
	size_t lo = 0, hi = p->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (p->at[mid].id == id)
			return p->at[mid].node;
		if (p->at[mid].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

static xmlNodePtr
parent_of(xmlNodePtr parent, const struct query *q, const struct parents *p,
    const struct column *c, const struct result *res, const struct value *row)
{
	if (q->under == NULL)
		return parent;
	for (unsigned i = 0; i < res->columns; i++)
		if (c[i].parent_key)
			return find_parent(p, rows_int(&row[i], -1));
	return NULL;
}

xmlNodePtr
rows_append(xmlNodePtr parent, const struct query *q, const struct result *res)
{
	struct column c[MAX_COLUMNS];
	struct parents parents = { 0 };
	xmlNodePtr made = parent, to, row;

	if (q->list != NULL)
		made = parent = xml_add(parent, q->list);
	if (res->columns > MAX_COLUMNS)
		return made;
	for (unsigned i = 0; i < res->columns; i++)
		read_column(&c[i], res->names[i]);
	if (q->under != NULL) {
		collect_parents(&parents, parent->children, q->under);
		if (parents.n > 1)
			qsort(parents.at, parents.n, sizeof(*parents.at),
			    rows_by_id);
	}
	for (unsigned r = 0; r < res->rows; r++) {
		to = parent_of(parent, q, &parents, c, res, res->row[r]);
		if (to == NULL)
			continue;
		row = q->row != NULL && strcmp(q->row, "self") == 0
		    ? to
		    : xml_add(to, q->row != NULL ? q->row : "row");
		for (unsigned i = 0; i < res->columns; i++)
			rows_put_value(row, &c[i], &res->row[r][i]);
		if (q->list == NULL)
			made = row;
	}
	free(parents.at);
	return made;
}

enum rc
rows_query(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, xmlNodePtr parent, xmlNodePtr *made,
    unsigned *count)
{
	struct result res;
	xmlNodePtr n;
	enum rc rc = query_run(db, pool, id, args, &res);

	if (rc != RC_OK)
		return rc;
	n = rows_append(parent, &query_table[id], &res);
	if (made != NULL)
		*made = n;
	if (count != NULL)
		*count = res.rows;
	return RC_OK;
}
