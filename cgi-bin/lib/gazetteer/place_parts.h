#ifndef PLACE_PARTS_H
#define PLACE_PARTS_H

#include "gazetteer/gazetteer.h"

/* The words of a text that names a place, and those of them that are no name.
 * For place_text.c alone. */

enum { PLACE_PARTS = 40 }; /* words; the others are left out */

struct place_parts {
	const char *at[PLACE_PARTS];
	size_t n;
};

/* Copies a folded text, at most size bytes, with a blank before a number that
 * follows letters: "cd79". */
void place_parts_numbers(const char *folded, char *to, size_t size);

/* Cuts a text into its words, which then point into it. */
void place_parts_split(char *folded, struct place_parts *);

/* Puts what is abbreviated in full: "nlle". */
void place_parts_full(const struct gazetteer *, struct place_parts *);

/* Takes out what is of the post alone: "cedex 9", "BP 20". */
void place_parts_post(struct place_parts *);

/* Takes out "3e", "12eme arrondissement", "xve"; whether there was one. */
bool place_parts_ordinal(struct place_parts *);

/* Takes out the number that says where the name is, a code of any kind. */
void place_parts_number(const struct gazetteer *, struct place_parts *,
    char number[16]);

/* Writes the words, a blank between two, at most size bytes. */
void place_parts_join(const struct place_parts *, char *to, size_t size);

#endif
