/* aid_record.c - the fields of an aid of a feed. */

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/record.h"
#include "record/aid_record.h"
#include "text/normalize.h"
#include "text/pasted.h"
#include "xml/entity.h"

enum { MAX_TEXT = 1 << 16, MAX_TAG = 4096 };

/* ---- texts ---- */

static const char *
cleaned(struct pool *pool, const char *s)
{
	char *clean = normalize_text(pool, pasted_clean(pool, s));

	return *clean != '\0' ? str_clean(clean) : NULL;
}

/* What a text or a number says; NULL: it is neither. */
static const char *
said_by(const struct aid_record *d, const json_t *v)
{
	return json_is_string(v) || json_is_number(v)
	    ? normalize_json(d->run->pool, v)
	    : NULL;
}

/* References are undone, and once more where they were made twice.  What no
 * field of text can hold is not read: each step makes a copy. */
static const char *
text_of(const struct aid_record *d, const json_t *v)
{
	const char *s = said_by(d, v);

	if (s != NULL && strlen(s) > MAX_TEXT)
		s = pool_strndup(d->run->pool, s, str_cut(s, MAX_TEXT));
	if (s != NULL)
		s = cleaned(d->run->pool, s);

	for (int times = 0; times < 2; times++) {
		const char *entity = s;

		while (entity != NULL &&
		    (entity = strchr(entity, '&')) != NULL &&
		    strchr(" &", entity[1]) != NULL)
			entity++;
		if (entity == NULL)
			return s;
		s = cleaned(d->run->pool, entity_decode(d->run->pool, s));
	}
	return s;
}

/* Where an object has its name, and then what else tells what it is: a date is
 * PHP's. */
static const char *const name_keys[] = { "name", "nom", "label", "libelle",
	"title", "code", "slug", "date" };
enum { NAMES = 5, NAMES_AND_CODES = 8 };

static const char *
named_text(const struct aid_record *d, const json_t *v, size_t names)
{
	const char *s = text_of(d, v);

	for (size_t i = 0; s == NULL && i < names; i++)
		s = text_of(d, json_object_get(v, name_keys[i]));
	return s;
}

json_t *
aid_record_value(const struct aid_record *d, const char *key)
{
	json_t *v = json_object_get(d->json, key);

	return json_is_array(v) && json_array_size(v) == 1
	    ? json_array_get(v, 0)
	    : v;
}

const char *
aid_record_text(const struct aid_record *d, const char *key)
{
	return named_text(d, aid_record_value(d, key), NAMES_AND_CODES);
}

const char *
aid_record_html(const struct aid_record *d, const char *key)
{
	const char *s = said_by(d, aid_record_value(d, key));

	return s != NULL ? cleaned(d->run->pool, s) : NULL;
}

const char *
aid_record_name(const struct aid_record *d, const json_t *item)
{
	return json_is_number(item) ? NULL : named_text(d, item, NAMES);
}

const char *
aid_record_code(const struct aid_record *d, const json_t *item)
{
	return named_text(d, item, NAMES_AND_CODES);
}

const char *
aid_record_meaning(const struct aid_record *d, const char *field,
    const char *word)
{
	const char *said = feed_words_meaning(d->run->feed_words, field, word);

	return said != NULL
	    ? said
	    : feed_shape_meaning(d->run->shapes, d->shape, field, word);
}

/* Where the tag at s ends; s itself when none begins there. */
static const char *
past_tag(const char *s)
{
	const char *end;

	if (*s != '<' ||
	    !(isalpha((unsigned char)s[1]) || strchr("/!?", s[1]) != NULL))
		return s;
	end = memchr(s, '>', strnlen(s, MAX_TAG));
	return end != NULL ? end + 1 : s;
}

/* A letter or a digit, of any alphabet: what is past Greek and no sign of
 * General Punctuation, nor a blank or a mark of its own. */
static bool
is_letter(unsigned c)
{
	char out[2];

	return str_fold_char(c, out) > 0 ||
	    (c >= 0x370 && (c < 0x2000 || c > 0x206f) && c != 0x3000 &&
		c != 0xfeff);
}

/* Whether a letter or a digit stands there, out of tags. */
static bool
text_has_words(const char *s)
{
	while (*s != '\0') {
		const char *to = past_tag(s);
		unsigned c = 0;
		size_t n;

		if (to == s && (c = entity_at(s, &n)) != 0)
			to = s + n;
		else if (to == s)
			c = str_next(&to);
		if (is_letter(c))
			return true;
		s = to;
	}
	return false;
}

static bool
has_words(const json_t *v)
{
	const char *key;
	json_t *item;
	size_t i;

	if (json_is_string(v))
		return text_has_words(json_string_value(v));
	json_array_foreach(v, i, item)
	{
		if (has_words(item))
			return true;
	}
	json_object_foreach((json_t *)(uintptr_t)v, key, item)
	{
		if (has_words(item))
			return true;
	}
	return v != NULL && !json_is_null(v) && !json_is_array(v) &&
	    !json_is_object(v);
}

bool
aid_record_is_named(const struct aid_record *d)
{
	const char *name = aid_record_text(d, "name");

	return name != NULL && text_has_words(name);
}

/* What is empty takes something from an aid that is known: it says so.  null
 * does not, for a list of names has it for all that it leaves out. */
static bool
is_said(const struct aid_record *d, const char *key)
{
	const json_t *v = json_object_get(d->json, key);

	return v != NULL && !json_is_null(v) && (!d->is_new || has_words(v));
}

bool
aid_record_lacks_words(const struct aid_record *d, const char *key)
{
	const json_t *v = json_object_get(d->json, key);

	return v != NULL && !json_is_null(v) && !has_words(v);
}

/* A link says something where the feed has nothing else to say, and not beside
 * fields that it leaves null; the page of the aid at its source always. */
bool
aid_record_says_something(const struct aid_record *d)
{
	static const char *const keys[] = { "description", "perimeter",
		"perimeter_code", "financers", "financers_full",
		"targeted_audiences", "submission_deadline" };
	bool null = false;

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (is_said(d, keys[i]))
			return true;
		null = null || json_is_null(json_object_get(d->json, keys[i]));
	}
	return is_said(d, "url") ||
	    (!null &&
		(is_said(d, "origin_url") || is_said(d, "application_url")));
}

/* ---- faults, and what is kept ---- */

void
aid_record_fault(const struct aid_record *d, const char *field,
    const char *reason, const char *value)
{
	import_run_place(d->run, d->item, d->shape, field);
	import_report_fault(&d->run->report, d->ordinal, d->source_id, field,
	    reason, value);
}

void
aid_record_fault_json(const struct aid_record *d, const char *field,
    const char *reason, const json_t *v)
{
	char *s = json_is_string(v)
	    ? strdup(json_string_value(v))
	    : json_dumps(v, JSON_COMPACT | JSON_ENCODE_ANY);

	aid_record_fault(d, field, reason, s != NULL ? s : "");
	free(s);
}

/* ---- what a field says ---- */

bool
aid_record_is_none(const json_t *v)
{
	if (json_is_array(v)) {
		json_t *item;
		size_t i;

		json_array_foreach(v, i, item)
		{
			if (!aid_record_is_none(item))
				return false;
		}
		return true;
	}
	return json_is_null(v) ||
	    (json_is_string(v) && json_string_length(v) == 0);
}

enum aid_said
aid_record_said(const struct aid_record *d, const char *key, const char **s)
{
	const json_t *v = json_object_get(d->json, key);

	if ((*s = aid_record_text(d, key)) != NULL)
		return SAID_IT;
	/* A text of blanks or of controls alone is none. */
	if (v != NULL &&
	    (aid_record_is_none(v) || json_is_string(aid_record_value(d, key))))
		return SAID_NONE;
	if (v != NULL)
		aid_record_fault_json(d, key, N_("not a text"), v);
	return SAID_NOTHING;
}

enum aid_said
aid_record_said_yes(const struct aid_record *d, const char *key, bool *is)
{
	static const char *const words[] = { "false", "non", "0", "faux", "no",
		"n", "true", "oui", "1", "vrai", "yes", "o" };
	const size_t n = sizeof(words) / sizeof(words[0]);
	json_t *v = aid_record_value(d, key);
	const char *s = v != NULL ? normalize_json(d->run->pool, v) : NULL;
	const char *meaning = s != NULL ? aid_record_meaning(d, key, s) : NULL;
	char folded[16];

	if (v == NULL || aid_record_is_none(v))
		return v == NULL ? SAID_NOTHING : SAID_NONE;
	str_fold(folded, sizeof(folded),
	    meaning != NULL ? meaning
		: s != NULL ? s
			    : "");
	for (size_t i = 0; i < n; i++) {
		*is = i >= n / 2;
		if (strcmp(folded, words[i]) == 0)
			return SAID_IT;
	}
	aid_record_fault_json(d, key, N_("neither yes nor no"), v);
	return SAID_NOTHING;
}

const char *
aid_record_take(struct aid_record *d, const char *key, enum query_arg arg,
    enum rc *rc)
{
	const char *s;

	*rc = RC_OK;
	switch (aid_record_said(d, key, &s)) {
	case SAID_NOTHING:
		*rc = aid_record_put_kept(d, arg);
		return NULL;
	case SAID_NONE:
		arg_text(d->run->pool, &d->args, arg, NULL);
		return NULL;
	default:
		return s;
	}
}

/* ---- what is kept ---- */

const char *
aid_record_kept(struct aid_record *d, int column, enum rc *rc)
{
	struct pool *pool = d->run->pool;
	const struct arg *args = NULL;
	struct result res = { 0 };

	*rc = RC_OK;
	if (!d->is_new && d->kept == NULL) {
		arg_int(pool, &args, AID_KEPT_IN_ID, d->id);
		*rc = query_run(d->run->db, pool, Q_AID_KEPT, args, &res);
		if (*rc == RC_OK && res.rows > 0)
			d->kept = res.row[0];
	}
	return d->kept != NULL ? rows_text(pool, &d->kept[column]) : NULL;
}

/* The column of aid_kept that bears the name of an argument. */
static int
kept_column(enum query_arg arg)
{
	const struct query *q = &query_table[Q_AID_KEPT];
	int i = 0;

	while (i < q->ncolumns && strcmp(q->columns[i], query_args[arg]) != 0)
		i++;
	assert(i < q->ncolumns);
	return i;
}

enum rc
aid_record_put_kept(struct aid_record *d, enum query_arg arg)
{
	enum rc rc;
	const char *s = aid_record_kept(d, kept_column(arg), &rc);

	arg_text(d->run->pool, &d->args, arg, s);
	return rc;
}

/* ---- what is bound ---- */

const struct value *
aid_record_bound(const struct aid_record *d, enum query_arg arg)
{
	for (const struct arg *a = d->args; a != NULL; a = a->next)
		if (a->name == arg)
			return a->v;
	return NULL;
}
