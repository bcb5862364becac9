/* ds_answer.c - what Démarches simplifiées says. */

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/say.h"
#include "ds/ds_answer.h"
#include "gen/constants.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

/* Where a draft may be, besides the base. */
static const char *const hosts[] = {
	"https://demarche.numerique.gouv.fr",
	"https://www.demarches-simplifiees.fr",
};

static const char *const states[] = {
	DRAFT_STATE_PREFILLED,
	DRAFT_STATE_EDITED,
	DRAFT_STATE_SUBMITTED,
	DRAFT_STATE_EXAMINED,
	DRAFT_STATE_ACCEPTED,
	DRAFT_STATE_REJECTED,
	DRAFT_STATE_DROPPED,
};

/* The errors of GraphQL (DS 3) that say something of what was asked; the others
 * are DS's own. */
static const struct {
	const char *code;
	enum ds_end end;
} codes[] = {
	{ "not_found", DS_GONE },
	{ "unauthorized", DS_REFUSED },
	{ "bad_request", DS_REFUSED },
	{ "graphql_parse_failed", DS_REFUSED },
};

bool
ds_answer_is_token(const char *s)
{
	size_t n = strspn(s, LETTERS DIGITS "_-");

	return s[n] == '\0' && n >= 8 && n <= 64;
}

/* The string of that key; "" when it has none. */
static const char *
ds_answer_text_of(const json_t *object, const char *key)
{
	const char *s = json_string_value(json_object_get(object, key));

	return s != NULL ? s : "";
}

unsigned long
ds_answer_number(const json_t *object, const char *key)
{
	json_int_t n = json_integer_value(json_object_get(object, key));

	return n > 0 && n <= UINT32_MAX ? (unsigned long)n : 0;
}

const char *
ds_answer_state(const json_t *object)
{
	const char *s = ds_answer_text_of(object, "state");

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (strcmp(s, states[i]) == 0)
			return states[i];
	return NULL;
}

/* ---- a draft ---- */

static bool
ds_answer_is_under(const char *url, const char *origin, size_t n)
{
	static const char step[] = "/commencer/";

	return strncmp(url, origin, n) == 0 &&
	    strncmp(url + n, step, sizeof(step) - 1) == 0 &&
	    url[n + sizeof(step) - 1] != '\0';
}

/* A reader is sent there: nowhere but to DS. */
static bool
is_ours(const char *url, const char *base)
{
	const char *host = strstr(base, "://");

	if (url[strspn(url, LETTERS DIGITS "-._~:/?&=%+")] != '\0')
		return false;
	for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++)
		if (ds_answer_is_under(url, hosts[i], strlen(hosts[i])))
			return true;
	if (host == NULL)
		return false;
	host += 3;
	return ds_answer_is_under(url, base,
	    (size_t)(host - base) + strcspn(host, "/"));
}

const char *
ds_answer_draft(const json_t *j, const char *base, struct ds_draft *draft)
{
	const char *url = ds_answer_text_of(j, "dossier_url");
	const char *token = ds_answer_text_of(j, "dossier_prefill_token");
	unsigned long number = ds_answer_number(j, "dossier_number");

	if (!json_is_object(j))
		return N_("201 and no JSON object");
	if (*url == '\0' || strlen(url) >= sizeof(draft->url) ||
	    !ds_answer_is_token(token) || number == 0)
		return N_("201 and no address, token or number");
	if (!is_ours(url, base))
		return N_("201 and an address that is not of DS");
	snprintf(draft->url, sizeof(draft->url), "%s", url);
	snprintf(draft->token, sizeof(draft->token), "%s", token);
	draft->number = number;
	return NULL;
}

/* ---- what became of drafts ---- */

static bool
ds_answer_is_asked(const char *s, const char *const *token, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(s, token[i]) == 0)
			return ds_answer_is_token(s);
	return false;
}

/* A line passed over would make its draft one that is gone: one that is not
 * understood spoils the whole answer, before fn hears of any. */
const char *
ds_answer_states(const json_t *j, const char *const *token, size_t n,
    ds_state_taker *fn, void *arg)
{
	const json_t *item;
	size_t i;

	if (!json_is_array(j))
		return N_("200 and no JSON array");
	json_array_foreach(j, i, item)
	{
		if (ds_answer_number(item, "dossier_number") == 0 ||
		    ds_answer_state(item) == NULL)
			return N_("200 and what is no number or state");
		if (!ds_answer_is_asked(ds_answer_text_of(item,
					    "dossier_prefill_token"),
			token, n))
			return N_("200 and a draft that was not asked about");
	}
	json_array_foreach(j, i, item) fn(arg,
	    ds_answer_text_of(item, "dossier_prefill_token"),
	    ds_answer_number(item, "dossier_number"), ds_answer_state(item));
	return NULL;
}

/* ---- GraphQL ---- */

enum ds_end
ds_answer_error(const json_t *j)
{
	const json_t *errors = json_object_get(j, "errors");
	const char *code;

	if (errors == NULL || json_is_null(errors) ||
	    (json_is_array(errors) && json_array_size(errors) == 0))
		return DS_MADE;
	code = ds_answer_text_of(json_object_get(json_array_get(errors, 0),
				     "extensions"),
	    "code");
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (strcmp(code, codes[i].code) == 0)
			return codes[i].end;
	return DS_UNSURE;
}

enum ds_end
ds_answer_graphql(const json_t *j, const char *field, json_t **object,
    const char **why)
{
	json_t *found = json_object_get(json_object_get(j, "data"), field);
	enum ds_end end = ds_answer_error(j);

	*object = NULL;
	if (end != DS_MADE) {
		*why = end == DS_GONE   ? N_("200 and \"not found\"")
		    : end == DS_REFUSED ? N_("200 and a refusal of GraphQL")
					: N_("200 and an error of GraphQL");
		return end;
	}
	if (json_is_null(found)) {
		*why = N_("200 and null");
		return DS_GONE;
	}
	if (!json_is_object(found)) {
		*why = N_("200 and no answer of GraphQL");
		return DS_UNSURE;
	}
	*object = json_incref(found);
	return DS_MADE;
}
