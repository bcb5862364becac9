/* feed_xml.c - a file of XML, RSS or Atom, as a feed. */

#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "base/log.h"
#include "base/say.h"
#include "feed/feed_element.h"
#include "feed/feed_prolog.h"
#include "feed/feed_xml.h"
#include "text/tags.h"

enum { MAX_DEPTH = 64, MAX_NAME = 200, LEVELS = 4 };

#define OVER N_("an aid is over 8 MB or 100,000 values")

struct feed_xml {
	struct feed_file *file;
	const char *const *lists;
	struct feed_element record;
	struct tag_stream tag;
	unsigned long before; /* lines before the first "<" */
	unsigned long ordinal;
	bool listed;                 /* a list of aids stands in it */
	bool broken;                 /* the fault of the parser was logged */
	const char *why;             /* another one; NULL */
	char *next;                  /* address of the next page, or NULL */
	char name[LEVELS][MAX_NAME]; /* the last element of each level */
	char repeated[2 * MAX_NAME + 2]; /* the first that stood twice */
};

static const char *
plain(const xmlChar *s)
{
	return s != NULL ? (const char *)s : "";
}

static unsigned long
line_of(const struct feed_xml *x)
{
	int line = xmlTextReaderGetParserLineNumber(x->record.reader);

	return x->before + (line > 0 ? (unsigned long)line : 0);
}

/* ---- the parser ---- */

static int
read_bytes(void *arg, char *to, int n)
{
	struct feed_xml *x = arg;
	size_t got = n > 0 ? feed_bytes_block(&x->file->in, to, (size_t)n) : 0;

	if (tag_stream_is_small(&x->tag, to, got))
		return (int)got;
	x->why = N_("a tag is over 1 MB or has over 100 attributes");
	return -1;
}

/* The type that libxml2 takes has const from 2.12 on. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *feed_xml_error;
#else
typedef xmlErrorPtr feed_xml_error;
#endif

/* The first fault tells what is wrong: others follow from it.  A prefix that
 * was not declared is none. */
static void
take_error(void *arg, feed_xml_error e)
{
	struct feed_xml *x = arg;
	const char *message = e->message != NULL ? e->message : "";

	if (e->level != XML_ERR_FATAL || x->broken || x->why != NULL)
		return;
	if (e->code == XML_ERR_DOCUMENT_END) {
		x->why = N_("the file is cut short, or goes on after its end");
		return;
	}
	x->broken = true;
	log_msg(_("\"%s\" line %lu: this is no well-formed XML: %.*s"),
	    x->file->path, x->before + (unsigned long)e->line,
	    (int)strcspn(message, "\n"), message);
}

/* To the next node; false at the end, and where it cannot be read. */
static bool
next_node(void *arg)
{
	struct feed_xml *x = arg;

	if (xmlTextReaderRead(x->record.reader) != 1 || x->why != NULL ||
	    x->broken)
		return false;
	if (xmlTextReaderNodeType(x->record.reader) ==
	    XML_READER_TYPE_DOCUMENT_TYPE)
		x->why = N_("a document type is not taken: take the line that "
			    "begins by DOCTYPE out");
	else if (xmlTextReaderDepth(x->record.reader) > MAX_DEPTH)
		x->why = N_("elements are over 64 deep");
	return x->why == NULL;
}

/* ---- lists ---- */

/* Whether the list of that row, "aides" or "channel.item", has the element: the
 * first has all that stand within it. */
static bool
has_record(const char *list, const char *parent, const char *name)
{
	const char *dot = strchr(list, '.');
	size_t n = dot != NULL ? (size_t)(dot - list) : strlen(list);

	return strlen(parent) == n && memcmp(parent, list, n) == 0 &&
	    (dot == NULL || strcmp(dot + 1, name) == 0);
}

static bool
is_record(struct feed_xml *x, const xmlNode *node)
{
	const char *name = plain(node->name),
		   *parent = node->parent != NULL &&
		node->parent->type == XML_ELEMENT_NODE
	    ? plain(node->parent->name)
	    : "";

	for (const char *const *list = x->lists; *list != NULL; list++) {
		size_t n = strcspn(*list, ".");

		if (has_record(*list, parent, name))
			return true;
		x->listed = x->listed ||
		    (strlen(name) == n && memcmp(name, *list, n) == 0);
	}
	return false;
}

/* Notes what stands twice at its place: what a row may name as a list. */
static void
note_name(struct feed_xml *x, const xmlNode *node)
{
	int level = xmlTextReaderDepth(x->record.reader);
	const char *name = plain(node->name);

	if (level >= LEVELS || strlen(name) >= MAX_NAME)
		return;
	if (level > 0 && *x->repeated == '\0' &&
	    strcmp(x->name[level], name) == 0)
		snprintf(x->repeated, sizeof(x->repeated), "%s.%s",
		    x->name[level - 1], name);
	snprintf(x->name[level], MAX_NAME, "%s", name);
	for (int i = level + 1; i < LEVELS; i++)
		x->name[i][0] = '\0';
}

/* A link of the feed itself to its next page, as RFC 5005 has it. */
static void
note_next(struct feed_xml *x)
{
	xmlChar *rel = xmlTextReaderGetAttribute(x->record.reader,
	    BAD_CAST "rel");

	if (x->next == NULL && strcmp(plain(rel), "next") == 0)
		x->next = (char *)xmlTextReaderGetAttribute(x->record.reader,
		    BAD_CAST "href");
	xmlFree(rel);
}

static enum rc
give_record(struct feed_xml *x)
{
	struct feed_item item = { .ordinal = ++x->ordinal, .line = line_of(x) };
	enum rc rc = RC_BAD_PARAM;

	item.value = feed_element_read(&x->record);
	if (item.value != NULL || x->record.over) {
		item.why = item.value == NULL ? OVER : NULL;
		item.text = x->record.markup.data;
		rc = x->file->fn(x->file->arg, &item);
	}
	json_decref(item.value);
	return rc;
}

static enum rc
read_records(struct feed_xml *x)
{
	enum rc rc = RC_OK;

	while (rc == RC_OK && next_node(x)) {
		const xmlNode *node = xmlTextReaderCurrentNode(
		    x->record.reader);

		if (node == NULL || node->type != XML_ELEMENT_NODE ||
		    xmlTextReaderNodeType(x->record.reader) !=
			XML_READER_TYPE_ELEMENT)
			continue;
		if (is_record(x, node)) {
			rc = give_record(x);
			continue;
		}
		note_name(x, node);
		if (strcmp(plain(node->name), "link") == 0)
			note_next(x);
	}
	return rc;
}

/* ---- the whole ---- */

static enum rc
refuse(const struct feed_xml *x, const char *why)
{
	log_msg(_("\"%s\" line %lu: %s"), x->file->path, line_of(x),
	    gettext(why));
	return RC_BAD_PARAM;
}

static enum rc
refuse_unlisted(const struct feed_xml *x)
{
	log_msg(_("\"%s\" has no list of aids that is known: a row \"liste\" "
		  "of its shape names it, as \"%s\""),
	    x->file->path, *x->repeated != '\0' ? x->repeated : "aides.aide");
	return RC_BAD_PARAM;
}

/* What the reading of records, which ended with rc, comes to. */
static enum rc
end_reading(struct feed_xml *x, enum rc rc)
{
	const char *fault = csv_source_fault(&x->file->in.in);
	json_t *page;

	if (fault != NULL)
		return feed_file_refuse(x->file, fault);
	if (x->why != NULL)
		return refuse(x, x->why);
	if (x->broken)
		return RC_BAD_PARAM;
	if (rc == RC_OK && x->ordinal == 0 && !x->listed)
		return refuse_unlisted(x);
	if (rc == RC_OK && x->file->page != NULL) {
		page = json_object();
		if (x->next != NULL)
			json_object_set_new(page, "next", json_string(x->next));
		x->file->page(x->file->arg, page);
		json_decref(page);
	}
	return rc;
}

const char *
feed_xml_encoding(struct feed_bytes *b)
{
	return feed_prolog_encoding((const char *)b->data + b->at,
	    b->n - b->at);
}

enum rc
feed_xml_read(struct feed_file *file, const char *encoding)
{
	struct feed_xml x = { .file = file,
		.lists = feed_shapes_lists(file->shapes) };
	struct feed_bytes *in = &file->in;
	enum rc rc;

	feed_bytes_peek_mark(in);
	x.before = in->line - 1;
	x.why = feed_prolog_fault((const char *)in->data + in->at,
	    in->n - in->at);
	if (x.why != NULL)
		return feed_file_refuse(file, x.why);
	x.record = (struct feed_element){ .next = next_node, .arg = &x };
	x.record.reader = xmlReaderForIO(read_bytes, NULL, &x, NULL, encoding,
	    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
	if (x.record.reader == NULL)
		return feed_file_refuse(file, N_("this is no XML"));
	xmlTextReaderSetStructuredErrorHandler(x.record.reader,
	    (xmlStructuredErrorFunc)take_error, &x);
	rc = read_records(&x);
	rc = end_reading(&x, rc);
	xmlFreeTextReader(x.record.reader);
	buf_free(&x.record.markup);
	xmlFree(x.next);
	return rc;
}
