#ifndef TRAITS_H
#define TRAITS_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "db/db.h"

/* What is learned of an aid from its texts, beside its words: whom it is for
 * (audience.h). */
struct traits;

/* Never NULL; the caller frees it, and NULL is ignored. */
struct traits *traits_new(void);
void traits_free(struct traits *);

/* Before a batch of aids.  Fails as query_run does. */
enum rc traits_begin(struct traits *, struct db *);

/* How likely it is that an aid is for communes or intercommunalities: told, or
 * guessed from its name and its plain text, NULL when it has none.  When it
 * seems to be for others the aid gets <audience-other>. */
void traits_read(struct traits *, xmlNodePtr aid, const char *plain);

/* Appends the row of the aid that was read. */
void traits_put(struct traits *, unsigned aid, struct buf *rows);

#endif
