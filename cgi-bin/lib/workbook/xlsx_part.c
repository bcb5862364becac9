/* xlsx_part.c - the parts of a workbook. */

#include <stdlib.h>
#include <string.h>

#include <unzip.h>

#include "base/log.h"
#include "base/say.h"
#include "workbook/xlsx_part.h"

enum { MAX_PARTS = 2000, MAX_NAME = 256, MAX_DEPTH = 32, IGNORE_CASE = 2 };

static const unsigned long long MAX_UNPACKED = 512ull << 20;

struct xlsx_package {
	unzFile zip;
	const char *path;
};

/* ---- the package ---- */

/* Why the part that is next cannot be taken; NULL: it can.  *unpacked is that
 * of all so far. */
static const char *
why_not_part(unzFile zip, unsigned long long *unpacked)
{
	char name[MAX_NAME];
	unz_file_info64 info;

	if (unzGetCurrentFileInfo64(zip, &info, name, sizeof(name), NULL, 0,
		NULL, 0) != UNZ_OK)
		return N_("it is cut short or damaged");
	if ((info.flag & 1) != 0)
		return N_("a password protects it");
	if (info.size_filename >= sizeof(name))
		return N_("a name in it is over 255 bytes");
	if (info.uncompressed_size > MAX_UNPACKED - *unpacked)
		return N_("unpacked it would be over 512 MB");
	*unpacked += info.uncompressed_size;
	return NULL;
}

static const char *
why_not_package(unzFile zip)
{
	unsigned long long unpacked = 0;
	const char *why = NULL;
	int n = 0, rc = unzGoToFirstFile(zip);

	for (; rc == UNZ_OK && why == NULL; rc = unzGoToNextFile(zip))
		why = ++n > MAX_PARTS ? N_("it has over 2,000 parts")
				      : why_not_part(zip, &unpacked);
	return why != NULL || rc == UNZ_END_OF_LIST_OF_FILE
	    ? why
	    : N_("it is cut short or damaged");
}

struct xlsx_package *
xlsx_package_open(const char *path)
{
	struct xlsx_package *p = calloc(1, sizeof(*p));
	const char *why;

	if (p == NULL)
		log_die("xlsx: out of memory");
	p->path = path;
	p->zip = unzOpen64(path);
	why = p->zip == NULL ? N_("it is cut short, or no ZIP")
			     : why_not_package(p->zip);
	if (why == NULL)
		return p;
	log_msg(_("the workbook \"%s\" cannot be read: %s"), path,
	    gettext(why));
	xlsx_package_close(p);
	return NULL;
}

void
xlsx_package_close(struct xlsx_package *p)
{
	if (p == NULL)
		return;
	if (p->zip != NULL)
		unzClose(p->zip);
	free(p);
}

/* ---- a part ---- */

static int
read_bytes(void *arg, char *to, int n)
{
	struct xlsx_part *p = arg;
	int got = unzReadCurrentFile(p->package->zip, to, (unsigned)n);

	if (got < 0)
		p->why = N_("it is cut short or damaged");
	else if (!tag_stream_is_small(&p->tag, to, (size_t)got))
		p->why = N_("a tag is over 1 MB or has over 100 attributes");
	return p->why != NULL ? -1 : got;
}

/* What is wrong is told by xlsx_part_close, and not by libxml2. */
static void
ignore_error(void *arg, const char *message, xmlParserSeverities severity,
    xmlTextReaderLocatorPtr at)
{
	(void)arg;
	(void)message;
	(void)severity;
	(void)at;
}

bool
xlsx_part_open(struct xlsx_part *p, struct xlsx_package *package,
    const char *name)
{
	*p = (struct xlsx_part){ .package = package };
	if (unzLocateFile(package->zip, name, IGNORE_CASE) != UNZ_OK ||
	    unzOpenCurrentFile(package->zip) != UNZ_OK)
		return false;
	p->xml = xmlReaderForIO(read_bytes, NULL, p, NULL, "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
	if (p->xml == NULL)
		log_die("xlsx: out of memory");
	xmlTextReaderSetErrorHandler(p->xml, ignore_error, NULL);
	return true;
}

static const char *
why_not_node(const struct xlsx_part *p)
{
	int type = xmlTextReaderNodeType(p->xml);

	return type == XML_READER_TYPE_DOCUMENT_TYPE ||
		type == XML_READER_TYPE_ENTITY_REFERENCE
	    ? N_("a part has a document type")
	    : xmlTextReaderDepth(p->xml) > MAX_DEPTH
	    ? N_("elements are over 32 deep")
	    : NULL;
}

bool
xlsx_part_next(struct xlsx_part *p)
{
	int got = p->why == NULL ? xmlTextReaderRead(p->xml) : 0;

	if (got < 0 && p->why == NULL)
		p->why = N_("a part of it is no well-formed XML");
	if (p->why == NULL && got == 1)
		p->why = why_not_node(p);
	p->node = xmlTextReaderCurrentNode(p->xml);
	return got == 1 && p->why == NULL && p->node != NULL;
}

enum rc
xlsx_part_close(struct xlsx_part *p)
{
	/* The sum of what was unpacked is looked at when all of it was. */
	int closed = unzCloseCurrentFile(p->package->zip);

	if (closed == UNZ_CRCERROR && p->why == NULL)
		p->why = N_("it is cut short or damaged");
	xmlFreeTextReader(p->xml);
	if (p->why == NULL)
		return RC_OK;
	if (*p->cell != '\0')
		log_msg(_("the workbook \"%s\" cannot be read, cell %s: %s"),
		    p->package->path, p->cell, gettext(p->why));
	else
		log_msg(_("the workbook \"%s\" cannot be read: %s"),
		    p->package->path, gettext(p->why));
	return RC_BAD_PARAM;
}

/* ---- what stands there ---- */

static bool
is_named(const struct xlsx_part *p, int type, const char *name)
{
	return xmlTextReaderNodeType(p->xml) == type &&
	    strcmp((const char *)p->node->name, name) == 0;
}

bool
xlsx_part_begins(const struct xlsx_part *p, const char *element)
{
	return is_named(p, XML_READER_TYPE_ELEMENT, element);
}

bool
xlsx_part_ends(const struct xlsx_part *p, const char *element)
{
	return is_named(p, XML_READER_TYPE_END_ELEMENT, element) ||
	    (is_named(p, XML_READER_TYPE_ELEMENT, element) &&
		xmlTextReaderIsEmptyElement(p->xml) == 1);
}

const char *
xlsx_part_text(const struct xlsx_part *p)
{
	int type = xmlTextReaderNodeType(p->xml);

	return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
		type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE ||
		type == XML_READER_TYPE_WHITESPACE
	    ? (const char *)p->node->content
	    : NULL;
}

const char *
xlsx_part_said(const struct xlsx_part *p, const char *attribute)
{
	const xmlAttr *a = p->node->type == XML_ELEMENT_NODE
	    ? p->node->properties
	    : NULL;

	while (a != NULL && strcmp((const char *)a->name, attribute) != 0)
		a = a->next;
	if (a == NULL)
		return NULL;
	return a->children != NULL && a->children->content != NULL
	    ? (const char *)a->children->content
	    : "";
}

bool
xlsx_part_says_yes(const struct xlsx_part *p, const char *attribute)
{
	const char *s = xlsx_part_said(p, attribute);

	return s != NULL && (strcmp(s, "1") == 0 || strcmp(s, "true") == 0);
}

unsigned long
xlsx_part_number(const struct xlsx_part *p, const char *attribute,
    unsigned long max)
{
	const char *s = xlsx_part_said(p, attribute);
	unsigned long n = 0;

	for (; s != NULL && *s >= '0' && *s <= '9' && n <= max; s++)
		n = 10 * n + (unsigned long)(*s - '0');
	return n <= max ? n : 0;
}
