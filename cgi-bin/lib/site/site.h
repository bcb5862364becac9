#ifndef SITE_H
#define SITE_H

#include <libxml/tree.h>

#include "base/conf.h"
#include "xml/xsl.h"

/* What every page says of the site: its name, its operator, its assets (style,
 * script, fonts). */
struct site;

/* Reads the manifest of the assets; a missing one is logged, and pages then
 * have no style.  conf must outlive the site.  The caller closes it. */
struct site *site_open(const struct conf *);
void site_close(struct site *);

/* Renders the parts of HTML pages that only the settings decide, once, by the
 * sheets frame-assets, -brand and -footer.  RC_FAIL, logged, when one fails. */
enum rc site_render_frame(struct site *, const struct xsl *);

/* Renders the footer of dated pages again when the date of the data, in seconds
 * since 1970, 0 for none, has changed.  Logged when it fails. */
void site_render_date(struct site *, const struct xsl *, long long changed);

/* Append <site>, the <frame> of those parts, and the <operator> of the legal
 * pages.  The footer of a dated page gives the date of the data. */
void site_append(const struct site *, xmlNodePtr page);
void site_append_frame(const struct site *, xmlNodePtr page, bool dated);
void site_append_operator(const struct conf *, xmlNodePtr page);

/* A hash of all settings, the names of the assets, and the build.  As long as
 * it stays the same, only the data can change a page. */
unsigned long long site_fingerprint(const struct site *);

#endif
