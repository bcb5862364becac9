#ifndef SUMMARY_H
#define SUMMARY_H

#include <libxml/tree.h>

#include "base/buf.h"

/*
 * Sets the <summary> of an aid that is rendered before its passages are
 * written, as the query aid_facts makes it afterwards: the first 300 characters
 * of its first two passages, joined by a space, without the ellipses between
 * them.  The text is changed in place; when it is empty, the aid has no
 * summary.
 */
void summary_set(struct buf *text, xmlNodePtr aid);

#endif
