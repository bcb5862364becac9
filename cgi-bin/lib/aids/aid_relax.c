/*
 * aid_relax.c - what to take off when little was found.
 *
 * Each relaxation is the question again without one criterion, or in a wider
 * place, counted only: the catalogue is in memory, so that one costs what
 * counting a list does.
 */

#include "aids/aid_list.h"
#include "gen/constants.h"
#include "web/url.h"
#include "xml/xml.h"

/* A relaxation: which criterion, the address without it, what that leaves. */
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

/* When taking off any one criterion would find nothing: the words alone, the
 * place alone. */
static void
put_only(struct pool *pool, const struct request *req, const struct question *q,
    xmlNodePtr relax)
{
	for (int part = QUESTION_WORDS; part <= QUESTION_PLACE; part++) {
		struct rank_question k;
		size_t found;

		if (q->name[part] == NULL)
			continue;
		k = question_only(q, (enum question_part)part);
		k.count_only = true;
		rank(pool, &q->corpus->catalogue, &k, &found, NULL);
		if (found == 0)
			continue;
		put_option(relax, q, part, url_only(pool, req, q->param[part]),
		    found);
		xml_set(relax->last, "only", "1");
	}
}

/* A place around the one that was asked, which a parameter names, when more is
 * found there than *most, which it raises. */
static void
put_wider(struct context *ctx, const struct request *req,
    const struct question *q, const struct place *wide, const char *name,
    const char *param, const char *value, size_t *most, xmlNodePtr relax)
{
	struct rank_question k;
	size_t found;
	xmlNodePtr n;

	if (wide->nasked == 0)
		return;
	k = question_at(q, wide);
	k.count_only = true;
	rank(ctx->pool, &q->corpus->catalogue, &k, &found, NULL);
	if (found <= *most)
		return;
	*most = found;
	n = xml_add(relax, "wider");
	xml_set(n, "name", name);
	xml_set(n, "scale",
	    wide->scale == SCALE_REGION ? "region" : "department");
	xml_set(n, "href",
	    url_with(ctx->pool, req, PLACE_PARAMS, NULL, param, value));
	xml_set_int(n, "total", (long long)found);
}

/* The department instead of the commune or the intercommunality, then the
 * region: a region may have the code of a department, so that its id says it.
 */
static enum rc
put_around(struct context *ctx, const struct request *req,
    const struct question *q, xmlNodePtr relax)
{
	struct place wide;
	const char *name = NULL;
	size_t most = q->total;
	enum rc rc = place_department(ctx, &q->place, &wide, &name);

	if (rc != RC_OK)
		return rc;
	put_wider(ctx, req, q, &wide, name, "perimeter_codes",
	    q->place.department, &most, relax);
	rc = place_region(ctx, &q->place, &wide, &name);
	if (rc == RC_OK)
		put_wider(ctx, req, q, &wide, name, "perimeter_id",
		    pool_printf(ctx->pool, "%u", q->place.region), &most,
		    relax);
	return rc;
}

/* First the wider places, then each criterion whose absence finds more; the
 * words or the place alone when nothing else does. */
enum rc
aid_list_relax(struct context *ctx, const struct request *req,
    struct response *resp, const struct question *q)
{
	xmlNodePtr relax = xml_add(resp->root, "relax");
	enum rc rc = put_around(ctx, req, q, relax);

	for (int part = 0; rc == RC_OK && part < QUESTION__MAX; part++) {
		struct rank_question k;
		size_t more;

		if (q->name[part] == NULL)
			continue;
		k = question_without(q, (enum question_part)part);
		k.count_only = true;
		rank(ctx->pool, &q->corpus->catalogue, &k, &more, NULL);
		if (more > q->total)
			put_option(relax, q, part,
			    url_with(ctx->pool, req,
				part == QUESTION_PLACE ? PLACE_PARAMS
						       : q->param[part],
				NULL, NULL, NULL),
			    more);
	}
	if (rc == RC_OK && q->total == 0 && relax->children == NULL)
		put_only(ctx->pool, req, q, relax);
	return rc;
}
