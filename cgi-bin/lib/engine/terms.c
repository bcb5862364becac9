/* terms.c - the wordings of a question. */

#include <string.h>

#include "base/str.h"
#include "db/rows.h"
#include "engine/terms.h"
#include "gen/queries/index.h"
#include "index/words.h"

enum { MAX = 1024, SLOTS = 2048, AT_ONCE = 64, MAX_MISSING = 2000 };

struct label_pattern {
	const char *text;        /* its terms, by blanks; wordings, by bars */
	const char *const *term; /* NULL: any of some wordings */
	const size_t *any;       /* their numbers */
	int n;
	bool wanted, read;
};

struct terms {
	struct pool *pool;
	const struct catalogue *catalogue;
	struct label_pattern wording[MAX];
	struct term_list list[MAX + 1]; /* the last is of no wording */
	size_t n;
	bool late;
	short slot[SLOTS]; /* number + 1, by hash */
};

/* Lists are kept under this name, by the text of the wording. */
static const char kind[] = "term list";

struct terms *
terms_new(struct pool *pool, const struct catalogue *c)
{
	struct terms *t = pool_room(pool, sizeof(*t));

	t->pool = pool;
	t->catalogue = c;
	t->list[MAX] = (struct term_list){ 0 };
	t->n = 0;
	t->late = false;
	memset(t->slot, 0, sizeof(t->slot));
	return t;
}

/* The texts with a sign between them. */
static const char *
join_texts(struct pool *pool, const char *const *s, int n, char sign)
{
	size_t size = 1;
	char *text, *p;

	for (int i = 0; i < n; i++)
		size += strlen(s[i]) + 1;
	p = text = pool_take(pool, size);
	for (int i = 0; i < n; i++) {
		if (i > 0)
			*p++ = sign;
		p = stpcpy(p, s[i]);
	}
	return text;
}

/* The number of the wording of that text; *is_new when it has to be filled. */
static size_t
terms_number_of(struct terms *t, const char *text, bool *is_new)
{
	size_t h = str_hash(STR_HASH, text) % SLOTS;

	*is_new = false;
	for (; t->slot[h] != 0; h = (h + 1) % SLOTS)
		if (strcmp(t->wording[t->slot[h] - 1].text, text) == 0)
			return (size_t)t->slot[h] - 1;
	if (t->n == MAX)
		return MAX;
	*is_new = true;
	t->wording[t->n] = (struct label_pattern){ .text = text };
	t->list[t->n] = (struct term_list){ 0 };
	t->slot[h] = (short)(t->n + 1);
	return t->n++;
}

size_t
terms_add(struct terms *t, const char *const *term, int n)
{
	const char *text = join_texts(t->pool, term, n, ' '), **copy;
	bool is_new;
	size_t i = terms_number_of(t, text, &is_new);

	if (!is_new)
		return i;
	copy = pool_take(t->pool, (size_t)n * sizeof(*copy));
	memcpy(copy, n == 1 ? &text : term, (size_t)n * sizeof(*copy));
	t->wording[i].term = copy;
	t->wording[i].n = n;
	return i;
}

size_t
terms_want(struct terms *t, const size_t *number, int n)
{
	const char **text = pool_take(t->pool, (size_t)n * sizeof(*text));
	size_t *any = pool_take(t->pool, (size_t)n * sizeof(*any)), i;
	int known = 0;
	bool is_new = false;

	for (int k = 0; k < n; k++)
		if (number[k] < MAX) {
			text[known] = t->wording[number[k]].text;
			any[known++] = number[k];
		}
	if (known == 0)
		return MAX;
	i = known == 1 ? any[0]
		       : terms_number_of(t,
			     join_texts(t->pool, text, known, '|'), &is_new);
	if (is_new) {
		t->wording[i].any = any;
		t->wording[i].n = known;
	}
	if (i < MAX)
		t->wording[i].wanted = true;
	return i;
}

/* ---- terms that memory has not ---- */

struct missing {
	struct value *term;
	size_t n, size;
};

static void
miss(struct context *ctx, struct missing *m, const char *term)
{
	if (m->n == m->size || row_cache_find(ctx->rows, kind, term) != NULL)
		return;
	if (m->term == NULL)
		m->term = pool_room(ctx->pool, m->size * sizeof(*m->term));
	for (size_t i = 0; i < m->n; i++)
		if (strcmp(m->term[i].s, term) == 0)
			return;
	m->term[m->n++] = (struct value){ VALUE_TEXT, 0, term, strlen(term) };
}

/* A wording of several terms is borne by aids that bear each of them, and each
 * pair that follow each other: the first pair says how much. */
static int
parts_of(struct terms *t, const struct label_pattern *w, const char **part)
{
	char pair[WORD_SIZE];
	int n = 0;

	for (int i = 0; i + 1 < w->n; i++) {
		words_pair(w->term[i], w->term[i + 1], pair);
		part[n++] = pool_strdup(t->pool, pair);
	}
	for (int i = 0; i < w->n; i++)
		part[n++] = w->term[i];
	return n;
}

static enum rc
terms_read_missing(struct terms *t, struct context *ctx,
    const struct missing *m)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (m->n == 0)
		return RC_OK;
	arg_list(t->pool, &args, POSTING_LISTS_IN_TERMS, m->term, m->n);
	rc = query_run(ctx->db, t->pool, Q_POSTING_LISTS, args, &res);
	for (size_t i = 0; rc == RC_OK && i < m->n; i++) {
		const struct value *list = NULL;
		const void *made;
		size_t n;

		for (unsigned r = 0; r < res.rows && list == NULL; r++)
			if (strcmp(res.row[r][POSTING_LISTS_TERM].s,
				m->term[i].s) == 0)
				list = &res.row[r][POSTING_LISTS_LIST];
		made = term_list_make(t->pool, t->catalogue,
		    list != NULL ? list->s : NULL, list != NULL ? list->n : 0,
		    &n);
		row_cache_add(ctx->rows, kind, m->term[i].s, made, n);
	}
	return rc;
}

/* ---- wordings ---- */

static void
terms_merge(struct terms *t, struct context *ctx, const struct label_pattern *w)
{
	const char **part = pool_take(t->pool,
	    2 * (size_t)w->n * sizeof(*part));
	int n = parts_of(t, w, part);
	struct term_list *list = pool_take(t->pool, (size_t)n * sizeof(*list));
	const void *made;
	size_t size;

	for (int i = 0; i < n; i++) {
		made = row_cache_find(ctx->rows, kind, part[i]);
		if (made == NULL)
			return;
		list[i] = term_list_open(made);
	}
	made = term_list_merge(t->pool, t->catalogue, list, n, &size);
	row_cache_add(ctx->rows, kind, w->text, made, size);
}

static bool
terms_is_kept(struct context *ctx, const struct label_pattern *w)
{
	return row_cache_find(ctx->rows, kind, w->text) != NULL;
}

/* What memory has not of a wording. */
static void
miss_parts(struct terms *t, struct context *ctx, const struct label_pattern *w,
    struct missing *m)
{
	const char **part;
	int n;

	if (terms_is_kept(ctx, w))
		return;
	if (w->n == 1) {
		miss(ctx, m, w->text);
		return;
	}
	part = pool_take(t->pool, 2 * (size_t)w->n * sizeof(*part));
	n = parts_of(t, w, part);
	for (int k = 0; k < n; k++)
		miss(ctx, m, part[k]);
}

/* How many terms these wordings are made of, at most: see parts_of. */
static size_t
count_parts(struct label_pattern **w, size_t n)
{
	size_t parts = 0;

	for (size_t i = 0; i < n; i++)
		parts += 2 * (size_t)w[i]->n;
	return parts < MAX_MISSING ? parts : MAX_MISSING;
}

static void
open_list(struct terms *t, struct context *ctx, struct label_pattern *w)
{
	const void *made = row_cache_find(ctx->rows, kind, w->text);

	if (made != NULL)
		t->list[w - t->wording] = term_list_open(made);
	w->read = true;
}

/* Reads n wordings of terms. */
static enum rc
read_some(struct terms *t, struct context *ctx, struct label_pattern **w,
    size_t n)
{
	struct missing m = { .size = count_parts(w, n) };
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		miss_parts(t, ctx, w[i], &m);
	if ((rc = terms_read_missing(t, ctx, &m)) != RC_OK)
		return rc;
	for (size_t i = 0; i < n; i++) {
		if (w[i]->n > 1 && !terms_is_kept(ctx, w[i]))
			terms_merge(t, ctx, w[i]);
		open_list(t, ctx, w[i]);
	}
	return RC_OK;
}

/* Any of some wordings, of which those that were not read are left aside. */
static void
read_any(struct terms *t, struct context *ctx, struct label_pattern *w)
{
	struct term_list *list;
	const void *made;
	size_t size;

	if (!terms_is_kept(ctx, w)) {
		list = pool_take(t->pool, (size_t)w->n * sizeof(*list));
		for (int i = 0; i < w->n; i++)
			list[i] = t->list[w->any[i]];
		made = term_list_join(t->pool, t->catalogue, list, w->n, &size);
		if (t->late)
			t->list[w - t->wording] = term_list_open(made);
		else
			row_cache_add(ctx->rows, kind, w->text, made, size);
	}
	open_list(t, ctx, w);
}

/* What is wanted of a wording of wordings that memory has not. */
static void
want_parts(struct terms *t, struct context *ctx, const struct label_pattern *w)
{
	if (w->any != NULL && w->wanted && !w->read && !terms_is_kept(ctx, w))
		for (int i = 0; i < w->n; i++)
			t->wording[w->any[i]].wanted = true;
}

enum rc
terms_read(struct terms *t, struct context *ctx, const struct request *req)
{
	struct label_pattern **w = pool_take(t->pool, (t->n + 1) * sizeof(*w));
	size_t n = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < t->n; i++)
		want_parts(t, ctx, &t->wording[i]);
	for (size_t i = 0; i < t->n; i++)
		if (t->wording[i].term != NULL && t->wording[i].wanted &&
		    !t->wording[i].read)
			w[n++] = &t->wording[i];
	for (size_t i = 0; rc == RC_OK && i < n; i += AT_ONCE) {
		if (i > 0 && (t->late = request_is_late(req)))
			break;
		rc = read_some(t, ctx, w + i,
		    n - i < AT_ONCE ? n - i : AT_ONCE);
	}
	for (size_t i = 0; rc == RC_OK && i < t->n; i++)
		if (t->wording[i].any != NULL && t->wording[i].wanted &&
		    !t->wording[i].read)
			read_any(t, ctx, &t->wording[i]);
	return rc;
}

const struct term_list *
terms_list(const struct terms *t, size_t number)
{
	return &t->list[number];
}

bool
terms_are_late(const struct terms *t)
{
	return t->late;
}
