/* file_xml.c - a file of XML, parsed and held against its grammar. */

#include <stdbool.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "files/file_place.h"
#include "files/file_xml.h"
#include "files/file_xml_words.h"
#include "text/tags.h"

/* What the parser and the grammar say while the file is read. */
struct file_parse {
	struct file_faults *faults;
	struct file_against *against;
	const struct buf *text;
	bool broken; /* a fault of the parser was told: others follow from
			* it */
};

/* Whether the parser could not read the bytes as characters. */
static bool
is_of_bytes(file_xml_error e)
{
	return e->code == XML_ERR_INVALID_CHAR ||
	    e->code == XML_ERR_INVALID_ENCODING ||
	    e->code == XML_I18N_CONV_FAILED || e->code == XML_IO_ENCODER;
}

/* Tells the first byte that no text in UTF-8 has, if there is one: where the
 * parser stood is further on, or unknown. */
static bool
tell_byte(struct file_parse *p)
{
	struct file_place at;
	const char *words = file_byte_words(p->faults->pool, p->text->data,
	    p->text->len, &at);

	if (words != NULL)
		file_fault(p->faults, at, NULL, "%s", words);
	return words != NULL;
}

static void
take_error(void *arg, file_xml_error e)
{
	struct file_parse *p = arg;
	struct pool *pool = p->faults->pool;

	if (e->domain == XML_FROM_RELAXNGV) {
		if (p->against->text != NULL)
			return;
		p->against->line = e->line;
		p->against->text = file_xml_grammar_words(pool, e);
	} else if (!p->broken) {
		p->broken = true;
		if (is_of_bytes(e) && tell_byte(p))
			return;
		file_fault(p->faults, (struct file_place){ e->line, e->int2 },
		    NULL, _("this is no well-formed XML: %s"),
		    file_xml_words(pool, e));
	}
}

/* Each node is read once: the whole tree is kept, for it is small. */
static void
read_nodes(struct file_parse *p, xmlTextReaderPtr r)
{
	struct file_place doctype = file_place_doctype(p->text->data,
	    p->text->len);
	bool kept = false;

	while (!p->broken && xmlTextReaderRead(r) == 1) {
		int type = xmlTextReaderNodeType(r);

		if (type == XML_READER_TYPE_DOCUMENT_TYPE) {
			p->broken = true;
			file_fault(p->faults, doctype, NULL,
			    _("a document type is not taken: take the line "
			      "that begins by DOCTYPE out"));
		}
		if (!kept && type == XML_READER_TYPE_ELEMENT) {
			xmlTextReaderPreserve(r);
			kept = true;
		}
	}
}

static enum rc
parse(struct file_parse *p, const char *grammar, xmlDocPtr *doc)
{
	xmlTextReaderPtr r = xmlReaderForMemory(p->text->data,
	    (int)p->text->len, p->faults->file, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOCDATA);

	xmlNodePtr root;

	if (r == NULL)
		log_die("files: out of memory");
	xmlTextReaderSetStructuredErrorHandler(r,
	    (xmlStructuredErrorFunc)take_error, p);
	if (xmlTextReaderRelaxNGValidate(r, grammar) != 0) {
		log_msg(_("cannot read the grammar \"%s\": install the program "
			  "again"),
		    grammar);
		xmlFreeTextReader(r);
		return RC_FAIL;
	}
	read_nodes(p, r);
	*doc = xmlTextReaderCurrentDoc(r);
	xmlFreeTextReader(r);
	root = *doc != NULL ? xmlDocGetRootElement(*doc) : NULL;
	if (p->broken || root == NULL)
		return RC_BAD_PARAM;
	file_places_find(p->faults->pool, p->text->data, p->text->len, root);
	return RC_OK;
}

enum rc
file_xml_read(struct file_faults *faults, const char *grammar, xmlDocPtr *doc,
    struct file_against *against)
{
	struct buf b = { 0 };
	struct file_parse p = { .faults = faults,
		.against = against,
		.text = &b };
	const struct file_place nowhere = { 0, 0 };
	const char *why = buf_put_file_under(&b, faults->file, FILE_BYTES);
	enum rc rc = RC_BAD_PARAM;

	*doc = NULL;
	*against = (struct file_against){ 0 };
	if (why != NULL)
		file_fault(faults, nowhere, NULL, _("cannot be read: %s"),
		    gettext(why));
	else if (b.len == 0)
		file_fault(faults, nowhere, NULL, _("it is empty"));
	else if (!tags_have_few(b.data, b.len))
		file_fault(faults, nowhere, NULL,
		    _("a tag has thousands of attributes: this is another "
		      "file"));
	else
		rc = parse(&p, grammar, doc);
	if (rc != RC_OK) {
		xmlFreeDoc(*doc);
		*doc = NULL;
	}
	buf_free(&b);
	return rc;
}
