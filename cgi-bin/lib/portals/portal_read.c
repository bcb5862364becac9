/*
 * portal_read.c - what the elements of a portal's file say.
 *
 * How many characters each may have, the columns of sql/schema.sql say.
 */

#include <string.h>

#include "base/say.h"
#include "files/file_read.h"
#include "portals/portal_read.h"
#include "site/portal.h"

enum { MAX_PAGE_SLUG = 60 };

/* Elements that a portal has once, and those that it may have several times,
 * whose attributes portal_record.h says. */
static const struct file_kind kinds[] = {
	{ "name", FILE_TEXT, PORTAL_NAME, .max = 120 },
	{ "tagline", FILE_TEXT, PORTAL_TAGLINE, .max = 200 },
	{ "title", FILE_TEXT, PORTAL_TITLE, .max = 200 },
	{ "description", FILE_TEXT, PORTAL_DESCRIPTION, .max = 300 },
	{ "summary", FILE_RICH, PORTAL_SUMMARY, .max = 0 },
	{ "more", FILE_RICH, PORTAL_MORE, .max = 0 },
	{ "theme", FILE_TEXT, PORTAL_THEME, .max = 10 },
	{ "brand", FILE_TEXT, PORTAL_BRAND, .max = 200 },
	{ "accent", FILE_TEXT, PORTAL_ACCENT, .max = 200 },
	{ "accent-dark", FILE_TEXT, PORTAL_ACCENT_DARK, .max = 200 },
	{ "font", FILE_TEXT, PORTAL_FONT, .max = 200 },
	{ "footer", FILE_TEXT, PORTAL_FOOTER, .max = 1000 },
	{ "contact", FILE_TEXT, PORTAL_CONTACT, .max = 700 },
	{ "operator", FILE_TEXT, PORTAL_OPERATOR, .max = 200 },
	{ "operator-address", FILE_TEXT, PORTAL_OPERATOR_ADDRESS, .max = 300 },
	{ "publication-director", FILE_TEXT, PORTAL_DIRECTOR, .max = 200 },
	{ "host", FILE_TEXT, PORTAL_HOST, .max = 253 },
	{ "query", FILE_TEXT, PORTAL_QUERY, .max = 8000 },
	{ "logo", FILE_LOGO, PORTAL_LOGO, .others = "label file href" },
	{ "page", FILE_RICH_PART, PORTAL_PAGES, .key = "slug",
	    .title = "title" },
	{ "link", FILE_PART, PORTAL_LINKS, .max = 120, .key = "href" },
	{ "site", FILE_PART, PORTAL_SITES, .max = 260 },
	{ "highlighted", FILE_PART, PORTAL_HIGHLIGHTED, .max = 255 },
	{ "excluded", FILE_PART, PORTAL_EXCLUDED, .max = 255 },
	{ "filter", FILE_PART, PORTAL_FILTERS, .max = 120, .key = "name",
	    .may_be_empty = true },
};

/* What is excluded may be many, and the rest is seen at a glance; queries of
 * pages read no more. */
static const struct file_grammar grammar = { .root = "portal",
	.ns = PORTAL_NS,
	.manual = "guichet-portail(5)",
	.attributes = "public canonical stats",
	.needed = "name",
	.max_slug = PORTAL_SLUG_MAX,
	.kinds = kinds,
	.n = sizeof(kinds) / sizeof(kinds[0]),
	.most = { [PORTAL_PAGES] = 20,
	    [PORTAL_LINKS] = 20,
	    [PORTAL_SITES] = 20,
	    [PORTAL_HIGHLIGHTED] = 20,
	    [PORTAL_EXCLUDED] = 200,
	    [PORTAL_FILTERS] = 20 } };

const char *
portal_element(enum portal_field field)
{
	return file_element(&grammar, (int)field);
}

/* Slugs of pages are addresses: right, and each once. */
static void
check_pages(struct file_faults *faults, const struct file_record *r)
{
	const struct file_items *of = &r->part[PORTAL_PAGES];

	for (size_t i = 0; i < of->n; i++) {
		const struct file_item *x = &of->item[i];

		if (x->key == NULL)
			continue;
		if (!file_is_slug(x->key, MAX_PAGE_SLUG))
			file_fault(faults, x->at, "page",
			    _("\"%s\" is no slug: a-z, 0-9 and -, %d at most"),
			    x->key, MAX_PAGE_SLUG);
		for (size_t k = 0; k < i; k++)
			if (of->item[k].key != NULL &&
			    strcmp(of->item[k].key, x->key) == 0)
				file_fault(faults, x->at, "page",
				    _("the page \"%s\" is on line %ld already"),
				    x->key, of->item[k].at.line);
	}
}

/* A root of another kind ends it: the rest would be faults that follow. */
void
portal_read(struct file_faults *faults, struct pool *pool, xmlNodePtr root,
    struct portal_record *r)
{
	*r = (struct portal_record){ .is_public = -1 };
	if (!file_read(faults, pool, root, &grammar, &r->f))
		return;
	r->is_public = file_read_choice(faults, pool, root, "public", "yes",
	    "no");
	r->own_canonical = file_read_choice(faults, pool, root, "canonical",
			       "own", "site") == 1;
	r->stats_public = file_read_choice(faults, pool, root, "stats",
			      "public", "private") == 1;
	check_pages(faults, &r->f);
}
