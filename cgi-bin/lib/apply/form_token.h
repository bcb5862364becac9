#ifndef FORM_TOKEN_H
#define FORM_TOKEN_H

#include <stdbool.h>
#include <time.h>

#include "db/db.h"

/*
 * What a reader's form bears from step to step: its key, at random, by which a
 * form makes one draft (draft.h); when it was given; and the site's mark of
 * both.  So a form that sends is one that was really given, some seconds ago.
 *
 *	0123456789abcdef0123456789abcdef-692ac3f0-(32 digits)
 *
 * The secret of the mark is a row of the base, so that all processes have it,
 * after a restart and an upgrade too.  Whoever reads it could send without
 * having asked for a form, and nothing else: the key is in no row.
 */
enum {
	FORM_KEY = 32,
	FORM_TOKEN = FORM_KEY + 1 + 8 + 1 + 32,
	FORM_SECRET = 64,
	FORM_YOUNG_S = 3,           /* sooner nobody has read what is sent */
	FORM_LIFE_S = 2 * 24 * 3600 /* as long as what was shown is good */
};

enum form_age {
	FORM_NONE,  /* there is none */
	FORM_YOUNG, /* given just now: nobody has read the page */
	FORM_GOOD,
	FORM_OLD /* it is given anew, to be read again */
};

/* A form on its way through the steps. */
struct form_token {
	char key[FORM_KEY + 1];
	char text[FORM_TOKEN + 1]; /* what the page bears next */
	enum form_age age;
};

/* The site's secret, NUL-terminated; RC_FAIL, logged, when there is none. */
enum rc form_secret_read(struct db *, struct pool *,
    char secret[FORM_SECRET + 1]);

/*
 * Reads what a form says, NULL when it says nothing, at a moment.  What was not
 * given here is FORM_OLD too, and its key is not taken over, for somebody else
 * may have chosen it; nor that of a form that the page of another site sent,
 * when ours is false.  A key alone, as earlier versions gave, is FORM_OLD.  Of
 * what is FORM_NONE or FORM_OLD the text is a new one.  False when the machine
 * has no randomness.
 */
bool form_token_read(struct form_token *, const char *secret, const char *said,
    bool ours, time_t now);

/* What stands for a key in rows, as 32 hexadecimal digits: whoever reads them
 * must not have it, for it leads to a draft. */
void form_digest(char form[FORM_KEY + 1], const char *key);

/* Whether s is 32 hexadecimal digits. */
bool form_is_key(const char *s);

#endif
