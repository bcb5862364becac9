/* cmd_places.c - commands: territories. */

#include <stdio.h>
#include <stdlib.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "db/schema.h"
#include "territory/perimeter_ids.h"
#include "territory/perimeter_load.h"
#include "territory/perimeter_package.h"
#include "territory/perimeter_zone.h"

/* Reads a source: the package in a folder, else our own of that name.  Returns
 * its text, to be freed; NULL, logged. */
static char *
perimeter_text(struct cmd *o, const char *package, struct perimeter_source *s)
{
	struct buf b = { 0 };
	char *text = NULL;

	if (package == NULL) {
		buf_putf(&b, "data/%s", s->name);
		text = schema_read(o->conf.share_dir, b.data, &s->n);
		buf_free(&b);
	} else if (perimeter_package_rows(package, &b) == RC_OK) {
		s->name = package;
		s->n = b.len;
		text = b.data;
	}
	s->text = text;
	return text;
}

/* guichet import perimeters [FOLDER]: the reference that comes with
 * Guichet, or newer rows made of the npm package in a folder.  The tables of
 * facts beside it are always ours.  --force accepts that many territories
 * become obsolete.  Without it, that is refused: a file that was cut short
 * looks the same. */
enum rc
cmd_import_perimeters(struct cmd *o, int argc, char **argv)
{
	const char *dir = argc > 0 ? argv[0] : NULL;
	struct perimeter_source s[] = { { .name = "perimeters-fixed.tsv" },
		{ .name = "perimeters.tsv" }, { .name = "perimeters-past.tsv" },
		{ .name = "centres.tsv" }, { .name = "territory-facts.tsv" } };
	enum { ROWS = 3, ALL = sizeof(s) / sizeof(*s) };
	struct perimeter_report r = { 0 };
	char *text[ALL] = { NULL };
	size_t n = 0;
	enum rc rc = RC_FAIL;

	while (n < ALL &&
	    (text[n] = perimeter_text(o, n == 1 ? dir : NULL, &s[n])) != NULL)
		n++;
	if (n == ALL)
		rc = perimeter_load(o->db, s, ROWS, s + ROWS, ALL - ROWS,
		    o->options.force, &r);
	if (rc == RC_OK)
		say(_("perimeters: %llu added, %llu changed, %llu retired; "
		      "%llu names, %llu links and %llu facts written"),
		    r.added, r.changed, r.retired, r.names, r.links, r.facts);
	while (n > 0)
		free(text[--n]);
	return rc == RC_OK ? cmd_statistics(o) : rc;
}

/* guichet perimeter add [--scale basin] CODE NAME FILE: makes a zone of the
 * communes that a file lists, or gives it these members.  A code that is
 * unknown today may be known to a later reference, so it is reported and kept.
 */
enum rc
cmd_perimeter_add(struct cmd *o, int argc, char **argv)
{
	struct perimeter_zone z = { .scale = "adhoc" };
	struct buf unknown = { 0 };
	unsigned long long links = 0;
	struct csv_source in;
	enum rc rc;

	(void)argc;
	if (o->options.scale != NULL)
		z.scale = o->options.scale;
	z.code = argv[0];
	z.name = argv[1];
	if (!cmd_table(o, argv[2], NULL, &in))
		return RC_BAD_PARAM;
	z.in = &in;
	rc = perimeter_zone_add(o->db, &z, &unknown, &links);
	if (rc == RC_OK && unknown.len > 0)
		say(_("codes that lead to no territory of today: %s"),
		    unknown.data);
	if (rc == RC_OK)
		say(ngettext("perimeter \"%s\": %llu link written",
			"perimeter \"%s\": %llu links written", links),
		    z.code, links);
	buf_free(&unknown);
	csv_source_close(&in);
	return rc;
}

/* guichet perimeter rows FOLDER: prints the rows that a package makes, to
 * compare them with ours or to replace sql/data/perimeters.tsv.  Needs no
 * database. */
enum rc
cmd_perimeter_rows(struct cmd *o, int argc, char **argv)
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

/* guichet import perimeter-ids FILE: the ids of places in addresses of
 * Aides-territoires. */
enum rc
cmd_import_perimeter_ids(struct cmd *o, int argc, char **argv)
{
	struct perimeter_ids n;
	struct csv_source in;
	enum rc rc;

	(void)argc;
	if (!cmd_table(o, argv[0], NULL, &in))
		return RC_BAD_PARAM;
	rc = perimeter_ids_import(o->db, &in, &n);
	csv_source_close(&in);
	if (rc == RC_OK)
		say(ngettext("%lu id of a place taken, %lu refused",
			"%lu ids of places taken, %lu refused", n.taken),
		    n.taken, n.refused);
	return rc;
}
