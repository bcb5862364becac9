/* stop_words.c - words that find nothing. */

#include "index/stop_words.h"
#include "db/query.h"
#include "gen/queries/index.h"

enum rc
stop_words_load(struct db *db, struct words *words)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_STOP_WORDS, NULL, &res);

	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		words_add_stop(words, stop_words_row(&res, i)->word.s);
	pool_free(pool);
	return rc;
}
