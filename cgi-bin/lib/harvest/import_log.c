/* import_log.c - how imports of aids ended. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "gen/queries/harvest.h"
#include "harvest/import_log.h"

enum { MAX_FAULTS = 1000, MAX_LINE = 4000, MAX_WHY = 500 };

FILE *
import_log_faults(void)
{
	FILE *f = tmpfile();

	if (f == NULL)
		log_msg(_("cannot write a temporary file: %s"),
		    say_error(errno));
	return f;
}

enum rc
import_log_begin(struct db *db, const char *source, long long *id)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, ARG_SOURCE, source);
	arg_text(pool, &args, ARG_WHY,
	    _("it began and has not ended: it goes on, or was stopped"));
	rc = query_run(db, pool, Q_IMPORT_LOG_BEGIN, args, &res);
	*id = rc == RC_OK ? (long long)res.last_id : 0;
	pool_free(pool);
	return rc;
}

/* The first faults as a JSON array; how many there are. */
static unsigned long
read_faults(FILE *f, struct buf *list)
{
	unsigned long n = 0;
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	buf_puts(list, "[");
	rewind(f);
	while ((len = getline(&line, &size, f)) > 0)
		/* A record that was refused whole stands in its fault. */
		if (n++ < MAX_FAULTS && len < MAX_LINE) {
			buf_puts(list, list->len > 1 ? "," : "");
			buf_put(list, line, (size_t)len);
		}
	buf_puts(list, "]");
	free(line);
	return n;
}

/* The reason is cut as the column is: what a server said may be long. */
static enum rc
add_row(struct db *db, struct pool *pool, const struct import_entry *e,
    unsigned long faults, struct result *res)
{
	const struct import_counts *c = e->count;
	const struct aid_absent *a = e->absent;
	const struct arg *args = NULL;
	const char *why = e->why != NULL
	    ? pool_strndup(pool, e->why, str_cut(e->why, MAX_WHY))
	    : NULL;

	if (e->id > 0)
		arg_int(pool, &args, ARG_ID, e->id);
	else
		arg_text(pool, &args, ARG_ID, NULL);
	arg_text(pool, &args, ARG_SOURCE, e->source);
	arg_int(pool, &args, ARG_TAKEN, e->taken);
	arg_int(pool, &args, ARG_ADDED, e->taken ? (long long)c->added : 0);
	arg_int(pool, &args, ARG_CHANGED, e->taken ? (long long)c->changed : 0);
	arg_int(pool, &args, ARG_SAME, (long long)c->same);
	arg_int(pool, &args, ARG_REFUSED, (long long)c->refused);
	arg_int(pool, &args, ARG_IS_HARVEST, e->is_harvest);
	arg_int(pool, &args, ARG_VERSION, (long long)e->version);
	arg_int(pool, &args, ARG_MS, e->ms);
	arg_int(pool, &args, ARG_FAULTS, (long long)faults);
	arg_int(pool, &args, ARG_ABSENT, a != NULL ? (long long)a->absent : 0);
	arg_int(pool, &args, ARG_WITHDRAWN,
	    a != NULL ? (long long)a->withdrawn : 0);
	arg_text(pool, &args, ARG_WHY, why);
	arg_text(pool, &args, ARG_OUTCOME, e->outcome);
	return query_run(db, pool, Q_IMPORT_LOG_ADD, args, res);
}

enum rc
import_log_add(struct db *db, const struct import_entry *e)
{
	struct pool *pool = pool_new();
	struct buf list = { 0 };
	unsigned long faults = e->faults != NULL ? read_faults(e->faults, &list)
						 : 0;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = add_row(db, pool, e, faults, &res);

	if (rc == RC_OK && faults > 0) {
		arg_int(pool, &args, ARG_ID,
		    e->id > 0 ? e->id : (long long)res.last_id);
		arg_bytes(pool, &args, ARG_LIST, list.data, list.len);
		rc = query_run(db, pool, Q_IMPORT_FAULTS_ADD, args, &res);
	}
	/* A run that changed nothing writes its row and nothing else. */
	if (rc == RC_OK && e->version > 0)
		rc = query_run(db, pool, Q_IMPORT_LOG_FORGET, NULL, &res);
	buf_free(&list);
	pool_free(pool);
	return rc;
}
