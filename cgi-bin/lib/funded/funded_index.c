/*
 * funded_index.c - the posting lists of funded projects.
 *
 * A sort-based inversion: every mention of a term in a title is noted, mentions
 * are sorted by key and id, and each run of one key is a list.  All lists are
 * replaced, for a file replaces all projects of its source.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "funded/funded.h"
#include "funded/funded_index.h"
#include "gen/queries/funded.h"

/* A mention of a term in a title. */
struct mention {
	char near[64]; /* the key: "79 ecol" */
	uint32_t id, perimeter, epci;
	uint16_t latitude, longitude;
};

struct mentions {
	struct mention *at;
	size_t n, size;
};

static void
funded_index_add(struct mentions *m, const struct mention *one)
{
	if (m->n == m->size) {
		m->size = m->size > 0 ? 2 * m->size : 4096;
		m->at = realloc(m->at, m->size * sizeof(*m->at));
		if (m->at == NULL)
			log_die("funded: out of memory");
	}
	m->at[m->n++] = *one;
}

static void
read_title(struct mentions *m, struct words *words,
    const struct funded_all_row *row)
{
	struct mention one = { .id = (uint32_t)rows_int(&row->id, 0),
		.perimeter = (uint32_t)rows_int(&row->perimeter_id, 0),
		.epci = (uint32_t)rows_int(&row->epci_id, 0),
		.latitude = (uint16_t)rows_int(&row->latitude, FUNDED_NOWHERE),
		.longitude = (uint16_t)rows_int(&row->longitude, 0) };
	const char *p = row->title.s;
	struct word w;

	while (words_next(words, &p, &w)) {
		if (w.stop || w.terms == 0)
			continue;
		snprintf(one.near, sizeof(one.near), "%s %s", row->department.s,
		    words_key(&w));
		funded_index_add(m, &one);
	}
}

static int
by_near(const void *a, const void *b)
{
	const struct mention *x = a, *y = b;
	int c = strcmp(x->near, y->near);

	return c != 0 ? c : x->id < y->id ? -1 : x->id > y->id;
}

static void
put_hex(struct buf *b, uint32_t n, int bytes)
{
	for (int i = 0; i < bytes; i++, n >>= 8)
		buf_putf(b, "%02x", n & 255);
}

/* A line for each list, its projects once each. */
static void
put_lists(struct buf *rows, const struct mentions *m)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct mention *one = &m->at[i];
		bool first = i == 0 || strcmp(one->near, one[-1].near) != 0;

		if (!first && one->id == one[-1].id)
			continue;
		if (first)
			buf_putf(rows, "%s%s\t", i > 0 ? "\n" : "", one->near);
		put_hex(rows, one->id, 4);
		put_hex(rows, one->perimeter, 4);
		put_hex(rows, one->epci, 4);
		put_hex(rows, one->latitude, 2);
		put_hex(rows, one->longitude, 2);
	}
	if (m->n > 0)
		buf_putc(rows, '\n');
}

enum rc
funded_index(struct db *db, struct words *words)
{
	struct pool *pool = pool_new();
	struct mentions m = { 0 };
	struct buf rows = { 0 };
	struct result res;
	unsigned long n = 0;
	long long after = 0;
	enum rc rc;

	do {
		const struct arg *args = NULL;

		pool_reset(pool);
		arg_int(pool, &args, ARG_AFTER, after);
		rc = query_run(db, pool, Q_FUNDED_ALL, args, &res);
		for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
			read_title(&m, words, funded_all_row(&res, r));
			after = rows_int(&funded_all_row(&res, r)->id, 0);
		}
		say_progress(_("projects indexed"), n += res.rows, 0);
	} while (rc == RC_OK && res.rows > 0);
	if (m.n > 1)
		qsort(m.at, m.n, sizeof(*m.at), by_near);
	put_lists(&rows, &m);
	if (rc == RC_OK)
		rc = query_run(db, pool, Q_FUNDED_LISTS_DELETE, NULL, &res);
	if (rc == RC_OK)
		rc = query_load(db, Q_FUNDED_LISTS_WRITE, &rows);
	buf_free(&rows);
	free(m.at);
	pool_free(pool);
	return rc;
}
