#ifndef FILE_FAULTS_H
#define FILE_FAULTS_H

#include "base/pool.h"
#include "files/file_place.h"

/* What is wrong with a file: all of it is told, each fault where
 * it is and with what to do, before the file is refused. */
struct file_faults {
	const char *file;
	struct pool *pool;
	struct file_fault_said *said; /* the last first */
	unsigned n;
};

/* Notes a fault of an element, where it begins; of the whole file when what is
 * NULL. */
void file_fault(struct file_faults *, struct file_place, const char *what,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Logs all faults, in the order of the file, and how many they are. */
void file_faults_tell(const struct file_faults *);

/* Prints what was changed in what the file says, which is no fault. */
void file_note(const struct file_faults *, struct file_place, const char *what,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

#endif
