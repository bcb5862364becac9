/* cmd_duplicates.c - commands: aids that look the same. */

#include "admin/cmd_harvester.h"
#include "base/log.h"
#include "base/say.h"
#include "gen/queries/harvest.h"
#include "harvest/aid_edit.h"
#include "harvest/duplicates.h"
#include "text/day.h"

/* What makes the two look the same stands beside them, for somebody must judge
 * it, and how sure it is. */
static void
say_pair(struct pool *pool, const struct duplicate *d)
{
	const char *text = d->text_likeness >= 0
	    ? pool_printf(pool, _(", text %d %%"), d->text_likeness)
	    : "";

	say("%d %%  %lld  %s (%s)", d->certain, d->id, d->name, d->source);
	say("      %lld  %s (%s)", d->other, d->other_name, d->other_source);
	say(_("      name %d %%%s%s%s%s%s"), d->name_likeness, text,
	    d->perimeter ? _(", same territory") : "",
	    d->address ? _(", same address") : "",
	    d->backer ? _(", same backer") : "",
	    d->wider ? _(", one of a wider territory: a version?") : "");
}

/* guichet duplicates: the surest first. */
enum rc
cmd_duplicates(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct duplicate *found = NULL;
	size_t n = 0;
	enum rc rc = duplicates_find(o->db, pool, &found, &n);

	(void)argc;
	(void)argv;
	for (size_t i = 0; rc == RC_OK && i < n; i++)
		say_pair(pool, &found[i]);
	if (rc == RC_OK && n == 0)
		say(_("no two aids look the same"));
	pool_free(pool);
	return rc;
}

/* The two aids that are named, of which the first may lead to the second.
 * RC_BAD_PARAM and RC_NOT_FOUND, logged. */
static enum rc
find_pair(struct cmd *o, struct pool *pool, char **argv, struct aid_found *a,
    struct aid_found *b)
{
	enum rc rc = aid_find(o->db, pool, argv[0], a);

	if (rc == RC_OK)
		rc = aid_find(o->db, pool, argv[1], b);
	return rc == RC_OK ? aid_may_lead(o->db, pool, a, b) : rc;
}

/* Notes the verdict, with what goes with it in the same transaction. */
static enum rc
judge(struct cmd *o, char **argv, const char *verdict,
    const enum query_id *queries)
{
	struct pool *pool = pool_new();
	struct aid_found a = { 0 }, b = { 0 };
	const struct arg *args = NULL;
	char now[20];
	enum rc rc = find_pair(o, pool, argv, &a, &b);

	day_now(now);
	arg_int(pool, &args, ARG_ID, a.id);
	arg_int(pool, &args, ARG_INTO, b.id);
	arg_text(pool, &args, ARG_VERDICT, verdict);
	arg_text(pool, &args, ARG_NOW, now);
	if (rc == RC_OK)
		rc = cmd_change_aids(o, pool, queries, args, Q_PAIR_AIDS, b.id);
	pool_free(pool);
	return rc;
}

/* guichet duplicates different AID AID: they are not asked about again. */
enum rc
cmd_duplicates_different(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return judge(o, argv, "different", CHANGES(Q_PAIR_JUDGE));
}

/* guichet duplicates version AID AID: the first is the local version of the
 * second, and readers of the place are shown it in its stead. */
enum rc
cmd_duplicates_version(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return judge(o, argv, "version", CHANGES(Q_PAIR_JUDGE, Q_PAIR_VERSION));
}

/* guichet duplicates same AID AID: the second is shown, and has both
 * addresses. */
enum rc
cmd_duplicates_same(struct cmd *o, int argc, char **argv)
{
	enum rc rc = judge(o, argv, "same", CHANGES(Q_PAIR_JUDGE));

	return rc == RC_OK ? cmd_aid_merge(o, argc, argv) : rc;
}
