#ifndef FUNDED_H
#define FUNDED_H

#include "question/question_read.h"

/*
 * Projects that were funded near the place asked, whose titles have the words
 * of the question.  They are searched in the department of the place, and up to
 * 60 km away in the departments that have a commune within 30.
 *
 * A posting list of them is kept for each term of each department.  A posting
 * is 16 bytes, little-endian: three unsigned numbers of 32 bits, the id, the
 * perimeter of the beneficiary (0: unknown) and its intercommunality; then two
 * signed numbers of 16 bits, its latitude and longitude in hundredths of a
 * degree, which is a kilometre or less.
 */
enum { FUNDED_ENTRY = 16, FUNDED_NOWHERE = -32768 };

/*
 * Appends <funded-near> with at most max projects, and how many there are in
 * all, which is *total.  Those with most of the words come first, then the
 * nearest.  Nothing is appended without words, without a place in a department,
 * or when none is found.  Fails as query_run does.
 */
enum rc funded_put(struct context *, struct response *, const struct question *,
    size_t max, size_t *total);

#endif
