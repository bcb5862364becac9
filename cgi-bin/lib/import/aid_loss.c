/* aid_loss.c - what a file would take from the aids of its source. */

#include "import/aid_loss.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/queries/import.h"

enum rc
aid_loss_begin(struct aid_loss *l, const struct import_run *run)
{
	const struct arg *args = NULL;
	const struct aid_source_count_row *row;
	struct result res;
	enum rc rc;

	arg_text(run->pool, &args, ARG_SOURCE, run->source);
	rc = query_run(run->db, run->pool, Q_AID_SOURCE_COUNT, args, &res);
	if (rc != RC_OK)
		return rc;
	row = aid_source_count_row(&res, 0);
	l->had[LOSS_SHOWN] = (unsigned long)rows_int(&row->shown, 0);
	l->had[LOSS_PERIMETER] = (unsigned long)rows_int(&row->placed, 0);
	l->had[LOSS_AUDIENCES] = (unsigned long)rows_int(&row->addressed, 0);
	l->had[LOSS_BACKERS] = (unsigned long)rows_int(&row->backed, 0);
	l->had[LOSS_DEADLINE] = (unsigned long)rows_int(&row->ending, 0);
	l->had[LOSS_AMOUNTS] = (unsigned long)rows_int(&row->priced, 0);
	return RC_OK;
}

static bool
has_bound(const struct aid_record *d, enum query_arg arg)
{
	const struct value *v = aid_record_bound(d, arg);

	return v != NULL && v->type != VALUE_NULL;
}

void
aid_loss_note(struct aid_loss *l, const struct aid_record *d)
{
	const bool has[LOSSES] = { [LOSS_SHOWN] = d->is_shown,
		[LOSS_PERIMETER] = has_bound(d, ARG_PERIMETER_ID),
		[LOSS_AUDIENCES] = (d->emptied & 1U << AUDIENCES) == 0,
		[LOSS_BACKERS] = (d->emptied & 1U << FINANCERS) == 0,
		[LOSS_DEADLINE] = has_bound(d, ARG_CLOSES_ON),
		[LOSS_AMOUNTS] = has_bound(d, ARG_RATE_MIN) ||
		    has_bound(d, ARG_RATE_MAX) ||
		    has_bound(d, ARG_LOAN_AMOUNT) ||
		    has_bound(d, ARG_ADVANCE_AMOUNT) };

	if (d->is_new || !d->was_shown)
		return;
	/* What is hidden is lost whole: said once. */
	for (int i = 0; i < (d->is_shown ? LOSSES : LOSS_SHOWN + 1); i++)
		l->lost[i] += (d->had & 1U << i) != 0 && !has[i];
}

enum rc
aid_loss_check(const struct aid_loss *l, bool force)
{
	static const char *const what[LOSSES] = {
		[LOSS_PERIMETER] = N_("their territory"),
		[LOSS_AUDIENCES] = N_("their audiences"),
		[LOSS_BACKERS] = N_("their backers"),
		[LOSS_DEADLINE] = N_("their deadline"),
		[LOSS_AMOUNTS] = N_("their rates and amounts"),
	};
	enum rc rc = RC_OK;

	for (int i = 0; !force && i < LOSSES; i++) {
		if (l->lost[i] < 2 || l->lost[i] * 10 <= l->had[i])
			continue;
		rc = RC_BAD_PARAM;
		if (i == LOSS_SHOWN)
			log_msg(_("%lu of %lu aids would be shown no more: "
				  "--force to do so"),
			    l->lost[i], l->had[i]);
		else
			log_msg(_("%lu of %lu aids would lose %s: --force to "
				  "do so"),
			    l->lost[i], l->had[i], gettext(what[i]));
	}
	return rc;
}
