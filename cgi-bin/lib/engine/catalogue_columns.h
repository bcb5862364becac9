#ifndef CATALOGUE_COLUMNS_H
#define CATALOGUE_COLUMNS_H

#include "engine/catalogue.h"

/* Makes the columns, and the pairs of local and generic aids, from the array of
 * aids, whenever that has changed; they last until the next call. */
void catalogue_columns_make(struct catalogue *);

/* Frees them: a catalogue whose array is not malloc'ed (a test's) has nothing
 * else. */
void catalogue_columns_free(struct catalogue *);

#endif
