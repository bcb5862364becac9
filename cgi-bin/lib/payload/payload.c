/* payload.c - what leaves for Démarches simplifiées. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "ds/champ_when.h"
#include "payload/payload.h"
#include "payload/source_rows.h"
#include "text/normalize.h"

struct payload_filling {
	struct champ_check check;
	const struct answers *answers;
	const json_t *by_key;
	const json_t **given; /* of by_key, a value for each champ */
	bool *unasked;        /* of each champ */
	struct champ_value *value;
	struct payload *to;
};

/* The two families of keys that DS takes (DS 1.4, 1.5). */
bool
payload_is_key(const char *key)
{
	return strncmp(key, "champ_", 6) == 0 ||
	    strncmp(key, "identite_", 9) == 0;
}

static void
payload_drop(void *value)
{
	json_decref(value);
}

/* Takes over the reference to value, which the pool drops. */
static void
payload_add(struct payload_filling *f, const struct champ *c, const char *key,
    json_t *value, const char *source, const char *origin)
{
	pool_defer(f->check.pool, payload_drop, value);
	f->to->item[f->to->n++] = (struct payload_item){ .champ = c,
		.key = key,
		.value = value,
		.source = source,
		.origin = origin };
}

/* ---- values by their keys ---- */

/* The champ that a key leads to, whatever its padding; *id of any block;
 * NULL. */
static const struct champ *
payload_named(const struct payload_filling *f, const char *key,
    unsigned long long *id)
{
	*id = strncmp(key, "champ_", 6) == 0 ? champ_key_read(key) : 0;
	return *id != 0 ? demarche_champ(f->check.demarche, *id, 0) : NULL;
}

/* Puts each value beside its champ: of several the last.  A key may come twice
 * in two spellings, with and without padding, which DS reads as one champ (DS
 * 1.4). */
static void
hand_out(struct payload_filling *f)
{
	const struct demarche *d = f->check.demarche;
	const struct champ *c;
	unsigned long long id;
	const json_t *v;
	const char *key;

	f->given = pool_take(f->check.pool, (d->n + 1) * sizeof(*f->given));
	json_object_foreach((json_t *)(uintptr_t)f->by_key, key,
	    v) if ((c = payload_named(f, key, &id)) != NULL)
	    f->given[c - d->champ] = v;
}

/* Keys that no champ of the form answers to.  DS ignores them without a word,
 * but for a child of a block in the wrong place: that is an error 500 that
 * leaves an empty draft behind (DS 1.3, 1.6). */
static void
refuse_strangers(struct payload_filling *f)
{
	const struct demarche *d = f->check.demarche;
	unsigned long long id;
	const json_t *v;
	const char *key;

	json_object_foreach((json_t *)(uintptr_t)f->by_key, key, v)
	{
		bool inside = false;

		if (payload_named(f, key, &id) != NULL ||
		    strncmp(key, "champ_", 6) != 0)
			continue;
		for (size_t i = 0; i < d->n; i++)
			inside |= id != 0 && d->champ[i].id == id;
		champ_refuse(&f->check, NULL, key, v,
		    inside ? "in-block" : "unknown-champ");
	}
}

/* Why a value is no part of the identity of a person (DS 1.5); NULL when it is,
 * and *s is what leaves. */
static const char *
identity_fault(struct payload_filling *f, const char *key, const json_t *v,
    const char **s)
{
	struct pool *pool = f->check.pool;
	bool gender = strcmp(key, "identite_genre") == 0;

	if (!gender && strcmp(key, "identite_prenom") != 0 &&
	    strcmp(key, "identite_nom") != 0)
		return "unknown-champ";
	/* A schema that does not say it is a legal person's: most are. */
	if (f->check.demarche->individual != 1)
		return "legal-person";
	if (!json_is_string(v) && !json_is_null(v))
		return "scalar";
	*s = json_is_null(v) ? ""
			     : normalize_text(pool, normalize_json(pool, v));
	if (**s == '\0')
		return "empty";
	if (!str_is_xml(*s, strlen(*s)))
		return "text";
	return gender && strcmp(*s, "M.") != 0 && strcmp(*s, "Mme") != 0
	    ? "civility"
	    : NULL;
}

static void
add_identity(struct payload_filling *f)
{
	const char *key, *s, *reason;
	const json_t *v;

	json_object_foreach((json_t *)(uintptr_t)f->by_key, key, v)
	{
		if (strncmp(key, "identite_", 9) != 0)
			continue;
		if ((reason = identity_fault(f, key, v, &s)) != NULL)
			champ_refuse(&f->check, NULL, key, v, reason);
		else
			payload_add(f, NULL, key, json_string(s), NULL,
			    "reader");
	}
}

/* ---- champs ---- */

/* What the value rounds, and how it was typed; of rows, only when none was
 * refused: they would not be in the same places. */
static void
payload_note_exact(struct payload_filling *f, const struct champ *c,
    const struct source *o, struct payload_item *item)
{
	struct pool *pool = f->check.pool;

	item->exact = source_exact(pool, f->answers, c, o);
	item->cells = source_cells(&f->check, f->answers, c, o);
	pool_defer(pool, payload_drop, item->cells);
	if (c->kind == CHAMP_BLOCK &&
	    json_array_size(item->cells) != json_array_size(item->value))
		item->cells = NULL;
}

/* From the first of its sources that has something to say.  *asked: one of them
 * could have. */
static void
payload_fill(struct payload_filling *f, const struct champ *c, bool *asked)
{
	const struct demarche *d = f->check.demarche;
	const char *origin = NULL;
	struct payload_item *item;
	json_t *v, *checked;
	bool any = false;

	*asked = false;
	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *o = &d->source[i];

		if (o->id != c->id || o->block != 0)
			continue;
		any = true;
		if (!source_holds(f->answers, o, -1))
			continue;
		*asked = true;
		if ((v = source_value(&f->check, f->answers, c, o, &origin)) ==
		    NULL)
			continue;
		checked = champ_check(&f->check, c, v);
		json_decref(v);
		if (checked != NULL) {
			payload_add(f, c, champ_key(f->check.pool, c->id),
			    checked, o->source, origin);
			item = &f->to->item[f->to->n - 1];
			item->field = source_field(o);
			item->name = source_name(f->answers, c, o);
			payload_note_exact(f, c, o, item);
			return;
		}
	}
	*asked |= !any;
}

/* Whether the label is of another department than the authority's: then the
 * form does not ask it here ("Arrondissement (01 - Ain)").  *known: the
 * authority has one. */
static bool
is_elsewhere(const struct answers *s, const struct champ *c, bool *known)
{
	const struct known *k = answers_get(s, "authority.department", -1);

	*known = k != NULL;
	return *c->department != '\0' &&
	    (k == NULL || strcmp(k->v, c->department) != 0);
}

static struct champ_value
value_of(void *filling, size_t champ)
{
	return ((struct payload_filling *)filling)->value[champ];
}

/* From the value given by its key, else from its sources.  A value that was
 * given and refused is not replaced by a source: the caller would not see that
 * another one left.  *asked: something could have said it. */
static void
fill_asked(struct payload_filling *f, const struct champ *c, const json_t *v,
    bool *asked)
{
	json_t *checked;

	*asked = true;
	if (v == NULL)
		payload_fill(f, c, asked);
	else if ((checked = champ_check(&f->check, c, v)) != NULL)
		payload_add(f, c, champ_key(f->check.pool, c->id), checked,
		    NULL, "reader");
}

/* Annotations are filled by key only: services put their own reference there
 * (DS 1.4), but no fact of the applicant belongs in them. */
static void
fill_champ(struct payload_filling *f, const struct champ *c)
{
	const struct demarche *d = f->check.demarche;
	size_t at = (size_t)(c - d->champ), before = f->to->n;
	const json_t *v = f->given[at];
	bool asked, placed, elsewhere = is_elsewhere(f->answers, c, &placed);
	bool own = c->private || c->kind == CHAMP_NEVER;

	if (c->block != 0)
		return;
	f->unasked[at] = (elsewhere && placed) ||
	    champ_when(d, c, value_of, f) == CHAMP_WHEN_NO;
	if (f->unasked[at] && v != NULL)
		champ_refuse(&f->check, c, NULL, v, "not-asked");
	if (f->unasked[at])
		return;
	f->value[at].unsure = own || !demarche_has_source(d, c);
	if (v == NULL && own)
		return;
	fill_asked(f, c, v, &asked);
	if (f->to->n > before)
		f->value[at] = (struct champ_value){ f->to->item[before].value,
			false };
	else if (c->required && !own && asked && !elsewhere)
		f->to->missing[f->to->nmissing++] = (struct payload_missing){ c,
			source_open(f->answers, d, c) };
}

bool
payload_asks(const struct payload *p, const struct answers *s,
    const struct source *o, int line)
{
	const struct champ *c = demarche_champ(p->demarche, o->id, o->block);
	const struct champ *block = c != NULL && c->block != 0
	    ? demarche_champ(p->demarche, c->block, 0)
	    : c;

	if (p->unasked == NULL || block == NULL)
		return true;
	return !p->unasked[block - p->demarche->champ] &&
	    (c == block || line < 0 ||
		source_asks_row(p->demarche, p->value, s, c, o, line));
}

enum rc
payload_make(struct pool *pool, const struct demarche *d,
    const struct answers *s, const json_t *by_key, struct payload *to)
{
	struct payload_filling f = { .answers = s,
		.by_key = by_key,
		.to = to,
		.check = { .pool = pool,
		    .territory = s->territory,
		    .demarche = d,
		    .rc = RC_OK } };

	f.check.last = &f.check.refusal;
	*to = (struct payload){ .demarche = d };
	/* One item a champ at most, and the three keys of the identity. */
	to->item = pool_take(pool, (d->n + 4) * sizeof(*to->item));
	to->missing = pool_take(pool, (d->n + 1) * sizeof(*to->missing));
	to->unasked = f.unasked = pool_take(pool, d->n + 1);
	f.value = pool_take(pool, (d->n + 1) * sizeof(*f.value));
	to->value = f.check.value = f.value;
	hand_out(&f);
	add_identity(&f);
	for (size_t i = 0; f.check.rc == RC_OK && i < d->n; i++)
		fill_champ(&f, &d->champ[i]);
	refuse_strangers(&f);
	to->refusal = f.check.refusal;
	return f.check.rc;
}

/* ---- as JSON ---- */

/* Jansson keeps keys in the order they were set.  It has to: the digest that
 * makes two clicks one draft is of this text. */
void
payload_body(const struct payload *p, struct buf *body)
{
	json_t *o = json_object();
	char *text;

	for (size_t i = 0; i < p->n; i++)
		json_object_set(o, p->item[i].key, p->item[i].value);
	if ((text = json_dumps(o, JSON_COMPACT)) == NULL)
		log_die("payload: out of memory");
	buf_puts(body, text);
	free(text);
	json_decref(o);
}
