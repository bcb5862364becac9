#ifndef AID_KINDS_H
#define AID_KINDS_H

#include "vectors/word_vectors.h"

/*
 * Kinds of aids, and which of them the title of a project leads to: learned
 * from projects that démarches funded (conf/aid-kinds.py).  "Isolation de
 * l'école" leads to aids for the "rénovation énergétique des bâtiments
 * publics", whose words it does not say.
 */
struct aid_kinds;

struct aid_kind {
	const char *name;        /* "" for none that is known */
	struct vector direction; /* of the aids of that kind */
};

/* Reads the table of the share folder.  NULL, and *why says it, in English and
 * for as long as the process, when it is not there, cut, changed, or was not
 * learned with those vectors, which may be NULL.  The caller frees it; NULL is
 * ignored. */
struct aid_kinds *aid_kinds_read(const char *share_dir,
    const struct word_vectors *, const char **why);
void aid_kinds_free(struct aid_kinds *);

/* Which table it is.  0 of NULL. */
uint32_t aid_kinds_sum(const struct aid_kinds *);

/* The n kinds. */
const struct aid_kind *aid_kinds_all(const struct aid_kinds *, int *n);

/* The kind that a title of that direction and of those n words, in order, most
 * likely leads to, and how likely it is, of 1; NULL when that is none that is
 * known, or of no kinds. */
const struct aid_kind *aid_kinds_guess(const struct aid_kinds *,
    const struct vector *title, const int *word, int n, float *likely);

#endif
