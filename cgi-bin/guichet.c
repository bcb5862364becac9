/* guichet.c - the administrator's command. */

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "admin/cmd.h"
#include "db/query.h"
#include "base/say.h"
#include "db/version.h"

#define OWNER "guichet"		/* of the schema */

enum { MANY = 1000 };

struct command {
	const char	*words;		/* "import aids" */
	const char	*usage;
	office_command	*run;
	int		 min, max;	/* arguments after the words */
	const char	*account;	/* of MariaDB; NULL: no settings, no base */
};

static const struct command commands[] = {
	{ "migrate", "", office_migrate, 0, 0, OWNER },
	{ "import aids", N_("[--source NAME] FILE"), office_import_aids, 1, 3,
	    OWNER },
	{ "import perimeters", N_("[FOLDER] [--force]"),
	    office_import_perimeters, 0, 2, OWNER },
	{ "import keywords", N_("[FILE]"), office_import_keywords, 0, 1,
	    OWNER },
	{ "export keywords", "", office_export_keywords, 0, 0, OWNER },
	{ "import projects", N_("[FILE]"), office_import_projects, 0, 1,
	    OWNER },
	{ "export projects", "", office_export_projects, 0, 0, OWNER },
	{ "import funded", N_("SOURCE FILE"), office_import_funded, 2, 2,
	    OWNER },
	{ "import demarche", N_("FILE|NUMBER|SLUG"), office_import_demarche,
	    1, 1, OWNER },
	{ "import sources", N_("[FILE]"), office_import_sources, 0, 1,
	    OWNER },
	{ "export sources", N_("[NUMBER]"), office_export_sources, 0, 1,
	    OWNER },
	{ "propose", N_("NUMBER"), office_propose, 1, 1, OWNER },
	{ "report", N_("NUMBER"), office_report, 1, 1, OWNER },
	{ "demarche offer", N_("NUMBER AID..."), office_demarche_offer, 2,
	    MANY, OWNER },
	{ "demarche withdraw", N_("NUMBER AID..."),
	    office_demarche_withdraw, 2, MANY, OWNER },
	{ "drafts follow", "", office_drafts_follow, 0, 0,
	    "guichet-drafts" },
	{ "drafts", N_("[--since DATE]"), office_drafts, 0, 2, OWNER },
	{ "perimeter add", N_("[--scale basin] CODE NAME FILE"),
	    office_perimeter_add, 3, 5, OWNER },
	{ "perimeter rows", N_("FOLDER"), office_perimeter_rows, 1, 1, NULL },
	{ "index", "", office_index, 0, 0, OWNER },
	{ "check", "", office_check, 0, 0, OWNER },
	{ "--version", "", office_version, 0, 0, NULL },
};

enum { NCOMMANDS = sizeof(commands) / sizeof(commands[0]) };

static int
usage(void)
{
	fprintf(stderr, "%s\n", _("usage:"));
	for (int i = 0; i < NCOMMANDS; i++)
		fprintf(stderr, "\tguichet %s%s%s\n", commands[i].words,
		    commands[i].usage[0] != '\0' ? " " : "",
		    commands[i].usage[0] != '\0' ?
		    gettext(commands[i].usage) : "");
	return 2;
}

/* How many of argv the words take; 0 when they are not said. */
static int
says(const char *words, int argc, char **argv)
{
	const char *second = strchr(words, ' ');
	size_t n = strcspn(words, " ");

	if (argc < 1 || strlen(argv[0]) != n ||
	    strncmp(words, argv[0], n) != 0)
		return 0;
	if (second == NULL)
		return 1;
	return argc > 1 && strcmp(second + 1, argv[1]) == 0 ? 2 : 0;
}

static enum rc
run(const struct command *c, int argc, char **argv)
{
	struct office o = { .db = NULL };
	enum rc rc;

	if (c->account == NULL)
		return c->run(&o, argc, argv);
	if ((rc = conf_load(&o.conf, conf_path())) == RC_OK) {
		o.db = db_new(o.conf.database_options, c->account, true);
		rc = c->run(&o, argc, argv);
		version_tell(o.conf.notice);
	}
	query_forget();
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
		return run(c, argc - n, argv + n) == RC_OK ? 0 : 1;
	}
	return usage();
}
