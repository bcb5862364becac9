/* concepts.c - the words of a question to concepts. */

#include <string.h>

#include "engine/terms.h"
#include "question/concepts.h"
#include "question/tokens.h"
#include "web/url.h"
#include "xml/xml.h"

enum { MAX_TOKENS = TOKENS, MAX_FORMS = 5, MANY = 8, WAYS = 128 };

/*
 * What a wording weighs: the reader's own word; its kin; a kin of many, for an
 * aid for "investissements des communes" pays for a school and for a graveyard,
 * after those that are for them; what a project needs, which chooses aids where
 * its words rank them.
 */
enum weight { OWN, KIN, BROAD, NEED, WEIGHTS };
static const float weights[WEIGHTS] = { 1, 0.7f, 0.4f, 0.3f };

struct concepts {
	struct parser *r;
	struct pool *pool;
	struct token token[MAX_TOKENS];
	int n;
	bool help; /* the words only help to rank */
	struct terms *terms;
	/* What <asked> says of a concept; NULL: nothing, as of a pair. */
	xmlNodePtr word[RANK_CONCEPTS];
};

static void
add_tokens(struct concepts *c, const char *s, const char *mended)
{
	c->n = tokens_read(c->pool, c->r->corpus->words, s, mended, c->token,
	    c->n);
}

/* ---- typing mistakes ---- */

static bool
concepts_is_plain(const struct token *t)
{
	return t->phrase == 0 && !t->out;
}

static bool
concepts_is_known(const struct concepts *c, const struct token *t)
{
	for (int k = 0; k < t->w.terms; k++) {
		const char *term = t->w.term[k];

		if (terms_list(c->terms, terms_add(c->terms, &term, 1))->aids >
		    0)
			return true;
	}
	return false;
}

/* How many words from there on a family knows. */
static int
kin_span(const struct concepts *c, int from)
{
	const char *key[MAX_TOKENS];
	int n = 0;

	for (int i = from; i < c->n; i++)
		key[n++] = words_key(&c->token[i].w);
	return synonyms_span(c->r->corpus->synonyms, key, n);
}

/* The whole question with some of its words written otherwise: what was
 * understood, and the link that asks for just what was written. */
static void
put_mended(struct concepts *c, const char *s, const struct token *all,
    const char *const *better, int n)
{
	struct buf meant = { 0 }, exact = { 0 };
	struct context *ctx = c->r->ctx;
	const struct request *req = c->r->req;
	struct response *resp = c->r->resp;
	xmlNodePtr e;

	for (int i = 0; i < n; i++) {
		if (better[i] == NULL)
			continue;
		buf_put(&meant, s, (size_t)(all[i].w.at - s));
		buf_put(&exact, s, (size_t)(all[i].w.at - s));
		buf_puts(&meant, better[i]);
		buf_putf(&exact, "\"%s\"", all[i].text);
		s = all[i].w.at + all[i].w.n;
	}
	if (meant.len > 0) {
		buf_puts(&meant, s);
		buf_puts(&exact, s);
		e = xml_add(resp->asked, "mended");
		xml_set(e, "keyword", meant.data);
		xml_set(e, "exact",
		    url_with(ctx->pool, req, NULL, NULL, "keyword",
			pool_strdup(ctx->pool, exact.data)));
	}
	buf_free(&meant);
	buf_free(&exact);
}

/* Takes each word that nobody knows for the nearest that the catalogue has. */
static enum rc
mend_tokens(struct concepts *c)
{
	struct token all[MAX_TOKENS];
	const char *better[MAX_TOKENS] = { NULL };
	int n = c->n, known = 0;
	bool lost[MAX_TOKENS], any = false;
	const struct spelling *s;
	enum rc rc;

	for (int i = 0; i < n; i++) {
		const struct token *t = &c->token[i];
		int end = i + kin_span(c, i);

		known = end > known ? end : known;
		lost[i] = i >= known && concepts_is_plain(t) &&
		    !concepts_is_known(c, t);
		any |= lost[i];
	}
	if (!any)
		return RC_OK;
	if ((rc = corpus_spelling(c->r->corpus, c->r->ctx->db, &s)) != RC_OK)
		return rc;
	memcpy(all, c->token, (size_t)n * sizeof(all[0]));
	c->n = 0;
	for (int i = 0; i < n; i++) {
		if (lost[i])
			better[i] = spelling_mend(s, c->pool, all[i].w.folded);
		if (better[i] != NULL)
			add_tokens(c, better[i], all[i].text);
		else if (c->n < MAX_TOKENS)
			c->token[c->n++] = all[i];
	}
	put_mended(c, request_values(c->r->req, "keyword").v[0].s, all, better,
	    n);
	return RC_OK;
}

/* ---- concepts ---- */

/* The wordings of a concept, those of one weight together. */
struct ways {
	size_t number[WEIGHTS][WAYS];
	int n[WEIGHTS];
};

static struct ways *
new_ways(const struct concepts *c)
{
	struct ways *ways = pool_room(c->pool, sizeof(*ways));

	memset(ways->n, 0, sizeof(ways->n));
	return ways;
}

static void
add_way(struct concepts *c, struct ways *ways, const char *const *key, int n,
    enum weight weight)
{
	if (ways->n[weight] == WAYS)
		return;
	ways->number[weight][ways->n[weight]++] = terms_add(c->terms, key, n);
	for (int i = 0; i < n; i++)
		parser_mark(c->r, key[i]);
}

/* The concept with its ways, whose lists are numbered until give_lists. */
static void
put_concept(struct concepts *c, const struct ways *ways, struct rank_concept k,
    xmlNodePtr word)
{
	struct rank_question *q = &c->r->q->rank;
	struct rank_way *way = pool_take(c->pool, WEIGHTS * sizeof(*way));

	k.way = way;
	for (int i = 0; i < WEIGHTS; i++) {
		if (ways->n[i] == 0)
			continue;
		way[k.ways].weight = weights[i];
		way[k.ways++].list.aids = (unsigned)terms_want(c->terms,
		    ways->number[i], ways->n[i]);
	}
	c->word[q->concepts] = word;
	q->concept[q->concepts++] = k;
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

/* The other wordings of one family.  A wording of many families is no other word
 * for what they are: it says what they are part of. */
static void
add_kin(struct concepts *c, struct ways *ways, const struct synonym_family *f,
    const char *const *key, int keys, xmlNodePtr e)
{
	int forms = 0;

	for (int i = 0; i < f->n; i++) {
		const struct phrase *s = &f->saying[i];
		bool broad = s->families >= MANY;

		if (same_keys(s, key, keys))
			continue;
		add_way(c, ways, s->key, s->n, broad ? BROAD : KIN);
		parser_wording(c->r, s->key, s->n);
		if (!broad && e != NULL && f->kind != SYNONYM_INTENTION &&
		    forms++ < MAX_FORMS)
			xml_add_text(e, "form", s->text);
	}
}

/* A word whose accents say more than its letters has two terms. */
static void
add_own(struct concepts *c, struct ways *ways, const struct token *t,
    const char *const *key, int n)
{
	add_way(c, ways, key, n, OWN);
	parser_wording(c->r, key, n);
	if (n == 1 && t->w.terms == 2) {
		const char *other = t->w.term[0];

		add_way(c, ways, &other, 1, OWN);
		parser_wording(c->r, &other, 1);
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
	    t->mended != NULL ? t->mended : concepts_text_of(c, from, n));
	if (t->mended != NULL)
		xml_set(e, "mended", concepts_text_of(c, from, n));
	xml_set(e, "out", t->out ? "1" : NULL);
	return e;
}

/* Makes one concept of n words, and says what was understood. */
static void
add_concept(struct concepts *c, int from, int n)
{
	const struct token *t = &c->token[from];
	struct ways *ways = new_ways(c);
	struct rank_concept k = { .name = concepts_text_of(c, from, n),
		.required = t->phrase > 0,
		.left_out = t->out };
	const char *key[MAX_TOKENS];
	const struct synonyms *all = c->r->corpus->synonyms;
	const struct synonym_family *f;
	xmlNodePtr e = put_word(c, from, n);
	bool object = false, any = false, broad;
	size_t words = c->r->q->words, wordings = c->r->q->wordings;
	size_t at = 0;

	for (int i = 0; i < n; i++)
		key[i] = words_key(&c->token[from + i].w);
	add_own(c, ways, t, key, n);
	xml_add_text(e, "form", concepts_text_of(c, from, n));
	broad = synonyms_count(all, key, n) >= MANY;
	while (concepts_is_plain(t) &&
	    (f = synonyms_next(all, key, n, &at)) != NULL) {
		any = true;
		object |= f->kind != SYNONYM_INTENTION;
		/* A broad one stands for none but the one that it names. */
		if (!broad || same_keys(&f->saying[0], key, n))
			add_kin(c, ways, f, key, n, e);
	}
	k.kin = object;
	k.decides = (object || !any) && !k.left_out && !c->help;
	if ((any && !object) || k.left_out) {
		c->r->q->words = words;
		c->r->q->wordings = wordings;
	}
	put_concept(c, ways, k, e);
}

/* Two words that follow each other, where they do, say more than both apart. */
static void
add_pair(struct concepts *c, int from)
{
	const char *key[2] = { words_key(&c->token[from].w),
		words_key(&c->token[from + 1].w) };
	struct ways *ways;

	if (c->r->q->rank.concepts == RANK_CONCEPTS)
		return;
	ways = new_ways(c);
	add_way(c, ways, key, 2, OWN);
	put_concept(c, ways,
	    (struct rank_concept){ .name = concepts_text_of(c, from, 2) },
	    NULL);
}

/* How many words from there on make one concept. */
static int
span_of(const struct concepts *c, int from)
{
	const struct token *t = &c->token[from];
	const char *key[MAX_TOKENS];
	int n = 0, span;

	if (t->phrase > 0) {
		while (from + n < c->n && t[n].phrase == t->phrase)
			n++;
		return n;
	}
	for (; !t->out && from + n < c->n && concepts_is_plain(&t[n]); n++)
		key[n] = words_key(&t[n].w);
	span = n > 0 ? synonyms_span(c->r->corpus->synonyms, key, n) : 0;
	return span > 0 ? span : 1;
}

/* The lists that were numbered, now that they are read. */
static void
give_lists(struct concepts *c)
{
	struct rank_question *q = &c->r->q->rank;

	for (int i = 0; i < q->concepts; i++) {
		struct rank_way *way =
		    (struct rank_way *)(uintptr_t)q->concept[i].way;

		for (int w = 0; w < q->concept[i].ways; w++)
			way[w].list = *terms_list(c->terms, way[w].list.aids);
	}
}

static bool
is_borne(const struct rank_concept *k)
{
	for (int w = 0; w < k->ways; w++)
		if (k->way[w].list.aids > 0)
			return true;
	return false;
}

/* A concept that no aid bears is said to be left aside: without forms. */
static void
drop_unknown(struct concepts *c)
{
	struct question *q = c->r->q;
	struct rank_question *k = &q->rank;
	int n = 0, needs = 0;

	for (int i = 0; i < k->concepts; i++) {
		if (!k->concept[i].required && !is_borne(&k->concept[i])) {
			if (c->word[i] != NULL)
				xmlNodeSetContent(c->word[i], NULL);
			continue;
		}
		k->concept[n++] = k->concept[i];
		needs += i < q->needs;
	}
	k->concepts = n;
	q->needs = needs;
}

/* ---- kinds of projects ---- */

/* One of these wordings, or none of them. */
static void
add_need(struct concepts *c, const struct project *p,
    const struct project_need *need, bool out)
{
	struct ways *ways = new_ways(c);

	if (need->n == 0 || c->r->q->rank.concepts == RANK_CONCEPTS)
		return;
	for (int i = 0; i < need->n; i++)
		add_way(c, ways, need->saying[i].key, need->saying[i].n, NEED);
	put_concept(c, ways,
	    (struct rank_concept){ .name = p->name,
		.decides = !out,
		.required = !out,
		.kin = !out,
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

/* The project chosen by its id or its slug: its concepts come first. */
static enum rc
read_project(struct concepts *c)
{
	struct parser *r = c->r;
	struct param_values v = request_values(r->req, "project_reference_id");
	const struct project *p;

	if (v.n == 0)
		return RC_OK;
	if ((p = projects_find(r->corpus->projects, v.v[0].s)) == NULL)
		return response_refuse(r->resp, "project_reference_id",
		    v.v[0].s, "unknown-value");
	parser_hidden(r, "project_reference_id", p->slug);
	parser_filter(r, QUESTION_PROJECT, "project_reference_id", v.v[0].s,
	    p->name);
	add_project(c, p);
	r->q->needs = r->q->rank.concepts;
	return RC_OK;
}

/* ---- the whole ---- */

static enum rc
read_words(struct concepts *c, const char *text)
{
	enum rc rc;

	add_tokens(c, text, NULL);
	/* Only stop words say nothing: the page is as without them. */
	if (c->n == 0)
		return RC_OK;
	c->r->q->rank.has_words = true;
	for (int i = 0; i < c->n; i++)
		for (int k = 0; k < c->token[i].w.terms; k++) {
			const char *term = c->token[i].w.term[k];
			size_t number = terms_add(c->terms, &term, 1);

			terms_want(c->terms, &number, 1);
		}
	if ((rc = terms_read(c->terms, c->r->ctx, c->r->req)) != RC_OK ||
	    (rc = mend_tokens(c)) != RC_OK)
		return rc;
	for (int i = 0, n; i < c->n && c->r->q->rank.concepts < RANK_CONCEPTS;
	     i += n) {
		n = span_of(c, i);
		add_concept(c, i, n);
		if (i > 0 && concepts_is_plain(&c->token[i - 1]) &&
		    concepts_is_plain(&c->token[i]))
			add_pair(c, i - 1);
	}
	return RC_OK;
}

enum rc
concepts_read(struct parser *r)
{
	struct param_values v = request_values(r->req, "keyword");
	struct concepts *c = pool_room(r->ctx->pool, sizeof(*c));
	const struct project *said = NULL;
	enum rc rc;

	c->r = r;
	c->pool = r->ctx->pool;
	c->n = 0;
	c->help = false;
	memset(c->word, 0, sizeof(c->word));
	c->terms = terms_new(c->pool, &r->corpus->catalogue);
	if ((rc = read_project(c)) != RC_OK)
		return rc;
	if (v.n > 0) {
		xml_add_text(r->resp->asked, "keyword", v.v[0].s);
		parser_filter(r, QUESTION_WORDS, "keyword", v.v[0].s, v.v[0].s);
		said = projects_named(r->corpus->projects, v.v[0].s);
		if (said != NULL && r->q->project == NULL)
			add_project(c, said);
		c->help = said != NULL;
		if ((rc = read_words(c, v.v[0].s)) != RC_OK)
			return rc;
	}
	if (r->q->rank.concepts == 0)
		return RC_OK;
	if ((rc = terms_read(c->terms, c->r->ctx, c->r->req)) != RC_OK)
		return rc;
	r->q->late = terms_are_late(c->terms);
	give_lists(c);
	drop_unknown(c);
	return RC_OK;
}
