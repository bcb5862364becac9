/* reading.c - a question being read: words, sets, what the page says of it. */

#include <string.h>

#include "reading.h"
#include "rows.h"
#include "xml.h"

void
reading_filter(struct reading *r, enum question_part part, const char *param,
    const char *value, const char *name)
{
	xmlNodePtr n = xml_add(r->a->asked, "filter");

	xml_set(n, "param", param);
	xml_set(n, "value", value);
	xml_set(n, "name", name);
	xml_set(n, "without", ask_url(r->a, param, value, NULL, NULL));
	r->q->param[part] = param;
	r->q->name[part] = r->q->name[part] == NULL ? name :
	    pool_printf(r->a->pool, "%s, %s", r->q->name[part], name);
}

void
reading_hidden(struct reading *r, const char *param, const char *value)
{
	xmlNodePtr n = xml_add(r->a->asked, "hidden");

	xml_set(n, "name", param);
	xml_set(n, "value", value);
}

void
reading_mask(struct reading *r, enum question_part part, uint64_t mask)
{
	struct rank_question *k = &r->q->rank;

	if (k->masks < RANK_MASKS) {
		k->mask[k->masks++] = mask;
		r->q->mask_of[part] = k->masks;
	}
}

/* ---- backers, programmes ---- */

static enum rc
add_set(struct reading *r, enum question_part part, const char *query,
    const struct arg *args)
{
	struct rank_question *k = &r->q->rank;
	struct result res;
	uint32_t *id;
	enum rc rc = query_run(r->a->db, r->a->pool, query, args, &res);

	if (rc != RC_OK)
		return rc;
	id = pool_take(r->a->pool, (res.rows + 1) * sizeof(*id));
	for (unsigned i = 0; i < res.rows; i++)
		id[i] = (uint32_t)rows_int(&res.row[i][0], 0);
	k->set[k->sets].id = id;
	k->set[k->sets].n = res.rows;
	r->q->set_of[part] = ++k->sets;
	return RC_OK;
}

/* The row of res whose id or slug, in its first columns, is the value. */
static const char *
name_in(struct ask *a, const struct result *res, const char *value)
{
	for (unsigned i = 0; i < res->rows; i++) {
		unsigned last = res->columns - 1;

		for (unsigned k = 0; k < last; k++) {
			const char *s = rows_text(a->pool, &res->row[i][k]);
			size_t n = strlen(s);

			if (strncmp(s, value, n) == 0 &&
			    (value[n] == '\0' || value[n] == '-'))
				return rows_text(a->pool, &res->row[i][last]);
		}
	}
	return NULL;
}

static enum rc
read_set(struct reading *r, enum question_part part, const char *param,
    const char *names, const char *aids)
{
	struct param_values v = ask_values(r->a, param);
	const struct arg *args = NULL;
	struct value *list;
	struct result res;
	enum rc rc;

	if (v.n == 0)
		return RC_OK;
	list = pool_take(r->a->pool, v.n * sizeof(*list));
	for (size_t i = 0; i < v.n; i++)
		list[i] = part == QUESTION_BACKER ?
		    (struct value){ VALUE_INT, v.v[i].i, NULL, 0 } :
		    (struct value){ VALUE_TEXT, 0, v.v[i].s,
			strlen(v.v[i].s) };
	arg_list(r->a->pool, &args, part == QUESTION_BACKER ? "backers" :
	    "programs", list, v.n);
	rc = query_run(r->a->db, r->a->pool, names, args, &res);
	for (size_t i = 0; rc == RC_OK && i < v.n; i++) {
		const char *name = name_in(r->a, &res, v.v[i].s);

		if (name == NULL)
			return ask_refuse(r->a, param, v.v[i].s,
			    "unknown-value");
		reading_hidden(r, param, v.v[i].s);
		reading_filter(r, part, param, v.v[i].s, name);
	}
	return rc == RC_OK ? add_set(r, part, aids, args) : rc;
}

enum rc
question_of_program(struct ask *a, struct question *q, const char *slug)
{
	struct reading r = { a, NULL, q };
	const struct arg *args = NULL;

	arg_text(a->pool, &args, "programs", slug);
	return add_set(&r, QUESTION_PROGRAM, "aids_of_programs", args);
}

enum rc
reading_sets(struct reading *r)
{
	enum rc rc = read_set(r, QUESTION_BACKER, "backer_ids", "backer_names",
	    "aids_of_backers");

	return rc != RC_OK ? rc : read_set(r, QUESTION_PROGRAM, "programs",
	    "program_names", "aids_of_programs");
}

/* ---- words ---- */

static bool
add_term(struct question *q, struct ask *a, const char *term)
{
	for (size_t i = 0; i < q->terms.n; i++)
		if (strcmp(q->terms.term[i], term) == 0)
			return false;
	if (q->terms.term == NULL)
		q->terms.term = pool_take(a->pool, RANK_WORDS * WORD_TERMS *
		    sizeof(*q->terms.term));
	memcpy(q->terms.term[q->terms.n++], term, WORD_SIZE);
	return true;
}

static void
take_list(struct rank_word *w, const struct value *row)
{
	if (w->terms == (int)(sizeof(w->term) / sizeof(w->term[0])))
		return;
	w->term[w->terms].list = row[2].s;
	w->term[w->terms].n = row[2].n;
	w->term[w->terms++].aids = (unsigned)rows_int(&row[1], 0);
}

/* Gives each word the lists of its terms; a word without any is unknown. */
static void
give_lists(struct reading *r, const struct word *word, int n,
    const struct result *res)
{
	for (int i = 0; i < n; i++) {
		struct rank_word *w = &r->q->rank.word[r->q->rank.words];
		xmlNodePtr e = xml_add(r->a->asked, "word");
		char *asked = pool_strndup(r->a->pool, word[i].at, word[i].n);

		*w = (struct rank_word){ .terms = 0 };
		for (unsigned k = 0; k < res->rows; k++)
			for (int t = 0; t < word[i].terms; t++)
				if (strcmp(res->row[k][0].s,
				    word[i].term[t]) == 0)
					take_list(w, res->row[k]);
		xml_set(e, "asked", asked);
		if (w->terms > 0) {
			xml_add_text(e, "form", asked);
			r->q->rank.words++;
		}
	}
}

enum rc
reading_words(struct reading *r)
{
	struct param_values v = ask_values(r->a, "keyword");
	const char *p = v.n > 0 ? v.v[0].s : "";
	struct word word[RANK_WORDS], w;
	struct value *terms;
	struct result res;
	int n = 0;
	enum rc rc;

	if (v.n == 0)
		return RC_OK;
	xml_add_text(r->a->asked, "keyword", p);
	reading_filter(r, QUESTION_WORDS, "keyword", p, p);
	while (n < RANK_WORDS && words_next(r->m->words, &p, &w)) {
		bool fresh = false;

		for (int t = 0; !w.stop && t < w.terms; t++)
			fresh |= add_term(r->q, r->a, w.term[t]);
		if (fresh)
			word[n++] = w;
	}
	/* Only stop words say nothing: the page is as without them. */
	r->q->rank.has_words = n > 0;
	if (n == 0)
		return RC_OK;
	terms = pool_take(r->a->pool, r->q->terms.n * sizeof(*terms));
	for (size_t i = 0; i < r->q->terms.n; i++)
		terms[i] = (struct value){ VALUE_TEXT, 0, r->q->terms.term[i],
		    strlen(r->q->terms.term[i]) };
	rc = kept_run(r->a->kept, r->a->db, r->a->pool, "posting_lists",
	    "terms", terms, r->q->terms.n, &res);
	if (rc == RC_OK)
		give_lists(r, word, n, &res);
	return rc;
}
