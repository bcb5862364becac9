#ifndef FEED_SHAPE_H
#define FEED_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "base/pool.h"

/*
 * The shapes of feeds that are not AT's: where each field of AT's API is in
 * their records, and what their words mean.  They are rows of a table
 * (sql/data/feed-shapes.csv), so that a feed more is rows and not code:
 *
 * 	forme;champ;chemin;devient
 * 	ademe;liste;ListeDispositifs;         the list of aids in the file
 * 	ademe;si;titre, cible_projet;   a record with these is of the shape
 * 	ademe;name;titre;                     AT's field, and where it is
 * 	ademe;targeted_audiences;SCA3;Entreprises privées    what a word means
 *
 * A path is made of keys with dots between them; through arrays it leads to
 * each of their items, as one list, of "link[@rel=self]" to those whose "@rel"
 * is that text, none when it is empty; "/" at its end takes the last part of an
 * address.
 * Texts in quotation marks and paths may be joined by " + ", texts of an array
 * with commas between them; when one of them is missing, so is the whole.  Of
 * several rows of a field the first that is there counts; "field+" adds to what
 * is there, as items of an array, which are paragraphs of a text.  The shape
 * "*" tells words of every feed, AT's included.
 *
 * A row "aide" says what a title is for, where the shape is that of a table to
 * be filled in.
 *
 * A list is a key of JSON whose array has the aids; "content.aids" is that key
 * within another, where the whole has 8 MB at most.  Of XML (feed_element.h) it
 * is an element, each element in it being an aid; "channel.item" is each "item"
 * that a "channel" has, among other things.
 */
struct feed_shapes;

/* Reads the n bytes of a table.  NULL, logged, when it is none.  The caller
 * frees it; NULL is ignored. */
struct feed_shapes *feed_shapes_read(const char *text, size_t n);
void feed_shapes_free(struct feed_shapes *);

/* The keys under which files have their list of aids, NULL at the end, AT's
 * "results" among them; it lasts as long as the shapes. */
const char *const *feed_shapes_lists(const struct feed_shapes *);

/* Prints what is read: the fields of AT's that an aid must have, and each
 * shape, with the keys that tell it. */
void feed_shapes_say(const struct feed_shapes *);

/* The name of the shape that a record has; NULL: AT's.  Likewise. */
const char *feed_shape_of(const struct feed_shapes *, const json_t *);

/* The same by has, which says whether there is such a key. */
const char *feed_shape_by(const struct feed_shapes *,
    bool (*has)(void *arg, const char *key), void *arg);

/* Takes a key of a shape; tells: the shape is told by it and others. */
typedef void feed_key_taker(void *arg, const char *shape, const char *key,
    bool tells);

/* Calls fn with each key that a shape is told or read by, the first one of each
 * path; a key may come several times, and lasts until fn returns. */
void feed_shapes_keys(const struct feed_shapes *, feed_key_taker *fn,
    void *arg);

/* The record of that shape, which is not NULL, as AT's API would have it: a
 * reference of the caller's. */
json_t *feed_shape_translate(const struct feed_shapes *, const char *shape,
    const json_t *);

/* Takes a column of a table: AT's field, the title, what the row "aide" of that
 * title says of it, or "". */
typedef void feed_column_taker(void *arg, const char *field, const char *title,
    const char *help);

/* Calls fn with each path of that shape, as a column, in the order of its rows.
 * They last as long as the shapes. */
void feed_shape_columns(const struct feed_shapes *, const char *shape,
    feed_column_taker *fn, void *arg);

/* Whether a path of that field of the shape begins with the key. */
bool feed_shape_reads(const struct feed_shapes *, const char *shape,
    const char *field, const char *key);

/* What a word means in a field of that shape or of all, as one or several of
 * AT's words with "|" between them; NULL: what it says.  Case and accents are
 * ignored.  It lasts as long as the shapes, which may be NULL. */
const char *feed_shape_meaning(const struct feed_shapes *, const char *shape,
    const char *field, const char *word);

#endif
