/*
 * question_read.c - what a reader asks, to a question.
 *
 * The parameters become criteria of the engine (rank_question.h), and <asked>
 * says what was understood of each.  In this order: the order of the answer,
 * the words, the place, the filters, then backers and programmes.
 */

#include <string.h>

#include "question/concepts.h"
#include "question/filters.h"
#include "question/question_read.h"
#include "web/url.h"
#include "xml/xml.h"

const struct param question_short_params[] = {
	{ "keyword", PARAM_TEXT, .alias = "text", .max = 2000 }, QUESTION_WHERE,
	{ 0 }
};

const struct param question_where_params[] = { QUESTION_WHERE, QUESTION_WHO,
	{ 0 } };

const struct param question_params[] = { QUESTION_ROWS,
	{ "page", PARAM_UINT, .max = 100000 }, { 0 } };

static void
read_order(struct parser *r)
{
	static const char *const names[] = { "relevance", "publication-date",
		"submission-deadline" };
	struct param_values v = request_values(r->req, "orderBy");
	const char *s = v.n > 0 ? v.v[0].s : names[0];

	for (int i = 0; i < 3; i++) {
		if (strcmp(s, names[i]) != 0)
			continue;
		r->q->rank.order = (enum rank_order)i;
		xml_add_text(r->resp->asked, "order", s);
		return;
	}
	parser_ignore(r, "orderBy", s);
	xml_add_text(r->resp->asked, "order", names[0]);
}

/* Each value that names the place, with the perimeter that it was understood
 * as: they come in the same order. */
static void
put_place(struct parser *r)
{
	static const char *const params[] = { "perimeter_id", "perimeter_codes",
		"perimeter_q" };
	const struct place *p = &r->q->place;
	size_t k = 0;

	r->q->rank = question_at(r->q, p);
	for (int i = 0; i < 3 && p->nasked > 0; i++) {
		struct param_values v = request_values(r->req, params[i]);

		for (size_t j = 0; j < v.n; j++) {
			/* The typed text goes with the id chosen for it. */
			if (i != 2 || r->q->name[QUESTION_PLACE] == NULL)
				parser_filter(r, QUESTION_PLACE, params[i],
				    v.v[j].s, p->name[k]);
			if (i == 1)
				parser_hidden(r, params[i], v.v[j].s);
			k += k + 1 < p->nasked;
		}
	}
}

enum rc
question_read(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus, struct question *q)
{
	struct parser r = { ctx, req, resp, corpus, q };
	enum rc rc;

	*q = (struct question){ .rank = { .day = req->day }, .corpus = corpus };
	read_order(&r);
	if ((rc = concepts_read(&r)) != RC_OK ||
	    (rc = place_read(ctx, req, resp, &q->place)) != RC_OK)
		return rc;
	put_place(&r);
	filters_read(&r);
	return parser_sets(&r);
}

/* Appends a parameter to the query, and to <asked> for forms. */
static void
carry_one(struct pool *pool, const char **query, xmlNodePtr asked,
    const char *name, const char *value)
{
	xmlNodePtr n;

	*query = pool_printf(pool, "%s%c%s", *query != NULL ? *query : "",
	    *query != NULL ? '&' : '?', url_query(pool, name, value));
	if (asked == NULL)
		return;
	n = xml_add(asked, "carried");
	xml_set(n, "name", name);
	xml_set(n, "value", value);
}

const char *
question_carry(struct pool *pool, const struct request *req,
    const struct place *p, xmlNodePtr asked)
{
	static const char *const names[] = { "perimeter_id", "perimeter_codes",
		"perimeter_q", "organization_type_slugs" };
	const char *query = NULL;

	if (p != NULL && p->nasked == 1)
		carry_one(pool, &query, asked, names[0],
		    pool_printf(pool, "%u", p->asked[0]));
	/* A place that was read is one; of several, or none yet, what was
	 * given; one that is unknown goes nowhere. */
	for (size_t i = p != NULL && p->nasked < 2 ? 3 : 0; i < 4; i++) {
		struct param_values v = request_values(req, names[i]);

		for (size_t k = 0; k < v.n; k++)
			carry_one(pool, &query, asked, names[i], v.v[k].s);
	}
	if (asked != NULL)
		xml_set(asked, "carry", query);
	return query;
}
