#ifndef CHECK_SITE_H
#define CHECK_SITE_H

#include "admin/review.h"

/* The address of the site: whether it was set, and whether nginx answers. */
void check_site(struct review *);

/* Whether there is room on the disk of the settings' notice, of logs and of
 * the database when they are there: an import needs some. */
void check_disk(struct review *);

/* check_contents.c: a line for each kind of what the base holds, territories,
 * words, projects, sources of champs, aids, and what "guichet index" makes of
 * these.  What was never loaded is a fault. */
void check_contents(struct review *);

#endif
