/* aid_backer.c - what a feed says of backers and programmes. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "gen/queries/import.h"
#include "import/aid_backer.h"
#include "import/aid_identity.h"
#include "record/aid_field.h"
#include "record/aid_place.h"

/* A field that says more of those that another one names. */
static const struct told_of {
	const char *key;
	enum import_told list;
	enum query_id write;
} fields[] = {
	{ "financers_full", TOLD_BACKERS, Q_BACKER_TELL },
	{ "instructors_full", TOLD_BACKERS, Q_BACKER_TELL },
	{ "programs_full", TOLD_PROGRAMS, Q_PROGRAM_TELL },
};
enum {
	FIELDS = sizeof(fields) / sizeof(fields[0]),
	MAX_ITEMS = 64,
	MAX_TEXT = 700
};

/* Adds a text of the item, unless there is none, or too long a one. */
static void
put_text(json_t *row, const char *name, const char *s)
{
	if (s != NULL && strlen(s) <= MAX_TEXT)
		json_object_set_new(row, name, json_string(s));
}

/* What the item says, by its slug here; of its own territory, one that is not
 * known is left out. */
static enum rc
put_said(struct aid_record *d, json_t *row, const json_t *item)
{
	json_int_t id = json_integer_value(json_object_get(item, "id"));
	const char *link = aid_record_name(d,
	    json_object_get(item, "external_link"));
	struct aid_place place = { .name = aid_record_name(d,
				       json_object_get(item, "perimeter")) };
	long long perimeter = 0;
	enum rc rc = RC_OK;

	if (place.name != NULL)
		rc = aid_place_find(d, &place, &perimeter);
	if (aid_identity_keeps(d->run, id))
		json_object_set_new(row, "id", json_integer(id));
	if (perimeter > 0)
		json_object_set_new(row, "perimeter", json_integer(perimeter));
	if (link != NULL)
		put_text(row, "website", aid_field_link(d->run->pool, link));
	put_text(row, "group",
	    aid_record_name(d, json_object_get(item, "group")));
	put_text(row, "contact",
	    aid_record_name(d, json_object_get(item, "contact")));
	return rc;
}

/* Whether somebody said that the name means another one, whose facts are then
 * not these. */
static bool
is_another(const struct aid_record *d, const struct told_of *f,
    const char *name)
{
	const char *meaning = aid_record_meaning(d,
	    f->list == TOLD_BACKERS ? "financers" : "programs", name);

	return meaning != NULL && strcmp(meaning, name) != 0;
}

/* Each thing once: the same comes with every aid. */
static enum rc
note_item(struct aid_record *d, const struct told_of *f, json_t *item)
{
	struct import_run *r = d->run;
	const char *name = aid_record_name(d, item);
	json_t *row;
	long long *known;
	char slug[256], *text;
	enum rc rc;

	if (!json_is_object(item) || name == NULL || is_another(d, f, name) ||
	    *str_slug(slug, sizeof(slug), name) == '\0')
		return RC_OK;
	row = json_pack("{s:s}", "slug", slug);
	rc = put_said(d, row, item);
	text = json_dumps(row, JSON_COMPACT);
	known = import_run_id_of(r, f->write, 0, text != NULL ? text : "");
	free(text);
	if (rc == RC_OK && json_object_size(row) > 1 && *known == 0) {
		*known = 1;
		if (r->told[f->list] == NULL)
			r->told[f->list] = json_array();
		json_array_append(r->told[f->list], row);
	}
	json_decref(row);
	return rc;
}

enum rc
aid_backer_note(struct aid_record *d)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < FIELDS; i++) {
		json_t *v = json_object_get(d->json, fields[i].key);
		size_t n = json_is_array(v) ? json_array_size(v) : 0;

		for (size_t k = 0; rc == RC_OK && k < n && k < MAX_ITEMS; k++)
			rc = note_item(d, &fields[i], json_array_get(v, k));
	}
	return rc;
}

static enum rc
write_told(struct import_run *r, enum query_id query, const json_t *told)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;
	char *s;

	if (told == NULL)
		return RC_OK;
	if ((s = json_dumps(told, JSON_COMPACT)) == NULL)
		log_die("import: out of memory");
	arg_text(r->pool, &args, ARG_TOLD, s);
	rc = query_run(r->db, r->pool, query, args, &res);
	free(s);
	return rc;
}

enum rc
aid_backer_write(struct import_run *r)
{
	enum rc rc = write_told(r, Q_BACKER_DESCRIBE, r->told[TOLD_BACKERS]);

	if (rc == RC_OK)
		rc = write_told(r, Q_BACKER_TELL, r->told[TOLD_BACKERS]);
	return rc == RC_OK
	    ? write_told(r, Q_PROGRAM_TELL, r->told[TOLD_PROGRAMS])
	    : rc;
}
