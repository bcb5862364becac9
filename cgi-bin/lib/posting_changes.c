/* posting_changes.c - changes of posting lists, gathered and written once. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "posting.h"
#include "posting_changes.h"
#include "query.h"
#include "rows.h"

enum { TERM_BATCH = 500 };

/* A term of an aid: comes (impact > 0) or goes. */
struct change {
	char		*term;
	unsigned	 aid, impact, at;
};

struct posting_changes {
	struct db	*db;
	struct pool	*pool;		/* of a batch */
	struct pool	*terms;		/* until they are written */
	struct change	*change;
	size_t		 n, size;
};

struct posting_changes *
posting_changes_new(struct db *db)
{
	struct posting_changes *x = calloc(1, sizeof(*x));

	if (x == NULL)
		log_die("posting: out of memory");
	x->db = db;
	x->pool = pool_new();
	x->terms = pool_new();
	return x;
}

void
posting_changes_free(struct posting_changes *x)
{
	if (x == NULL)
		return;
	pool_free(x->pool);
	pool_free(x->terms);
	free(x->change);
	free(x);
}

void
posting_change(struct posting_changes *x, const char *term, unsigned aid,
    unsigned impact, unsigned at)
{
	if (x->n == x->size) {
		x->size = x->size > 0 ? 2 * x->size : 1024;
		x->change = realloc(x->change, x->size * sizeof(*x->change));
		if (x->change == NULL)
			log_die("posting: out of memory");
	}
	x->change[x->n++] = (struct change){ pool_strdup(x->terms, term), aid,
	    impact, at };
}

static int
by_term(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	int c = strcmp(x->term, y->term);

	if (c == 0)
		c = x->aid < y->aid ? -1 : x->aid > y->aid;
	/* What goes stands before what comes, which then counts. */
	return c != 0 ? c : x->impact == 0 ? -1 : y->impact == 0;
}

/* The list with its changes, which are of one term and by rising aid. */
static unsigned
merge(struct buf *out, const struct value *old, const struct change *c,
    size_t n)
{
	struct posting_reader r;
	struct posting p;
	unsigned last = 0, aids = 0;
	bool more;

	posting_open(&r, old != NULL ? old->s : NULL,
	    old != NULL ? old->n : 0);
	more = posting_next(&r, &p);
	for (size_t i = 0; i < n || more; ) {
		struct posting put = p;

		if (i < n && (!more || c[i].aid <= p.aid)) {
			unsigned aid = c[i].aid;

			while (i < n && c[i].aid == aid)
				i++;
			put = (struct posting){ aid, c[i - 1].impact,
			    c[i - 1].at };
			if (more && p.aid == aid)
				more = posting_next(&r, &p);
		} else {
			more = posting_next(&r, &p);
		}
		if (put.impact == 0)
			continue;
		posting_put(out, &last, &put);
		aids++;
	}
	return aids;
}

static void
put_row(struct buf *rows, const char *term, unsigned aids,
    const struct buf *list)
{
	static const char digits[] = "0123456789abcdef";

	buf_putf(rows, "%s\t%u\t", term, aids);
	for (size_t i = 0; i < list->len; i++) {
		buf_putc(rows, digits[(unsigned char)list->data[i] >> 4]);
		buf_putc(rows, digits[(unsigned char)list->data[i] & 15]);
	}
	buf_putc(rows, '\n');
}

/* The terms of changes[from, to), each once. */
static struct value *
terms_of(struct posting_changes *x, size_t from, size_t to, size_t *n)
{
	struct value *v = pool_take(x->pool, (to - from) * sizeof(*v));

	*n = 0;
	for (size_t i = from; i < to; i++)
		if (i == from || strcmp(x->change[i].term,
		    x->change[i - 1].term) != 0)
			v[(*n)++] = (struct value){ VALUE_TEXT, 0,
			    x->change[i].term, strlen(x->change[i].term) };
	return v;
}

static enum rc
merge_some(struct posting_changes *x, size_t from, size_t to, struct buf *rows)
{
	const struct arg *args = NULL, *gone = NULL;
	struct buf list = { 0 };
	struct value *dead, *terms;
	struct result res;
	size_t n, ndead = 0;
	enum rc rc;

	terms = terms_of(x, from, to, &n);
	arg_list(x->pool, &args, "terms", terms, n);
	dead = pool_take(x->pool, n * sizeof(*dead));
	rc = query_run(x->db, x->pool, "posting_lists", args, &res);
	for (size_t i = from, k; rc == RC_OK && i < to; i = k) {
		const char *term = x->change[i].term;
		const struct value *old = NULL;
		unsigned aids;

		for (k = i; k < to && strcmp(x->change[k].term, term) == 0; )
			k++;
		for (unsigned r = 0; r < res.rows && old == NULL; r++)
			if (strcmp(res.row[r][0].s, term) == 0)
				old = &res.row[r][2];
		buf_reset(&list);
		aids = merge(&list, old, &x->change[i], k - i);
		if (aids > 0)
			put_row(rows, term, aids, &list);
		else
			dead[ndead++] = (struct value){ VALUE_TEXT, 0, term,
			    strlen(term) };
	}
	buf_free(&list);
	arg_list(x->pool, &gone, "terms", dead, ndead);
	if (rc == RC_OK && ndead > 0)
		rc = query_run(x->db, x->pool, "posting_delete", gone, &res);
	return rc;
}

enum rc
posting_changes_write(struct posting_changes *x)
{
	struct buf rows = { 0 };
	enum rc rc = RC_OK;

	if (x->n > 1)
		qsort(x->change, x->n, sizeof(*x->change), by_term);
	for (size_t from = 0, to; rc == RC_OK && from < x->n; from = to) {
		size_t terms = 0;

		for (to = from; to < x->n; to++) {
			terms += to == from || strcmp(x->change[to].term,
			    x->change[to - 1].term) != 0;
			if (terms > TERM_BATCH)
				break;
		}
		rc = merge_some(x, from, to, &rows);
		pool_reset(x->pool);
	}
	if (rc == RC_OK)
		rc = query_load(x->db, "posting_write", &rows);
	buf_free(&rows);
	x->n = 0;
	pool_reset(x->terms);
	return rc;
}
