/*
 * posting_writer.c - changes of posting lists, gathered and written at once.
 *
 * An inverted index is built by a merge: changes are appended to a
 * delta-encoded list per term in memory; then, TERM_BATCH terms at a time in
 * the order of the table, stored lists are read, merged with their changes by
 * aid, and replaced.  A list that no aid is left in is deleted.
 */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/index.h"
#include "index/posting.h"
#include "index/posting_writer.h"

/* LIST_BYTES: about what a term costs, its text and its place in tables. */
enum {
	TERM_BATCH = 500,
	LARGE_BATCH = 100,
	LIST_BYTES = 160,
	FIRST_BYTES = 16
};

/*
 * The changes of a term, packed as a posting list in which impact 0 is a
 * removal: 4 bytes each, for a large catalogue makes forty million of them.
 * They come in any order: the difference of a smaller id wraps.
 */
struct changes {
	struct buf list;
	unsigned last;
};

struct posting_writer {
	struct db *db;
	const struct intern *terms;
	struct pool *pool;    /* of a batch */
	struct changes *term; /* by its number */
	size_t size, bytes;
	struct posting *change; /* of the term being merged */
	size_t room;
};

struct posting_writer *
posting_writer_new(struct db *db, const struct intern *terms)
{
	struct posting_writer *x = calloc(1, sizeof(*x));

	if (x == NULL)
		log_die("posting: out of memory");
	x->db = db;
	x->terms = terms;
	x->pool = pool_new();
	return x;
}

static void
posting_writer_forget(struct posting_writer *x)
{
	for (size_t i = 0; i < x->size; i++)
		buf_free(&x->term[i].list);
	free(x->term);
	x->term = NULL;
	x->size = x->bytes = 0;
}

void
posting_writer_free(struct posting_writer *x)
{
	if (x == NULL)
		return;
	posting_writer_forget(x);
	pool_free(x->pool);
	free(x->change);
	free(x);
}

void
posting_writer_add(struct posting_writer *x, size_t term, unsigned aid,
    unsigned impact, unsigned at)
{
	struct posting p = { aid, impact, at };
	struct buf *list;
	size_t had;

	x->term = intern_array(x->term, &x->size, term, sizeof(*x->term));
	list = &x->term[term].list;
	had = list->len;
	/* Most terms are in one aid or two. */
	if (list->data == NULL) {
		list->size = FIRST_BYTES;
		if ((list->data = malloc(FIRST_BYTES)) == NULL)
			log_die("posting: out of memory");
	}
	x->bytes += had == 0 ? LIST_BYTES : 0;
	posting_put(list, &x->term[term].last, &p);
	x->bytes += list->len - had;
}

size_t
posting_writer_bytes(const struct posting_writer *x)
{
	return x->bytes;
}

static int
by_aid(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;
	int c = x->aid < y->aid ? -1 : x->aid > y->aid;

	/* A removal comes before an addition, which then counts. */
	return c != 0 ? c : (x->impact > 0) - (y->impact > 0);
}

/* Unpacks the changes of a term in x->change, sorted by aid; how many. */
static size_t
unpack(struct posting_writer *x, const struct changes *c)
{
	struct posting_reader r;
	struct posting p;
	bool rising = true;
	size_t n = 0;

	posting_open(&r, c->list.data, c->list.len);
	while (posting_next(&r, &p)) {
		x->change = intern_array(x->change, &x->room, n, sizeof(p));
		rising &= n == 0 || x->change[n - 1].aid < p.aid;
		x->change[n++] = p;
	}
	if (!rising)
		qsort(x->change, n, sizeof(p), by_aid);
	return n;
}

/* The stored list of a term merged with its n changes, both sorted by aid.
 * Returns how many aids are left. */
static unsigned
posting_writer_merge(struct buf *out, const struct value *old,
    const struct posting *c, size_t n)
{
	struct posting_reader r;
	struct posting p;
	unsigned last = 0, aids = 0;
	bool more;

	posting_open(&r, old != NULL ? old->s : NULL, old != NULL ? old->n : 0);
	more = posting_next(&r, &p);
	for (size_t i = 0; i < n || more;) {
		struct posting put = p;

		if (i < n && (!more || c[i].aid <= p.aid)) {
			unsigned aid = c[i].aid;

			while (i < n && c[i].aid == aid)
				i++;
			put = c[i - 1];
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

/* The bytes of a list as LOAD DATA reads them. */
static void
posting_writer_put_row(struct buf *rows, const char *term, unsigned aids,
    const struct buf *list)
{
	buf_putf(rows, "%s\t%u\t", term, aids);
	for (size_t i = 0; i < list->len; i++) {
		char c = list->data[i];

		if (c == '\t' || c == '\n' || c == '\\')
			buf_putc(rows, '\\');
		buf_putc(rows, c);
	}
	buf_putc(rows, '\n');
}

/* Merges the lists of n terms, which are sorted. */
static enum rc
merge_some(struct posting_writer *x, const struct value *term, size_t n)
{
	struct value *dead = pool_take(x->pool, n * sizeof(*dead));
	const struct arg *args = NULL, *gone = NULL;
	struct buf list = { 0 }, rows = { 0 };
	size_t ndead = 0;
	unsigned row = 0, aids;
	struct result res;
	enum rc rc;

	arg_int(x->pool, &args, ARG_MOST, (long long)n);
	arg_list(x->pool, &args, ARG_TERMS, term, n);
	rc = query_run(x->db, x->pool, Q_POSTING_LISTS, args, &res);
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		struct changes *c = &x->term[term[i].i];
		const struct value *old = NULL;

		/* Rows come by the order of the terms; some have none. */
		if (row < res.rows &&
		    strcmp(posting_lists_row(&res, row)->term.s, term[i].s) ==
			0)
			old = &posting_lists_row(&res, row++)->list;
		buf_reset(&list);
		aids = posting_writer_merge(&list, old, x->change,
		    unpack(x, c));
		buf_free(&c->list);
		if (aids > 0)
			posting_writer_put_row(&rows, term[i].s, aids, &list);
		else
			dead[ndead++] = term[i];
	}
	arg_list(x->pool, &gone, ARG_TERMS, dead, ndead);
	if (rc == RC_OK && ndead > 0)
		rc = query_run(x->db, x->pool, Q_POSTING_DELETE, gone, &res);
	if (rc == RC_OK)
		rc = query_load(x->db, Q_POSTING_WRITE, &rows);
	buf_free(&list);
	buf_free(&rows);
	return rc;
}

static int
by_term(const void *a, const void *b)
{
	const struct value *x = a, *y = b;

	return strcmp(x->s, y->s);
}

enum rc
posting_writer_write(struct posting_writer *x, bool large)
{
	const size_t batch = large ? LARGE_BATCH : TERM_BATCH;
	struct value *v = calloc(x->size + 1, sizeof(*v));
	enum rc rc = RC_OK;
	size_t n = 0;

	if (v == NULL)
		log_die("posting: out of memory");
	for (size_t i = 0; i < x->size; i++)
		if (x->term[i].list.len > 0) {
			const char *text = intern_text(x->terms, i);

			v[n++] = (struct value){ VALUE_TEXT, (long long)i, text,
				strlen(text) };
		}
	qsort(v, n, sizeof(*v), by_term);
	for (size_t i = 0; rc == RC_OK && i < n; i += batch) {
		rc = merge_some(x, v + i, n - i < batch ? n - i : batch);
		pool_reset(x->pool);
	}
	free(v);
	posting_writer_forget(x);
	return rc;
}
