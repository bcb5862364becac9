/* apply_fit.c - whether an aid is for the authority that asks. */

#include <string.h>

#include "apply/apply_fit.h"
#include "db/rows.h"
#include "gen/queries/apply.h"
#include "xml/xml.h"

static bool
fit_is(const struct value *v, const char *word)
{
	return v->type != VALUE_NULL && strcmp(v->s, word) == 0;
}

/* Without an authority neither place nor body is told: no news is good news. */
static bool
fit_is_sure(const struct value *v)
{
	return v->type == VALUE_NULL || fit_is(v, "yes");
}

enum rc
apply_fit_read(struct db *db, struct pool *pool, long long aid,
    long long perimeter, const char *kind, const char *today,
    struct apply_fit *to)
{
	const struct arg *args = NULL;
	const struct aid_fit_row *row;
	enum rc rc;

	*to = (struct apply_fit){ .stops = false };
	arg_int(pool, &args, AID_FIT_IN_AID, aid);
	arg_int(pool, &args, AID_FIT_IN_PERIMETER, perimeter);
	arg_text(pool, &args, AID_FIT_IN_TODAY, today);
	if (kind != NULL)
		arg_text(pool, &args, AID_FIT_IN_KIND, kind);
	rc = query_run(db, pool, Q_AID_FIT, args, &to->fit);
	if (rc != RC_OK || to->fit.rows == 0)
		return rc;
	row = aid_fit_row(&to->fit, 0);
	to->stops = !fit_is(&row->when, "open") || fit_is(&row->place, "no") ||
	    fit_is(&row->body, "no");
	to->told = to->stops || !fit_is_sure(&row->place) ||
	    !fit_is_sure(&row->body);
	if (!to->told)
		return RC_OK;
	rc = query_run(db, pool, Q_AID_FIT_AUDIENCES, args, &to->audiences);
	return rc == RC_OK
	    ? query_run(db, pool, Q_AID_FIT_ASKERS, args, &to->askers)
	    : rc;
}

void
apply_fit_put(const struct apply_fit *fit, xmlNodePtr step)
{
	xmlNodePtr n;

	if (!fit->told)
		return;
	n = rows_append(step, &query_table[Q_AID_FIT], &fit->fit);
	if (fit->stops)
		xml_set(n, "stops", "true");
	rows_append(n, &query_table[Q_AID_FIT_AUDIENCES], &fit->audiences);
	rows_append(n, &query_table[Q_AID_FIT_ASKERS], &fit->askers);
}
