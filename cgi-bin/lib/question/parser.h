#ifndef PARSER_H
#define PARSER_H

#include "question/question.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* A question being read: what the rooms that read it share. */
struct parser {
	struct context *ctx;
	const struct request *req;
	struct response *resp;
	struct corpus *corpus;
	struct question *q;
};

/* Notes a criterion: a tag that can be taken off, and its name for "relax". */
void parser_filter(struct parser *, enum question_part, const char *param,
    const char *value, const char *name);

/* A criterion that the form carries without showing it. */
void parser_hidden(struct parser *, const char *param, const char *value);

/* An aid must have one of these facets. */
void parser_mask(struct parser *, enum question_part, enum rank_group,
    uint64_t mask);

/* A term whose words are marked where they stand. */
void parser_mark(struct parser *, const char *term);

/* A wording of n words of the concept being made, by which funded projects are
 * found; nothing when another is a part of it.  The single words of a concept are
 * one wording, of which any says it. */
void parser_wording(struct parser *, const char *const *key, int n);

/* Aids of some backers, of some programmes: sets of ids. */
enum rc parser_sets(struct parser *);

#endif
