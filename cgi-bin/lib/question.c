/* question.c - the reader's question. */

#include <stdlib.h>
#include <string.h>

#include "question.h"
#include "rows.h"
#include "text.h"
#include "xml.h"

/* AT 2.1.  Ids are taken wherever slugs are, and the other way round. */
const struct param question_params[] = {
	{ "keyword", PARAM_TEXT, "text", 2000, false },
	{ "perimeter_id", PARAM_TEXT, "perimeter searchPerimeter", 255, false },
	{ "perimeter_codes", PARAM_CODE, NULL, 0, true },
	{ "perimeter_q", PARAM_TEXT, NULL, 200, false },
	{ "organization_type_slugs", PARAM_SLUG, "organization_type_slug "
	    "organizationType organization_type_ids targeted_audiences", 0,
	    true },
	{ "aid_type_slugs", PARAM_SLUG, "aid_type aidType financial_aids "
	    "technical_aids aid_type_ids aidTypes aidtypes", 0, true },
	{ "aid_type_group_slug", PARAM_SLUG, "aid_type_group_id aidTypeGroup",
	    0, true },
	{ "aid_step_slugs", PARAM_SLUG, "aid_step_ids mobilization_step "
	    "aidSteps", 0, true },
	{ "aid_destination_slugs", PARAM_SLUG, "aid_destination_ids "
	    "destinations aidDestinations", 0, true },
	{ "aid_recurrence_slug", PARAM_SLUG, "aid_recurrence_id recurrence", 0,
	    false },
	{ "category_slugs", PARAM_SLUG, "category_ids categories themes "
	    "categorysearch categorySearch", 0, true },
	{ "european_aid_slug", PARAM_SLUG, "european_aid europeanAid", 0,
	    false },
	{ "call_for_projects_only", PARAM_BOOL, "isCallForProject", 0, false },
	{ "is_charged", PARAM_BOOL, "isCharged", 0, false },
	{ "apply_before", PARAM_DATE, "applyBefore", 0, false },
	{ "published_after", PARAM_DATE, "publishedAfter", 0, false },
	{ "backer_ids", PARAM_ID, "backers backerschoice", 4294967295, true },
	{ "programs", PARAM_SLUG, "programIds program_ids", 0, true },
	{ "backer_group_id", PARAM_ID, "backerGroup", 4294967295, false },
	{ "project_reference_id", PARAM_ID, "projectReferenceId", 4294967295,
	    false },
	{ "orderBy", PARAM_SLUG, "order_by", 0, false },
	{ "page", PARAM_UINT, NULL, 100000, false },
	{ 0 }
};

struct reading {
	struct ask		*a;
	const struct memory	*m;
	struct question		*q;
};

static void
put_filter(struct reading *r, enum question_part part, const char *param,
    const char *value, const char *name)
{
	xmlNodePtr n = xml_add(r->a->asked, "filter");

	xml_set(n, "param", param);
	xml_set(n, "value", value);
	xml_set(n, "name", name);
	xml_set(n, "without", ask_url(r->a, param, value, NULL, NULL));
	r->q->param[part] = param;
	r->q->name[part] = r->q->name[part] == NULL ? name :
	    pool_printf(r->a->pool, "%s, %s", r->q->name[part], name);
}

static void
put_hidden(struct reading *r, const char *param, const char *value)
{
	xmlNodePtr n = xml_add(r->a->asked, "hidden");

	xml_set(n, "name", param);
	xml_set(n, "value", value);
}

static void
add_mask(struct reading *r, enum question_part part, uint64_t mask)
{
	struct rank_question *k = &r->q->rank;

	if (k->masks < RANK_MASKS) {
		k->mask[k->masks++] = mask;
		r->q->mask_of[part] = k->masks;
	}
}

/* ---- lists ---- */

static const struct list_entry *
entry_of(const struct lists *l, const char *list, const char *value)
{
	return value[strspn(value, "0123456789")] == '\0' ?
	    lists_id(l, list, (unsigned)strtoul(value, NULL, 10)) :
	    lists_slug(l, list, value);
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
			mask |= 1ull << (CATALOGUE_TYPE + e[i].id - 1);
	return mask;
}

/* A criterion whose values are entries of a list, and bits of facets. */
static const struct listed {
	const char	*param, *list, *element;
	enum question_part part;
	int		 shift;
} listed[] = {
	{ "organization_type_slugs", "audience", "audience",
	    QUESTION_AUDIENCE, CATALOGUE_AUDIENCE },
	{ "aid_type_slugs", "type", "type", QUESTION_TYPE, CATALOGUE_TYPE },
	{ "aid_step_slugs", "step", "step", QUESTION_STEP, CATALOGUE_STEP },
	{ "aid_destination_slugs", "destination", "destination",
	    QUESTION_DESTINATION, CATALOGUE_DESTINATION },
	{ "aid_recurrence_slug", "recurrence", NULL, QUESTION_RECURRENCE,
	    CATALOGUE_RECURRENCE },
};

static void
put_chosen(struct reading *r, const struct listed *l,
    const struct list_entry *e)
{
	xmlNodePtr n;

	if (l->element == NULL) {
		xml_add_text(r->a->asked, l->list, e->slug);
		return;
	}
	n = xml_add(r->a->asked, l->element);
	xml_set(n, "slug", e->slug);
	xml_set(n, "name", e->name);
}

static enum rc
read_listed(struct reading *r, const struct listed *l)
{
	struct param_values v = ask_values(r->a, l->param);
	uint64_t mask = 0;

	for (size_t i = 0; i < v.n; i++) {
		const char *s = v.v[i].s;
		const struct list_entry *e = entry_of(r->m->lists, l->list, s);
		const struct list_entry *g = l->part != QUESTION_TYPE ? NULL :
		    lists_slug(r->m->lists, "group", s);

		if (e == NULL && g == NULL)
			return ask_refuse(r->a, l->param, s, "unknown-value");
		if (e != NULL) {
			mask |= 1ull << (l->shift + (int)e->id - 1);
			put_chosen(r, l, e);
		} else {
			mask |= group_mask(r->m->lists, g->slug);
			put_hidden(r, l->param, s);
		}
		put_filter(r, l->part, l->param, s, e != NULL ? e->name :
		    g->name);
	}
	if (mask != 0)
		add_mask(r, l->part, mask);
	return RC_OK;
}

/* A group of types is all its types; with types too, either will do. */
static enum rc
read_groups(struct reading *r)
{
	static const char name[] = "aid_type_group_slug";
	struct param_values v = ask_values(r->a, name);
	int *mask = &r->q->mask_of[QUESTION_TYPE];
	uint64_t types = 0;

	for (size_t i = 0; i < v.n; i++) {
		const struct list_entry *g = entry_of(r->m->lists, "group",
		    v.v[i].s);

		if (g == NULL)
			return ask_refuse(r->a, name, v.v[i].s,
			    "unknown-value");
		types |= group_mask(r->m->lists, g->slug);
		put_hidden(r, name, v.v[i].s);
		put_filter(r, QUESTION_TYPE, name, v.v[i].s, g->name);
	}
	if (types != 0 && *mask > 0)
		r->q->rank.mask[*mask - 1] |= types;
	else if (types != 0)
		add_mask(r, QUESTION_TYPE, types);
	return RC_OK;
}

static void
add_category(struct rank_question *q, const struct list_entry *c)
{
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

static enum rc
read_categories(struct reading *r)
{
	struct param_values v = ask_values(r->a, "category_slugs");

	for (size_t i = 0; i < v.n; i++) {
		const char *s = v.v[i].s;
		const struct list_entry *e = entry_of(r->m->lists, "category",
		    s), *t = lists_slug(r->m->lists, "theme", s);

		if (e != NULL && e->id < 128)
			add_category(&r->q->rank, e);
		else if (t != NULL)
			add_theme(r->m->lists, &r->q->rank, (e = t)->slug);
		else
			return ask_refuse(r->a, "category_slugs", s,
			    "unknown-value");
		put_hidden(r, "category_slugs", s);
		put_filter(r, QUESTION_CATEGORY, "category_slugs", s, e->name);
	}
	return RC_OK;
}

/* ---- flags and dates ---- */

static enum rc
read_european(struct reading *r)
{
	struct param_values v = ask_values(r->a, "european_aid_slug");
	const char *s = v.n > 0 ? v.v[0].s : "all";
	uint64_t sectorial = 1ull << CATALOGUE_EUROPEAN, both = 3 * sectorial;

	if (strcmp(s, "all") == 0)
		return RC_OK;
	if (strcmp(s, "european") == 0)
		add_mask(r, QUESTION_EUROPEAN, both);
	else if (strcmp(s, "sectorial") == 0)
		add_mask(r, QUESTION_EUROPEAN, sectorial);
	else if (strcmp(s, "organizational") == 0)
		add_mask(r, QUESTION_EUROPEAN, both - sectorial);
	else
		return ask_refuse(r->a, "european_aid_slug", s,
		    "unknown-value");
	xml_add_text(r->a->asked, "european", s);
	put_filter(r, QUESTION_EUROPEAN, "european_aid_slug", s, s);
	return RC_OK;
}

static void
read_flags(struct reading *r)
{
	struct param_values call = ask_values(r->a, "call_for_projects_only");
	struct param_values charged = ask_values(r->a, "is_charged");

	if (call.n > 0 && call.v[0].i) {
		add_mask(r, QUESTION_CALL, 1ull << CATALOGUE_CALL);
		xml_add(r->a->asked, "call-for-projects-only");
		put_filter(r, QUESTION_CALL, "call_for_projects_only",
		    call.v[0].s, "1");
	}
	if (charged.n > 0) {
		uint64_t bit = 1ull << CATALOGUE_CHARGED;

		if (charged.v[0].i)
			add_mask(r, QUESTION_CHARGED, bit);
		else
			r->q->rank.forbidden |= bit;
		xml_add_text(r->a->asked, "is-charged",
		    charged.v[0].i ? "1" : "0");
		put_filter(r, QUESTION_CHARGED, "is_charged", charged.v[0].s,
		    charged.v[0].i ? "1" : "0");
	}
}

/* Days since 1 January 1970 of a date that param_read has checked. */
static long
day_of(const char *date)
{
	long y = atol(date), m = atol(date + 5), d = atol(date + 8);

	/* Years from March, as leap days then come last. */
	y -= m <= 2;
	return y * 365 + y / 4 - y / 100 + y / 400 +
	    (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 719469;
}

static void
read_dates(struct reading *r)
{
	static const struct {
		const char *param, *element;
		enum question_part part;
	} dates[] = {
		{ "apply_before", "apply-before", QUESTION_BEFORE },
		{ "published_after", "published-after", QUESTION_AFTER },
	};

	for (size_t i = 0; i < 2; i++) {
		struct param_values v = ask_values(r->a, dates[i].param);

		if (v.n == 0)
			continue;
		if (i == 0)
			r->q->rank.apply_before = day_of(v.v[0].s);
		else
			r->q->rank.published_after = day_of(v.v[0].s);
		xml_add_text(r->a->asked, dates[i].element, v.v[0].s);
		put_filter(r, dates[i].part, dates[i].param, v.v[0].s,
		    v.v[0].s);
	}
}

/* ---- backers, programmes ---- */

static enum rc
add_set(struct reading *r, enum question_part part, const char *query,
    const struct arg *args)
{
	struct rank_question *k = &r->q->rank;
	struct result res;
	uint32_t *id;
	enum rc rc = query_run(r->a->db, r->a->pool, query, args, &res);

	if (rc != RC_OK)
		return rc;
	id = pool_take(r->a->pool, (res.rows + 1) * sizeof(*id));
	for (unsigned i = 0; i < res.rows; i++)
		id[i] = (uint32_t)rows_int(&res.row[i][0], 0);
	k->set[k->sets].id = id;
	k->set[k->sets].n = res.rows;
	r->q->set_of[part] = ++k->sets;
	return RC_OK;
}

/* The row of res whose id or slug, in its first columns, is the value. */
static const char *
name_in(struct ask *a, const struct result *res, const char *value)
{
	for (unsigned i = 0; i < res->rows; i++) {
		unsigned last = res->columns - 1;

		for (unsigned k = 0; k < last; k++) {
			const char *s = rows_text(a->pool, &res->row[i][k]);
			size_t n = strlen(s);

			if (strncmp(s, value, n) == 0 &&
			    (value[n] == '\0' || value[n] == '-'))
				return rows_text(a->pool, &res->row[i][last]);
		}
	}
	return NULL;
}

static enum rc
read_set(struct reading *r, enum question_part part, const char *param,
    const char *names, const char *aids)
{
	struct param_values v = ask_values(r->a, param);
	const struct arg *args = NULL;
	struct value *list;
	struct result res;
	enum rc rc;

	if (v.n == 0)
		return RC_OK;
	list = pool_take(r->a->pool, v.n * sizeof(*list));
	for (size_t i = 0; i < v.n; i++)
		list[i] = part == QUESTION_BACKER ?
		    (struct value){ VALUE_INT, v.v[i].i, NULL, 0 } :
		    (struct value){ VALUE_TEXT, 0, v.v[i].s,
			strlen(v.v[i].s) };
	arg_list(r->a->pool, &args, part == QUESTION_BACKER ? "backers" :
	    "programs", list, v.n);
	rc = query_run(r->a->db, r->a->pool, names, args, &res);
	for (size_t i = 0; rc == RC_OK && i < v.n; i++) {
		const char *name = name_in(r->a, &res, v.v[i].s);

		if (name == NULL)
			return ask_refuse(r->a, param, v.v[i].s,
			    "unknown-value");
		put_hidden(r, param, v.v[i].s);
		put_filter(r, part, param, v.v[i].s, name);
	}
	return rc == RC_OK ? add_set(r, part, aids, args) : rc;
}

enum rc
question_of_program(struct ask *a, struct question *q, const char *slug)
{
	struct reading r = { a, NULL, q };
	const struct arg *args = NULL;

	arg_text(a->pool, &args, "programs", slug);
	return add_set(&r, QUESTION_PROGRAM, "aids_of_programs", args);
}

/* ---- words ---- */

static bool
add_term(struct question *q, struct ask *a, const char *term)
{
	for (size_t i = 0; i < q->terms.n; i++)
		if (strcmp(q->terms.term[i], term) == 0)
			return false;
	if (q->terms.term == NULL)
		q->terms.term = pool_take(a->pool, RANK_WORDS * WORD_TERMS *
		    sizeof(*q->terms.term));
	memcpy(q->terms.term[q->terms.n++], term, WORD_SIZE);
	return true;
}

static void
take_list(struct rank_word *w, const struct value *row)
{
	if (w->terms == (int)(sizeof(w->term) / sizeof(w->term[0])))
		return;
	w->term[w->terms].list = row[2].s;
	w->term[w->terms].n = row[2].n;
	w->term[w->terms++].aids = (unsigned)rows_int(&row[1], 0);
}

/* Gives each word the lists of its terms; a word without any is unknown. */
static void
give_lists(struct reading *r, const struct word *word, int n,
    const struct result *res)
{
	for (int i = 0; i < n; i++) {
		struct rank_word *w = &r->q->rank.word[r->q->rank.words];
		xmlNodePtr e = xml_add(r->a->asked, "word");
		char *asked = pool_strndup(r->a->pool, word[i].at, word[i].n);

		*w = (struct rank_word){ .terms = 0 };
		for (unsigned k = 0; k < res->rows; k++)
			for (int t = 0; t < word[i].terms; t++)
				if (strcmp(res->row[k][0].s,
				    word[i].term[t]) == 0)
					take_list(w, res->row[k]);
		xml_set(e, "asked", asked);
		if (w->terms > 0) {
			xml_add_text(e, "form", asked);
			r->q->rank.words++;
		}
	}
}

static enum rc
read_words(struct reading *r)
{
	struct param_values v = ask_values(r->a, "keyword");
	const char *p = v.n > 0 ? v.v[0].s : "";
	struct word word[RANK_WORDS], w;
	const struct arg *args = NULL;
	struct value *terms;
	struct result res;
	int n = 0;
	enum rc rc;

	if (v.n == 0)
		return RC_OK;
	xml_add_text(r->a->asked, "keyword", p);
	put_filter(r, QUESTION_WORDS, "keyword", p, p);
	while (n < RANK_WORDS && words_next(r->m->words, &p, &w)) {
		bool fresh = false;

		for (int t = 0; !w.stop && t < w.terms; t++)
			fresh |= add_term(r->q, r->a, w.term[t]);
		if (fresh)
			word[n++] = w;
	}
	/* Only stop words say nothing: the page is as without them. */
	r->q->rank.has_words = n > 0;
	if (n == 0)
		return RC_OK;
	terms = pool_take(r->a->pool, r->q->terms.n * sizeof(*terms));
	for (size_t i = 0; i < r->q->terms.n; i++)
		terms[i] = (struct value){ VALUE_TEXT, 0, r->q->terms.term[i],
		    strlen(r->q->terms.term[i]) };
	arg_list(r->a->pool, &args, "terms", terms, r->q->terms.n);
	rc = query_run(r->a->db, r->a->pool, "posting_lists", args, &res);
	if (rc == RC_OK)
		give_lists(r, word, n, &res);
	return rc;
}

/* ---- the whole ---- */

static enum rc
read_order(struct reading *r)
{
	static const char *const names[] = { "relevance", "publication-date",
	    "submission-deadline" };
	struct param_values v = ask_values(r->a, "orderBy");
	const char *s = v.n > 0 ? v.v[0].s : names[0];

	for (int i = 0; i < 3; i++) {
		if (strcmp(s, names[i]) != 0)
			continue;
		r->q->rank.order = (enum rank_order)i;
		xml_add_text(r->a->asked, "order", s);
		return RC_OK;
	}
	return ask_refuse(r->a, "orderBy", s, "unknown-value");
}

static void
put_place(struct reading *r)
{
	static const char *const params[] = { "perimeter_id",
	    "perimeter_codes", "perimeter_q" };
	struct place *p = &r->q->place;
	struct rank_question *k = &r->q->rank;
	xmlNodePtr n = xml_child(r->a->asked, "perimeter");

	k->has_place = p->nasked > 0;
	k->perimeter = p->match;
	k->perimeters = p->n;
	k->scale = p->scale;
	k->asked = p->asked;
	k->nasked = p->nasked;
	for (int i = 0; i < 3; i++) {
		struct param_values v = ask_values(r->a, params[i]);

		for (size_t j = 0; j < v.n && n != NULL; j++) {
			xmlChar *name = xmlGetProp(n, (const xmlChar *)"name");

			/* The typed text goes with the id chosen for it. */
			if (i != 2 || r->q->name[QUESTION_PLACE] == NULL)
				put_filter(r, QUESTION_PLACE, params[i],
				    v.v[j].s, pool_strdup(r->a->pool,
				    name != NULL ? (char *)name : ""));
			xmlFree(name);
			if (i == 1)
				put_hidden(r, params[i], v.v[j].s);
			if (n->next != NULL && xmlStrEqual(n->next->name,
			    (const xmlChar *)"perimeter"))
				n = n->next;
		}
	}
}

/* Backer groups and reference projects are not known here yet: asking for one
 * is asking for the id of nothing. */
static enum rc
refuse_unknown(struct reading *r)
{
	static const char *const params[] = { "backer_group_id",
	    "project_reference_id" };

	for (int i = 0; i < 2; i++) {
		struct param_values v = ask_values(r->a, params[i]);

		if (v.n > 0)
			return ask_refuse(r->a, params[i], v.v[0].s,
			    "unknown-value");
	}
	return RC_OK;
}

enum rc
question_read(struct ask *a, const struct memory *m, struct question *q)
{
	struct reading r = { a, m, q };
	enum rc rc;

	*q = (struct question){ .rank = { .day = a->day } };
	if ((rc = refuse_unknown(&r)) != RC_OK ||
	    (rc = read_order(&r)) != RC_OK ||
	    (rc = read_words(&r)) != RC_OK ||
	    (rc = place_read(a, &q->place)) != RC_OK)
		return rc;
	put_place(&r);
	for (size_t i = 0; i < sizeof(listed) / sizeof(listed[0]); i++)
		if ((rc = read_listed(&r, &listed[i])) != RC_OK)
			return rc;
	if ((rc = read_groups(&r)) != RC_OK ||
	    (rc = read_categories(&r)) != RC_OK ||
	    (rc = read_european(&r)) != RC_OK)
		return rc;
	read_flags(&r);
	read_dates(&r);
	if ((rc = read_set(&r, QUESTION_BACKER, "backer_ids", "backer_names",
	    "aids_of_backers")) != RC_OK)
		return rc;
	return read_set(&r, QUESTION_PROGRAM, "programs", "program_names",
	    "aids_of_programs");
}

struct rank_question
question_without(const struct question *q, enum question_part part)
{
	struct rank_question k = q->rank;

	switch (part) {
	case QUESTION_WORDS:
		k.words = 0;
		k.has_words = false;
		break;
	case QUESTION_PLACE:
		k.has_place = false;
		break;
	case QUESTION_CATEGORY:
		k.categories[0] = k.categories[1] = 0;
		break;
	case QUESTION_BEFORE:
		k.apply_before = 0;
		break;
	case QUESTION_AFTER:
		k.published_after = 0;
		break;
	default:
		break;
	}
	if (part == QUESTION_CHARGED)
		k.forbidden = 0;
	if (q->mask_of[part] > 0)
		k.mask[q->mask_of[part] - 1] = ~0ull;
	if (q->set_of[part] > 0)
		k.set[q->set_of[part] - 1] = k.set[--k.sets];
	return k;
}

struct rank_question
question_only(const struct question *q, enum question_part part)
{
	struct rank_question k = { .day = q->rank.day };

	if (part == QUESTION_WORDS) {
		memcpy(k.word, q->rank.word, sizeof(k.word));
		k.words = q->rank.words;
		k.has_words = q->rank.has_words;
	} else {
		k.has_place = q->rank.has_place;
		k.perimeter = q->rank.perimeter;
		k.perimeters = q->rank.perimeters;
		k.asked = q->rank.asked;
		k.nasked = q->rank.nasked;
		k.scale = q->rank.scale;
	}
	return k;
}
