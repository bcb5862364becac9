#ifndef PLACE_WORDS_H
#define PLACE_WORDS_H

#include <stdbool.h>
#include <stdio.h>

#include "db/db.h"
#include "table/csv_source.h"

/* The words of places that no reference of territories holds
 * (sql/data/place-words.sql), as a table "type;mots;sens" that an administrator
 * edits: brand names of EPCI by their SIREN, abbreviations, kinds of bodies. */

/*
 * Puts the words of the table in the place of those that are there,
 * in one transaction, in effect at once; *count of them.  Meanings that are no
 * code of a perimeter of today are said and kept.  RC_BAD_PARAM, logged with
 * its line, for a table that is not valid, or that loses too much (loss.h)
 * without force.
 */
enum rc place_words_import(struct db *, struct csv_source *, bool force,
    unsigned long *count);

/* Writes them as such a table. */
enum rc place_words_export(struct db *, FILE *);

#endif
