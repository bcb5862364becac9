#ifndef CHAMP_OPTION_H
#define CHAMP_OPTION_H

#include "ds/champ.h"

/*
 * The option of a list that means what one of the wordings (parted by " | ")
 * says.  Option texts differ between editions of a form (DS 4.2): case,
 * accents, marks and a number in front ("1° ", "01 - ") do not count; an
 * option may go on after the wording ("École (primaire)"), or hold it between
 * brackets ("Petites villes de demain (PVD)").  The closest reading wins; two
 * options that are as close are none, but of those that say just a wording,
 * the first wording's. Titles ("--Écoles--") never are.  NULL when none means
 * it.
 */
const char *champ_option_find(const struct champ *, const char *wordings);

#endif
