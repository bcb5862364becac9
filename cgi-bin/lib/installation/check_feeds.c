/* check_feeds.c - whether aids come from where they are to. */

#include <string.h>

#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/installation.h"
#include "installation/review.h"

enum { LATE = 48 }; /* hours after its time: the timer does not run */

static bool
is_outcome(const struct feed_states_row *f, const char *outcome)
{
	return f->outcome.type == VALUE_TEXT &&
	    strcmp(f->outcome.s, outcome) == 0;
}

/* What is wrong with a feed, and what mends it; NULL: nothing. */
static const char *
feed_fault(struct review *r, const struct feed_states_row *f, const char **mend)
{
	const char *why = f->why.type == VALUE_TEXT ? f->why.s : "";

	*mend = _("systemctl enable --now guichet-harvest.timer");
	if (f->is_taken.type == VALUE_NULL)
		return _("it was never read");
	if (rows_int(&f->late, 0) > LATE)
		return pool_printf(r->pool, _("its time passed %lld h ago"),
		    rows_int(&f->late, 0));
	if (rows_int(&f->is_taken, 0) == 0) {
		*mend = pool_printf(r->pool, "guichet harvest %s", f->name.s);
		return pool_printf(r->pool, _("its last run failed: %s"), why);
	}
	if (!is_outcome(f, IMPORT_OUTCOME_HELD))
		return NULL;
	*mend = pool_printf(r->pool,
	    _("guichet harvest --force %s, once somebody has looked"),
	    f->name.s);
	return pool_printf(r->pool,
	    _("it lacks %lld of its aids at once, and none was withdrawn"),
	    rows_int(&f->absent, 0));
}

static void
check_feed(struct review *r, const struct feed_states_row *f)
{
	const char *mend, *fault = feed_fault(r, f, &mend);

	review_line(r, pool_printf(r->pool, _("feed %s"), f->name.s), fault,
	    mend);
	if (is_outcome(f, IMPORT_OUTCOME_EMPTY))
		review_note(pool_printf(r->pool,
				_("feed %s: its list is empty"), f->name.s),
		    pool_printf(r->pool, "guichet feed test %s", f->name.s));
}

void
check_feeds(struct review *r)
{
	struct result res;
	long long n;

	if (query_run(r->db, r->pool, Q_FEED_STATES, NULL, &res) != RC_OK)
		return;
	for (unsigned i = 0; i < res.rows; i++)
		check_feed(r, feed_states_row(&res, i));
	if (query_run(r->db, r->pool, Q_REVIEWS_COUNT, NULL, &res) != RC_OK)
		return;
	n = rows_int(&reviews_count_row(&res, 0)->n, 0);
	if (n > 0)
		review_note(pool_printf(r->pool,
				ngettext("%lld aid or field is to be reviewed",
				    "%lld aids or fields are to be reviewed",
				    (unsigned long)n),
				n),
		    "guichet review");
}
