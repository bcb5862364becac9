#ifndef TRAITS_H
#define TRAITS_H

#include <libxml/tree.h>

#include "db/query.h"
#include "index/aid_terms.h"

/* What is learned of an aid from its texts, beside its words: whom it is for
 * (audience.h), and a sketch by which its near-twins are found (twins.h). */
struct traits;

/* Never NULL; the caller frees it, and NULL is ignored. */
struct traits *traits_new(void);
void traits_free(struct traits *);

/* Before a batch of aids, those of "ids".  Fails as query_run does. */
enum rc traits_begin(struct traits *, struct db *, struct pool *,
    const struct arg *ids);

/* How likely it is that an aid is for communes or intercommunalities: told, or
 * guessed from its name and its plain text, NULL when it has none.  When it
 * seems to be for others the aid gets <audience-other>. */
void traits_read(struct traits *, xmlNodePtr aid, const char *plain);

/* Appends the row of the aid that was read, which has these n terms. */
void traits_put(struct traits *, unsigned aid, const struct aid_term *,
    size_t n, const struct intern *terms, struct buf *rows);

/* Ends that row with what the aid is about, by these vectors, or NULL. */
void traits_put_direction(struct buf *rows, const struct word_vectors *,
    const struct vector *);

/* After the last batch: see twins_write. */
enum rc traits_finish(struct traits *, struct db *, unsigned long long version);

#endif
