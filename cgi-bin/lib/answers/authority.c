/* authority.c - which local authority asks. */

#include <string.h>

#include "answers/authority.h"
#include "answers/authority_facts.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/answers.h"
#include "gen/queries/territory.h"
#include "text/normalize.h"

static enum rc
found(struct db *db, struct answers *s, long long id, struct authority *to)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(s->pool, &args, AUTHORITY_OF_IN_ID, id);
	rc = query_run(db, s->pool, Q_AUTHORITY_OF, args, &res);
	if (rc != RC_OK)
		return rc;
	to->end = res.rows > 0 ? AUTHORITY_FOUND : AUTHORITY_NONE;
	to->id[0] = id;
	to->n = 1;
	if (res.rows > 0)
		authority_put_facts(s, authority_of_row(&res, 0));
	return RC_OK;
}

enum rc
authority_of_perimeter(struct db *db, struct answers *s, long long id,
    struct authority *to)
{
	*to = (struct authority){ .end = AUTHORITY_NONE };
	return found(db, s, id, to);
}

/* Those of a kind of their own too (Alsace). */
static const uint32_t AUTHORITY_SCALES = 1u << SCALE_COMMUNE |
    1u << SCALE_EPCI | 1u << SCALE_DEPARTMENT | 1u << SCALE_REGION |
    1u << SCALE_ADHOC;

/* The places of a text that are authorities: one is taken when it is settled,
 * else the reader chooses. */
static enum rc
authority_resolve(struct db *db, struct answers *s, const char *text,
    bool insee, struct authority *to)
{
	const struct resolve_wanted wanted = { .scales = AUTHORITY_SCALES,
		.insee = insee };
	struct resolution res;
	enum rc rc = territory_resolve(s->territory, text, &wanted, &res);

	if (rc != RC_OK)
		return rc;
	if (res.settled)
		return found(db, s, res.found[0].id, to);
	to->end = res.n == 0 ? AUTHORITY_NONE : AUTHORITY_OPEN;
	to->loose = res.n > 0 && res.found[0].rank == RESOLVE_LOOSE;
	for (; to->n < res.n && to->n < AUTHORITY_CHOICES; to->n++)
		to->id[to->n] = res.found[to->n].id;
	return RC_OK;
}

/* A SIRET is checked whole, then its SIREN looks for the authority: an
 * establishment (school, town hall) is asked for under its owner. */
static enum rc
by_siren(struct db *db, struct answers *s, const char *digits,
    struct authority *to)
{
	char *siret = strlen(digits) == 14 ? normalize_siret(s->pool, digits)
					   : NULL;
	char *siren = normalize_siren(s->pool,
	    pool_strndup(s->pool, digits, 9));
	enum rc rc;

	if (siren == NULL || (strlen(digits) == 14 && siret == NULL)) {
		to->end = AUTHORITY_WRONG;
		return RC_OK;
	}
	if (siret != NULL)
		answers_put(s, "authority.siret", -1, siret, NULL, NULL,
		    "reader");
	rc = authority_resolve(db, s, siren, false, to);
	if (rc != RC_OK || to->n > 0)
		return rc;
	/* A syndicate, a PETR: nothing but its number is known. */
	to->end = AUTHORITY_UNKNOWN;
	answers_put(s, "authority.siren", -1, siren, NULL, NULL, "reader");
	answers_put(s, "authority.code", -1, siren, NULL, NULL, "reader");
	authority_put_choice(s, "project.request", "nouvelle", "default");
	return RC_OK;
}

enum rc
authority_find(struct db *db, struct answers *s, const char *typed,
    const char *zip, struct authority *to)
{
	/* A code may come in groups: "217 901 099". */
	const char *code = normalize_squeeze(s->pool, typed);
	size_t n = strlen(code);

	*to = (struct authority){ .end = AUTHORITY_NONE };
	if (strspn(code, "0123456789") == n && (n == 9 || n == 14))
		return by_siren(db, s, code, to);
	/* A postal code beside it; what is none tells nothing. */
	if (zip != NULL)
		zip = normalize_squeeze(s->pool, zip);
	if (zip != NULL && strlen(zip) == 5 && strspn(zip, "0123456789") == 5 &&
	    strcmp(zip, code) != 0)
		typed = pool_printf(s->pool, "%s %s", typed, zip);
	return authority_resolve(db, s, typed, false, to);
}

enum rc
authority_of_facts(struct db *db, struct answers *s, struct authority *to)
{
	static const char *const names[] = { "authority.siret",
		"authority.siren", "authority.insee", "authority.code",
		"authority.name" };
	const struct known *k = NULL,
			   *zip = answers_get(s, "authority.zip", -1);
	size_t i = 0;
	enum rc rc;

	while (k == NULL && i < 5)
		k = answers_get(s, names[i++], -1);
	*to = (struct authority){ .end = AUTHORITY_NONE };
	if (k == NULL)
		return RC_OK;
	/* The code of one commune may be the postal code of others. */
	if (strlen(k->v) == 5 &&
	    (strcmp(names[i - 1], "authority.insee") == 0 ||
		strcmp(names[i - 1], "authority.code") == 0))
		rc = authority_resolve(db, s, k->v, true, to);
	else
		rc = authority_find(db, s, k->v, zip != NULL ? zip->v : NULL,
		    to);
	to->by = names[i - 1];
	to->typed = k->v;
	return rc;
}

/* Several may bear it, by a name that they go by: the one that asks is known to
 * go by another when it is none of them. */
bool
authority_is_renamed(struct answers *s, const struct authority *a)
{
	const struct resolve_wanted wanted = { .scales = AUTHORITY_SCALES };
	const struct known *k = answers_get(s, "authority.name", -1);
	struct resolution res;
	bool named;

	if (a->end != AUTHORITY_FOUND || k == NULL ||
	    strcmp(k->origin, "reader") != 0 ||
	    territory_resolve(s->territory, k->v, &wanted, &res) != RC_OK ||
	    res.n == 0)
		return false;
	if (res.settled)
		return res.found[0].id != a->id[0];
	named = res.found[0].rank <= RESOLVE_BRAND;
	for (size_t i = 0; i < res.n; i++)
		named = named && res.found[i].id != a->id[0];
	return named;
}
