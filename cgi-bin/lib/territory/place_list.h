#ifndef PLACE_LIST_H
#define PLACE_LIST_H

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* Appends <perimeters>, the places that the parameter "q" may mean: see
 * resolve.h. */
enum rc place_list(struct context *, const struct request *, struct response *);

#endif
