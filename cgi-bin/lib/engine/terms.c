/*
 * terms.c - the wordings of a question, and the documents that have them.
 *
 * Query expansion makes of each word of a question a set of synonyms: wordings
 * of one term ("velo") or of several in order ("piste cyclabl").  The posting
 * list of a phrase is the intersection of those of its pairs of terms
 * (words_pair) and of its terms; that of a set of synonyms is their union.
 * Each wording is known by its text and computed once; its list stays in the
 * row cache for later questions, as those of terms do.  What is not there is
 * read in few queries: a batch of AT_ONCE wordings, those that must be first,
 * then the reader's own, so that a late request may leave the last ones out.
 */

#include <assert.h>
#include <string.h>

#include "base/str.h"
#include "engine/term_cache.h"
#include "engine/terms.h"
#include "index/words.h"

enum { MAX = 1024, SLOTS = 2048, AT_ONCE = 64, MAX_MISSING = 2000 };

/* What a wording of terms is made of: its only term, or the pairs and terms of
 * a phrase. */
struct terms_part {
	const char *term;
	const void *packed; /* its list; NULL: not in the cache */
	size_t missing;     /* then, its place among those to read */
};

struct wording {
	const char *text;        /* its terms, by blanks; wordings, by signs */
	const char *const *term; /* NULL: any of some wordings */
	const size_t *any;       /* their numbers */
	enum term_join how;      /* they are joined */
	int n;
	bool wanted, must, looked_up, read;
	const void *packed; /* its list, as term_list_make packs it; or NULL */
	struct terms_part *part;
	int parts;
};

struct terms {
	struct pool *pool;
	const struct docs *docs;
	struct wording *wording; /* n of MAX */
	struct term_list *list;  /* of each; that of MAX is of no wording */
	size_t n;
	bool late;
	short slot[SLOTS]; /* number + 1, by hash: open addressing */
};

static_assert(SLOTS >= 2 * MAX, "a free slot ends each search");

struct terms *
terms_new(struct pool *pool, const struct docs *d)
{
	struct terms *t = pool_room(pool, sizeof(*t));

	*t = (struct terms){ .pool = pool,
		.docs = d,
		.wording = pool_room(pool, MAX * sizeof(*t->wording)),
		.list = pool_room(pool, (MAX + 1) * sizeof(*t->list)) };
	t->list[MAX] = (struct term_list){ 0 };
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
	t->wording[t->n] = (struct wording){ .text = text };
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
terms_want(struct terms *t, const size_t *number, int n, enum term_join how,
    bool must)
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
	i = known == 1
	    ? any[0]
	    : terms_number_of(t, join_texts(t->pool, text, known, (char)how),
		  &is_new);
	if (is_new)
		t->wording[i] = (struct wording){ t->wording[i].text,
			.any = any, .how = how, .n = known };
	if (i < MAX) {
		t->wording[i].wanted = true;
		t->wording[i].must |= must;
	}
	return i;
}

/* The parts of a wording: a phrase is in the documents that have each of its
 * terms, and each pair that follow each other; the first pair gives its impact.
 */
static void
make_parts(struct terms *t, struct wording *w)
{
	char pair[WORD_SIZE];
	struct terms_part *p = pool_take(t->pool,
	    2 * (size_t)w->n * sizeof(*p));

	w->part = p;
	for (int i = 0; i + 1 < w->n && t->docs->has_pairs; i++) {
		words_pair(w->term[i], w->term[i + 1], pair);
		(p++)->term = pool_strdup(t->pool, pair);
	}
	for (int i = 0; i < w->n; i++)
		(p++)->term = w->term[i];
	w->parts = (int)(p - w->part);
}

/* ---- wordings ---- */

static bool
wording_is_cached(const struct terms *t, struct context *ctx, struct wording *w)
{
	if (!w->looked_up)
		w->packed = term_cache_find(ctx, t->docs, w->text);
	w->looked_up = true;
	return w->packed != NULL;
}

/* Finds the parts of a wording of terms in the cache; m gets the others.  A
 * wording of one term was looked up under its name already. */
static void
find_parts(struct terms *t, struct context *ctx, struct wording *w,
    struct term_missing *m)
{
	make_parts(t, w);
	for (int i = 0; i < w->parts; i++) {
		struct terms_part *p = &w->part[i];

		if (w->n > 1)
			p->packed = term_cache_find(ctx, t->docs, p->term);
		if (p->packed == NULL)
			p->missing = term_missing_add(m, t->pool, p->term);
	}
}

/* The list of a wording of which all parts are there; one that was left out
 * leaves it without a list. */
static void
merge_parts(struct terms *t, struct context *ctx, struct wording *w,
    const struct term_missing *m)
{
	struct term_list *list = pool_take(t->pool,
	    (size_t)w->parts * sizeof(*list));
	const void *packed;
	size_t size;

	for (int i = 0; i < w->parts; i++) {
		const struct terms_part *p = &w->part[i];

		packed = p->packed != NULL ? p->packed
		    : p->missing < m->n    ? m->packed[p->missing]
					   : NULL;
		if (packed == NULL)
			return;
		if (w->n == 1)
			w->packed = packed;
		list[i] = term_list_open(packed);
	}
	if (w->n == 1)
		return;
	packed = term_list_merge(t->pool, t->docs, list, w->parts, &size);
	w->packed = term_cache_keep(ctx, t->docs, w->text, packed, size);
}

static void
open_list(struct terms *t, struct wording *w)
{
	if (w->packed != NULL)
		t->list[w - t->wording] = term_list_open(w->packed);
	w->read = true;
}

/* How many terms these wordings are made of, at most: see make_parts. */
static size_t
count_parts(struct wording **w, size_t n)
{
	size_t parts = 0;

	for (size_t i = 0; i < n; i++)
		parts += 2 * (size_t)w[i]->n;
	return parts < MAX_MISSING ? parts : MAX_MISSING;
}

/* Reads n wordings of terms. */
static enum rc
read_some(struct terms *t, struct context *ctx, struct wording **w, size_t n)
{
	struct term_missing m = { .size = count_parts(w, n) };
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		if (!wording_is_cached(t, ctx, w[i]))
			find_parts(t, ctx, w[i], &m);
	if ((rc = term_missing_read(&m, ctx, t->docs)) != RC_OK)
		return rc;
	for (size_t i = 0; i < n; i++) {
		if (w[i]->packed == NULL)
			merge_parts(t, ctx, w[i], &m);
		open_list(t, w[i]);
	}
	return RC_OK;
}

/* Any of some wordings, of which those that were not read are left aside: the
 * list is then not what a later question wants. */
static void
read_any(struct terms *t, struct context *ctx, struct wording *w)
{
	struct term_list *list;
	size_t size;

	if (!wording_is_cached(t, ctx, w)) {
		list = pool_take(t->pool, (size_t)w->n * sizeof(*list));
		for (int i = 0; i < w->n; i++)
			list[i] = t->list[w->any[i]];
		w->packed = term_list_join(t->pool, t->docs, list, w->n, w->how,
		    &size);
		if (!t->late)
			w->packed = term_cache_keep(ctx, t->docs, w->text,
			    w->packed, size);
	}
	open_list(t, w);
}

/* What is wanted of a wording of wordings that the cache has not. */
static void
want_parts(struct terms *t, struct context *ctx, struct wording *w)
{
	if (w->any != NULL && w->wanted && !w->read &&
	    !wording_is_cached(t, ctx, w))
		for (int i = 0; i < w->n; i++) {
			t->wording[w->any[i]].wanted = true;
			t->wording[w->any[i]].must |= w->must;
		}
}

enum rc
terms_read(struct terms *t, struct context *ctx, const struct request *req)
{
	struct wording **w = pool_take(t->pool, (t->n + 1) * sizeof(*w));
	size_t n = 0, musts = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < t->n; i++)
		want_parts(t, ctx, &t->wording[i]);
	for (int must = 1; must >= 0; must--) {
		for (size_t i = 0; i < t->n; i++)
			if (t->wording[i].term != NULL &&
			    t->wording[i].wanted && !t->wording[i].read &&
			    t->wording[i].must == must)
				w[n++] = &t->wording[i];
		musts = must ? n : musts;
	}
	for (size_t i = 0; rc == RC_OK && i < n; i += AT_ONCE) {
		if (i > 0 && i >= musts && (t->late = request_is_late(req)))
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

/* ---- other documents ---- */

/* The same wordings, without their lists. */
static struct terms *
copy_wordings(struct pool *pool, const struct terms *of, const struct docs *d)
{
	struct terms *t = pool_take(pool, sizeof(*t));

	*t = (struct terms){ .pool = pool,
		.docs = d,
		.wording = pool_take(pool, of->n * sizeof(*t->wording)),
		.list = pool_take(pool, of->n * sizeof(*t->list)),
		.n = of->n };
	for (size_t i = 0; i < of->n; i++) {
		const struct wording *w = &of->wording[i];

		t->wording[i] = (struct wording){ w->text, w->term, w->any,
			.how = w->how, .n = w->n };
	}
	return t;
}

enum rc
terms_elsewhere(const struct terms *of, struct context *ctx,
    const struct docs *d, const struct term_list **list, size_t n)
{
	struct term_list *to = pool_take(ctx->pool, (n + 1) * sizeof(*to));
	struct terms *t = NULL;
	enum rc rc = RC_OK;

	/* Most were asked there before. */
	for (size_t k = 0; k < n; k++) {
		size_t i = (size_t)(list[k] - of->list);
		const void *packed;

		if (i == MAX)
			continue;
		packed = term_cache_find(ctx, d, of->wording[i].text);
		if (packed != NULL) {
			to[k] = term_list_open(packed);
			continue;
		}
		t = t != NULL ? t : copy_wordings(ctx->pool, of, d);
		t->wording[i].wanted = t->wording[i].must = true;
	}
	if (t != NULL)
		rc = terms_read(t, ctx, NULL);
	for (size_t k = 0; k < n; k++) {
		size_t i = (size_t)(list[k] - of->list);

		if (t != NULL && i != MAX && t->wording[i].wanted)
			to[k] = t->list[i];
		list[k] = &to[k];
	}
	return rc;
}
