/* links_wrong.c - the links that are wrong, and whose they are. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/links.h"
#include "links/links_wrong.h"

/* A list that grows. */
struct list {
	struct link_wrong *v;
	size_t n, size;
};

/* "" of what is absent */
static const char *
text(struct pool *pool, const struct value *v)
{
	const char *s = rows_text(pool, v);

	return s != NULL ? s : "";
}

static void
add(struct list *list, struct pool *pool, const struct link_wrong_row *r)
{
	if (list->n == list->size) {
		list->size = list->size * 2 + 64;
		list->v = realloc(list->v, list->size * sizeof(*list->v));
		if (list->v == NULL)
			log_die("links: out of memory");
	}
	list->v[list->n++] = (struct link_wrong){
		.address = text(pool, &r->address),
		.wrong = text(pool, &r->wrong),
		.since = text(pool, &r->since),
		.visited_at = text(pool, &r->visited_at),
		.why = text(pool, &r->why),
		.leads_to = text(pool, &r->leads_to),
		.told = rows_int(&r->told, 0) != 0,
		.field = text(pool, &r->field),
		.aid = rows_int(&r->id, 0),
		.slug = text(pool, &r->slug),
		.source = text(pool, &r->source),
		.contact = text(pool, &r->contact),
	};
}

static int
compare(const void *a, const void *b)
{
	const struct link_wrong *x = a, *y = b;
	int d = strcmp(x->address, y->address);

	return d != 0 ? d : (x->aid > y->aid) - (x->aid < y->aid);
}

enum rc
links_wrong(struct db *db, struct pool *pool, struct link_wrong **v, size_t *n)
{
	struct list list = { 0 };
	long long after = 0;
	struct result res;
	enum rc rc;

	for (;;) {
		const struct arg *args = NULL;

		arg_int(pool, &args, ARG_AFTER, after);
		rc = query_run(db, pool, Q_LINK_PIECE, args, &res);
		if (rc != RC_OK ||
		    link_piece_row(&res, 0)->last.type == VALUE_NULL)
			break;
		after = rows_int(&link_piece_row(&res, 0)->last, 0);
		arg_int(pool, &args, ARG_LAST, after);
		rc = query_run(db, pool, Q_LINK_WRONG, args, &res);
		for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
			add(&list, pool, link_wrong_row(&res, i));
		if (rc != RC_OK)
			break;
	}
	*v = pool_room(pool, (list.n + 1) * sizeof(*list.v));
	*n = list.n;
	if (list.n > 0) {
		memcpy(*v, list.v, list.n * sizeof(*list.v));
		qsort(*v, list.n, sizeof(**v), compare);
	}
	free(list.v);
	return rc;
}
