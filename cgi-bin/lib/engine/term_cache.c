/* term_cache.c - lists in the row cache, and in the index. */

#include <string.h>

#include "engine/term_cache.h"
#include "gen/queries/index.h"

/* Lists are cached under this name. */
static const char kind[] = "term list";

static const char *
joined(struct pool *pool, const char *before, const char *text)
{
	char *s;

	if (*before == '\0')
		return text;
	s = pool_room(pool, strlen(before) + strlen(text) + 1);
	stpcpy(stpcpy(s, before), text);
	return s;
}

const void *
term_cache_find(struct context *ctx, const struct docs *d, const char *text)
{
	return row_cache_find(ctx->rows, kind,
	    joined(ctx->pool, d->prefix, text));
}

const void *
term_cache_keep(struct context *ctx, const struct docs *d, const char *text,
    const void *packed, size_t n)
{
	return row_cache_add(ctx->rows, kind,
	    joined(ctx->pool, d->prefix, text), packed, n);
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

enum rc
term_missing_read(struct term_missing *m, struct context *ctx,
    const struct docs *d)
{
	struct value *key = pool_take(ctx->pool, m->n * sizeof(*key));
	struct result res;
	unsigned r = 0;
	enum rc rc;

	if (m->n == 0)
		return RC_OK;
	for (size_t i = 0; i < m->n; i++) {
		const char *s = joined(ctx->pool, d->prefix, m->term[i]);

		key[i] = (struct value){ VALUE_TEXT, 0, s, strlen(s) };
	}
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_POSTING_LISTS,
	    POSTING_LISTS_IN_TERMS, key, m->n, &res);
	for (size_t i = 0; rc == RC_OK && i < m->n; i++) {
		struct value list = { .type = VALUE_NULL };
		const void *packed;
		size_t n;

		/* Rows come in the order of the terms; some have none. */
		if (r < res.rows &&
		    strcmp(posting_lists_row(&res, r)->term.s, key[i].s) == 0)
			list = posting_lists_row(&res, r++)->list;
		packed = term_list_make(ctx->pool, d, list.s, list.n, &n);
		m->packed[i] = term_cache_keep(ctx, d, m->term[i], packed, n);
	}
	return rc;
}
