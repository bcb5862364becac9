/* check_site.c - the address of the site, and the room on the disk. */

#include <string.h>
#include <sys/statvfs.h>

#include "admin/check.h"
#include "admin/check_answers.h"
#include "admin/review.h"
#include "admin/tables.h"
#include "base/say.h"

/* An import writes some hundred megabytes, MariaDB's own log apart. */
enum { LEAST_MB = 1000 };

/* What is written there is the catalogue as files, which nginx sends. */
static void
check_tables(struct review *r)
{
	const char *fault = tables_fault(r->pool, r->conf);

	/* No fault: the program answers instead. */
	review_line(r,
	    fault != NULL ? "tables_dir"
		: tables_are(r->pool, r->conf)
		? _("the whole catalogue is in files")
		: _("the whole catalogue is not in files of today, which the "
		    "next guichet import aids or guichet index writes"),
	    fault,
	    pool_printf(r->pool, _("correct tables_dir in %s, or its owner"),
		conf_path()));
}

void
check_site(struct review *r)
{
	const char *address = r->conf->base_url;
	const char *style = check_styles_path(r->pool, r->conf);
	const char *mend = pool_printf(r->pool,
	    _("see base_url in %s, where its name leads, its certificate, and "
	      "nginx -t"),
	    conf_path());

	/* No fault: a demo is there.  But links in feeds lead nowhere else. */
	if (strstr(address, "://localhost") != NULL ||
	    strstr(address, "://127.") != NULL ||
	    strstr(address, "://[::1]") != NULL)
		review_note(pool_printf(r->pool,
				_("base_url is %s: only this machine can "
				  "follow the links of feeds and tables"),
				address),
		    pool_printf(r->pool,
			_("set base_url in %s, unless this is a demo"),
			conf_path()));
	check_tables(r);
	review_line(r, pool_printf(r->pool, _("nginx answers at %s"), address),
	    check_answers_site(r->pool, address, style != NULL ? style : ""),
	    mend);
}

void
check_disk(struct review *r)
{
	static const char *const folders[] = { "/var/lib/mysql", "/var/log",
		"/" };
	struct statvfs v;

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		unsigned long long mb;

		if (statvfs(folders[i], &v) != 0)
			continue;
		mb = (unsigned long long)v.f_bavail * v.f_frsize / 1000000;
		if (mb < LEAST_MB)
			review_line(r, _("room on the disk"),
			    pool_printf(r->pool, _("%s has %llu MB left"),
				folders[i], mb),
			    _("make room, or MariaDB stops writing"));
	}
}
