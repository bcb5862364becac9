/* check_site.c - the address of the site, and the room on the disk. */

#include <stdio.h>

#include "base/free_space.h"
#include "base/say.h"
#include "gen/programs.h"
#include "installation/check.h"
#include "installation/check_answers.h"
#include "installation/review.h"
#include "installation/tables.h"

/* An import writes some hundred megabytes, MariaDB's own log apart. */
enum { LEAST_MB = 1000 };

/* Where pages of feeds are until they are read: harvest/feed_walk.h. */
#define FEEDS "/var/tmp"

/* What is written there is the catalogue as files, which nginx sends. */
static void
check_tables(struct review *r)
{
	const char *fault = tables_fault(r->pool, r->conf);

	/* No fault: the program answers instead. */
	review_line(r,
	    fault != NULL ? "tables_dir"
		: tables_are(r->pool, r->conf)
		? _("the tables of the whole catalogue are made")
		: _("the tables of the whole catalogue are not of today: the "
		    "next guichet import aids or guichet index writes them"),
	    fault,
	    pool_printf(r->pool, _("correct tables_dir in %s, or its owner"),
		conf_path()));
}

void
check_site(struct review *r)
{
	const char *address = r->conf->base_url;
	const char *style = check_styles_path(r->pool, r->conf), *fault;
	struct answers_site seen;
	const char *mend = pool_printf(r->pool,
	    _("see base_url in %s, where its name leads, its certificate, and "
	      "nginx -t"),
	    conf_path());

	/* No fault: a demo is there.  But links in feeds lead nowhere else. */
	if (review_is_local(r->conf))
		review_note(pool_printf(r->pool,
				_("base_url is %s: only this machine can "
				  "follow the links of feeds and tables"),
				address),
		    pool_printf(r->pool,
			_("set base_url in %s, unless this is a demo"),
			conf_path()));
	check_tables(r);
	check_bulk(r);
	fault = check_answers_site(r->pool, address, style != NULL ? style : "",
	    &seen);
	r->answers = fault == NULL;
	review_line(r, pool_printf(r->pool, _("nginx answers at %s"), address),
	    fault, mend);
	r->is_nginx = seen.is_nginx;
	review_certificate(r, address, seen.ends);
	if (check_answers_counts(r->pool, address))
		review_line(r, _("what the web server keeps to itself"),
		    _("readers get the header Guichet-Count, and nothing is "
		      "counted: it has its files of before in memory"),
		    "nginx -t && systemctl reload nginx");
}

/* A snippet of another version, or one that was not included. */
const char *
check_page_mend(void)
{
	return _("give nginx the snippets of this version, see "
		 "guichet-serveur-web(7), then nginx -t and systemctl reload "
		 "nginx");
}

const char *
check_page(struct review *r, const char *path, const char *style)
{
	return r->answers
	    ? check_answers_page(r->pool,
		  pool_printf(r->pool, "%s%s", r->conf->base_url, path),
		  style != NULL ? style : "")
	    : NULL;
}

void
check_pages(struct review *r)
{
	const char *style = check_styles_path(r->pool, r->conf);

	for (const struct program_row *p = program_rows; p->name != NULL; p++)
		if (p->page != NULL && r->answers)
			review_line(r,
			    pool_printf(r->pool,
				_("nginx leads to the program %s"), p->name),
			    check_page(r, p->page, style), check_page_mend());
	check_bulk_given(r);
}

/* Where little is enough: what then ends, in words to be translated. */
static void
check_short(struct review *r, const char *folder, const char *ends)
{
	if (free_space_is_short(folder))
		review_line(r, _("room on the disk"),
		    pool_printf(r->pool,
			_("under %d MB or %d files are left in %s: %s"),
			FREE_SPACE_MB, FREE_SPACE_FILES, folder, gettext(ends)),
		    pool_printf(r->pool,
			_("make room: df %s and df -i %s say of what"), folder,
			folder));
}

void
check_disk(struct review *r)
{
	static const char *const folders[] = { "/var/lib/mysql", "/var/log",
		"/" };
	unsigned long long mb;

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		if (free_space_read(folders[i], &mb) && mb < LEAST_MB)
			review_line(r, _("room on the disk"),
			    pool_printf(r->pool, _("%s has %llu MB left"),
				folders[i], mb),
			    _("make room, or MariaDB stops writing"));
	check_short(r, r->conf->cache_dir, N_("nginx keeps no page"));
	check_short(r, r->conf->exports_dir, N_("no export can be made"));
	check_short(r, r->conf->tables_dir, N_("no table can be made"));
	check_short(r, FEEDS, N_("no feed can be read"));
}
