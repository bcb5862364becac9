/* aid_perimeter.c - the territory of an aid: said, or told by its backer. */

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "gazetteer/resolve.h"
#include "gen/constants.h"
#include "gen/queries/import.h"
#include "gen/queries/territory.h"
#include "import/aid_perimeter.h"

enum { MAX_NAME = 256 };

/* What a name may lead to instead of an id. */
enum { UNKNOWN = -1, SEVERAL = -2 };

/* ---- looking up ---- */

enum {
	ROW_ID = COLUMN(perimeter_by_code, id),
	ROW_SCALE = COLUMN(perimeter_by_code, scale_id)
};
static_assert(ROW_ID == COLUMN(perimeter_by_name, id) &&
	ROW_ID == COLUMN(perimeter_of_scale, id),
    "read by look_up");

/* Looks a perimeter up, once a run for each value.  scale: of that one alone,
 * or of any when 0. */
static enum rc
look_up(struct aid_record *d, enum query_id query, enum query_arg key,
    const char *value, unsigned scale, long long *id)
{
	long long *known = import_run_id_of(d->run, query, scale, value);
	const struct arg *args = NULL;
	const struct value *row;
	struct result res;
	enum rc rc;

	if ((*id = *known) != 0)
		return RC_OK;
	arg_text(d->run->pool, &args, key, value);
	if (scale != 0)
		arg_int(d->run->pool, &args, ARG_SCALE, scale);
	rc = query_run(d->run->db, d->run->pool, query, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc;
	/* Several of one name are not one: never chosen by chance. */
	row = res.row[0];
	if (query == Q_PERIMETER_BY_CODE
		? scale == 0 || rows_int(&row[ROW_SCALE], 0) == scale
		: res.rows == 1)
		*id = *known = rows_int(&row[ROW_ID], 0);
	return RC_OK;
}

static enum rc
find_name(struct aid_record *d, const char *name, unsigned scale, long long *id)
{
	char folded[MAX_NAME];

	return look_up(d, Q_PERIMETER_BY_NAME, PERIMETER_BY_NAME_IN_FOLDED,
	    str_fold_name(folded, sizeof(folded), name), scale, id);
}

/* A code of a scale; of any scale it is also that of the region whose name is
 * beside it, for departments and regions share numbers. */
static enum rc
find_code(struct aid_record *d, const char *code, const char *name,
    unsigned scale, long long *id)
{
	long long region = 0, named = 0;
	enum rc rc = RC_OK;

	if (scale != 0 || name != NULL)
		rc = look_up(d, Q_PERIMETER_OF_SCALE,
		    PERIMETER_OF_SCALE_IN_CODE, code,
		    scale != 0 ? scale : SCALE_REGION, &region);
	if (rc == RC_OK && scale == 0 && region != 0)
		rc = find_name(d, name, SCALE_REGION, &named);
	if (region != 0 && (scale != 0 || named == region))
		*id = region;
	else if (rc == RC_OK)
		rc = look_up(d, Q_PERIMETER_BY_CODE, PERIMETER_BY_CODE_IN_CODE,
		    code, scale, id);
	return rc;
}

/* ---- what the feed says ---- */

/* 76 is Seine-Maritime, or Occitanie when the scale says region: a code alone
 * does not tell. */
static unsigned
scale_of(const struct aid_record *d, const char *name)
{
	const struct list_entry *e = name != NULL
	    ? lists_name(d->run->lists, "scale", name)
	    : NULL;

	return e != NULL ? e->id : 0;
}

/* "Bretagne (Région)": the name without its scale, in the pool, and the scale;
 * NULL for any other name. */
static const char *
part_label(const struct aid_record *d, const char *name, unsigned *scale)
{
	const char *open = strrchr(name, '(');
	size_t n = strlen(name);

	if (open == NULL || open == name || name[n - 1] != ')')
		return NULL;
	*scale = scale_of(d,
	    pool_strndup(d->run->pool, open + 1,
		(size_t)(name + n - 1 - (open + 1))));
	return *scale != 0
	    ? pool_strndup(d->run->pool, name, (size_t)(open - name))
	    : NULL;
}

/* The name of the territory: a text, or that of an object; *scale and *code are
 * those of the object.  NULL when it has none. */
static const char *
perimeter_name(struct aid_record *d, const char **scale, const char **code)
{
	json_t *v = aid_record_value(d, "perimeter");
	const char *name = aid_record_name(d, v), *meaning;

	if (*scale == NULL)
		*scale = aid_record_name(d, json_object_get(v, "scale"));
	if (*code == NULL)
		*code = aid_record_name(d, json_object_get(v, "code"));
	if (name == NULL)
		return NULL;
	meaning = aid_record_meaning(d, "perimeter", name);
	return meaning != NULL ? meaning : name;
}

/* As the search reads a place: taken when nothing is left to ask, by a code, a
 * name, or a body and its name.  What is not found is not looked for again. */
static enum rc
find_settled(struct aid_record *d, const char *name, unsigned scale,
    long long *id)
{
	const struct resolve_wanted wanted = {
		.scales = scale != 0 ? 1u << scale : 0
	};
	long long *known = import_run_id_of(d->run, Q_NONE, scale, name);
	struct resolution res;
	enum rc rc = RC_OK;

	if (*known == 0 && strlen(name) < MAX_NAME &&
	    (rc = gazetteer_want(&d->run->places, d->run->db)) == RC_OK) {
		resolve_place(d->run->places.names, name, &wanted, &res);
		*known = res.settled && res.found[0].rank <= RESOLVE_BODY
		    ? (long long)res.found[0].id
		    : res.n > 1 && res.found[1].rank <= RESOLVE_BODY ? SEVERAL
								     : UNKNOWN;
	}
	*id = *known > 0 ? *known : 0;
	return rc;
}

/* What the feed says of the territory, though it is not understood: a name, a
 * code, several names; NULL when it says nothing. */
static const char *
perimeter_asked(struct aid_record *d)
{
	const char *code = aid_record_text(d, "perimeter_code"), *scale = NULL;
	const char *asked = perimeter_name(d, &scale, &code), *one;
	json_t *v = aid_record_value(d, "perimeter"), *item;
	size_t i;

	if (asked == NULL)
		asked = code;
	if (asked == NULL)
		json_array_foreach(v, i, item)
		{
			if ((one = aid_record_name(d, item)) != NULL)
				asked = asked == NULL
				    ? one
				    : pool_printf(d->run->pool, "%s, %s", asked,
					  one);
		}
	return asked != NULL
	    ? pool_strndup(d->run->pool, asked, str_cut(asked, 255))
	    : NULL;
}

/* The reason why a name that was looked for is no territory. */
static const char *
why_unknown(struct aid_record *d, const char *name, unsigned scale)
{
	return name != NULL &&
		*import_run_id_of(d->run, Q_NONE, scale, name) == SEVERAL
	    ? N_("several territories of that name")
	    : N_("unknown territory");
}

enum rc
aid_perimeter_find(struct aid_record *d, long long *id)
{
	const char *code = aid_record_text(d, "perimeter_code");
	const char *said = aid_record_text(d, "perimeter_scale");
	const char *name = perimeter_name(d, &said, &code), *part = NULL;
	unsigned scale = scale_of(d, said);
	json_t *v = aid_record_value(d, "perimeter");
	unsigned of_label = 0;
	enum rc rc = RC_OK;

	if (name == NULL && code == NULL && v != NULL && !aid_record_is_none(v))
		aid_record_fault_json(d, "perimeter",
		    json_is_array(v) ? N_("several territories")
				     : N_("not a text"),
		    v);
	if (name != NULL)
		part = part_label(d, name, &of_label);
	if (scale == 0)
		scale = of_label;
	if (code != NULL && strlen(code) <= 32)
		rc = find_code(d, code, part != NULL ? part : name, scale, id);
	if (rc == RC_OK && *id == 0 && name != NULL)
		rc = find_name(d, name, scale, id);
	if (rc == RC_OK && *id == 0 && part != NULL)
		rc = find_name(d, part, scale, id);
	/* A region's name is that of its only department overseas, and that of
	 * some communes. */
	if (rc == RC_OK && *id == 0 && name != NULL && scale == 0)
		rc = find_name(d, name, SCALE_REGION, id);
	if (rc == RC_OK && *id == 0 && name != NULL)
		rc = find_settled(d, name, scale, id);
	if (rc == RC_OK && *id == 0 && (name != NULL || code != NULL)) {
		aid_record_fault(d,
		    name != NULL ? "perimeter" : "perimeter_code",
		    why_unknown(d, name, scale), name != NULL ? name : code);
		d->run->unknown_perimeters++;
	}
	return rc;
}

/* ---- what its backers tell ---- */

/* The territory of a body of that name; *id stays 0 for any other.  A commune
 * only when the name says that it is one: Orange is a company, too. */
static enum rc
find_body(struct aid_record *d, const char *name, long long *id)
{
	char folded[MAX_NAME];
	const struct gazetteer *g;
	uint32_t place;
	size_t n;
	enum rc rc;

	/* Its initials may follow: "Conseil régional de Bretagne (CRB)". */
	name = pool_strndup(d->run->pool, name, strcspn(name, "("));
	rc = find_settled(d, name, 0, id);
	if (rc != RC_OK || *id == 0)
		return rc;
	g = d->run->places.names;
	place = gazetteer_of_id(g, (uint32_t)*id);
	str_fold_name(folded, sizeof(folded), name);
	if (place != GAZETTEER_NONE && g->place[place].scale == SCALE_COMMUNE &&
	    gazetteer_body_first(g, folded, &n) == NULL)
		*id = 0;
	return RC_OK;
}

/* Backers of two territories tell none. */
static enum rc
infer(struct aid_record *d, long long *id)
{
	json_t *backers = json_object_get(d->json, "financers");
	size_t n = json_is_array(backers) ? json_array_size(backers) : 1;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n; i++) {
		const char *name = aid_record_name(d,
		    json_is_array(backers) ? json_array_get(backers, i)
					   : backers);
		long long one = 0;

		if (name == NULL)
			continue;
		if ((rc = find_body(d, name, &one)) != RC_OK)
			return rc;
		if (*id != 0 && one != 0 && one != *id) {
			*id = 0;
			return RC_OK;
		}
		if (one != 0)
			*id = one;
	}
	return rc;
}

/* Whether the feed says nothing of the territory, or nothing that can be read:
 * to say that there is none is to say something. */
static bool
is_silent(const struct aid_record *d)
{
	const json_t *name = json_object_get(d->json, "perimeter");
	const json_t *code = json_object_get(d->json, "perimeter_code");

	return (name == NULL || !aid_record_is_none(name)) &&
	    (code == NULL || !aid_record_is_none(code));
}

/* What the aid had, and what the feed says that it is. */
static enum rc
keep_perimeter(struct aid_record *d, const char *asked)
{
	enum rc rc = aid_record_put_kept(d, ARG_PERIMETER_ID);

	if (d->is_new)
		arg_int(d->run->pool, &d->args, ARG_PERIMETER_INFERRED, false);
	else if (rc == RC_OK)
		rc = aid_record_put_kept(d, ARG_PERIMETER_INFERRED);
	if (asked != NULL)
		arg_text(d->run->pool, &d->args, ARG_PERIMETER_ASKED, asked);
	else if (rc == RC_OK)
		rc = aid_record_put_kept(d, ARG_PERIMETER_ASKED);
	return rc;
}

/* Whether the aid has a territory that the feed has said. */
static bool
has_said_one(struct aid_record *d, enum rc *rc)
{
	const char *by = aid_record_kept(d,
	    COLUMN(aid_kept, perimeter_inferred), rc);

	return by != NULL && *by == '0' &&
	    aid_record_kept(d, COLUMN(aid_kept, perimeter_id), rc) != NULL;
}

enum rc
aid_perimeter_put(struct aid_record *d)
{
	const char *asked = perimeter_asked(d);
	bool silent = asked == NULL && is_silent(d), inferred = false;
	long long id = 0;
	enum rc rc = aid_perimeter_find(d, &id);

	if (rc == RC_OK && id == 0 && asked == NULL &&
	    !(silent && has_said_one(d, &rc)) && rc == RC_OK) {
		rc = infer(d, &id);
		inferred = id > 0;
	}
	if (rc != RC_OK)
		return rc;
	if (id == 0 && (silent || asked != NULL))
		return keep_perimeter(d, asked);
	if (id > 0)
		arg_int(d->run->pool, &d->args, ARG_PERIMETER_ID, id);
	else
		arg_text(d->run->pool, &d->args, ARG_PERIMETER_ID, NULL);
	arg_int(d->run->pool, &d->args, ARG_PERIMETER_INFERRED, inferred);
	arg_text(d->run->pool, &d->args, ARG_PERIMETER_ASKED, NULL);
	return RC_OK;
}
