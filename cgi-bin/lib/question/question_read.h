#ifndef QUESTION_READ_H
#define QUESTION_READ_H

#include "question/question.h"
#include "territory/place_read.h"
#include "web/request.h"
#include "web/response.h"

/* The parameters of a search (AT 2.1), and some of them alone: what and where;
 * where and who asks. */
extern const struct param question_params[];
extern const struct param question_short_params[];
extern const struct param question_where_params[];

/* Where, and who asks: rows for the tables of pages that carry them on. */
#define QUESTION_WHERE \
	{ .name = "perimeter_id", \
		.type = PARAM_TEXT, \
		.alias = "perimeter searchPerimeter", \
		.max = 255, \
		.shown = "perimeter_q" }, \
	    { .name = "perimeter_codes", .type = PARAM_CODE, .list = true }, \
	{ \
		.name = "perimeter_q", .type = PARAM_TEXT, .max = 200 \
	}
#define QUESTION_WHO \
	{ \
		.name = "organization_type_slugs", .type = PARAM_SLUG, \
		.alias = "organization_type_slug organizationType " \
			 "organization_type_ids targeted_audiences", \
		.list = true \
	}

/* All that a question may say, for tables of other answers (AT 2.1).  Ids are
 * taken wherever slugs are, and the other way round. */
#define QUESTION_ROWS \
	{ .name = "keyword", \
		.type = PARAM_TEXT, \
		.alias = "text", \
		.max = 2000 }, \
	    QUESTION_WHERE, QUESTION_WHO, \
	    { .name = "aid_type_slugs", \
		    .type = PARAM_SLUG, \
		    .alias = "aid_type aidType financial_aids technical_aids " \
			     "aid_type_ids aidTypes aidtypes", \
		    .list = true }, \
	    { .name = "aid_type_group_slug", \
		    .type = PARAM_SLUG, \
		    .alias = "aid_type_group_id aidTypeGroup", \
		    .list = true }, \
	    { .name = "aid_step_slugs", \
		    .type = PARAM_SLUG, \
		    .alias = "aid_step_ids mobilization_step aidSteps", \
		    .list = true }, \
	    { .name = "aid_destination_slugs", \
		    .type = PARAM_SLUG, \
		    .alias = "aid_destination_ids destinations " \
			     "aidDestinations", \
		    .list = true }, \
	    { .name = "aid_recurrence_slug", \
		    .type = PARAM_SLUG, \
		    .alias = "aid_recurrence_id recurrence" }, \
	    { .name = "category_slugs", \
		    .type = PARAM_SLUG, \
		    .alias = "category_ids categories themes categorysearch " \
			     "categorySearch", \
		    .list = true }, \
	    { .name = "european_aid_slug", \
		    .type = PARAM_SLUG, \
		    .alias = "european_aid europeanAid" }, \
	    { .name = "perimeter_unknown", .type = PARAM_BOOL }, \
	    { .name = "call_for_projects_only", \
		    .type = PARAM_BOOL, \
		    .alias = "isCallForProject" }, \
	    { .name = "is_charged", \
		    .type = PARAM_BOOL, \
		    .alias = "isCharged" }, \
	    { .name = "apply_before", \
		    .type = PARAM_DATE, \
		    .alias = "applyBefore" }, \
	    { .name = "published_after", \
		    .type = PARAM_DATE, \
		    .alias = "publishedAfter" }, \
	    { .name = "backer_ids", \
		    .type = PARAM_ID, \
		    .alias = "backers backerschoice", \
		    .max = 4294967295, \
		    .list = true }, \
	    { .name = "programs", \
		    .type = PARAM_SLUG, \
		    .alias = "programIds program_ids", \
		    .list = true }, \
	    { .name = "backer_group_id", \
		    .type = PARAM_ID, \
		    .alias = "backerGroup", \
		    .max = 4294967295 }, \
	    { .name = "project_reference_id", \
		    .type = PARAM_SLUG, \
		    .alias = "projectReferenceId" }, \
	{ \
		.name = "orderBy", .type = PARAM_SLUG, .alias = "order_by" \
	}

/*
 * Reads the question of a request by one of the three, or by a table that has
 * those rows.
 * Appends to <asked> what was understood, or <choices> to the page when the
 * place must be asked again (then place.open).  *q lives in the pool of the
 * context, and refers to the corpus, which must not be refreshed before the
 * answer.  A value that means nothing any more is left out and said by
 * <ignored>.
 */
enum rc question_read(struct context *, const struct request *,
    struct response *, struct corpus *, struct question *);

/* Where and who asks, for the addresses of other pages: "?name=value&...", or
 * NULL when neither was said.  The place as it was read; with NULL, as it was
 * given.  To <asked>, which may be NULL, it appends them too: @carry, and
 * a <carried> each for forms. */
const char *question_carry(struct pool *, const struct request *,
    const struct place *, xmlNodePtr asked);

#endif
