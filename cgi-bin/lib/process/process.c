/* process.c - what lives as long as the process. */

#include "process/process.h"

struct context
process_context(struct process *h)
{
	return (struct context){ .pool = h->pool,
		.db = h->db,
		.rows = h->rows,
		.places = &h->places,
		.conf = &h->conf,
		.xsl = h->xsl,
		.state = h->state,
		.program = h->program->name,
		.routes = h->routes,
		.base = h->conf.base_url,
		.origin = h->conf.base_url };
}

enum rc
process_refresh(struct process *h)
{
	struct context ctx = process_context(h);
	enum rc rc;

	frame_render_date(&h->frame, h->site, h->xsl, h->data.changed);
	row_cache_begin(h->rows, h->data.number);
	if (h->program->refresh == NULL ||
	    (h->fresh && h->version == h->data.number))
		return RC_OK;
	h->fresh = (rc = h->program->refresh(&ctx, h->data.number)) == RC_OK;
	h->version = h->data.number;
	return rc;
}
