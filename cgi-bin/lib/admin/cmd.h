#ifndef CMD_H
#define CMD_H

#include "base/conf.h"
#include "db/db.h"
#include "ds/ds.h"
#include "index/words.h"
#include "xml/xsl.h"

/* The administrator's desk: what the commands of guichet work with, and the
 * rooms that hold them, office_*.c.  guichet.c lists them all. */
struct office {
	struct conf	 conf;
	struct db	*db;
	struct xsl	*xsl;		/* opened by the commands that render */
};

/* A command is given the arguments after its words.  What is wrong with them is
 * logged. */
typedef enum rc office_command(struct office *, int argc, char **argv);

/* office.c */
office_command office_migrate, office_check, office_version;

/* office_aids.c */
office_command office_import_aids, office_import_funded, office_index;

/* office_places.c */
office_command office_import_perimeters, office_perimeter_add,
    office_perimeter_rows;

/* office_words.c */
office_command office_import_keywords, office_export_keywords,
    office_import_projects, office_export_projects;

/* office_demarches.c */
office_command office_import_demarche, office_import_sources,
    office_export_sources, office_propose, office_report,
    office_demarche_offer, office_demarche_withdraw;

/* office_drafts.c */
office_command office_drafts, office_drafts_follow;

/* ---- what they share ---- */

/* Opens the stylesheets; false, logged, when they do not compile. */
bool office_sheets(struct office *);

/* The whole of a file, malloc'ed; NULL, logged. */
char *office_file(const char *path, size_t *n);

/* The table at the path that is the first argument, else the one that comes
 * with Guichet; malloc'ed, NULL, logged. */
char *office_table(struct office *, int argc, char **argv, const char *own,
    size_t *n);

/* After many rows came: plans that were good for few would stay for minutes, and
 * one of them was seen to run for seven. */
enum rc office_statistics(struct office *);

/* Opens DS, with the prefecture's key when one is set; logged when that fails.
 * The caller closes it, then frees the key; both may be NULL. */
enum rc office_ds(const struct conf *, struct ds **, char **key);

/* "2026-11-24", of GUICHET_TODAY when it is set. */
void office_today(char s[11]);

/* Whether s is a name of a source: a-z, 0-9 and -, 64 at most; logged when it is
 * not. */
bool office_is_name(const char *s);

/* Tells words which ones stop. */
enum rc office_stop_words(struct office *, struct words *);

#endif
