#ifndef SITE_H
#define SITE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/conf.h"
#include "site/portal.h"

/* What every page says of the site: its name, its operator, its assets (style,
 * script, fonts). */
struct site;

/* Reads the manifest of the assets; a missing one is logged, and pages then
 * have no style.  conf must outlive the site.  The caller closes it. */
struct site *site_open(const struct conf *);
void site_close(struct site *);
const struct conf *site_conf(const struct site *);

/* Append <site>, as a portal says it when there is one, else NULL; the <assets>
 * of a theme, or, when its files are not installed, of the other one; and the
 * <operator> of the legal pages. */
void site_append(const struct site *, const struct portal *, xmlNodePtr page);
void site_append_assets(const struct site *, const char *theme,
    xmlNodePtr page);
void site_append_operator(const struct conf *, const struct portal *,
    xmlNodePtr page);

/* Whether all may read the numbers of the site, or of the portal when there is
 * one: <stats/> says it to pages that lead there. */
bool site_stats_are_public(const struct conf *, const struct portal *);
void site_append_stats(const struct conf *, const struct portal *,
    xmlNodePtr page);

/* A hash of all settings, the names of the assets, and the build.  As long as
 * it stays the same, only the data can change a page. */
unsigned long long site_fingerprint(const struct site *);

#endif
