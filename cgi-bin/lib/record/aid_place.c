/* aid_place.c - one territory that a feed names. */

#include <assert.h>
#include <string.h>

#include "base/str.h"
#include "db/rows.h"
#include "gazetteer/resolve.h"
#include "gen/constants.h"
#include "gen/queries/record.h"
#include "gen/queries/territory.h"
#include "record/aid_place.h"
#include "text/normalize.h"

enum { MAX_NAME = 256, MAX_CODE = 32, MAX_NEAR = 3 };

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

/* What is known of a name; NULL: it is too long for a territory's. */
static long long *
settled(const struct aid_record *d, const char *name, unsigned scale)
{
	return strlen(name) < MAX_NAME
	    ? import_run_id_of(d->run, Q_NONE, scale, name)
	    : NULL;
}

/* As the search reads a place: taken when nothing is left to ask, by a code, a
 * name, or a body and its name.  What is not found is not looked for again. */
static enum rc
find_settled(struct aid_record *d, const char *name, unsigned scale,
    long long *id)
{
	const struct resolve_wanted wanted = { .scales = scale != 0
		    ? 1u << scale
		    : 0,
		.exact = true };
	long long *known = settled(d, name, scale);
	struct resolution res;
	enum rc rc = RC_OK;

	if (known != NULL && *known == 0 &&
	    (rc = gazetteer_want(&d->run->places, d->run->db)) == RC_OK) {
		resolve_place(d->run->places.names, name, &wanted, &res);
		*known = res.settled && res.found[0].rank <= RESOLVE_BODY
		    ? (long long)res.found[0].id
		    : res.n > 1 && res.found[1].rank <= RESOLVE_BODY ? SEVERAL
								     : UNKNOWN;
	}
	*id = known != NULL && *known > 0 ? *known : 0;
	return rc;
}

/* 76 is Seine-Maritime, or Occitanie when the scale says region: a code alone
 * does not tell. */
unsigned
aid_place_scale(const struct aid_record *d, const char *name)
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
	*scale = aid_place_scale(d,
	    pool_strndup(d->run->pool, open + 1,
		(size_t)(name + n - 1 - (open + 1))));
	return *scale != 0
	    ? pool_strndup(d->run->pool, name, (size_t)(open - name))
	    : NULL;
}

/* "REG-84", "DEP-05", as the State's exchange format of aids writes a code of
 * INSEE: the code, and the scale; NULL for any other text. */
static const char *
part_code(const char *s, unsigned *scale)
{
	static const struct {
		const char *prefix;
		unsigned scale;
	} kinds[] = { { "COM-", SCALE_COMMUNE }, { "EPCI-", SCALE_EPCI },
		{ "DEP-", SCALE_DEPARTMENT }, { "REG-", SCALE_REGION } };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		size_t n = strlen(kinds[i].prefix);

		if (strncmp(s, kinds[i].prefix, n) == 0 && s[n] != '\0' &&
		    strspn(s + n, "0123456789AB") == strlen(s + n)) {
			*scale = kinds[i].scale;
			return s + n;
		}
	}
	return NULL;
}

/* ---- the whole ---- */

/* A name alone is that of a region, too: overseas its only department bears it,
 * elsewhere some commune. */
static enum rc
find_by_name(struct aid_record *d, const struct aid_place *p, const char *part,
    unsigned scale, long long *id)
{
	enum rc rc = find_name(d, p->name, scale, id);

	if (rc == RC_OK && *id == 0 && part != NULL)
		rc = find_name(d, part, scale, id);
	if (rc == RC_OK && *id == 0 && scale == 0)
		rc = find_name(d, p->name, SCALE_REGION, id);
	if (rc == RC_OK && *id == 0)
		rc = find_settled(d, p->name, scale, id);
	return rc;
}

enum rc
aid_place_find(struct aid_record *d, const struct aid_place *p, long long *id)
{
	unsigned of_label = 0, scale = p->scale;
	const char *part = p->name != NULL ? part_label(d, p->name, &of_label)
					   : NULL;
	const char *code = p->name != NULL ? part_code(p->name, &scale) : NULL;
	enum rc rc = RC_OK;

	if (code != NULL && strlen(code) <= MAX_CODE)
		return find_code(d, code, NULL, scale, id);
	if (scale == 0)
		scale = of_label;
	if (p->code != NULL && strlen(p->code) <= MAX_CODE)
		rc = find_code(d,
		    pool_printf(d->run->pool, "%s%s", str_lost_zero(p->code),
			p->code),
		    part != NULL ? part : p->name, scale, id);
	if (rc == RC_OK && *id == 0 && p->name != NULL)
		rc = find_by_name(d, p, part, scale, id);
	return rc;
}

bool
aid_place_is_several(struct aid_record *d, const struct aid_place *p)
{
	unsigned scale = p->scale;
	const long long *known;

	if (p->name == NULL)
		return false;
	if (scale == 0)
		part_label(d, p->name, &scale);
	known = settled(d, p->name, scale);
	return known != NULL && *known == SEVERAL;
}

const char *
aid_place_meaning(const struct aid_record *d, const char *name)
{
	const char *meaning = aid_record_meaning(d, "perimeter", name), *part;
	unsigned scale;

	if (meaning == NULL && (part = part_label(d, name, &scale)) != NULL)
		meaning = aid_record_meaning(d, "perimeter",
		    normalize_text(d->run->pool, part));
	return meaning;
}

const char *
aid_place_near(struct aid_record *d, const char *name)
{
	const struct gazetteer *g = d->run->places.names;
	struct resolution res = { 0 };
	const char *near = "";

	if (g != NULL && strlen(name) < MAX_NAME)
		resolve_place(g, name, NULL, &res);
	for (size_t i = 0; i < res.n && i < MAX_NEAR; i++) {
		uint32_t place = gazetteer_of_id(g, res.found[i].id);

		if (place != GAZETTEER_NONE)
			near = pool_printf(d->run->pool, "%s%s%s (%s)", near,
			    *near != '\0' ? ", " : "",
			    g->text + g->place[place].name,
			    g->text + g->place[place].code);
	}
	return near;
}

/* ---- bodies ---- */

/* A commune only when the name says that it is one: Orange is a company. */
enum rc
aid_place_of_body(struct aid_record *d, const char *name, long long *id)
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
