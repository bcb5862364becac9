#ifndef AID_ITEMS_H
#define AID_ITEMS_H

#include "record/aid_record.h"

/* What a field lists, on its way into rows of a table: aid_relations.h,
 * aid_named.h. */

/* Rows of an aid, of one relation. */
enum { AID_ITEMS_ROWS = 64 };

/* The items of a field: an array, one item alone, or those of "KEY_full", where
 * AT tells more of each; NULL when there is neither.  The caller owns it. */
json_t *aid_items_of(const struct aid_record *, const char *key);

/* Whether there are more than any list is meant to have at item i, which is
 * told: the rest is not read. */
bool aid_items_is_endless(const struct aid_record *, const char *key, size_t i);

/* The aid no longer has what it had in that relation, but for n new rows. */
void aid_items_clear(struct aid_record *, enum relation, size_t n);

#endif
