/*
 * portal_write.c - the rows of a portal.
 *
 * Those of its parts are written anew: a portal has a few of each, and their
 * places are those of the file.
 */

#include "portals/portal_write.h"
#include "db/query.h"
#include "gen/queries/portals.h"

/* The argument of each field that is a column of its own. */
static const struct {
	enum portal_field field;
	enum query_arg arg;
} columns[] = {
	{ PORTAL_NAME, ARG_NAME },
	{ PORTAL_TAGLINE, PORTAL_WRITE_IN_TAGLINE },
	{ PORTAL_TITLE, ARG_TITLE },
	{ PORTAL_DESCRIPTION, ARG_DESCRIPTION },
	{ PORTAL_SUMMARY, PORTAL_WRITE_IN_SUMMARY },
	{ PORTAL_MORE, PORTAL_WRITE_IN_MORE },
	{ PORTAL_BRAND, PORTAL_WRITE_IN_BRAND },
	{ PORTAL_ACCENT, PORTAL_WRITE_IN_ACCENT },
	{ PORTAL_ACCENT_DARK, PORTAL_WRITE_IN_ACCENT_DARK },
	{ PORTAL_FONT, PORTAL_WRITE_IN_FONT },
	{ PORTAL_FOOTER, PORTAL_WRITE_IN_FOOTER },
	{ PORTAL_CONTACT, ARG_CONTACT },
	{ PORTAL_OPERATOR, PORTAL_WRITE_IN_OPERATOR },
	{ PORTAL_OPERATOR_ADDRESS, PORTAL_WRITE_IN_OPERATOR_ADDRESS },
	{ PORTAL_DIRECTOR, PORTAL_WRITE_IN_DIRECTOR },
	{ PORTAL_HOST, ARG_HOST },
	{ PORTAL_LOGO, PORTAL_WRITE_IN_LOGO_LABEL },
};

/* The portal alone. */
static enum rc
write_row(struct db *db, struct pool *pool, const struct portal_record *r,
    long long id)
{
	const char *theme = r->f.field[PORTAL_THEME].s;
	const char *query = r->f.field[PORTAL_QUERY].s;
	const struct arg *args = NULL;
	struct result res;

	arg_int(pool, &args, ARG_PORTAL, id);
	arg_int(pool, &args, ARG_PUBLIC, r->is_public);
	arg_int(pool, &args, PORTAL_WRITE_IN_OWN_CANONICAL, r->own_canonical);
	arg_int(pool, &args, PORTAL_WRITE_IN_STATS_PUBLIC, r->stats_public);
	arg_text(pool, &args, PORTAL_WRITE_IN_THEME,
	    theme != NULL ? theme : "neutral");
	arg_text(pool, &args, PORTAL_WRITE_IN_QUERY,
	    query != NULL ? query : "");
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		arg_text(pool, &args, columns[i].arg,
		    r->f.field[columns[i].field].s);
	if (r->f.logo != NULL)
		arg_bytes(pool, &args, PORTAL_WRITE_IN_LOGO, r->f.logo,
		    r->f.logo_n);
	else
		arg_text(pool, &args, PORTAL_WRITE_IN_LOGO, NULL);
	arg_text(pool, &args, PORTAL_WRITE_IN_LOGO_TYPE, r->f.logo_type);
	arg_text(pool, &args, PORTAL_WRITE_IN_LOGO_HREF, r->f.logo_href);
	return query_run(db, pool, Q_PORTAL_WRITE, args, &res);
}

/* How the items of a part become rows: queries pass over what they do not
 * take. */
static const struct {
	enum query_id clear, add;
	enum query_arg key, title, text;
} parts[PORTAL__PARTS] = {
	[PORTAL_PAGES] = { Q_PORTAL_PAGES_CLEAR, Q_PORTAL_PAGE_ADD, ARG_SLUG,
	    ARG_TITLE, PORTAL_PAGE_ADD_IN_BODY },
	[PORTAL_LINKS] = { Q_PORTAL_LINKS_CLEAR, Q_PORTAL_LINK_ADD,
	    PORTAL_LINK_ADD_IN_HREF, ARG_TITLE, ARG_LABEL },
	[PORTAL_SITES] = { Q_PORTAL_SITES_CLEAR, Q_PORTAL_SITE_ADD, ARG_SLUG,
	    ARG_TITLE, PORTAL_SITE_ADD_IN_ORIGIN },
	[PORTAL_HIGHLIGHTED] = { Q_PORTAL_AIDS_CLEAR, Q_PORTAL_AID_ADD,
	    ARG_SLUG, ARG_TITLE, ARG_LABEL },
	[PORTAL_EXCLUDED] = { Q_NONE, Q_PORTAL_AID_ADD, ARG_SLUG, ARG_TITLE,
	    ARG_LABEL },
	[PORTAL_FILTERS] = { Q_PORTAL_FILTERS_CLEAR, Q_PORTAL_FILTER_ADD,
	    PORTAL_FILTER_ADD_IN_FILTER, ARG_TITLE, ARG_LABEL },
};

static enum rc
write_part(struct db *db, struct pool *pool, const struct portal_record *r,
    enum portal_part part, long long id)
{
	const struct arg *of = NULL;
	struct result res;
	enum rc rc = RC_OK;

	arg_int(pool, &of, ARG_PORTAL, id);
	if (parts[part].clear != Q_NONE)
		rc = query_run(db, pool, parts[part].clear, of, &res);
	for (size_t i = 0; rc == RC_OK && i < r->f.part[part].n; i++) {
		const struct file_item *item = &r->f.part[part].item[i];
		const struct arg *args = of;

		arg_int(pool, &args, PORTAL_PAGE_ADD_IN_POSITION,
		    (long long)i + 1);
		arg_int(pool, &args, ARG_AID, item->id);
		arg_int(pool, &args, ARG_HIGHLIGHTED,
		    part == PORTAL_HIGHLIGHTED);
		arg_text(pool, &args, parts[part].key, item->key);
		arg_text(pool, &args, parts[part].title, item->title);
		arg_text(pool, &args, parts[part].text, item->text);
		rc = query_run(db, pool, parts[part].add, args, &res);
	}
	return rc;
}

enum rc
portal_write(struct db *db, struct pool *pool, const struct portal_record *r,
    long long *id)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = RC_OK;

	if (*id == 0) {
		arg_text(pool, &args, ARG_SLUG, r->f.slug);
		arg_text(pool, &args, ARG_NAME, r->f.field[PORTAL_NAME].s);
		rc = query_run(db, pool, Q_PORTAL_ADD, args, &res);
		if (rc == RC_OK)
			*id = (long long)res.last_id;
	}
	if (rc == RC_OK)
		rc = write_row(db, pool, r, *id);
	for (int p = 0; rc == RC_OK && p < PORTAL__PARTS; p++)
		rc = write_part(db, pool, r, (enum portal_part)p, *id);
	return rc;
}
