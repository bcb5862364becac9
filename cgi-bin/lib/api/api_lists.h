#ifndef API_LISTS_H
#define API_LISTS_H

#include "web/route.h"

/* Lists that the API gives whole, whatever page is asked: callers read the
 * first answer alone.  The queries of the route make <list>. */

/* Appends <answer> for the rows of <list>. */
route_handler api_whole_list;

#endif
