#ifndef API_AIDS_H
#define API_AIDS_H

#include "api/api_fields.h"
#include "api/api_page.h"
#include "question/question_read.h"
#include "web/route.h"

/*
 * The aids of the API.  They are those that the site's search finds, in its
 * order: the same question, read by the same code.  The program's state is a
 * struct search (search/search.h).
 */

/* Its parameters: those of a search, of a list, and ours. */
#define API_AID_ROWS \
	{ \
		.name = "fields", .type = PARAM_TEXT, .max = 60, .list = true, \
		.commas = true, .strict = true, .check = api_field_check \
	}
#define API_KEY_ROWS \
	{ \
		.name = "after", .type = PARAM_TEXT, .max = 40, .strict = true \
	}
extern const struct param api_aid_params[];

/* Those of all aids, which nothing chooses among. */
extern const struct param api_all_params[];

/* Those of an aid by itself. */
extern const struct param api_one_params[];

/* GET /api/aids/: <answer> with <ready>; by "updated_after" see
 * api_changes.h. */
route_handler api_aids;

/* GET /api/aids/all/: all of them, whatever else is asked, the highest id
 * first. */
route_handler api_aids_all;

/* GET /api/aids/{slug}/, by-id/{slug}/: one, by its slug or its number; as it
 * was at the end of a day, by "on".  RC_NOT_FOUND for one that was never
 * public, or is not any more. */
route_handler api_aid;

/* GET /api/aids/{slug}/history/: a page of its revisions, <revisions>. */
route_handler api_aid_history;

#endif
