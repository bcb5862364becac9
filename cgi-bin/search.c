/* search.c - the public door: aids, programmes, territories. */

#include <stdlib.h>
#include <string.h>

#include "page.h"
#include "question.h"
#include "rows.h"
#include "site.h"
#include "text.h"
#include "xml.h"

enum { PER_PAGE = 18, MAX_EXPORT = 2000, MAX_FEED = 100, FEW = 3 };

/* What lasts as long as the process. */
static struct memory memory;

/* ---- lists of aids ---- */

/* Facts for machines, in the order of these queries. */
static const char *const fact_queries[] = { "aid_facts", "aid_financers",
    "aid_instructors", "aid_programs", "aid_audiences", "aid_types",
    "aid_steps", "aid_destinations", "aid_categories", NULL };

static void
put_ids(struct ask *a, const struct rank_hit *hit, size_t n)
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

static enum rc
put_facts(struct ask *a, xmlNodePtr *aids)
{
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && fact_queries[i] != NULL; i++)
		rc = rows_query(a->db, a->pool, fact_queries[i], a->args,
		    a->root, i == 0 ? aids : NULL, NULL);
	return rc;
}

/* Marks the words of the question in the names and excerpts of the cards. */
static void
mark_cards(struct question *q, xmlNodePtr aids,
    const struct rank_hit *hit, size_t n)
{
	size_t i = 0;

	for (xmlNodePtr aid = aids->children; aid != NULL && i < n;
	    aid = aid->next, i++) {
		xmlNodePtr why = xml_child(aid, "why");

		mark_words(memory.words, &q->terms, xml_child(aid, "name"));
		if (why != NULL && hit[i].at == 0) {
			xmlUnlinkNode(why);
			xmlFreeNode(why);
		} else if (why != NULL) {
			mark_trim_excerpt(why);
			mark_words(memory.words, &q->terms, why);
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
put_cards(struct ask *a, struct question *q, const struct rank_hit *hit,
    size_t n, xmlNodePtr *aids)
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
	mark_cards(q, *aids, hit, n);
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

static void
put_links(struct ask *a)
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

static enum rc
put_aids(struct ask *a, struct question *q, size_t *total)
{
	struct param_values v = ask_values(a, "page");
	size_t page = v.n > 0 ? (size_t)v.v[0].i : 1, from, n;
	struct rank_hit *hit = rank(a->pool, &memory.catalogue, &q->rank,
	    total);
	xmlNodePtr aids = NULL;
	enum rc rc = RC_OK;

	n = window(a, *total, page, &from);
	if (n == 0 && page > 1)
		return RC_NOT_FOUND;
	if (n > 0)
		put_ids(a, hit + from, n);
	if (n == 0)
		aids = xml_add(a->root, "aids");
	else if (a->format != NULL)
		rc = put_facts(a, &aids);
	else
		rc = put_cards(a, q, hit + from, n, &aids);
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
put_only(struct ask *a, const struct question *q, xmlNodePtr relax)
{
	for (int part = QUESTION_WORDS; part <= QUESTION_PLACE; part++) {
		struct rank_question k;
		size_t found;

		if (q->name[part] == NULL)
			continue;
		k = question_only(q, (enum question_part)part);
		rank(a->pool, &memory.catalogue, &k, &found);
		if (found == 0)
			continue;
		put_option(relax, q, part, ask_url_only(a, q->param[part]),
		    found);
		xml_set(relax->last, "only", "1");
	}
}

/* What to take off when little was found, with what that leaves. */
static void
put_relax(struct ask *a, const struct question *q, size_t total)
{
	xmlNodePtr relax = xml_add(a->root, "relax");

	for (int part = 0; part < QUESTION__MAX; part++) {
		struct rank_question k;
		size_t more;

		if (q->name[part] == NULL)
			continue;
		k = question_without(q, (enum question_part)part);
		rank(a->pool, &memory.catalogue, &k, &more);
		if (more > total)
			put_option(relax, q, part, ask_url(a, q->param[part],
			    NULL, NULL, NULL), more);
	}
	if (total == 0 && relax->children == NULL)
		put_only(a, q, relax);
}

/* The lists that the filter form shows. */
static void
put_lists(struct ask *a)
{
	static const char *const shown[] = { "audience", "type", "step",
	    "destination", "recurrence" };
	xmlNodePtr lists = xml_add(a->root, "lists"), e;
	size_t n;
	const struct list_entry *all = lists_all(memory.lists, &n);

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
		}
	}
}

/* The place must be asked again: the page's <choices> do it; a table, a feed or
 * a calendar cannot. */
static enum rc
ask_again(struct ask *a)
{
	if (a->format == NULL || strcmp(a->format, "xml") == 0)
		return RC_OK;
	return ask_refuse(a, "perimeter_q", ask_values(a, "perimeter_q")
	    .v[0].s, "ambiguous");
}

static enum rc
aid_list(struct ask *a)
{
	struct question q;
	size_t total = 0;
	enum rc rc = question_read(a, &memory, &q);

	if (rc != RC_OK)
		return rc;
	if (a->format == NULL) {
		put_lists(a);
		xml_raw(xml_add(a->root, "filters"), memory.filters.data,
		    memory.filters.len);
	}
	if (q.place.open)
		return ask_again(a);
	rc = put_aids(a, &q, &total);
	if (rc == RC_OK && a->format == NULL && total <= FEW)
		put_relax(a, &q, total);
	if (rc == RC_OK)
		put_links(a);
	return rc;
}

/* ---- one aid ---- */

/* Aids whose names are near to an address that does not exist. */
static enum rc
put_suggestions(struct ask *a, const char *slug)
{
	struct param_value keyword = { slug, 0 };
	struct question q;
	struct ask b = *a;
	struct rank_hit *hit;
	size_t n;
	enum rc rc;

	b.params = question_params;
	b.values = pool_take(a->pool, 64 * sizeof(*b.values));
	b.values[0] = (struct param_values){ &keyword, 1 };
	if ((rc = question_read(&b, &memory, &q)) != RC_OK)
		return rc;
	hit = rank(a->pool, &memory.catalogue, &q.rank, &n);
	if (n > 0 && q.rank.has_words) {
		put_ids(a, hit, n < 5 ? n : 5);
		a->suggest = "aid_suggestions";
	}
	return RC_OK;
}

static enum rc
missing_aid(struct ask *a, const char *slug)
{
	struct result res;
	enum rc rc = query_run(a->db, a->pool, "aid_by_old_slug", a->args,
	    &res);

	if (rc == RC_OK && res.rows > 0) {
		a->location = pool_printf(a->pool, "/aides/%s/",
		    rows_text(a->pool, &res.row[0][0]));
		return RC_MOVED;
	}
	if (rc == RC_OK)
		rc = put_suggestions(a, slug);
	return rc == RC_OK ? RC_NOT_FOUND : rc;
}

static const char *
slug_of(const struct ask *a)
{
	for (const struct arg *p = a->args; p != NULL; p = p->next)
		if (strcmp(p->name, "slug") == 0)
			return p->v->s;
	return "";
}

/* For machines: the facts instead of the rendered page. */
static enum rc
put_aid_facts(struct ask *a)
{
	xmlNodePtr list = NULL, aid;
	enum rc rc = put_facts(a, &list);

	if (rc == RC_OK)
		rc = rows_query(a->db, a->pool, "aid_texts", a->args, a->root,
		    NULL, NULL);
	if (rc != RC_OK || (aid = list->children) == NULL)
		return rc;
	xmlUnlinkNode(aid);
	xmlAddChild(a->root, aid);
	xmlUnlinkNode(list);
	xmlFreeNode(list);
	return RC_OK;
}

static enum rc
aid(struct ask *a)
{
	struct result res;
	struct value *id = pool_take(a->pool, sizeof(*id));
	enum rc rc = query_run(a->db, a->pool, "aid_by_slug", a->args, &res);

	if (rc != RC_OK)
		return rc;
	if (res.rows == 0)
		return missing_aid(a, slug_of(a));
	*id = (struct value){ VALUE_INT, rows_int(&res.row[0][0], 0), NULL,
	    0 };
	arg_list(a->pool, &a->args, "id", id, 1);
	arg_list(a->pool, &a->args, "ids", id, 1);
	if (a->format != NULL)
		rc = put_aid_facts(a);
	else
		rows_append(a->root, query_find("aid_by_slug"), &res);
	if (rc == RC_OK)
		rc = rows_query(a->db, a->pool, "aid_locals", a->args, a->root,
		    NULL, NULL);
	if (rc == RC_OK)
		rc = rows_query(a->db, a->pool, "aid_generic", a->args,
		    a->root, NULL, NULL);
	return rc;
}

/* ---- programmes, territories ---- */

static enum rc
program(struct ask *a)
{
	struct question q;
	size_t total = 0;
	enum rc rc = question_read(a, &memory, &q);

	if (rc == RC_OK)
		rc = question_of_program(a, &q, slug_of(a));
	if (rc == RC_OK && q.place.open)
		return ask_again(a);
	if (rc == RC_OK)
		rc = put_aids(a, &q, &total);
	if (rc == RC_OK)
		put_links(a);
	return rc;
}

/* A postal code, a code of a territory, or the beginning of a name. */
static enum rc
perimeter_list(struct ask *a)
{
	struct param_values q = ask_values(a, "q");
	const char *query = "perimeter_suggest", *p;
	char folded[256];
	unsigned n = 0;
	enum rc rc = RC_OK;

	if (q.n == 0)
		return RC_OK;
	xml_add_text(a->asked, "q", q.v[0].s);
	text_fold_name(folded, sizeof(folded), q.v[0].s);
	p = pool_strdup(a->pool, folded);
	arg_text(a->pool, &a->args, "folded", p);
	arg_text(a->pool, &a->args, "zip", p);
	arg_text(a->pool, &a->args, "code", q.v[0].s);
	if (folded[0] == '\0')
		return RC_OK;
	if (strlen(p) == 5 && strspn(p, "0123456789") == 5)
		query = "perimeter_by_zip";
	rc = rows_query(a->db, a->pool, query, a->args, a->root, NULL, &n);
	if (rc == RC_OK && n == 0 && strpbrk(p, "0123456789") != NULL &&
	    strlen(p) <= 9)
		rc = rows_query(a->db, a->pool, "perimeter_by_code", a->args,
		    xml_child(a->root, "perimeters"), NULL, NULL);
	return rc;
}

/* The pages that the law wants say who answers for the site. */
static enum rc
content(struct ask *a)
{
	site_append_operator(a->conf, a->root);
	return RC_OK;
}

/* ---- the program ---- */

static const struct param perimeter_params[] = {
	{ .name = "q", .type = PARAM_TEXT, .max = 200 }, { 0 }
};

#define QUERIES(...) (const char *const[]){ __VA_ARGS__, NULL }

static const struct route routes[] = {
	{ "/", "home", .queries = QUERIES("home_count", "list_audiences",
	    "home_aids", "home_programs") },
	{ "/aides/", "aid-list", question_params, NULL, aid_list,
	    "csv atom ics", NULL },
	{ "/aides/{slug}/", "aid", NULL, NULL, aid, NULL, NULL },
	{ "/programmes/", "program-list", .queries = QUERIES("program_list") },
	{ "/programmes/{slug}/", "program", question_params,
	    QUERIES("program_by_slug"), program, "csv atom ics",
	    "program_by_slug" },
	{ "/territoires/", "perimeter-list", perimeter_params, NULL,
	    perimeter_list, "json", NULL },
	{ "/mentions-legales/", .page = "legal", .handler = content },
	{ "/accessibilite/", .page = "accessibility", .handler = content },
	{ "/donnees-personnelles/", .page = "privacy", .handler = content },
	{ "/plan-du-site/", .page = "sitemap-page", .handler = content },
	{ "/sitemap.xml", "sitemap", .queries = QUERIES("sitemap_aids",
	    "sitemap_programs") },
	{ "/robots.txt", .page = "robots" },
	{ 0 }
};

/* Brings the memory up to the version of the data. */
static enum rc
refresh(struct ask *a, unsigned long long version)
{
	struct lists *lists;
	struct result res;
	enum rc rc;

	if (memory.words == NULL) {
		rc = query_run(a->db, a->pool, "stop_words", NULL, &res);
		if (rc != RC_OK)
			return rc;
		memory.words = words_new();
		for (unsigned i = 0; i < res.rows; i++)
			words_add_stop(memory.words, res.row[i][0].s);
	}
	if ((rc = lists_load(a->db, &lists)) != RC_OK)
		return rc;
	lists_free(memory.lists);
	memory.lists = lists;
	rc = query_run(a->db, a->pool, "page_filters", NULL, &res);
	if (rc != RC_OK)
		return rc;
	buf_reset(&memory.filters);
	if (res.rows > 0)
		buf_put(&memory.filters, res.row[0][0].s, res.row[0][0].n);
	return catalogue_refresh(&memory.catalogue, a->db, version);
}

static void
forget(void)
{
	words_free(memory.words);
	lists_free(memory.lists);
	buf_free(&memory.filters);
	catalogue_free(&memory.catalogue);
}

int
main(void)
{
	static const struct program search = { "search", routes, refresh,
	    forget };

	return page_main(&search);
}
