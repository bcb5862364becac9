/* champ_when.c - champs that a form asks on a condition. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "ds/champ_when.h"

/* ---- reading ---- */

static void
champ_when_drop(void *json)
{
	json_decref(json);
}

/* The place of a champ that stands before the one at that place, of the form or
 * of the same block; -1.  From the end, for conditions look at what is near. */
static json_int_t
place_before(const struct demarche *d, size_t at, const char *key)
{
	unsigned long long id = key != NULL ? champ_key_read(key) : 0;

	for (size_t i = at; id != 0 && i-- > 0;)
		if (d->champ[i].id == id &&
		    (d->champ[i].block == 0 ||
			d->champ[i].block == d->champ[at].block))
			return (json_int_t)i;
	return -1;
}

/* Puts places for keys, so that no key is looked up once it is read; false when
 * it is too deep or has too many terms. */
static bool
settle(struct demarche *d, size_t at, json_t *term, int depth, int *left)
{
	const char *op = json_string_value(json_array_get(term, 0));
	json_int_t place;

	if (!json_is_array(term))
		return true;
	if (depth == 0 || --*left < 0)
		return false;
	if (op != NULL && strcmp(op, "champ") == 0) {
		place = place_before(d, at,
		    json_string_value(json_array_get(term, 1)));
		if (json_array_size(term) < 2)
			return false;
		json_array_set_new(term, 1, json_integer(place));
		if (place >= 0)
			d->champ[place].decides = true;
		return true;
	}
	for (size_t i = 1; i < json_array_size(term); i++)
		if (!settle(d, at, json_array_get(term, i), depth - 1, left))
			return false;
	return true;
}

void
champ_when_read(struct pool *pool, struct demarche *d)
{
	for (size_t i = 0; i < d->n; i++) {
		struct champ *c = &d->champ[i];
		int left = CHAMP_WHEN_TERMS;
		json_t *when;

		c->when = NULL;
		if (c->visible_if == NULL)
			continue;
		when = json_loads(c->visible_if, JSON_DECODE_ANY, NULL);
		if (!json_is_array(when) ||
		    !settle(d, i, when, CHAMP_WHEN_DEPTH, &left)) {
			json_decref(when);
			when = json_null();
		}
		pool_defer(pool, champ_when_drop, when);
		c->when = when;
	}
}

/* ---- values ---- */

struct when_operand {
	const struct champ *champ; /* NULL: a constant */
	struct champ_value value;
};

struct when_asking {
	const struct demarche *demarche;
	champ_value_of *value_of;
	void *of;
};

static struct when_operand
operand(const struct when_asking *x, const json_t *term)
{
	const char *op = json_string_value(json_array_get(term, 0));
	json_int_t place = json_integer_value(json_array_get(term, 1));
	struct when_operand o = { NULL, { term, false } };

	if (!json_is_array(term))
		return o;
	if (op != NULL && strcmp(op, "constant") == 0) {
		o.value.v = json_array_get(term, 1);
		return o;
	}
	if (op == NULL || strcmp(op, "champ") != 0 || place < 0) {
		o.value = (struct champ_value){ NULL, true };
		return o;
	}
	o.champ = &x->demarche->champ[place];
	o.value = x->value_of(x->of, (size_t)place);
	return o;
}

/* The number that a value is: payloads write theirs as text. */
static bool
number_of(const json_t *v, double *n)
{
	const char *s = json_string_value(v);
	char *end;

	if (json_is_number(v)) {
		*n = json_number_value(v);
		return true;
	}
	if (s == NULL || *s == '\0')
		return false;
	*n = strtod(s, &end);
	return *end == '\0';
}

/* DS's own word for the answer that is none of the options. */
static bool
is_other(const struct champ *c, const char *answer)
{
	for (size_t i = 0; i < c->noptions; i++)
		if (strcmp(c->option[i], answer) == 0)
			return false;
	return c->other;
}

static bool
is_same(const struct champ *c, const json_t *v, const json_t *wanted)
{
	const char *s = json_string_value(v), *w = json_string_value(wanted);
	double a, b;

	if (json_is_boolean(wanted))
		return s != NULL &&
		    strcmp(s, json_is_true(wanted) ? "true" : "false") == 0;
	if (json_is_number(wanted))
		return number_of(v, &a) && number_of(wanted, &b) && a == b;
	if (s == NULL || w == NULL)
		return false;
	return strcmp(s, w) == 0 ||
	    (c != NULL && strcmp(w, "__other__") == 0 && is_other(c, s));
}

static bool
has_one(const struct champ *c, const json_t *v, const json_t *wanted)
{
	const json_t *item;
	size_t i;

	json_array_foreach(v, i,
	    item) if (is_same(c, item, wanted)) return true;
	return is_same(c, v, wanted);
}

/* ---- comparing ---- */

static enum champ_when
when_of(bool holds)
{
	return holds ? CHAMP_WHEN_YES : CHAMP_WHEN_NO;
}

/* Whether the place of an answer is in that department: of a commune by its
 * code, of an EPCI by the department beside it (DS 1.6). */
static enum champ_when
in_department(const struct champ *c, const json_t *v, const char *wanted)
{
	const char *code = NULL;

	if (c == NULL || wanted == NULL)
		return CHAMP_WHEN_UNSURE;
	if (c->kind == CHAMP_DEPARTMENT)
		code = json_string_value(v);
	else if (c->kind == CHAMP_COMMUNE)
		code = json_string_value(json_array_get(v, 1));
	else if (c->kind == CHAMP_EPCI)
		code = json_string_value(json_array_get(v, 0));
	if (code == NULL)
		return CHAMP_WHEN_UNSURE;
	return when_of(strncmp(code, wanted, strlen(wanted)) == 0);
}

static enum champ_when
in_place(const char *op, const struct when_operand *l, const json_t *wanted)
{
	bool not = strncmp(op, "not-", 4) == 0;
	enum champ_when is = CHAMP_WHEN_UNSURE;

	op += not ? 4 : 0;
	if (strcmp(op, "in-departement") == 0)
		is = in_department(l->champ, l->value.v,
		    json_string_value(wanted));
	else if (l->champ != NULL && l->champ->kind == CHAMP_REGION)
		is = when_of(is_same(l->champ, l->value.v, wanted));
	return not &&is != CHAMP_WHEN_UNSURE ? when_of(is == CHAMP_WHEN_NO)
					     : is;
}

static enum champ_when
compare_numbers(const char *op, const json_t *l, const json_t *r)
{
	double a, b;

	if (!number_of(l, &a) || !number_of(r, &b))
		return CHAMP_WHEN_UNSURE;
	if (op[1] == '=' && a == b)
		return CHAMP_WHEN_YES;
	return when_of(op[0] == '<' ? a < b : a > b);
}

static enum champ_when
compare(const struct when_asking *x, const char *op, const json_t *term)
{
	struct when_operand l = operand(x, json_array_get(term, 1)),
			    r = operand(x, json_array_get(term, 2));

	if (l.value.unsure || r.value.unsure)
		return CHAMP_WHEN_UNSURE;
	if (strcmp(op, "empty?") == 0)
		return when_of(l.value.v == NULL);
	if (l.value.v == NULL || r.value.v == NULL)
		return CHAMP_WHEN_NO;
	if (strcmp(op, "includes") == 0)
		return when_of(has_one(l.champ, l.value.v, r.value.v));
	if (strcmp(op, "excludes") == 0)
		return when_of(!has_one(l.champ, l.value.v, r.value.v));
	if (strstr(op, "in-") != NULL)
		return in_place(op, &l, r.value.v);
	if (json_is_array(l.value.v))
		return CHAMP_WHEN_UNSURE;
	if (strcmp(op, "=") == 0)
		return when_of(is_same(l.champ, l.value.v, r.value.v));
	if (strcmp(op, "!=") == 0)
		return when_of(!is_same(l.champ, l.value.v, r.value.v));
	return *op == '<' || *op == '>'
	    ? compare_numbers(op, l.value.v, r.value.v)
	    : CHAMP_WHEN_UNSURE;
}

/* No deeper than settle let it be. */
static enum champ_when
when_term(const struct when_asking *x, const json_t *term)
{
	const char *op = json_string_value(json_array_get(term, 0));
	bool and;
	enum champ_when sum, one;

	if (op == NULL)
		return CHAMP_WHEN_UNSURE;
	if (strcmp(op, "and") != 0 && strcmp(op, "or") != 0)
		return compare(x, op, term);
	and = *op == 'a';
	sum = and? CHAMP_WHEN_YES : CHAMP_WHEN_NO;
	for (size_t i = 1; i < json_array_size(term); i++) {
		one = when_term(x, json_array_get(term, i));
		if (and? one < sum : one > sum)
			sum = one;
	}
	return sum;
}

enum champ_when
champ_when(const struct demarche *d, const struct champ *c,
    champ_value_of *value_of, void *of)
{
	struct when_asking x = { d, value_of, of };

	return c->when == NULL ? CHAMP_WHEN_YES : when_term(&x, c->when);
}
