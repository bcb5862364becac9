/* loss.c - a table that would lose too much. */

#include "table/loss.h"
#include "base/log.h"
#include "base/say.h"

enum rc
loss_check(unsigned long long lost, unsigned long long had, bool force)
{
	/* One row of five goes by an edit; the only one, by a cut file. */
	bool few = lost * 10 <= had || (lost == 1 && had > 1);

	if (force || lost == 0 || few)
		return RC_OK;
	log_msg(ngettext("%llu of %llu row would be lost: --force to do so",
		    "%llu of %llu rows would be lost: --force to do so", had),
	    lost, had);
	return RC_BAD_PARAM;
}

enum rc
loss_check_counts(unsigned long long had, unsigned long long has, bool force)
{
	return loss_check(had > has ? had - has : 0, had, force);
}
