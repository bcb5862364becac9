#ifndef CHECK_PROGRAMS_H
#define CHECK_PROGRAMS_H

#include "admin/review.h"

/* For each program and job, two lines: whether its account holds every right of
 * its file, and no other that writes. */
void check_accounts(struct review *);

/* For each program, a line: whether its socket is listened to. */
void check_sockets(struct review *);

#endif
