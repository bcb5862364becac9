/* feed_table.c - a table of aids, as a feed. */

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/log.h"
#include "base/say.h"
#include "feed/feed_table.h"
#include "text/csv_table.h"

enum { MAX_COLUMNS = 200 };

/* Of libcsv's parser: within a field.  It tells what is unended only when it is
 * strict, and then refuses cells such as: a "b" c. */
enum { FIELD_BEGUN = 2 };

bool
feed_table_is(const struct csv_text *t)
{
	const char *end = memchr(t->text, '\n', t->n);

	return memchr(t->text, t->delim,
		   end != NULL ? (size_t)(end - t->text) : t->n) != NULL;
}

struct feed_table {
	feed_taker *fn;
	void *arg;
	char *name[MAX_COLUMNS]; /* of the columns */
	int columns, n;          /* n: fields of the line so far */
	json_t *aid;             /* of the line */
	bool filled;             /* it has a word */
	unsigned long ordinal;
	enum rc rc;
};

/* A field, of the line of names first. */
static void
on_field(void *s, size_t n, void *arg)
{
	struct feed_table *t = arg;
	char *field = strndup(s != NULL ? s : "", n);

	if (field == NULL)
		log_die("feed: out of memory");
	csv_table_plain(field);
	if (t->aid == NULL && t->n < MAX_COLUMNS)
		t->name[t->columns++] = field;
	else if (t->n < t->columns)
		json_object_set_new(t->aid, t->name[t->n], json_string(field));
	t->filled = t->filled || *field != '\0';
	if (t->aid != NULL || t->n >= MAX_COLUMNS)
		free(field);
	t->n++;
}

/* Lines without a word are those that spreadsheets add. */
static void
on_line(int c, void *arg)
{
	struct feed_table *t = arg;

	(void)c;
	if (t->aid != NULL && t->rc == RC_OK && t->filled)
		t->rc = t->fn(t->arg, ++t->ordinal, t->aid);
	json_decref(t->aid);
	t->aid = json_object();
	t->n = 0;
	t->filled = false;
}

enum rc
feed_table_read(const struct csv_text *text, feed_taker *fn, void *arg)
{
	struct feed_table t = { .fn = fn, .arg = arg };
	struct csv_parser p;
	size_t done = 0, n;

	if (csv_init(&p, CSV_APPEND_NULL) != 0)
		log_die("feed: out of memory");
	csv_set_delim(&p, (unsigned char)text->delim);
	/* By parts, so that what stops the reading stops it soon. */
	for (; done < text->n && t.rc == RC_OK; done += n) {
		n = text->n - done < 65536 ? text->n - done : 65536;
		if (csv_parse(&p, text->text + done, n, on_field, on_line,
			&t) != n)
			break;
	}
	if (t.rc == RC_OK &&
	    (done < text->n || (p.quoted && p.pstate == FIELD_BEGUN) ||
		csv_fini(&p, on_field, on_line, &t) != 0)) {
		log_msg(_("after line %lu: a quotation mark never ends"),
		    t.ordinal + 1);
		t.rc = RC_BAD_PARAM;
	}
	for (int i = 0; i < t.columns; i++)
		free(t.name[i]);
	json_decref(t.aid);
	csv_free(&p);
	return t.rc;
}
