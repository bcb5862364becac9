#ifndef TAGS_H
#define TAGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/pool.h"

/*
 * The tags of XML and of HTML from outside, before a parser has them.  libxml2
 * compares each attribute of a tag with all the others: the time of one tag
 * grows with the square of its length, and 400 kB of attributes hold a process
 * for minutes.  What a stranger wrote goes through one of these first.
 */

/* Whether every tag of the n bytes of XML, from "<" to its ">", has 4 kB and 16
 * attributes at most.  False also for a tag with "<" in it, or without an end:
 * it is not XML. */
bool tags_are_small(const char *s, size_t n);

/* Whether no tag of the n bytes of XML has more than 1,000 attributes: for what
 * people write, whose values may be long. */
bool tags_have_few(const char *s, size_t n);

/* What stands of a tag in the bytes so far: libxml2 compares its attributes
 * with one another, and looks for its end from its beginning each time. */
struct tag_stream {
	bool begins; /* the last byte was "<" */
	bool open;
	char quote;
	unsigned attributes;
	size_t n;
};

/* Whether with the n bytes that follow every tag is within 1 MB and 100
 * attributes.  What only looks like one, in CDATA, counts too. */
bool tag_stream_is_small(struct tag_stream *, const char *s, size_t n);

/* Appends the n bytes of HTML, its tags bare: a name, and no attribute but the
 * first href, scope, colspan and rowspan, in double quotes.  Comments,
 * declarations and instructions are left out, and so is what <script> and
 * <style> hold.  Texts and the order of tags do not change. */
void tags_put_bare(struct buf *out, const char *s, size_t n);

/* A plain text without the tags of HTML that feeds leave in their titles, those
 * that part lines as new lines; "<5 000 habitants" is no tag.  s itself, or in
 * the pool. */
const char *tags_drop(struct pool *, const char *s);

#endif
