#ifndef FRAME_H
#define FRAME_H

#include "base/buf.h"
#include "site/site.h"
#include "xml/xsl.h"

/*
 * The frame of HTML pages: what stands in <head>, the brand and the foot.  They
 * are rendered ahead, by the sheets frame-assets, -brand and -footer: those of
 * the site when a program starts, those of a portal once a version of the data.
 */
struct frame {
	struct buf part[3];
	struct buf dated;  /* the foot of pages of data */
	long long changed; /* the date that it gives; 0: none */
};

/* Renders the parts that only the settings decide.  RC_FAIL, logged, when one
 * fails.  The caller frees the frame, which begins as zeros. */
enum rc frame_render(struct frame *, const struct site *, const struct xsl *);
void frame_free(struct frame *);

/* Renders the foot of dated pages again when the date of the data, in seconds
 * since 1970, 0 for none, has changed.  Logged when it fails. */
void frame_render_date(struct frame *, const struct site *, const struct xsl *,
    long long changed);

/* Appends <frame>, with those parts; the foot of a dated page gives the date of
 * the data. */
void frame_append(const struct frame *, xmlNodePtr page, bool dated);

/* The same of a portal, from the row cache, and <tabs>, its menu.  Errors as
 * query_run and frame_render. */
enum rc frame_append_portal(const struct frame *, const struct site *,
    const struct portal *, const struct xsl *, struct db *, struct pool *,
    struct row_cache *, xmlNodePtr page);

#endif
