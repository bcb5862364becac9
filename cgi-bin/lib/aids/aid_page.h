#ifndef AID_PAGE_H
#define AID_PAGE_H

#include "question/question_read.h"

/*
 * The aid that the address names: its page, rendered ahead but for the day, or in
 * the other formats its facts; with it <locals> or <generic>, its other versions.
 * RC_MOVED when it has another address now, RC_NOT_FOUND when there is none: aids
 * with names near to it are then suggested.
 */
enum rc aid_page_put(struct context *, const struct request *,
    struct response *, struct corpus *);

#endif
