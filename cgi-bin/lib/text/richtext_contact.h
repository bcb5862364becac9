#ifndef RICHTEXT_CONTACT_H
#define RICHTEXT_CONTACT_H

#include <stdbool.h>
#include <stddef.h>

/* The longest address that is made of what is found. */
enum { RICHTEXT_HREF = 720 };

/*
 * The first contact that plain text holds: a mail address, an address of the
 * Web (https://, http://, www.), a telephone number as they are written in
 * France (ten digits by pairs, by threes after "0 8xx", or together) or with
 * its country (+33, 0033, +262).  A number keeps one separator throughout,
 * so that dates and amounts are none.
 *
 * Returns where it begins, with its bytes in *n and in href what a link to
 * it says: "mailto:", "tel:" and digits, or the address itself.  href holds
 * no blank, no control character and no < > " but is not escaped; an address
 * of the Web with a user's name in it is passed over.  NULL when
 * there is none.
 */
const char *richtext_contact(const char *text, size_t *n,
    char href[RICHTEXT_HREF]);

/* Whether an address of the Web, with its scheme, has a user's name ahead of
 * its host: it leads elsewhere than it seems to, and is no link. */
bool richtext_contact_has_user(const char *address);

#endif
