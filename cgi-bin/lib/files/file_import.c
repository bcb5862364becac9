/*
 * file_import.c - a file into the database.
 *
 * Everything is read and checked before the first row is written.
 */

#include <stdbool.h>
#include <string.h>

#include "base/say.h"
#include "db/version.h"
#include "files/file_import.h"
#include "files/file_lost.h"
#include "files/file_place.h"
#include "files/file_xml.h"

/* Where the first element of a line of the parser's begins: it is all that the
 * grammar tells. */
static struct file_place
first_on_line(const xmlNode *n, long line)
{
	struct file_place at = { 0, 0 };

	for (; n != NULL && at.line == 0; n = n->next)
		if (n->type == XML_ELEMENT_NODE)
			at = xmlGetLineNo(n) == line
			    ? file_place(n)
			    : first_on_line(n->children, line);
	return at;
}

/* The file as it is, then what it says. */
static enum rc
read_file(struct file_import *x, const struct file_steps *s)
{
	const char *grammar = pool_printf(x->pool, "%s/xsl/%s",
	    x->conf->share_dir, s->grammar);
	struct file_against against;
	xmlDocPtr doc;
	enum rc rc = file_xml_read(&x->faults, grammar, &doc, &against);

	if (rc == RC_OK)
		rc = s->read(x, xmlDocGetRootElement(doc));
	/* The grammar says the first fault alone, in its own words. */
	if (rc == RC_OK && x->faults.n == 0 && against.text != NULL)
		file_fault(&x->faults,
		    first_on_line(xmlDocGetRootElement(doc), against.line),
		    NULL, _("it is not as %s says; its grammar finds: %s"),
		    s->manual, against.text);
	xmlFreeDoc(doc);
	return rc;
}

static bool
is_same(const struct buf *a, const struct buf *b)
{
	return a->len == b->len &&
	    (a->len == 0 || memcmp(a->data, b->data, a->len) == 0);
}

/* Within the caller's transaction, which begins with the version: two imports
 * at a time wait for each other there, and not on rows in another order. */
static enum rc
put_rows(struct file_import *x, const struct file_steps *s)
{
	struct buf before = { 0 }, after = { 0 };
	unsigned long long version;
	enum rc rc = version_bump(x->db, x->pool, &version);

	if (rc == RC_OK)
		rc = s->find(x);
	if (rc == RC_OK && x->faults.n > 0)
		rc = RC_BAD_PARAM;
	x->end = x->id == 0 ? FILE_ADDED : FILE_CHANGED;
	if (rc == RC_OK && x->id != 0)
		rc = file_export(x->db, x->pool, s->queries, x->id, &before);
	if (rc == RC_OK)
		rc = s->write(x);
	if (rc == RC_OK)
		rc = file_export(x->db, x->pool, s->queries, x->id, &after);
	if (rc == RC_OK && x->end == FILE_CHANGED && is_same(&before, &after))
		x->end = FILE_SAME;
	if (rc == RC_OK && x->end == FILE_CHANGED)
		file_lost_say(x->pool, &before, &after, s->by_text);
	buf_free(&before);
	buf_free(&after);
	return rc;
}

enum rc
file_import(struct file_import *x, const struct file_steps *s)
{
	enum rc rc = read_file(x, s);

	if (x->faults.n > 0) {
		file_faults_tell(&x->faults);
		return RC_BAD_PARAM;
	}
	if (rc != RC_OK || (rc = db_begin(x->db)) != RC_OK)
		return rc;
	rc = put_rows(x, s);
	if (rc == RC_OK && x->end != FILE_SAME)
		rc = db_commit(x->db);
	else
		db_rollback(x->db);
	if (x->faults.n > 0)
		file_faults_tell(&x->faults);
	return rc;
}
