/* funded_table.c - the funded projects of a source, as a table. */

#include "funded/funded_table.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/funded.h"
#include "text/csv_table.h"

/* Those of the query, without the id. */
static const char *const columns[] = {
	[FUNDED_TABLE_TITLE - 1] = "projet",
	[FUNDED_TABLE_YEAR - 1] = "annee",
	[FUNDED_TABLE_SCHEME - 1] = "dispositif",
	[FUNDED_TABLE_BENEFICIARY - 1] = "beneficiaire",
	[FUNDED_TABLE_SIREN - 1] = "siren",
	[FUNDED_TABLE_INSEE - 1] = "insee",
	[FUNDED_TABLE_DEPARTMENT - 1] = "departement",
	[FUNDED_TABLE_COST - 1] = "cout",
	[FUNDED_TABLE_AMOUNT - 1] = "subvention",
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
		*after = row[FUNDED_TABLE_ID].i;
	}
}

enum rc
funded_table_export(struct db *db, const char *source, FILE *f)
{
	struct pool *pool = pool_new();
	struct result res = { .rows = 1 };
	long long after = 0;
	enum rc rc = RC_OK;

	csv_table_begin(f, columns, COLUMNS);
	while (rc == RC_OK && res.rows > 0) {
		const struct arg *args = NULL;

		arg_text(pool, &args, FUNDED_TABLE_IN_SOURCE, source);
		arg_int(pool, &args, FUNDED_TABLE_IN_AFTER, after);
		rc = query_run(db, pool, Q_FUNDED_TABLE, args, &res);
		if (rc == RC_OK)
			write_rows(pool, &res, f, &after);
		pool_reset(pool);
	}
	pool_free(pool);
	return rc;
}
