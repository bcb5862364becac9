/* api_record.c - aids as the API serves them, with the keys that are wanted. */

#include "api/api_record.h"
#include "db/row_cache.h"
#include "db/rows.h"
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
api_records_read(struct context *ctx, const struct api_fields *fields,
    const struct value *ids, size_t n, struct api_records *r)
{
	enum rc rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_AID_RECORDS, ARG_IDS, ids, n, &r->record);

	r->fields = fields;
	r->texts.rows = 0;
	if (rc == RC_OK && fields->plain)
		rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
		    Q_AID_RECORD_TEXTS, ARG_IDS, ids, n, &r->texts);
	return rc;
}

/* The texts of that aid; NULL: they are not wanted, or it came after they were
 * read. */
static const struct value *
texts_of(const struct result *texts, long long id)
{
	for (unsigned r = 0; r < texts->rows; r++)
		if (rows_int(&aid_record_texts_row(texts, r)->id, 0) == id)
			return &aid_record_texts_row(texts, r)->texts;
	return NULL;
}

long long
api_records_put(const struct api_records *r, const char *base, unsigned row,
    struct buf *out)
{
	const struct aid_records_row *aid = aid_records_row(&r->record, row);
	long long id = rows_int(&aid->id, 0);

	api_record_put(base, r->fields,
	    (struct aid_served){ &aid->record, texts_of(&r->texts, id),
		&aid->status, &aid->number },
	    out);
	return id;
}
