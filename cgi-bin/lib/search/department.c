/* department.c - one department: its aids, and who finances them. */

#include <ctype.h>
#include <string.h>

#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/map.h"
#include "question/question_read.h"
#include "search/department.h"
#include "search/search_base.h"
#include "xml/xml.h"

const struct param department_params[] = { QUESTION_WHO,
	{ "aid_type_group_slug", PARAM_SLUG,
	    .alias = "aid_type_group_id aidTypeGroup" },
	{ "category_slugs", PARAM_SLUG,
	    .alias = "category_ids categories themes "
		     "categorysearch categorySearch",
	    .list = true },
	{ "perimeter_scale", PARAM_SLUG,
	    .alias = "perimeterScale perimeter_scale_group" },
	{ "backer_category", PARAM_SLUG, .alias = "backerCategory",
	    .arg = ARG_BACKER_CATEGORY },
	/* By its name: ids of groups at AT are not known. */
	{ "backer_group", PARAM_TEXT, .max = 150,
	    .arg = DEPARTMENT_BACKERS_IN_BACKER_GROUP },
	{ 0 } };

/* Which of the aids, by their perimeters. */
enum group { ALL, LOCAL, NATIONAL };
static const char *const
    groups[] = { [LOCAL] = "local-group", [NATIONAL] = "national-group" };

static bool
is_local(const struct catalogue_aid *a)
{
	return a->scale <= SCALE_REGION || a->scale == SCALE_ADHOC;
}

static bool
is_of(const struct catalogue_aid *a, enum group group)
{
	return group == ALL || is_local(a) == (group == LOCAL);
}

/* ---- which department ---- */

/* The address of the page that was asked, under the department's own name. */
static const char *
address(struct pool *pool, const struct request *req, const char *href)
{
	const char *rest = strstr(req->path, req->slug);

	rest = rest != NULL ? strchr(rest, '/') : NULL;
	return pool_printf(pool, "%s%s%s%s", href, rest != NULL ? rest + 1 : "",
	    *req->query != '\0' ? "?" : "", req->query);
}

static bool
is_named(const struct request *req, const char *href)
{
	size_t n = strlen(req->slug), all = strlen(href);

	return all > n + 1 && strncmp(href + all - n - 1, req->slug, n) == 0 &&
	    href[all - n - 2] == '/';
}

/* Appends <department>. */
static enum rc
find_department(struct context *ctx, const struct request *req,
    struct response *resp, long long *id, xmlNodePtr *node)
{
	const struct department_by_code_row *row;
	char *code = pool_strdup(ctx->pool, req->slug);
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	code[strcspn(code, "-")] = '\0';
	for (char *c = code; *c != '\0'; c++)
		*c = (char)toupper((unsigned char)*c);
	arg_text(ctx->pool, &args, ARG_CODE, code);
	rc = row_cache_run(ctx->rows, ctx->db, ctx->pool, Q_DEPARTMENT_BY_CODE,
	    args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	row = department_by_code_row(&res, 0);
	if (row->href.type != VALUE_NULL && !is_named(req, row->href.s)) {
		resp->location = address(ctx->pool, req, row->href.s);
		return RC_MOVED;
	}
	*id = rows_int(&row->id, 0);
	*node = rows_append(resp->root, &query_table[Q_DEPARTMENT_BY_CODE],
	    &res);
	return RC_OK;
}

/* ---- its aids ---- */

static enum group
read_group(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct param_values v = request_values(req, "perimeter_scale");

	for (enum group g = LOCAL; v.n > 0 && g <= NATIONAL; g++)
		if (strcmp(v.v[0].s, groups[g]) == 0) {
			xml_add_text(resp->asked, "scale-group", groups[g]);
			return g;
		}
	if (v.n > 0)
		request_ignore(req, ctx->pool, resp->asked, "perimeter_scale",
		    v.v[0].s);
	return ALL;
}

/* Counts the aids that a search there finds, and gives queries those of which
 * backers and programmes are counted: a generic aid and its local versions, for
 * each has those whose pages show it. */
static void
keep_found(struct context *ctx, const struct corpus *corpus,
    struct rank_question *q, enum group group, xmlNodePtr node)
{
	struct buf json = { 0 };
	struct rank_hit *hit;
	long long aids = 0, local = 0;
	size_t n;

	hit = rank(ctx->pool, &corpus->catalogue, q, &n, NULL);
	for (size_t i = 0; i < n; i++) {
		aids += is_of(hit[i].aid, group);
		local += is_of(hit[i].aid, group) && is_local(hit[i].aid);
	}
	xml_set_int(node, "aids", aids);
	xml_set_int(node, "local", local);
	q->keep_duplicates = true;
	hit = rank(ctx->pool, &corpus->catalogue, q, &n, NULL);
	for (size_t i = 0; i < n; i++)
		if (is_of(hit[i].aid, group)) {
			buf_putc(&json, json.len > 0 ? ',' : '[');
			buf_put_int(&json, hit[i].aid->id);
		}
	buf_puts(&json, json.len > 0 ? "]" : "[]");
	arg_text(ctx->pool, &ctx->args, ARG_WITHIN,
	    pool_strndup(ctx->pool, json.data, json.len));
	buf_free(&json);
}

static enum rc
read_department(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus, struct question *q)
{
	xmlNodePtr node = NULL,
		   unseen = xmlDocGetRootElement(xml_page(ctx->pool, "unseen"));
	struct place place = { 0 }, base;
	struct rank_question there;
	enum group group;
	long long id;
	bool found;
	enum rc rc = find_department(ctx, req, resp, &id, &node);

	if (rc != RC_OK ||
	    (rc = question_read(ctx, req, resp, corpus, q)) != RC_OK ||
	    (rc = search_base_restrict(NULL, ctx, req, q)) != RC_OK ||
	    (rc = place_add(ctx, unseen, &place, id, &found)) != RC_OK ||
	    (rc = search_base_place(ctx, req, corpus, &base)) != RC_OK)
		return rc;
	if (!search_base_is_for(&base, &place))
		return RC_NOT_FOUND;
	group = read_group(ctx, req, resp);
	there = question_at(q, &place);
	keep_found(ctx, corpus, &there, group, node);
	arg_int(ctx->pool, &ctx->args, ARG_ID, id);
	return RC_OK;
}

static enum rc
put_rows(struct context *ctx, struct response *resp, const enum query_id *of)
{
	enum rc rc = RC_OK;

	for (; rc == RC_OK && *of != Q_NONE; of++)
		rc = context_rows(ctx, *of, resp->root, NULL);
	return rc;
}

enum rc
department_put(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus)
{
	static const enum query_id of[] = { Q_DEPARTMENT_BACKERS,
		Q_DEPARTMENT_PROGRAMS, Q_DEPARTMENT_EPCIS, Q_NONE };
	struct question *q = pool_take(ctx->pool, sizeof(*q));
	enum rc rc = read_department(ctx, req, resp, corpus, q);

	return rc == RC_OK ? put_rows(ctx, resp, of) : rc;
}

/* ---- its backers ---- */

/* Themes with their categories, as the lists have them. */
static void
put_themes(const struct lists *lists, xmlNodePtr root)
{
	xmlNodePtr themes = xml_add(root, "themes"), theme, one;
	const struct list_entry *e;
	size_t n;

	e = lists_all(lists, &n);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(e[i].list, "theme") != 0)
			continue;
		theme = xml_add(themes, "theme");
		xml_set(theme, "slug", e[i].slug);
		xml_set(theme, "name", e[i].name);
		for (size_t k = 0; k < n; k++) {
			if (strcmp(e[k].list, "category") != 0 ||
			    strcmp(e[k].parent, e[i].slug) != 0)
				continue;
			one = xml_add(theme, "category");
			xml_set(one, "slug", e[k].slug);
			xml_set(one, "name", e[k].name);
		}
	}
}

/* Tells which of the backers were asked, for the form. */
static void
put_kinds(const struct request *req, struct response *resp)
{
	static const char *const params[][2] = { { "backer_category",
						     "backer-category" },
		{ "backer_group", "backer-group" } };

	for (int i = 0; i < 2; i++) {
		struct param_values v = request_values(req, params[i][0]);

		if (v.n > 0)
			xml_add_text(resp->asked, params[i][1], v.v[0].s);
	}
}

enum rc
department_put_backers(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus, const struct aid_parts *parts)
{
	static const enum query_id of[] = { Q_DEPARTMENT_BACKERS, Q_NONE };
	static const enum query_id groups_of[] = { Q_DEPARTMENT_GROUPS,
		Q_NONE };
	struct question *q = pool_take(ctx->pool, sizeof(*q));
	enum rc rc = read_department(ctx, req, resp, corpus, q);

	if (rc == RC_OK && req->format == NULL) {
		rc = aid_form_put(ctx, resp, parts, q);
		put_themes(corpus->lists, resp->root);
	}
	if (rc == RC_OK && req->format == NULL)
		rc = put_rows(ctx, resp, groups_of);
	put_kinds(req, resp);
	return rc == RC_OK ? put_rows(ctx, resp, of) : rc;
}
