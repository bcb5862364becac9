/*
 * backer_read.c - what the file of a backer says, and what is wrong with it.
 *
 * Texts are any, for pages escape them; what becomes an address or names a row
 * is looked at.
 */

#include <string.h>

#include "backers/backer_read.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "files/file_read.h"
#include "gen/queries/backers.h"

/* How many characters each may have, the columns of sql/schema.sql say. */
static const struct file_kind kinds[] = {
	{ "name", FILE_TEXT, BACKER_NAME, .max = 255 },
	{ "group", FILE_TEXT, BACKER_GROUP, .max = 150 },
	{ "perimeter", FILE_TEXT, BACKER_PERIMETER, .max = 255 },
	{ "website", FILE_TEXT, BACKER_WEBSITE, .max = 700 },
	{ "contact", FILE_TEXT, BACKER_CONTACT, .max = 700 },
	{ "description", FILE_RICH, BACKER_DESCRIPTION, .max = 0 },
	{ "logo", FILE_LOGO, BACKER_LOGO, .others = "label file" },
	{ "section", FILE_RICH_PART, BACKER_SECTIONS, .title = "title" },
};

static const struct file_grammar grammar = { .root = "backer",
	.ns = BACKER_NS,
	.manual = "guichet-fiche(5)",
	.attributes = "public",
	.needed = "name",
	.max_slug = 255,
	.kinds = kinds,
	.n = sizeof(kinds) / sizeof(kinds[0]),
	.most = { [BACKER_SECTIONS] = 20 } };

/* A link goes to it: a scheme, and nothing that ends an attribute. */
static void
check_website(struct backer_importing *x)
{
	const char *s = x->r.field[BACKER_WEBSITE].s;

	if (s != NULL &&
	    ((strncmp(s, "https://", 8) != 0 &&
		 strncmp(s, "http://", 7) != 0) ||
		strpbrk(s, " <>\"'\\`{}|^") != NULL))
		file_fault(&x->in.faults, x->r.field[BACKER_WEBSITE].at,
		    "website",
		    _("\"%.100s\" is no address: write https:// and the rest"),
		    s);
}

/* Tells names of groups that have the longest word of this one. */
static enum rc
say_no_group(struct backer_importing *x, const struct file_value *v)
{
	const struct arg *args = NULL;
	const char *longest = v->s, *near = "";
	struct result res;
	size_t most = 0;
	enum rc rc;

	/* Short ones, "de" or "CD", are in most names. */
	for (const char *s = v->s; *s != '\0'; s += strspn(s, " ()'-")) {
		size_t n = strcspn(s, " ()'-");

		if (n > most) {
			most = n;
			longest = s;
		}
		s += n;
	}
	arg_text(x->in.pool, &args, BACKER_GROUPS_NEAR_IN_WORD,
	    pool_strndup(x->in.pool, longest, most));
	rc = query_run(x->in.db, x->in.pool, Q_BACKER_GROUPS_NEAR, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		near = pool_printf(x->in.pool, "%s%s\"%s\"", near,
		    i > 0 ? ", " : "", backer_groups_near_row(&res, i)->name.s);
	if (rc == RC_OK && res.rows > 0)
		file_fault(&x->in.faults, v->at, "group",
		    _("there is no group \"%s\"; these are near: %s"), v->s,
		    near);
	else if (rc == RC_OK)
		file_fault(&x->in.faults, v->at, "group",
		    _("there is no group \"%s\": guichet backer groups says "
		      "which there are"),
		    v->s);
	return rc;
}

/* Finds the group that it names: categories follow from groups. */
static enum rc
find_group(struct backer_importing *x)
{
	const struct file_value *v = &x->r.field[BACKER_GROUP];
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (v->s == NULL)
		return RC_OK;
	arg_text(x->in.pool, &args, ARG_NAME, v->s);
	rc = query_run(x->in.db, x->in.pool, Q_BACKER_GROUP_OF, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : say_no_group(x, v);
	x->group = rows_int(&backer_group_of_row(&res, 0)->id, 0);
	return RC_OK;
}

/* A name that several territories have needs a code; a code, an id. */
static enum rc
find_perimeter(struct backer_importing *x)
{
	const struct file_value *v = &x->r.field[BACKER_PERIMETER];
	const struct arg *args = NULL;
	const char *all = "";
	char folded[256];
	struct result res;
	enum rc rc;

	if (v->s == NULL)
		return RC_OK;
	arg_text(x->in.pool, &args, ARG_NAME, v->s);
	arg_text(x->in.pool, &args, ARG_FOLDED,
	    str_fold_name(folded, sizeof(folded), v->s));
	rc = query_run(x->in.db, x->in.pool, Q_PERIMETERS_NAMED, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct perimeters_named_row *p =
		    perimeters_named_row(&res, i);

		x->perimeter = rows_int(&p->id, 0);
		all = pool_printf(x->in.pool, "%s%s%s (%s, %s)", all,
		    i > 0 ? ", " : "",
		    strcmp(p->code.s, v->s) == 0
			? pool_printf(x->in.pool, "%lld", x->perimeter)
			: p->code.s,
		    p->name.s, p->scale.s);
	}
	if (rc == RC_OK && res.rows == 0)
		file_fault(&x->in.faults, v->at, "perimeter",
		    _("no territory is \"%s\": write its name, its INSEE code "
		      "or its SIREN"),
		    v->s);
	else if (rc == RC_OK && res.rows > 1)
		file_fault(&x->in.faults, v->at, "perimeter",
		    _("several territories are \"%s\"; write the code of "
		      "one: %s"),
		    v->s, all);
	return rc;
}

/* Names are each one backer's, for feeds know it by that. */
static enum rc
check_name(struct backer_importing *x)
{
	const struct file_value *v = &x->r.field[BACKER_NAME];
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (v->s == NULL || x->r.slug == NULL)
		return RC_OK;
	arg_text(x->in.pool, &args, ARG_NAME, v->s);
	rc = query_run(x->in.db, x->in.pool, Q_BACKER_NAME_OF, args, &res);
	if (rc == RC_OK && res.rows > 0 &&
	    strcmp(backer_name_of_row(&res, 0)->slug.s, x->r.slug) != 0)
		file_fault(&x->in.faults, v->at, "name",
		    _("the backer \"%s\" has that name: change its file "
		      "instead"),
		    backer_name_of_row(&res, 0)->slug.s);
	return rc;
}

/* Sections have titles, each once. */
static void
check_sections(struct backer_importing *x)
{
	const struct file_items *of = &x->r.part[BACKER_SECTIONS];

	for (size_t i = 0; i < of->n; i++)
		for (size_t k = 0; k < i; k++)
			if (of->item[i].title != NULL &&
			    of->item[k].title != NULL &&
			    strcmp(of->item[i].title, of->item[k].title) == 0)
				file_fault(&x->in.faults, of->item[i].at,
				    "section",
				    _("\"%s\" is on line %ld already"),
				    of->item[i].title, of->item[k].at.line);
}

enum rc
backer_read(struct backer_importing *x, xmlNodePtr root)
{
	struct file_import *in = &x->in;
	enum rc rc = RC_OK;

	if (!file_read(&in->faults, in->pool, root, &grammar, &x->r))
		return RC_OK;
	x->is_public = file_read_choice(&in->faults, in->pool, root, "public",
	    "yes", "no");
	check_website(x);
	check_sections(x);
	if ((rc = check_name(x)) != RC_OK || (rc = find_group(x)) != RC_OK)
		return rc;
	return find_perimeter(x);
}
