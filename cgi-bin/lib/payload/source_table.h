#ifndef SOURCE_TABLE_H
#define SOURCE_TABLE_H

#include <stdio.h>

#include "db/db.h"
#include "table/csv_source.h"

/*
 * The sources of démarches, as a table that an administrator edits (table.h):
 * demarche;champ;libelle;source;condition;etat.  A champ is its key, one of a
 * block is champ_BLOCK/champ_CHILD; etat is "confirmé" or "proposé"; the lines
 * of one champ are tried in their order; no source is "never".
 */

struct source_report {
	unsigned long lines, demarches;
};

/*
 * Puts the lines of the table in the place of those of the champs that it
 * names; others keep theirs, so that a table that is shipped spares what was
 * added here. RC_BAD_PARAM, logged with the line, for what is no such table;
 * what does not suit the schema of a démarche that was imported is said, and
 * kept.  RC_BAD_PARAM too for a table that takes their source from more than a
 * tenth of the confirmed champs of a démarche, without force (loss.h).
 */
enum rc source_table_import(struct db *, struct csv_source *, bool force,
    struct source_report *);

/* Writes the table of a démarche, or of all (number 0).  RC_NOT_FOUND, and no
 * table, for one that was never imported. */
enum rc source_table_export(struct db *, unsigned number, FILE *);

#endif
