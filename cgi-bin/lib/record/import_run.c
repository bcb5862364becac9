/* import_run.c - what the files of one import share. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "index/stop_words.h"
#include "record/import_run.h"

enum { MAX_LOOKUPS = 20000 };

long long *
import_run_id_of(struct import_run *r, enum query_id query, unsigned scale,
    const char *name)
{
	size_t n;

	/* A feed of names that never come twice is bounded, too. */
	if (r->nlookups == MAX_LOOKUPS) {
		intern_free(r->lookups);
		r->lookups = intern_new();
		import_run_forget(r);
		r->nlookups = 0;
	}
	n = intern(r->lookups,
	    pool_printf(r->pool, "%d %u %s", query, scale, name));
	r->nlookups = n >= r->nlookups ? n + 1 : r->nlookups;
	r->lookup_id = intern_array(r->lookup_id, &r->lookup_size, n,
	    sizeof(*r->lookup_id));
	return &r->lookup_id[n];
}

void
import_run_forget(struct import_run *r)
{
	if (r->lookup_size > 0)
		memset(r->lookup_id, 0, r->lookup_size * sizeof(*r->lookup_id));
}

enum rc
import_run_open(struct import_run *r, const struct xsl *xsl)
{
	enum rc rc = lists_load(r->db, &r->lists);

	r->pool = pool_new();
	r->near_pool = pool_new();
	r->read_places = json_object();
	r->words = words_new();
	r->lookups = intern_new();
	if (rc == RC_OK)
		rc = stop_words_load(r->db, r->words);
	if (rc == RC_OK)
		rc = feed_words_load(r->db, r->source, &r->feed_words);
	r->indexer = indexer_new(r->db, xsl, r->words, r->vectors);
	return rc;
}

void
import_run_close(struct import_run *r)
{
	for (int i = 0; i < RELATIONS; i++)
		buf_free(&r->rows[i]);
	for (int i = 0; i < TOLDS; i++)
		json_decref(r->told[i]);
	for (size_t i = 0; i < r->nnear; i++)
		near_names_free(r->near[i].names);
	feed_words_free(r->feed_words);
	json_decref(r->read_places);
	indexer_free(r->indexer);
	words_free(r->words);
	gazetteer_forget(&r->places);
	intern_free(r->lookups);
	free(r->lookup_id);
	lists_free(r->lists);
	pool_free(r->near_pool);
	pool_free(r->pool);
	import_report_free(&r->report);
}

enum rc
import_run_count(struct import_run *r)
{
	return ++r->made > IMPORT_MADE ? RC_FAIL : RC_OK;
}

enum rc
import_run_named(struct import_run *r, enum query_id make, const char *name,
    long long *id, bool *made)
{
	long long *known = import_run_id_of(r, make, 0, name);
	const struct arg *args = NULL;
	struct result res;
	char slug[256];
	enum rc rc;

	*made = false;
	if ((*id = *known) != 0)
		return RC_OK;
	arg_text(r->pool, &args, ARG_NAME, name);
	arg_text(r->pool, &args, ARG_SLUG, str_slug(slug, sizeof(slug), name));
	arg_text(r->pool, &args, ARG_SOURCE, r->source);
	if ((rc = query_run(r->db, r->pool, make, args, &res)) != RC_OK)
		return rc;
	*id = *known = (long long)res.last_id;
	*made = res.affected == 1;
	return *made ? import_run_count(r) : RC_OK;
}

void
import_run_place(struct import_run *r, const struct feed_item *item,
    const char *shape, const char *field)
{
	*r->report.cell = '\0';
	if (item != NULL && (item->sheet || r->cells))
		feed_item_cell(item, r->shapes, shape, field, r->report.cell);
}
