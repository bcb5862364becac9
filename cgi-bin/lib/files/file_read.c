/*
 * file_read.c - what the elements of a file say.
 */

#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "files/file_logo.h"
#include "files/file_read.h"
#include "files/file_rich.h"
#include "vocabulary/spelling.h"

enum { MAX_KEY = 700, MAX_TITLE = 200 };

struct file_reading {
	struct file_faults *faults;
	struct pool *pool;
	const struct file_grammar *g;
	struct file_record *r;
};

static bool
is_part(const struct file_kind *k)
{
	return k->content == FILE_PART || k->content == FILE_RICH_PART;
}

static bool
is_rich(const struct file_kind *k)
{
	return k->content == FILE_RICH || k->content == FILE_RICH_PART;
}

const char *
file_element(const struct file_grammar *g, int field)
{
	for (size_t i = 0; i < g->n; i++)
		if (!is_part(&g->kinds[i]) && g->kinds[i].of == field)
			return g->kinds[i].name;
	return "";
}

bool
file_is_slug(const char *s, size_t max)
{
	size_t n = strlen(s);

	return n > 0 && n <= max && s[0] != '-' && s[n - 1] != '-' &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

/* ---- texts ---- */

/* Makes one line of a text: blanks and ends of line become one blank, those at
 * its ends none. */
static const char *
fold_blanks(char *s)
{
	char *to = s;

	str_drop_hidden(s);
	for (const char *from = s; *from != '\0'; from++) {
		bool blank = strchr(" \t\r\n", *from) != NULL;

		if (!blank)
			*to++ = *from;
		else if (to > s && to[-1] != ' ')
			*to++ = ' ';
	}
	while (to > s && to[-1] == ' ')
		to--;
	*to = '\0';
	return s;
}

/* The text of an attribute or of an element, NULL without any. */
static const char *
read_text(struct file_reading *p, xmlChar *got, struct file_place at,
    const char *what, size_t max)
{
	const char *s = got != NULL
	    ? fold_blanks(pool_strdup(p->pool, (const char *)got))
	    : "";

	xmlFree(got);
	if (max > 0 && str_characters(s) > max)
		file_fault(p->faults, at, what,
		    _("%zu characters, and %zu are allowed: shorten it"),
		    str_characters(s), max);
	return *s != '\0' ? s : NULL;
}

static const char *
read_attribute(struct file_reading *p, xmlNodePtr n, const char *name,
    size_t max)
{
	return read_text(p, xmlGetNoNsProp(n, (const xmlChar *)name),
	    file_place(n), name, max);
}

/* ---- names ---- */

/* The element that was most likely meant; NULL: none is near. */
static const char *
near_element(const struct file_grammar *g, const char *name)
{
	const char *near = NULL;
	int best = 3;

	for (size_t i = 0; i < g->n; i++) {
		int d = spelling_distance(name, g->kinds[i].name, 2);

		if (d < best) {
			best = d;
			near = g->kinds[i].name;
		}
	}
	return near;
}

/* Whether a node is of the namespace of the file. */
static bool
is_ours(const struct file_grammar *g, const xmlNode *n)
{
	return n->ns != NULL && strcmp((const char *)n->ns->href, g->ns) == 0;
}

static const struct file_kind *
find_kind(struct file_reading *p, xmlNodePtr n)
{
	const char *name = (const char *)n->name, *near;
	bool ours = is_ours(p->g, n);

	for (size_t i = 0; ours && i < p->g->n; i++)
		if (strcmp(p->g->kinds[i].name, name) == 0)
			return &p->g->kinds[i];
	near = near_element(p->g, name);
	if (ours &&
	    (strcmp(name, "slug") == 0 || str_has_word(p->g->attributes, name)))
		file_fault(p->faults, file_place(n), name,
		    _("this is an attribute of \"%s\", and no element: write "
		      "%s=\"...\" in its tag"),
		    p->g->root, name);
	else if (near != NULL && ours)
		file_fault(p->faults, file_place(n), name,
		    _("there is no such element; did you mean \"%s\"?"), near);
	else
		file_fault(p->faults, file_place(n), name,
		    _("there is no such element: see %s"), p->g->manual);
	return NULL;
}

/* Attributes that an element does not have. */
static void
check_attributes(struct file_reading *p, xmlNodePtr n, const char *const own[],
    const char *others)
{
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next) {
		const char *name = (const char *)a->name;
		bool known = str_has_word(others, name);

		for (int i = 0; i < 3 && !known; i++)
			known = own[i] != NULL && strcmp(name, own[i]) == 0;
		if (!known)
			file_fault(p->faults, file_place(n),
			    (const char *)n->name,
			    _("it has no attribute \"%s\": take it out, or "
			      "see %s"),
			    name, p->g->manual);
	}
}

/* ---- elements ---- */

/* A text has no elements: who writes one meant it to show, and it would not. */
static const char *
read_content(struct file_reading *p, xmlNodePtr n, const struct file_kind *k)
{
	struct file_place at = file_place(n);

	if (is_rich(k))
		return file_rich_read(p->faults, p->pool, n);
	if (xmlFirstElementChild(n) != NULL)
		file_fault(p->faults, at, k->name,
		    _("it holds a text, and no element \"%s\""),
		    (const char *)xmlFirstElementChild(n)->name);
	return read_text(p, xmlNodeGetContent(n), at, k->name, k->max);
}

/* The second of two is a fault, for nobody knows which of them was meant. */
static void
take_field(struct file_reading *p, xmlNodePtr n, const struct file_kind *k)
{
	struct file_value *v = &p->r->field[k->of];

	if (v->at.line > 0) {
		file_fault(p->faults, file_place(n), k->name,
		    _("it is on line %ld already: keep one of the two"),
		    v->at.line);
		return;
	}
	v->at = file_place(n);
	if (k->content == FILE_LOGO) {
		v->s = read_attribute(p, n, "label", MAX_TITLE);
		file_logo_read(p->faults, p->pool, n, v->s != NULL, p->r);
	} else {
		v->s = read_content(p, n, k);
	}
}

/* An attribute that must be there; NULL: the element has none of that place. */
static const char *
read_needed(struct file_reading *p, xmlNodePtr n, const char *name, size_t max)
{
	const char *s = name != NULL ? read_attribute(p, n, name, max) : NULL;

	if (name != NULL && s == NULL)
		file_fault(p->faults, file_place(n), (const char *)n->name,
		    _("its attribute \"%s\" is missing"), name);
	return s;
}

/* An item of a part: those over the bound are told once, and left out. */
static void
take_part(struct file_reading *p, xmlNodePtr n, const struct file_kind *k)
{
	struct file_items *to = &p->r->part[k->of];
	size_t most = p->g->most[k->of];
	struct file_item i = { .at = file_place(n) };
	unsigned before;

	i.key = read_needed(p, n, k->key,
	    k->max_key > 0 ? k->max_key : MAX_KEY);
	i.title = read_needed(p, n, k->title, MAX_TITLE);
	i.note = read_needed(p, n, k->note, MAX_TITLE);
	before = p->faults->n;
	i.text = read_content(p, n, k);
	/* What could not be read may not be empty. */
	if (i.text == NULL && !k->may_be_empty && p->faults->n == before)
		file_fault(p->faults, i.at, k->name,
		    _("it is empty: write its text, or take it out"));
	if (to->n == most)
		file_fault(p->faults, i.at, k->name,
		    _("there are %zu of them at most"), to->n);
	if (to->n <= most)
		to->item[to->n++] = i;
}

/* ---- the root ---- */

int
file_read_choice(struct file_faults *faults, struct pool *pool, xmlNodePtr root,
    const char *name, const char *yes, const char *no)
{
	struct file_reading p = { .faults = faults, .pool = pool };
	const char *s = read_attribute(&p, root, name, 0);

	if (s == NULL)
		return -1;
	if (strcmp(s, yes) != 0 && strcmp(s, no) != 0)
		file_fault(faults, file_place(root), name,
		    _("\"%s\" must be \"%s\" or \"%s\""), s, yes, no);
	return strcmp(s, yes) == 0;
}

/* As it is written: a blank at one of its ends would be part of an address. */
static bool
has_slug(xmlNodePtr n, size_t max)
{
	xmlChar *slug = xmlGetNoNsProp(n, (const xmlChar *)"slug");
	bool is_slug = slug != NULL && file_is_slug((const char *)slug, max);

	xmlFree(slug);
	return is_slug;
}

static bool
read_root(struct file_reading *p, xmlNodePtr root)
{
	static const char *const own[] = { "slug", NULL, NULL };
	struct file_record *r = p->r;
	int most = (int)p->g->max_slug;

	if (!is_ours(p->g, root) ||
	    strcmp((const char *)root->name, p->g->root) != 0) {
		file_fault(p->faults, file_place(root),
		    (const char *)root->name,
		    _("the file begins with the element \"%s\", whose tag has "
		      "xmlns=\"%s\""),
		    p->g->root, p->g->ns);
		return false;
	}
	r->at = file_place(root);
	check_attributes(p, root, own, p->g->attributes);
	r->slug = read_attribute(p, root, "slug", 0);
	if (r->slug == NULL || !has_slug(root, p->g->max_slug))
		file_fault(p->faults, r->at, "slug",
		    _("its address is a slug: a-z, 0-9 and -, %d at most, such "
		      "as \"deux-sevres\""),
		    most);
	return true;
}

/* A child of the root. */
static void
read_child(struct file_reading *p, xmlNodePtr n)
{
	const struct file_kind *k;

	if (n->type == XML_TEXT_NODE && !xmlIsBlankNode(n))
		file_fault(p->faults, file_place(n), p->g->root,
		    _("a text is in no element: \"%.40s\""),
		    fold_blanks(pool_strdup(p->pool, (char *)n->content)));
	if (n->type != XML_ELEMENT_NODE || (k = find_kind(p, n)) == NULL)
		return;
	check_attributes(p, n,
	    (const char *const[]){ k->key, k->title, k->note },
	    is_rich(k) ? "file" : k->others);
	if (is_part(k))
		take_part(p, n, k);
	else
		take_field(p, n, k);
}

/* Whether an element of that name is there. */
static bool
has_element(const struct file_reading *p, const char *name)
{
	for (size_t i = 0; i < p->g->n; i++)
		if (strcmp(p->g->kinds[i].name, name) == 0)
			return p->r->field[p->g->kinds[i].of].s != NULL;
	return true;
}

bool
file_read(struct file_faults *faults, struct pool *pool, xmlNodePtr root,
    const struct file_grammar *g, struct file_record *r)
{
	struct file_reading p = { faults, pool, g, r };

	*r = (struct file_record){ 0 };
	for (int i = 0; i < FILE_PARTS; i++)
		r->part[i].item = pool_take(pool,
		    (g->most[i] + 1) * sizeof(struct file_item));
	if (!read_root(&p, root))
		return false;
	for (xmlNodePtr n = root->children; n != NULL; n = n->next)
		read_child(&p, n);
	if (!has_element(&p, g->needed))
		file_fault(faults, r->at, g->needed,
		    _("it is missing: write it"));
	return true;
}
