#ifndef BACKER_H
#define BACKER_H

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/*
 * Appends <backer>, the one that the request's slug names, and gives its id.
 * Its address is AT's, /partenaires/{id}-{slug}/: the id is what counts.  From
 * any other that names it, by a slug that it had not, by an id alone or by its
 * slug alone, as /porteurs/{slug}/ did, RC_MOVED leads there, the query string
 * kept.  An id that is nobody's is of another site: its slug is then sought.
 * RC_NOT_FOUND when there is none.
 */
enum rc backer_find(struct context *, const struct request *, struct response *,
    long long *id);

/* The picture of the backer that the slug names; RC_NOT_FOUND without one. */
enum rc backer_logo(struct context *, const struct request *,
    struct response *);

#endif
