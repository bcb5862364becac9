#ifndef COUNT_MOST_H
#define COUNT_MOST_H

#include <stdbool.h>

/*
 * Whether most lines are of one network, as the log has addresses: that of a
 * proxy that nginx was not told of, for which all readers are one, and soon a
 * robot.  Begins as { 0 }.
 */
struct count_most {
	char network[46]; /* that may have the most */
	unsigned long long lines, balance;
	unsigned long long of; /* how many of them, at least, are of it */
};

void count_most_add(struct count_most *, const char *network);

/* Whether more than half of the lines are of it, and there are enough of them
 * to say so. */
bool count_most_is_one(const struct count_most *);

#endif
