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

/* Renders the foot anew, for pages of data, when their date is another: in
 * seconds since 1970, 0 for none.  Logged when it fails. */
void site_render_date(struct site *, const struct xsl *, long long changed);

/* Append <site>, the <frame> of those parts, and the <operator> of the legal
 * pages.  The foot of a dated page says of when the data is. */
void site_append(const struct site *, xmlNodePtr page);
void site_append_frame(const struct site *, xmlNodePtr page, bool dated);
void site_append_operator(const struct conf *, xmlNodePtr page);

/* A hash of every setting, of the names of the assets, and of the build: pages
 * may differ when it does, and are the same when only the data can differ. */
unsigned long long site_fingerprint(const struct site *);

#endif
