#ifndef AID_PAGE_H
#define AID_PAGE_H

#include "aids/aid_within.h"
#include "question/question_read.h"

/*
 * The aid that the slug names.  Appends <aid>: its page, rendered when it was
 * imported, with the day and the doors to its application filled in; in other
 * formats its facts.  Then <locals> or <generic>, its other versions.  RC_MOVED
 * when it has another address now.  RC_NOT_FOUND when there is none: the error
 * page then suggests aids with near names.  Only the aids within are shown, on
 * their own pages and as other versions; all, when it is NULL.
 */
enum rc aid_page_put(struct context *, const struct request *,
    struct response *, struct corpus *, const struct aid_within *);

#endif
