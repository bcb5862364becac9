/* own_shapes.c - shapes of feeds that an administrator writes. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "gen/queries/harvest.h"
#include "harvest/own_shapes.h"
#include "table/csv_table.h"

enum { FIELDS = 4, MAX_ROWS = 10000 };

static const char *const columns[] = { "forme", "champ", "chemin", "devient",
	NULL };
/* In bytes, no more than the columns have characters. */
static const size_t sizes[FIELDS] = { 64, 64, 700, 700 };

/* Writes the rows of the base to a file, as csv_table_write does. */
static enum rc
write_rows(struct db *db, FILE *f)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_SHAPE_ROWS, NULL, &res);

	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct shape_rows_row *r = shape_rows_row(&res, i);
		const char *field[FIELDS] = { r->shape.s, r->field.s, r->path.s,
			r->becomes.s };

		csv_table_write(f, field, FIELDS);
	}
	pool_free(pool);
	return rc;
}

enum rc
own_shapes_put(struct db *db, struct buf *b)
{
	char *text = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);
	enum rc rc;

	if (f == NULL)
		log_die("own_shapes: out of memory");
	rc = write_rows(db, f);
	if (fclose(f) != 0)
		log_die("own_shapes: out of memory");
	buf_put(b, text, n);
	free(text);
	return rc;
}

/* The titles, the own rows, then the others. */
struct feed_shapes *
own_shapes_read(struct db *db, const char *supplied, size_t n)
{
	struct buf all = { 0 };
	const char *end = memchr(supplied, '\n', n);
	size_t titles = end != NULL ? (size_t)(end + 1 - supplied) : n;
	struct feed_shapes *shapes = NULL;

	buf_put(&all, supplied, titles);
	if (own_shapes_put(db, &all) == RC_OK) {
		buf_put(&all, supplied + titles, n - titles);
		shapes = feed_shapes_read(all.data, all.len);
	}
	buf_free(&all);
	return shapes;
}

/* Rows of a table on their way into the base; and as text, to be read as the
 * import of aids will read it before any is kept. */
struct taking {
	struct db *db;
	struct pool *pool;
	FILE *text;
	unsigned n;
};

static enum rc
take_line(void *arg, char **field, unsigned long line)
{
	struct taking *t = arg;
	const struct arg *args = NULL;
	struct result res;

	for (int i = 0; i < FIELDS; i++)
		if (strlen(field[i]) > sizes[i] || t->n == MAX_ROWS ||
		    (i < 3 && *field[i] == '\0')) {
			log_msg(_("line %lu: a row is a shape, a field, a path "
				  "or a word, and what the word means"),
			    line);
			return RC_BAD_PARAM;
		}
	csv_table_write(t->text, (const char *const *)field, FIELDS);
	pool_reset(t->pool);
	arg_int(t->pool, &args, ARG_POSITION, t->n++);
	arg_text(t->pool, &args, ARG_SHAPE, field[0]);
	arg_text(t->pool, &args, ARG_FIELD, field[1]);
	arg_text(t->pool, &args, ARG_PATH, field[2]);
	arg_text(t->pool, &args, ARG_BECOMES, field[3]);
	return query_run(t->db, t->pool, Q_SHAPE_ROW_PUT, args, &res);
}

/* Reads what was taken as shapes: a wrong row is told as it is for those that
 * come with Guichet. */
static enum rc
check_text(const char *text, size_t n)
{
	struct feed_shapes *shapes = feed_shapes_read(text, n);

	feed_shapes_free(shapes);
	return shapes != NULL ? RC_OK : RC_BAD_PARAM;
}

enum rc
own_shapes_import(struct db *db, struct csv_source *in, unsigned *n)
{
	char *text = NULL;
	size_t size = 0;
	struct taking t = { .db = db, .pool = pool_new() };
	struct result res;
	enum rc rc = db_begin(db);

	if ((t.text = open_memstream(&text, &size)) == NULL)
		log_die("own_shapes: out of memory");
	csv_table_begin(t.text, columns, FIELDS);
	if (rc == RC_OK)
		rc = query_run(db, t.pool, Q_SHAPE_ROWS_DROP, NULL, &res);
	if (rc == RC_OK)
		rc = csv_table_read(in, columns, take_line, &t);
	if (fclose(t.text) != 0)
		log_die("own_shapes: out of memory");
	if (rc == RC_OK)
		rc = check_text(text, size);
	if (rc == RC_OK)
		rc = db_commit(db);
	else
		db_rollback(db);
	free(text);
	pool_free(t.pool);
	*n = t.n;
	return rc;
}

enum rc
own_shapes_export(struct db *db, FILE *f)
{
	enum rc rc;

	csv_table_begin(f, columns, FIELDS);
	rc = write_rows(db, f);
	return rc == RC_OK && fflush(f) != 0 ? RC_FAIL : rc;
}
