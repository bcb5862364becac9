/* form_token.c - what a reader's form bears from step to step. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "apply/form_token.h"
#include "base/log.h"
#include "crypto/digest.h"
#include "crypto/hex.h"
#include "crypto/seal.h"
#include "db/query.h"
#include "gen/queries/apply.h"

/* Clocks of machines differ by so much: s. */
enum { CLOCKS = 60, TIME = 8 };

bool
form_is_key(const char *s)
{
	return strlen(s) == FORM_KEY && hex_span(s) == FORM_KEY;
}

void
form_digest(char form[FORM_KEY + 1], const char *key)
{
	char text[5 + FORM_KEY + 1], digest[DIGEST_HEX + 1];

	snprintf(text, sizeof(text), "form\n%s", key);
	digest_sha256(digest, text, strlen(text));
	snprintf(form, FORM_KEY + 1, "%.*s", FORM_KEY, digest);
}

enum rc
form_secret_read(struct db *db, struct pool *pool, char secret[FORM_SECRET + 1])
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_FORM_SECRET, NULL, &res);

	if (rc != RC_OK)
		return rc;
	if (res.rows == 0 ||
	    form_secret_row(&res, 0)->secret.n != FORM_SECRET) {
		log_msg("apply: the base has no secret of forms");
		return RC_FAIL;
	}
	memcpy(secret, form_secret_row(&res, 0)->secret.s, FORM_SECRET + 1);
	return RC_OK;
}

/* The token of its key, given at that moment. */
static void
form_token_give(struct form_token *t, const char *secret, time_t when)
{
	char mac[SEAL_MAC + 1];

	snprintf(t->text, sizeof(t->text), "%s-%08x", t->key, (unsigned)when);
	seal_mac(mac, secret, strlen(secret), "form", t->text);
	snprintf(t->text + FORM_KEY + 1 + TIME, SEAL_MAC + 2, "-%s", mac);
}

static enum form_age
form_token_age(long age)
{
	if (age < -CLOCKS || age > FORM_LIFE_S)
		return FORM_OLD;
	return age < FORM_YOUNG_S ? FORM_YOUNG : FORM_GOOD;
}

/* Whether it is a token, or a key, of whomever. */
static bool
form_token_is(const char *said)
{
	return form_is_key(said) ||
	    (strlen(said) == FORM_TOKEN && said[FORM_KEY] == '-' &&
		hex_span(said) == FORM_KEY &&
		hex_span(said + FORM_KEY + 1) == TIME);
}

/* A token that was given says how old it is; of another the key stays empty. */
static enum form_age
form_token_check(struct form_token *t, const char *secret, const char *said,
    time_t now)
{
	struct form_token given;
	time_t when;

	if (form_is_key(said))
		return FORM_OLD;
	when = (time_t)strtoul(said + FORM_KEY + 1, NULL, 16);
	memcpy(given.key, said, FORM_KEY);
	given.key[FORM_KEY] = '\0';
	form_token_give(&given, secret, when);
	if (!seal_is_mac(given.text + FORM_TOKEN - SEAL_MAC,
		said + FORM_TOKEN - SEAL_MAC))
		return FORM_OLD;
	*t = given;
	return form_token_age((long)(now - when));
}

bool
form_token_read(struct form_token *t, const char *secret, const char *said,
    bool ours, time_t now)
{
	*t = (struct form_token){ .age = FORM_NONE };
	if (said != NULL && form_token_is(said))
		t->age = ours ? form_token_check(t, secret, said, now)
			      : FORM_OLD;
	/* 128 bits, for whoever guesses a key and a digest is led to the draft,
	 * which opens to the first visitor (DS 1.3). */
	if (t->key[0] == '\0' && !hex_random(t->key, FORM_KEY / 2))
		return false;
	if (t->age == FORM_NONE || t->age == FORM_OLD)
		form_token_give(t, secret, now);
	return true;
}
