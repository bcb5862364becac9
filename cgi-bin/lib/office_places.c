/* office_places.c - commands: territories. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "office.h"
#include "perimeter_load.h"
#include "perimeter_package.h"
#include "perimeter_zone.h"
#include "say.h"
#include "schema.h"

/* The rows to load: from the package when a folder is named, else ours. */
static char *
perimeter_rows(struct office *o, const char *dir, size_t *n)
{
	struct buf rows = { 0 };

	if (dir == NULL)
		return schema_read(o->conf.share_dir, "data/perimeters.tsv",
		    n);
	if (perimeter_package_rows(dir, &rows) != RC_OK)
		return NULL;
	*n = rows.len;
	return rows.data;
}

enum rc
office_import_perimeters(struct office *o, int argc, char **argv)
{
	bool force = argc > 0 && strcmp(argv[argc - 1], "--force") == 0;
	const char *dir = argc - force > 0 ? argv[0] : NULL;
	struct perimeter_source s[2] = { { .name = "perimeters-fixed.tsv" },
	    { .name = dir != NULL ? dir : "perimeters.tsv" } };
	struct perimeter_source centres = { .name = "centres.tsv" };
	struct perimeter_report r = { 0 };
	char *fixed, *rows, *where;
	enum rc rc = RC_FAIL;

	if (argc - force > 1) {
		log_msg("one folder at a time");
		return RC_BAD_PARAM;
	}
	fixed = schema_read(o->conf.share_dir, "data/perimeters-fixed.tsv",
	    &s[0].n);
	rows = fixed != NULL ? perimeter_rows(o, dir, &s[1].n) : NULL;
	where = rows != NULL ? schema_read(o->conf.share_dir,
	    "data/centres.tsv", &centres.n) : NULL;
	s[0].text = fixed;
	s[1].text = rows;
	centres.text = where;
	if (where != NULL)
		rc = perimeter_load(o->db, s, 2, &centres, force, &r);
	if (rc == RC_OK)
		say(_("perimeters: %llu added, %llu changed, %llu retired; "
		    "%llu names, %llu links and %llu centres written"),
		    r.added, r.changed, r.retired, r.names, r.links,
		    r.centres);
	free(fixed);
	free(rows);
	free(where);
	return rc;
}

enum rc
office_perimeter_add(struct office *o, int argc, char **argv)
{
	struct perimeter_zone z = { .scale = "adhoc" };
	struct buf unknown = { 0 };
	unsigned long long links = 0;
	char *codes;
	enum rc rc;

	if (argc == 5 && strcmp(argv[0], "--scale") == 0) {
		z.scale = argv[1];
		argv += 2;
	} else if (argc != 3) {
		return RC_BAD_PARAM;
	}
	z.code = argv[0];
	z.name = argv[1];
	if ((codes = office_file(argv[2], &z.n)) == NULL)
		return RC_BAD_PARAM;
	z.codes = codes;
	rc = perimeter_zone_add(o->db, &z, &unknown, &links);
	if (rc == RC_OK && unknown.len > 0)
		say(_("codes that lead to no territory of today:\n%s"),
		    unknown.data);
	if (rc == RC_OK)
		say(ngettext("perimeter \"%s\": %llu link written",
		    "perimeter \"%s\": %llu links written", links), z.code,
		    links);
	buf_free(&unknown);
	free(codes);
	return rc;
}

enum rc
office_perimeter_rows(struct office *o, int argc, char **argv)
{
	struct buf rows = { 0 };
	enum rc rc;

	(void)o;
	(void)argc;
	rc = perimeter_package_rows(argv[0], &rows);
	if (rc == RC_OK && fwrite(rows.data, 1, rows.len, stdout) != rows.len)
		rc = RC_FAIL;
	buf_free(&rows);
	return rc;
}
