/* api_lists.c - lists that the API gives whole. */

#include "api/api_lists.h"
#include "api/api_page.h"
#include "xml/xml.h"

enum rc
api_whole_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	xmlNodePtr list = xml_child(resp->root, "list");

	api_page_put(ctx, req, resp, NULL,
	    list != NULL ? xmlChildElementCount(list) : 0, NULL);
	return RC_OK;
}
