#ifndef OVERRIDE_H
#define OVERRIDE_H

#include "record/aid_record.h"

/*
 * What somebody here says of an aid in place of its feed: it is kept over the
 * feed's value, which is noted, and told when it becomes another.
 */
struct overrides;

/* Those of the aids of a source.  The caller frees them; NULL is ignored. */
enum rc overrides_load(struct db *, const char *source, struct overrides **);
void overrides_free(struct overrides *);

/* Puts them over what the feed says of this record, for an import: arg are
 * overrides.  *wrote when what was noted is to be committed. */
enum rc overrides_apply(void *arg, struct aid_record *, const json_t *fed,
    bool *wrote);

#endif
