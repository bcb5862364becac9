/* funded_list.c - funded projects, beside aids and on a page of their own. */

#include "funded/funded_list.h"
#include "aids/aid_list.h"
#include "funded/funded.h"
#include "web/url.h"
#include "xml/xml.h"

enum { BESIDE = 3, PER_PAGE = 50 };

/* What and where, asked of another page: those parameters come first in those
 * of every list. */
static const char *
url_at(struct pool *pool, const struct request *req, const char *path)
{
	struct request b = *req;

	b.path = path;
	b.params = question_short_params;
	return url_with(pool, &b, NULL, NULL, NULL, NULL);
}

enum rc
funded_list_near(struct context *ctx, const struct request *req,
    struct response *resp, const struct aid_parts *parts,
    const struct question *q)
{
	size_t total;
	enum rc rc = funded_put(ctx, req, resp, parts, q, BESIDE, &total);

	if (rc == RC_OK && total > BESIDE)
		xml_set(xml_child(resp->root, "funded-near"), "href",
		    url_at(ctx->pool, req, "/projets-finances/"));
	return rc;
}

enum rc
funded_list_put(struct context *ctx, const struct request *req,
    struct response *resp, const struct aid_parts *parts,
    const struct question *q)
{
	static const char *const formats[] = { "csv", "xlsx", "xml", NULL };
	bool has_words = q->name[QUESTION_WORDS] != NULL;
	size_t total;
	enum rc rc;

	if (!has_words)
		xml_add(resp->root, "no-words");
	if (q->place.nasked == 0)
		xml_add(resp->root, "no-place");
	else if (q->place.department == NULL)
		xml_add(resp->root, "wide-place");
	rc = funded_put(ctx, req, resp, parts, q, PER_PAGE, &total);
	if (has_words)
		xml_set(xml_add(resp->root, "see-aids"), "href",
		    url_at(ctx->pool, req, "/aides/"));
	aid_list_links(ctx->pool, req, resp, formats);
	return rc;
}
