/* program_members.c - the territories of a programme, from a list. */

#include "programs/program_members.h"
#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "db/version.h"
#include "gen/queries/programs.h"
#include "table/code_list.h"
#include "table/loss.h"
#include "territory/perimeter_row.h"

enum { MAX_VINTAGE = 40, MAX_SOURCE = 200 };

static enum rc
find_program(struct db *db, struct pool *pool, const char *slug,
    const struct arg **args, unsigned long long *had)
{
	const struct program_to_list_row *row;
	struct result res;
	enum rc rc;

	arg_text(pool, args, ARG_SLUG, slug);
	rc = query_run(db, pool, Q_PROGRAM_TO_LIST, *args, &res);
	if (rc != RC_OK)
		return rc;
	if (res.rows == 0) {
		log_msg(_("no programme has the address \"%s\": guichet "
			  "program list says which there are"),
		    slug);
		return RC_BAD_PARAM;
	}
	row = program_to_list_row(&res, 0);
	if (rows_int(&row->of_territories, 0) != 0) {
		log_msg(_("the members of \"%s\" come with the territories: "
			  "guichet import perimeters"),
		    slug);
		return RC_BAD_PARAM;
	}
	arg_int(pool, args, ARG_ID, rows_int(&row->id, 0));
	*had = (unsigned long long)rows_int(&row->members, 0);
	return RC_OK;
}

/* The list, or no list when it is without a code; within the caller's
 * transaction. */
static enum rc
write_members(struct db *db, struct pool *pool, const struct arg *args,
    bool none, unsigned long long *members)
{
	static const enum query_id queries[] = { Q_PROGRAM_LIST_DELETE,
		Q_PROGRAM_LIST_ADD, Q_PROGRAM_MEMBERS_ADD };
	unsigned long long version;
	struct result res = { 0 };
	enum rc rc = version_bump(db, pool, &version);

	for (size_t i = 0; rc == RC_OK && i < (none ? 1 : 3); i++)
		rc = query_run(db, pool, queries[i], args, &res);
	*members = rc == RC_OK && !none ? (unsigned long long)res.affected : 0;
	return rc;
}

static enum rc
put_unknown(struct db *db, struct pool *pool, const struct arg *args,
    struct buf *unknown)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_PROGRAM_MEMBERS_UNKNOWN, args, &res);

	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		buf_putf(unknown, "%s%s", i > 0 ? ", " : "",
		    program_members_unknown_row(&res, i)->code.s);
	return rc;
}

/* Whether what was written may stay. */
static enum rc
check_written(bool none, unsigned long long had, unsigned long long members,
    bool force)
{
	if (members > 0 || (none && (force || had > 0)))
		return loss_check_counts(had, members, force);
	log_msg(none ? _("the list has no code: --force to have no list")
		     : _("no code leads to a territory of today: they are to "
			 "be of communes or intercommunalities"));
	return RC_BAD_PARAM;
}

static bool
is_code(const char *s)
{
	return perimeter_row_is_insee(s) || perimeter_row_is_siren(s);
}

/* The array in JSON of the codes of a list, a line each; in the pool. */
static const char *
json_of(struct pool *pool, const struct buf *codes)
{
	struct buf json = { 0 };
	const char *all;

	for (size_t i = 0; i < codes->len; i++)
		if (codes->data[i] != '\n')
			buf_putc(&json, codes->data[i]);
		else if (i + 1 < codes->len)
			buf_puts(&json, "\",\"");
	all = pool_printf(pool, codes->len > 0 ? "[\"%s\"]" : "[]",
	    json.len > 0 ? json.data : "");
	buf_free(&json);
	return all;
}

static enum rc
replace_list(struct db *db, struct pool *pool, const struct program_members *m,
    bool force, struct buf *unknown, unsigned long long *members)
{
	const struct arg *args = NULL;
	struct buf codes = { 0 };
	unsigned long long had = 0;
	enum rc rc = find_program(db, pool, m->slug, &args, &had);
	bool none;

	if (rc == RC_OK)
		rc = code_list_read(m->in, is_code, &codes);
	none = codes.len == 0;
	arg_text(pool, &args, ARG_CODES, json_of(pool, &codes));
	buf_free(&codes);
	arg_text(pool, &args, ARG_VINTAGE, m->vintage);
	arg_text(pool, &args, ARG_SOURCE, m->source);
	if (rc == RC_OK)
		rc = write_members(db, pool, args, none, members);
	if (rc == RC_OK)
		rc = check_written(none, had, *members, force);
	return rc == RC_OK ? put_unknown(db, pool, args, unknown) : rc;
}

enum rc
program_members_replace(struct db *db, const struct program_members *m,
    bool force, struct buf *unknown, unsigned long long *members)
{
	struct pool *pool = pool_new();
	enum rc rc;

	*members = 0;
	if (str_characters(m->vintage) > MAX_VINTAGE ||
	    str_characters(m->source) > MAX_SOURCE || *m->vintage == '\0' ||
	    *m->source == '\0') {
		log_msg(
		    _("the date has 1 to 40 characters, the source 1 to 200"));
		rc = RC_BAD_PARAM;
	} else if ((rc = db_begin(db)) == RC_OK) {
		rc = replace_list(db, pool, m, force, unknown, members);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	pool_free(pool);
	return rc;
}
