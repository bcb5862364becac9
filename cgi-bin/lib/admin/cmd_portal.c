/*
 * cmd_portal.c - commands: portals.
 *
 * A portal is changed by its file alone; the commands here show it, and say who
 * sees it.  Each change is of a new version of the data, as an import is, so
 * that pages follow at the next request.
 */

#include <string.h>
#include <unistd.h>

#include "admin/cmd_file.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "db/version.h"
#include "gen/queries/portals.h"
#include "installation/check_answers.h"
#include "installation/nginx_files.h"
#include "portals/portal_import.h"
#include "portals/portal_query.h"
#include "site/portal.h"

/* ---- what they share ---- */

/* Where a portal is, without its last slash. */
static const char *
portal_address(struct cmd *o, struct pool *pool, const char *slug,
    const char *host)
{
	return host != NULL
	    ? portal_origin(pool, o->conf.base_url, host)
	    : pool_printf(pool, "%s/portails/%s", o->conf.base_url, slug);
}

/* A host name that leads elsewhere, or that nginx has no certificate of: all
 * are sent there, and find nothing. */
static void
warn_of_host(struct cmd *o, struct pool *pool, const char *slug,
    const char *host)
{
	const char *fault;

	if (host == NULL)
		return;
	/* Programs look at once, and not a second later. */
	version_tell(o->conf.notice);
	fault = check_answers_site(pool,
	    portal_origin(pool, o->conf.base_url, host), "", NULL);
	if (fault != NULL)
		log_msg(_("but its host name does not answer as it should: %s; "
			  "see where the name leads, its certificate, and "
			  "guichet portal nginx %s"),
		    fault, slug);
}

/* ---- files ---- */

/* Where the lines are that another site shows it by. */
static void
say_frame(struct cmd *o, struct pool *pool, const char *slug, const char *host)
{
	say(_("to frame  %s/integration/"),
	    portal_address(o, pool, slug, host));
}

/* What comes next depends on what it is: one that nobody sees must be shown,
 * and one with a host name is nowhere until nginx knows that name. */
static void
say_imported(struct cmd *o, struct pool *pool, const struct portal_imported *m)
{
	cmd_say_end(&cmd_portals, m->slug, m->end);
	if (m->asks)
		say(ngettext("its question finds %zu aid today",
			"its question finds %zu aids today", m->as.found),
		    m->as.found);
	if (m->asks && *m->as.names != '\0')
		say(_("it is read as %s"), m->as.names);
	else
		say(_("it has no question: it shows all aids"));
	if (o->options.dry_run)
		return;
	if (m->is_public)
		say("%s/", portal_address(o, pool, m->slug, m->host));
	else
		say(_("it is hidden; next: guichet portal preview %s, then "
		      "guichet portal publish %s"),
		    m->slug, m->slug);
	if (m->is_framed)
		say_frame(o, pool, m->slug, m->host);
	if (m->host != NULL && m->end == FILE_ADDED)
		say(_("its host name needs a server block: guichet portal "
		      "nginx %s"),
		    m->slug);
	else if (m->is_public)
		warn_of_host(o, pool, m->slug, m->host);
}

static enum rc
portal_take(struct cmd *o, struct pool *pool, const char *path)
{
	struct portal_imported made = { 0 };
	enum rc rc = portal_import(o->db, &o->conf, pool, path, &made);

	if (rc == RC_OK)
		say_imported(o, pool, &made);
	return rc;
}

/* A block whose portal is gone answers under its name that there is none. */
static void
portal_removed(struct pool *pool, const char *slug)
{
	const char *file = nginx_portal_file(pool, slug);

	if (access(file, F_OK) == 0)
		say(_("its host name stays in nginx; next: rm %s && nginx -t "
		      "&& systemctl reload nginx"),
		    file);
}

STATE_OF(portal_state);
const struct cmd_kind cmd_portals = { N_("portal"), "portal",
	N_("guichet portal list says which there are"), N_("deleted"),
	"guichet-portail(5)", &portal_queries, Q_PORTAL_STATE, Q_PORTAL_SLUGS,
	{ Q_PORTAL_REMOVE, Q_NONE }, Q_NONE, portal_take, portal_removed };

/* ---- what there is ---- */

/* A portal that nobody may see yet may still be shown to who has its secret
 * address. */
static const char *
state_of(const struct value *public, const struct value *previewed)
{
	return rows_int(public, 0) != 0   ? _("public")
	    : rows_int(previewed, 0) != 0 ? _("preview")
					  : _("hidden");
}

/* What of a portal's question is not read is said and not refused, for lists
 * change. */
static void
say_unread(void *arg, const char *fault)
{
	log_msg(_("portal \"%s\": its question can no longer be read: %s"),
	    (const char *)arg, fault);
}

/* guichet portal list: a line each, for people and for "cut"; what is wrong
 * with a question goes beside. */
enum rc
cmd_portal_list(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct portal_queries *queries = NULL;
	struct portal_question as;
	struct result res;
	enum rc rc = query_run(o->db, pool, Q_PORTAL_ALL, NULL, &res);

	(void)argc;
	(void)argv;
	if (rc == RC_OK && res.rows == 0)
		say(_("no portal yet: guichet portal import FILE makes one"));
	else if (rc == RC_OK)
		rc = portal_queries_open(&o->conf, o->db, &queries);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct portal_all_row *row = portal_all_row(&res, i);

		say("%-33s %-8s %s  %s/", row->slug.s,
		    state_of(&row->public, &row->previewed), row->name.s,
		    portal_address(o, pool, row->slug.s, row->host.s));
		rc = portal_query_check(queries, pool, row->query.s, say_unread,
		    pool_strdup(pool, row->slug.s), &as);
	}
	portal_queries_close(queries);
	pool_free(pool);
	return rc;
}

/* Who reads its numbers. */
static const char *
stats_state(const struct portal_facts_row *row)
{
	return rows_int(&row->stats_public, 0) != 0 ? _("public")
	    : rows_int(&row->stats_opened, 0) != 0  ? _("by a secret address")
						    : _("private");
}

/* What its question is, and is read as. */
static enum rc
say_query(struct cmd *o, struct pool *pool, const char *slug, const char *query)
{
	struct portal_queries *queries = NULL;
	struct portal_question as = { "", 0 };
	enum rc rc;

	say(_("query     %s"), *query != '\0' ? query : _("all aids"));
	if (*query == '\0')
		return RC_OK;
	if ((rc = portal_queries_open(&o->conf, o->db, &queries)) == RC_OK)
		rc = portal_query_check(queries, pool, query, say_unread,
		    pool_strdup(pool, slug), &as);
	portal_queries_close(queries);
	if (*as.names != '\0')
		say(_("read as   %s"), as.names);
	return rc;
}

/* guichet portal show SLUG. */
enum rc
cmd_portal_show(struct cmd *o, int argc, char **argv)
{
	const struct portal_state_row *state;
	const struct portal_facts_row *row;
	struct cmd_found p;
	struct result res;
	enum rc rc = cmd_find(o, &cmd_portals, argv[0], &p);

	(void)argc;
	if (rc == RC_OK)
		rc = query_run(o->db, p.pool, Q_PORTAL_FACTS, p.args, &res);
	if (rc == RC_OK && res.rows > 0) {
		state = portal_state_row(&p.state, 0);
		row = portal_facts_row(&res, 0);
		say(_("name      %s"), p.name);
		say(_("state     %s"),
		    state_of(&state->public, &state->previewed));
		say(_("address   %s/"),
		    portal_address(o, p.pool, p.slug, state->host.s));
		say(_("theme     %s"), row->theme.s);
		rc = say_query(o, p.pool, p.slug, row->query.s);
		say(_("aids      highlighted: %lld, excluded: %lld"),
		    rows_int(&row->highlighted, 0),
		    rows_int(&row->excluded, 0));
		say(_("pages     %lld, links of the foot: %lld"),
		    rows_int(&row->pages, 0), rows_int(&row->links, 0));
		say(_("numbers   %s"), stats_state(row));
		say(_("framed by %s"),
		    row->sites.type != VALUE_NULL ? row->sites.s
						  : _("no site"));
		if (row->sites.type != VALUE_NULL)
			say_frame(o, p.pool, p.slug, state->host.s);
		say(_("changed   %s"), row->changed.s);
	}
	pool_free(p.pool);
	return rc;
}

/* ---- who sees it ---- */

static enum rc
portal_set_public(struct cmd *o, const char *slug, bool public)
{
	const struct portal_state_row *row;
	struct cmd_found p;
	enum rc rc = cmd_find(o, &cmd_portals, slug, &p);

	row = rc == RC_OK ? portal_state_row(&p.state, 0) : NULL;
	if (rc == RC_OK) {
		arg_int(p.pool, &p.args, ARG_PUBLIC, public);
		rc = cmd_change(o, p.pool, CHANGES(Q_PORTAL_SET_PUBLIC),
		    p.args);
	}
	if (rc == RC_OK && public) {
		say(_("all see it now: %s/"),
		    portal_address(o, p.pool, p.slug, row->host.s));
		warn_of_host(o, p.pool, p.slug, row->host.s);
	} else if (rc == RC_OK) {
		cmd_say_of(&cmd_portals, slug, _("hidden"));
		if (rows_int(&row->previewed, 0) != 0)
			say(_("its secret address shows it: guichet portal "
			      "preview --end %s closes that"),
			    slug);
	}
	pool_free(p.pool);
	return rc;
}

/* guichet portal publish SLUG. */
enum rc
cmd_portal_publish(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return portal_set_public(o, argv[0], true);
}

/* guichet portal hide SLUG. */
enum rc
cmd_portal_hide(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return portal_set_public(o, argv[0], false);
}

/* Another word that opens a page of the portal, or none.  The address is of the
 * site: the portal's own host may not be there yet. */
static enum rc
portal_set_word(struct cmd *o, const char *slug, enum query_id query,
    const char *page)
{
	char word[CMD_WORD + 1], digest[DIGEST_HEX + 1];
	struct cmd_found p;
	enum rc rc = cmd_find(o, &cmd_portals, slug, &p);

	if (rc == RC_OK && !cmd_make_word(word, digest))
		rc = RC_FAIL;
	if (rc == RC_OK) {
		arg_text(p.pool, &p.args, ARG_WORD,
		    o->options.end ? NULL : digest);
		rc = cmd_change(o, p.pool, CHANGES(query), p.args);
	}
	if (rc == RC_OK && o->options.end)
		cmd_say_of(&cmd_portals, slug,
		    _("its secret address is closed"));
	else if (rc == RC_OK)
		say("%s/portails/%s~%s/%s", o->conf.base_url, p.slug, word,
		    page);
	pool_free(p.pool);
	return rc;
}

/* Its pages are those of all, and nobody sees them yet. */
static void
warn_of_hidden(struct cmd *o, const char *slug)
{
	const struct portal_state_row *row;
	struct cmd_found p;

	if (cmd_find(o, &cmd_portals, slug, &p) == RC_OK) {
		row = portal_state_row(&p.state, 0);
		if (rows_int(&row->public, 0) == 0)
			log_msg(_("that address leads nowhere as long as the "
				  "portal is hidden: guichet portal publish "
				  "%s"),
			    slug);
	}
	pool_free(p.pool);
}

/* guichet portal preview SLUG. */
enum rc
cmd_portal_preview(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return portal_set_word(o, argv[0], Q_PORTAL_SET_PREVIEW, "");
}

/* guichet portal stats SLUG. */
enum rc
cmd_portal_stats(struct cmd *o, int argc, char **argv)
{
	enum rc rc = portal_set_word(o, argv[0], Q_PORTAL_SET_STATS, "stats/");

	(void)argc;
	if (rc == RC_OK && !o->options.end)
		warn_of_hidden(o, argv[0]);
	return rc;
}
