/* aid_record.c - the fields of an aid of a feed. */

#include <stdlib.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/import.h"
#include "import/aid_record.h"
#include "text/normalize.h"
#include "text/pasted.h"
#include "xml/entity.h"

static const char *
html_of(const struct aid_record *d, const json_t *v)
{
	char *s;

	if (!json_is_string(v) || json_string_length(v) == 0)
		return NULL;
	s = normalize_text(d->run->pool,
	    pasted_clean(d->run->pool, json_string_value(v)));
	return *s != '\0' ? str_clean(s) : NULL;
}

static const char *
text_of(const struct aid_record *d, const json_t *v)
{
	const char *s = html_of(d, v), *entity = s;

	while (entity != NULL && (entity = strchr(entity, '&')) != NULL &&
	    strchr(" &", entity[1]) != NULL)
		entity++;
	if (entity == NULL)
		return s;
	s = normalize_text(d->run->pool,
	    pasted_clean(d->run->pool, entity_decode(d->run->pool, s)));
	return *s != '\0' ? s : NULL;
}

const char *
aid_record_text(const struct aid_record *d, const char *key)
{
	return text_of(d, json_object_get(d->json, key));
}

const char *
aid_record_html(const struct aid_record *d, const char *key)
{
	return html_of(d, json_object_get(d->json, key));
}

const char *
aid_record_meaning(const struct aid_record *d, const char *field,
    const char *word)
{
	return feed_shape_meaning(d->run->shapes, d->shape, field, word);
}

const char *
aid_record_name(const struct aid_record *d, const json_t *item)
{
	static const char *const keys[] = { "name", "nom", "label", "title" };
	const char *s = text_of(d, item);

	for (size_t i = 0; s == NULL && i < 4; i++)
		s = text_of(d, json_object_get(item, keys[i]));
	return s;
}

static bool
is_said(const json_t *v)
{
	return v != NULL && !json_is_null(v) &&
	    !(json_is_string(v) && json_string_length(v) == 0) &&
	    !(json_is_array(v) && json_array_size(v) == 0) &&
	    !(json_is_object(v) && json_object_size(v) == 0);
}

/* A link says something where the feed has nothing else to say, and not beside
 * fields that it leaves empty. */
bool
aid_record_says_something(const struct aid_record *d)
{
	static const char *const keys[] = { "description", "eligibility",
		"perimeter", "perimeter_code", "financers", "financers_full",
		"targeted_audiences", "submission_deadline" };
	bool empty = false;

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const json_t *v = json_object_get(d->json, keys[i]);

		if (is_said(v))
			return true;
		empty = empty || v != NULL;
	}
	return !empty &&
	    (is_said(json_object_get(d->json, "origin_url")) ||
		is_said(json_object_get(d->json, "application_url")));
}

/* ---- faults, and what is kept ---- */

void
aid_record_fault(const struct aid_record *d, const char *field,
    const char *reason, const char *value)
{
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

/* The fields that may be refused. */
static const struct {
	enum query_arg arg;
	int column;
} kept_columns[] = {
	{ ARG_OPENS_ON, COLUMN(aid_kept, opens_on) },
	{ ARG_PREDEPOSIT_ON, COLUMN(aid_kept, predeposit_on) },
	{ ARG_CLOSES_ON, COLUMN(aid_kept, closes_on) },
	{ ARG_CREATED_AT, COLUMN(aid_kept, created_at) },
	{ ARG_PUBLISHED_AT, COLUMN(aid_kept, published_at) },
	{ ARG_UPDATED_AT, COLUMN(aid_kept, updated_at) },
	{ ARG_RATE_MIN, COLUMN(aid_kept, rate_min) },
	{ ARG_RATE_MAX, COLUMN(aid_kept, rate_max) },
	{ ARG_LOAN_AMOUNT, COLUMN(aid_kept, loan_amount) },
	{ ARG_ADVANCE_AMOUNT, COLUMN(aid_kept, advance_amount) },
	{ ARG_ORIGIN_URL, COLUMN(aid_kept, origin_url) },
	{ ARG_APPLICATION_URL, COLUMN(aid_kept, application_url) },
	{ ARG_IMPORT_URL, COLUMN(aid_kept, import_url) },
	{ ARG_RECURRENCE_ID, COLUMN(aid_kept, recurrence_id) },
	{ ARG_EUROPEAN, COLUMN(aid_kept, european) },
	{ ARG_PERIMETER_ID, COLUMN(aid_kept, perimeter_id) },
};

enum rc
aid_record_put_kept(struct aid_record *d, enum query_arg arg)
{
	struct pool *pool = d->run->pool;
	const struct arg *args = NULL;
	struct result res = { 0 };
	const char *s = NULL;
	enum rc rc = RC_OK;

	if (!d->is_new && d->kept == NULL) {
		arg_int(pool, &args, AID_KEPT_IN_ID, d->id);
		rc = query_run(d->run->db, pool, Q_AID_KEPT, args, &res);
		if (rc == RC_OK && res.rows > 0)
			d->kept = res.row[0];
	}
	for (size_t i = 0; i < sizeof(kept_columns) / sizeof(kept_columns[0]);
	     i++)
		if (kept_columns[i].arg == arg && d->kept != NULL)
			s = rows_text(pool, &d->kept[kept_columns[i].column]);
	arg_text(pool, &d->args, arg, s);
	return rc;
}

/* ---- words of lists ---- */

/* What is withdrawn is not shown.  A status that is absent is "published", for
 * a feed of AT holds what is published. */
static void
put_status(struct aid_record *d)
{
	static const char *const statuses[] = { AID_STATUS_DRAFT,
		AID_STATUS_REVIEWABLE, AID_STATUS_PUBLISHED, AID_STATUS_DELETED,
		AID_STATUS_MERGED };
	const char *status = aid_record_text(d, "status"), *known = NULL;
	const json_t *v = json_object_get(d->json, "is_live");
	const char *live = v != NULL ? normalize_json(d->run->pool, v) : NULL;

	if (status != NULL && aid_record_meaning(d, "status", status) != NULL)
		status = aid_record_meaning(d, "status", status);
	for (size_t i = 0; status != NULL && i < 5; i++)
		if (strcmp(status, statuses[i]) == 0)
			known = statuses[i];
	if (status != NULL && known == NULL)
		aid_record_fault(d, "status", N_("unknown value"), status);
	if (known == NULL)
		known = AID_STATUS_PUBLISHED;
	if (live != NULL && strcmp(known, AID_STATUS_PUBLISHED) == 0 &&
	    (strcasecmp(live, "false") == 0 || strcasecmp(live, "non") == 0 ||
		strcmp(live, "0") == 0))
		known = AID_STATUS_DRAFT;
	d->is_shown = strcmp(known, AID_STATUS_PUBLISHED) == 0;
	arg_text(d->run->pool, &d->args, ARG_STATUS, known);
}

static enum rc
put_recurrence(struct aid_record *d)
{
	struct import_run *r = d->run;
	const char *name = aid_record_text(d, "recurrence");
	const struct list_entry *e = NULL;

	if (name != NULL &&
	    (e = lists_name(r->lists, "recurrence", name)) == NULL)
		e = lists_slug(r->lists, "recurrence", name);
	if (name != NULL && e == NULL) {
		aid_record_fault(d, "recurrence", N_("unknown value"), name);
		return aid_record_put_kept(d, ARG_RECURRENCE_ID);
	}
	if (e != NULL)
		arg_int(r->pool, &d->args, ARG_RECURRENCE_ID, e->id);
	else
		arg_text(r->pool, &d->args, ARG_RECURRENCE_ID, NULL);
	return RC_OK;
}

/* The column is an enum, so that another word would stop the import. */
static enum rc
put_european(struct aid_record *d)
{
	const char *european = aid_record_text(d, "european_aid");

	if (european != NULL && strcmp(european, EUROPEAN_SECTORIAL) != 0 &&
	    strcmp(european, EUROPEAN_ORGANIZATIONAL) != 0) {
		aid_record_fault(d, "european_aid", N_("unknown value"),
		    european);
		return aid_record_put_kept(d, ARG_EUROPEAN);
	}
	arg_text(d->run->pool, &d->args, ARG_EUROPEAN, european);
	return RC_OK;
}

enum rc
aid_record_put_words(struct aid_record *d)
{
	enum rc rc;

	put_status(d);
	rc = put_recurrence(d);
	return rc == RC_OK ? put_european(d) : rc;
}
