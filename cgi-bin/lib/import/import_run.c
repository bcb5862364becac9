/* import_run.c - what the files of one import share. */

#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "import/import_run.h"
#include "index/stop_words.h"

/* A value of the feed that the database does not know, and how often it came.
 */
struct unknown {
	char *what;
	unsigned long times;
};

static int
unknown_compare(const void *a, const void *b)
{
	const struct unknown *x = a, *y = b;

	return strcmp(x->what, y->what);
}

/* Each word once, with its count: a feed repeats the same one with thousands of
 * aids.  The tree sorts them for the summary. */
void
import_run_note_unknown(struct import_run *r, const char *kind,
    const char *value)
{
	char what[400];
	struct unknown key = { what, 0 }, *u, **at;

	snprintf(what, sizeof(what), "%s \"%.300s\"", gettext(kind), value);
	if ((at = tfind(&key, &r->unknown, unknown_compare)) == NULL) {
		u = calloc(1, sizeof(*u));
		if (u == NULL || (u->what = strdup(what)) == NULL ||
		    (at = tsearch(u, &r->unknown, unknown_compare)) == NULL)
			log_die("import: out of memory");
	}
	(*at)->times++;
}

static void
unknown_say(const void *node, VISIT visit, void *arg)
{
	const struct unknown *u = *(struct unknown *const *)node;

	(void)arg;
	if (visit == postorder || visit == leaf)
		say(ngettext("  unknown %s (%lu time)",
			"  unknown %s (%lu times)", u->times),
		    u->what, u->times);
}

void
import_run_say_unknown(const struct import_run *r)
{
	twalk_r(r->unknown, unknown_say, NULL);
}

static void
unknown_free(void *p)
{
	struct unknown *u = p;

	free(u->what);
	free(u);
}

long long *
import_run_id_of(struct import_run *r, enum query_id query, unsigned scale,
    const char *name)
{
	size_t n = intern(r->lookups,
	    pool_printf(r->pool, "%d %u %s", query, scale, name));

	r->lookup_id = intern_array(r->lookup_id, &r->lookup_size, n,
	    sizeof(*r->lookup_id));
	return &r->lookup_id[n];
}

enum rc
import_run_open(struct import_run *r, const struct xsl *xsl)
{
	enum rc rc = lists_load(r->db, &r->lists);

	r->pool = pool_new();
	r->words = words_new();
	r->lookups = intern_new();
	if (rc == RC_OK)
		rc = stop_words_load(r->db, r->words);
	r->indexer = indexer_new(r->db, xsl, r->words);
	return rc;
}

void
import_run_close(struct import_run *r)
{
	for (int i = 0; i < RELATIONS; i++)
		buf_free(&r->rows[i]);
	indexer_free(r->indexer);
	words_free(r->words);
	intern_free(r->lookups);
	free(r->lookup_id);
	lists_free(r->lists);
	pool_free(r->pool);
	tdestroy(r->unknown, unknown_free);
}
