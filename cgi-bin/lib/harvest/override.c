/* override.c - what is said here of aids in place of their feed. */

#include <stdlib.h>
#include <string.h>

#include "db/rows.h"
#include "gen/queries/harvest.h"
#include "harvest/override.h"
#include "import/aid_identity.h"

/* By the feed's id of the aid, an array of its rows: {"id", "field", "value",
 * "fed"}. */
struct overrides {
	json_t *by_aid;
};

/* All at once: a feed has few, and each record is looked up. */
enum rc
overrides_load(struct db *db, const char *source, struct overrides **o)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	*o = calloc(1, sizeof(**o));
	(*o)->by_aid = json_object();
	arg_text(pool, &args, ARG_SOURCE, source);
	rc = query_run(db, pool, Q_SOURCE_OVERRIDES, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct source_overrides_row *r =
		    source_overrides_row(&res, i);
		json_t *of = json_object_get((*o)->by_aid, r->source_id.s);

		if (of == NULL) {
			of = json_array();
			json_object_set_new((*o)->by_aid, r->source_id.s, of);
		}
		json_array_append_new(of,
		    json_pack("{s:I, s:s, s:s, s:s?}", "id",
			(json_int_t)rows_int(&r->aid_id, 0), "field",
			r->field.s, "value", r->value.s, "fed",
			rows_text(pool, &r->fed)));
	}
	pool_free(pool);
	return rc;
}

void
overrides_free(struct overrides *o)
{
	if (o != NULL)
		json_decref(o->by_aid);
	free(o);
}

/* Notes what the feed says of the field now. */
static enum rc
note_fed(struct aid_record *d, const json_t *o, const char *field,
    const char *says, bool differs)
{
	struct import_run *r = d->run;
	const struct arg *args = NULL;
	struct result res;

	arg_int(r->pool, &args, ARG_ID,
	    json_integer_value(json_object_get(o, "id")));
	arg_text(r->pool, &args, ARG_FIELD, field);
	arg_text(r->pool, &args, ARG_VALUE, says);
	arg_int(r->pool, &args, ARG_DIFFERS, differs);
	return query_run(r->db, r->pool, Q_OVERRIDE_FED, args, &res);
}

/* One field: what the feed says is noted, then replaced.  Lists that AT's API
 * gives twice, with and without their groups, are said once. */
static enum rc
apply_one(struct aid_record *d, const json_t *o, bool *wrote)
{
	const char *field = json_string_value(json_object_get(o, "field"));
	const char *was = json_string_value(json_object_get(o, "fed"));
	json_t *fed = json_object_get(d->json, field), *value;
	char *says = fed == NULL
	    ? strdup("null")
	    : json_dumps(fed, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
	enum rc rc = RC_OK;

	if (says != NULL && (was == NULL || strcmp(was, says) != 0)) {
		rc = note_fed(d, o, field, says, was != NULL);
		*wrote = true;
	}
	free(says);
	value = json_loads(json_string_value(json_object_get(o, "value")),
	    JSON_DECODE_ANY, NULL);
	json_object_del(d->json, pool_printf(d->run->pool, "%s_full", field));
	json_object_set_new(d->json, field,
	    value != NULL ? value : json_null());
	return rc;
}

enum rc
overrides_apply(void *arg, struct aid_record *d, const json_t *fed, bool *wrote)
{
	const struct overrides *all = arg;
	const char *source_id = aid_identity_source_id(d);
	const json_t *of = source_id != NULL
	    ? json_object_get(all->by_aid, source_id)
	    : NULL;
	const json_t *o;
	size_t i;
	enum rc rc = RC_OK;

	(void)fed;
	json_array_foreach(of, i, o)
	{
		if (rc == RC_OK)
			rc = apply_one(d, o, wrote);
	}
	return rc;
}
