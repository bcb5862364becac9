/*
 * funded_index.c - funded projects as documents, and the terms of their titles.
 *
 * All are made again, for a file replaces all projects of its source.  A term
 * has the same impact wherever it stands: titles are short.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/say.h"
#include "db/rows.h"
#include "funded/funded.h"
#include "funded/funded_index.h"
#include "gen/queries/funded.h"
#include "index/posting_writer.h"

enum { IMPACT = 255 };

struct funded_index {
	struct words *words;
	struct intern *terms, *departments;
	struct posting_writer *lists;
	struct buf *docs; /* of a department, by its number: hexadecimal */
	size_t ndocs;
};

static void
put_place(struct funded_index *x, const struct funded_all_row *row)
{
	struct funded_place p = { .id = (uint32_t)rows_int(&row->id, 0),
		.perimeter = (uint32_t)rows_int(&row->perimeter_id, 0),
		.epci = (uint32_t)rows_int(&row->epci_id, 0),
		.latitude = (int16_t)rows_int(&row->latitude, FUNDED_NOWHERE),
		.longitude = (int16_t)rows_int(&row->longitude, 0) };
	unsigned char byte[sizeof(p)];
	size_t number = intern(x->departments, row->department.s);

	x->docs = intern_array(x->docs, &x->ndocs, number, sizeof(*x->docs));
	memcpy(byte, &p, sizeof(p));
	for (size_t i = 0; i < sizeof(p); i++)
		buf_putf(&x->docs[number], "%02x", byte[i]);
}

static void
read_title(struct funded_index *x, const struct funded_all_row *row)
{
	const char *p = row->title.s;
	char term[sizeof(FUNDED_PREFIX) + 4 + WORD_SIZE];
	struct word w;

	while (words_next(x->words, &p, &w)) {
		if (w.stop || w.terms == 0)
			continue;
		snprintf(term, sizeof(term), FUNDED_PREFIX "%.3s %s",
		    row->department.s, words_key(&w));
		posting_writer_add(x->lists, intern(x->terms, term),
		    (unsigned)rows_int(&row->id, 0), IMPACT, 0);
	}
}

static enum rc
read_all(struct funded_index *x, struct db *db, struct pool *pool)
{
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
			const struct funded_all_row *row = funded_all_row(&res,
			    r);

			put_place(x, row);
			read_title(x, row);
			after = rows_int(&row->id, 0);
		}
		say_progress(_("projects indexed"), n += res.rows, 0);
	} while (rc == RC_OK && res.rows > 0);
	return rc;
}

static enum rc
write_all(struct funded_index *x, struct db *db, struct pool *pool)
{
	struct buf rows = { 0 };
	struct result res;
	enum rc rc = query_run(db, pool, Q_FUNDED_LISTS_DELETE, NULL, &res);

	if (rc == RC_OK)
		rc = query_run(db, pool, Q_FUNDED_POSTINGS_DELETE, NULL, &res);
	for (size_t i = 0; i < x->ndocs; i++)
		if (x->docs[i].len > 0)
			buf_putf(&rows, "%s\t%s\n",
			    intern_text(x->departments, i), x->docs[i].data);
	if (rc == RC_OK)
		rc = query_load(db, Q_FUNDED_LISTS_WRITE, &rows);
	buf_free(&rows);
	return rc == RC_OK ? posting_writer_write(x->lists, true) : rc;
}

enum rc
funded_index(struct db *db, struct words *words)
{
	struct pool *pool = pool_new();
	struct funded_index x = { .words = words,
		.terms = intern_new(),
		.departments = intern_new() };
	enum rc rc;

	x.lists = posting_writer_new(db, x.terms);
	rc = read_all(&x, db, pool);
	if (rc == RC_OK)
		rc = write_all(&x, db, pool);
	for (size_t i = 0; i < x.ndocs; i++)
		buf_free(&x.docs[i]);
	free(x.docs);
	posting_writer_free(x.lists);
	intern_free(x.departments);
	intern_free(x.terms);
	pool_free(pool);
	return rc;
}
