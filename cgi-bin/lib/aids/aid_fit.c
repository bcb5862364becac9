/* aid_fit.c - whether an aid is for the place and the structure of its address.
 */

#include <string.h>

#include "aids/aid_fit.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/aids.h"
#include "web/url.h"
#include "xml/xml.h"

const char *
aid_fit_query(struct pool *pool, const struct request *req)
{
	struct param_values page = request_values(req, "page");
	bool later = page.n > 0 && page.v[0].i > 1;
	const char *url = url_with(pool, req, NULL, NULL, later ? "page" : NULL,
	    later ? page.v[0].s : NULL);

	url = strchr(url, '?');
	return url != NULL ? url : "";
}

static void
put_back(struct context *ctx, const struct request *req, struct response *resp)
{
	const char *query = aid_fit_query(ctx->pool, req);

	if (*query != '\0')
		xml_set(xml_add(resp->root, "back"), "href",
		    pool_printf(ctx->pool, "/aides/%s", query));
}

static bool
is_among(const uint32_t *id, size_t n, uint32_t wanted)
{
	for (size_t i = 0; i < n; i++)
		if (id[i] == wanted)
			return true;
	return false;
}

/* The same that finds the aid in a list: what holds the place, or a part. */
static enum rc
put_places(struct context *ctx, const struct place *p,
    const struct catalogue_aid *aid, xmlNodePtr fit)
{
	const char *says = aid->perimeter == 0              ? "unknown"
	    : is_among(p->whole, p->wholes, aid->perimeter) ? "yes"
	    : is_among(p->match, p->n, aid->perimeter)      ? "part"
							    : "no";
	struct result res;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_AID_PLACE, ctx->args,
	    &res);

	if (rc != RC_OK)
		return rc;
	/* A place that was inferred, or is no more, refuses nobody. */
	if (strcmp(says, "no") == 0 && res.rows > 0 &&
	    rows_int(&aid_place_row(&res, 0)->unsure, 0) != 0)
		says = "unknown";
	for (size_t i = 0; i < p->nasked; i++) {
		xmlNodePtr n = xml_add(fit, "place");

		xml_set(n, "name", p->name[i]);
		xml_set(n, "says", says);
		if (res.rows > 0)
			xml_set(n, "perimeter",
			    rows_text(ctx->pool,
				&aid_place_row(&res, 0)->name));
	}
	return RC_OK;
}

/* The facet bits of all audiences. */
static uint64_t
all_audiences(const struct lists *l)
{
	uint64_t mask = 0;
	size_t n;
	const struct list_entry *e = lists_all(l, &n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(e[i].list, "audience") == 0)
			mask |= 1ull << (FACET_AUDIENCE + e[i].id - 1);
	return mask;
}

static void
put_structures(const struct request *req, const struct lists *l,
    const struct catalogue_aid *aid, xmlNodePtr fit, struct aid_asker *asker)
{
	struct param_values v = request_values(req, "organization_type_slugs");
	bool told = (aid->facets & all_audiences(l)) != 0;

	for (size_t i = 0; i < v.n; i++) {
		const struct list_entry *e = lists_slug(l, "audience",
		    v.v[i].s);
		xmlNodePtr n;

		if (e == NULL)
			continue;
		asker->structure = v.n == 1 ? e->slug : NULL;
		n = xml_add(fit, "structure");
		xml_set(n, "name", e->name);
		xml_set(n, "says",
		    !told ? "unknown"
			: aid->facets >> (FACET_AUDIENCE + e->id - 1) & 1
			? "yes"
			: "no");
	}
}

static bool
says_something(const struct request *req)
{
	for (size_t i = 0; req->params[i].name != NULL; i++)
		if (req->values[i].n > 0)
			return true;
	return false;
}

/* Places that were left out: unknown ones, or one that several bear. */
static void
put_ignored(const struct request *req, const struct place *p, xmlNodePtr asked,
    xmlNodePtr fit)
{
	struct param_values v = request_values(req, "perimeter_q");
	xmlNodePtr n, next;

	for (n = asked->children; n != NULL; n = next) {
		next = n->next;
		if (strcmp((const char *)n->name, "ignored") != 0)
			continue;
		xmlUnlinkNode(n);
		xmlAddChild(fit, n);
	}
	if (!p->open)
		return;
	if (v.n == 0)
		v = request_values(req, "perimeter_id");
	n = xml_add(fit, "ignored");
	xml_set(n, "param", "perimeter_q");
	xml_set(n, "value", v.n > 0 ? v.v[0].s : "");
}

/* What was said, for other pages to begin with. */
static void
put_asker(const struct aid_asker *asker, xmlNodePtr fit)
{
	if (asker->perimeter != 0)
		xml_set_int(fit, "perimeter", asker->perimeter);
	xml_set(fit, "structure", asker->structure);
}

static bool
says_no(xmlNodePtr fit)
{
	bool no = false;

	for (xmlNodePtr n = fit->children; n != NULL && !no; n = n->next) {
		xmlChar *says = xmlGetProp(n, (const xmlChar *)"says");

		no = says != NULL && strcmp((const char *)says, "no") == 0;
		xmlFree(says);
	}
	return no;
}

enum rc
aid_fit_put(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus, uint32_t id,
    struct aid_asker *asker)
{
	const struct catalogue *c = &corpus->catalogue;
	struct response unseen = { .root = NULL };
	struct place p = { .nasked = 0 };
	size_t doc = catalogue_find(c, id);
	xmlNodePtr fit;
	enum rc rc;

	*asker = (struct aid_asker){ .no = false };
	if (!says_something(req))
		return RC_OK;
	if (req->format == NULL)
		put_back(ctx, req, resp);
	unseen.root = xmlDocGetRootElement(xml_page(ctx->pool, "fit"));
	unseen.asked = xml_add(unseen.root, "asked");
	rc = place_read(ctx, req, &unseen, &p);
	if (rc != RC_OK || doc >= c->n || c->aid[doc].id != id)
		return rc;
	if (p.nasked == 1)
		asker->perimeter = p.asked[0];
	asker->carry = question_carry(ctx->pool, req, &p, resp->asked);
	fit = xml_add(resp->root, "fit");
	if (p.nasked > 0)
		rc = put_places(ctx, &p, &c->aid[doc], fit);
	put_structures(req, corpus->lists, &c->aid[doc], fit, asker);
	put_ignored(req, &p, unseen.asked, fit);
	put_asker(asker, fit);
	asker->no = says_no(fit);
	if (fit->children == NULL)
		xmlUnlinkNode(fit);
	return rc;
}
