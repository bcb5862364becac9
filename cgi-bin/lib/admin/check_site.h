#ifndef CHECK_SITE_H
#define CHECK_SITE_H

#include "admin/review.h"

/* The address of the site: whether it was set, and whether nginx answers. */
void check_site(struct review *);

/* Whether there is room on the disk of the settings' notice, of logs and of
 * the database when they are there: an import needs some. */
void check_disk(struct review *);

#endif
