/* bulk_last.c - what the last runs left in the folder of the exports. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bulk/bulk_last.h"

/* The text of a link, "moment-seconds"; there is none after a run that did not
 * fail. */
static void
read_failure(struct pool *pool, const char *dir, struct bulk_last *last)
{
	char said[64];
	ssize_t n = readlink(pool_printf(pool, "%s/failed", dir), said,
	    sizeof(said) - 1);

	said[n > 0 ? n : 0] = '\0';
	if (sscanf(said, "%lf-%lf", &last->failed, &last->failed_took) != 2)
		last->failed = last->failed_took = 0;
}

/* The first line is the stamp, the second when they were made and how long that
 * took. */
void
bulk_last_read(struct pool *pool, const char *dir, struct bulk_last *last)
{
	FILE *f = fopen(pool_printf(pool, "%s/current/stamp", dir), "re");
	bool whole;

	*last = (struct bulk_last){ 0 };
	read_failure(pool, dir, last);
	if (f == NULL)
		return;
	whole = fgets(last->stamp, sizeof(last->stamp), f) != NULL &&
	    fscanf(f, "%lf %lf", &last->made, &last->took) == 2;
	fclose(f);
	last->stamp[whole ? strcspn(last->stamp, "\n") : 0] = '\0';
	if (!whole)
		last->made = last->took = 0;
}
