/* api_describe.c - what the API can be asked. */

#include <limits.h>
#include <string.h>

#include "api/api_describe.h"
#include "api/api_elsewhere.h"
#include "api/api_fields.h"
#include "api/api_files.h"
#include "base/build.h"
#include "gen/queries/api.h"
#include "xml/xml.h"

/* Stands for what another program answers. */
static enum rc
elsewhere(struct context *ctx, const struct request *req, struct response *resp)
{
	(void)ctx;
	(void)req;
	(void)resp;
	return RC_NOT_FOUND;
}

static const struct route others[] = { API_PREFILL_ROUTES(elsewhere), { 0 } };

const struct param api_try_params[] = {
	{ "slug", PARAM_TEXT, .max = 255, .strict = true }, { 0 }
};

/* "/api/aids/{slug}/" is "aids-slug". */
static const char *
name_of(struct pool *pool, const char *path)
{
	char *name = pool_strdup(pool, path + (*path == '/')), *to = name;

	if (strncmp(name, "api/", 4) == 0)
		name = to = name + 4;
	for (const char *s = name; *s != '\0'; s++)
		if (*s == '/' && s[1] != '\0')
			*to++ = '-';
		else if (strchr("/{}", *s) == NULL)
			*to++ = *s;
	*to = '\0';
	return name;
}

/* ---- parameters ---- */

static const char *const types[] = { [PARAM_TEXT] = "text",
	[PARAM_UINT] = "number",
	[PARAM_ID] = "id",
	[PARAM_SLUG] = "slug",
	[PARAM_CODE] = "code",
	[PARAM_DATE] = "day",
	[PARAM_BOOL] = "flag" };

static void
put_param(struct pool *pool, const struct param *p, xmlNodePtr route)
{
	xmlNodePtr n = xml_add(route, "param");
	char *s = p->alias != NULL ? pool_strdup(pool, p->alias) : NULL;
	const char *alias;

	xml_set(n, "name", p->name);
	xml_set(n, "type", types[p->type]);
	if (p->max > 0 && p->max < LONG_MAX)
		xml_set_int(n, "max", p->max);
	xml_set(n, "list", p->list ? "true" : NULL);
	xml_set(n, "commas", p->commas ? "true" : NULL);
	xml_set(n, "strict", p->strict ? "true" : NULL);
	while ((alias = strsep(&s, " ")) != NULL)
		xml_set(xml_add(n, "alias"), "name", alias);
}

/* ---- keys of an aid ---- */

static void
put_fields(xmlNodePtr api)
{
	static const char *const holds[] = { [API_TEXT] = "text",
		[API_NUMBER] = "number",
		[API_FLAG] = "flag",
		[API_TEXTS] = "texts",
		[API_NUMBERS] = "numbers",
		[API_BACKERS] = "backers",
		[API_TYPES] = "types",
		[API_DAY] = "day",
		[API_MOMENT] = "moment",
		[API_SOURCE] = "source" };
	const struct api_field *f = api_field_table;

	for (int i = 0; f->name != NULL; f++, i++) {
		xmlNodePtr n = xml_add(api, "field");

		xml_set(n, "name", f->name);
		xml_set(n, "type", holds[f->type]);
		xml_set(n, "never-null", f->never_null ? "true" : NULL);
		xml_set(n, "plain", f->is_plain ? "true" : NULL);
		xml_set(n, "ours", i >= API_FIELDS_OF_AT ? "true" : NULL);
	}
}

/* ---- addresses ---- */

/* What programs may ask, and not what leads there. */
static bool
is_described(const struct route *r)
{
	return (route_is_api(r->speaks) && r->moved == NULL &&
		   r->handler != api_describe_try &&
		   r->handler != api_file_missing) ||
	    r->post == elsewhere;
}

/* Those of one table, or the one of that name. */
static void
put_routes(struct pool *pool, const struct route *r, const char *only,
    xmlNodePtr api)
{
	for (; r->path != NULL; r++) {
		const char *name = name_of(pool, r->path);
		xmlNodePtr n;

		if (!is_described(r) ||
		    (only != NULL && strcmp(only, name) != 0))
			continue;
		n = xml_add(api, "route");
		xml_set(n, "path", r->path);
		xml_set(n, "name", name);
		xml_set(n, "get",
		    r->handler != NULL || r->post == NULL ? "true" : NULL);
		xml_set(n, "post", r->post != NULL ? "true" : NULL);
		for (const struct param *p = r->params;
		     p != NULL && p->name != NULL; p++)
			put_param(pool, p, n);
	}
}

static void
put_files(struct pool *pool, const char *only, xmlNodePtr api)
{
	for (const struct api_file *f = api_file_table; f->path != NULL; f++) {
		const char *name = name_of(pool, f->path);
		xmlNodePtr n;

		if (only != NULL && strcmp(only, name) != 0)
			continue;
		n = xml_add(api, "route");
		xml_set(n, "path", f->path);
		xml_set(n, "name", name);
		xml_set(n, "get", "true");
		xml_set(n, "media", f->media);
	}
}

static enum rc
put_api(struct context *ctx, struct response *resp, const char *only)
{
	xmlNodePtr api = xml_add(resp->root, "api");

	xml_set(api, "version", build_version);
	put_routes(ctx->pool, ctx->routes, only, api);
	put_routes(ctx->pool, others, only, api);
	put_files(ctx->pool, only, api);
	put_fields(api);
	return xml_child(api, "route") != NULL ? RC_OK : RC_NOT_FOUND;
}

enum rc
api_describe(struct context *ctx, const struct request *req,
    struct response *resp)
{
	(void)req;
	return put_api(ctx, resp, NULL);
}

enum rc
api_describe_one(struct context *ctx, const struct request *req,
    struct response *resp)
{
	enum rc rc = put_api(ctx, resp, req->slug);

	return rc == RC_OK ? context_rows(ctx, Q_API_SAMPLE, resp->root, NULL)
			   : rc;
}

/* ---- trying one ---- */

/* The path of the address of that name; NULL when there is none. */
static const char *
path_of(struct context *ctx, const char *name)
{
	const struct route *r = ctx->routes;

	while (r->path != NULL &&
	    (!is_described(r) ||
		strcmp(name_of(ctx->pool, r->path), name) != 0))
		r++;
	return r->path;
}

/* The query string without "slug", and without what was left empty. */
static void
put_query(struct pool *pool, const char *query, struct buf *to)
{
	char *s = pool_strdup(pool, query), *pair;
	char sign = '?';

	while ((pair = strsep(&s, "&")) != NULL) {
		const char *value = strchr(pair, '=');

		if (value == NULL || value[1] == '\0' ||
		    strncmp(pair, "slug=", 5) == 0)
			continue;
		buf_putf(to, "%c%s", sign, pair);
		sign = '&';
	}
}

enum rc
api_describe_try(struct context *ctx, const struct request *req,
    struct response *resp)
{
	const char *path = path_of(ctx, req->slug), *open;
	struct param_values slug = request_values(req, "slug");
	struct buf to = { 0 };

	if (path == NULL)
		return RC_NOT_FOUND;
	if ((open = strchr(path, '{')) != NULL && slug.n == 0)
		return response_refuse(resp, "slug", NULL, "empty");
	if (open != NULL) {
		buf_put(&to, path, (size_t)(open - path));
		buf_put_url(&to, slug.v[0].s);
		buf_puts(&to, strchr(open, '}') + 1);
	} else {
		buf_puts(&to, path);
	}
	put_query(ctx->pool, req->query, &to);
	resp->location = pool_strndup(ctx->pool, to.data, to.len);
	buf_free(&to);
	return RC_SEE_OTHER;
}
