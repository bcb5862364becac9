/* deposit_tables.c - what a link gives to fill in. */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "bulk/bulk_table.h"
#include "db/rows.h"
#include "deposit/deposit_bytes.h"
#include "deposit/deposit_tables.h"
#include "gen/queries/deposit.h"
#include "gen/queries/harvest.h"

static const struct {
	const char *name;
	bool of_source, workbook;
} tables[] = {
	{ "modele.xlsx", false, true },
	{ "modele.csv", false, false },
	{ "aides.xlsx", true, true },
	{ "aides.csv", true, false },
};

/* Whether the source has public aids, for to ask for none is logged. */
static enum rc
count_aids(struct harvest *h, struct pool *pool, const char *source,
    bool *has_some)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, ARG_NAME, source);
	rc = query_run(h->db, pool, Q_FEED_AIDS, args, &res);
	*has_some = rc == RC_OK && rows_int(&feed_aids_row(&res, 0)->n, 0) > 0;
	return rc;
}

/* Through a file, which the writer of tables wants; it is gone with the
 * process. */
static enum rc
make_table(struct harvest *h, struct pool *pool, const struct arg *of,
    const char *name, const char *source, bool workbook)
{
	FILE *f = tmpfile();
	struct buf bytes = { 0 };
	char block[1 << 16];
	size_t n;
	enum rc rc;

	if (f == NULL) {
		log_msg("deposit: no temporary file");
		return RC_FAIL;
	}
	rc = bulk_table_write(h->db, h->shapes, source, workbook, f);
	rewind(f);
	while (rc == RC_OK && (n = fread(block, 1, sizeof(block), f)) > 0)
		buf_put(&bytes, block, n);
	fclose(f);
	arg_text(pool, &of, ARG_NAME, name);
	if (rc == RC_OK)
		rc = deposit_bytes_add(h->db, pool, of, Q_DEPOSIT_TABLE_ADD,
		    bytes.data, bytes.len);
	buf_free(&bytes);
	/* Its aids went meanwhile. */
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* All tables of a link, of one version of the data. */
static enum rc
make_tables(struct harvest *h, struct pool *pool,
    const struct deposit_tables_due_row *link)
{
	const struct arg *args = NULL;
	struct result res;
	bool has_some;
	enum rc rc = count_aids(h, pool, link->source.s, &has_some);

	arg_int(pool, &args, ARG_LINK, link->id.i);
	arg_int(pool, &args, ARG_VERSION, link->version.i);
	if (rc == RC_OK)
		rc = query_run(h->db, pool, Q_DEPOSIT_TABLES_CLEAR, args, &res);
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (rc == RC_OK && (has_some || !tables[i].of_source))
			rc = make_table(h, pool, args, tables[i].name,
			    tables[i].of_source ? link->source.s : NULL,
			    tables[i].workbook);
	return rc == RC_OK
	    ? query_run(h->db, pool, Q_DEPOSIT_TABLES_MADE, args, &res)
	    : rc;
}

/* Each link in a transaction of its own: readers have its tables of before
 * until then, and a job that is killed loses one. */
enum rc
deposit_tables_make(struct harvest *h)
{
	struct pool *all = pool_new(), *pool = pool_new();
	const struct arg *args = NULL;
	struct result due;
	enum rc rc;

	arg_text(all, &args, ARG_TODAY, h->today);
	rc = query_run(h->db, all, Q_DEPOSIT_TABLES_DUE, args, &due);
	for (unsigned i = 0; rc == RC_OK && i < due.rows; i++) {
		pool_reset(pool);
		if ((rc = db_begin(h->db)) == RC_OK)
			rc = make_tables(h, pool,
			    deposit_tables_due_row(&due, i));
		if (rc == RC_OK)
			rc = db_commit(h->db);
		else
			db_rollback(h->db);
	}
	pool_free(pool);
	pool_free(all);
	return rc;
}
