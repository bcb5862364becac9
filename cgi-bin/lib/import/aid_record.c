/* aid_record.c - the fields of an aid of a feed. */

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/import.h"
#include "gen/queries/territory.h"
#include "import/aid_record.h"
#include "text/richtext.h"

/* ---- fields ---- */

const char *
aid_record_text(const struct aid_record *d, const char *key)
{
	json_t *v = json_object_get(d->json, key);

	return json_is_string(v) && json_string_length(v) > 0
	    ? json_string_value(v)
	    : NULL;
}

/* A text of at most max characters, or nothing. */
static void
aid_record_put_text(struct aid_record *d, enum query_arg arg, const char *s,
    size_t max)
{
	struct pool *pool = d->run->pool;
	char *copy;
	const char *p;
	size_t n = 0;

	if (s == NULL) {
		arg_text(pool, &d->args, arg, NULL);
		return;
	}
	copy = str_clean(pool_strdup(pool, s));
	for (p = copy; *p != '\0' && n < max; n++)
		str_next(&p);
	copy[p - copy] = '\0';
	arg_text(pool, &d->args, arg, copy);
}

/* Rich text, reduced; only the description may be Markdown or plain text, for
 * the feed has one format for it alone. */
static void
put_rich(struct aid_record *d, enum query_arg arg, const char *key)
{
	const char *format = aid_record_text(d, "_description_format");
	const char *s = aid_record_text(d, key);
	enum richtext kind = RICHTEXT_HTML;
	struct buf out = { 0 };

	if (format != NULL && strcmp(key, "description") == 0)
		kind = strcmp(format, "markdown") == 0 ? RICHTEXT_MARKDOWN
		    : strcmp(format, "text") == 0      ? RICHTEXT_PLAIN
						       : RICHTEXT_HTML;
	if (s != NULL)
		richtext_put(&out, str_clean(pool_strdup(d->run->pool, s)),
		    kind);
	if (out.len > 0)
		arg_text(d->run->pool, &d->args, arg,
		    pool_strndup(d->run->pool, out.data, out.len));
	else
		arg_text(d->run->pool, &d->args, arg, NULL);
	buf_free(&out);
}

/* A number within bounds; anything else is nothing, for a rate of 900 % would
 * mislead more than none. */
static void
put_number(struct aid_record *d, enum query_arg arg, const char *key,
    double max)
{
	json_t *v = json_object_get(d->json, key);
	double n = json_number_value(v);

	if (json_is_number(v) && n >= 0 && n <= max)
		arg_int(d->run->pool, &d->args, arg, llround(n));
	else
		arg_text(d->run->pool, &d->args, arg, NULL);
}

/* Anything but true is false. */
static void
put_flag(struct aid_record *d, enum query_arg arg, const char *key)
{
	arg_int(d->run->pool, &d->args, arg,
	    json_is_true(json_object_get(d->json, key)));
}

/* A link that a page can show: http or https, without a blank; else none. */
static void
put_url(struct aid_record *d, enum query_arg arg, const char *key)
{
	const char *s = aid_record_text(d, key);
	bool good = s != NULL && strlen(s) <= 700 &&
	    (strncmp(s, "https://", 8) == 0 || strncmp(s, "http://", 7) == 0) &&
	    strpbrk(s, " \t\r\n<>\"") == NULL;

	aid_record_put_text(d, arg, good ? s : NULL, 700);
}

/* ---- perimeter ---- */

enum { ROW_ID = COLUMN(perimeter_by_code, id) };
static_assert(ROW_ID == COLUMN(perimeter_by_name, id),
    "read by find_perimeter");

/* Looks a perimeter up once a run for each value.  scale: among those of one
 * scale, or NULL. */
static enum rc
find_perimeter(struct aid_record *d, enum query_id query, enum query_arg key,
    const char *value, const struct list_entry *scale, long long *id)
{
	long long *known = import_run_id_of(d->run, query,
	    scale != NULL ? scale->id : 0, value);
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = RC_OK;

	if ((*id = *known) != 0)
		return RC_OK;
	arg_text(d->run->pool, &args, key, value);
	if (scale != NULL)
		arg_int(d->run->pool, &args, ARG_SCALE, scale->id);
	rc = query_run(d->run->db, d->run->pool, query, args, &res);
	/* Several of one name are not one: never chosen by chance. */
	if (rc == RC_OK &&
	    (res.rows == 1 || (res.rows > 0 && query == Q_PERIMETER_BY_CODE)))
		*id = *known = rows_int(&res.row[0][ROW_ID], 0);
	return rc;
}

/* By its code when there is one: names are shared, and a name within a scale is
 * less so. */
enum rc
aid_record_find_perimeter(struct aid_record *d, long long *id)
{
	const char *code = aid_record_text(d, "perimeter_code");
	const char *name = aid_record_text(d, "perimeter");
	const char *scale = aid_record_text(d, "perimeter_scale");
	const struct list_entry *s = scale != NULL
	    ? lists_name(d->run->lists, "scale", scale)
	    : NULL;
	char folded[256];
	enum rc rc = RC_OK;

	if (code != NULL && strlen(code) <= 32)
		rc = find_perimeter(d, Q_PERIMETER_BY_CODE,
		    PERIMETER_BY_CODE_IN_CODE, code, NULL, id);
	if (rc == RC_OK && *id == 0 && name != NULL)
		rc = find_perimeter(d, Q_PERIMETER_BY_NAME,
		    PERIMETER_BY_NAME_IN_FOLDED,
		    str_fold_name(folded, sizeof(folded), name), s, id);
	if (name == NULL)
		name = code;
	if (rc == RC_OK && *id == 0 && name != NULL) {
		import_run_note_unknown(d->run, N_("perimeter"), name);
		d->run->unknown_perimeters++;
	}
	return rc;
}

enum rc
aid_record_put_perimeter(struct aid_record *d)
{
	const char *name = aid_record_text(d, "perimeter");
	long long id = 0;
	enum rc rc = aid_record_find_perimeter(d, &id);

	if (id > 0)
		arg_int(d->run->pool, &d->args, ARG_PERIMETER_ID, id);
	else
		arg_text(d->run->pool, &d->args, ARG_PERIMETER_ID, NULL);
	aid_record_put_text(d, ARG_PERIMETER_ASKED,
	    id > 0             ? NULL
		: name != NULL ? name
			       : aid_record_text(d, "perimeter_code"),
	    255);
	return rc;
}

/* ---- all of them ---- */

/* Rates are percentages; amounts are euros. */
static void
put_amounts(struct aid_record *d)
{
	put_number(d, ARG_RATE_MIN, "subvention_rate_lower_bound", 100);
	put_number(d, ARG_RATE_MAX, "subvention_rate_upper_bound", 100);
	put_number(d, ARG_LOAN_AMOUNT, "loan_amount", 4e9);
	put_number(d, ARG_ADVANCE_AMOUNT, "recoverable_advance_amount", 4e9);
	aid_record_put_text(d, ARG_RATE_COMMENT,
	    aid_record_text(d, "subvention_comment"), 255);
	aid_record_put_text(d, ARG_OTHER_COMMENT,
	    aid_record_text(d, "other_financial_aid_comment"), 255);
}

static void
put_links(struct aid_record *d)
{
	put_url(d, ARG_ORIGIN_URL, "origin_url");
	put_url(d, ARG_APPLICATION_URL, "application_url");
	put_url(d, ARG_IMPORT_URL, "import_data_url");
	aid_record_put_text(d, ARG_IMPORT_MENTION,
	    aid_record_text(d, "import_data_mention"), 255);
	aid_record_put_text(d, ARG_IMPORT_LICENCE,
	    aid_record_text(d, "import_share_licence"), 64);
}

/* A status that is unknown, or absent, is "published": a feed of AT holds what
 * is published. */
static void
put_status(struct aid_record *d)
{
	static const char *const statuses[] = { AID_STATUS_DRAFT,
		AID_STATUS_REVIEWABLE, AID_STATUS_PUBLISHED, AID_STATUS_DELETED,
		AID_STATUS_MERGED };
	const char *status = aid_record_text(d, "status"),
		   *known = AID_STATUS_PUBLISHED;

	for (size_t i = 0; status != NULL && i < 5; i++)
		if (strcmp(status, statuses[i]) == 0)
			known = statuses[i];
	arg_text(d->run->pool, &d->args, ARG_STATUS, known);
}

/* An unknown recurrence is none. */
static void
put_recurrence(struct aid_record *d)
{
	struct import_run *r = d->run;
	const char *name = aid_record_text(d, "recurrence");
	const struct list_entry *e = NULL;

	if (name != NULL)
		e = lists_name(r->lists, "recurrence", name);
	if (e != NULL)
		arg_int(r->pool, &d->args, ARG_RECURRENCE_ID, e->id);
	else
		arg_text(r->pool, &d->args, ARG_RECURRENCE_ID, NULL);
}

/* The column is an enum, so that another word would stop the whole import: it
 * counts as no European aid. */
static void
put_european(struct aid_record *d)
{
	const char *european = aid_record_text(d, "european_aid");

	if (european != NULL && strcmp(european, EUROPEAN_SECTORIAL) != 0 &&
	    strcmp(european, EUROPEAN_ORGANIZATIONAL) != 0)
		european = NULL;
	aid_record_put_text(d, ARG_EUROPEAN, european, 16);
}

/* A text that has the same name in the feed and in the database. */
static void
put_same(struct aid_record *d, enum query_arg arg, const char *key, size_t max)
{
	aid_record_put_text(d, arg, aid_record_text(d, key), max);
}

void
aid_record_put_facts(struct aid_record *d)
{
	put_status(d);
	put_same(d, ARG_NAME, "name", 500);
	put_same(d, ARG_NAME_INITIAL, "name_initial", 500);
	put_same(d, ARG_SHORT_TITLE, "short_title", 255);
	put_rich(d, ARG_DESCRIPTION, "description");
	put_rich(d, ARG_ELIGIBILITY, "eligibility");
	put_rich(d, ARG_PROJECT_EXAMPLES, "project_examples");
	put_rich(d, ARG_CONTACT, "contact");
	put_recurrence(d);
	put_european(d);
	put_flag(d, ARG_IS_CALL_FOR_PROJECT, "is_call_for_project");
	put_flag(d, ARG_IS_CHARGED, "is_charged");
	put_flag(d, ARG_IS_GENERIC, "is_generic");
	put_amounts(d);
	put_links(d);
}
