/* check_counted.c - whether what readers do is counted. */

#include "base/say.h"
#include "count/count_logs.h"
#include "installation/review.h"
#include "text/day.h"

/* Behind a proxy that nginx was not told of, all readers are one, and soon a
 * robot.  On a demo they are. */
static void
check_proxy(struct review *r)
{
	struct count_most most;

	if (review_is_local(r->conf))
		return;
	count_logs_most(r->pool, r->conf->count_log, &most);
	if (count_most_is_one(&most))
		review_note(pool_printf(r->pool,
				_("the network %s made %llu of the %llu lines "
				  "that begin %s: nginx may take a proxy there "
				  "for all readers"),
				most.network, most.of, most.lines,
				r->conf->count_log),
		    _("name the proxy to nginx (set_real_ip_from), in the "
		      "block of the site and of each portal: see "
		      "guichet-serveur-web(7)"));
}

/* The page of statistics says that this tells what keeps counts from it.  No
 * fault: a site that nobody read yet, or whose web server keeps no such log. */
void
check_counted(struct review *r)
{
	struct count_fault f;
	char day[11] = "";

	if (count_logs_fault(r->db, r->conf, r->pool, r->is_nginx, &f) != RC_OK)
		return;
	if (f.last > 0)
		day_local((time_t)f.last, day);
	review_line(r,
	    f.last > 0 ? pool_printf(r->pool,
			     _("what readers do is counted, last on %s"), day)
		       : _("what readers do was never counted yet"),
	    f.fault, f.mend);
	check_proxy(r);
}
