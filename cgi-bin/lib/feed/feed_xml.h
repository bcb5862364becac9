#ifndef FEED_XML_H
#define FEED_XML_H

#include "feed/feed_file.h"

/*
 * A file of XML, RSS or Atom: its records are the elements that a row "liste"
 * of the shapes leads to (feed_shape.h), as feed_element.h makes JSON of them.
 * It is read as a stream, without a document type, entities but those of XML,
 * or anything from elsewhere.  One over the bounds of feed_value.h is given as
 * one that cannot be read, and the next ones are read.
 */

/* What the XML at the beginning of b says to be written in, when libxml2 is to
 * decode it; NULL for UTF-8, Windows-1252 and what says nothing: those, and
 * those mistaken for one another, csv_decoder.h tells. */
const char *feed_xml_encoding(struct feed_bytes *b);

/* Reads the file from its first "<" on, in that encoding, whatever it says.
 * RC_BAD_PARAM, logged, for what is no whole XML, has a document type, elements
 * over 64 deep or a tag over 1 MB or of over 100 attributes, or no list of
 * aids, and for a page of the web.  Otherwise as feed_read. */
enum rc feed_xml_read(struct feed_file *, const char *encoding);

#endif
