#ifndef AID_LINK_H
#define AID_LINK_H

#include "question/corpus.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* The two links of an aid to other sites. */
enum aid_link {
	AID_LINK_MORE, /* where its financer describes it */
	AID_LINK_APPLY /* where one applies */
};

/*
 * Leads to the address that the aid of the slug has for that link, and to no
 * other, by RC_SEE_OTHER: it is counted on the way.  RC_MOVED from an address
 * that the aid had before; RC_NOT_FOUND when it has no such link, or is not
 * within the portal.
 */
enum rc aid_link_follow(struct context *, const struct request *,
    struct response *, struct corpus *, enum aid_link);

#endif
