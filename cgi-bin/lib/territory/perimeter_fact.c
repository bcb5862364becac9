/* perimeter_fact.c - what else is known of communes and intercommunalities. */

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "gen/constants.h"
#include "territory/perimeter_fact.h"
#include "territory/perimeter_row.h"

/* Facts that are a name; the base knows them by the same words. */
static const char *const named[] = { PERIMETER_FACT_ARRONDISSEMENT,
	PERIMETER_FACT_CRTE };

/* From the rows staged to the territories, in order. */
static const enum query_id steps[] = { Q_PERIMETER_LOAD_CENTRE_COMMUNES,
	Q_PERIMETER_LOAD_CENTRE_EPCIS, Q_PERIMETER_LOAD_ARRONDISSEMENTS,
	Q_PERIMETER_LOAD_ARRONDISSEMENT_EPCIS, Q_PERIMETER_LOAD_CRTES };

static bool
put_centre(struct buf *out, const char *line)
{
	char code[6], more;
	double latitude, longitude;

	if (sscanf(line, "%5[^\t]\t%lf\t%lf%c", code, &latitude, &longitude,
		&more) != 3 ||
	    !perimeter_row_is_insee(code) || !(fabs(latitude) <= 90) ||
	    !(fabs(longitude) <= 180))
		return false;
	buf_putf(out, "centre\t%s\t\\N\t%s\n", code, line + sizeof(code));
	return true;
}

/* A row for each of the codes, which are blanks apart. */
static bool
put_codes(struct buf *out, const char *fact, const char *name, char *codes)
{
	do {
		char *end = codes + strcspn(codes, " ");
		bool last = *end == '\0';

		*end = '\0';
		if (!perimeter_row_is_insee(codes) &&
		    !perimeter_row_is_siren(codes))
			return false;
		buf_putf(out, "%s\t%s\t", fact, codes);
		buf_put_tsv(out, name);
		buf_puts(out, "\t\\N\t\\N\n");
		codes = last ? NULL : end + 1;
	} while (codes != NULL);
	return true;
}

static bool
put_fact(struct buf *out, char *line)
{
	char *name = strchr(line, '\t');
	char *codes = name != NULL ? strchr(name + 1, '\t') : NULL;

	for (size_t i = 0; codes != NULL && codes > name + 1 &&
	     i < sizeof(named) / sizeof(*named);
	     i++)
		if (strncmp(line, named[i], (size_t)(name - line)) == 0 &&
		    named[i][name - line] == '\0') {
			*codes = '\0';
			return put_codes(out, named[i], name + 1, codes + 1);
		}
	return put_centre(out, line);
}

static enum rc
read_facts(const struct perimeter_source *src, struct buf *out)
{
	struct perimeter_line line = { 0 };

	while (perimeter_source_next(src, &line))
		if (line.fault != NULL || !put_fact(out, line.text)) {
			log_msg(_("\"%s\" line %u is no fact"), src->name,
			    line.number);
			return RC_BAD_PARAM;
		}
	return RC_OK;
}

enum rc
perimeter_fact_read(const struct perimeter_source *src, size_t n,
    struct buf *rows)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < n; i++)
		rc = read_facts(&src[i], rows);
	return rc;
}

enum rc
perimeter_fact_write(struct db *db, struct pool *pool, struct buf *rows,
    unsigned long long *written)
{
	struct result res;
	enum rc rc;

	rc = query_run(db, pool, Q_PERIMETER_LOAD_STAGE_FACT, NULL, &res);
	if (rc == RC_OK)
		rc = query_load(db, Q_PERIMETER_LOAD_FACTS, rows);
	for (size_t i = 0; rc == RC_OK && i < sizeof(steps) / sizeof(*steps);
	     i++)
		if ((rc = query_run(db, pool, steps[i], NULL, &res)) == RC_OK)
			*written += res.affected;
	return rc;
}
