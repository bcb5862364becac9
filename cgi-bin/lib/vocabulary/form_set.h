#ifndef FORM_SET_H
#define FORM_SET_H

#include "db/db.h"

/* A set of words, folded, as they are spelled: hashes of 31 bits, so that a
 * word in a hundred thousand is taken for one that is there. */
struct form_set;

/* The caller frees it; NULL is ignored. */
struct form_set *form_set_new(void);
void form_set_free(struct form_set *);

/* Adds a word, folded; each word of a text. */
void form_set_add(struct form_set *, const char *folded);
void form_set_add_text(struct form_set *, const char *text);

/* Adds those of aids that were noted since the last time.  Fails as query_run
 * does. */
enum rc form_set_load(struct form_set *, struct db *);

bool form_set_has(const struct form_set *, const char *folded);

/* Whether the words of aids were noted: before "guichet index" has done so
 * after an upgrade, none is. */
bool form_set_is_loaded(const struct form_set *);

#endif
