/* file_near.c - which slugs are near one that is not there. */

#include <string.h>

#include "db/rows.h"
#include "files/file_near.h"

/* The first three letters are typed right most often. */
enum { LEAST_LETTERS = 3 };

/* Shortens a slug to its words but the last, then to its first letters; false
 * at the end. */
static bool
shorten(char *begin)
{
	char *dash = strrchr(begin, '-');

	if (dash != NULL)
		*dash = '\0';
	else if (strlen(begin) > LEAST_LETTERS)
		begin[LEAST_LETTERS] = '\0';
	else
		return false;
	return *begin != '\0';
}

enum rc
file_near_slugs(struct db *db, struct pool *pool, enum query_id query,
    const char *slug, const char **near)
{
	char *begin = pool_strdup(pool, slug);
	enum rc rc;

	*near = NULL;
	/* In an address "%" and "_" stand for others. */
	begin[strspn(begin, "abcdefghijklmnopqrstuvwxyz0123456789-")] = '\0';
	while (shorten(begin)) {
		const struct arg *args = NULL;
		struct result res;

		arg_text(pool, &args, ARG_BEGIN, begin);
		if ((rc = query_run(db, pool, query, args, &res)) != RC_OK)
			return rc;
		for (unsigned i = 0; i < res.rows; i++)
			*near = pool_printf(pool, "%s%s%s",
			    *near != NULL ? *near : "",
			    *near != NULL ? ", " : "",
			    result_row(&res, query, i)[0].s);
		if (res.rows > 0)
			return RC_OK;
	}
	return RC_OK;
}
