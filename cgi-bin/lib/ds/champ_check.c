/* champ_check.c - what may leave for Démarches simplifiées. */

#include <string.h>

#include "base/str.h"
#include "ds/champ_check.h"
#include "ds/champ_rows.h"
#include "text/normalize.h"
#include "text/normalize_date.h"

enum {
	MAX_SHOWN = 200,
	MAX_ROWS = 1000,
	MAX_ITEMS = 1000,
	MAX_REFUSALS = 1000
};

void
champ_refuse(struct champ_check *x, const struct champ *c, const char *key,
    const json_t *value, const char *reason)
{
	struct champ_refusal *r;
	const char *s = value != NULL ? normalize_json(x->pool, value) : NULL;

	if (x->refused++ >= MAX_REFUSALS)
		return;
	r = pool_take(x->pool, sizeof(*r));
	*r = (struct champ_refusal){ .champ = c,
		.reason = reason,
		.key = key != NULL ? pool_strdup(x->pool, key)
				   : champ_key(x->pool, c->id) };
	if (s != NULL)
		r->value = str_clean(
		    pool_strndup(x->pool, s, str_cut(s, MAX_SHOWN)));
	*x->last = r;
	x->last = &r->next;
}

static json_t *
champ_check_refuse(struct champ_check *x, const struct champ *c,
    const json_t *value, const char *reason)
{
	champ_refuse(x, c, NULL, value, reason);
	return NULL;
}

/* What DS leaves out before it looks at anything (DS 1.4); but "false" answers
 * a question, and Guichet sends it as text. */
static bool
champ_check_is_blank(struct champ_check *x, const struct champ *c,
    const json_t *v)
{
	if (json_is_string(v))
		return *normalize_text(x->pool, normalize_json(x->pool, v)) ==
		    '\0';
	return json_is_null(v) ||
	    (json_is_false(v) && c->kind != CHAMP_BOOLEAN) ||
	    (json_is_array(v) && json_array_size(v) == 0) ||
	    (json_is_object(v) && json_object_size(v) == 0);
}

/* ---- scalars ---- */

/* "true" or "false"; DS's own words for them, any case. */
static const char *
champ_check_read_boolean(const char *s)
{
	static const char *const yes[] = { "true", "1", "t", "on" };
	static const char *const no[] = { "false", "0", "f", "off" };

	for (int i = 0; i < 4; i++) {
		if (strcasecmp(yes[i], s) == 0)
			return "true";
		if (strcasecmp(no[i], s) == 0)
			return "false";
	}
	return NULL;
}

static const char *
champ_check_read_civility(const char *s)
{
	static const char *const sir[] = { "m.", "m", "mr", "monsieur", "male",
		"homme" };
	static const char *const madam[] = { "mme", "mme.", "madame", "mlle",
		"mademoiselle", "female", "femme" };

	for (size_t i = 0; i < sizeof(sir) / sizeof(sir[0]); i++)
		if (strcasecmp(sir[i], s) == 0)
			return "M.";
	for (size_t i = 0; i < sizeof(madam) / sizeof(madam[0]); i++)
		if (strcasecmp(madam[i], s) == 0)
			return "Mme";
	return NULL;
}

static char *
champ_check_read_date(struct pool *pool, const char *s)
{
	char *moment = normalize_unix_time(pool, s);

	return moment != NULL ? pool_strndup(pool, moment, 10)
			      : normalize_date(pool, s);
}

static char *
read_datetime(struct pool *pool, const char *s)
{
	char *moment = normalize_unix_time(pool, s);

	return moment != NULL ? moment : normalize_datetime(pool, s);
}

/* The number of a dossier, in base ten. */
static char *
read_dossier(struct pool *pool, const char *s)
{
	char *n = normalize_integer(pool, s);

	return n != NULL && *n != '-' && strcmp(n, "0") != 0 && strlen(n) <= 10
	    ? n
	    : NULL;
}

/* What is looked for in the BAN: 3 to 200 characters. */
static const char *
read_address(const char *s)
{
	size_t n = str_characters(s);

	return n >= 3 && n <= 200 ? s : NULL;
}

/* The option that is spelled so, blanks at its ends apart. */
static const char *
read_option(struct champ_check *x, const struct champ *c, const char *s,
    const char **reason)
{
	for (size_t i = 0; i < c->noptions; i++)
		if (strcmp(c->option[i], s) == 0 ||
		    strcmp(normalize_text(x->pool, c->option[i]), s) == 0) {
			*reason = "title";
			return champ_is_title(c->option[i]) ? NULL
							    : c->option[i];
		}
	*reason = c->noptions == 0 && !c->other ? "options-unknown" : "option";
	return c->other && c->kind == CHAMP_LIST ? s : NULL;
}

static char *
read_decimal(struct pool *pool, const char *s)
{
	return normalize_decimal(pool, s, 3);
}

/* Kinds that only want a spelling. */
static const struct {
	enum champ_kind kind;
	const char *reason;
	char *(*read)(struct pool *, const char *);
} spellings[] = {
	{ CHAMP_INTEGER, "integer", normalize_integer },
	{ CHAMP_DECIMAL, "decimal", read_decimal },
	{ CHAMP_DATE, "date", champ_check_read_date },
	{ CHAMP_DATETIME, "datetime", read_datetime },
	{ CHAMP_EMAIL, "email", normalize_email },
	{ CHAMP_PHONE, "phone", normalize_phone },
	{ CHAMP_IBAN, "iban", normalize_iban },
	{ CHAMP_SIRET, "siret", normalize_siret },
	{ CHAMP_DOSSIER, "dossier", read_dossier },
};

/* The spelling of a scalar that may leave; NULL, and why. */
static const char *
read_scalar(struct champ_check *x, const struct champ *c, const char *s,
    const char **reason)
{
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		*reason = spellings[i].reason;
		if (spellings[i].kind == c->kind)
			return spellings[i].read(x->pool, s);
	}
	switch (c->kind) {
	case CHAMP_BOOLEAN:
		*reason = "boolean";
		return champ_check_read_boolean(s);
	case CHAMP_CIVILITY:
		*reason = "civility";
		return champ_check_read_civility(s);
	case CHAMP_ADDRESS:
		*reason = "address";
		return read_address(s);
	case CHAMP_DEPARTMENT:
		*reason = "department";
		return territory_department(x->territory, s);
	case CHAMP_REGION:
		*reason = "region";
		return territory_region(x->territory, s);
	case CHAMP_COUNTRY:
		*reason = "country";
		return territory_country(x->territory, s);
	case CHAMP_LIST:
	case CHAMP_LISTS:
		return read_option(x, c, s, reason);
	default:
		*reason = "text";
		return s;
	}
}

/* The scalar as it may leave, in the pool; NULL, and why. */
static const char *
check_scalar(struct champ_check *x, const struct champ *c, const json_t *value,
    const char **reason)
{
	const char *s = normalize_json(x->pool, value);

	*reason = "empty";
	if (champ_check_is_blank(x, c, value))
		return NULL;
	/* A number with a fraction is not to be cut without a word. */
	*reason = c->kind == CHAMP_ADDRESS && !json_is_string(value) ? "address"
								     : "scalar";
	if (s == NULL || **reason == 'a')
		return NULL;
	*reason = "text";
	s = normalize_text(x->pool, s);
	if (!str_is_xml(s, strlen(s)))
		return NULL;
	return read_scalar(x, c, s, reason);
}

/* ---- arrays ---- */

/* Option by option: one that is not known does not take the others along. */
static json_t *
check_options(struct champ_check *x, const struct champ *c, const json_t *value)
{
	size_t n = json_is_array(value) ? json_array_size(value) : 1;
	json_t *to = json_array();

	if (n > MAX_ITEMS)
		champ_check_refuse(x, c, NULL, "too-long");
	for (size_t i = 0; i < n && i < MAX_ITEMS; i++) {
		const json_t *item = json_is_array(value)
		    ? json_array_get(value, i)
		    : value;
		const char *reason, *s = check_scalar(x, c, item, &reason);
		bool twice = false;

		for (size_t k = 0; s != NULL && k < json_array_size(to); k++)
			twice |= strcmp(json_string_value(
					    json_array_get(to, k)),
				     s) == 0;
		if (s == NULL)
			champ_check_refuse(x, c, item, reason);
		else if (!twice)
			json_array_append_new(to, json_string(s));
	}
	if (json_array_size(to) > 0)
		return to;
	json_decref(to);
	return NULL;
}

/* One or two strings, the parts of a territory; the second may be missing. */
static json_t *
check_pair(struct champ_check *x, const struct champ *c, const json_t *value)
{
	const char *first = json_string_value(json_array_get(value, 0));
	const char *second = json_string_value(json_array_get(value, 1));
	const char *reason = c->kind == CHAMP_EPCI ? "epci" : "commune";
	size_t wrong = second != NULL;
	enum rc rc = RC_OK;
	bool known = false;
	json_t *to;

	if (!json_is_array(value) || first == NULL ||
	    (second == NULL && json_array_size(value) > 1))
		return champ_check_refuse(x, c, value,
		    json_is_array(value) ? reason : "array");
	if (c->kind == CHAMP_COMMUNE) {
		rc = territory_commune(x->territory, x->pool, first, second,
		    &known);
		if (second == NULL)
			reason = "zip";
	} else if (strcmp(first, "99") == 0 ||
	    territory_department_name(x->territory, first) == NULL) {
		reason = "department";
		wrong = 0;
	} else if ((known = second == NULL) == false) {
		rc = territory_epci(x->territory, x->pool, first, second,
		    &known);
	}
	/* A code that could be checked later does not undo it. */
	if (rc != RC_OK)
		x->rc = rc;
	if (!known)
		return champ_check_refuse(x, c, json_array_get(value, wrong),
		    reason);
	to = json_pack("[s]", first);
	if (second != NULL)
		json_array_append_new(to, json_string(second));
	return to;
}

/*
 * One row.  A key that is not of this block never leaves: DS answers 500 to one
 * of the démarche, and leaves an empty draft behind (DS 0.6).
 */
static json_t *
check_row(struct champ_check *x, const struct champ *block, const json_t *row)
{
	json_t *to = json_object(), *v;
	const json_t *value;
	const char *key;
	const struct champ *c;

	json_object_foreach((json_t *)(uintptr_t)row, key, value)
	{
		unsigned long long id = strncmp(key, "champ_", 6) == 0
		    ? champ_key_read(key)
		    : 0;

		c = id == 0 ? NULL : demarche_champ(x->demarche, id, block->id);

		if (c == NULL || c->kind == CHAMP_NEVER ||
		    c->kind == CHAMP_BLOCK)
			champ_refuse(x, c, key, value,
			    c == NULL ? "foreign" : "not-prefillable");
		else if ((v = champ_check(x, c, value)) != NULL)
			json_object_set_new(to, champ_key(x->pool, id), v);
	}
	while ((c = champ_row_unasked(x->pool, x->demarche, x->value, block,
		    to)) != NULL) {
		key = champ_key(x->pool, c->id);
		champ_refuse(x, c, key, json_object_get(to, key), "not-asked");
		json_object_del(to, key);
	}
	if (json_object_size(to) > 0)
		return to;
	json_decref(to);
	return NULL;
}

static json_t *
check_rows(struct champ_check *x, const struct champ *c, const json_t *value)
{
	json_t *to, *row;
	const json_t *item;
	size_t i;

	if (!json_is_array(value))
		return champ_check_refuse(x, c, value, "rows");
	if (json_array_size(value) > MAX_ROWS)
		return champ_check_refuse(x, c, NULL, "too-long");
	to = json_array();
	json_array_foreach(value, i, item)
	{
		struct champ_refusal **before = x->last;

		if (!json_is_object(item))
			champ_check_refuse(x, c, item, "rows");
		/* An empty row would be one in DS too: it does not leave. */
		else if ((row = check_row(x, c, item)) != NULL)
			json_array_append_new(to, row);
		for (struct champ_refusal *r = *before; r != NULL; r = r->next)
			r->row = (int)i + 1;
	}
	if (json_array_size(to) > 0)
		return to;
	json_decref(to);
	return NULL;
}

json_t *
champ_check(struct champ_check *x, const struct champ *c, const json_t *value)
{
	const char *s, *reason;

	if (c->kind != CHAMP_NEVER && champ_check_is_blank(x, c, value))
		return champ_check_refuse(x, c, NULL, "empty");
	switch (c->kind) {
	case CHAMP_NEVER:
		return champ_check_refuse(x, c, value, "not-prefillable");
	case CHAMP_BLOCK:
		return check_rows(x, c, value);
	case CHAMP_COMMUNE:
	case CHAMP_EPCI:
		return check_pair(x, c, value);
	case CHAMP_LISTS:
		return check_options(x, c, value);
	default:
		s = check_scalar(x, c, value, &reason);
		return s != NULL ? json_string(s)
				 : champ_check_refuse(x, c, value, reason);
	}
}
