/* api_record.c - aids as the API serves them. */

#include <assert.h>

#include "aids/aid_export.h"
#include "api/api_record.h"
#include "db/row_cache.h"
#include "gen/queries/api.h"

enum { ROW_TEXT = COLUMN(aid_records, text) };
static_assert(ROW_TEXT == COLUMN(aid_record_texts, text),
    "the text is at one place");

void
api_record_put(const char *base, const struct api_fields *fields,
    const struct value *record, const struct value *texts, struct buf *out)
{
	struct buf whole = { 0 };

	buf_put(&whole, record->s, record->n);
	if (texts != NULL)
		buf_put(&whole, texts->s, texts->n);
	if (fields->chosen) {
		struct buf some = { 0 };

		api_fields_cut(fields, whole.data, &some);
		buf_free(&whole);
		whole = some;
	}
	aid_export_put_based(out, whole.data, whole.len, base);
	buf_putc(out, '}');
	buf_free(&whole);
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
		if (r > 0)
			buf_putc(out, ',');
		api_record_put(ctx->base, fields, &record.row[r][ROW_TEXT],
		    r < texts.rows ? &texts.row[r][ROW_TEXT] : NULL, out);
	}
	return rc;
}
