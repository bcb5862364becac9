/* api_record.c - aids as the API serves them, with the keys that are wanted. */

#include "api/api_record.h"
#include "db/row_cache.h"
#include "gen/queries/api.h"

void
api_record_put(const char *base, const struct api_fields *fields,
    struct aid_served aid, struct buf *out)
{
	struct buf whole = { 0 };

	if (!fields->plain)
		aid.texts = NULL;
	if (fields->chosen) {
		buf_reserve(&whole, aid.record->n);
		aid_served_put(&whole, base, &aid);
		api_fields_cut(fields, whole.data, out);
		buf_free(&whole);
	} else {
		aid_served_put(out, base, &aid);
	}
	buf_putc(out, '}');
}

enum rc
api_records_put(struct context *ctx, const struct api_fields *fields,
    const struct value *ids, size_t n, struct buf *out)
{
	struct result record, texts = { .rows = 0 };
	enum rc rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_AID_RECORDS, ARG_IDS, ids, n, &record);

	if (rc == RC_OK && fields->plain)
		rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
		    Q_AID_RECORD_TEXTS, ARG_IDS, ids, n, &texts);
	for (unsigned r = 0; rc == RC_OK && r < record.rows; r++) {
		const struct aid_records_row *row = aid_records_row(&record, r);

		if (r > 0)
			buf_putc(out, ',');
		api_record_put(ctx->base, fields,
		    (struct aid_served){ &row->record,
			r < texts.rows ? &aid_record_texts_row(&texts, r)->texts
				       : NULL,
			&row->status, &row->number },
		    out);
	}
	return rc;
}
