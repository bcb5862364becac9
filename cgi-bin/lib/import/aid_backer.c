/* aid_backer.c - what a feed says of backers and programmes. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
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
	MAX_TOLD = 10000, /* of a run */
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

/* With the record that said it, for the report. */
static void
keep_said(struct aid_record *d, const struct told_of *f, json_t *row)
{
	json_t **told = &d->run->told[f->list];

	if (*told == NULL)
		*told = json_array();
	if (json_array_size(*told) == MAX_TOLD) {
		aid_record_fault(d, f->key,
		    N_("over 10,000 things are told of backers: it is not "
		       "read"),
		    json_string_value(json_object_get(row, "slug")));
		return;
	}
	json_object_set_new(row, "record",
	    json_integer((json_int_t)d->ordinal));
	json_object_set_new(row, "of", json_string(d->source_id));
	json_array_append(*told, row);
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
		keep_said(d, f, row);
	}
	json_decref(row);
	return rc;
}

enum rc
aid_backer_note(struct aid_record *d)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; d->is_shown && i < FIELDS; i++) {
		json_t *v = json_object_get(d->json, fields[i].key);
		size_t n = json_is_array(v) ? json_array_size(v) : 0;

		for (size_t k = 0; rc == RC_OK && k < n && k < MAX_ITEMS; k++)
			rc = note_item(d, &fields[i], json_array_get(v, k));
	}
	return rc;
}

static enum rc
write_told(struct import_run *r, enum query_id query, const json_t *told,
    struct result *res)
{
	const struct arg *args = NULL;
	enum rc rc;
	char *s;

	*res = (struct result){ 0 };
	if (told == NULL)
		return RC_OK;
	if ((s = json_dumps(told, JSON_COMPACT)) == NULL)
		log_die("import: out of memory");
	arg_text(r->pool, &args, ARG_TOLD, s);
	arg_text(r->pool, &args, ARG_SOURCE, r->source);
	rc = query_run(r->db, r->pool, query, args, res);
	free(s);
	return rc;
}

/* What is otherwise here stays: a person judges which is right. */
static void
report_difference(struct import_run *r, const struct backer_differs_row *row)
{
	const struct value *said[] = { &row->website, &row->contact, &row->kind,
		&row->perimeter };

	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		if (said[i]->s != NULL)
			import_report_fault(&r->report,
			    (unsigned long)rows_int(&row->record, 0),
			    row->source_id.s, "financers_full",
			    N_("this feed did not make the backer, of which "
			       "something else is said here: that stays"),
			    pool_printf(r->pool, "%s: %s", row->name.s,
				said[i]->s));
}

static enum rc
report_differences(struct import_run *r)
{
	struct result res;
	enum rc rc = write_told(r, Q_BACKER_DIFFERS, r->told[TOLD_BACKERS],
	    &res);

	*r->report.cell = '\0';
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		report_difference(r, backer_differs_row(&res, i));
	return rc;
}

enum rc
aid_backer_write(struct import_run *r)
{
	struct result res;
	enum rc rc = write_told(r, Q_BACKER_DESCRIBE, r->told[TOLD_BACKERS],
	    &res);

	if (rc == RC_OK)
		rc = report_differences(r);
	if (rc == RC_OK)
		rc = write_told(r, Q_BACKER_TELL, r->told[TOLD_BACKERS], &res);
	return rc == RC_OK
	    ? write_told(r, Q_PROGRAM_TELL, r->told[TOLD_PROGRAMS], &res)
	    : rc;
}
