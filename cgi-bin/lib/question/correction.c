/* correction.c - words that nothing knows become near ones that are known. */

#include <string.h>

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

/* Which of the tokens nothing knows, the first MAX_CORRECTED; how many. */
static int
find_unknown(const struct parser *r, struct terms *terms,
    const struct token *token, int n, bool *unknown)
{
	int found = 0, known = 0; /* tokens before this are part of a synonym */

	for (int i = 0; i < n; i++) {
		int end = i +
		    span_of_synonym(r->corpus->synonyms, token + i, n - i);

		known = end > known ? end : known;
		unknown[i] = i >= known && found < MAX_CORRECTED &&
		    token_is_plain(&token[i]) && first_of(token, i) == i &&
		    !is_in_index(terms, &token[i]);
		found += unknown[i];
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

enum rc
correction_apply(struct parser *r, struct terms *terms, struct token *token,
    int *n)
{
	struct token typed[TOKENS];
	const char *better[TOKENS] = { NULL };
	struct pool *pool = r->ctx->pool;
	const struct spelling *s;
	bool unknown[TOKENS];
	int many = *n;
	enum rc rc;

	if (find_unknown(r, terms, token, many, unknown) == 0)
		return RC_OK;
	if ((rc = corpus_spelling(r->corpus, r->ctx->db, &s)) != RC_OK)
		return rc;
	memcpy(typed, token, (size_t)many * sizeof(typed[0]));
	*n = 0;
	for (int i = 0; i < many; i++) {
		int before = first_of(typed, i);

		if (before < i)
			better[i] = better[before];
		else if (unknown[i] && request_is_late(r->req))
			r->q->late = true;
		else if (unknown[i])
			better[i] = spelling_correct(s, pool,
			    typed[i].w.folded);
		if (better[i] != NULL)
			*n = tokens_read(pool, r->corpus->words, better[i],
			    typed[i].text, token, *n);
		else if (*n < TOKENS)
			token[(*n)++] = typed[i];
	}
	put_correction(r, request_values(r->req, "keyword").v[0].s, typed,
	    better, many);
	return RC_OK;
}
