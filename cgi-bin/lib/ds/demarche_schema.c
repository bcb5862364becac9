/* demarche_schema.c - a schema of DS, from its JSON. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "ds/demarche_schema.h"
#include "gen/constants.h"
#include "text/day.h"

struct schema_reader {
	struct pool *pool;
	struct champ *champ;
	size_t n;
	bool private;
};

/* ---- champs ---- */

/* Why a champ is refused: its label and its id tell which. */
static enum rc
demarche_schema_refuse(json_t *j, const char *why)
{
	const char *id = json_string_value(json_object_get(j, "id"));
	const char *label = json_string_value(json_object_get(j, "label"));

	log_msg(_("the champ \"%.200s\" (%.40s): %s"),
	    label != NULL ? label : "", id != NULL ? id : "", why);
	return RC_BAD_PARAM;
}

/* "TextChampDescriptor" to "Text"; what is named otherwise keeps its name. */
static const char *
demarche_schema_type_of(struct pool *pool, const char *name)
{
	static const char tail[] = "ChampDescriptor";
	size_t n = strlen(name), k = sizeof(tail) - 1;

	if (n > k && strcmp(name + n - k, tail) == 0)
		n -= k;
	return pool_strndup(pool, name, n);
}

static bool
is_type(const char *name)
{
	size_t n = strlen(name);

	for (const char *p = name; *p != '\0'; p++)
		if (!str_is_plain(*p) && *p != '_')
			return false;
	return n > 0 && n <= 48;
}

static enum rc
read_options(struct schema_reader *r, json_t *j, struct champ *c)
{
	json_t *options = json_object_get(j, "options"), *o;
	size_t i;

	if (options == NULL || json_is_null(options))
		return RC_OK;
	if (!json_is_array(options))
		return demarche_schema_refuse(j, _("its options are no list"));
	if (json_array_size(options) > SCHEMA_OPTIONS)
		return demarche_schema_refuse(j,
		    _("it has more than 20,000 options"));
	c->option = pool_take(r->pool,
	    (json_array_size(options) + 1) * sizeof(*c->option));
	json_array_foreach(options, i, o)
	{
		const char *s = json_string_value(o);

		if (s == NULL)
			return demarche_schema_refuse(j,
			    _("an option is no text"));
		if (strchr(s, '\n') != NULL)
			return demarche_schema_refuse(j,
			    _("an option is of several lines"));
		c->option[c->noptions++] = pool_strdup(r->pool, s);
	}
	return RC_OK;
}

/* What of a champ is one value. */
static enum rc
demarche_schema_read_facts(struct schema_reader *r, json_t *j, struct champ *c)
{
	const char *name = json_string_value(json_object_get(j, "__typename"));
	const char *label = json_string_value(json_object_get(j, "label"));
	const char *about = json_string_value(
	    json_object_get(j, "description"));
	const char *id = json_string_value(json_object_get(j, "id"));
	json_t *when = json_object_get(j, "conditionExpression");
	json_int_t level = json_integer_value(json_object_get(j, "level"));

	if (id == NULL || (c->id = champ_key_read(id)) == 0)
		return demarche_schema_refuse(j,
		    _("its id is none of a champ"));
	if (name == NULL || !is_type(demarche_schema_type_of(r->pool, name)))
		return demarche_schema_refuse(j,
		    _("its __typename is missing or is none"));
	if (label == NULL)
		return demarche_schema_refuse(j, _("it has no label"));
	if (level < 0 || level > 255)
		return demarche_schema_refuse(j,
		    _("its level is none of a title"));
	c->type = demarche_schema_type_of(r->pool, name);
	c->kind = champ_kind(c->type);
	c->label = pool_strdup(r->pool, label);
	c->description = about != NULL ? pool_strdup(r->pool, about) : NULL;
	c->private = r->private;
	c->required = json_is_true(json_object_get(j, "required"));
	c->other = json_is_true(json_object_get(j, "otherOption"));
	c->level = (int)level;
	if (when != NULL && !json_is_null(when)) {
		char *s = json_dumps(when, JSON_COMPACT | JSON_ENCODE_ANY);

		if (s == NULL)
			log_die("demarche_schema: out of memory");
		c->visible_if = pool_strdup(r->pool, s);
		free(s);
	}
	return RC_OK;
}

static enum rc demarche_schema_read_champs(struct schema_reader *, json_t *,
    unsigned long long block);

static enum rc
read_champ(struct schema_reader *r, json_t *j, unsigned long long block)
{
	json_t *children = json_object_get(j, "champDescriptors");
	struct champ *c = &r->champ[r->n];
	enum rc rc;

	if (!json_is_object(j)) {
		log_msg(_("a champ is no object"));
		return RC_BAD_PARAM;
	}
	if (r->n == SCHEMA_CHAMPS)
		return demarche_schema_refuse(j,
		    _("it comes after 5,000 others"));
	*c = (struct champ){ .block = block };
	if ((rc = demarche_schema_read_facts(r, j, c)) != RC_OK ||
	    (rc = read_options(r, j, c)) != RC_OK)
		return rc;
	r->n++;
	if (children == NULL || json_is_null(children))
		return RC_OK;
	if (block != 0)
		return demarche_schema_refuse(j, _("a block is in a block"));
	return demarche_schema_read_champs(r, children, c->id);
}

static enum rc
demarche_schema_read_champs(struct schema_reader *r, json_t *list,
    unsigned long long block)
{
	enum rc rc = RC_OK;
	json_t *j;
	size_t i;

	if (!json_is_array(list)) {
		log_msg(_("the champs are no list"));
		return RC_BAD_PARAM;
	}
	json_array_foreach(list, i,
	    j) if ((rc = read_champ(r, j, block)) != RC_OK) break;
	return rc;
}

static int
by_block(const void *a, const void *b)
{
	const struct champ *x = *(const struct champ *const *)a;
	const struct champ *y = *(const struct champ *const *)b;

	if (x->block != y->block)
		return x->block < y->block ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

/* A key leads to one champ. */
static enum rc
check_ids(struct schema_reader *r)
{
	const struct champ **sorted = pool_take(r->pool,
	    (r->n + 1) * sizeof(*sorted));

	for (size_t i = 0; i < r->n; i++)
		sorted[i] = &r->champ[i];
	qsort(sorted, r->n, sizeof(*sorted), by_block);
	for (size_t i = 1; i < r->n; i++) {
		if (by_block(&sorted[i - 1], &sorted[i]) != 0)
			continue;
		log_msg(_("the champs \"%.200s\" and \"%.200s\" have one id"),
		    sorted[i - 1]->label, sorted[i]->label);
		return RC_BAD_PARAM;
	}
	return RC_OK;
}

/* ---- the revision ---- */

/* The address of a file is signed anew each time that DS is asked (DS 2.1): it
 * makes no other revision. */
static void
forget_signatures(json_t *list)
{
	json_t *j;
	size_t i;

	json_array_foreach(list, i, j)
	{
		json_object_del(json_object_get(j, "fileTemplate"), "url");
		forget_signatures(json_object_get(j, "champDescriptors"));
	}
}

static char *
descriptors_of(struct pool *pool, json_t *revision)
{
	json_t *champs = json_deep_copy(
	    json_object_get(revision, "champDescriptors"));
	json_t *annotations = json_deep_copy(
	    json_object_get(revision, "annotationDescriptors"));
	json_t *both;
	char *s, *copy;

	if (annotations == NULL || json_is_null(annotations))
		annotations = json_array();
	forget_signatures(champs);
	forget_signatures(annotations);
	both = json_pack("[o,o]", champs, annotations);
	s = json_dumps(both, JSON_SORT_KEYS | JSON_COMPACT);
	if (s == NULL)
		log_die("demarche_schema: out of memory");
	copy = pool_strdup(pool, s);
	free(s);
	json_decref(both);
	return copy;
}

static enum rc
read_revision(struct pool *pool, json_t *j, struct demarche_schema *s)
{
	struct schema_reader r = { .pool = pool,
		.champ = pool_take(pool, SCHEMA_CHAMPS * sizeof(*r.champ)) };
	json_t *annotations = json_object_get(j, "annotationDescriptors");
	const char *id = json_string_value(json_object_get(j, "id"));
	const char *at = json_string_value(
	    json_object_get(j, "datePublication"));
	enum rc rc = demarche_schema_read_champs(&r,
	    json_object_get(j, "champDescriptors"), 0);

	r.private = true;
	if (rc == RC_OK && annotations != NULL && !json_is_null(annotations))
		rc = demarche_schema_read_champs(&r, annotations, 0);
	if (rc != RC_OK || (rc = check_ids(&r)) != RC_OK)
		return rc;
	if (id == NULL || strlen(id) > 64 || (at != NULL && strlen(at) > 32)) {
		log_msg(_("the id or the date of the revision is none"));
		return RC_BAD_PARAM;
	}
	s->demarche.champ = r.champ;
	s->demarche.n = r.n;
	s->revision = pool_strdup(pool, id);
	s->published_at = at != NULL ? pool_strdup(pool, at) : NULL;
	s->descriptors = descriptors_of(pool, j);
	return RC_OK;
}

/* ---- the démarche ---- */

/* "2026-01-31T23:59:00+01:00" to "2026-01-31"; NULL when it is no date. */
static const char *
day_of(struct pool *pool, const char *s)
{
	return s != NULL && day_read(s, NULL) != NULL
	    ? pool_strndup(pool, s, 10)
	    : NULL;
}

static const char *
demarche_schema_state_of(const char *name)
{
	static const char *const states[] = { DEMARCHE_STATE_TEST,
		DEMARCHE_STATE_OPEN, DEMARCHE_STATE_CLOSED,
		DEMARCHE_STATE_WITHDRAWN };

	for (size_t i = 0;
	     name != NULL && i < sizeof(states) / sizeof(states[0]); i++)
		if (strcmp(states[i], name) == 0)
			return states[i];
	return NULL;
}

static enum rc
read_demarche(struct pool *pool, json_t *j, struct demarche *d)
{
	json_t *number = json_object_get(j, "number");
	json_t *individual = json_object_get(j, "forIndividual");
	const char *title = json_string_value(json_object_get(j, "title"));
	const char *about = json_string_value(
	    json_object_get(j, "description"));
	const char *url = json_string_value(json_object_get(j, "demarcheURL"));
	const char *name = json_string_value(json_object_get(j, "state"));

	if (!json_is_integer(number) || json_integer_value(number) < 1 ||
	    json_integer_value(number) > UINT32_MAX || title == NULL) {
		log_msg(_("the démarche has no number or no title"));
		return RC_BAD_PARAM;
	}
	if ((d->state = demarche_schema_state_of(name)) == NULL) {
		log_msg(_("the state \"%.40s\" is none of a démarche"),
		    name != NULL ? name : "");
		return RC_BAD_PARAM;
	}
	d->number = (unsigned)json_integer_value(number);
	d->title = pool_strdup(pool, title);
	d->description = about != NULL ? pool_strdup(pool, about) : NULL;
	d->slug = url != NULL ? demarche_slug(pool, url) : NULL;
	d->closes_on = day_of(pool,
	    json_string_value(json_object_get(j, "dateFermeture")));
	d->individual = !json_is_boolean(individual) ? -1
						     : json_is_true(individual);
	return RC_OK;
}

/* The démarche within an answer of GraphQL, or the answer itself. */
static json_t *
unwrap(json_t *j)
{
	static const char *const wraps[] = { "data", "demarcheDescriptor",
		"demarche" };

	for (size_t i = 0; i < sizeof(wraps) / sizeof(wraps[0]); i++) {
		json_t *in = json_object_get(j, wraps[i]);

		if (json_is_object(in))
			j = in;
	}
	return j;
}

enum rc
demarche_schema_read(struct pool *pool, json_t *j, struct demarche_schema *s)
{
	struct demarche_schema made = { .demarche = { .individual = -1 } };
	json_t *revision;
	enum rc rc;

	j = unwrap(j);
	if ((revision = json_object_get(j, "revision")) == NULL ||
	    json_is_null(revision))
		revision = json_object_get(j, "activeRevision");
	if (!json_is_object(revision)) {
		log_msg(_("this is no schema of a démarche: neither "
			  "\"revision\" nor \"activeRevision\""));
		return RC_BAD_PARAM;
	}
	if ((rc = read_demarche(pool, j, &made.demarche)) == RC_OK &&
	    (rc = read_revision(pool, revision, &made)) == RC_OK)
		*s = made;
	return rc;
}

enum rc
demarche_schema_parse(struct pool *pool, const char *text, size_t n,
    struct demarche_schema *s)
{
	json_error_t e;
	json_t *j;
	enum rc rc;

	if (n > SCHEMA_BYTES) {
		log_msg(_("the schema is over 8 MB"));
		return RC_BAD_PARAM;
	}
	if ((j = json_loadb(text, n, JSON_REJECT_DUPLICATES, &e)) == NULL) {
		log_msg(_("the schema is not JSON: line %d: %s"), e.line,
		    e.text);
		return RC_BAD_PARAM;
	}
	rc = demarche_schema_read(pool, j, s);
	json_decref(j);
	return rc;
}
