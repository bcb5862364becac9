#ifndef ANSWERS_WARNING_H
#define ANSWERS_WARNING_H

#include <libxml/tree.h>

#include "answers/answers.h"

/*
 * Appends <doubts>, when there are any: what a reader may want to look at again
 * before they send, none of which stops them.  A financing plan that is less or
 * more than the cost, a line of it without its funder or its amount, an end of
 * the works before their beginning.
 */
void answers_warn(const struct answers *, xmlNodePtr parent);

#endif
