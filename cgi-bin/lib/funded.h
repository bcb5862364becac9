#ifndef FUNDED_H
#define FUNDED_H

#include "question.h"

/*
 * Projects that were funded near the place asked, whose titles say the reader's
 * words: appends <funded> elements to an element of that list, the nearest of
 * the best first, at most max.  Nothing without words and a place in a
 * department.
 *
 * A list of funded_list: 12 bytes a project, three numbers of 32 bits, low byte
 * first: its id, the perimeter of its beneficiary, the intercommunality.
 */
enum { FUNDED_ENTRY = 12 };

enum rc funded_put(struct ask *, const struct question *, size_t max);

#endif
