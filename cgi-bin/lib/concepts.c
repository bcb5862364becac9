/* concepts.c - the words of a question to concepts. */

#include <string.h>

#include "concepts.h"
#include "terms.h"
#include "tokens.h"
#include "xml.h"

enum { MAX_TOKENS = TOKENS, MAX_FORMS = 5 };

/* What a word's kin weighs less than the reader's own word. */
static const float KIN = 0.7f;
/* What a project needs chooses aids; its words rank them. */
static const float NEED = 0.3f;

struct concepts {
	struct reading	*r;
	struct pool	*pool;
	struct token	 token[MAX_TOKENS];
	int		 n;
	bool		 help;		/* the words only help to rank */
	struct terms	*terms;
	/* What <asked> says of a concept; NULL: nothing, as of a pair. */
	xmlNodePtr	 word[RANK_CONCEPTS];
};

static void
add_tokens(struct concepts *c, const char *s, const char *mended)
{
	c->n = tokens_read(c->pool, c->r->m->words, s, mended, c->token, c->n);
}

/* ---- typing mistakes ---- */

static bool
is_known(const struct concepts *c, const struct token *t)
{
	for (int k = 0; k < t->w.terms; k++)
		if (terms_list(c->terms, terms_add(c->terms,
		    t->w.term[k]))->aids > 0)
			return true;
	return false;
}

static bool
has_kin(const struct concepts *c, int from)
{
	const char *key[MAX_TOKENS];
	int n = 0;

	for (int i = from; i < c->n; i++)
		key[n++] = words_key(&c->token[i].w);
	return families_span(c->r->m->families, key, n) > 0;
}

/* The whole question with some of its words written otherwise: what was
 * understood, and the link that asks for just what was written. */
static void
put_mended(struct concepts *c, const char *s, const struct token *all,
    const char *const *better, int n)
{
	struct buf meant = { 0 }, exact = { 0 };
	struct ask *a = c->r->a;
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
		e = xml_add(a->asked, "mended");
		xml_set(e, "keyword", meant.data);
		xml_set(e, "exact", ask_url(a, NULL, NULL, "keyword",
		    pool_strdup(a->pool, exact.data)));
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
	int n = c->n;
	bool lost[MAX_TOKENS], any = false;
	struct spelling *s;
	enum rc rc;

	for (int i = 0; i < n; i++) {
		const struct token *t = &c->token[i];

		lost[i] = t->phrase == 0 && !t->out && !is_known(c, t) &&
		    !has_kin(c, i);
		any |= lost[i];
	}
	if (!any)
		return RC_OK;
	if ((rc = reading_spelling(c->r, &s)) != RC_OK)
		return rc;
	memcpy(all, c->token, sizeof(all));
	c->n = 0;
	for (int i = 0; i < n; i++) {
		if (lost[i])
			better[i] = spelling_mend(s, c->pool,
			    all[i].w.folded);
		if (better[i] != NULL)
			add_tokens(c, better[i], all[i].text);
		else if (c->n < MAX_TOKENS)
			c->token[c->n++] = all[i];
	}
	put_mended(c, ask_values(c->r->a, "keyword").v[0].s, all, better, n);
	return RC_OK;
}

/* ---- concepts ---- */

/* A wording to a way: all its words, and those that follow each other. */
static void
add_way(struct concepts *c, struct rank_way *way, const char *const *key,
    int n, float weight)
{
	struct term_list *list = pool_take(c->pool,
	    (size_t)(2 * n) * sizeof(*list));
	char pair[WORD_SIZE];

	*way = (struct rank_way){ list, 0, weight };
	/* The pair comes first: it says how near the words are. */
	for (int i = 0; i + 1 < n; i++) {
		words_pair(key[i], key[i + 1], pair);
		list[way->lists++].aids = (unsigned)terms_add(c->terms,
		    pair);
	}
	for (int i = 0; i < n; i++) {
		list[way->lists++].aids = (unsigned)terms_add(c->terms,
		    key[i]);
		reading_mark(c->r, key[i]);
	}
}

static bool
same_keys(const struct saying *s, const char *const *key, int n)
{
	if (s->n != n)
		return false;
	for (int i = 0; i < n; i++)
		if (strcmp(s->key[i], key[i]) != 0)
			return false;
	return true;
}

/* The other wordings of one family. */
static int
add_kin(struct concepts *c, struct rank_way *way, int n, int max,
    const struct family *f, const char *const *key, int keys, xmlNodePtr e)
{
	int forms = 0;

	for (int i = 0; i < f->n && n < max; i++) {
		const struct saying *s = &f->saying[i];

		if (same_keys(s, key, keys))
			continue;
		add_way(c, &way[n++], s->key, s->n, KIN);
		reading_wording(c->r, s->key, s->n);
		if (e != NULL && f->kind != FAMILY_INTENTION &&
		    forms++ < MAX_FORMS)
			xml_add_text(e, "form", s->text);
	}
	return n;
}

/* A word whose accents say more than its letters has two terms. */
static int
add_own(struct concepts *c, struct rank_way *way, const struct token *t,
    const char *const *key, int n)
{
	int ways = 1;

	add_way(c, &way[0], key, n, 1);
	reading_wording(c->r, key, n);
	if (n == 1 && t->w.terms == 2) {
		const char *other = t->w.term[0];

		add_way(c, &way[ways++], &other, 1, 1);
		reading_wording(c->r, &other, 1);
	}
	return ways;
}

static const char *
text_of(struct concepts *c, int from, int n)
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
	xmlNodePtr e = xml_add(c->r->a->asked, "word");

	xml_set(e, "asked", t->mended != NULL ? t->mended :
	    text_of(c, from, n));
	if (t->mended != NULL)
		xml_set(e, "mended", text_of(c, from, n));
	xml_set(e, "out", t->out ? "1" : NULL);
	return e;
}

/* Makes one concept of n words, and says what was understood. */
static void
add_concept(struct concepts *c, int from, int n)
{
	enum { WAYS = 128 };
	struct rank_question *q = &c->r->q->rank;
	const struct token *t = &c->token[from];
	struct rank_way *way = pool_take(c->pool, WAYS * sizeof(*way));
	struct rank_concept k = { .name = text_of(c, from, n), .way = way,
	    .decides = true,
	    .required = t->phrase > 0, .left_out = t->out };
	const char *key[MAX_TOKENS];
	const struct family *f;
	xmlNodePtr e = put_word(c, from, n);
	bool kin = t->phrase == 0 && !t->out, object = false, any = false;
	size_t words = c->r->q->words, wordings = c->r->q->wordings;
	size_t at = 0;

	for (int i = 0; i < n; i++)
		key[i] = words_key(&c->token[from + i].w);
	k.ways = add_own(c, way, t, key, n);
	xml_add_text(e, "form", text_of(c, from, n));
	while (kin && (f = families_next(c->r->m->families, key, n, &at)) !=
	    NULL) {
		any = true;
		object |= f->kind != FAMILY_INTENTION;
		k.ways = add_kin(c, way, k.ways, WAYS, f, key, n, e);
	}
	k.kin = object;
	if ((any && !object) || k.left_out) {
		c->r->q->words = words;
		c->r->q->wordings = wordings;
	}
	if (any && !object)
		k.decides = false;
	if (k.left_out || c->help)
		k.decides = false;
	c->word[q->concepts] = e;
	q->concept[q->concepts++] = k;
}

/* Two words that follow each other, where they do, say more than both apart. */
static void
add_pair(struct concepts *c, int from)
{
	struct rank_question *q = &c->r->q->rank;
	const char *key[2] = { words_key(&c->token[from].w),
	    words_key(&c->token[from + 1].w) };
	struct rank_way *way = pool_take(c->pool, sizeof(*way));

	if (q->concepts == RANK_CONCEPTS)
		return;
	add_way(c, way, key, 2, 1);
	q->concept[q->concepts++] = (struct rank_concept){ .ways = 1,
	    .way = way, .name = text_of(c, from, 2) };
}

static bool
is_plain(const struct token *t)
{
	return t->phrase == 0 && !t->out;
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
	for (; !t->out && from + n < c->n && is_plain(&t[n]); n++)
		key[n] = words_key(&t[n].w);
	span = n > 0 ? families_span(c->r->m->families, key, n) : 0;
	return span > 0 ? span : 1;
}

/* The lists that add_key numbered, now that they are read. */
static void
give_lists(struct concepts *c)
{
	struct rank_question *q = &c->r->q->rank;

	for (int i = 0; i < q->concepts; i++) {
		for (int w = 0; w < q->concept[i].ways; w++) {
			const struct rank_way *way = &q->concept[i].way[w];
			struct term_list *list = (struct term_list *)
			    (uintptr_t)way->list;

			for (int k = 0; k < way->lists; k++)
				list[k] = *terms_list(c->terms,
				    list[k].aids);
		}
	}
}

static bool
is_borne(const struct rank_concept *k)
{
	for (int w = 0; w < k->ways; w++) {
		bool borne = k->way[w].lists > 0;

		for (int l = 0; l < k->way[w].lists; l++)
			borne &= k->way[w].list[l].aids > 0;
		if (borne)
			return true;
	}
	return false;
}

/* A word without forms is one that was left aside. */
static void
drop_forms(xmlNodePtr word)
{
	while (word != NULL && word->children != NULL) {
		xmlNodePtr form = word->children;

		xmlUnlinkNode(form);
		xmlFreeNode(form);
	}
}

/* A concept that no aid bears is said to be left aside. */
static void
drop_unknown(struct concepts *c)
{
	struct question *q = c->r->q;
	struct rank_question *k = &q->rank;
	int n = 0, needs = 0;

	for (int i = 0; i < k->concepts; i++) {
		if (!k->concept[i].required && !is_borne(&k->concept[i])) {
			drop_forms(c->word[i]);
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
	struct rank_question *q = &c->r->q->rank;
	struct rank_way *way = pool_take(c->pool, (size_t)(need->n + 1) *
	    sizeof(*way));

	if (need->n == 0 || q->concepts == RANK_CONCEPTS)
		return;
	for (int i = 0; i < need->n; i++)
		add_way(c, &way[i], need->saying[i].key, need->saying[i].n, NEED);
	q->concept[q->concepts++] = (struct rank_concept){ .name = p->name,
	    .way = way, .ways = need->n, .decides = !out, .required = !out,
	    .kin = !out, .left_out = out };
}

static void
add_project(struct concepts *c, const struct project *p)
{
	xmlNodePtr n = xml_add(c->r->a->asked, "project");

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
	struct reading *r = c->r;
	struct param_values v = ask_values(r->a, "project_reference_id");
	const struct project *p;

	if (v.n == 0)
		return RC_OK;
	if ((p = projects_find(r->m->projects, v.v[0].s)) == NULL)
		return ask_refuse(r->a, "project_reference_id", v.v[0].s,
		    "unknown-value");
	reading_hidden(r, "project_reference_id", p->slug);
	reading_filter(r, QUESTION_PROJECT, "project_reference_id", v.v[0].s,
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
		for (int k = 0; k < c->token[i].w.terms; k++)
			terms_add(c->terms, c->token[i].w.term[k]);
	if ((rc = terms_read(c->terms, c->r->a)) != RC_OK || (rc = mend_tokens(c)) != RC_OK)
		return rc;
	for (int i = 0, n; i < c->n &&
	    c->r->q->rank.concepts < RANK_CONCEPTS; i += n) {
		n = span_of(c, i);
		add_concept(c, i, n);
		if (i > 0 && is_plain(&c->token[i - 1]) &&
		    is_plain(&c->token[i]))
			add_pair(c, i - 1);
	}
	return RC_OK;
}

enum rc
concepts_read(struct reading *r)
{
	struct param_values v = ask_values(r->a, "keyword");
	struct concepts *c = pool_take(r->a->pool, sizeof(*c));
	const struct project *said = NULL;
	enum rc rc;

	c->r = r;
	c->pool = r->a->pool;
	c->terms = terms_new(c->pool, &r->m->catalogue);
	if ((rc = read_project(c)) != RC_OK)
		return rc;
	if (v.n > 0) {
		xml_add_text(r->a->asked, "keyword", v.v[0].s);
		reading_filter(r, QUESTION_WORDS, "keyword", v.v[0].s,
		    v.v[0].s);
		said = projects_named(r->m->projects, v.v[0].s);
		if (said != NULL && r->q->project == NULL)
			add_project(c, said);
		c->help = said != NULL;
		if ((rc = read_words(c, v.v[0].s)) != RC_OK)
			return rc;
	}
	if (r->q->rank.concepts == 0)
		return RC_OK;
	if ((rc = terms_read(c->terms, c->r->a)) != RC_OK)
		return rc;
	r->q->late = terms_are_late(c->terms);
	give_lists(c);
	drop_unknown(c);
	return RC_OK;
}
