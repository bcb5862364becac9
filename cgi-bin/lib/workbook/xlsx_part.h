#ifndef XLSX_PART_H
#define XLSX_PART_H

#include <stdbool.h>

#include <libxml/xmlreader.h>

#include "base/rc.h"
#include "text/tags.h"

/*
 * The parts of a workbook (XLSX), which are files of XML in a ZIP.  Only this
 * file knows minizip: it reads the list of parts from the end of the file and
 * unpacks one part at a time, a block at a time.
 */
struct xlsx_package;

/* Opens it.  NULL, logged: it cannot be read; it is no ZIP, or one that is cut;
 * a password is on it; it has over 2,000 parts, or over 512 MB unpacked, by
 * what it says of itself, which bounds what is unpacked.  The caller closes it.
 */
struct xlsx_package *xlsx_package_open(const char *path);
void xlsx_package_close(struct xlsx_package *);

/* One part, being read: of the package only one is at a time. */
struct xlsx_part {
	struct xlsx_package *package;
	xmlTextReaderPtr xml;
	const xmlNode *node; /* where it stands, with what holds it */
	struct tag_stream tag;
	const char *why; /* a fault, in words to translate; NULL: none */
	char cell[16];   /* "B3": where; "": no cell is at fault */
};

/* Opens a part by its name, whose case is ignored; false, and nothing to close,
 * when there is none. */
bool xlsx_part_open(struct xlsx_part *, struct xlsx_package *,
    const char *name);

/* To the next beginning of an element, its end, or text; false at the end of
 * the part and at a fault.  No document type is taken, so no entity is, and
 * nothing is fetched. */
bool xlsx_part_next(struct xlsx_part *);

/* What stands there. */
bool xlsx_part_begins(const struct xlsx_part *, const char *element);
bool xlsx_part_ends(const struct xlsx_part *, const char *element);
const char *xlsx_part_text(const struct xlsx_part *); /* NULL: it is no text */

/* An attribute of the element there, by its name without prefix; NULL: it has
 * none. */
const char *xlsx_part_said(const struct xlsx_part *, const char *attribute);
bool xlsx_part_says_yes(const struct xlsx_part *, const char *attribute);
/* A number of at most max; 0: none, or over it. */
unsigned long xlsx_part_number(const struct xlsx_part *, const char *attribute,
    unsigned long max);

/* RC_BAD_PARAM, logged, when a fault ended the reading.  Closes it. */
enum rc xlsx_part_close(struct xlsx_part *);

#endif
