/* terms.c - the wordings of a question. */

#include <string.h>

#include "rows.h"
#include "terms.h"
#include "text.h"
#include "tokens.h"
#include "words.h"

enum { MAX = 1024, SLOTS = 2048, AT_ONCE = 64, MAX_MISSING = 2000 };

struct wording {
	const char	*text;		/* its terms, by blanks */
	const char	*const *term;
	int		 n;
	bool		 read;
};

struct terms {
	struct pool	*pool;
	const struct catalogue *catalogue;
	struct wording	 wording[MAX];
	struct term_list list[MAX + 1];	/* the last is of no wording */
	size_t		 n;
	bool		 late;
	short		 slot[SLOTS];	/* number + 1, by hash */
};

/* Lists are kept under this name, by the text of the wording. */
static const char kind[] = "term list";

struct terms *
terms_new(struct pool *pool, const struct catalogue *c)
{
	struct terms *t = pool_take(pool, sizeof(*t));

	t->pool = pool;
	t->catalogue = c;
	return t;
}

static const char *
text_of(struct terms *t, const char *const *term, int n)
{
	size_t size = 0, len[TOKENS];
	char *text, *p;

	for (int i = 0; i < n; i++)
		size += (len[i] = strlen(term[i])) + 1;
	p = text = pool_take(t->pool, size);
	for (int i = 0; i < n; i++) {
		memcpy(p, term[i], len[i]);
		p += len[i];
		*p++ = i + 1 < n ? ' ' : '\0';
	}
	return text;
}

size_t
terms_add(struct terms *t, const char *const *term, int n)
{
	const char *text, **copy;
	size_t h;

	if (n > TOKENS)
		return MAX;
	text = text_of(t, term, n);
	h = text_hash(TEXT_HASH, text) % SLOTS;
	for (; t->slot[h] != 0; h = (h + 1) % SLOTS)
		if (strcmp(t->wording[t->slot[h] - 1].text, text) == 0)
			return (size_t)t->slot[h] - 1;
	if (t->n == MAX)
		return MAX;
	copy = pool_take(t->pool, (size_t)n * sizeof(*copy));
	memcpy(copy, term, (size_t)n * sizeof(*copy));
	t->wording[t->n] = (struct wording){ text, copy, n, false };
	t->slot[h] = (short)(t->n + 1);
	return t->n++;
}

/* ---- terms that memory has not ---- */

struct missing {
	struct value	*term;
	size_t		 n;
};

static void
miss(struct ask *a, struct missing *m, const char *term)
{
	if (m->n == MAX_MISSING || kept_find(a->kept, kind, term) != NULL)
		return;
	if (m->term == NULL)
		m->term = pool_take(a->pool, MAX_MISSING * sizeof(*m->term));
	for (size_t i = 0; i < m->n; i++)
		if (strcmp(m->term[i].s, term) == 0)
			return;
	m->term[m->n++] = (struct value){ VALUE_TEXT, 0, term, strlen(term) };
}

/* A wording of several terms is borne by aids that bear each of them, and each
 * pair that follow each other: the first pair says how much. */
static int
parts_of(struct terms *t, const struct wording *w, const char **part)
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
read_missing(struct terms *t, struct ask *a, const struct missing *m)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (m->n == 0)
		return RC_OK;
	arg_list(t->pool, &args, "terms", m->term, m->n);
	rc = query_run(a->db, t->pool, "posting_lists", args, &res);
	for (size_t i = 0; rc == RC_OK && i < m->n; i++) {
		const struct value *list = NULL;
		const void *made;
		size_t n;

		for (unsigned r = 0; r < res.rows && list == NULL; r++)
			if (strcmp(res.row[r][0].s, m->term[i].s) == 0)
				list = &res.row[r][2];
		made = term_list_make(t->pool, t->catalogue,
		    list != NULL ? list->s : NULL,
		    list != NULL ? list->n : 0, &n);
		kept_add(a->kept, kind, m->term[i].s, made, n);
	}
	return rc;
}

/* ---- wordings ---- */

static void
merge(struct terms *t, struct ask *a, const struct wording *w)
{
	const char **part = pool_take(t->pool, 2 * (size_t)w->n *
	    sizeof(*part));
	int n = parts_of(t, w, part);
	struct term_list *list = pool_take(t->pool, (size_t)n *
	    sizeof(*list));
	const void *made;
	size_t size;

	for (int i = 0; i < n; i++) {
		made = kept_find(a->kept, kind, part[i]);
		if (made == NULL)
			return;
		list[i] = term_list_open(made);
	}
	made = term_list_merge(t->pool, t->catalogue, list, n, &size);
	kept_add(a->kept, kind, w->text, made, size);
}

static bool
is_missing(struct ask *a, const struct wording *w)
{
	return !w->read && kept_find(a->kept, kind, w->text) == NULL;
}

/* Reads n wordings from one on. */
static enum rc
read_some(struct terms *t, struct ask *a, struct wording *w, size_t n)
{
	struct missing m = { NULL, 0 };
	enum rc rc;

	for (size_t i = 0; i < n; i++) {
		const char **part;
		int parts;

		if (!is_missing(a, &w[i]))
			continue;
		part = pool_take(t->pool, 2 * (size_t)w[i].n * sizeof(*part));
		parts = w[i].n > 1 ? parts_of(t, &w[i], part) : 0;
		if (w[i].n == 1)
			miss(a, &m, w[i].text);
		for (int k = 0; k < parts; k++)
			miss(a, &m, part[k]);
	}
	if ((rc = read_missing(t, a, &m)) != RC_OK)
		return rc;
	for (size_t i = 0; i < n; i++) {
		const void *made;

		if (w[i].read)
			continue;
		if (w[i].n > 1 && is_missing(a, &w[i]))
			merge(t, a, &w[i]);
		if ((made = kept_find(a->kept, kind, w[i].text)) != NULL)
			t->list[&w[i] - t->wording] = term_list_open(made);
		w[i].read = true;
	}
	return RC_OK;
}

enum rc
terms_read(struct terms *t, struct ask *a)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < t->n; i += AT_ONCE) {
		if (i > 0 && (t->late = ask_is_late(a)))
			break;
		rc = read_some(t, a, t->wording + i, t->n - i < AT_ONCE ?
		    t->n - i : AT_ONCE);
	}
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
