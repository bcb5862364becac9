/* aid_export.c - aids for tables, feeds and calendars. */

#include <assert.h>
#include <string.h>

#include "aids/aid_export.h"
#include "db/row_cache.h"
#include "gen/queries/aids.h"
#include "xml/xml.h"

/* U+FDD0, for which the address of the site is written: xsl/lib/base.xsl. */
#define BASE_SIGN "\xef\xb7\x90"

enum { MAX_BATCH = 2000 }; /* of one query */

/* The three queries have the same columns. */
enum {
	ROW_TEXT = COLUMN(aid_rows, text),
	ROW_CHANGED = COLUMN(aid_entries, changed)
};
static_assert(ROW_TEXT == COLUMN(aid_entries, text) &&
	ROW_TEXT == COLUMN(aid_events, text),
    "the text is at one place");

static enum query_id
query_of(const char *format)
{
	return strcmp(format, "atom") == 0 ? Q_AID_ENTRIES
	    : strcmp(format, "ics") == 0   ? Q_AID_EVENTS
					   : Q_AID_ROWS;
}

static void
put_with_base(struct buf *b, const char *s, size_t n, const char *base)
{
	const char *end = s + n, *sign;
	const size_t len = strlen(BASE_SIGN);

	while ((sign = memmem(s, (size_t)(end - s), BASE_SIGN, len)) != NULL) {
		buf_put(b, s, (size_t)(sign - s));
		buf_puts(b, base);
		s = sign + len;
	}
	buf_put(b, s, (size_t)(end - s));
}

/* What some aids give; *latest is the last of their changes, of a feed. */
static enum rc
put_batch(struct context *ctx, enum query_id query, const struct value *ids,
    size_t n, struct buf *text, const char **latest)
{
	struct result res;
	enum rc rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, query,
	    ARG_IDS, ids, n, &res);

	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct value *row = res.row[r];
		const struct value *changed = &row[ROW_CHANGED];

		put_with_base(text, row[ROW_TEXT].s, row[ROW_TEXT].n,
		    ctx->base);
		if (query == Q_AID_ENTRIES && changed->type != VALUE_NULL &&
		    (*latest == NULL || strcmp(changed->s, *latest) > 0))
			*latest = changed->s;
	}
	return rc;
}

enum rc
aid_export_put(struct context *ctx, const char *format, const struct value *ids,
    size_t n, xmlNodePtr aids)
{
	const char *latest = NULL;
	struct buf text = { 0 };
	enum rc rc = RC_OK;

	for (size_t k; rc == RC_OK && n > 0; ids += k, n -= k) {
		k = n < MAX_BATCH ? n : MAX_BATCH;
		rc = put_batch(ctx, query_of(format), ids, k, &text, &latest);
	}
	if (rc == RC_OK)
		xml_set(aids, "latest", latest);
	if (rc == RC_OK && text.len > 0)
		xml_raw_take(xml_add(aids, "ready"), &text);
	buf_free(&text);
	return rc;
}
