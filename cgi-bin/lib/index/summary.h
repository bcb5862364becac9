#ifndef SUMMARY_H
#define SUMMARY_H

#include <libxml/tree.h>

#include "base/buf.h"

/*
 * Sets <summary> of an aid that is rendered before its passages are written, as
 * the query aid_facts says it afterwards: 300 signs of text, its first two
 * passages with a space between them, which meet without ellipses.  The text is
 * changed in place; without any, the aid has no summary.
 */
void summary_set(struct buf *text, xmlNodePtr aid);

#endif
