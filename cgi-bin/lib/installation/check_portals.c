/* check_portals.c - whether portals can be shown as their owners wrote them. */

#include <dirent.h>
#include <fnmatch.h>
#include <string.h>

#include "base/buf.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "files/picture.h"
#include "gen/queries/portals.h"
#include "installation/check.h"
#include "installation/check_answers.h"
#include "installation/nginx_files.h"
#include "installation/review.h"
#include "portals/portal_check.h"
#include "portals/portal_query.h"
#include "site/portal.h"
#include "web/request.h"

/* The portal under review. */
struct portal_review {
	struct review *r;
	const struct portal_all_row *row;
	const char *name; /* of its lines */
	int faults;
};

static void
portal_line(struct portal_review *p, const char *fault, const char *mend)
{
	if (fault == NULL)
		return;
	review_line(p->r, p->name, fault, mend);
	p->faults++;
}

/* The file of a portal is what is mended. */
static const char *
mend_file(struct portal_review *p)
{
	return pool_printf(p->r->pool,
	    _("correct its file (guichet portal export %s), then guichet "
	      "portal import FILE"),
	    p->row->slug.s);
}

static void
query_line(void *arg, const char *fault)
{
	struct portal_review *p = arg;

	portal_line(p,
	    pool_printf(p->r->pool, _("its question can no longer be read: %s"),
		fault),
	    mend_file(p));
}

/* A theme that is installed apart may be taken away again. */
static void
check_look(struct portal_review *p, struct conf *as_portal)
{
	const struct value *logo = &p->row->logo;
	struct buf kept = { 0 }, removed = { 0 };
	const char *type;

	as_portal->theme = pool_strdup(p->r->pool, p->row->theme.s);
	portal_line(p, check_styles(p->r->pool, as_portal),
	    check_styles_mend(as_portal));
	if (logo->type != VALUE_NULL &&
	    picture_read(logo->s, logo->n, &type, &kept, &removed) !=
		PICTURE_GOOD)
		portal_line(p, _("its picture cannot be read"), mend_file(p));
	buf_free(&kept);
	buf_free(&removed);
}

/* Below the site, where a web server may lead elsewhere. */
static void
check_portal_path(struct portal_review *p, const struct conf *as_portal)
{
	if (rows_int(&p->row->public, 0) != 0)
		portal_line(p,
		    check_page(p->r,
			pool_printf(p->r->pool,
			    "/portails/%s/mentions-legales/", p->row->slug.s),
			check_styles_path(p->r->pool, as_portal)),
		    check_page_mend());
}

/* The settings may have taken the name since. */
static void
check_portal_host(struct portal_review *p, const struct conf *as_portal)
{
	const struct conf *c = p->r->conf;
	const char *host = p->row->host.s, *style, *address;
	struct answers_site seen;

	if (portal_is_host_of(c, host)) {
		portal_line(p,
		    pool_printf(p->r->pool,
			_("its host name is the site's own: %s"), host),
		    pool_printf(p->r->pool,
			_("give it another, or correct base_url and "
			  "other_hosts in %s"),
			conf_path()));
		return;
	}
	if (rows_int(&p->row->public, 0) == 0)
		return;
	style = check_styles_path(p->r->pool, as_portal);
	address = portal_origin(p->r->pool, c->base_url, host);
	portal_line(p,
	    check_answers_site(p->r->pool, address, style != NULL ? style : "",
		&seen),
	    pool_printf(p->r->pool,
		_("see where the name %s leads, its certificate, and guichet "
		  "portal nginx %s"),
		host, p->row->slug.s));
	review_certificate(p->r, address, seen.ends);
}

/* Those that it was to show first. */
static void
check_highlighted(struct portal_review *p)
{
	const struct arg *args = NULL;
	const char *gone = "";
	struct request today = { 0 };
	struct result res;

	request_begin(&today, p->r->pool);
	arg_int(p->r->pool, &args, ARG_PORTAL, rows_int(&p->row->id, 0));
	arg_text(p->r->pool, &args, ARG_TODAY, today.today);
	if (query_run(p->r->db, p->r->pool, Q_PORTAL_GONE, args, &res) != RC_OK)
		return;
	for (unsigned i = 0; i < res.rows; i++)
		gone = pool_printf(p->r->pool, "%s %s", gone,
		    portal_gone_row(&res, i)->slug.s);
	if (res.rows > 0)
		portal_line(p,
		    pool_printf(p->r->pool,
			_("these aids, which it shows first, are gone:%s"),
			gone),
		    mend_file(p));
}

/* Whether a file of nginx is of a portal: by its name, or by the host that it
 * has within. */
static bool
is_of_portal(struct review *r, const struct result *portals, const char *file)
{
	struct buf text = { 0 };
	bool found = false;

	if (buf_put_file_under(&text,
		pool_printf(r->pool, "%s/%s", nginx_portal_folder(r->pool),
		    file),
		1 << 16) != NULL)
		buf_reset(&text);
	for (unsigned i = 0; !found && i < portals->rows; i++) {
		const struct portal_all_row *row = portal_all_row(portals, i);
		const char *host = rows_text(r->pool, &row->host);

		found = strcmp(file,
			    pool_printf(r->pool, "%s.conf", row->slug.s)) ==
			0 ||
		    (host != NULL && text.len > 0 &&
			strstr(text.data, host) != NULL);
	}
	buf_free(&text);
	return found;
}

/* Files of nginx that are of no portal, deleted or renamed since. */
static void
check_blocks(struct review *r, const struct result *portals)
{
	DIR *dir = opendir(nginx_portal_folder(r->pool));
	const struct dirent *entry;

	if (dir == NULL)
		return;
	while ((entry = readdir(dir)) != NULL) {
		if (fnmatch("*.conf", entry->d_name, FNM_PERIOD) != 0)
			continue;
		if (!is_of_portal(r, portals, entry->d_name))
			review_note(pool_printf(r->pool,
					_("%s/%s belongs to no portal"),
					nginx_portal_folder(r->pool),
					entry->d_name),
			    _("remove it, then nginx -t && systemctl reload "
			      "nginx"));
	}
	closedir(dir);
}

/* What is asked under no name goes to the first block that nginx knows, and it
 * knows those of portals before the site's. */
static void
check_stranger(struct review *r, const struct result *portals)
{
	const char *host = r->answers
	    ? check_answers_stranger(r->pool, r->conf->base_url)
	    : NULL;

	for (unsigned i = 0; host != NULL && i < portals->rows; i++) {
		const struct portal_all_row *row = portal_all_row(portals, i);

		if (row->host.s != NULL && strcmp(row->host.s, host) == 0)
			review_note(pool_printf(r->pool,
					_("who asks for this server by another "
					  "name is led to the portal %s"),
					row->slug.s),
			    _("say which block of nginx is the default_server: "
			      "the end of nginx-site.conf shows one"));
	}
}

static int
check_portal(struct review *r, const struct portal_all_row *row,
    struct portal_queries *queries)
{
	struct portal_review p = { r, row,
		pool_printf(r->pool, _("portal %s"), row->slug.s), 0 };
	struct conf as_portal = *r->conf;
	struct portal_question as;

	check_look(&p, &as_portal);
	if (row->host.s != NULL)
		check_portal_host(&p, &as_portal);
	else
		check_portal_path(&p, &as_portal);
	check_highlighted(&p);
	portal_query_check(queries, r->pool, row->query.s, query_line, &p, &as);
	return p.faults;
}

void
check_portals(struct review *r)
{
	struct portal_queries *queries;
	struct result res;
	int faults = 0;

	if (query_run(r->db, r->pool, Q_PORTAL_ALL, NULL, &res) != RC_OK)
		return;
	check_blocks(r, &res);
	check_stranger(r, &res);
	if (res.rows == 0 ||
	    portal_queries_open(r->conf, r->db, &queries) != RC_OK)
		return;
	for (unsigned i = 0; i < res.rows; i++)
		faults += check_portal(r, portal_all_row(&res, i), queries);
	portal_queries_close(queries);
	if (faults == 0)
		review_line(r,
		    pool_printf(r->pool,
			ngettext("%u portal", "%u portals", res.rows),
			res.rows),
		    NULL, NULL);
}
