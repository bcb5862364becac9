#ifndef SITE_H
#define SITE_H

#include <libxml/tree.h>

#include "conf.h"

/* What every page says of the site: its name, its operator, its assets. */
struct site;

/* Reads the manifest of the assets; a missing one is logged, and pages then
 * have no style.  conf must outlive the site.  The caller closes it. */
struct site *site_open(const struct conf *);
void site_close(struct site *);

/* Appends <site>, <assets> and <operator> to a page. */
void site_append(const struct site *, xmlNodePtr page);

/* A number that changes when what site_append writes does. */
unsigned long long site_fingerprint(const struct site *);

#endif
