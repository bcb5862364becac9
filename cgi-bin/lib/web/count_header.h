#ifndef COUNT_HEADER_H
#define COUNT_HEADER_H

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/*
 * What of an answer is to be counted: a header that the web server writes to a
 * log and hides from readers (conf/nginx-http.conf), and that "guichet count"
 * reads there (count/count_line.h).
 *
 *	Guichet-Count: event=search; portal=pvd; words=toit+ecole; found=12
 *
 * Pairs of a key and a value, as in a query string.  It names no reader, and
 * has nothing of their question but its words as they were understood.  A page
 * that nginx keeps has it too; one that the reader alone still holds, asked for
 * again, has not: it was counted.
 */

/* Bytes of all its pairs. */
enum { COUNT_HEADER_MAX = 600 };

/*
 * Begins it: what was done, "search", "aid", "more", "apply", "draft",
 * "backer" or "program", and below which portal.  There is none for a format
 * that programs read, for the pages of a list after its first, and for a
 * portal that is not public yet: what follows is then left out.
 */
void count_header_event(const struct context *, const struct request *,
    struct response *, const char *event);

/* Append a pair; one for which there is no room, and an empty one, are left
 * out. */
void count_header_text(struct response *, const char *key, const char *value);
void count_header_number(struct response *, const char *key, long long value);

#endif
