/* cmd_stats.c - command: who reads the numbers of the site. */

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "gen/constants.h"
#include "gen/queries/stats.h"

/* guichet stats: another word that opens them while they are private, or none.
 * It is told once, in an address of which nginx does not log what follows "~".
 * No page that others see is another for it, so that the version of the data
 * stays, and what is held of pages too. */
enum rc
cmd_stats(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	char word[CMD_WORD + 1], digest[DIGEST_HEX + 1];
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = cmd_make_word(word, digest) ? RC_OK : RC_FAIL;

	(void)argc;
	(void)argv;
	arg_text(pool, &args, ARG_PAGE, SITE_WORD_STATS);
	arg_text(pool, &args, ARG_WORD, digest);
	if (rc == RC_OK)
		rc = query_run(o->db, pool,
		    o->options.end ? Q_SITE_END_WORD : Q_SITE_SET_WORD, args,
		    &res);
	if (rc == RC_OK && o->options.end)
		say(_("the secret address of the numbers is closed"));
	else if (rc == RC_OK)
		say("%s/stats~%s/", o->conf.base_url, word);
	pool_free(pool);
	return rc;
}
