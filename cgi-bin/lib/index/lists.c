/* lists.c - the small lists, in memory. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/index.h"
#include "index/lists.h"
#include "text/normalize.h"

struct lists {
	struct pool *pool;
	struct list_entry *entry;
	size_t n;
};

enum rc
lists_load(struct db *db, struct lists **made)
{
	struct lists *l = calloc(1, sizeof(*l));
	struct result res;
	enum rc rc;

	if (l == NULL)
		log_die("lists: out of memory");
	l->pool = pool_new();
	rc = query_run(db, l->pool, Q_LIST_ENTRIES, NULL, &res);
	if (rc != RC_OK) {
		lists_free(l);
		return rc;
	}
	l->entry = pool_take(l->pool, res.rows * sizeof(*l->entry));
	for (l->n = 0; l->n < res.rows; l->n++) {
		const struct list_entries_row *v = list_entries_row(&res, l->n);
		struct list_entry *e = &l->entry[l->n];

		e->list = rows_text(l->pool, &v->list);
		e->id = (unsigned)rows_int(&v->id, 0);
		e->slug = rows_text(l->pool, &v->slug);
		e->name = rows_text(l->pool, &v->name);
		e->parent = rows_text(l->pool, &v->parent);
		e->parent_name = rows_text(l->pool, &v->parent_name);
		str_fold(e->folded, sizeof(e->folded), e->name);
	}
	*made = l;
	return RC_OK;
}

void
lists_free(struct lists *l)
{
	if (l == NULL)
		return;
	pool_free(l->pool);
	free(l);
}

const struct list_entry *
lists_all(const struct lists *l, size_t *n)
{
	*n = l->n;
	return l->entry;
}

const struct list_entry *
lists_slug(const struct lists *l, const char *list, const char *slug)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->entry[i].list, list) == 0 &&
		    strcmp(l->entry[i].slug, slug) == 0)
			return &l->entry[i];
	return NULL;
}

const struct list_entry *
lists_id(const struct lists *l, const char *list, unsigned id)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->entry[i].list, list) == 0 && l->entry[i].id == id)
			return &l->entry[i];
	return NULL;
}

const struct list_entry *
lists_name(const struct lists *l, const char *list, const char *name)
{
	char folded[256];

	str_fold(folded, sizeof(folded), name);
	for (size_t i = 0; l != NULL && i < l->n; i++) {
		const struct list_entry *e = &l->entry[i];

		if (strcmp(e->folded, folded) != 0 ||
		    strcmp(e->list + (e->list[0] == '='), list) != 0)
			continue;
		return e->list[0] == '=' ? lists_id(l, list, e->id) : e;
	}
	return NULL;
}

const struct list_entry *
lists_name_at_end(const struct lists *l, const char *list, const char *text)
{
	char folded[256];
	size_t n, longest = 0;
	unsigned id = 0;

	str_fold(folded, sizeof(folded), text);
	n = strlen(folded);
	for (size_t i = 0; i < l->n; i++) {
		const struct list_entry *e = &l->entry[i];
		size_t k = strlen(e->folded);

		if (k >= n || k <= longest || folded[n - k - 1] != ' ' ||
		    strcmp(folded + n - k, e->folded) != 0 ||
		    strcmp(e->list + (e->list[0] == '='), list) != 0)
			continue;
		longest = k;
		id = e->id;
	}
	return longest > 0 ? lists_id(l, list, id) : NULL;
}

static const struct list_entry *
category_of_path(const struct lists *l, struct pool *pool, const char *path)
{
	const struct list_entry *e;

	for (const char *s = path; (s = strpbrk(s, "/|")) != NULL; s++) {
		const char *before = normalize_text(pool,
		    pool_strndup(pool, path, (size_t)(s - path)));

		e = lists_name(l, "category", normalize_text(pool, s + 1));
		if (e != NULL && *before != '\0' &&
		    lists_name(l, "category", before) == NULL)
			return e;
	}
	return NULL;
}

const struct list_entry *
lists_name_or_path(const struct lists *l, struct pool *pool, const char *list,
    const char *text)
{
	const struct list_entry *e = lists_name(l, list, text);

	return e == NULL && strcmp(list, "category") == 0
	    ? category_of_path(l, pool, text)
	    : e;
}
