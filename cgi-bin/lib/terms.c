/* terms.c - the index terms of a question. */

#include <string.h>

#include "rows.h"
#include "terms.h"
#include "text.h"

enum { MAX = 1024, SLOTS = 2048, AT_ONCE = 64 };

struct terms {
	struct pool	*pool;
	const struct catalogue *catalogue;
	struct value	 key[MAX];
	struct term_list list[MAX + 1];	/* the last is of no term */
	size_t		 n;
	bool		 late;
	short		 slot[SLOTS];	/* number + 1, by hash */
};

struct terms *
terms_new(struct pool *pool, const struct catalogue *c)
{
	struct terms *t = pool_take(pool, sizeof(*t));

	t->pool = pool;
	t->catalogue = c;
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

/* Of the columns term, aids, list: the list by places. */
static void
make_list(void *arg, struct pool *pool, struct value *row)
{
	const struct terms *t = arg;

	row[2].s = term_list_make(pool, t->catalogue, row[2].s, row[2].n,
	    &row[2].n);
}

/* Reads n terms from one on. */
static enum rc
read_some(struct terms *t, struct ask *a, size_t from, size_t n)
{
	struct result res;
	unsigned row = 0;
	enum rc rc = kept_run_made(a->kept, a->db, t->pool, "posting_lists",
	    "terms", t->key + from, n, make_list, t, &res);

	/* Rows come by the order of the keys, and some keys have none. */
	for (size_t i = from; rc == RC_OK && i < from + n && row < res.rows;
	    i++) {
		const struct value *v = res.row[row];

		if (strcmp(v[0].s, t->key[i].s) != 0)
			continue;
		t->list[i] = term_list_open(v[2].s);
		row++;
	}
	return rc;
}

enum rc
terms_read(struct terms *t, struct ask *a)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < t->n; i += AT_ONCE) {
		if (i > 0 && (t->late = ask_is_late(a)))
			break;
		rc = read_some(t, a, i, t->n - i < AT_ONCE ? t->n - i :
		    AT_ONCE);
	}
	return rc;
}

const struct term_list *
terms_list(const struct terms *t, size_t number)
{
	return &t->list[number];
}

bool
terms_are_late(const struct terms *t)
{
	return t->late;
}
