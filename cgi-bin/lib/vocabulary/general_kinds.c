/* general_kinds.c - general kinds, which project types name. */

#include <string.h>

#include "base/buf.h"
#include "gen/queries/vocabulary.h"
#include "vocabulary/general_kinds.h"

enum rc
general_kinds_load(struct db *db, struct pool *pool, struct general_kinds *k)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_GENERAL_KINDS, NULL, &res);

	k->n = 0;
	for (unsigned r = 0;
	     rc == RC_OK && r < res.rows && k->n < GENERAL_KINDS; r++) {
		const struct general_kinds_row *row = general_kinds_row(&res,
		    r);

		k->kind[k->n++] = (struct general_kind){ row->name.s,
			row->wordings.s };
	}
	return rc;
}

const struct general_kind *
general_kinds_find(const struct general_kinds *k, const char *name, size_t n)
{
	for (size_t i = 0; i < k->n; i++)
		if (strlen(k->kind[i].name) == n &&
		    memcmp(k->kind[i].name, name, n) == 0)
			return &k->kind[i];
	return NULL;
}

/* The next name in brackets of a text, its length in *n; NULL when there is
 * none, *text then untouched; otherwise *text is what follows the brackets. */
static const char *
general_kinds_next(const char **text, size_t *n)
{
	const char *open = strchr(*text, '[');
	const char *end = open != NULL ? strchr(open, ']') : NULL;

	if (end == NULL)
		return NULL;
	*text = end + 1;
	*n = (size_t)(end - open) - 1;
	return open + 1;
}

const char *
general_kinds_spell(struct pool *pool, const struct general_kinds *k,
    const char *text)
{
	struct buf b = { 0 };
	const char *name, *from = text, *spelt;
	size_t n;

	while ((name = general_kinds_next(&text, &n)) != NULL) {
		const struct general_kind *kind = general_kinds_find(k, name,
		    n);

		buf_put(&b, from, (size_t)(name - 1 - from));
		if (kind != NULL)
			buf_puts(&b, kind->wordings);
		else
			buf_put(&b, name, n);
		from = text;
	}
	buf_puts(&b, from);
	spelt = pool_strdup(pool, b.data);
	buf_free(&b);
	return spelt;
}
