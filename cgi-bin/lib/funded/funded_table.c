/* funded_table.c - the funded projects of a source, as a table. */

#include "funded/funded_table.h"
#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/funded.h"
#include "table/csv_table.h"

/* Those of the query, without the id. */
static const char *const columns[] = {
	[COLUMN(funded_table, title) - 1] = "projet",
	[COLUMN(funded_table, year) - 1] = "annee",
	[COLUMN(funded_table, scheme) - 1] = "dispositif",
	[COLUMN(funded_table, beneficiary) - 1] = "beneficiaire",
	[COLUMN(funded_table, siren) - 1] = "siren",
	[COLUMN(funded_table, insee) - 1] = "insee",
	[COLUMN(funded_table, department) - 1] = "departement",
	[COLUMN(funded_table, cost) - 1] = "cout",
	[COLUMN(funded_table, amount) - 1] = "subvention",
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

/* Writes the rows of a piece; *after is then the id of the last. */
static void
write_rows(struct pool *pool, const struct result *res, FILE *f,
    long long *after)
{
	const char *field[COLUMNS];

	for (unsigned r = 0; r < res->rows; r++) {
		const struct value *row = res->row[r];

		for (int i = 0; i < COLUMNS; i++)
			field[i] = row[i + 1].type == VALUE_NULL
			    ? ""
			    : rows_text(pool, &row[i + 1]);
		csv_table_write(f, field, COLUMNS);
		*after = funded_table_row(res, r)->id.i;
	}
}

enum rc
funded_table_export(struct db *db, const char *source, FILE *f)
{
	struct pool *pool = pool_new();
	struct result res = { .rows = 1 };
	long long after = 0;
	enum rc rc = RC_OK;

	while (rc == RC_OK && res.rows > 0) {
		const struct arg *args = NULL;

		arg_text(pool, &args, FUNDED_TABLE_IN_SOURCE, source);
		arg_int(pool, &args, FUNDED_TABLE_IN_AFTER, after);
		rc = query_run(db, pool, Q_FUNDED_TABLE, args, &res);
		if (rc == RC_OK && after == 0 && res.rows > 0)
			csv_table_begin(f, columns, COLUMNS);
		if (rc == RC_OK)
			write_rows(pool, &res, f, &after);
		pool_reset(pool);
	}
	pool_free(pool);
	if (rc == RC_OK && after == 0) {
		log_msg(_("no funded project has the source \"%s\""), source);
		rc = RC_NOT_FOUND;
	}
	return rc;
}
