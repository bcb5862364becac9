#ifndef API_LISTS_H
#define API_LISTS_H

#include "web/route.h"

/* Lists of names.  Some the API gives whole, whatever page is asked: callers
 * read the first answer alone.  The others have pages (api_page.h). */

/* Appends <answer> for the rows of <list>, which the queries of the route
 * made. */
route_handler api_whole_list;

/* The same of families of words, each with the slug of its name. */
route_handler api_synonyms;

/* One page of each: <list> and <answer>. */
route_handler api_backers;
route_handler api_backer_groups;
route_handler api_projects;
route_handler api_project_categories;

/* Their parameters. */
extern const struct param api_list_params[];
extern const struct param api_backer_params[];
extern const struct param api_project_params[];

#endif
