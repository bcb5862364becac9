/* aid_card.c - the card of one aid, alone in a page. */

#include <string.h>

#include "aids/aid_cards.h"
#include "db/rows.h"
#include "gen/queries/search.h"
#include "search/aid_card.h"
#include "search/search.h"
#include "search/search_base.h"
#include "xml/xml.h"

/* The aid, when it can be seen today, as a search finds it. */
static enum rc
put_card(struct context *ctx, const struct request *req, struct response *resp,
    uint32_t id)
{
	struct corpus *corpus = search_corpus(ctx->state);
	struct question *q = pool_take(ctx->pool, sizeof(*q));
	xmlNodePtr shown = xml_add(resp->root, "shown");
	struct rank_hit *hit;
	size_t n;

	*q = (struct question){ .corpus = corpus, .rank = { .day = req->day } };
	question_restrict(q, &id, 1, NULL);
	/* A local version is shown, too: it is the one that was asked. */
	q->rank.keep_duplicates = true;
	q->rank.limit = 1;
	hit = rank(ctx->pool, &corpus->catalogue, &q->rank, &n, NULL);
	return n > 0 ? aid_cards_put(ctx, req, search_parts(ctx->state), q, hit,
			   1, shown)
		     : RC_OK;
}

enum rc
aid_card_put(struct context *ctx, const struct request *req,
    struct response *resp)
{
	const struct aid_links_row *row;
	struct aid_within within;
	struct result res;
	const char *slug;
	uint32_t id;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_AID_LINKS, ctx->args,
	    &res);

	if (rc == RC_OK && res.rows == 0)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		rc = search_base_within(ctx, req, search_corpus(ctx->state),
		    &within);
	if (rc != RC_OK)
		return rc;
	row = aid_links_row(&res, 0);
	id = (uint32_t)rows_int(&row->id, 0);
	if (!aid_is_within(&within, id))
		return RC_NOT_FOUND;
	slug = rows_text(ctx->pool, &row->slug);
	if (strcmp(slug, req->slug) != 0) {
		resp->location = pool_printf(ctx->pool, "/aides/%s/carte/",
		    slug);
		return RC_MOVED;
	}
	return put_card(ctx, req, resp, id);
}
