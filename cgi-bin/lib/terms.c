/* terms.c - the index terms of a question. */

#include <string.h>

#include "rows.h"
#include "terms.h"
#include "text.h"

enum { MAX = 1024, SLOTS = 2048 };

struct terms {
	struct pool	*pool;
	struct value	 key[MAX];
	struct rank_list list[MAX + 1];	/* the last is of no term */
	size_t		 n;
	short		 slot[SLOTS];	/* number + 1, by hash */
};

struct terms *
terms_new(struct pool *pool)
{
	struct terms *t = pool_take(pool, sizeof(*t));

	t->pool = pool;
	return t;
}

size_t
terms_add(struct terms *t, const char *term)
{
	size_t h = text_hash(TEXT_HASH, term) % SLOTS;

	for (; t->slot[h] != 0; h = (h + 1) % SLOTS)
		if (strcmp(t->key[t->slot[h] - 1].s, term) == 0)
			return (size_t)t->slot[h] - 1;
	if (t->n == MAX)
		return MAX;
	t->key[t->n] = (struct value){ VALUE_TEXT, 0,
	    pool_strdup(t->pool, term), strlen(term) };
	t->slot[h] = (short)(t->n + 1);
	return t->n++;
}

enum rc
terms_read(struct terms *t, struct ask *a)
{
	struct result res;
	unsigned row = 0;
	enum rc rc = kept_run(a->kept, a->db, t->pool, "posting_lists",
	    "terms", t->key, t->n, &res);

	/* Rows come by the order of the keys, and some keys have none. */
	for (size_t i = 0; rc == RC_OK && i < t->n && row < res.rows; i++) {
		const struct value *v = res.row[row];

		if (strcmp(v[0].s, t->key[i].s) != 0)
			continue;
		t->list[i] = (struct rank_list){ v[2].s, v[2].n,
		    (unsigned)rows_int(&v[1], 0) };
		row++;
	}
	return rc;
}

const struct rank_list *
terms_list(const struct terms *t, size_t number)
{
	return &t->list[number];
}
