#ifndef PORTAL_FAULTS_H
#define PORTAL_FAULTS_H

#include "base/pool.h"

/* What is wrong with the file of a portal: all of it is told, each fault where
 * it is and with what to do, before the file is refused. */
struct portal_faults {
	const char *file;
	struct pool *pool;
	struct portal_fault_said *said; /* the last first */
	unsigned n;
};

/* Notes a fault of an element, at its line; of the whole file when what is
 * NULL, at no line when it is 0. */
void portal_fault(struct portal_faults *, long line, const char *what,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Logs all faults, in the order of the file, and how many they are. */
void portal_faults_tell(const struct portal_faults *);

/* Prints what was changed in what the file says, which is no fault. */
void portal_note(const struct portal_faults *, long line, const char *what,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

#endif
