/* portal_aids.c - the aids that a portal names. */

#include <assert.h>
#include <string.h>

#include "base/say.h"
#include "db/rows.h"
#include "files/file_near.h"
#include "gen/queries/ds.h"
#include "gen/queries/portals.h"
#include "portals/portal_aids.h"

/* What file_near_slugs reads. */
static_assert(COLUMN(aid_slugs, slug) == 0, "the first column is the slug");

/* A slug that was typed, or whose aid was renamed, begins as another does. */
static enum rc
say_no_aid(struct file_faults *f, struct db *db, struct pool *pool,
    const struct file_item *i, const char *what)
{
	const char *near;
	enum rc rc = file_near_slugs(db, pool, Q_AID_SLUGS, i->text, &near);

	if (rc != RC_OK)
		return rc;
	if (near != NULL)
		file_fault(f, i->at, what,
		    _("no aid has the address \"%s\"; these begin alike: %s"),
		    i->text, near);
	else
		file_fault(f, i->at, what,
		    _("no aid has the address \"%s\": copy the part after "
		      "/aides/ of the page of the aid"),
		    i->text);
	return RC_OK;
}

/* "detr-2027", or its address "https://.../aides/detr-2027/". */
static const char *
slug_of(struct pool *pool, const char *text)
{
	const char *at = strstr(text, "/aides/");

	if (at == NULL)
		return text;
	at += strlen("/aides/");
	return pool_strndup(pool, at, strcspn(at, "/?#"));
}

static enum rc
find_aid(struct file_faults *f, struct db *db, struct pool *pool,
    struct file_item *i, const char *what)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	i->text = slug_of(pool, i->text);
	arg_text(pool, &args, AID_SLUG_TAKEN_IN_SLUG, i->text);
	rc = query_run(db, pool, Q_AID_SLUG_TAKEN, args, &res);
	if (rc == RC_OK && res.rows > 0)
		i->id = rows_int(&aid_slug_taken_row(&res, 0)->id, 0);
	return rc != RC_OK || res.rows > 0 ? rc
					   : say_no_aid(f, db, pool, i, what);
}

/* The line of an aid of the same id before item n of a part; 0: none. */
static long
line_before(const struct portal_record *r, enum portal_part part, size_t n)
{
	long long id = r->f.part[part].item[n].id;

	for (int p = PORTAL_HIGHLIGHTED; p <= (int)part; p++)
		for (size_t i = 0; i < (p == (int)part ? n : r->f.part[p].n);
		     i++)
			if (id != 0 && r->f.part[p].item[i].id == id)
				return r->f.part[p].item[i].at.line;
	return 0;
}

enum rc
portal_aids_find(struct file_faults *f, struct db *db, struct pool *pool,
    struct portal_record *r)
{
	static const char *const names[] = {
		[PORTAL_HIGHLIGHTED] = "highlighted",
		[PORTAL_EXCLUDED] = "excluded"
	};
	enum rc rc = RC_OK;

	for (int p = PORTAL_HIGHLIGHTED; p <= PORTAL_EXCLUDED; p++)
		for (size_t i = 0; rc == RC_OK && i < r->f.part[p].n; i++) {
			struct file_item *item = &r->f.part[p].item[i];
			long line;

			if (item->text == NULL)
				continue;
			rc = find_aid(f, db, pool, item, names[p]);
			line = line_before(r, (enum portal_part)p, i);
			if (rc == RC_OK && line > 0)
				file_fault(f, item->at, names[p],
				    _("\"%s\" is on line %ld already"),
				    item->text, line);
		}
	return rc;
}
