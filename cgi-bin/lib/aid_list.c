/* aid_list.c - a list of aids, as a page or for machines. */

#include <stdbool.h>
#include <string.h>

#include "aid_list.h"
#include "rows.h"
#include "xml.h"

enum { PER_PAGE = 18, MAX_EXPORT = 2000, MAX_FEED = 100 };

/* Facts for machines, in the order of these queries. */
static const char *const fact_queries[] = { "aid_facts", "aid_financers",
    "aid_instructors", "aid_programs", "aid_audiences", "aid_types",
    "aid_steps", "aid_destinations", "aid_categories", NULL };

void
aid_list_ids(struct ask *a, const struct rank_hit *hit, size_t n)
{
	struct value *ids = pool_take(a->pool, n * sizeof(*ids));
	struct value *ats = pool_take(a->pool, n * sizeof(*ats));

	for (size_t i = 0; i < n; i++) {
		ids[i] = (struct value){ .type = VALUE_INT,
		    .i = hit[i].aid->id };
		/* A word that only stands in the name needs no excerpt. */
		ats[i] = (struct value){ .type = VALUE_INT, .i = hit[i].at };
	}
	arg_list(a->pool, &a->args, "ids", ids, n);
	arg_list(a->pool, &a->args, "ats", ats, n);
}

enum rc
aid_list_facts(struct ask *a, xmlNodePtr *aids)
{
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && fact_queries[i] != NULL; i++)
		rc = rows_query(a->db, a->pool, fact_queries[i], a->args,
		    a->root, i == 0 ? aids : NULL, NULL);
	return rc;
}

/* Marks the words of the question in the names and excerpts of the cards. */
static void
mark_cards(const struct memory *m, struct question *q, xmlNodePtr aids,
    const struct rank_hit *hit, size_t n)
{
	size_t i = 0;

	for (xmlNodePtr aid = aids->children; aid != NULL && i < n;
	    aid = aid->next, i++) {
		xmlNodePtr why = xml_child(aid, "why");

		mark_words(m->words, &q->terms, xml_child(aid, "name"));
		if (why != NULL && hit[i].at == 0) {
			xmlUnlinkNode(why);
			xmlFreeNode(why);
		} else if (why != NULL) {
			mark_trim_excerpt(why);
			mark_words(m->words, &q->terms, why);
		}
	}
}

/* Puts rows, whose first column is an id, in the order of the hits. */
static void
sort_rows(struct ask *a, struct result *res, const struct rank_hit *hit,
    size_t n)
{
	struct value **row = pool_take(a->pool, (n + 1) * sizeof(*row));
	unsigned k = 0;

	for (size_t i = 0; i < n; i++)
		for (unsigned r = 0; r < res->rows; r++)
			if (res->row[r][0].i == (long long)hit[i].aid->id)
				row[k++] = res->row[r];
	res->row = row;
	res->rows = k;
}

static enum rc
put_cards(struct ask *a, const struct memory *m, struct question *q,
    const struct rank_hit *hit, size_t n, xmlNodePtr *aids)
{
	struct result res;
	enum rc rc;

	if (q->terms.n > 0)
		arg_int(a->pool, &a->args, "words", 1);
	rc = query_run(a->db, a->pool, "aid_cards", a->args, &res);
	if (rc != RC_OK)
		return rc;
	sort_rows(a, &res, hit, n);
	*aids = rows_append(a->root, query_find("aid_cards"), &res);
	mark_cards(m, q, *aids, hit, n);
	return RC_OK;
}

static void
put_pages(struct ask *a, xmlNodePtr aids, size_t total, size_t page)
{
	size_t pages = total == 0 ? 1 : (total + PER_PAGE - 1) / PER_PAGE;

	xml_set_int(aids, "total", (long long)total);
	xml_set_int(aids, "page", (long long)page);
	xml_set_int(aids, "pages", (long long)pages);
	xml_set_int(aids, "per-page", PER_PAGE);
	if (page > 1)
		xml_set(aids, "previous", ask_url(a, NULL, NULL, "page",
		    pool_printf(a->pool, "%zu", page - 1)));
	if (page < pages)
		xml_set(aids, "next", ask_url(a, NULL, NULL, "page",
		    pool_printf(a->pool, "%zu", page + 1)));
	if (pages > 1)
		xml_set(aids, "base", ask_url(a, NULL, NULL, NULL, NULL));
}

void
aid_list_links(struct ask *a)
{
	static const char *const formats[] = { "csv", "atom", "ics", "xml" };
	xmlNodePtr links = xml_add(a->root, "links"), n;

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		n = xml_add(links, "link");
		xml_set(n, "format", formats[i]);
		xml_set(n, "href", ask_url(a, NULL, NULL, "format",
		    formats[i]));
	}
}

/* How many of the hits a representation shows, from where. */
static size_t
window(const struct ask *a, size_t total, size_t page, size_t *from)
{
	size_t max = PER_PAGE;

	*from = (page - 1) * PER_PAGE;
	if (a->format != NULL && strcmp(a->format, "xml") != 0) {
		*from = 0;
		max = strcmp(a->format, "atom") == 0 ? MAX_FEED : MAX_EXPORT;
	}
	if (*from >= total)
		return 0;
	return total - *from < max ? total - *from : max;
}

enum rc
aid_list_put(struct ask *a, const struct memory *m, struct question *q,
    size_t *total)
{
	struct param_values v = ask_values(a, "page");
	size_t page = v.n > 0 ? (size_t)v.v[0].i : 1, from, n;
	struct rank_hit *hit = rank(a->pool, &m->catalogue, &q->rank,
	    total);
	xmlNodePtr aids = NULL;
	enum rc rc = RC_OK;

	n = window(a, *total, page, &from);
	if (n == 0 && page > 1)
		return RC_NOT_FOUND;
	if (n > 0)
		aid_list_ids(a, hit + from, n);
	if (n == 0)
		aids = xml_add(a->root, "aids");
	else if (a->format != NULL)
		rc = aid_list_facts(a, &aids);
	else
		rc = put_cards(a, m, q, hit + from, n, &aids);
	if (rc == RC_OK)
		put_pages(a, aids, *total, page);
	return rc;
}

static void
put_option(xmlNodePtr relax, const struct question *q, int part,
    const char *href, size_t total)
{
	xmlNodePtr n = xml_add(relax, "option");

	xml_set(n, "param", q->param[part]);
	xml_set(n, "name", q->name[part]);
	xml_set(n, "href", href);
	xml_set_int(n, "total", (long long)total);
}

/* When no criterion is in the way alone: the words alone, the place alone. */
static void
put_only(struct ask *a, const struct memory *m, const struct question *q,
    xmlNodePtr relax)
{
	for (int part = QUESTION_WORDS; part <= QUESTION_PLACE; part++) {
		struct rank_question k;
		size_t found;

		if (q->name[part] == NULL)
			continue;
		k = question_only(q, (enum question_part)part);
		rank(a->pool, &m->catalogue, &k, &found);
		if (found == 0)
			continue;
		put_option(relax, q, part, ask_url_only(a, q->param[part]),
		    found);
		xml_set(relax->last, "only", "1");
	}
}

void
aid_list_relax(struct ask *a, const struct memory *m, const struct question *q,
    size_t total)
{
	xmlNodePtr relax = xml_add(a->root, "relax");

	for (int part = 0; part < QUESTION__MAX; part++) {
		struct rank_question k;
		size_t more;

		if (q->name[part] == NULL)
			continue;
		k = question_without(q, (enum question_part)part);
		rank(a->pool, &m->catalogue, &k, &more);
		if (more > total)
			put_option(relax, q, part, ask_url(a, q->param[part],
			    NULL, NULL, NULL), more);
	}
	if (total == 0 && relax->children == NULL)
		put_only(a, m, q, relax);
}

/* Whether the reader asked for that entry: <type slug="grant"/> in <asked>, or
 * <recurrence>ongoing</recurrence>. */
static bool
is_chosen(const struct ask *a, const struct list_entry *e)
{
	for (xmlNodePtr n = a->asked->children; n != NULL; n = n->next) {
		const xmlNode *value = n->properties != NULL ?
		    n->properties->children : n->children;

		if (strcmp((const char *)n->name, e->list) == 0 &&
		    value != NULL && value->content != NULL &&
		    strcmp((const char *)value->content, e->slug) == 0)
			return true;
	}
	return false;
}

void
aid_list_form(struct ask *a, const struct memory *m)
{
	static const char *const shown[] = { "audience", "type", "step",
	    "destination", "recurrence" };
	xmlNodePtr lists = xml_add(a->root, "lists"), e;
	size_t n;
	const struct list_entry *all = lists_all(m->lists, &n);

	for (size_t k = 0; k < sizeof(shown) / sizeof(shown[0]); k++) {
		for (size_t i = 0; i < n; i++) {
			if (strcmp(all[i].list, shown[k]) != 0)
				continue;
			e = xml_add(lists, shown[k]);
			xml_set(e, "slug", all[i].slug);
			xml_set(e, "name", all[i].name);
			if (k == 0)
				xml_set(e, "local-authority", all[i].parent);
			xml_set(e, "group", all[i].parent_name != NULL ?
			    all[i].parent : NULL);
			xml_set(e, "group-name", all[i].parent_name);
			xml_set(e, "chosen", is_chosen(a, &all[i]) ? "1" :
			    NULL);
		}
	}
	xml_raw(xml_add(a->root, "filters"), m->filters.data,
	    m->filters.len);
}
