#ifndef FORM_TOKEN_H
#define FORM_TOKEN_H

#include <stdbool.h>
#include <time.h>

#include "db/db.h"

/*
 * What a reader's form carries from step to step: its random key, by which a
 * form makes one draft (draft.h); when it was issued; and the site's MAC of
 * both.  So a form that sends is one that the site issued, some seconds ago.
 *
 *	0123456789abcdef0123456789abcdef-692ac3f0-(32 digits)
 *
 * The secret of the MAC is a row of the database, so that all processes have
 * it, after a restart and an upgrade too.  Whoever reads it could send without
 * having asked for a form, and nothing more: the key is in no row.
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
	FORM_YOUNG, /* issued just now: nobody has read the page */
	FORM_GOOD,
	FORM_OLD /* the page is shown again with a new one */
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
 * Reads the token that a form said, NULL for none, at the time now.  One that
 * the site did not issue is FORM_OLD, and its key is not reused, for somebody
 * else may have chosen it; the same goes for a form sent by the page of another
 * site (ours false), and for a key alone, as earlier versions issued.
 * For FORM_NONE and FORM_OLD the text is a new token.  False when the system
 * gives no randomness.
 */
bool form_token_read(struct form_token *, const char *secret, const char *said,
    bool ours, time_t now);

/* The digest of a key, 32 hexadecimal digits, which rows hold in its place:
 * whoever reads them must not learn the key, for it leads to a draft. */
void form_digest(char form[FORM_KEY + 1], const char *key);

/* Whether s is 32 hexadecimal digits. */
bool form_is_key(const char *s);

#endif
