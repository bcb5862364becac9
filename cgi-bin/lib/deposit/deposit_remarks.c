/* deposit_remarks.c - a file sent back with remarks. */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "deposit/deposit_remarks.h"
#include "feed/feed_titles.h"
#include "table/csv_rows.h"
#include "workbook/xlsx_cell.h"
#include "workbook/xlsx_read.h"
#include "workbook/xlsx_remarks.h"

enum { MAX_FAULTS = 1000 };

/* ---- faults ---- */

json_t *
deposit_faults_read(FILE *f, unsigned long *n)
{
	json_t *all = json_array(), *one;
	char *line = NULL;
	size_t size = 0;

	*n = 0;
	rewind(f);
	while (getline(&line, &size, f) > 0) {
		if ((*n)++ >= MAX_FAULTS ||
		    (one = json_loads(line, 0, NULL)) == NULL)
			continue;
		/* A record that was refused whole stands in its fault. */
		if (*json_string_value(json_object_get(one, "field")) == '\0')
			json_object_set_new(one, "value", json_string(""));
		json_array_append_new(all, one);
	}
	free(line);
	return all;
}

static const char *
text_of(const json_t *fault, const char *key)
{
	const char *s = json_string_value(json_object_get(fault, key));

	return s != NULL ? s : "";
}

/* Of a whole row the first cell bears the remark. */
static struct xlsx_remark
remark_of(const json_t *fault)
{
	struct xlsx_remark r = { .cell = text_of(fault, "cell"),
		.text = text_of(fault, "reason"),
		.value = text_of(fault, "value") };

	if (!xlsx_cell_read(r.cell, &r.column, &r.row)) {
		r.row = strtoul(r.cell, NULL, 10);
		r.column = 0;
	}
	return r;
}

static int
compare(const void *a, const void *b)
{
	const struct xlsx_remark *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

/* ---- the table ---- */

/* A table on its way into the workbook. */
struct remarks {
	struct xlsx_remarks *to;
	struct xlsx_remark *all;
	size_t n, at; /* at: the first that is of a row below */
};

/* A workbook has U+2028 where a line ends within a cell. */
static void
break_lines(char *s)
{
	static const char mark[] = "\u2028";
	const size_t len = sizeof(mark) - 1;

	while ((s = strstr(s, mark)) != NULL) {
		*s++ = '\n';
		memmove(s, s + len - 1, strlen(s + len - 1) + 1);
	}
}

/* Rows come in order, and so do the remarks: each has those of its number. */
static enum rc
take_row(void *arg, const struct csv_row *row)
{
	struct remarks *m = arg;
	size_t of;

	while (m->at < m->n && m->all[m->at].row < row->line)
		m->at++;
	of = m->at;
	while (m->at < m->n && m->all[m->at].row == row->line)
		m->at++;
	for (int i = 0; i < row->filled && i < CSV_FIELDS; i++)
		break_lines(row->field[i]);
	xlsx_remarks_row(m->to, row->line, row->field,
	    row->filled < CSV_FIELDS ? row->filled : CSV_FIELDS, m->all + of,
	    m->at - of);
	return RC_OK;
}

/* The separator is that of the line of titles, as for who read the file. */
static enum rc
find_delim(struct csv_source *in, const char *path,
    const struct feed_shapes *shapes, char *delim)
{
	struct feed_titles *titles = feed_titles_new(shapes, path);
	struct csv_text text = { 0 };
	unsigned long before;
	enum rc rc = csv_text_open(&text, in);

	if (rc == RC_OK)
		rc = feed_titles_find(titles, &text, &before);
	*delim = text.delim;
	csv_text_free(&text);
	feed_titles_free(titles);
	return rc == RC_OK && !csv_source_again(in) ? RC_FAIL : rc;
}

/* What the file is, is asked of its first bytes, as the reader of feeds does,
 * and not of its name. */
static enum rc
open_table(const char *path, struct csv_source *in, bool *opened)
{
	char begin[4] = "";
	FILE *f = fopen(path, "re");
	size_t n = f != NULL ? fread(begin, 1, sizeof(begin), f) : 0;
	enum rc rc;

	if (f != NULL)
		fclose(f);
	rc = xlsx_is_zip(begin, n)      ? xlsx_read(path, in)
	    : csv_source_open(in, path) ? RC_OK
					: RC_FAIL;
	*opened = rc == RC_OK;
	return rc;
}

static enum rc
write_rows(struct remarks *m, const char *path,
    const struct feed_shapes *shapes)
{
	struct csv_source in;
	struct csv_text text = { 0 };
	bool opened;
	char delim = ';';
	enum rc rc = open_table(path, &in, &opened);

	if (rc == RC_OK)
		rc = find_delim(&in, path, shapes, &delim);
	if (rc == RC_OK)
		rc = csv_text_open(&text, &in);
	text.delim = delim;
	if (rc == RC_OK)
		rc = csv_rows_read(&text, 0, take_row, m);
	csv_text_free(&text);
	if (opened)
		csv_source_close(&in);
	return rc;
}

enum rc
deposit_remarks_write(const char *path, const struct feed_shapes *shapes,
    const json_t *faults, struct buf *to)
{
	char made[] = "/tmp/guichet-XXXXXX";
	struct remarks m = { .n = json_array_size(faults) };
	int fd = mkstemp(made);
	enum rc rc = RC_FAIL;

	if (fd < 0 || (m.to = xlsx_remarks_new(made)) == NULL) {
		log_msg("deposit: no temporary file");
		return RC_FAIL;
	}
	close(fd);
	if ((m.all = calloc(m.n + 1, sizeof(*m.all))) == NULL)
		log_die("deposit: out of memory");
	for (size_t i = 0; i < m.n; i++)
		m.all[i] = remark_of(json_array_get(faults, i));
	qsort(m.all, m.n, sizeof(*m.all), compare);
	rc = write_rows(&m, path, shapes);
	if (!xlsx_remarks_close(m.to, m.all, m.n) ||
	    (rc == RC_OK && buf_put_file(to, made) != NULL))
		rc = RC_FAIL;
	unlink(made);
	free(m.all);
	return rc;
}
