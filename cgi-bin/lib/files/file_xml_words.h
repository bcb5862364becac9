#ifndef FILE_XML_WORDS_H
#define FILE_XML_WORDS_H

#include <libxml/xmlerror.h>

#include "base/pool.h"

#if LIBXML_VERSION >= 21200
typedef const xmlError *file_xml_error;
#else
typedef xmlErrorPtr file_xml_error;
#endif

/* What is wrong with a file that is no well-formed XML, and what to do, in the
 * language of the command: libxml2 says it in English, and in its own terms.
 * In the pool. */
const char *file_xml_words(struct pool *, file_xml_error);

#endif
