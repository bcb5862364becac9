/* membership.c - whether a territory is in a programme. */

#include <stdlib.h>
#include <string.h>

#include "db/rows.h"
#include "gen/queries/search.h"
#include "search/membership.h"

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
