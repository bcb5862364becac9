/* correction.c - words that nothing knows, or nothing as they are spelled,
 * become near ones that are known. */

#include <string.h>

#include "gazetteer/gazetteer_load.h"
#include "question/correction.h"
#include "web/url.h"
#include "xml/xml.h"

/* Words of a question that are compared with the whole vocabulary: who writes
 * more that nothing knows does not ask for aids in words.  The others are left
 * as they are. */
enum { MAX_CORRECTED = 8 };

static bool
is_in_index(struct terms *terms, const struct token *t)
{
	for (int k = 0; k < t->w.terms; k++) {
		const char *term = t->w.term[k];

		if (terms_list(terms, terms_add(terms, &term, 1))->aids > 0)
			return true;
	}
	return false;
}

/* How many of the tokens, from the first on, are a phrase with synonyms. */
static int
span_of_synonym(const struct synonyms *synonyms, const struct token *t, int n)
{
	const char *key[TOKENS];

	for (int i = 0; i < n; i++)
		key[i] = words_key(&t[i].w);
	return synonyms_span(synonyms, key, n);
}

/* The first of the tokens that is the same word as one, and as plain: it is
 * looked up for all of them. */
static int
first_of(const struct token *token, int at)
{
	int i = 0;

	while (i < at &&
	    (token_is_plain(&token[i]) != token_is_plain(&token[at]) ||
		strcmp(token[i].w.folded, token[at].w.folded) != 0))
		i++;
	return i;
}

/* A word that nothing knows; one of which something knows the stem alone, which
 * may be that of another word: "voiri" has that of "voir". */
enum doubt { SURE, MISSPELT, UNKNOWN };

/* Shorter words are near too many others. */
enum { MISSPELT_LETTERS = 5 };

static bool
is_misspelt(const struct form_set *forms, const struct token *t)
{
	return strlen(t->w.folded) >= MISSPELT_LETTERS &&
	    form_set_is_loaded(forms) && !form_set_has(forms, t->w.folded) &&
	    strpbrk(t->w.folded, "0123456789") == NULL;
}

/* Whether it is a word of the name of a place: "Loury" is no slip for "lorry".
 * Where no names are kept, as in a process of one request, none is. */
static bool
is_of_place(const struct gazetteer *g, const struct token *t)
{
	const struct gazetteer_word *word;
	size_t n = strlen(t->w.folded);
	size_t found = g == NULL
	    ? 0
	    : gazetteer_begin(g, g->word, g->words, t->w.folded, &word);

	for (size_t i = 0; i < found; i++) {
		char next = gazetteer_text(g, word[i].s)[n];

		/* In order: what ends or goes on with a blank comes first. */
		if (next == '\0' || next == ' ')
			return true;
		if (next > ' ')
			break;
	}
	return false;
}

/* Which of the tokens are in doubt, the first MAX_CORRECTED; how many.  What is
 * the name of someone or of a place is none, nor what is English. */
static int
find_doubts(const struct parser *r, struct terms *terms,
    const struct token *token, int n, enum doubt *doubt)
{
	const struct gazetteer *g = gazetteer_at_hand(r->ctx->places,
	    r->ctx->db);
	int found = 0, known = 0; /* tokens before this are part of a synonym */

	for (int i = 0; i < n; i++) {
		int end = i +
		    span_of_synonym(r->corpus->synonyms, token + i, n - i);

		known = end > known ? end : known;
		doubt[i] = SURE;
		if (found == MAX_CORRECTED || !token_is_plain(&token[i]) ||
		    first_of(token, i) < i || token_has_capital(token, n, i) ||
		    common_words_is_foreign(r->corpus->common,
			token[i].w.folded))
			continue;
		if (i >= known && !is_in_index(terms, &token[i]) &&
		    !form_set_has(r->corpus->forms, token[i].w.folded) &&
		    word_vectors_find(r->corpus->vectors, token[i].w.folded) <
			0)
			doubt[i] = UNKNOWN;
		else if (is_misspelt(r->corpus->forms, &token[i]))
			doubt[i] = MISSPELT;
		if (doubt[i] != SURE && is_of_place(g, &token[i]))
			doubt[i] = SURE;
		found += doubt[i] != SURE;
	}
	return found;
}

/* The word that one whose stem is known was a slip for; NULL when none is, or
 * when the nearest has that stem: then it is a form that nobody wrote. */
static const char *
respell(const struct spelling *s, struct words *words, const struct token *t)
{
	const char *near, *p;
	struct word w;

	if (spelling_near(s, t->w.folded, &near, 1) == 0)
		return NULL;
	p = near;
	return words_next(words, &p, &w) && w.terms > 0 &&
		spelling_is_slip(t->w.folded, w.folded) &&
		strcmp(words_key(&w), words_key(&t->w)) != 0
	    ? near
	    : NULL;
}

static bool
is_plural(const char *many, const char *one)
{
	size_t n = strlen(one);

	return strncmp(many, one, n) == 0 &&
	    (strcmp(many + n, "s") == 0 || strcmp(many + n, "x") == 0);
}

/* The at-th word of a phrase, as it is spelled, when what was typed is a slip
 * for it; NULL. */
static const char *
word_of(struct pool *pool, struct words *words, const struct phrase *s, int at,
    const char *typed)
{
	const char *p = s->text;
	struct word w;

	while (words_next(words, &p, &w))
		if (!w.stop && w.terms > 0 && at-- == 0)
			return spelling_is_slip(typed, w.folded) &&
				!is_plural(typed, w.folded)
			    ? pool_strndup(pool, w.at, w.n)
			    : NULL;
	return NULL;
}

/* Shorter words are too near others, whatever is beside them. */
enum { WORDING_LETTERS = 4 };

/* Words that are words, but for which their neighbour makes a wording with one
 * a letter away: "sale des fêtes", "eau portable".  Returns how many. */
static int
mend_wordings(const struct parser *r, const struct token *token, int n,
    const char **better)
{
	const struct synonyms *all = r->corpus->synonyms;
	int found = 0;

	for (int i = 0; i + 1 < n; i++) {
		const char *key[2] = { words_key(&token[i].w),
			words_key(&token[i + 1].w) };
		const struct phrase *s;
		int at;

		if (!token_is_plain(&token[i]) ||
		    !token_is_plain(&token[i + 1]) || better[i] != NULL ||
		    (s = synonyms_near(all, key, &at)) == NULL ||
		    strlen(token[i + at].w.folded) < WORDING_LETTERS ||
		    synonyms_count(all, &key[at], 1) > 0)
			continue;
		better[i + at] = word_of(r->ctx->pool, r->corpus->words, s, at,
		    token[i + at].w.folded);
		found += better[i + at] != NULL;
	}
	return found;
}

/* The whole question twice: corrected, and with the corrected words in quotes,
 * which are not corrected again. */
static void
put_correction(struct parser *r, const char *s, const struct token *typed,
    const char *const *better, int n)
{
	struct buf meant = { 0 }, exact = { 0 };
	struct pool *pool = r->ctx->pool;
	xmlNodePtr e;

	for (int i = 0; i < n; i++) {
		if (better[i] == NULL)
			continue;
		buf_put(&meant, s, (size_t)(typed[i].w.at - s));
		buf_put(&exact, s, (size_t)(typed[i].w.at - s));
		buf_puts(&meant, better[i]);
		buf_putf(&exact, "\"%s\"", typed[i].text);
		s = typed[i].w.at + typed[i].w.n;
	}
	if (meant.len > 0) {
		buf_puts(&meant, s);
		buf_puts(&exact, s);
		r->q->meant = pool_strdup(pool, meant.data);
		e = xml_add(r->resp->asked, "mended");
		xml_set(e, "keyword", r->q->meant);
		xml_set(e, "exact",
		    url_with(pool, r->req, NULL, NULL, "keyword",
			pool_strdup(pool, exact.data)));
	}
	buf_free(&meant);
	buf_free(&exact);
}

/* What is meant by the words in doubt that no wording has mended. */
static enum rc
mend_doubts(struct parser *r, const struct token *typed, int n,
    const enum doubt *doubt, const char **better)
{
	const struct spelling *s;
	enum rc rc = corpus_spelling(r->corpus, r->ctx->db, &s);

	for (int i = 0; rc == RC_OK && i < n; i++) {
		int before = first_of(typed, i);

		if (better[i] != NULL)
			continue;
		if (before < i)
			better[i] = better[before];
		else if (doubt[i] != SURE && request_is_late(r->req))
			r->q->late = true;
		else if (doubt[i] == UNKNOWN)
			better[i] = spelling_correct(s, r->ctx->pool,
			    typed[i].w.folded);
		else if (doubt[i] == MISSPELT)
			better[i] = respell(s, r->corpus->words, &typed[i]);
	}
	return rc;
}

enum rc
correction_apply(struct parser *r, struct terms *terms, struct token *token,
    int *n)
{
	struct token typed[TOKENS];
	const char *better[TOKENS] = { NULL };
	struct pool *pool = r->ctx->pool;
	enum doubt doubt[TOKENS];
	int many = *n, mended = mend_wordings(r, token, many, better);
	int doubts = find_doubts(r, terms, token, many, doubt);
	enum rc rc = RC_OK;

	if (doubts > 0)
		rc = mend_doubts(r, token, many, doubt, better);
	if (rc != RC_OK || mended + doubts == 0)
		return rc;
	memcpy(typed, token, (size_t)many * sizeof(typed[0]));
	*n = 0;
	for (int i = 0; i < many; i++)
		if (better[i] != NULL)
			*n = tokens_read(pool, r->corpus->words, better[i],
			    typed[i].text, token, *n);
		else if (*n < TOKENS)
			token[(*n)++] = typed[i];
	put_correction(r, request_values(r->req, "keyword").v[0].s, typed,
	    better, many);
	return RC_OK;
}
