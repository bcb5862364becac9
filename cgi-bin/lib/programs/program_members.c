/* program_members.c - the territories of a programme, from a list. */

#include <ctype.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "db/version.h"
#include "gen/queries/programs.h"
#include "programs/program_members.h"
#include "table/csv_titles.h"
#include "table/loss.h"

enum { MAX_CELL = 256, MAX_TOLD = 20, MAX_VINTAGE = 40, MAX_SOURCE = 200 };

/* ---- the text ---- */

/* A reading of it: sep 0 until the first line told it. */
struct members_text {
	const char *s, *end;
	char sep;
	int column;
	unsigned long line, faults;
	struct buf *json;
};

/* The cell of a line, from 0, without its quotes and the blanks around it; ""
 * when the line is shorter. */
static void
cell_of(char *cell, const char *line, size_t n, char sep, int column)
{
	bool quoted = false;
	size_t len = 0;

	for (size_t i = 0; i < n && column >= 0; i++) {
		if (line[i] == '"')
			quoted = !quoted;
		else if (line[i] == sep && !quoted)
			column--;
		else if (column == 0 && len < MAX_CELL - 1 &&
		    (len > 0 || !isspace((unsigned char)line[i])))
			cell[len++] = line[i];
	}
	while (len > 0 && isspace((unsigned char)cell[len - 1]))
		len--;
	cell[len] = '\0';
}

/* INSEE, or SIREN; a spreadsheet took the zero that began an INSEE code. */
static bool
is_code(const char *s)
{
	size_t n = strlen(s) + strlen(str_lost_zero(s));
	size_t digits = strspn(s, "0123456789");

	if (s[digits] == '\0')
		return n == 5 || n == 9;
	return n == 5 && digits == 1 && (s[1] == 'A' || s[1] == 'B') &&
	    s[2 + strspn(s + 2, "0123456789")] == '\0';
}

/* Of the first line, what parts cells and where the codes are.  True when it is
 * of titles. */
static bool
read_titles(struct members_text *t, const char *line, size_t n)
{
	char cell[MAX_CELL] = "", folded[CSV_TITLE_MAX];

	t->sep = memchr(line, ';', n) != NULL ? ';'
	    : memchr(line, '\t', n) != NULL   ? '\t'
					      : ',';
	cell_of(cell, line, n, t->sep, 0);
	if (is_code(cell))
		return false;
	for (int k = 0; k < MAX_CELL; k++) {
		cell_of(cell, line, n, t->sep, k);
		csv_title_fold(folded, sizeof(folded), cell);
		if (strstr(folded, "insee") != NULL ||
		    strstr(folded, "siren") != NULL) {
			t->column = k;
			return true;
		}
	}
	return false;
}

static void
take_line(struct members_text *t, const char *line, size_t n)
{
	char cell[MAX_CELL] = "";

	if (n == 0 || line[0] == '#' ||
	    (t->sep == '\0' && read_titles(t, line, n)))
		return;
	cell_of(cell, line, n, t->sep, t->column);
	if (is_code(cell)) {
		buf_putf(t->json, "%s\"%s%s\"", t->json->len > 1 ? "," : "",
		    str_lost_zero(cell), cell);
		return;
	}
	if (t->faults++ < MAX_TOLD)
		log_msg(_("line %lu, column %d: \"%.60s\" is neither an INSEE "
			  "code nor a SIREN"),
		    t->line, t->column + 1, cell);
}

enum rc
program_members_read(const char *codes, size_t n, struct buf *json)
{
	struct members_text t = { .s = codes, .end = codes + n, .json = json };

	if (n >= 3 && memcmp(codes, "\xEF\xBB\xBF", 3) == 0)
		t.s += 3;
	buf_putc(json, '[');
	while (t.s < t.end) {
		const char *eol = memchr(t.s, '\n', (size_t)(t.end - t.s));
		size_t len = (size_t)((eol != NULL ? eol : t.end) - t.s);
		size_t next = len + (eol != NULL);

		while (len > 0 && isspace((unsigned char)t.s[len - 1]))
			len--;
		t.line++;
		take_line(&t, t.s, len);
		t.s += next;
	}
	buf_putc(json, ']');
	if (t.faults > MAX_TOLD)
		log_msg(_("%lu lines in all have no code"), t.faults);
	return t.faults > 0 ? RC_BAD_PARAM : RC_OK;
}

/* ---- the database ---- */

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
		log_msg(_("no programme has the address \"%s\": see "
			  "/programmes/"),
		    slug);
		return RC_BAD_PARAM;
	}
	row = program_to_list_row(&res, 0);
	arg_int(pool, args, ARG_ID, rows_int(&row->id, 0));
	*had = (unsigned long long)rows_int(&row->members, 0);
	return RC_OK;
}

/* Within the caller's transaction. */
static enum rc
write_members(struct db *db, struct pool *pool, const struct arg *args,
    unsigned long long *members)
{
	static const enum query_id queries[] = { Q_PROGRAM_LIST_DELETE,
		Q_PROGRAM_LIST_ADD, Q_PROGRAM_MEMBERS_ADD };
	unsigned long long version;
	struct result res = { 0 };
	enum rc rc = version_bump(db, pool, &version);

	for (size_t i = 0; rc == RC_OK && i < 3; i++)
		rc = query_run(db, pool, queries[i], args, &res);
	*members = rc == RC_OK ? (unsigned long long)res.affected : 0;
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

static enum rc
replace_list(struct db *db, struct pool *pool, const struct program_members *m,
    bool force, struct buf *unknown, unsigned long long *members)
{
	const struct arg *args = NULL;
	struct buf json = { 0 };
	unsigned long long had = 0;
	enum rc rc = find_program(db, pool, m->slug, &args, &had);

	if (rc == RC_OK)
		rc = program_members_read(m->codes, m->n, &json);
	arg_text(pool, &args, ARG_CODES,
	    pool_strndup(pool, json.len > 0 ? json.data : "[]",
		json.len > 0 ? json.len : 2));
	buf_free(&json);
	arg_text(pool, &args, ARG_VINTAGE, m->vintage);
	arg_text(pool, &args, ARG_SOURCE, m->source);
	if (rc == RC_OK)
		rc = write_members(db, pool, args, members);
	if (rc == RC_OK && *members == 0) {
		log_msg(_("no code leads to a territory of today"));
		rc = RC_BAD_PARAM;
	}
	if (rc == RC_OK)
		rc = loss_check_counts(had, *members, force);
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
