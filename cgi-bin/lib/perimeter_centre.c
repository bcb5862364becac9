/* perimeter_centre.c - where communes and intercommunalities lie. */

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "perimeter_centre.h"
#include "perimeter_row.h"
#include "query.h"

enum { MAX_LINE = 64 };

static bool
is_centre(const char *line, size_t n)
{
	char copy[MAX_LINE], code[6], more;
	double latitude, longitude;

	if (n >= sizeof(copy))
		return false;
	memcpy(copy, line, n);
	copy[n] = '\0';
	return sscanf(copy, "%5[^\t]\t%lf\t%lf%c", code, &latitude, &longitude,
	    &more) == 3 && perimeter_is_insee(code) && fabs(latitude) <= 90 &&
	    fabs(longitude) <= 180;
}

static enum rc
read_lines(const char *name, const char *text, size_t n, struct buf *out)
{
	const char *end = text + n;

	for (unsigned no = 1; text < end; no++) {
		const char *lf = memchr(text, '\n', (size_t)(end - text));
		size_t len = (size_t)((lf != NULL ? lf : end) - text);

		if (len > 0 && *text != '#') {
			if (!is_centre(text, len)) {
				log_msg("perimeter_centre: \"%s\" line %u is "
				    "no centre", name, no);
				return RC_BAD_PARAM;
			}
			buf_put(out, text, len);
			buf_putc(out, '\n');
		}
		text += len + (lf != NULL);
	}
	return RC_OK;
}

enum rc
perimeter_centres(struct db *db, struct pool *pool, const char *name,
    const char *text, size_t n, unsigned long long *written)
{
	static const char *const steps[] = { "perimeter_load_centre_communes",
	    "perimeter_load_centre_epcis" };
	struct buf rows = { 0 };
	struct result res;
	enum rc rc = read_lines(name, text, n, &rows);

	if (rc == RC_OK)
		rc = query_run(db, pool, "perimeter_load_stage_centre", NULL,
		    &res);
	if (rc == RC_OK)
		rc = query_load(db, "perimeter_load_centres", &rows);
	buf_free(&rows);
	for (size_t i = 0; rc == RC_OK && i < 2; i++)
		if ((rc = query_run(db, pool, steps[i], NULL, &res)) == RC_OK)
			*written += res.affected;
	return rc;
}
