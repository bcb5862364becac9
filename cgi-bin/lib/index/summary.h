#ifndef SUMMARY_H
#define SUMMARY_H

#include <libxml/tree.h>

#include "base/buf.h"

/*
 * The summary of an aid: its first two passages, joined by a space, without the
 * ellipses between them, in SUMMARY_MAX characters.  It ends with a sentence
 * when that keeps SUMMARY_LEAST characters at least, else with a word and an
 * ellipsis.
 */
enum { SUMMARY_LEAST = 60, SUMMARY_MAX = 300 };

/* Makes one of these passages, in place; text is valid UTF-8. */
void summary_cut(struct buf *text);

/* Sets the <summary> of an aid that is rendered before its passages are
 * written, from those: text, which is changed in place.  When it is empty, the
 * aid has no summary. */
void summary_set(struct buf *text, xmlNodePtr aid);

/* The same of the aids of a list, each with its passages as its <summary>. */
void summary_set_all(xmlNodePtr aids);

#endif
