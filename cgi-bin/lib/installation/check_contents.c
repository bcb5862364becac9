/* check_contents.c - whether the base holds what pages are made of. */

#include <string.h>

#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/installation.h"
#include "gen/queries/links.h"
#include "indexing/sheets_stamp.h"
#include "installation/import_stamp.h"
#include "installation/review.h"
#include "installation/supplied.h"
#include "vectors/aid_kinds.h"

/* What "guichet index" makes of aids, and of how many it is missing. */
static void
check_made(struct review *r, const char *what, long long missing)
{
	review_line(r, what,
	    missing == 0
		? NULL
		: pool_printf(r->pool,
		      ngettext("%lld aid is not in it",
			  "%lld aids are not in it", (unsigned long)missing),
		      missing),
	    "guichet index");
}

/* No fault: what another importer read is read again when its feed is. */
static void
say_waiting(struct review *r, long long waiting)
{
	if (waiting > 0)
		review_line(r,
		    pool_printf(r->pool,
			ngettext("%lld aid waits for its next import, to be "
				 "read by this version",
			    "%lld aids wait for their next import, to be read "
			    "by this version",
			    (unsigned long)waiting),
			waiting),
		    NULL, NULL);
}

/* Aids that were rendered by the sheets of a version before look as they did
 * then; NULL: nobody noted by which. */
static void
check_sheets(struct review *r, const char *stamp)
{
	review_line(r, _("what is rendered ahead is of these sheets"),
	    stamp != NULL &&
		    strcmp(stamp, sheets_stamp(r->pool, r->conf->share_dir)) ==
			0
		? NULL
		: _("some of it is of older ones"),
	    "guichet index");
}

static void
check_learned(struct review *r, const char *what, const char *why)
{
	review_line(r, what, why != NULL ? gettext(why) : NULL,
	    _("install the program again"));
}

/* Without them nothing is near in sense, and the search goes on; kinds of aids
 * are learned with vectors. */
static void
check_vectors(struct review *r)
{
	const char *why;
	struct word_vectors *v = word_vectors_open(r->conf->share_dir, &why);

	check_learned(r, _("word vectors"), why);
	if (v == NULL)
		return;
	aid_kinds_free(aid_kinds_read(r->conf->share_dir, v, &why));
	check_learned(r, _("kinds of aids"), why);
	word_vectors_close(v);
}

/* A table that comes with Guichet and was never read leaves a search without
 * synonyms, a form without what fills it. */
static void
check_table(struct review *r, const char *what, bool there, const char *mend)
{
	review_line(r, what, there ? NULL : _("the table was never loaded"),
	    mend);
}

/* No fault: an administrator may want the one that is there. */
static void
check_supplied(struct review *r, enum supplied_table t, const char *what,
    const char *import)
{
	enum supplied_state state;

	if (supplied_look(r->db, r->pool, r->conf->share_dir, t, &state) !=
	    RC_OK)
		return;
	if (state == SUPPLIED_OLDER)
		review_note(pool_printf(r->pool,
				_("%s: this version comes with a newer table"),
				what),
		    import);
	if (state == SUPPLIED_UNKNOWN)
		review_note(pool_printf(r->pool,
				_("%s: this version may come with a newer "
				  "table"),
				what),
		    pool_printf(r->pool,
			_("%s; or, when the table is yours, %s FILE"), import,
			import));
}

/* Sources are for démarches: without any, none is missing. */
static void
check_words(struct review *r, const struct check_counts_row *row)
{
	long long keywords = rows_int(&row->keywords, 0);
	long long projects = rows_int(&row->projects, 0);
	long long sources = rows_int(&row->sources, 0);

	check_table(r,
	    pool_printf(r->pool,
		ngettext("%lld family of words", "%lld families of words",
		    (unsigned long)keywords),
		keywords),
	    keywords > 0, "guichet import keywords");
	if (keywords > 0)
		check_supplied(r, SUPPLIED_KEYWORDS, _("families of words"),
		    "guichet import keywords");
	check_table(r,
	    pool_printf(r->pool,
		ngettext("%lld project type", "%lld project types",
		    (unsigned long)projects),
		projects),
	    projects > 0, "guichet import projects");
	if (projects > 0)
		check_supplied(r, SUPPLIED_PROJECTS, _("project types"),
		    "guichet import projects");
	check_table(r,
	    pool_printf(r->pool,
		ngettext("%lld source of a champ", "%lld sources of champs",
		    (unsigned long)sources),
		sources),
	    sources > 0 || rows_int(&row->demarches, 0) == 0,
	    "guichet import sources");
}

/* Two facts: most aids without a perimeter give none; some give one that no
 * territory is known by, as "guichet import aids" told. */
static void
check_aids(struct review *r, const struct check_counts_row *row)
{
	long long aids = rows_int(&row->aids, 0);

	review_line(r,
	    pool_printf(r->pool,
		_("%lld aids, %lld without a perimeter (%lld with an unknown "
		  "one)"),
		aids, rows_int(&row->without_perimeter, 0),
		rows_int(&row->unknown_perimeter, 0)),
	    aids > 0 ? NULL : _("there is none to find"),
	    _("guichet feed add NAME ADDRESS, or guichet import aids FILE"));
	say_waiting(r, rows_int(&row->waiting, 0));
	check_made(r, _("the search index is whole"),
	    rows_int(&row->without_index, 0));
	check_made(r, _("what is rendered ahead is whole"),
	    rows_int(&row->without_page, 0));
	if (aids > 0)
		check_sheets(r, rows_text(r->pool, &row->sheets));
}

/* No fault of this installation: their owners moved or lost them. */
static void
check_links(struct review *r)
{
	struct result res;
	long long wrong;

	if (query_run(r->db, r->pool, Q_LINK_COUNTS, NULL, &res) != RC_OK)
		return;
	wrong = rows_int(&link_counts_row(&res, 0)->wrong, 0);
	if (wrong > 0)
		review_line(r,
		    pool_printf(r->pool,
			ngettext("%lld link of aids leads nowhere or "
				 "elsewhere: guichet links list",
			    "%lld links of aids lead nowhere or elsewhere: "
			    "guichet links list",
			    (unsigned long)wrong),
			wrong),
		    NULL, NULL);
}

/* Aids without a perimeter are found from nowhere, aids without an index by no
 * words; those without a card leave a gap in lists, and those without a body
 * answer 404.  France has some 35,000 communes: with fewer than 30,000
 * territories in all, the reference was never loaded. */
void
check_contents(struct review *r)
{
	const struct arg *args = NULL;
	struct result res;
	long long places;

	arg_text(r->pool, &args, CHECK_COUNTS_IN_IMPORTER,
	    import_stamp(r->pool, r->conf->share_dir, r->db));
	if (query_run(r->db, r->pool, Q_CHECK_COUNTS, args, &res) != RC_OK)
		return;
	places = rows_int(&check_counts_row(&res, 0)->perimeters, 0);
	review_line(r,
	    pool_printf(r->pool,
		ngettext("%lld territory", "%lld territories",
		    (unsigned long)places),
		places),
	    places > 30000 ? NULL : _("the reference is not loaded"),
	    "guichet import perimeters");
	/* No fault: AT alone has their list. */
	if (rows_int(&check_counts_row(&res, 0)->communes_at, 0) == 0)
		review_line(r,
		    _("communes without the numbers of Aides-territoires, "
		      "which guichet import perimeter-ids brings"),
		    NULL, NULL);
	check_words(r, check_counts_row(&res, 0));
	check_vectors(r);
	check_aids(r, check_counts_row(&res, 0));
	check_links(r);
}
