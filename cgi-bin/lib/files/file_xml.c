/* file_xml.c - a file of XML, parsed and held against its grammar. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "files/file_xml.h"
#include "text/tags.h"

/* What the parser and the grammar say while the file is read. */
struct file_parse {
	struct file_faults *faults;
	char *against; /* the first that the grammar says */
	bool broken;   /* a fault of the parser was told: others follow from
			* it */
};

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_said;
#else
typedef xmlErrorPtr error_said;
#endif

/* The commonest fault, of an address that was copied: "a=1&b=2". */
static bool
is_ampersand(int code)
{
	return code == XML_ERR_ENTITYREF_SEMICOL_MISSING ||
	    code == XML_ERR_ENTITYREF_NO_NAME || code == XML_ERR_NAME_REQUIRED;
}

/* What to do about a fault of the parser. */
static const char *
remedy(int code)
{
	if (is_ampersand(code))
		return _("; write &amp; for each &");
	if (code == XML_ERR_UNDECLARED_ENTITY)
		return _("; write the sign itself, or its number: &#xA0; for "
			 "&nbsp;");
	return code == XML_NS_ERR_UNDEFINED_NAMESPACE
	    ? _("; take out what the word processor added")
	    : "";
}

static void
take_error(void *arg, error_said e)
{
	struct file_parse *p = arg;
	const char *text = e->message != NULL ? e->message : "";
	int n = (int)strcspn(text, "\n");

	if (e->domain == XML_FROM_RELAXNGV) {
		if (p->against == NULL &&
		    asprintf(&p->against, _("line %d: %.*s"), e->line, n,
			text) < 0)
			log_die("files: out of memory");
	} else if (!p->broken) {
		p->broken = true;
		file_fault(p->faults, e->line, NULL,
		    _("column %d: this is no well-formed XML: %.*s%s"), e->int2,
		    n, text, remedy(e->code));
	}
}

/* Each node is read once: the whole tree is kept, for it is small. */
static void
read_nodes(struct file_parse *p, xmlTextReaderPtr r)
{
	bool kept = false;

	while (!p->broken && xmlTextReaderRead(r) == 1) {
		int type = xmlTextReaderNodeType(r);

		if (type == XML_READER_TYPE_DOCUMENT_TYPE) {
			p->broken = true;
			file_fault(p->faults,
			    xmlTextReaderGetParserLineNumber(r), NULL,
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
parse(struct file_parse *p, const struct buf *b, const char *grammar,
    xmlDocPtr *doc)
{
	xmlTextReaderPtr r = xmlReaderForMemory(b->data, (int)b->len,
	    p->faults->file, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA);

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
	return p->broken || *doc == NULL || xmlDocGetRootElement(*doc) == NULL
	    ? RC_BAD_PARAM
	    : RC_OK;
}

enum rc
file_xml_read(struct file_faults *faults, const char *grammar, xmlDocPtr *doc,
    char **against)
{
	struct file_parse p = { .faults = faults };
	struct buf b = { 0 };
	const char *why = buf_put_file_under(&b, faults->file, FILE_BYTES);
	enum rc rc = RC_BAD_PARAM;

	*doc = NULL;
	if (why != NULL)
		file_fault(faults, 0, NULL, _("cannot be read: %s"),
		    gettext(why));
	else if (b.len == 0)
		file_fault(faults, 0, NULL, _("it is empty"));
	else if (!tags_have_few(b.data, b.len))
		file_fault(faults, 0, NULL,
		    _("a tag has thousands of attributes: this is another "
		      "file"));
	else
		rc = parse(&p, &b, grammar, doc);
	if (rc != RC_OK) {
		xmlFreeDoc(*doc);
		*doc = NULL;
	}
	*against = p.against;
	buf_free(&b);
	return rc;
}
