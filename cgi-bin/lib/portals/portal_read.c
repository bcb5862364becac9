/*
 * portal_read.c - what the elements of a portal's file say.
 *
 * The table of elements is the grammar once more, for a validator tells the
 * first fault alone, and in words that only its authors understand.  The
 * grammar is for editors of XML, and the last word on what this lets pass.
 */

#include <string.h>

#include "base/buf.h"
#include "base/say.h"
#include "base/str.h"
#include "portals/portal_logo.h"
#include "portals/portal_read.h"
#include "portals/portal_rich.h"
#include "portals/portal_xml.h"
#include "vocabulary/spelling.h"

enum { MAX_SLUG = 33, MAX_PAGE_SLUG = 60, MAX_PAGE_TITLE = 120 };
/* Of each part of a portal: what is excluded may be many, and the rest is seen
 * at a glance; queries of pages read no more. */
static const size_t most[PORTAL__PARTS] = { [PORTAL_PAGES] = 20,
	[PORTAL_LINKS] = 20,
	[PORTAL_SITES] = 20,
	[PORTAL_SHOWN] = 20,
	[PORTAL_NEVER] = 200,
	[PORTAL_FILTERS] = 20 };

/* The elements, how they are read, and how many characters each may have, as
 * the columns of sql/schema.sql: key and title are their attributes. */
static const struct portal_kind {
	const char *name, *key, *title, *others;
	enum { TEXT, RICH, LOGO, PART } kind;
	int of; /* a field, or a part */
	size_t max;
} kinds[] = {
	{ "name", NULL, NULL, NULL, TEXT, PORTAL_NAME, 120 },
	{ "tagline", NULL, NULL, NULL, TEXT, PORTAL_TAGLINE, 200 },
	{ "title", NULL, NULL, NULL, TEXT, PORTAL_TITLE, 200 },
	{ "description", NULL, NULL, NULL, TEXT, PORTAL_DESCRIPTION, 300 },
	{ "summary", NULL, NULL, NULL, RICH, PORTAL_SUMMARY, 0 },
	{ "more", NULL, NULL, NULL, RICH, PORTAL_MORE, 0 },
	{ "theme", NULL, NULL, NULL, TEXT, PORTAL_THEME, 10 },
	{ "brand", NULL, NULL, NULL, TEXT, PORTAL_BRAND, 200 },
	{ "accent", NULL, NULL, NULL, TEXT, PORTAL_ACCENT, 200 },
	{ "accent-dark", NULL, NULL, NULL, TEXT, PORTAL_ACCENT_DARK, 200 },
	{ "font", NULL, NULL, NULL, TEXT, PORTAL_FONT, 200 },
	{ "footer", NULL, NULL, NULL, TEXT, PORTAL_FOOTER, 1000 },
	{ "contact", NULL, NULL, NULL, TEXT, PORTAL_CONTACT, 700 },
	{ "operator", NULL, NULL, NULL, TEXT, PORTAL_OPERATOR, 200 },
	{ "operator-address", NULL, NULL, NULL, TEXT, PORTAL_OPERATOR_ADDRESS,
	    300 },
	{ "publication-director", NULL, NULL, NULL, TEXT, PORTAL_DIRECTOR,
	    200 },
	{ "host", NULL, NULL, NULL, TEXT, PORTAL_HOST, 253 },
	{ "query", NULL, NULL, NULL, TEXT, PORTAL_QUERY, 8000 },
	{ "logo", NULL, NULL, "label file href", LOGO, PORTAL_LOGO, 0 },
	{ "page", "slug", "title", NULL, PART, PORTAL_PAGES, 0 },
	{ "link", "href", NULL, NULL, PART, PORTAL_LINKS, 120 },
	{ "site", NULL, NULL, NULL, PART, PORTAL_SITES, 260 },
	{ "highlighted", NULL, NULL, NULL, PART, PORTAL_SHOWN, 255 },
	{ "excluded", NULL, NULL, NULL, PART, PORTAL_NEVER, 255 },
	{ "filter", "name", NULL, NULL, PART, PORTAL_FILTERS, 120 },
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

struct portal_reading {
	struct portal_faults *faults;
	struct pool *pool;
	struct portal_record *r;
};

const char *
portal_element(enum portal_field field)
{
	for (int i = 0; i < KINDS; i++)
		if (kinds[i].kind != PART && kinds[i].of == (int)field)
			return kinds[i].name;
	return "";
}

bool
portal_is_slug(const char *s, size_t max)
{
	size_t n = strlen(s);

	return n > 0 && n <= max && s[0] != '-' && s[n - 1] != '-' &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

/* ---- texts ---- */

static size_t
count_characters(const char *s)
{
	size_t n = 0;

	while (*s != '\0')
		n += (*s++ & 0xc0) != 0x80;
	return n;
}

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
read_text(struct portal_reading *p, xmlChar *got, long line, const char *what,
    size_t max)
{
	const char *s = got != NULL
	    ? fold_blanks(pool_strdup(p->pool, (const char *)got))
	    : "";

	xmlFree(got);
	if (max > 0 && count_characters(s) > max)
		portal_fault(p->faults, line, what,
		    _("%zu characters, and %zu are allowed: shorten it"),
		    count_characters(s), max);
	return *s != '\0' ? s : NULL;
}

static const char *
read_attribute(struct portal_reading *p, xmlNodePtr n, const char *name,
    size_t max)
{
	return read_text(p, xmlGetNoNsProp(n, (const xmlChar *)name),
	    xmlGetLineNo(n), name, max);
}

/* ---- names ---- */

/* The element that was most likely meant; NULL: none is near. */
static const char *
near_element(const char *name)
{
	const char *near = NULL;
	int best = 3;

	for (int i = 0; i < KINDS; i++) {
		int d = spelling_distance(name, kinds[i].name, 2);

		if (d < best) {
			best = d;
			near = kinds[i].name;
		}
	}
	return near;
}

static const struct portal_kind *
find_kind(struct portal_reading *p, xmlNodePtr n)
{
	const char *name = (const char *)n->name, *near;
	bool ours = n->ns != NULL &&
	    strcmp((const char *)n->ns->href, PORTAL_NS) == 0;

	for (int i = 0; ours && i < KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	near = near_element(name);
	if (near != NULL && ours)
		portal_fault(p->faults, xmlGetLineNo(n), name,
		    _("there is no such element; did you mean \"%s\"?"), near);
	else
		portal_fault(p->faults, xmlGetLineNo(n), name,
		    _("there is no such element: see guichet-portail(5)"));
	return NULL;
}

/* Attributes that an element does not have. */
static void
check_attributes(struct portal_reading *p, xmlNodePtr n, const char *first,
    const char *second, const char *others)
{
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next) {
		const char *name = (const char *)a->name;

		if ((first != NULL && strcmp(name, first) == 0) ||
		    (second != NULL && strcmp(name, second) == 0) ||
		    str_has_word(others, name))
			continue;
		portal_fault(p->faults, xmlGetLineNo(n), (const char *)n->name,
		    _("it has no attribute \"%s\": take it out, or see "
		      "guichet-portail(5)"),
		    name);
	}
}

/* ---- elements ---- */

/* A text has no elements: who writes one meant it to show, and it would not. */
static const char *
read_content(struct portal_reading *p, xmlNodePtr n,
    const struct portal_kind *k)
{
	long line = xmlGetLineNo(n);

	if (k->kind == RICH || (k->kind == PART && k->of == PORTAL_PAGES))
		return portal_rich_read(p->faults, p->pool, n);
	if (xmlFirstElementChild(n) != NULL)
		portal_fault(p->faults, line, k->name,
		    _("it holds a text, and no element \"%s\""),
		    (const char *)xmlFirstElementChild(n)->name);
	return read_text(p, xmlNodeGetContent(n), line, k->name, k->max);
}

/* The second of two is a fault, for nobody knows which of them was meant. */
static void
take_field(struct portal_reading *p, xmlNodePtr n, const struct portal_kind *k)
{
	struct portal_value *v = &p->r->field[k->of];

	if (v->line > 0) {
		portal_fault(p->faults, xmlGetLineNo(n), k->name,
		    _("it is on line %ld already: keep one of the two"),
		    v->line);
		return;
	}
	v->line = xmlGetLineNo(n);
	if (k->kind == LOGO) {
		v->s = read_attribute(p, n, "label", 200);
		portal_logo_read(p->faults, p->pool, n, p->r);
	} else {
		v->s = read_content(p, n, k);
	}
}

/* An item of a part: those over the bound are told once, and left out. */
static void
take_part(struct portal_reading *p, xmlNodePtr n, const struct portal_kind *k)
{
	struct portal_items *to = &p->r->part[k->of];
	struct portal_item i = { .line = xmlGetLineNo(n) };

	if (k->key != NULL &&
	    (i.key = read_attribute(p, n, k->key, 700)) == NULL)
		portal_fault(p->faults, i.line, k->name,
		    _("its attribute \"%s\" is missing"), k->key);
	if (k->title != NULL &&
	    (i.title = read_attribute(p, n, k->title, MAX_PAGE_TITLE)) == NULL)
		portal_fault(p->faults, i.line, k->name,
		    _("its attribute \"%s\" is missing"), k->title);
	i.text = read_content(p, n, k);
	if (i.text == NULL && k->of != PORTAL_FILTERS)
		portal_fault(p->faults, i.line, k->name,
		    _("it is empty: write its text, or take it out"));
	if (to->n == most[k->of])
		portal_fault(p->faults, i.line, k->name,
		    _("a portal has at most %zu of them"), to->n);
	if (to->n <= most[k->of])
		to->item[to->n++] = i;
}

/* ---- the root ---- */

/* "yes", "no" or nothing: 1, 0, -1. */
static int
read_choice(struct portal_reading *p, xmlNodePtr root, const char *name,
    const char *yes, const char *no)
{
	const char *s = read_attribute(p, root, name, 0);

	if (s == NULL)
		return -1;
	if (strcmp(s, yes) != 0 && strcmp(s, no) != 0)
		portal_fault(p->faults, xmlGetLineNo(root), name,
		    _("\"%s\" must be \"%s\" or \"%s\""), s, yes, no);
	return strcmp(s, yes) == 0;
}

static bool
read_root(struct portal_reading *p, xmlNodePtr root)
{
	struct portal_record *r = p->r;

	if (root->ns == NULL ||
	    strcmp((const char *)root->name, "portal") != 0 ||
	    strcmp((const char *)root->ns->href, PORTAL_NS) != 0) {
		portal_fault(p->faults, xmlGetLineNo(root),
		    (const char *)root->name,
		    _("a file of a portal begins with the element \"portal\" "
		      "of the namespace \"%s\""),
		    PORTAL_NS);
		return false;
	}
	r->line = xmlGetLineNo(root);
	check_attributes(p, root, "slug", "public", "canonical");
	r->slug = read_attribute(p, root, "slug", 0);
	if (r->slug == NULL || !portal_is_slug(r->slug, MAX_SLUG))
		portal_fault(p->faults, r->line, "slug",
		    _("the address of a portal is a slug: a-z, 0-9 and -, %d "
		      "at most, such as \"deux-sevres\""),
		    MAX_SLUG);
	r->is_public = read_choice(p, root, "public", "yes", "no");
	r->own_canonical = read_choice(p, root, "canonical", "own", "site") ==
	    1;
	return true;
}

/* Slugs of pages are addresses: right, and each once. */
static void
check_pages(struct portal_reading *p)
{
	const struct portal_items *of = &p->r->part[PORTAL_PAGES];

	for (size_t i = 0; i < of->n; i++) {
		const struct portal_item *x = &of->item[i];

		if (x->key == NULL)
			continue;
		if (!portal_is_slug(x->key, MAX_PAGE_SLUG))
			portal_fault(p->faults, x->line, "page",
			    _("\"%s\" is no slug: a-z, 0-9 and -, %d at most"),
			    x->key, MAX_PAGE_SLUG);
		for (size_t k = 0; k < i; k++)
			if (of->item[k].key != NULL &&
			    strcmp(of->item[k].key, x->key) == 0)
				portal_fault(p->faults, x->line, "page",
				    _("the page \"%s\" is on line %ld already"),
				    x->key, of->item[k].line);
	}
}

void
portal_read(struct portal_faults *faults, struct pool *pool, xmlNodePtr root,
    struct portal_record *r)
{
	struct portal_reading p = { faults, pool, r };

	*r = (struct portal_record){ .is_public = -1 };
	for (int i = 0; i < PORTAL__PARTS; i++)
		r->part[i].item = pool_take(pool,
		    (most[i] + 1) * sizeof(struct portal_item));
	if (!read_root(&p, root))
		return;
	for (xmlNodePtr n = root->children; n != NULL; n = n->next) {
		const struct portal_kind *k;

		if (n->type == XML_TEXT_NODE && !xmlIsBlankNode(n))
			portal_fault(faults, xmlGetLineNo(n), "portal",
			    _("a text is in no element: \"%.40s\""),
			    fold_blanks(pool_strdup(pool, (char *)n->content)));
		if (n->type != XML_ELEMENT_NODE ||
		    (k = find_kind(&p, n)) == NULL)
			continue;
		check_attributes(&p, n, k->key, k->title, k->others);
		if (k->kind == PART)
			take_part(&p, n, k);
		else
			take_field(&p, n, k);
	}
	if (r->field[PORTAL_NAME].s == NULL)
		portal_fault(faults, r->line, "name",
		    _("it is missing: a portal has a name"));
	check_pages(&p);
}
