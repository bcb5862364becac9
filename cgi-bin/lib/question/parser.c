/*
 * parser.c - a question while it is read.
 *
 * A criterion has two sides: what the engine filters by (masks of facets, sets
 * of ids, concepts), and what the page says (tags to take off, hidden fields,
 * names for relaxations).  Here is what all criteria share of both.
 */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "db/rows.h"
#include "gen/queries/vocabulary.h"
#include "question/parser.h"
#include "question/ways.h"
#include "vocabulary/tokens.h"
#include "web/url.h"
#include "xml/xml.h"

void
parser_filter(struct parser *r, enum question_part part, const char *param,
    const char *value, const char *name)
{
	/* A place that was chosen comes with its name, which says it too. */
	bool chosen = strcmp(param, "perimeter_id") == 0;
	xmlNodePtr n = xml_add(r->resp->asked, "filter");

	xml_set(n, "param", param);
	xml_set(n, "value", value);
	xml_set(n, "name", name);
	xml_set(n, "without",
	    url_with(r->ctx->pool, r->req,
		chosen ? "perimeter_id perimeter_q" : param,
		chosen ? NULL : value, NULL, NULL));
	r->q->param[part] = param;
	r->q->name[part] = r->q->name[part] == NULL
	    ? name
	    : pool_printf(r->ctx->pool, "%s, %s", r->q->name[part], name);
}

void
parser_hidden(struct parser *r, const char *param, const char *value)
{
	xmlNodePtr n = xml_add(r->resp->asked, "hidden");

	xml_set(n, "name", param);
	xml_set(n, "value", value);
}

void
parser_ignore(struct parser *r, const char *param, const char *value)
{
	request_ignore(r->req, r->ctx->pool, r->resp->asked, param, value);
}

void
parser_mask(struct parser *r, enum question_part part, enum rank_group group,
    uint64_t mask)
{
	struct rank_question *k = &r->q->rank;

	if (k->masks < RANK_MASKS) {
		k->group[k->masks] = group;
		k->mask[k->masks++] = mask;
		r->q->mask_of[part] = k->masks;
	}
}

/* What a project named by none of its kinds leads to. */
static void
read_aim(struct parser *r, const struct token *token, int n)
{
	struct question *q = r->q;
	struct aim *a = pool_take(r->ctx->pool, sizeof(*a));
	const char *text;
	int words = 0;

	for (int i = 0; i < n; i++)
		words += token_is_asked(&token[i]);
	text = q->meant != NULL ? q->meant
				: request_values(r->req, "keyword").v[0].s;
	aim_read(r->ctx->pool, r->corpus,
	    ways_left_out(r->ctx->pool, text, token, n), words, q->sense, a);
	q->aim = a;
	if (a->share <= 0)
		return;
	q->rank.aim = &a->direction;
	q->rank.aim_share = a->share;
	q->rank.aim_docs = a->docs;
	for (int i = 0; i < a->names && i < AIM_NAMES; i++) {
		xmlNodePtr aim = xml_add_text(r->resp->asked, "aim",
		    a->name[i]);

		if (i + 1 == AIM_NAMES && a->names > AIM_NAMES)
			xml_set(aim, "rest", "1");
	}
}

void
parser_sense(struct parser *r, const struct token *token, int n)
{
	const struct sense *s = sense_read(r->ctx->pool, r->corpus->vectors,
	    token, n);

	r->q->sense = s;
	if (s != NULL) {
		r->q->rank.direction = &s->direction;
		r->q->rank.share = s->share;
	}
	if (r->q->project == NULL)
		read_aim(r, token, n);
}

void
parser_mark(struct parser *r, const char *const *key, int n)
{
	struct mark_terms *t = &r->q->terms;
	const char **own;

	if (t->term == NULL) {
		t->term = pool_room(r->ctx->pool,
		    MARK_TERMS * sizeof(*t->term));
		t->phrase = pool_room(r->ctx->pool,
		    MARK_PHRASES * sizeof(*t->phrase));
	}
	if (n == 1) {
		mark_add(t, key[0]);
		return;
	}
	own = pool_take(r->ctx->pool, (size_t)n * sizeof(*own));
	memcpy(own, key, (size_t)n * sizeof(*own));
	mark_add_phrase(t, own, n);
}

/* ---- backers, programmes ---- */

enum { ROW_AID = COLUMN(aids_of_backers, aid_id) };
static_assert(ROW_AID == COLUMN(aids_of_programs, aid_id), "read by add_set");
static_assert(ROW_AID == COLUMN(aids_of_groups, aid_id), "read by add_set");

/* An aid must be one of those that the query answers, by rising id. */
static enum rc
add_set(struct parser *r, enum question_part part, enum query_id query,
    const struct arg *args)
{
	struct rank_question *k = &r->q->rank;
	struct result res;
	uint32_t *id;
	enum rc rc = query_run(r->ctx->db, r->ctx->pool, query, args, &res);

	if (rc != RC_OK)
		return rc;
	if (k->sets == RANK_SETS)
		return RC_FAIL;
	id = pool_take(r->ctx->pool, (res.rows + 1) * sizeof(*id));
	for (unsigned i = 0; i < res.rows; i++)
		id[i] = (uint32_t)rows_int(&res.row[i][ROW_AID], 0);
	k->set[k->sets] = (struct rank_set){ id, res.rows,
		part == QUESTION_PROGRAM ? RANK_PROGRAM : RANK_NONE, NULL };
	r->q->set_of[part] = ++k->sets;
	return RC_OK;
}

/* A parameter that names entries of a long list by their ids or slugs. */
struct set {
	enum question_part part;
	const char *param;
	enum query_arg arg;
	enum query_id names, aids;
	unsigned id, slug, name; /* columns of names */
};

/* The name of the row that a value means, by its id or its slug; what follows a
 * "-" does not count: "12-name" is 12.  NULL for none. */
static const char *
name_in(struct pool *pool, const struct set *set, const struct result *res,
    const char *value)
{
	for (unsigned i = 0; i < res->rows; i++) {
		const struct value *row = res->row[i];
		const char *key[2] = { rows_text(pool, &row[set->id]),
			rows_text(pool, &row[set->slug]) };

		for (int k = 0; k < 2; k++) {
			size_t n = strlen(key[k]);

			if (strncmp(key[k], value, n) == 0 &&
			    (value[n] == '\0' || value[n] == '-'))
				return rows_text(pool, &row[set->name]);
		}
	}
	return NULL;
}

/* Those of the values that are ids: "4" and "4-name", and not "4eme-name",
 * which is a slug, and would be 4 for the database. */
static void
add_program_ids(struct pool *pool, const struct arg **args,
    const struct param_values *v)
{
	struct value *list = pool_take(pool, v->n * sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < v->n; i++) {
		char *end;
		long long id = strtoll(v->v[i].s, &end, 10);

		if (end > v->v[i].s && (*end == '\0' || *end == '-'))
			list[n++] = (struct value){ VALUE_INT, id, NULL, 0 };
	}
	arg_list(pool, args, ARG_PROGRAM_IDS, list, n);
}

/* One query for the names, which tells unknown values, and one for the aids. */
static enum rc
read_set(struct parser *r, const struct set *set)
{
	struct param_values v = request_values(r->req, set->param);
	const struct arg *args = NULL;
	struct value *list;
	struct result res;
	enum rc rc;

	if (v.n == 0)
		return RC_OK;
	list = pool_take(r->ctx->pool, v.n * sizeof(*list));
	for (size_t i = 0; i < v.n; i++)
		list[i] = set->part != QUESTION_PROGRAM
		    ? (struct value){ VALUE_INT, v.v[i].i, NULL, 0 }
		    : (struct value){ VALUE_TEXT, 0, v.v[i].s,
			      strlen(v.v[i].s) };
	arg_list(r->ctx->pool, &args, set->arg, list, v.n);
	if (set->part == QUESTION_PROGRAM)
		add_program_ids(r->ctx->pool, &args, &v);
	rc = query_run(r->ctx->db, r->ctx->pool, set->names, args, &res);
	for (size_t i = 0; rc == RC_OK && i < v.n; i++) {
		const char *name = name_in(r->ctx->pool, set, &res, v.v[i].s);

		if (name == NULL) {
			parser_ignore(r, set->param, v.v[i].s);
			continue;
		}
		parser_hidden(r, set->param, v.v[i].s);
		parser_filter(r, set->part, set->param, v.v[i].s, name);
	}
	return rc == RC_OK && r->q->name[set->part] != NULL
	    ? add_set(r, set->part, set->aids, args)
	    : rc;
}

enum rc
parser_sets(struct parser *r)
{
	static const struct set sets[] = {
		{ QUESTION_BACKER, "backer_ids", ARG_BACKERS, Q_BACKER_NAMES,
		    Q_AIDS_OF_BACKERS, COLUMN(backer_names, id),
		    COLUMN(backer_names, id), COLUMN(backer_names, name) },
		{ QUESTION_PROGRAM, "programs", ARG_PROGRAMS, Q_PROGRAM_NAMES,
		    Q_AIDS_OF_PROGRAMS, COLUMN(program_names, id),
		    COLUMN(program_names, slug), COLUMN(program_names, name) },
		{ QUESTION_BACKER_GROUP, "backer_group_id", ARG_BACKER_GROUPS,
		    Q_BACKER_GROUP_NAMES, Q_AIDS_OF_GROUPS,
		    COLUMN(backer_group_names, id),
		    COLUMN(backer_group_names, id),
		    COLUMN(backer_group_names, name) },
	};
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < sizeof(sets) / sizeof(*sets); i++)
		rc = read_set(r, &sets[i]);
	return rc;
}
