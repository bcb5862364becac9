#ifndef FUNDED_H
#define FUNDED_H

#include "question/question_read.h"

/*
 * Projects that were funded near the place asked, whose titles say the reader's
 * words: appends <funded-near> with at most max of them, and how many there are
 * in all, which is *total.  What says most words comes first, then the nearest.  Nothing without
 * words, without a place in a department, or when nothing is found.
 *
 * They are searched in the department, and up to 60 km in those that have a
 * commune within 30.  What says fewer words than the best within 30 km, or when
 * none is so near than the best of all, is not like what was asked.
 *
 * A list of funded_list: 16 bytes a project, low byte first: three numbers of 32
 * bits, its id, the perimeter of its beneficiary (0: unknown) and the
 * intercommunality; then where the beneficiary lies, two signed numbers of 16
 * bits, latitude and longitude in hundredths of a degree, a kilometre or less:
 * distances are those of a plane, which so near errs by less than that.
 */
enum { FUNDED_ENTRY = 16, FUNDED_NOWHERE = -32768 };

enum rc funded_put(struct context *, struct response *, const struct question *,
    size_t max, size_t *total);

#endif
