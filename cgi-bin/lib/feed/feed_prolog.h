#ifndef FEED_PROLOG_H
#define FEED_PROLOG_H

#include <stddef.h>

/* Bytes of XML before a parser has them. */

/* Why the n bytes at the beginning of a file are not those of a feed, a message
 * of N_(): a page of the web, a document type, no element at all; NULL: they
 * are. */
const char *feed_prolog_fault(const char *s, size_t n);

/* The encoding that it says, which libxml2 is to decode: one of a byte a
 * letter, whose ASCII is ASCII, and which is not mistaken for UTF-8.  NULL:
 * none, or another. */
const char *feed_prolog_encoding(const char *s, size_t n);

#endif
