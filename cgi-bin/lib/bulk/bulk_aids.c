/* bulk_aids.c - the aids that lists have, as files. */

#include "bulk/bulk_aids.h"
#include "aids/aid_served.h"
#include "bulk/bulk_csv.h"
#include "db/rows.h"
#include "gen/queries/bulk.h"

/* The columns of etalab/schema-dispositif-aide v0.2.0. */
static const char exchange_titles[] =
    "id,titre,promesse,description,eligibilite,types_aides,porteurs,"
    "programmes_parents,url_source,cibles,eligibilite_geographique,"
    "eligibilite_geographique_exclusions,date_ouverture,date_cloture,"
    "date_mise_a_jour\r\n";

static const char left_out_titles[] = "id,titre,colonnes\r\n";

/* How many aids there are, of which the envelope speaks first. */
static enum rc
begin_json(struct db *db, struct pool *pool, struct bulk_file *f)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_BULK_COUNT, NULL, &res);

	if (rc == RC_OK)
		bulk_file_puts(f,
		    pool_printf(pool,
			"{\"count\":%lld,\"previous\":null,\"next\":null,"
			"\"results\":[",
			rows_int(&bulk_count_row(&res, 0)->n, 0)));
	return rc;
}

/* A line of the State's format, or after a "-" one of those that it cannot
 * have: fragment-exchange.xsl. */
static void
put_exchange(struct bulk_file *file, const struct value *line)
{
	bool is_out = line->n > 0 && *line->s == '-';
	struct bulk_file *f = &file[is_out ? BULK_LEFT_OUT : BULK_EXCHANGE];

	file[BULK_EXCHANGE].left_out += is_out;
	f->rows++;
	bulk_file_put(f, line->s + is_out, line->n - is_out);
}

/* An aid to each of the files; b is for its JSON, and kept from one to the
 * next. */
static void
put_aid(struct bulk_file *file, const char *base,
    const struct bulk_aids_row *row, struct buf *b)
{
	struct bulk_file *json = &file[BULK_AIDS_JSON];
	struct bulk_file *csv = &file[BULK_AIDS_CSV];

	buf_reset(b);
	aid_served_put(b, base,
	    &(struct aid_served){ &row->record, &row->texts, &row->status,
		&row->number });
	buf_puts(b, "}\n");
	if (json->rows++ > 0)
		bulk_file_puts(json, ",");
	bulk_file_put(json, b->data, b->len - 1);
	bulk_file_put(&file[BULK_AIDS_NDJSON], b->data, b->len);
	file[BULK_AIDS_NDJSON].rows++;
	bulk_csv_put(csv, b->data);
	csv->rows++;
	put_exchange(file, &row->exchange);
}

/* By pieces: a row has some kilobytes. */
enum rc
bulk_aids_write(struct db *db, const struct conf *conf,
    struct bulk_file file[BULK_AIDS])
{
	struct pool *pool = pool_new();
	struct buf b = { 0 };
	long long after = 0;
	struct result res = { .rows = 1 };
	enum rc rc = begin_json(db, pool, &file[BULK_AIDS_JSON]);

	bulk_file_puts(&file[BULK_EXCHANGE], exchange_titles);
	bulk_file_puts(&file[BULK_LEFT_OUT], left_out_titles);
	while (rc == RC_OK && res.rows > 0) {
		const struct arg *args = NULL;

		pool_reset(pool);
		arg_int(pool, &args, BULK_AIDS_IN_AFTER, after);
		rc = query_run(db, pool, Q_BULK_AIDS, args, &res);
		for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
			const struct bulk_aids_row *row = bulk_aids_row(&res,
			    r);

			after = rows_int(&row->id, 0);
			put_aid(file, conf->base_url, row, &b);
		}
	}
	bulk_file_puts(&file[BULK_AIDS_JSON], "]}\n");
	buf_free(&b);
	pool_free(pool);
	return rc;
}
