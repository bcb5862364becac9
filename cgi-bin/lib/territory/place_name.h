#ifndef PLACE_NAME_H
#define PLACE_NAME_H

#include <stdbool.h>
#include <stddef.h>

/* The name of a place as a reader types it. */

/*
 * Splits it into the folded name (str_fold_name) and a folded hint of where it
 * is: "Échiré (79)", "79410 Échiré" and "Échiré 79" are "echire" with "79".
 * hint is "" without one.  Both have room for size bytes; what is longer is
 * cut.
 */
void place_name_split(const char *s, char *folded, char *hint, size_t size);

/*
 * Whether text is the name of a perimeter.  A chosen suggestion comes as an id
 * with the name in the text field: a reader who then types another name there,
 * without a script to clear the id, means the name.
 */
bool place_name_is(const char *name, const char *text);

#endif
