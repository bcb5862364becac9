#ifndef FILTERS_H
#define FILTERS_H

#include "question/parser.h"

/*
 * Reads the parameters of a question that are entries of closed lists
 * (audience, type and its groups, step, destination, recurrence, category and
 * its themes), flags, or dates.  Values of one criterion are alternatives;
 * criteria must all be met.  An entry goes by its slug or its id.  Appends to
 * <asked> what was understood; what no list has is left out and said.
 */
void filters_read(struct parser *);

#endif
