#ifndef PROJECT_TABLE_H
#define PROJECT_TABLE_H

#include <stdio.h>

#include "db/db.h"
#include "table/csv_source.h"

/* The project types of projects.h, as a table
 * "nom;categorie;requis;exclus": requis is groups separated by " + ", of
 * wordings separated by " | "; an aid must have one of each group, and none of
 * exclus.  A row of the category "genre général" is no project type but a
 * general kind (general_kinds.h), with wordings alone; one that no project
 * names is told, and kept. */

/* As keywords_import and keywords_export, and counts general kinds too; a
 * project keeps its id as long as it keeps its name. */
enum rc project_table_import(struct db *, struct csv_source *, bool force,
    unsigned long *count, unsigned long *kinds);
enum rc project_table_export(struct db *, FILE *);

#endif
