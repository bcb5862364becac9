#ifndef CHECK_ANSWERS_H
#define CHECK_ANSWERS_H

#include <stdbool.h>

#include "base/pool.h"

/*
 * Whether a program answers on its socket, a page that it may not have: asks
 * it as nginx does, by FastCGI, and waits for 5 seconds.  NULL when it does,
 * though it were that there is no such page; otherwise what is wrong, in the
 * language chosen, in the pool; *listens says whether the socket was open all
 * the same.
 */
const char *check_answers_socket(struct pool *, const char *path,
    bool *listens);

/*
 * The same of the server at the address of the site, "http://localhost:8080":
 * whether it answers, and not that it has no program (502).  For https its
 * certificate must hold.
 */
const char *check_answers_site(struct pool *, const char *address);

#endif
