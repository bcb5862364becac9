#ifndef CHAMP_NAME_H
#define CHAMP_NAME_H

#include "ds/champ.h"

/* How a champ is named to the administrator. */

/* "champ_Q2…", or "champ_BLOCK/champ_CHILD" in a block; in the pool. */
char *champ_path(struct pool *, unsigned long long id,
    unsigned long long block);

/* Reads it back; false when it is none. */
bool champ_path_read(const char *path, unsigned long long *id,
    unsigned long long *block);

/* Its type in words: "short text"; DS's own name for one that we have no word
 * for. */
const char *champ_type_words(const char *type);

/* A label in one line of at most n bytes, cut at a word, with "…". */
char *champ_line(struct pool *, const char *label, size_t n);

/* Whether a label's last bracket names a department, "Arrondissement (79 -
 * Deux-Sèvres)", "Priorités (02 - Aisne) ?": then the code as it is written,
 * which may be of none that exists, and in *before the length of the label
 * before the bracket. */
bool champ_department(const char *label, char code[4], size_t *before);

/* Folded as str_fold does, however long it is. */
char *champ_fold(struct pool *, const char *label);

#endif
