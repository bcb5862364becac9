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

/*
 * Reads the question of a request by one of the three.
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
