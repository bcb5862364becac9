/* authority.c - which local authority asks. */

#include <assert.h>
#include <string.h>

#include "answers/authority.h"
#include "answers/authority_facts.h"
#include "base/str.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/answers.h"
#include "gen/queries/territory.h"
#include "text/normalize.h"

/* What the queries that find a territory begin with, all of them alike. */
enum {
	ROW_ID = COLUMN(perimeter_by_code, id),
	ROW_SCALE = COLUMN(perimeter_by_code, scale_id),
	ROW_NAME = COLUMN(perimeter_by_code, name)
};
static_assert(ROW_ID == COLUMN(perimeter_by_zip, id) &&
	ROW_ID == COLUMN(perimeter_suggest, id) &&
	ROW_ID == COLUMN(authority_by_siren, id) &&
	ROW_SCALE == COLUMN(perimeter_by_zip, scale_id) &&
	ROW_SCALE == COLUMN(perimeter_suggest, scale_id) &&
	ROW_SCALE == COLUMN(authority_by_siren, scale_id) &&
	ROW_NAME == COLUMN(perimeter_by_zip, name) &&
	ROW_NAME == COLUMN(perimeter_suggest, name) &&
	ROW_NAME == COLUMN(authority_by_siren, name),
    "columns of territories");

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

/* Keeps the perimeters of the rows that are authorities, once each. */
static void
authority_keep(struct authority *to, const struct result *res,
    const char *folded)
{
	char name[256];

	for (unsigned r = 0; r < res->rows && to->n < AUTHORITY_CHOICES; r++) {
		long long scale = rows_int(&res->row[r][ROW_SCALE], 0);
		long long id = rows_int(&res->row[r][ROW_ID], 0);
		bool seen = false;

		if ((scale != SCALE_COMMUNE && scale != SCALE_EPCI &&
			scale != SCALE_DEPARTMENT && scale != SCALE_REGION) ||
		    (folded != NULL &&
			strcmp(str_fold_name(name, sizeof(name),
				   res->row[r][ROW_NAME].s),
			    folded) != 0))
			continue;
		for (size_t i = 0; i < to->n; i++)
			seen |= to->id[i] == id;
		if (!seen)
			to->id[to->n++] = id;
	}
}

static enum rc
authority_ask(struct db *db, struct answers *s, enum query_id query,
    enum query_arg param, const char *value, const char *folded,
    struct authority *to)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(s->pool, &args, param, value);
	if ((rc = query_run(db, s->pool, query, args, &res)) == RC_OK)
		authority_keep(to, &res, folded);
	return rc;
}

/* By the folded name, or else its beginning, in the department of the hint when
 * it is not empty. */
static enum rc
authority_suggest(struct db *db, struct answers *s, const char *folded,
    const char *hint, struct authority *to)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(s->pool, &args, PERIMETER_SUGGEST_IN_FOLDED, folded);
	if (*hint != '\0')
		arg_text(s->pool, &args, PERIMETER_SUGGEST_IN_HINT, hint);
	rc = query_run(db, s->pool, Q_PERIMETER_SUGGEST, args, &res);
	if (rc == RC_OK)
		authority_keep(to, &res, folded);
	if (rc == RC_OK && to->n == 0)
		authority_keep(to, &res, NULL);
	return rc;
}

/* One: its facts.  Several: the reader chooses. */
static enum rc
conclude(struct db *db, struct answers *s, struct authority *to)
{
	if (to->n == 1)
		return found(db, s, to->id[0], to);
	to->end = to->n == 0 ? AUTHORITY_NONE : AUTHORITY_OPEN;
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
	rc = authority_ask(db, s, Q_AUTHORITY_BY_SIREN,
	    AUTHORITY_BY_SIREN_IN_SIREN, siren, NULL, to);
	if (rc == RC_OK && to->n == 0)
		rc = authority_ask(db, s, Q_PERIMETER_BY_CODE,
		    PERIMETER_BY_CODE_IN_CODE, siren, NULL, to);
	if (rc != RC_OK || to->n > 0)
		return rc == RC_OK ? conclude(db, s, to) : rc;
	/* A syndicate, a PETR: nothing but its number is known. */
	to->end = AUTHORITY_UNKNOWN;
	answers_put(s, "authority.siren", -1, siren, NULL, NULL, "reader");
	answers_put(s, "authority.code", -1, siren, NULL, NULL, "reader");
	authority_put_choice(s, "project.request", "nouvelle", "default");
	return RC_OK;
}

/* By a code of INSEE, or of a department; zip: it may be a postal code too. */
static enum rc
by_code(struct db *db, struct answers *s, const char *code, bool zip,
    struct authority *to)
{
	enum rc rc = authority_ask(db, s, Q_PERIMETER_BY_CODE,
	    PERIMETER_BY_CODE_IN_CODE, code, NULL, to);

	if (rc == RC_OK && zip && strlen(code) == 5)
		rc = authority_ask(db, s, Q_PERIMETER_BY_ZIP,
		    PERIMETER_BY_ZIP_IN_ZIP, code, NULL, to);
	return rc == RC_OK ? conclude(db, s, to) : rc;
}

/* A name that no commune of the postal code bears: what bears it elsewhere (an
 * EPCI, say), and the communes of the code.  None is taken unasked. */
static enum rc
by_either(struct db *db, struct answers *s, const char *folded, const char *zip,
    struct authority *to)
{
	enum rc rc = authority_suggest(db, s, folded, "", to);

	if (rc == RC_OK)
		rc = authority_ask(db, s, Q_PERIMETER_BY_ZIP,
		    PERIMETER_BY_ZIP_IN_ZIP, zip, NULL, to);
	to->end = to->n == 0 ? AUTHORITY_NONE : AUTHORITY_OPEN;
	return rc;
}

/* A name, perhaps with its department ("Échiré (79)"), perhaps beside a postal
 * code. */
static enum rc
authority_by_name(struct db *db, struct answers *s, const char *typed,
    const char *zip, struct authority *to)
{
	size_t n = strcspn(typed, "(");
	char folded[256], hint[256];
	enum rc rc = RC_OK;

	str_fold_name(folded, sizeof(folded),
	    pool_strndup(s->pool, typed, n > 0 ? n : strlen(typed)));
	/* What is no postal code tells nothing. */
	if (zip != NULL && (strlen(zip) != 5 || strspn(zip, "0123456789") != 5))
		zip = NULL;
	str_fold_name(hint, sizeof(hint), n > 0 ? typed + n : "");
	if (zip != NULL)
		rc = authority_ask(db, s, Q_PERIMETER_BY_ZIP,
		    PERIMETER_BY_ZIP_IN_ZIP, zip,
		    folded[0] != '\0' ? folded : NULL, to);
	if (rc != RC_OK || to->n > 0 || folded[0] == '\0')
		return rc == RC_OK ? conclude(db, s, to) : rc;
	if (zip != NULL)
		return by_either(db, s, folded, zip, to);
	rc = authority_suggest(db, s, folded, hint, to);
	if (rc == RC_OK && to->n == 0 && hint[0] != '\0')
		rc = authority_suggest(db, s, folded, "", to);
	return rc == RC_OK ? conclude(db, s, to) : rc;
}

enum rc
authority_find(struct db *db, struct answers *s, const char *typed,
    const char *zip, struct authority *to)
{
	/* A code may come in groups: "217 901 099". */
	const char *code = normalize_squeeze(s->pool, typed);
	size_t n = strlen(code);
	bool digits = strspn(code, "0123456789") == n;

	*to = (struct authority){ .end = AUTHORITY_NONE };
	if (digits && (n == 9 || n == 14))
		return by_siren(db, s, code, to);
	if (n >= 2 && n <= 5 && strspn(code, "0123456789ABab") == n &&
	    strpbrk(code, "0123456789") != NULL)
		return by_code(db, s, code, true, to);
	return authority_by_name(db, s, normalize_text(s->pool, typed), zip,
	    to);
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
		rc = by_code(db, s, k->v, false, to);
	else
		rc = authority_find(db, s, k->v, zip != NULL ? zip->v : NULL,
		    to);
	to->by = names[i - 1];
	to->typed = k->v;
	return rc;
}
