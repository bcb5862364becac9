/* cmd_demarches.c - commands: démarches of DS, and their sources. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "ds/demarche_link.h"
#include "ds/demarche_schema.h"
#include "ds/ds.h"
#include "payload/demarche_import.h"
#include "payload/demarche_report.h"
#include "payload/source_propose.h"
#include "payload/source_table.h"

/* ---- what an argument names ---- */

/* The number of a démarche: 32 bits, as DS has them. */
static bool
cmd_demarches_is_number(const char *s, unsigned *number)
{
	unsigned long n = strtoul(s, NULL, 10);

	if (*s == '\0' || strspn(s, "0123456789") != strlen(s) ||
	    strlen(s) > 10 || n < 1 || n > UINT32_MAX)
		return false;
	*number = (unsigned)n;
	return true;
}

/* A folder that bears the name of a slug is no schema. */
static bool
is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	    access(path, R_OK) == 0;
}

/* Logged here, so that each command refuses a number in the same words. */
static enum rc
cmd_demarches_read_number(const char *s, unsigned *number)
{
	if (cmd_demarches_is_number(s, number))
		return RC_OK;
	log_msg(_("\"%s\" is no number of a démarche, such as 80892"), s);
	return RC_BAD_PARAM;
}

/* ---- guichet import demarche ---- */

/* Logs why DS did not answer, in words that say what to do.  DS answers the
 * same 404 for an unknown, a closed and a private démarche (DS 1.3, 2.1): the
 * message has to name all three. */
static enum rc
say_end(enum ds_end end, const char *name)
{
	switch (end) {
	case DS_MADE:
		return RC_OK;
	case DS_GONE:
		log_msg(_("Démarches simplifiées shows no "
			  "démarche \"%s\": it "
			  "is unknown, closed, or not open data"),
		    name);
		return RC_BAD_PARAM;
	case DS_REFUSED:
		log_msg(_("Démarches simplifiées refuses to show \"%s\""),
		    name);
		return RC_BAD_PARAM;
	case DS_BUSY:
		log_msg(_("Démarches simplifiées is asked too much: try "
			  "\"%s\" again in some minutes"),
		    name);
		return RC_UNAVAILABLE;
	default:
		log_msg(_("Démarches simplifiées does not answer for \"%s\""),
		    name);
		return RC_UNAVAILABLE;
	}
}

/* The schema that DS shows of a number or a slug, as text.  The two have
 * different sources: the page of schemas knows slugs only, GraphQL numbers only
 * (DS 2.1). */
static enum rc
cmd_demarches_ask(const struct conf *c, const char *name, char **text)
{
	unsigned number = 0;
	bool numbered = cmd_demarches_is_number(name, &number);
	json_t *schema = NULL;
	struct ds *ds = NULL;
	char *key = NULL;
	enum rc rc = cmd_ds(c, &ds, &key);

	if (rc == RC_OK)
		rc = say_end(ds_schema(ds, numbered ? NULL : name, number,
				 &schema),
		    name);
	if (rc == RC_OK && (*text = json_dumps(schema, JSON_COMPACT)) == NULL)
		log_die("demarches: out of memory");
	json_decref(schema);
	ds_close(ds);
	free(key);
	return rc;
}

/* guichet import demarche FILE|NUMBER|SLUG: a schema from a file, or as DS
 * publishes it.  A file wins over a slug of the same name. */
enum rc
cmd_import_demarche(struct cmd *o, int argc, char **argv)
{
	struct buf file = { 0 };
	const char *why;
	char *text = NULL;
	unsigned number;
	enum rc rc = RC_OK;

	(void)argc;
	if (is_file(argv[0])) {
		if ((why = buf_put_file_under(&file, argv[0], SCHEMA_BYTES)) !=
		    NULL) {
			log_msg(_("cannot read \"%s\": %s"), argv[0], why);
			rc = RC_BAD_PARAM;
		}
	} else if (cmd_demarches_is_number(argv[0], &number) ||
	    demarche_is_slug(argv[0])) {
		rc = cmd_demarches_ask(&o->conf, argv[0], &text);
	} else {
		log_msg(_("\"%s\" is no file that can be read, no number and "
			  "no slug of a démarche"),
		    argv[0]);
		rc = RC_BAD_PARAM;
	}
	if (rc == RC_OK)
		rc = text != NULL ? demarche_import(o->db, text, strlen(text),
					o->options.force)
				  : demarche_import(o->db, file.data, file.len,
					o->options.force);
	buf_free(&file);
	free(text);
	return rc;
}

/* ---- sources ---- */

/* guichet import sources [FILE]: replaces the sources of the démarches that the
 * table names. */
enum rc
cmd_import_sources(struct cmd *o, int argc, char **argv)
{
	struct source_report r = { 0 };
	struct csv_source in;
	enum rc rc;

	if (!cmd_table(o, argc > 0 ? argv[0] : NULL, "data/sources.csv", &in))
		return RC_BAD_PARAM;
	rc = source_table_import(o->db, &in, o->options.force, &r);
	csv_source_close(&in);
	if (rc == RC_OK)
		say(_("sources: %lu lines, of %lu démarches"), r.lines,
		    r.demarches);
	return rc;
}

/* guichet export sources [NUMBER]: those of one démarche, or all. */
enum rc
cmd_export_sources(struct cmd *o, int argc, char **argv)
{
	unsigned number = 0;
	enum rc rc = argc > 0 ? cmd_demarches_read_number(argv[0], &number)
			      : RC_OK;

	if (rc == RC_OK)
		rc = source_table_export(o->db, number, stdout);
	return rc == RC_NOT_FOUND ? demarche_unknown(number) : rc;
}

/* Within the caller's transaction. */
static enum rc
propose(struct db *db, struct pool *pool, unsigned number, unsigned long *n)
{
	struct demarche *d = NULL;
	struct result res;
	enum rc rc = query_run(db, pool, Q_VERSION_BUMP, NULL, &res);

	if (rc == RC_OK)
		rc = demarche_load(db, pool, number, &d);
	if (rc == RC_NOT_FOUND)
		return demarche_unknown(number);
	return rc == RC_OK ? source_propose(db, d, n) : rc;
}

/* guichet propose NUMBER: proposes sources for the fields of a démarche, by
 * their labels, to be reviewed in the exported table.  Proposals replace
 * proposals: a source that a person confirmed stays. */
enum rc
cmd_propose(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	unsigned long n = 0;
	unsigned number;
	enum rc rc = cmd_demarches_read_number(argv[0], &number);

	(void)argc;
	if (rc == RC_OK && (rc = db_begin(o->db)) == RC_OK) {
		rc = propose(o->db, pool, number, &n);
		if (rc == RC_OK)
			rc = db_commit(o->db);
		else
			db_rollback(o->db);
	}
	if (rc == RC_OK)
		say(ngettext("%lu source proposed", "%lu sources proposed", n),
		    n);
	pool_free(pool);
	return rc;
}

/* guichet report NUMBER: prints which fields of a démarche are prefilled. */
enum rc
cmd_report(struct cmd *o, int argc, char **argv)
{
	unsigned number;
	enum rc rc = cmd_demarches_read_number(argv[0], &number);

	(void)argc;
	return rc == RC_OK ? demarche_report(o->db, number, stdout) : rc;
}

/* ---- aids ---- */

/* guichet demarche offer NUMBER AID...: the aids, by id or slug, are applied to
 * by this démarche, whatever their links say. */
enum rc
cmd_demarche_offer(struct cmd *o, int argc, char **argv)
{
	unsigned number;
	enum rc rc = cmd_demarches_read_number(argv[0], &number);

	if (rc == RC_OK &&
	    (rc = demarche_link_say(o->db, number, argv + 1, argc - 1,
		 false)) == RC_OK)
		say(ngettext("%d aid is applied to by démarche %u",
			"%d aids are applied to by démarche %u",
			(unsigned long)(argc - 1)),
		    argc - 1, number);
	return rc;
}

/* guichet demarche withdraw NUMBER AID...: and no longer. */
enum rc
cmd_demarche_withdraw(struct cmd *o, int argc, char **argv)
{
	unsigned number;
	enum rc rc = cmd_demarches_read_number(argv[0], &number);

	if (rc == RC_OK &&
	    (rc = demarche_link_say(o->db, number, argv + 1, argc - 1, true)) ==
		RC_OK)
		say(ngettext("%d aid is no longer applied to by démarche %u",
			"%d aids are no longer applied to by démarche %u",
			(unsigned long)(argc - 1)),
		    argc - 1, number);
	return rc;
}
