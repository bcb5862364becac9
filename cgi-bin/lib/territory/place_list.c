/* place_list.c - the places that a reader may mean, while they type. */

#include "territory/place_list.h"
#include "territory/place_choice.h"
#include "xml/xml.h"

enum { LISTED = 10 };

enum rc
place_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	static const struct resolve_wanted typed = { .complete = true };
	struct param_values q = request_values(req, "q");
	struct resolution found;
	enum rc rc;

	if (q.n == 0)
		return RC_OK;
	xml_add_text(resp->asked, "q", q.v[0].s);
	if ((rc = gazetteer_want(ctx->places, ctx->db)) != RC_OK)
		return rc;
	resolve_place(ctx->places->names, q.v[0].s, &typed, &found);
	/* All that a postal code serves; of names the likeliest. */
	if (found.n > LISTED && found.found[0].rank != RESOLVE_CODE)
		found.n = LISTED;
	return place_choice_put(ctx, xml_add(resp->root, "perimeters"), &found,
	    NULL, NULL);
}
