#ifndef LOSS_H
#define LOSS_H

#include <stdbool.h>

#include "base/rc.h"

/* Whether a table may lose so many of the rows that it had: a truncated file
 * must not empty it.  RC_BAD_PARAM, logged, when more than a tenth would go, or
 * the only row; one row of several may always go.  force accepts any loss. */
enum rc loss_check(unsigned long long lost, unsigned long long had, bool force);

/* The same of a table whose rows are all replaced, had before and has now. */
enum rc loss_check_counts(unsigned long long had, unsigned long long has,
    bool force);

#endif
