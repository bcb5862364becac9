/* cmd_count.c - commands: what readers did, and who reads the numbers. */

#include <string.h>
#include <unistd.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "count/count_logs.h"
#include "count/count_run.h"
#include "gen/constants.h"
#include "gen/queries/stats.h"

enum { HOST_SIZE = 101 }; /* of count_log */

/* The name of the host whose logs these are: --host, or this one. */
static enum rc
count_host(const struct cmd *o, char host[HOST_SIZE])
{
	const char *said = o->options.host;

	if (said == NULL && gethostname(host, HOST_SIZE) == 0) {
		host[HOST_SIZE - 1] = '\0';
		return RC_OK;
	}
	if (said != NULL && *said != '\0' && strlen(said) < HOST_SIZE &&
	    said[strspn(said,
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789.-_")] == '\0') {
		memcpy(host, said, strlen(said) + 1);
		return RC_OK;
	}
	log_msg(_("--host is a name of letters, digits, dots and dashes, of "
		  "100 at most"));
	return RC_BAD_PARAM;
}

/* The log of this host, and what logrotate made of it. */
static enum rc
count_own_logs(const struct cmd *o, struct count_run *run)
{
	struct pool *pool = pool_new();
	char **paths;
	size_t n;
	const char *fault = count_logs(pool, o->conf.count_log, &paths, &n);
	enum rc rc = fault == NULL ? RC_OK : RC_FAIL;

	if (fault != NULL)
		log_msg(_("the log %s"), fault);
	else if (n == 0)
		say(_("no log yet: %s; nginx writes it by the snippet "
		      "nginx-host.conf, or count_log in %s is to be corrected"),
		    o->conf.count_log, conf_path());
	for (size_t i = 0; rc == RC_OK && i < n; i++)
		rc = count_run_log(run, paths[i]);
	pool_free(pool);
	return rc == RC_OK && n > 0 ? count_run_end(run) : rc;
}

/* A line for each reason that left some out. */
static void
count_tell(const struct count_report *r)
{
	const struct {
		unsigned long long n;
		const char *words;
	} left[] = {
		{ r->robots, N_("of robots, by how much they do") },
		{ r->no_answer, N_("without a page") },
		{ r->bad, N_("cut, or of another log") },
		{ r->foreign, N_("of another site") },
		{ r->unknown, N_("of what the base has not") },
		{ r->undated, N_("of a day that cannot be") },
	};

	/* Together they are all the lines that were read. */
	say(ngettext("%llu new lines in %u log: %llu counted",
		"%llu new lines in %u logs: %llu counted", r->logs),
	    r->lines, r->logs, r->counted);
	for (size_t i = 0; i < sizeof(left) / sizeof(left[0]); i++)
		if (left[i].n > 0)
			say("%s: %llu", gettext(left[i].words), left[i].n);
	if (r->back > 0)
		say(_("counted, though the clock went back: %llu"), r->back);
	if (count_most_is_one(&r->most))
		say(_("the network %s made %llu of the new lines: if a proxy "
		      "is there, name it to nginx (set_real_ip_from), see "
		      "guichet-serveur-web(7)"),
		    r->most.network, r->most.of);
}

/* guichet count [--host NAME] [FILE...]: counts what is new in the logs; run by
 * a timer, under an account that can add to the counts and read no page.  A log
 * that cannot be read does not keep the others from being counted: the status
 * says it at the end. */
enum rc
cmd_count(struct cmd *o, int argc, char **argv)
{
	struct count_run *run = NULL;
	char host[HOST_SIZE];
	unsigned faults = 0;
	enum rc rc = count_host(o, host);

	if (rc == RC_OK)
		rc = count_run_open(o->db, &o->conf, host, &run);
	if (rc == RC_OK && argc == 0)
		rc = count_own_logs(o, run);
	for (int i = 0; rc == RC_OK && i < argc; i++)
		rc = count_run_log(run, argv[i]);
	if (run != NULL) {
		count_tell(count_run_report(run));
		faults = count_run_report(run)->faults;
	}
	count_run_close(run);
	return rc == RC_OK && faults > 0 ? RC_FAIL : rc;
}

/* ---- numbers behind a word ---- */

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
