/* term_cache.c - lists in the row cache, and in the index. */

#include <string.h>

#include "engine/term_cache.h"
#include "gen/queries/index.h"

/* Lists are cached under this name. */
static const char kind[] = "term list";

static const char *
name_of(struct context *ctx, const struct docs *d, const char *text)
{
	size_t name = strlen(d->name), n = strlen(text);
	char *s;

	if (name == 0)
		return text;
	s = pool_room(ctx->pool, name + n + 1);
	memcpy(s, d->name, name);
	memcpy(s + name, text, n + 1);
	return s;
}

const void *
term_cache_find(struct context *ctx, const struct docs *d, const char *text)
{
	return row_cache_find(ctx->rows, kind, name_of(ctx, d, text));
}

const void *
term_cache_keep(struct context *ctx, const struct docs *d, const char *text,
    const void *packed, size_t n)
{
	return row_cache_add(ctx->rows, kind, name_of(ctx, d, text), packed, n);
}

size_t
term_missing_add(struct term_missing *m, struct pool *pool, const char *term)
{
	size_t i = 0;

	if (m->term == NULL) {
		m->term = pool_room(pool, m->size * sizeof(*m->term));
		m->packed = pool_take(pool, m->size * sizeof(*m->packed));
	}
	while (i < m->n && strcmp(m->term[i], term) != 0)
		i++;
	if (i == m->n && m->n < m->size)
		m->term[m->n++] = term;
	return i;
}

/* Each term has a list for each shelf. */
static struct value *
keys_of(struct pool *pool, const struct term_missing *m, const struct docs *d)
{
	struct value *key = pool_take(pool, m->n * d->shelves * sizeof(*key));

	for (size_t i = 0; i < m->n * d->shelves; i++) {
		const char *s = pool_printf(pool, "%s%s",
		    d->shelf[i % d->shelves].prefix, m->term[i / d->shelves]);

		key[i] = (struct value){ VALUE_TEXT, 0, s, strlen(s) };
	}
	return key;
}

/* The list of a key; rows come by the order of theirs. */
static struct postings
find_postings(const struct result *res, const char *key)
{
	unsigned lo = 0, hi = res->rows;

	while (lo < hi) {
		unsigned mid = lo + (hi - lo) / 2;
		const struct posting_lists_row *row = posting_lists_row(res,
		    mid);
		int c = strcmp(row->term.s, key);

		if (c == 0)
			return (struct postings){ row->list.s, row->list.n };
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return (struct postings){ NULL, 0 };
}

enum rc
term_missing_read(struct term_missing *m, struct context *ctx,
    const struct docs *d)
{
	const struct arg *args = NULL;
	struct postings of[DOCS_SHELVES];
	struct value *key;
	struct result res;
	enum rc rc;

	if (m->n == 0)
		return RC_OK;
	key = keys_of(ctx->pool, m, d);
	arg_list(ctx->pool, &args, POSTING_LISTS_IN_TERMS, key,
	    m->n * d->shelves);
	rc = query_run(ctx->db, ctx->pool, Q_POSTING_LISTS, args, &res);
	for (size_t i = 0; rc == RC_OK && i < m->n; i++) {
		const void *packed;
		size_t n;

		for (size_t k = 0; k < d->shelves; k++)
			of[k] = find_postings(&res, key[i * d->shelves + k].s);
		packed = term_list_make(ctx->pool, d, of, &n);
		m->packed[i] = term_cache_keep(ctx, d, m->term[i], packed, n);
	}
	return rc;
}
