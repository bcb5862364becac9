#ifndef AID_WITHIN_H
#define AID_WITHIN_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The aids that a page may show: those of its base question.  Ids rise. */
struct aid_within {
	size_t n;
	const uint32_t *id;
};

/* Whether it may show that aid; all of them, when within is NULL. */
bool aid_is_within(const struct aid_within *, uint32_t id);

/* Removes from a list, the element of that name in the page, each <aid> whose
 * @id is not within; and the list, when it is then empty. */
void aid_drop_outside(const struct aid_within *, xmlNodePtr page,
    const char *name);

#endif
