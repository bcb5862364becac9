/* filters.c - the criteria of a question that are closed lists, flags,
 * dates. */

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "gen/constants.h"
#include "question/filters.h"
#include "xml/xml.h"

/* ---- lists ---- */

/* The entry of a list by its id, in digits, or its slug; NULL for none. */
static const struct list_entry *
entry_of(const struct lists *l, const char *list, const char *value)
{
	return value[strspn(value, "0123456789")] == '\0'
	    ? lists_id(l, list, (unsigned)strtoul(value, NULL, 10))
	    : lists_slug(l, list, value);
}

/* The types of a group, for "aid_type_group_slug=financial-group". */
static uint64_t
group_mask(const struct lists *l, const char *slug)
{
	uint64_t mask = 0;
	size_t n;
	const struct list_entry *e = lists_all(l, &n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(e[i].list, "type") == 0 && e[i].parent != NULL &&
		    strcmp(e[i].parent, slug) == 0)
			mask |= 1ull << (FACET_TYPE + e[i].id - 1);
	return mask;
}

/* A criterion whose values are entries of a closed list, a facet bit each. */
static const struct listed {
	const char *param, *list, *element;
	enum question_part part;
	enum rank_group group;
	int shift;
} listed[] = {
	{ "organization_type_slugs", "audience", "audience", QUESTION_AUDIENCE,
	    RANK_AUDIENCE, FACET_AUDIENCE },
	{ "aid_type_slugs", "type", "type", QUESTION_TYPE, RANK_TYPE,
	    FACET_TYPE },
	{ "aid_step_slugs", "step", "step", QUESTION_STEP, RANK_STEP,
	    FACET_STEP },
	{ "aid_destination_slugs", "destination", "destination",
	    QUESTION_DESTINATION, RANK_DESTINATION, FACET_DESTINATION },
	{ "aid_recurrence_slug", "recurrence", NULL, QUESTION_RECURRENCE,
	    RANK_RECURRENCE, FACET_RECURRENCE },
};

static void
put_chosen(struct parser *r, const struct listed *l, const struct list_entry *e)
{
	xmlNodePtr n;

	if (l->element == NULL) {
		xml_add_text(r->resp->asked, l->list, e->slug);
		return;
	}
	n = xml_add(r->resp->asked, l->element);
	xml_set(n, "slug", e->slug);
	xml_set(n, "name", e->name);
}

/* An aid must have one of the values.  A type may also be a group of types. */
static void
read_listed(struct parser *r, const struct listed *l)
{
	struct param_values v = request_values(r->req, l->param);
	uint64_t mask = 0;

	for (size_t i = 0; i < v.n; i++) {
		const char *s = v.v[i].s;
		const struct list_entry *e = entry_of(r->corpus->lists, l->list,
		    s);
		const struct list_entry *g = l->part != QUESTION_TYPE
		    ? NULL
		    : lists_slug(r->corpus->lists, "group", s);

		if (e == NULL && g == NULL) {
			parser_ignore(r, l->param, s);
			continue;
		}
		if (e != NULL) {
			put_chosen(r, l, e);
			/* The form's select holds one: the others go along. */
			if (mask != 0 && l->part != QUESTION_TYPE)
				parser_hidden(r, l->param, s);
			else
				r->q->chosen[0] |= 1ull
				    << (l->shift + (int)e->id - 1);
			mask |= 1ull << (l->shift + (int)e->id - 1);
		} else {
			mask |= group_mask(r->corpus->lists, g->slug);
			parser_hidden(r, l->param, s);
		}
		parser_filter(r, l->part, l->param, s,
		    e != NULL ? e->name : g->name);
	}
	if (mask != 0)
		parser_mask(r, l->part, l->group, mask);
}

/* A group stands for all its types; given with types, either will do. */
static void
read_groups(struct parser *r)
{
	static const char name[] = "aid_type_group_slug";
	struct param_values v = request_values(r->req, name);
	int *mask = &r->q->mask_of[QUESTION_TYPE];
	uint64_t types = 0;

	for (size_t i = 0; i < v.n; i++) {
		const struct list_entry *g = entry_of(r->corpus->lists, "group",
		    v.v[i].s);

		if (g == NULL) {
			parser_ignore(r, name, v.v[i].s);
			continue;
		}
		types |= group_mask(r->corpus->lists, g->slug);
		parser_hidden(r, name, v.v[i].s);
		parser_filter(r, QUESTION_TYPE, name, v.v[i].s, g->name);
	}
	if (types != 0 && *mask > 0)
		r->q->rank.mask[*mask - 1] |= types;
	else if (types != 0)
		parser_mask(r, QUESTION_TYPE, RANK_TYPE, types);
}

static void
add_category(struct rank_question *q, const struct list_entry *c)
{
	if (c->id < 128)
		q->categories[c->id / 64] |= 1ull << (c->id % 64);
}

static void
add_theme(const struct lists *l, struct rank_question *q, const char *slug)
{
	size_t n;
	const struct list_entry *e = lists_all(l, &n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(e[i].list, "category") == 0 &&
		    strcmp(e[i].parent, slug) == 0)
			add_category(q, &e[i]);
}

/* Categories, and themes, which stand for all their categories. */
static void
read_categories(struct parser *r)
{
	struct param_values v = request_values(r->req, "category_slugs");

	for (size_t i = 0; i < v.n; i++) {
		const char *s = v.v[i].s;
		const struct list_entry *e = entry_of(r->corpus->lists,
					    "category", s),
					*t = lists_slug(r->corpus->lists,
					    "theme", s);

		if (e != NULL && e->id < 128)
			add_category(&r->q->rank, e);
		else if (t != NULL)
			add_theme(r->corpus->lists, &r->q->rank, (e = t)->slug);
		else {
			parser_ignore(r, "category_slugs", s);
			continue;
		}
		parser_hidden(r, "category_slugs", s);
		parser_filter(r, QUESTION_CATEGORY, "category_slugs", s,
		    e->name);
	}
}

/* ---- flags and dates ---- */

/* "european" is both kinds of European aids; "all" asks nothing. */
static void
read_european(struct parser *r)
{
	struct param_values v = request_values(r->req, "european_aid_slug");
	const char *s = v.n > 0 ? v.v[0].s : "all";
	uint64_t sectorial = 1ull << FACET_EUROPEAN, both = 3 * sectorial;

	if (strcmp(s, "all") == 0)
		return;
	if (strcmp(s, "european") == 0)
		parser_mask(r, QUESTION_EUROPEAN, RANK_EUROPEAN, both);
	else if (strcmp(s, EUROPEAN_SECTORIAL) == 0)
		parser_mask(r, QUESTION_EUROPEAN, RANK_EUROPEAN, sectorial);
	else if (strcmp(s, EUROPEAN_ORGANIZATIONAL) == 0)
		parser_mask(r, QUESTION_EUROPEAN, RANK_EUROPEAN,
		    both - sectorial);
	else {
		parser_ignore(r, "european_aid_slug", s);
		return;
	}
	r->q->european_only = strcmp(s, "european") == 0;
	xml_add_text(r->resp->asked, "european", s);
	parser_filter(r, QUESTION_EUROPEAN, "european_aid_slug", s, s);
}

/* Not charged is not the absence of the flag: aids charged are excluded. */
static void
read_flags(struct parser *r)
{
	struct param_values call = request_values(r->req,
	    "call_for_projects_only");
	struct param_values charged = request_values(r->req, "is_charged");
	struct param_values unknown = request_values(r->req,
	    "perimeter_unknown");

	if (unknown.n > 0 && unknown.v[0].i) {
		r->q->rank.unplaced = true;
		xml_add(r->resp->asked, "perimeter-unknown");
		parser_hidden(r, "perimeter_unknown", "1");
		parser_filter(r, QUESTION_UNPLACED, "perimeter_unknown",
		    unknown.v[0].s, "1");
	}
	if (call.n > 0 && call.v[0].i) {
		r->q->calls_only = true;
		parser_mask(r, QUESTION_CALL, RANK_CALL, 1ull << FACET_CALL);
		xml_add(r->resp->asked, "call-for-projects-only");
		parser_filter(r, QUESTION_CALL, "call_for_projects_only",
		    call.v[0].s, "1");
	}
	if (charged.n > 0) {
		uint64_t bit = 1ull << FACET_CHARGED;

		if (charged.v[0].i)
			parser_mask(r, QUESTION_CHARGED, RANK_CHARGED, bit);
		else
			r->q->rank.forbidden |= bit;
		r->q->free_only = !charged.v[0].i;
		xml_add_text(r->resp->asked, "is-charged",
		    charged.v[0].i ? "1" : "0");
		parser_filter(r, QUESTION_CHARGED, "is_charged", charged.v[0].s,
		    charged.v[0].i ? "1" : "0");
	}
}

static void
read_dates(struct parser *r)
{
	static const struct {
		const char *param, *element;
		enum question_part part;
	} dates[] = {
		{ "apply_before", "apply-before", QUESTION_BEFORE },
		{ "published_after", "published-after", QUESTION_AFTER },
	};

	for (size_t i = 0; i < 2; i++) {
		struct param_values v = request_values(r->req, dates[i].param);

		if (v.n == 0)
			continue;
		if (i == 0)
			r->q->rank.apply_before = str_day(v.v[0].s);
		else
			r->q->rank.published_after = str_day(v.v[0].s);
		xml_add_text(r->resp->asked, dates[i].element, v.v[0].s);
		parser_filter(r, dates[i].part, dates[i].param, v.v[0].s,
		    v.v[0].s);
	}
}

void
filters_read(struct parser *r)
{
	for (size_t i = 0; i < sizeof(listed) / sizeof(listed[0]); i++)
		read_listed(r, &listed[i]);
	read_groups(r);
	read_categories(r);
	read_european(r);
	read_flags(r);
	read_dates(r);
}
