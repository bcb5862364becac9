#ifndef FILE_XML_WORDS_H
#define FILE_XML_WORDS_H

#include <libxml/xmlerror.h>

#include "base/pool.h"
#include "files/file_place.h"

#if LIBXML_VERSION >= 21200
typedef const xmlError *file_xml_error;
#else
typedef xmlErrorPtr file_xml_error;
#endif

/* What is wrong with a file that is no well-formed XML, and what to do, in the
 * language of the command: libxml2 says it in English, and in its own terms.
 * In the pool. */
const char *file_xml_words(struct pool *, file_xml_error);

/* What is wrong with the first of n bytes that no text in UTF-8 has, and where
 * it stands; NULL when all are good.  In the pool. */
const char *file_byte_words(struct pool *, const char *s, size_t n,
    struct file_place *);

/* What is wrong with one that is not as its grammar says, likewise. */
const char *file_xml_grammar_words(struct pool *, file_xml_error);

#endif
