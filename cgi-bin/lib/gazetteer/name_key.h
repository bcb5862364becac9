#ifndef NAME_KEY_H
#define NAME_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Keys under which spellings of one name meet.  All take a folded name
 * (str_fold_name) and write at most size bytes, NUL included. */

/* Past the article or the preposition that a folded name begins with: "le
 * havre", "de la creuse". */
const char *name_key_core(const char *folded);

/* With its number in digits, "les 2 alpes", or in words.  False when it has
 * none before another word, or no room. */
bool name_key_number(char *to, size_t size, const char *folded);

/* Without blanks: "lahaye". */
char *name_key_squeeze(char *to, size_t size, const char *folded);

/* The slug of a name, not folded, as AT writes it in its ids, by Django's
 * slugify: what is no letter, figure, blank or hyphen is dropped, not replaced
 * ("val-doise", "provence-alpes-cote-dazur"), and so are letters of two
 * ("uilly" of "Œuilly"). */
char *name_key_slug(char *to, size_t size, const char *name);

/* Its words in alphabetical order, small ones ("de", "sur") left out. */
char *name_key_bag(char *to, size_t size, const char *folded);

/* How it sounds in French, roughly: "chalon" and "challons" are one. */
char *name_key_sound(char *to, size_t size, const char *folded);

/* The set of the letters of a folded text: bit 0 for "a", bit 26 for all that
 * is no letter.  Blanks do not count. */
uint32_t name_key_letters(const char *s);

/* A text to be compared with many. */
struct name_key_near {
	uint64_t at[37]; /* where each letter and digit stands */
	int n;
};

/* Takes a folded text; blanks do not count, nor what follows 63 letters. */
void name_key_near(struct name_key_near *, const char *s);

/* The optimal string alignment distance to another: letters changed, added,
 * left out, or two swapped. */
int name_key_distance(const struct name_key_near *, const char *s);

#endif
