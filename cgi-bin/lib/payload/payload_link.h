#ifndef PAYLOAD_LINK_H
#define PAYLOAD_LINK_H

#include "payload/payload.h"

/* Over which DS warns, and servers refuse (DS 1.7). */
enum { PAYLOAD_LINK_MAX = 2000 };

/*
 * The address that opens a démarche with the same values in its query string
 * (/commencer/, its slug, ?champ_…: DS 1.7), in the pool: base is DS's origin.
 * NULL when the slug is not known, when it would be PAYLOAD_LINK_MAX
 * characters or more, or when rows would run into each other: those without a
 * scalar child.
 */
char *payload_link(struct pool *, const char *base, const struct payload *);

/* The plain address of the démarche; NULL when its slug is not known. */
char *payload_plain_link(struct pool *, const char *base,
    const struct demarche *);

#endif
