#ifndef PARSER_H
#define PARSER_H

#include "question/question.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/*
 * A question while it is read: what concepts.c, filters.c and this file share.
 * Each criterion that they read becomes part of q and is told in <asked>.
 */
struct parser {
	struct context *ctx;
	const struct request *req;
	struct response *resp;
	struct corpus *corpus;
	struct question *q;
};

/* Notes a criterion under the name that a reader knows it by: appends <filter>,
 * the tag that takes this value off, and keeps the name for <relax>.  The texts
 * must last as long as the request. */
void parser_filter(struct parser *, enum question_part, const char *param,
    const char *value, const char *name);

/* Appends <hidden>: a value that the form sends again without showing it. */
void parser_hidden(struct parser *, const char *param, const char *value);

/* An aid must have one of these facets, bits of sql/constants.  Past RANK_MASKS
 * criteria it is left out. */
void parser_mask(struct parser *, enum question_part, enum rank_group,
    uint64_t mask);

/* Leaves out a value that means nothing any more: see request_ignore. */
void parser_ignore(struct parser *, const char *param, const char *value);

/* Reads what n words of the question are about (sense.h). */
void parser_sense(struct parser *, const struct token *, int n);

/* A phrase of n keys that is marked in what is shown. */
void parser_mark(struct parser *, const char *const *key, int n);

/* Reads the backers and programmes: criteria whose values are sets of ids of
 * aids, which the database knows. */
enum rc parser_sets(struct parser *);

#endif
