/* bulk_table.c - the aids of a source, as a table that comes back. */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "aids/aid_served.h"
#include "base/log.h"
#include "base/say.h"
#include "bulk/bulk_table.h"
#include "db/rows.h"
#include "gen/queries/bulk.h"
#include "index/lists.h"
#include "table/csv_table.h"
#include "workbook/xlsx_form.h"

enum { MAX_COLUMNS = 64 };

struct table {
	struct pool *pool; /* of the columns */
	const struct lists *lists;
	const char *field[MAX_COLUMNS];
	struct xlsx_column column[MAX_COLUMNS];
	size_t n;
	struct xlsx_form *form; /* NULL: CSV */
	FILE *to;
	bool is_empty;
};

/* Fields that are more than texts. */
static const struct table_field {
	const char *field, *list;
	enum xlsx_holds holds;
} fields[] = {
	{ "targeted_audiences", "audience", XLSX_HOLDS_TEXT },
	{ "aid_types", "type", XLSX_HOLDS_TEXT },
	{ "mobilization_steps", "step", XLSX_HOLDS_TEXT },
	{ "destinations", "destination", XLSX_HOLDS_TEXT },
	{ "categories", "category", XLSX_HOLDS_TEXT },
	{ "recurrence", "recurrence", XLSX_HOLDS_TEXT },
	{ "start_date", NULL, XLSX_HOLDS_DAY },
	{ "predeposit_date", NULL, XLSX_HOLDS_DAY },
	{ "submission_deadline", NULL, XLSX_HOLDS_DAY },
	{ "subvention_rate_lower_bound", NULL, XLSX_HOLDS_NUMBER },
	{ "subvention_rate_upper_bound", NULL, XLSX_HOLDS_NUMBER },
	{ "loan_amount", NULL, XLSX_HOLDS_NUMBER },
	{ "recoverable_advance_amount", NULL, XLSX_HOLDS_NUMBER },
};

/* ---- columns ---- */

/* The names of a list, as the API tells them. */
static const char *const *
words_of(struct table *t, const char *list)
{
	size_t all, n = 0;
	const struct list_entry *e = lists_all(t->lists, &all);
	const char **words = pool_take(t->pool, (all + 1) * sizeof(*words));

	for (size_t i = 0; i < all; i++)
		if (strcmp(e[i].list, list) == 0)
			words[n++] = strcmp(list, "category") == 0 &&
				e[i].parent_name != NULL
			    ? pool_printf(t->pool, "%s / %s", e[i].parent_name,
				  e[i].name)
			    : e[i].name;
	words[n] = NULL;
	return words;
}

static void
add_column(void *arg, const char *field, const char *title, const char *help)
{
	struct table *t = arg;
	struct xlsx_column *c = &t->column[t->n];

	if (t->n == MAX_COLUMNS)
		return;
	*c = (struct xlsx_column){ .title = title, .help = help };
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (strcmp(fields[i].field, field) != 0)
			continue;
		c->holds = fields[i].holds;
		if (fields[i].list != NULL)
			c->words = words_of(t, fields[i].list);
	}
	t->field[t->n++] = field;
}

/* ---- rows ---- */

/* A value as it is typed: of a list its names, with "; " between them. */
static const char *
cell_of(struct pool *pool, const json_t *v)
{
	struct buf all = { 0 };
	const char *cell;
	json_t *item;
	size_t i;

	if (json_is_boolean(v))
		return json_is_true(v) ? "oui" : "non";
	if (json_is_integer(v))
		return pool_printf(pool, "%lld",
		    (long long)json_integer_value(v));
	if (json_is_real(v))
		return pool_printf(pool, "%.15g", json_real_value(v));
	if (!json_is_array(v))
		return json_is_string(v)
		    ? pool_strdup(pool, json_string_value(v))
		    : "";
	json_array_foreach(v, i, item)
	    buf_putf(&all, "%s%s", i > 0 ? "; " : "", cell_of(pool, item));
	cell = pool_strdup(pool, all.len > 0 ? all.data : "");
	buf_free(&all);
	return cell;
}

static void
put_row(struct table *t, struct pool *pool, const char *id,
    const json_t *record)
{
	const char *cell[MAX_COLUMNS];

	for (size_t i = 0; i < t->n; i++)
		cell[i] = strcmp(t->field[i], "id") == 0
		    ? id
		    : cell_of(pool, json_object_get(record, t->field[i]));
	t->is_empty = false;
	if (t->form == NULL)
		csv_table_write(t->to, cell, (int)t->n);
	else if (!xlsx_form_row(t->form, cell))
		say(_("aid %s: a text is over 32,767 signs, which is what a "
		      "cell can hold: it is cut; CSV has it whole"),
		    id);
}

static void
put_aid(struct table *t, struct pool *pool, const char *id,
    const struct aid_served *served)
{
	struct buf b = { 0 };
	json_t *record;

	aid_served_put(&b, "", served);
	buf_putc(&b, '}');
	record = json_loadb(b.data, b.len, 0, NULL);
	if (record != NULL)
		put_row(t, pool, id, record);
	else
		log_msg(_("aid %s is not as the API serves it: guichet index"),
		    id);
	json_decref(record);
	buf_free(&b);
}

static enum rc
put_aids(struct table *t, struct db *db, const char *source)
{
	struct pool *pool = pool_new();
	struct result res = { .rows = 1 };
	char after[256] = "";
	enum rc rc = RC_OK;

	while (rc == RC_OK && res.rows > 0) {
		const struct arg *args = NULL;

		pool_reset(pool);
		arg_text(pool, &args, BULK_OF_SOURCE_IN_SOURCE, source);
		arg_text(pool, &args, BULK_OF_SOURCE_IN_AFTER, after);
		rc = query_run(db, pool, Q_BULK_OF_SOURCE, args, &res);
		for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
			const struct bulk_of_source_row *row =
			    bulk_of_source_row(&res, i);

			snprintf(after, sizeof(after), "%s", row->source_id.s);
			put_aid(t, pool, row->source_id.s,
			    &(struct aid_served){ &row->record, NULL,
				&row->status, &row->number });
		}
	}
	pool_free(pool);
	return rc;
}

/* ---- the table ---- */

/* Begins the workbook in a file that copy_book gives on. */
static bool
begin_book(struct table *t, char *path)
{
	int fd = mkstemp(path);

	if (fd < 0)
		return false;
	close(fd);
	t->form = xlsx_form_new(path, t->column, t->n);
	return t->form != NULL;
}

static bool
copy_book(const char *path, FILE *to)
{
	FILE *from = fopen(path, "re");
	char block[1 << 16];
	size_t n;

	while (from != NULL && (n = fread(block, 1, sizeof(block), from)) > 0)
		fwrite(block, 1, n, to);
	if (from != NULL)
		fclose(from);
	return from != NULL;
}

static enum rc
write_table(struct table *t, struct db *db, const char *source, bool workbook)
{
	char path[] = "/tmp/guichet-XXXXXX";
	const char *title[MAX_COLUMNS];
	bool good = !workbook || begin_book(t, path);
	enum rc rc = RC_OK;

	for (size_t i = 0; i < t->n; i++)
		title[i] = t->column[i].title;
	if (!workbook)
		csv_table_begin(t->to, title, (int)t->n);
	if (good && source != NULL)
		rc = put_aids(t, db, source);
	if (t->form != NULL)
		good = xlsx_form_close(t->form) && copy_book(path, t->to);
	if (workbook)
		unlink(path);
	if (good)
		return rc;
	log_msg(_("the workbook cannot be written"));
	return RC_FAIL;
}

enum rc
bulk_table_write(struct db *db, const struct feed_shapes *shapes,
    const char *source, bool workbook, FILE *to)
{
	struct table *t = calloc(1, sizeof(*t));
	struct lists *lists = NULL;
	enum rc rc = lists_load(db, &lists);

	if (t == NULL)
		log_die("bulk: out of memory");
	t->pool = pool_new();
	t->lists = lists;
	t->to = to;
	t->is_empty = source != NULL;
	if (rc == RC_OK) {
		feed_shape_columns(shapes, "modele", add_column, t);
		rc = write_table(t, db, source, workbook);
	}
	if (rc == RC_OK && t->is_empty) {
		log_msg(_("\"%s\" has no public aid"), source);
		rc = RC_NOT_FOUND;
	}
	pool_free(t->pool);
	lists_free(lists);
	free(t);
	return rc;
}
