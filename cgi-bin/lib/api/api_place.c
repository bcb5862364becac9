/* api_place.c - a place of the API. */

#include <string.h>

#include "api/api_place.h"
#include "base/str.h"
#include "db/rows.h"
#include "gazetteer/name_key.h"
#include "gen/constants.h"
#include "gen/queries/api.h"
#include "question/question_read.h"
#include "web/url.h"
#include "xml/xml.h"

/* ---- written ---- */

static const struct gazetteer_scale *
scale_of(const struct gazetteer *g, const struct gazetteer_place *p)
{
	for (size_t i = 0; i < g->scales; i++)
		if (g->scale[i].id == p->scale)
			return &g->scale[i];
	return NULL;
}

static void
put_zips(xmlNodePtr node, const char *zips)
{
	while (zips != NULL && *zips != '\0') {
		size_t n = strcspn(zips, " ");

		xml_text(xml_add(node, "zip"), zips, n);
		zips += n + (zips[n] == ' ');
	}
}

/* A region has AT's code, "84" where perimeters say "R84"; what a feed named
 * together has none. */
static const char *
code_of(const struct gazetteer *g, const struct gazetteer_place *p)
{
	const char *code = gazetteer_text(g, p->code);
	const char *kind = gazetteer_text(g, p->kind);

	if (kind != NULL && strcmp(kind, PERIMETER_UNION) == 0)
		return NULL;
	return p->scale == SCALE_REGION && *code == 'R' ? code + 1 : code;
}

static void
put_one(const struct gazetteer *g, const struct gazetteer_place *p,
    long long id, xmlNodePtr list)
{
	const struct gazetteer_scale *scale = scale_of(g, p);
	const char *name = gazetteer_text(g, p->name);
	xmlNodePtr node = xml_add(list, "perimeter");
	char slug[256];

	xml_set_int(node, "id", id);
	xml_set(node, "slug", name_key_slug(slug, sizeof(slug), name));
	xml_set(node, "code", code_of(g, p));
	xml_set(node, "name", name);
	if (scale != NULL) {
		xml_set(node, "scale", gazetteer_text(g, scale->name));
		xml_set(node, "scale-slug", gazetteer_text(g, scale->slug));
	}
	put_zips(node, gazetteer_text(g, p->zips));
}

enum rc
api_place_put(struct context *ctx, const struct gazetteer *g,
    const uint32_t *place, size_t n, xmlNodePtr list)
{
	struct value *id = pool_take(ctx->pool, (n + 1) * sizeof(*id));
	struct result res;
	unsigned r = 0;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		id[i] = (struct value){ .type = VALUE_INT,
			.i = g->place[place[i]].id };
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_API_PLACE_IDS,
	    ARG_IDS, id, n, &res);
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		const struct api_place_ids_row *row = r < res.rows
		    ? api_place_ids_row(&res, r)
		    : NULL;
		bool at = row != NULL && rows_int(&row->id, 0) == id[i].i;

		put_one(g, &g->place[place[i]],
		    at ? rows_int(&row->at, 0) : id[i].i, list);
		r += at;
	}
	return rc;
}

/* ---- found ---- */

enum rc
api_place_find(struct context *ctx, const struct request *req,
    struct response *resp, const char *named, const char *said, uint32_t *place)
{
	struct place p = { .nasked = 0 };
	struct request asked;
	enum rc rc = request_with_query(req, ctx->pool, question_where_params,
	    url_query(ctx->pool, "perimeter_id", said), &asked, &resp->fault);

	/* As a search reads it, so that an id means the same in both. */
	if (rc == RC_BAD_PARAM) /* too long */
		return RC_NOT_FOUND;
	if (rc != RC_OK || (rc = place_read(ctx, &asked, resp, &p)) != RC_OK ||
	    (rc = gazetteer_want(ctx->places, ctx->db)) != RC_OK)
		return rc;
	if (p.open)
		return response_refuse(resp, named, said, "ambiguous");
	if (p.nasked == 0)
		return RC_NOT_FOUND;
	*place = gazetteer_of_any_id(ctx->places->names, p.asked[0]);
	return *place == GAZETTEER_NONE ? RC_NOT_FOUND : RC_OK;
}
