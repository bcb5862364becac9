/* count_most.c - whether most lines are of one network. */

#include <stdio.h>
#include <string.h>

#include "count/count_most.h"

/* A small site has its busy office; on one that is read more, no network is
 * half of the readers. */
enum { ENOUGH = 500 };

/* Boyer and Moore: what has more than half is what is left when lines of two
 * networks are crossed out together. */
void
count_most_add(struct count_most *m, const char *network)
{
	m->lines++;
	if (m->balance == 0) {
		snprintf(m->network, sizeof(m->network), "%s", network);
		m->of = 0;
	}
	if (strncmp(m->network, network, sizeof(m->network) - 1) == 0) {
		m->balance++;
		m->of++;
	} else {
		m->balance--;
	}
}

bool
count_most_is_one(const struct count_most *m)
{
	return m->lines >= ENOUGH && m->of > m->lines / 2;
}
