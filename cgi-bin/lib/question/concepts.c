/*
 * concepts.c - the words of a question to concepts: query expansion.
 *
 * The text is split into tokens; stop words are dropped, and words that nothing
 * knows are corrected (correction.h).  Concepts are then the wordings of
 * spans.h, each once.  A concept is a disjunction of variants: what was typed,
 * with weight 1, and its synonyms, with less; the variants that an aid bears
 * add up (engine/evidence.h).  Each pair of words that follow each other is one
 * more, optional, that rewards proximity, and left out when words are many.
 *
 * A project type (projects.h), chosen or named, adds its own concepts, which
 * choose the aids; the words then only help to rank them.
 */

#include <assert.h>
#include <string.h>

#include "question/concepts.h"
#include "question/correction.h"
#include "question/said.h"
#include "question/variants.h"
#include "question/ways.h"
#include "vocabulary/spans.h"
#include "xml/xml.h"

/* A synonym of so many families names what they are part of. */
enum { MANY = 8 };

struct concepts {
	struct parser *r;
	struct pool *pool;
	struct token token[TOKENS];
	int n;
	bool help;        /* the words only help to rank */
	const char *rest; /* the first of the words past the bounds, or NULL */
	struct said said;
	struct terms *terms;
	/* What <asked> says of a concept; NULL: nothing, as of a pair. */
	xmlNodePtr word[RANK_CONCEPTS];
};

/* ---- concepts ---- */

/* Takes the concept into the question. */
static void
put_concept(struct concepts *c, const struct variants *v, struct rank_concept k,
    xmlNodePtr word)
{
	struct rank_question *q = &c->r->q->rank;

	assert(q->concepts < RANK_CONCEPTS);
	variants_put(v, c->pool, c->terms, &k);
	c->word[q->concepts] = word;
	q->concept[q->concepts++] = k;
	/* Not pairs. */
	if (word != NULL || k.decides || k.left_out)
		c->r->q->concept[c->r->q->concepts++] = k;
}

static bool
same_keys(const struct phrase *s, const char *const *key, int n)
{
	if (s->n != n)
		return false;
	for (int i = 0; i < n; i++)
		if (strcmp(s->key[i], key[i]) != 0)
			return false;
	return true;
}

/* The other phrases of one family.  A phrase of many families is no synonym of
 * each of them: it names what they are part of, and says them weakly. */
static void
add_synonyms(struct concepts *c, struct variants *v,
    const struct synonym_family *f, const char *const *key, int keys,
    xmlNodePtr e)
{
	for (int i = 0; i < f->n; i++) {
		const struct phrase *s = &f->phrase[i];
		bool broad = s->families >= MANY;

		if (same_keys(s, key, keys))
			continue;
		variants_add(v, c->r, c->terms, s->key, s->n,
		    broad ? VARIANT_BROAD : VARIANT_SYNONYM);
		said_form(&c->said, e, s->text, broad);
	}
}

/* The word as it was typed; one whose accents matter has two terms. */
static void
add_own(struct concepts *c, struct variants *v, const struct token *t,
    const char *const *key, int n)
{
	variants_add(v, c->r, c->terms, key, n, VARIANT_OWN);
	if (n == 1 && t->w.terms == 2) {
		const char *other = t->w.term[0];

		variants_add(v, c->r, c->terms, &other, 1, VARIANT_OWN);
	}
}

static const char *
concepts_text_of(struct concepts *c, int from, int n)
{
	const char *s = c->token[from].text;

	for (int i = 1; i < n; i++)
		s = pool_printf(c->pool, "%s %s", s, c->token[from + i].text);
	return s;
}

static xmlNodePtr
put_word(struct concepts *c, int from, int n)
{
	const struct token *t = &c->token[from];
	xmlNodePtr e = xml_add(c->r->resp->asked, "word");

	xml_set(e, "asked",
	    t->typed != NULL ? t->typed : concepts_text_of(c, from, n));
	if (t->typed != NULL)
		xml_set(e, "mended", concepts_text_of(c, from, n));
	xml_set(e, "out", t->out ? "1" : NULL);
	return e;
}

/* Makes one concept of n words, and says what was understood. */
static void
add_concept(struct concepts *c, int from, int n)
{
	const struct token *t = &c->token[from];
	struct variants *v = variants_new(c->pool);
	struct rank_concept k = { .name = concepts_text_of(c, from, n),
		.required = t->phrase > 0,
		.left_out = t->out };
	const char *key[TOKENS];
	const struct synonyms *all = c->r->corpus->synonyms;
	const struct synonym_family *f;
	xmlNodePtr e = put_word(c, from, n);
	bool object = false, any = false, broad;
	size_t at = 0;

	for (int i = 0; i < n; i++)
		key[i] = words_key(&c->token[from + i].w);
	add_own(c, v, t, key, n);
	xml_add_text(e, "form", concepts_text_of(c, from, n));
	broad = synonyms_count(all, key, n) >= MANY;
	while (token_is_plain(t) &&
	    (f = synonyms_next(all, key, n, &at)) != NULL) {
		any = true;
		object |= f->kind != SYNONYM_INTENTION;
		/* A broad phrase is a synonym in its own family alone. */
		if (!broad || same_keys(&f->phrase[0], key, n))
			add_synonyms(c, v, f, key, n, e);
	}
	said_kin(&c->said, e);
	k.has_synonyms = object;
	k.common = t->of_way ||
	    (n == 1 && common_words_has(c->r->corpus->common, key[0]));
	k.decides = (object || !any) && token_is_asked(t) && !c->help;
	put_concept(c, v, k, e);
}

/* Two words that follow each other: an aid where they do is ranked higher.
 * Never required. */
static void
add_pair(struct concepts *c, int from)
{
	const char *key[2] = { words_key(&c->token[from].w),
		words_key(&c->token[from + 1].w) };
	struct variants *v;

	if (c->r->q->rank.concepts == RANK_CONCEPTS ||
	    strcmp(key[0], key[1]) == 0)
		return;
	v = variants_new(c->pool);
	variants_add(v, NULL, c->terms, key, 2, VARIANT_OWN);
	put_concept(c, v,
	    (struct rank_concept){ .name = concepts_text_of(c, from, 2) },
	    NULL);
}

static bool
is_borne(const struct rank_concept *k)
{
	for (int w = 0; w < k->variants; w++)
		if (k->variant[w].list->aids > 0)
			return true;
	return false;
}

/* Drops the concepts that no aid bears, but for phrases in quotes: the page
 * says so by a <word> without forms. */
static void
drop_unknown(struct concepts *c)
{
	struct question *q = c->r->q;
	struct rank_question *k = &q->rank;
	int n = 0, needs = 0;

	for (int i = 0; i < k->concepts; i++) {
		if (!k->concept[i].required && !is_borne(&k->concept[i])) {
			if (c->word[i] != NULL)
				xml_empty(c->word[i]);
			continue;
		}
		k->concept[n++] = k->concept[i];
		needs += i < q->needs;
	}
	k->concepts = n;
	q->needs = needs;
}

/* ---- project types ---- */

/* One of these phrases, or none of them when it excludes. */
static void
add_need(struct concepts *c, const struct project *p,
    const struct project_need *need, bool out)
{
	struct variants *v = variants_new(c->pool);

	if (need->n == 0 || c->r->q->rank.concepts == RANK_CONCEPTS)
		return;
	for (int i = 0; i < need->n; i++)
		variants_add(v, out ? NULL : c->r, c->terms,
		    need->phrase[i].key, need->phrase[i].n, VARIANT_NEED);
	put_concept(c, v,
	    (struct rank_concept){ .name = p->name,
		.decides = !out,
		.required = !out,
		.has_synonyms = !out,
		.left_out = out },
	    NULL);
}

static void
add_project(struct concepts *c, const struct project *p)
{
	xmlNodePtr n = xml_add(c->r->resp->asked, "project");

	xml_set(n, "slug", p->slug);
	xml_set(n, "name", p->name);
	c->r->q->project = p;
	c->r->q->rank.has_words = true;
	for (int i = 0; i < p->needs; i++)
		add_need(c, p, &p->need[i], false);
	add_need(c, p, &p->excluded, true);
}

/* The project chosen by its id or slug.  Its concepts come first, so that they
 * can be told from those of the words: see question_without. */
static void
read_project(struct concepts *c)
{
	struct parser *r = c->r;
	struct param_values v = request_values(r->req, "project_reference_id");
	const struct project *p;

	if (v.n == 0)
		return;
	if ((p = projects_find(r->corpus->projects, v.v[0].s)) == NULL) {
		parser_ignore(r, "project_reference_id", v.v[0].s);
		return;
	}
	parser_hidden(r, "project_reference_id", p->slug);
	parser_filter(r, QUESTION_PROJECT, "project_reference_id", v.v[0].s,
	    p->name);
	add_project(c, p);
	r->q->needs = r->q->rank.concepts;
}

/* ---- the whole ---- */

/* The next wording that makes a concept. */
static bool
next_span(const struct concepts *c, struct span *s)
{
	return span_next(c->r->corpus->synonyms, c->token, c->n, s);
}

/* A concept for each wording, as many as there is room for. */
static void
put_words(struct concepts *c)
{
	const struct rank_question *q = &c->r->q->rank;

	/* What was asked is no synonym of what is beside it. */
	for (struct span s = { 0 }; next_span(c, &s);)
		said_first(&c->said, concepts_text_of(c, s.from, s.n));
	for (struct span s = { 0 }; next_span(c, &s);) {
		if (span_is_repeated(c->token, &s))
			continue;
		if (q->concepts == RANK_CONCEPTS) {
			c->rest = c->token[s.from].text;
			return;
		}
		add_concept(c, s.from, s.n);
	}
}

/* A concept for each two words that no wording has both of. */
static void
put_pairs(struct concepts *c)
{
	int end = 0;

	for (struct span s = { 0 }; next_span(c, &s); end = s.from + s.n)
		if (s.from > 0 && s.from == end &&
		    token_is_plain(&c->token[end - 1]) &&
		    token_is_plain(&c->token[end]) &&
		    !span_is_repeated(c->token, &(struct span){ end - 1, 2 }))
			add_pair(c, end - 1);
}

/* Reads the words: all posting lists in one query, then corrections, whose
 * lists the second terms_read of concepts_read reads with those of synonyms. */
static enum rc
read_words(struct concepts *c, const char *text)
{
	enum rc rc;

	c->n = tokens_read(c->pool, c->r->corpus->words, text, NULL, c->token,
	    0);
	c->rest = tokens_rest(c->pool, c->r->corpus->words, c->token, c->n);
	ways_mark(c->r->corpus, c->token, c->n);
	/* Nothing but stop words: as if no words were given. */
	if (c->n == 0)
		return RC_OK;
	c->r->q->rank.has_words = true;
	for (int i = 0; i < c->n; i++)
		for (int k = 0; k < c->token[i].w.terms; k++) {
			const char *term = c->token[i].w.term[k];
			size_t number = terms_add(c->terms, &term, 1);

			terms_want(c->terms, &number, 1, TERM_JOIN_BEST,
			    c->token[i].out);
		}
	if ((rc = terms_read(c->terms, c->r->ctx, c->r->req)) != RC_OK ||
	    (rc = correction_apply(c->r, c->terms, c->token, &c->n)) != RC_OK)
		return rc;
	said_foreign(c->r, c->token, c->n);
	parser_sense(c->r, c->token, c->n);
	put_words(c);
	put_pairs(c);
	return RC_OK;
}

/* Reads the text, which may name a project type. */
static enum rc
read_text(struct concepts *c, const char *text)
{
	struct parser *r = c->r;
	const struct project *said = projects_named(r->corpus->projects, text);
	enum rc rc;

	xml_add_text(r->resp->asked, "keyword", text);
	if (said != NULL && r->q->project == NULL)
		add_project(c, said);
	c->help = said != NULL;
	if ((rc = read_words(c, text)) != RC_OK)
		return rc;
	said_unread(r, text, c->n == 0 && r->q->project == NULL);
	said_rest(r, c->rest);
	if (c->n > 0 || said != NULL)
		parser_filter(r, QUESTION_WORDS, "keyword", text, text);
	return RC_OK;
}

enum rc
concepts_read(struct parser *r)
{
	struct param_values v = request_values(r->req, "keyword");
	struct concepts *c = pool_room(r->ctx->pool, sizeof(*c));
	enum rc rc;

	c->r = r;
	c->pool = r->ctx->pool;
	c->n = 0;
	c->rest = NULL;
	c->help = false;
	memset(c->word, 0, sizeof(c->word));
	said_begin(&c->said, r->req->format == NULL);
	r->q->wordings = c->terms = terms_new(c->pool,
	    &r->corpus->catalogue.docs);
	read_project(c);
	if (v.n > 0 && (rc = read_text(c, said_words(v.v[0].s))) != RC_OK)
		return rc;
	if (r->q->project != NULL)
		said_project(r, &c->said);
	said_broad(&c->said, r->resp->asked);
	if (r->q->rank.concepts == 0)
		return RC_OK;
	if ((rc = terms_read(c->terms, c->r->ctx, c->r->req)) != RC_OK)
		return rc;
	r->q->late |= terms_are_late(c->terms);
	drop_unknown(c);
	return RC_OK;
}
