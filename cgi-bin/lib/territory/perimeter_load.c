/*
 * perimeter_load.c - territories, from rows to the database.
 *
 * Rows go to temporary tables by LOAD DATA; queries then find those that
 * contradict one another, make the perimeters, names and links that they say,
 * and write only what differs from what is there.  Set operations in the
 * database take seconds where 36,000 rows compared one by one would take
 * minutes.
 */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/territory_load.h"
#include "territory/perimeter_fact.h"
#include "territory/perimeter_load.h"
#include "territory/perimeter_row.h"
#include "territory/perimeter_stamp.h"
#include "territory/perimeter_zone.h"

enum { MAX_ROWS = 200000, MAX_FAULTS = 20 };

/* The counts of a report that a step adds to. */
enum count {
	COUNT_NONE,
	COUNT_ADDED,
	COUNT_CHANGED,
	COUNT_RETIRED,
	COUNT_NAMES,
	COUNT_LINKS
};

struct step {
	enum query_id query;
	enum count count;
};

/* From the rows loaded to the perimeters they make; nothing is written. */
static const struct step prepare_steps[] = { { Q_PERIMETER_LOAD_SIRENS,
						 COUNT_NONE },
	{ Q_PERIMETER_LOAD_STAGE_AREA, COUNT_NONE },
	{ Q_PERIMETER_LOAD_AREAS, COUNT_NONE },
	{ Q_PERIMETER_LOAD_PEOPLE, COUNT_NONE }, { Q_NONE, COUNT_NONE } };

/* What is written, in order. */
static const struct step write_steps[] = { { Q_PERIMETER_LOAD_AREA_ADD,
					       COUNT_ADDED },
	{ Q_PERIMETER_LOAD_AREA_CHANGE, COUNT_CHANGED },
	{ Q_PERIMETER_LOAD_AREA_RETIRE, COUNT_RETIRED },
	{ Q_PERIMETER_LOAD_STAGE_BASE, COUNT_NONE },
	{ Q_PERIMETER_LOAD_BASES, COUNT_NONE },
	{ Q_PERIMETER_LOAD_NAME_OF_ROW, COUNT_NONE },
	{ Q_PERIMETER_LOAD_NAME_OF_OLD, COUNT_NONE },
	{ Q_PERIMETER_LOAD_STAGE_NAME, COUNT_NONE },
	{ Q_PERIMETER_LOAD_NAMES, COUNT_NONE },
	{ Q_PERIMETER_LOAD_NAMES_LED, COUNT_NONE },
	{ Q_PERIMETER_LOAD_NAMES_PAST, COUNT_NONE },
	{ Q_PERIMETER_LOAD_NAMES_ALIAS, COUNT_NONE },
	{ Q_PERIMETER_LOAD_NAME_REMOVE, COUNT_NAMES },
	{ Q_PERIMETER_LOAD_NAME_ADD, COUNT_NAMES },
	{ Q_PERIMETER_LOAD_ZIP_REMOVE, COUNT_NAMES },
	{ Q_PERIMETER_LOAD_ZIP_ADD, COUNT_NAMES },
	{ Q_PERIMETER_LOAD_STAGE_HOME, COUNT_NONE },
	{ Q_PERIMETER_LOAD_HOMES, COUNT_NONE },
	{ Q_PERIMETER_LOAD_STAGE_LINK, COUNT_NONE },
	{ Q_PERIMETER_LOAD_LINKS, COUNT_NONE },
	{ Q_PERIMETER_LOAD_LINKS_BASIN, COUNT_NONE },
	{ Q_PERIMETER_LOAD_LINKS_EPCI, COUNT_NONE },
	{ Q_PERIMETER_LOAD_LINKS_PARENT, COUNT_NONE },
	{ Q_PERIMETER_LOAD_LINKS_ALL, COUNT_NONE },
	{ Q_PERIMETER_LOAD_LINK_REMOVE, COUNT_LINKS },
	{ Q_PERIMETER_LOAD_LINK_ADD, COUNT_LINKS }, { Q_NONE, COUNT_NONE } };

static void
count_in(struct perimeter_report *r, enum count c, unsigned long long n)
{
	switch (c) {
	case COUNT_ADDED:
		r->added += n;
		break;
	case COUNT_CHANGED:
		r->changed += n;
		break;
	case COUNT_RETIRED:
		r->retired += n;
		break;
	case COUNT_NAMES:
		r->names += n;
		break;
	case COUNT_LINKS:
		r->links += n;
		break;
	case COUNT_NONE:
		break;
	}
}

static enum rc
run_steps(struct db *db, struct pool *pool, const struct step *s,
    struct perimeter_report *report)
{
	struct result res;
	unsigned long done = 0;
	enum rc rc = RC_OK;

	for (; rc == RC_OK && s->query != Q_NONE; s++) {
		say_progress(_("territories: steps"), ++done, 0);
		if ((rc = query_run(db, pool, s->query, NULL, &res)) == RC_OK)
			count_in(report, s->count, res.affected);
	}
	say_progress_end();
	return rc;
}

/* One row as the staging table takes it: its place, its fields, its name as
 * readers type it. */
static void
put_staged(struct buf *out, size_t origin, unsigned line,
    const struct perimeter_row *r)
{
	char folded[256];

	buf_putf(out, "%zu\t%u", origin, line);
	for (int i = 0; i < FIELD__MAX; i++) {
		buf_putc(out, '\t');
		buf_put_tsv(out, r->field[i][0] != '\0' ? r->field[i] : NULL);
	}
	buf_putc(out, '\t');
	buf_put_tsv(out,
	    r->field[FIELD_NAME][0] != '\0'
		? str_fold_name(folded, sizeof(folded), r->field[FIELD_NAME])
		: NULL);
	buf_putc(out, '\n');
}

/* Reads one source; returns how many faults it logged. */
static unsigned
read_source(const struct perimeter_source *src, size_t origin, struct buf *out,
    unsigned *rows)
{
	struct perimeter_line line = { 0 };
	struct perimeter_row row;
	unsigned faults = 0;

	while (faults < MAX_FAULTS && perimeter_source_next(src, &line)) {
		const char *fault = line.fault != NULL
		    ? line.fault
		    : perimeter_row_read(line.text, &row);

		if (fault == NULL && ++*rows > MAX_ROWS)
			fault = N_("there are more than 200,000 rows");
		if (fault == NULL) {
			put_staged(out, origin, line.number, &row);
			continue;
		}
		log_msg(_("\"%s\" line %u: %s"), src->name, line.number,
		    gettext(fault));
		faults++;
	}
	return faults;
}

static enum rc
perimeter_load_read_sources(const struct perimeter_source *src, size_t n,
    struct buf *out)
{
	unsigned rows = 0, faults = 0;

	for (size_t i = 0; i < n; i++)
		faults += read_source(&src[i], i, out, &rows);
	if (faults == 0 && rows == 0) {
		log_msg(_("the table of territories has no row"));
		faults++;
	}
	return faults == 0 ? RC_OK : RC_BAD_PARAM;
}

/* Logs the rows that contradict one another. */
static enum rc
check_faults(struct db *db, struct pool *pool,
    const struct perimeter_source *src, size_t n)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_PERIMETER_LOAD_FAULTS, NULL, &res);

	if (rc != RC_OK)
		return rc;
	for (unsigned i = 0; i < res.rows; i++) {
		const struct perimeter_load_faults_row *row =
		    perimeter_load_faults_row(&res, i);
		size_t origin = (size_t)rows_int(&row->origin, 0);
		const char *what = rows_text(pool, &row->code);

		log_msg(_("\"%s\" line %lld: %s: \"%s\""),
		    origin < n ? src[origin].name : "?",
		    rows_int(&row->line, 0),
		    gettext(rows_text(pool, &row->fault)),
		    what != NULL ? what : "");
	}
	return res.rows == 0 ? RC_OK : RC_BAD_PARAM;
}

/* A cut file must not make France obsolete. */
static enum rc
check_gone(struct db *db, struct pool *pool, bool force)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_PERIMETER_LOAD_GONE, NULL, &res);
	const char *gone, *known;

	if (rc != RC_OK || res.rows == 0)
		return rc;
	/* A sum is a decimal, and comes as text. */
	gone = rows_text(pool, &perimeter_load_gone_row(&res, 0)->gone);
	known = rows_text(pool, &perimeter_load_gone_row(&res, 0)->known);
	if (force || gone == NULL || known == NULL ||
	    atoll(gone) * 10 <= atoll(known))
		return RC_OK;
	log_msg(_("%s of %s perimeters would become obsolete: "
		  "--force to do so"),
	    gone, known);
	return RC_BAD_PARAM;
}

static enum rc
perimeter_load_stage(struct db *db, struct pool *pool,
    const struct perimeter_source *src, size_t n, bool force)
{
	struct perimeter_report nothing = { 0 };
	struct buf rows = { 0 };
	struct result res;
	enum rc rc;

	if ((rc = perimeter_load_read_sources(src, n, &rows)) == RC_OK &&
	    (rc = query_run(db, pool, Q_PERIMETER_LOAD_DROP, NULL, &res)) ==
		RC_OK &&
	    (rc = query_run(db, pool, Q_PERIMETER_LOAD_STAGE, NULL, &res)) ==
		RC_OK)
		rc = query_load(db, Q_PERIMETER_LOAD_ROWS, &rows);
	buf_free(&rows);
	if (rc == RC_OK && (rc = check_faults(db, pool, src, n)) == RC_OK &&
	    (rc = run_steps(db, pool, prepare_steps, &nothing)) == RC_OK)
		rc = check_gone(db, pool, force);
	return rc;
}

static enum rc
perimeter_load_write_all(struct db *db, struct pool *pool, struct buf *facts,
    struct perimeter_report *r)
{
	struct result res;
	enum rc rc;

	if ((rc = run_steps(db, pool, write_steps, r)) != RC_OK ||
	    (rc = perimeter_zone_links(db, pool, NULL, &r->links)) != RC_OK ||
	    (rc = perimeter_fact_write(db, pool, facts, &r->facts)) != RC_OK)
		return rc;
	if (r->added + r->changed + r->retired + r->names + r->links +
		r->facts ==
	    0)
		return RC_OK;
	return query_run(db, pool, Q_PERIMETER_VERSION, NULL, &res);
}

/* In one transaction, with the stamp of what is then there. */
static enum rc
perimeter_load_write(struct db *db, struct pool *pool,
    const struct perimeter_source *src, size_t n,
    const struct perimeter_source *facts, size_t nfacts, struct buf *fact_rows,
    struct perimeter_report *r)
{
	enum rc rc = db_begin(db);

	if (rc != RC_OK)
		return rc;
	if ((rc = perimeter_load_write_all(db, pool, fact_rows, r)) == RC_OK)
		rc = perimeter_stamp_note(db, pool,
		    perimeter_stamp(db, pool, src, n, facts, nfacts));
	if (rc == RC_OK)
		rc = db_commit(db);
	else
		db_rollback(db);
	return rc;
}

enum rc
perimeter_load(struct db *db, const struct perimeter_source *src, size_t n,
    const struct perimeter_source *facts, size_t nfacts, bool force,
    struct perimeter_report *report)
{
	struct perimeter_report r = { 0 };
	struct pool *pool = pool_new();
	struct buf rows = { 0 };
	struct result res;
	enum rc rc = RC_OK;
	bool same = !force &&
	    perimeter_stamp_is_noted(db, pool,
		perimeter_stamp(db, pool, src, n, facts, nfacts));

	/* Facts before the rows, which take seconds: a wrong line is reported
	 * at once. */
	if (!same &&
	    (rc = perimeter_fact_read(facts, nfacts, &rows)) == RC_OK &&
	    (rc = perimeter_load_stage(db, pool, src, n, force)) == RC_OK &&
	    (rc = perimeter_load_write(db, pool, src, n, facts, nfacts, &rows,
		 &r)) == RC_OK)
		query_run(db, pool, Q_PERIMETER_LOAD_DROP, NULL, &res);
	if (rc == RC_OK)
		*report = r;
	buf_free(&rows);
	pool_free(pool);
	return rc;
}
