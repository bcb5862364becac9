/* cmd_history.c - command: the revisions of an aid. */

#include <stdlib.h>
#include <string.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/installation.h"

/* How it stood, in words. */
static const char *
status_words(const char *status)
{
	static const struct {
		const char *status, *words;
	} all[] = {
		{ AID_JSON_OPEN, N_("open") },
		{ AID_JSON_UPCOMING, N_("not open yet") },
		{ AID_JSON_CLOSED, N_("closed") },
		{ AID_JSON_WITHDRAWN, N_("withdrawn") },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].status, status) == 0)
			return gettext(all[i].words);
	return status;
}

/* The slug or the id, which may come as the address of the page of the aid:
 * "https://…/aides/SLUG/?page=2". */
static const char *
operand_of(struct pool *pool, const char *typed)
{
	size_t n = strcspn(typed, "?#");
	char *path = pool_strndup(pool, typed, n);

	while (n > 0 && path[n - 1] == '/')
		path[--n] = '\0';
	return strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
}

/* guichet history AID: each revision of it, the last first: its number, when it
 * was made (UTC), how the aid stood, from where. */
enum rc
cmd_history(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	const char *aid = operand_of(pool, argv[0]);
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	(void)argc;
	arg_text(pool, &args, ARG_SLUG, aid);
	arg_int(pool, &args, ARG_NUMBER, strtoll(aid, NULL, 10));
	rc = query_run(o->db, pool, Q_HISTORY_OF, args, &res);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct history_of_row *row = history_of_row(&res, r);

		say("%lld  %s  %s  %s  %s", rows_int(&row->number, 0),
		    row->made_at.s, status_words(row->status.s), row->source.s,
		    row->slug.s);
	}
	if (rc == RC_OK && res.rows == 0) {
		log_msg(_("no aid \"%s\" was ever public: an id, a slug or "
			  "the address of its page is wanted"),
		    argv[0]);
		rc = RC_BAD_PARAM;
	}
	pool_free(pool);
	return rc;
}
