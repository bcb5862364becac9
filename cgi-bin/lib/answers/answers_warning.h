#ifndef ANSWERS_WARNING_H
#define ANSWERS_WARNING_H

#include <libxml/tree.h>

#include "answers/authority.h"

/*
 * Appends <doubts>, when there are any: what a reader may want to look at again
 * before they send, none of which stops them.  A financing plan that is less or
 * more than the cost, a line of it without its funder or its amount, any amount
 * that was written with its taxes, an end of the works before their beginning,
 * works that began, or ended, before today ("2026-11-24"), a name that is
 * another authority's than the one that asks.
 */
void answers_warn(struct answers *, const struct authority *, const char *today,
    xmlNodePtr parent);

#endif
