/* place_choice.c - places among which a reader chooses. */

#include "territory/place_choice.h"
#include "db/rows.h"
#include "gen/queries/territory.h"
#include "xml/xml.h"

/* The name that was meant, of the place of a row. */
static const char *
matched(const struct resolution *found, long long id)
{
	for (size_t i = 0; i < found->n; i++)
		if (found->found[i].id == id)
			return found->found[i].matched;
	return NULL;
}

enum rc
place_choice_put(struct context *ctx, xmlNodePtr list,
    const struct resolution *found,
    const char *(*href)(const void *, const char *id), const void *arg)
{
	struct query rows = query_table[Q_PERIMETERS_SHOWN];
	struct value id[RESOLVE_MAX];
	struct result res;
	enum rc rc;

	if (found->n == 0)
		return RC_OK;
	for (size_t i = 0; i < found->n; i++)
		id[i] = (struct value){ VALUE_INT, found->found[i].id, NULL,
			0 };
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_PERIMETERS_SHOWN,
	    PERIMETERS_SHOWN_IN_IDS, id, found->n, &res);
	rows.list = NULL;
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct value *v = &perimeters_shown_row(&res, r)->id;
		struct result one = res;
		xmlNodePtr node;

		one.rows = 1;
		one.row = &res.row[r];
		node = rows_append(list, &rows, &one);
		xml_set(node, "matched", matched(found, rows_int(v, 0)));
		if (href != NULL)
			xml_set(node, "href",
			    href(arg, rows_text(ctx->pool, v)));
	}
	return rc;
}
