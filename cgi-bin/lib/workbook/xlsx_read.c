/* xlsx_read.c - a workbook as a table. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/pool.h"
#include "base/say.h"
#include "workbook/xlsx_read.h"
#include "workbook/xlsx_sheet.h"

enum { MAX_SHEETS = 1000 };

struct workbook {
	struct xlsx_package *package;
	struct pool *pool;
	const char *folder;           /* of the parts: "xl/" */
	const char *sheet, *relation; /* the first in sight; its relation */
	unsigned hidden, more;        /* sheets before it; in sight after */
	const char *rows, *strings, *styles; /* names of parts; or NULL */
	struct xlsx_styles shown;
};

static enum rc
refuse(const char *path, const char *why)
{
	log_msg(_("the workbook \"%s\" cannot be read: %s"), path,
	    gettext(why));
	return RC_BAD_PARAM;
}

/* ---- relations ---- */

/* The last word of a relation's type, an address. */
static bool
is_type(const struct xlsx_part *p, const char *type)
{
	const char *s = xlsx_part_said(p, "Type");
	const char *last = s != NULL ? strrchr(s, '/') : NULL;

	return last != NULL && strcmp(last + 1, type) == 0;
}

/* The part that the relation there leads to, from a folder "xl/"; NULL: it
 * leads out of the workbook. */
static const char *
target_of(const struct xlsx_part *p, struct pool *pool, const char *folder)
{
	const char *s = xlsx_part_said(p, "Target"),
		   *mode = xlsx_part_said(p, "TargetMode");

	if (s == NULL || (mode != NULL && strcmp(mode, "External") == 0))
		return NULL;
	return *s == '/' ? pool_strdup(pool, s + 1)
			 : pool_printf(pool, "%s%s", folder, s);
}

/* The name of the part that has the book, which a relation of the whole tells:
 * NULL when there is none. */
static const char *
find_book(struct workbook *w, enum rc *rc)
{
	struct xlsx_part p;
	const char *name = NULL;

	*rc = RC_OK;
	if (!xlsx_part_open(&p, w->package, "_rels/.rels"))
		return NULL;
	while (xlsx_part_next(&p))
		if (name == NULL && xlsx_part_begins(&p, "Relationship") &&
		    is_type(&p, "officeDocument"))
			name = target_of(&p, w->pool, "");
	*rc = xlsx_part_close(&p);
	return name;
}

/* Follows the relations of the book, those to its own parts alone, and each
 * once: none leads on from there. */
static enum rc
follow(struct workbook *w, const char *book)
{
	const char *file = book + strlen(w->folder);
	struct xlsx_part p;

	if (!xlsx_part_open(&p, w->package,
		pool_printf(w->pool, "%s_rels/%s.rels", w->folder, file)))
		return RC_OK;
	while (xlsx_part_next(&p)) {
		const char *id, *to;

		if (!xlsx_part_begins(&p, "Relationship") ||
		    (to = target_of(&p, w->pool, w->folder)) == NULL)
			continue;
		id = xlsx_part_said(&p, "Id");
		if (is_type(&p, "sharedStrings"))
			w->strings = to;
		else if (is_type(&p, "styles"))
			w->styles = to;
		else if (is_type(&p, "worksheet") && id != NULL &&
		    w->relation != NULL && strcmp(id, w->relation) == 0)
			w->rows = to;
	}
	return xlsx_part_close(&p);
}

/* ---- the book ---- */

static void
take_sheet(struct workbook *w, const struct xlsx_part *p)
{
	const char *name = xlsx_part_said(p, "name"),
		   *id = xlsx_part_said(p, "id"),
		   *state = xlsx_part_said(p, "state");
	bool in_sight = state == NULL || strcmp(state, "visible") == 0;

	if (w->relation != NULL)
		w->more += in_sight;
	else if (!in_sight)
		w->hidden++;
	else if (id != NULL) {
		w->relation = pool_strdup(w->pool, id);
		w->sheet = pool_strdup(w->pool, name != NULL ? name : "");
	}
}

static enum rc
read_book(struct workbook *w, const char *name)
{
	const char *slash = strrchr(name, '/');
	struct xlsx_part p;

	w->folder = pool_strndup(w->pool, name,
	    slash != NULL ? (size_t)(slash + 1 - name) : 0);
	if (!xlsx_part_open(&p, w->package, name))
		return RC_OK;
	while (xlsx_part_next(&p)) {
		if (xlsx_part_begins(&p, "workbookPr"))
			w->shown.from_1904 = xlsx_part_says_yes(&p, "date1904");
		else if (xlsx_part_begins(&p, "sheet"))
			take_sheet(w, &p);
		if (w->more + w->hidden > MAX_SHEETS)
			p.why = N_("it has over 1,000 sheets");
	}
	return xlsx_part_close(&p);
}

/* ---- the table ---- */

static void
add_passed(struct buf *b, const char *what, unsigned long n)
{
	if (n > 0)
		buf_putf(b, "%s%s %lu", b->len > 0 ? ", " : "", gettext(what),
		    n);
}

/* Told once, for what is not seen may have been meant. */
static void
say_passed(const struct workbook *w, const struct xlsx_passed *passed)
{
	struct buf b = { 0 };

	add_passed(&b, N_("hidden sheets:"), w->hidden);
	add_passed(&b, N_("other sheets:"), w->more);
	add_passed(&b, N_("hidden rows:"), passed->hidden_rows);
	add_passed(&b, N_("cells of hidden columns:"), passed->hidden_cells);
	add_passed(&b, N_("cells beyond column GR, the 200th:"),
	    passed->cells_beyond);
	if (b.len > 0)
		say(_("sheet \"%s\" is read; passed over: %s"), w->sheet,
		    b.data);
	buf_free(&b);
}

/* Writes the sheet to a file that the source then reads. */
static enum rc
write_table(struct workbook *w, const char *path, struct csv_source *to)
{
	struct xlsx_passed passed = { 0 };
	struct xlsx_strings strings = { .fd = -1 };
	int fd = csv_source_unnamed();
	FILE *file = fd >= 0 ? fdopen(dup(fd), "we") : NULL;
	enum rc rc = file != NULL ? RC_OK : refuse(path, say_error(errno));

	if (rc == RC_OK)
		rc = xlsx_styles_read(&w->shown, w->package, w->styles);
	if (rc == RC_OK)
		rc = xlsx_strings_read(&strings, w->package, w->strings);
	if (rc == RC_OK)
		rc = xlsx_sheet_write(w->package, w->rows, &strings, &w->shown,
		    file, &passed);
	if (file != NULL && fclose(file) != 0 && rc == RC_OK)
		rc = refuse(path, say_error(errno));
	xlsx_strings_free(&strings);
	xlsx_styles_free(&w->shown);
	if (rc == RC_OK && !csv_source_open_fd(to, path, fd))
		rc = refuse(path, say_error(errno));
	else if (rc != RC_OK && fd >= 0)
		close(fd);
	if (rc == RC_OK)
		say_passed(w, &passed);
	return rc;
}

bool
xlsx_is_zip(const void *bytes, size_t n)
{
	return n >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

enum rc
xlsx_read(const char *path, struct csv_source *to)
{
	struct workbook w = { .package = xlsx_package_open(path) };
	const char *book;
	enum rc rc;

	if (w.package == NULL)
		return RC_BAD_PARAM;
	w.pool = pool_new();
	book = find_book(&w, &rc);
	if (rc == RC_OK && book != NULL)
		rc = read_book(&w, book);
	if (rc == RC_OK && book != NULL)
		rc = follow(&w, book);
	if (rc == RC_OK && w.rows == NULL)
		rc = refuse(path,
		    w.relation == NULL
			? N_("it is no workbook of XLSX, as ODS and XLSB are "
			     "none, or no sheet of it is in sight")
			: N_("its first sheet in sight is no table"));
	if (rc == RC_OK)
		rc = write_table(&w, path, to);
	pool_free(w.pool);
	xlsx_package_close(w.package);
	return rc;
}
