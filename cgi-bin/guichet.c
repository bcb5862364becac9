/* guichet.c - the administrator's command. */

#include <stdio.h>
#include <string.h>

#include "log.h"
#include "office.h"
#include "query.h"
#include "say.h"
#include "version.h"

enum { MANY = 1000 };

struct command {
	const char	*words;		/* "import aids" */
	const char	*usage;
	office_command	*run;
	int		 min, max;	/* arguments after the words */
	bool		 alone;		/* needs no settings, no base */
};

static const struct command commands[] = {
	{ "migrate", "", office_migrate, 0, 0, false },
	{ "import aids", N_("[--source NAME] FILE"), office_import_aids, 1, 3,
	    false },
	{ "import perimeters", N_("[FOLDER] [--force]"),
	    office_import_perimeters, 0, 2, false },
	{ "import keywords", N_("[FILE]"), office_import_keywords, 0, 1,
	    false },
	{ "export keywords", "", office_export_keywords, 0, 0, false },
	{ "import projects", N_("[FILE]"), office_import_projects, 0, 1,
	    false },
	{ "export projects", "", office_export_projects, 0, 0, false },
	{ "import funded", N_("SOURCE FILE"), office_import_funded, 2, 2,
	    false },
	{ "import demarche", N_("FILE|NUMBER|SLUG"), office_import_demarche,
	    1, 1, false },
	{ "import sources", N_("[FILE]"), office_import_sources, 0, 1,
	    false },
	{ "export sources", N_("[NUMBER]"), office_export_sources, 0, 1,
	    false },
	{ "propose", N_("NUMBER"), office_propose, 1, 1, false },
	{ "report", N_("NUMBER"), office_report, 1, 1, false },
	{ "demarche offer", N_("NUMBER AID..."), office_demarche_offer, 2,
	    MANY, false },
	{ "demarche withdraw", N_("NUMBER AID..."),
	    office_demarche_withdraw, 2, MANY, false },
	{ "perimeter add", N_("[--scale basin] CODE NAME FILE"),
	    office_perimeter_add, 3, 5, false },
	{ "perimeter rows", N_("FOLDER"), office_perimeter_rows, 1, 1, true },
	{ "index", "", office_index, 0, 0, false },
	{ "check", "", office_check, 0, 0, false },
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

	if (c->alone)
		return c->run(&o, argc, argv);
	if ((rc = conf_load(&o.conf, conf_path())) == RC_OK) {
		o.db = db_new(o.conf.database_options, "guichet", true);
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
