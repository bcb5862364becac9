/*
 * funded_cards.c - funded projects, as they are shown.
 *
 * The card was rendered ahead, once for all projects: where one has facts of
 * its own, it names their columns.
 */

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "db/rows.h"
#include "funded/funded_cards.h"
#include "gen/constants.h"
#include "gen/queries/funded.h"
#include "xml/fragment.h"
#include "xml/html.h"
#include "xml/xml.h"

/* The rows of n projects, with what only C knows: kilometres, one at least,
 * unless it is of the very place or nobody knows where; and whether it is of
 * another department.  Those that are gone since have none. */
static enum rc
read_rows(struct context *ctx, const struct funded_found *found, size_t n,
    struct result *res)
{
	struct value *id = pool_take(ctx->pool, n * sizeof(*id)), *row;
	size_t i = 0, size;
	enum rc rc;

	for (size_t k = 0; k < n; k++)
		id[k] = (struct value){ .type = VALUE_INT, .i = found[k].id };
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_FUNDED_ROWS,
	    FUNDED_ROWS_IN_IDS, id, n, res);
	for (unsigned r = 0; rc == RC_OK && r < res->rows; r++, i++) {
		size = res->columns * sizeof(*row);
		row = memcpy(pool_take(ctx->pool, size), res->row[r], size);
		while (row[COLUMN(funded_rows, parent)].i != id[i].i)
			i++;
		if (found[i].far > 0 && found[i].far < INFINITY)
			row[COLUMN(funded_rows, km)] = (struct value){
				VALUE_INT,
				lroundf(fmaxf(1, sqrtf(found[i].far))), NULL, 0
			};
		if (!found[i].own)
			row[COLUMN(funded_rows, beyond)] = (struct value){
				VALUE_INT, 1, NULL, 0
			};
		res->row[r] = row;
	}
	return rc;
}

/* The column of a row that a placeholder names. */
static const struct value *
fact_of(const struct value *row, const char *name)
{
	static const struct value none = { .type = VALUE_NULL };
	const struct query *q = &query_table[Q_FUNDED_ROWS];
	int i = 0;

	while (i < q->ncolumns &&
	    strcmp(q->columns[i] + (q->columns[i][0] == '@'), name) != 0)
		i++;
	return i < q->ncolumns ? &row[i] : &none;
}

/* A whole number, by thousands: as mode "number" of xsl/lib/format.xsl. */
static void
put_grouped(struct buf *b, long long number)
{
	char room[24];
	const char *digits = buf_digits(room, number);

	for (size_t n = strlen(digits); n > 0; n--) {
		buf_putc(b, *digits++);
		if (n > 1 && n % 3 == 1)
			buf_puts(b, "\u202f");
	}
}

static void
put_fact(void *arg, struct buf *b, const char *name, const char *of)
{
	const struct value *v = fact_of(arg, of);

	if (v->type == VALUE_TEXT)
		html_put_text(b, v->s, v->n);
	else if (v->type == VALUE_INT && str_is(name, PLACEHOLDER_NUMBER))
		put_grouped(b, v->i);
	else if (v->type == VALUE_INT)
		buf_put_int(b, v->i);
}

static bool
has_fact(void *arg, const char *name, const char *of)
{
	(void)name;
	return fact_of(arg, of)->type != VALUE_NULL;
}

enum rc
funded_cards_put(struct context *ctx, xmlNodePtr list, const struct buf *card,
    const struct funded_found *found, size_t n)
{
	struct fragment_filler fill = { .put = put_fact, .keeps = has_fact };
	struct buf html = { 0 };
	struct result res;
	enum rc rc = read_rows(ctx, found, n, &res);

	if (rc != RC_OK)
		return rc;
	if (card == NULL)
		rows_append(list, &query_table[Q_FUNDED_ROWS], &res);
	for (unsigned i = 0; card != NULL && i < res.rows; i++) {
		fill.arg = res.row[i];
		fragment_fill(&html, card->data, card->len, &fill);
	}
	if (html.len > 0)
		xml_raw_take(xml_add(list, "cards"), &html);
	buf_free(&html);
	return RC_OK;
}
