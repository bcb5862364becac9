/* program_page.c - what the page of a programme says beside its aids. */

#include <stdlib.h>
#include <string.h>

#include "db/rows.h"
#include "gen/queries/search.h"
#include "search/program_page.h"
#include "web/count.h"

enum rc
program_put(struct context *ctx, const struct request *req,
    struct response *resp, const char *slug)
{
	static const enum query_id said[] = { Q_PROGRAMS_BY_SLUG,
		Q_PROGRAM_FACTS, Q_PROGRAM_LISTS };
	struct value key = { VALUE_TEXT, 0, slug, strlen(slug) };
	enum rc rc = RC_OK;

	count_event(ctx, req, resp, "program");
	for (size_t i = 0; rc == RC_OK && i < sizeof(said) / sizeof(*said);
	     i++) {
		struct result res;

		rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, said[i],
		    ARG_SLUGS, &key, 1, &res);
		if (rc == RC_OK && i == 0 && res.rows == 0)
			rc = RC_NOT_FOUND;
		if (rc == RC_OK && i == 0)
			count_number(resp, "program",
			    rows_int(&programs_by_slug_row(&res, 0)->id, 0));
		if (rc == RC_OK)
			rows_append(resp->root, &query_table[said[i]], &res);
	}
	return rc;
}

enum rc
membership_put(struct context *ctx, struct response *resp)
{
	xmlNodePtr n = resp->asked->children;
	xmlChar *id;

	while (n != NULL && strcmp((const char *)n->name, "perimeter") != 0)
		n = n->next;
	if (n == NULL || (id = xmlGetProp(n, (const xmlChar *)"id")) == NULL)
		return RC_OK;
	arg_int(ctx->pool, &ctx->args, ARG_PLACE,
	    strtoll((const char *)id, NULL, 10));
	xmlFree(id);
	return rows_query(ctx->db, ctx->pool, Q_PROGRAM_MATCHES, ctx->args,
	    resp->root, NULL, NULL);
}
