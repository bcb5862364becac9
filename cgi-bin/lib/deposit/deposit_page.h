#ifndef DEPOSIT_PAGE_H
#define DEPOSIT_PAGE_H

#include "deposit/deposit_bytes.h"
#include "web/route.h"

/*
 * The page of a link, whose word is the slug of the address: what the link is
 * for, what to fill in, how its last file stands.  A word that opens nothing
 * is RC_NOT_FOUND; it is looked for by its digest, so that how long that takes
 * says nothing of any word.  Of a link that is over the page says so, and takes
 * nothing.
 *
 * The word is the key: who does not have it cannot make a form that sends here,
 * and the answer to a check says which one it is to.
 */

/* Room beside the file, for the rest of its form. */
enum { DEPOSIT_FORM = DEPOSIT_MAX + 8192 };

route_handler deposit_show;

/* Takes a file, which then waits for the job; and yes or no to its check. */
route_handler deposit_send, deposit_answer;

/* What a link gives: tables to fill in, and the last file with remarks. */
route_handler deposit_model_xlsx, deposit_model_csv, deposit_aids_xlsx,
    deposit_aids_csv, deposit_remarked;

#endif
