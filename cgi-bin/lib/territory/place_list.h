#ifndef PLACE_LIST_H
#define PLACE_LIST_H

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* A handler: appends <perimeters>, the places that the parameter "q" may mean,
 * by a postal code, a code of a territory, or the beginning of a name. */
enum rc place_list(struct context *, const struct request *, struct response *);

#endif
