/*
 * count_tally.c - what the lines of a batch add to the tables.
 *
 * A table has its rows under their keys as JSON has them, "3,\"2026-11-30\",7",
 * so that a row is "[key,counts,networks]": MariaDB reads them all from one
 * text.  No part of a key has a quote (count_line.c).
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/intern.h"
#include "base/log.h"
#include "count/count_tally.h"
#include "db/query.h"
#include "gen/queries/count.h"

enum { COUNTS = 4, KEY_SIZE = 256 };

enum tally_table {
	TALLY_SEARCH,
	TALLY_WORD,
	TALLY_PLACE,
	TALLY_AID,
	TALLY_PAGE,
	TALLY__MAX
};

/* How many counts a row has, and what adds them. */
static const struct {
	int counts;
	enum query_id query;
} tables[TALLY__MAX] = {
	[TALLY_SEARCH] = { 2, Q_COUNT_SEARCH_ADD },
	[TALLY_WORD] = { 2, Q_COUNT_WORD_ADD },
	[TALLY_PLACE] = { 2, Q_COUNT_PLACE_ADD },
	[TALLY_AID] = { 4, Q_COUNT_AID_ADD },
	[TALLY_PAGE] = { 1, Q_COUNT_PAGE_ADD },
};

struct count_tally {
	struct tally_rows {
		struct intern *keys;
		struct tally_row {
			unsigned count[COUNTS];
			uint64_t networks;
		} * row; /* by the number of the key */
		size_t size, n;
	} table[TALLY__MAX];
};

struct count_tally *
count_tally_new(void)
{
	struct count_tally *t = calloc(1, sizeof(*t));

	if (t == NULL)
		log_die("count: out of memory");
	for (int i = 0; i < TALLY__MAX; i++)
		t->table[i].keys = intern_new();
	return t;
}

void
count_tally_free(struct count_tally *t)
{
	if (t == NULL)
		return;
	for (int i = 0; i < TALLY__MAX; i++) {
		intern_free(t->table[i].keys);
		free(t->table[i].row);
	}
	free(t);
}

/* The counts of the row of a key, to which a network adds. */
static unsigned *
row_of(struct count_tally *t, enum tally_table table, const char *key,
    uint64_t network)
{
	struct tally_rows *rows = &t->table[table];
	size_t i = intern(rows->keys, key);

	rows->row = intern_array(rows->row, &rows->size, i, sizeof(*rows->row));
	if (i >= rows->n)
		rows->n = i + 1;
	rows->row[i].networks |= network;
	return rows->row[i].count;
}

static void
add_search(struct count_tally *t, const struct count_known *known,
    const struct count_line *l, long long portal, uint64_t network)
{
	char key[KEY_SIZE];
	unsigned *count[3] = { NULL };

	snprintf(key, sizeof(key), "%lld,\"%s\",\"%s\",\"%s\"", portal, l->day,
	    count_known_audience(known, l->kind) ? l->kind : "", l->department);
	count[0] = row_of(t, TALLY_SEARCH, key, network);
	if (*l->words != '\0') {
		snprintf(key, sizeof(key), "%lld,\"%.7s-01\",\"%s\"", portal,
		    l->day, l->words);
		count[1] = row_of(t, TALLY_WORD, key, network);
	}
	if (count_knows(known, COUNT_PLACE, l->place)) {
		snprintf(key, sizeof(key), "%lld,\"%.7s-01\",%lld", portal,
		    l->day, l->place);
		count[2] = row_of(t, TALLY_PLACE, key, network);
	}
	for (int i = 0; i < 3; i++) {
		if (count[i] == NULL)
			continue;
		count[i][0]++;
		count[i][1] += l->nothing;
	}
}

/* A draft may be of no aid. */
static bool
add_aid(struct count_tally *t, const struct count_known *known,
    const struct count_line *l, long long portal, uint64_t network)
{
	char key[KEY_SIZE];

	if (!count_knows(known, COUNT_AID, l->aid) &&
	    !(l->event == COUNT_DRAFT && l->aid == 0))
		return false;
	snprintf(key, sizeof(key), "%lld,\"%s\",%lld", portal, l->day, l->aid);
	row_of(t, TALLY_AID, key, network)[l->event - COUNT_VIEW]++;
	return true;
}

static bool
add_page(struct count_tally *t, const struct count_known *known,
    const struct count_line *l, long long portal, uint64_t network)
{
	bool of_backer = l->event == COUNT_OF_BACKER;
	long long id = of_backer ? l->backer : l->program;
	char key[KEY_SIZE];

	if (!count_knows(known, of_backer ? COUNT_BACKER : COUNT_PROGRAM, id))
		return false;
	snprintf(key, sizeof(key), "%lld,\"%s\",\"%s\",%lld", portal, l->day,
	    of_backer ? "backer" : "program", id);
	row_of(t, TALLY_PAGE, key, network)[0]++;
	return true;
}

bool
count_tally_add(struct count_tally *t, const struct count_known *known,
    const struct count_line *l, uint64_t network)
{
	long long portal = *l->portal != '\0'
	    ? count_known_portal(known, l->portal)
	    : 0;

	if (portal < 0)
		return false;
	switch (l->event) {
	case COUNT_SEARCH:
		add_search(t, known, l, portal, network);
		return true;
	case COUNT_OF_BACKER:
	case COUNT_OF_PROGRAM:
		return add_page(t, known, l, portal, network);
	default:
		return add_aid(t, known, l, portal, network);
	}
}

static enum rc
write_rows(const struct tally_rows *rows, int counts, enum query_id query,
    struct db *db)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	struct buf json = { 0 };
	enum rc rc;

	buf_putc(&json, '[');
	for (size_t i = 0; i < rows->n; i++) {
		buf_puts(&json, i > 0 ? ",[" : "[");
		buf_puts(&json, intern_text(rows->keys, i));
		for (int c = 0; c < counts; c++) {
			buf_putc(&json, ',');
			buf_put_int(&json, rows->row[i].count[c]);
		}
		buf_putf(&json, ",%llu]",
		    (unsigned long long)rows->row[i].networks);
	}
	buf_putc(&json, ']');
	arg_bytes(pool, &args, ARG_ROWS, json.data, json.len);
	rc = query_run(db, pool, query, args, &res);
	buf_free(&json);
	pool_free(pool);
	return rc;
}

enum rc
count_tally_write(const struct count_tally *t, struct db *db)
{
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && i < TALLY__MAX; i++)
		if (t->table[i].n > 0)
			rc = write_rows(&t->table[i], tables[i].counts,
			    tables[i].query, db);
	return rc;
}
