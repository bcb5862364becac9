/* guichet.c - the administrator's command. */

#include <stdio.h>
#include <string.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/version.h"

#define OWNER "guichet" /* of the schema */

enum { MANY = 1000 };

struct command {
	const char *words; /* "import aids" */
	const char *usage;
	cmd_handler *run;
	int min, max;        /* arguments after the words */
	const char *account; /* of MariaDB; NULL: no settings, no base */
};

static const struct command commands[] = {
	{ "migrate", "", cmd_migrate, 0, 0, OWNER },
	{ "import aids",
	    N_("[--source NAME] [--dry-run] [--force] [--refused FILE] FILE"),
	    cmd_import_aids, 1, 7, OWNER },
	{ "import perimeters", N_("[FOLDER] [--force]"), cmd_import_perimeters,
	    0, 2, OWNER },
	{ "import perimeter-ids", N_("FILE"), cmd_import_perimeter_ids, 1, 1,
	    OWNER },
	{ "import keywords", N_("[FILE]"), cmd_import_keywords, 0, 1, OWNER },
	{ "export keywords", "", cmd_export_keywords, 0, 0, OWNER },
	{ "import projects", N_("[FILE]"), cmd_import_projects, 0, 1, OWNER },
	{ "export projects", "", cmd_export_projects, 0, 0, OWNER },
	{ "import funded", N_("SOURCE FILE"), cmd_import_funded, 2, 2, OWNER },
	{ "export funded", N_("SOURCE"), cmd_export_funded, 1, 1, OWNER },
	{ "import demarche", N_("FILE|NUMBER|SLUG"), cmd_import_demarche, 1, 1,
	    OWNER },
	{ "import sources", N_("[FILE]"), cmd_import_sources, 0, 1, OWNER },
	{ "export sources", N_("[NUMBER]"), cmd_export_sources, 0, 1, OWNER },
	{ "propose", N_("NUMBER"), cmd_propose, 1, 1, OWNER },
	{ "report", N_("NUMBER"), cmd_report, 1, 1, OWNER },
	{ "demarche offer", N_("NUMBER AID..."), cmd_demarche_offer, 2, MANY,
	    OWNER },
	{ "demarche withdraw", N_("NUMBER AID..."), cmd_demarche_withdraw, 2,
	    MANY, OWNER },
	{ "drafts follow", "", cmd_drafts_follow, 0, 0, "guichet-drafts" },
	{ "drafts", N_("[--since DATE]"), cmd_drafts, 0, 2, OWNER },
	{ "perimeter add", N_("[--scale basin] CODE NAME FILE"),
	    cmd_perimeter_add, 3, 5, OWNER },
	{ "perimeter rows", N_("FOLDER"), cmd_perimeter_rows, 1, 1, NULL },
	{ "index", "", cmd_index, 0, 0, OWNER },
	{ "check", "", cmd_check, 0, 0, OWNER },
	{ "--version", "", cmd_version, 0, 0, NULL },
};

enum { NCOMMANDS = sizeof(commands) / sizeof(commands[0]) };

static int
usage(void)
{
	fprintf(stderr, "%s\n", _("usage:"));
	for (int i = 0; i < NCOMMANDS; i++)
		fprintf(stderr, "\tguichet %s%s%s\n", commands[i].words,
		    commands[i].usage[0] != '\0' ? " " : "",
		    commands[i].usage[0] != '\0' ? gettext(commands[i].usage)
						 : "");
	return 2;
}

/* How many of argv the words take; 0 when they are not said. */
static int
says(const char *words, int argc, char **argv)
{
	const char *second = strchr(words, ' ');
	size_t n = strcspn(words, " ");

	if (argc < 1 || strlen(argv[0]) != n || strncmp(words, argv[0], n) != 0)
		return 0;
	if (second == NULL)
		return 1;
	return argc > 1 && strcmp(second + 1, argv[1]) == 0 ? 2 : 0;
}

static enum rc
guichet_run(const struct command *c, int argc, char **argv)
{
	struct cmd o = { .db = NULL };
	enum rc rc;

	if (c->account == NULL)
		return c->run(&o, argc, argv);
	if ((rc = conf_load(&o.conf, conf_path())) == RC_OK) {
		o.db = db_new(o.conf.database_options, c->account, true);
		rc = c->run(&o, argc, argv);
		version_tell(o.conf.notice);
	}
	db_free(o.db);
	xsl_close(o.xsl);
	conf_free(&o.conf);
	return rc;
}

int
main(int argc, char **argv)
{
	say_language();
	log_program("guichet");
	argc--;
	argv++;
	for (int i = 0; i < NCOMMANDS; i++) {
		const struct command *c = &commands[i];
		int n = says(c->words, argc, argv);

		if (n == 0)
			continue;
		if (argc - n < c->min || argc - n > c->max)
			return usage();
		return guichet_run(c, argc - n, argv + n) == RC_OK ? 0 : 1;
	}
	return usage();
}
