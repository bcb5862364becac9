/* aid_edit.c - a field of an aid, by hand. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/queries/harvest.h"
#include "gen/queries/import.h"
#include "harvest/aid_edit.h"
#include "harvest/import_log.h"
#include "import/aid_import.h"

enum { MAX_STEPS = 100 }; /* from an aid to the one that it leads to */

enum rc
aid_find(struct db *db, struct pool *pool, const char *named,
    struct aid_found *a)
{
	const struct arg *args = NULL;
	const struct aid_found_row *row;
	struct result res;
	bool number = strspn(named, "0123456789") == strlen(named);
	enum rc rc;

	arg_int(pool, &args, ARG_ID, number ? strtoll(named, NULL, 10) : 0);
	arg_text(pool, &args, ARG_SLUG, named);
	if ((rc = query_run(db, pool, Q_AID_FOUND, args, &res)) != RC_OK)
		return rc;
	if (res.rows == 0) {
		log_msg(_("no aid is \"%s\": an id or a slug is wanted, as in "
			  "the address of its page"),
		    named);
		return RC_NOT_FOUND;
	}
	row = aid_found_row(&res, 0);
	*a = (struct aid_found){ .id = rows_int(&row->id, 0),
		.merged_into = rows_int(&row->merged_into, 0),
		.generic_id = rows_int(&row->generic_id, 0),
		.source = row->source.s,
		.source_id = row->source_id.s,
		.slug = row->slug.s,
		.name = row->name.s,
		.status = row->status.s,
		.gone_on = rows_text(pool, &row->gone_on),
		.changed_at = rows_text(pool, &row->changed_at) };
	return RC_OK;
}

enum rc
aid_may_lead(struct db *db, struct pool *pool, const struct aid_found *a,
    const struct aid_found *to)
{
	struct aid_found at = *to;
	enum rc rc = RC_OK;
	long long next;

	if (to->id == a->id) {
		log_msg(_("\"%s\" and \"%s\" are one aid"), a->slug, to->slug);
		return RC_BAD_PARAM;
	}
	for (int i = 0; rc == RC_OK && i < MAX_STEPS; i++) {
		next = at.merged_into != 0 ? at.merged_into : at.generic_id;
		if (next == 0)
			return RC_OK;
		if (next == a->id)
			break;
		rc = aid_find(db, pool, pool_printf(pool, "%lld", next), &at);
	}
	if (rc != RC_OK)
		return rc;
	log_msg(_("\"%s\" leads to \"%s\" already: guichet aid publish %lld, "
		  "then again"),
	    to->slug, a->slug, to->id);
	return RC_BAD_PARAM;
}

/* An edit on its way through an import. */
struct editing {
	struct harvest *h;
	const struct aid_found *aid;
	const struct aid_edit *e;
	FILE *faults;
};

/* The rows beside those of the import, within its transaction; and whether the
 * value was understood: what an import would only tell of is refused here. */
static enum rc
end_edit(void *arg, unsigned long long version)
{
	struct editing *x = arg;
	struct pool *pool = pool_new();
	char *value = json_dumps(x->e->value, JSON_COMPACT | JSON_ENCODE_ANY);
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = RC_OK;

	(void)version;
	arg_int(pool, &args, ARG_ID, x->aid->id);
	arg_text(pool, &args, ARG_FIELD, x->e->field);
	arg_text(pool, &args, ARG_VALUE, value);
	arg_text(pool, &args, ARG_NOW, x->h->now);
	if (ftell(x->faults) > 0)
		rc = RC_BAD_PARAM;
	if (rc == RC_OK)
		rc = query_run(x->h->db, pool,
		    x->e->dropped ? Q_OVERRIDE_DROP : Q_OVERRIDE_PUT, args,
		    &res);
	if (rc == RC_OK && x->e->into != 0) {
		arg_int(pool, &args, AID_MERGE_IN_INTO, x->e->into);
		rc = query_run(x->h->db, pool, Q_AID_MERGE, args, &res);
		args = NULL;
		arg_int(pool, &args, ARG_ID, x->e->into);
		arg_text(pool, &args, ARG_SLUG, x->aid->slug);
		if (rc == RC_OK)
			rc = query_run(x->h->db, pool, Q_AID_KEEP_SLUG, args,
			    &res);
	}
	free(value);
	pool_free(pool);
	return rc;
}

/* The record that a feed would give to say this and nothing else, in a file
 * without a name, which nobody has to clear away; its path is in path.  What it
 * does not say stays.  The caller closes the file; NULL: there is none. */
static FILE *
write_record(const struct aid_found *aid, const struct aid_edit *e,
    char path[64])
{
	json_t *v = json_pack("{s:s, s:s, s:s, s:O}", "id", aid->source_id,
	    "name", aid->name, "url", aid->slug, e->field, e->value);
	FILE *f = tmpfile();
	bool ok = f != NULL && json_dumpf(v, f, JSON_COMPACT) == 0 &&
	    fflush(f) == 0;

	json_decref(v);
	if (ok)
		snprintf(path, 64, "/proc/self/fd/%d", fileno(f));
	else if (f != NULL)
		fclose(f);
	return ok ? f : NULL;
}

/* A name is told apart from a record without one, which is of no aid. */
static bool
is_nameless(const struct aid_edit *e)
{
	const char *name = json_string_value(e->value);

	if (strcmp(e->field, "name") != 0 ||
	    (name != NULL && name[strspn(name, " \t\r\n")] != '\0'))
		return false;
	log_msg(_("\"%s\" cannot be emptied: an aid has one"), e->field);
	return true;
}

/* The import of one record: what it counts and says is of one aid. */
enum rc
aid_edit(struct harvest *h, const struct aid_found *aid,
    const struct aid_edit *e)
{
	struct editing x = { h, aid, e, import_log_faults() };
	struct aid_import import = { .source = aid->source,
		.shapes = h->shapes,
		.stamp = h->stamp,
		.vectors = h->vectors,
		.today = h->today,
		.now = h->now,
		.force = true,
		.refused_file = x.faults,
		.last = end_edit,
		.arg = &x };
	char path[64];
	const char *const paths[] = { path, NULL };
	enum rc rc = is_nameless(e) ? RC_BAD_PARAM : RC_FAIL;
	FILE *f = NULL;

	if (x.faults == NULL)
		return RC_FAIL;
	if (rc == RC_FAIL && (f = write_record(aid, e, path)) != NULL)
		rc = aid_import(h->db, h->xsl, &import, paths);
	else if (rc == RC_FAIL)
		log_msg(_("cannot write a temporary file"));
	if (f != NULL)
		fclose(f);
	fclose(x.faults);
	return rc;
}
