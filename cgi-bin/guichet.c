/* guichet.c - the administrator's command. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "aid_import.h"
#include "check.h"
#include "conf.h"
#include "funded_import.h"
#include "funded_index.h"
#include "indexer.h"
#include "keywords.h"
#include "log.h"
#include "perimeter_load.h"
#include "perimeter_package.h"
#include "perimeter_zone.h"
#include "project_table.h"
#include "query.h"
#include "rows.h"
#include "say.h"
#include "schema.h"
#include "version.h"

/* What a command works with. */
struct office {
	struct conf	 conf;
	struct db	*db;
	struct xsl	*xsl;		/* opened by the commands that render */
};

struct command {
	const char	*words;		/* "import aids" */
	const char	*usage;
	enum rc		(*run)(struct office *, int argc, char **argv);
	int		 min, max;	/* arguments after the words */
	bool		 alone;		/* needs no settings, no base */
};

static bool
open_sheets(struct office *o)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/xsl", o->conf.share_dir);
	return (o->xsl = xsl_open(path, XSL_FRAGMENTS)) != NULL;
}

/* The whole of a file, malloc'ed; NULL, logged. */
static char *
read_file(const char *path, size_t *n)
{
	struct buf b = { 0 };
	const char *why;

	if ((why = buf_put_file(&b, path)) != NULL) {
		log_msg("cannot read \"%s\": %s", path, why);
		buf_free(&b);
		return NULL;
	}
	*n = b.len;
	return b.data;
}

static void
set_today(char s[11])
{
	const char *fixed = getenv("GUICHET_TODAY");
	time_t now = time(NULL);
	struct tm tm;

	localtime_r(&now, &tm);
	if (fixed != NULL)
		strptime(fixed, "%Y-%m-%d", &tm);
	strftime(s, 11, "%Y-%m-%d", &tm);
}

/* ---- commands ---- */

static enum rc
migrate(struct office *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return schema_migrate(o->db, o->conf.share_dir);
}

static enum rc
import_aids(struct office *o, int argc, char **argv)
{
	struct aid_import import = { .source = "aides-territoires" };
	const char *path = NULL;
	char today[11];

	for (int i = 0; i < argc; i++) {
		if (strcmp(argv[i], "--source") == 0 && i + 1 < argc)
			import.source = argv[++i];
		else
			path = argv[i];
	}
	if (path == NULL || strlen(import.source) > 64 ||
	    strspn(import.source, "abcdefghijklmnopqrstuvwxyz0123456789-") !=
	    strlen(import.source)) {
		log_msg("a source is named by a-z, 0-9 and -");
		return RC_BAD_PARAM;
	}
	set_today(today);
	import.today = today;
	if (!open_sheets(o))
		return RC_FAIL;
	return aid_import(o->db, o->xsl, &import, path);
}

/* The rows to load: from the package when a folder is named, else ours. */
static char *
perimeter_rows(struct office *o, const char *dir, size_t *n)
{
	struct buf rows = { 0 };

	if (dir == NULL)
		return schema_read(o->conf.share_dir, "data/perimeters.tsv",
		    n);
	if (perimeter_package_rows(dir, &rows) != RC_OK)
		return NULL;
	*n = rows.len;
	return rows.data;
}

static enum rc
import_perimeters(struct office *o, int argc, char **argv)
{
	bool force = argc > 0 && strcmp(argv[argc - 1], "--force") == 0;
	const char *dir = argc - force > 0 ? argv[0] : NULL;
	struct perimeter_source s[2] = { { .name = "perimeters-fixed.tsv" },
	    { .name = dir != NULL ? dir : "perimeters.tsv" } };
	struct perimeter_source centres = { .name = "centres.tsv" };
	struct perimeter_report r = { 0 };
	char *fixed, *rows, *where;
	enum rc rc = RC_FAIL;

	if (argc - force > 1) {
		log_msg("one folder at a time");
		return RC_BAD_PARAM;
	}
	fixed = schema_read(o->conf.share_dir, "data/perimeters-fixed.tsv",
	    &s[0].n);
	rows = fixed != NULL ? perimeter_rows(o, dir, &s[1].n) : NULL;
	where = rows != NULL ? schema_read(o->conf.share_dir,
	    "data/centres.tsv", &centres.n) : NULL;
	s[0].text = fixed;
	s[1].text = rows;
	centres.text = where;
	if (where != NULL)
		rc = perimeter_load(o->db, s, 2, &centres, force, &r);
	if (rc == RC_OK)
		say(_("perimeters: %llu added, %llu changed, %llu retired; "
		    "%llu names, %llu links and %llu centres written"),
		    r.added, r.changed, r.retired, r.names, r.links,
		    r.centres);
	free(fixed);
	free(rows);
	free(where);
	return rc;
}

static enum rc
perimeter_add(struct office *o, int argc, char **argv)
{
	struct perimeter_zone z = { .scale = "adhoc" };
	struct buf unknown = { 0 };
	unsigned long long links = 0;
	char *codes;
	enum rc rc;

	if (argc == 5 && strcmp(argv[0], "--scale") == 0) {
		z.scale = argv[1];
		argv += 2;
	} else if (argc != 3) {
		return RC_BAD_PARAM;
	}
	z.code = argv[0];
	z.name = argv[1];
	if ((codes = read_file(argv[2], &z.n)) == NULL)
		return RC_BAD_PARAM;
	z.codes = codes;
	rc = perimeter_zone_add(o->db, &z, &unknown, &links);
	if (rc == RC_OK && unknown.len > 0)
		say(_("codes that lead to no territory of today:\n%s"),
		    unknown.data);
	if (rc == RC_OK)
		say(ngettext("perimeter \"%s\": %llu link written",
		    "perimeter \"%s\": %llu links written", links), z.code,
		    links);
	buf_free(&unknown);
	free(codes);
	return rc;
}

static enum rc
print_rows(struct office *o, int argc, char **argv)
{
	struct buf rows = { 0 };
	enum rc rc;

	(void)o;
	(void)argc;
	rc = perimeter_package_rows(argv[0], &rows);
	if (rc == RC_OK && fwrite(rows.data, 1, rows.len, stdout) != rows.len)
		rc = RC_FAIL;
	buf_free(&rows);
	return rc;
}

/* The table at the path, else the one that comes with Guichet. */
static char *
table_text(struct office *o, int argc, char **argv, const char *own,
    size_t *n)
{
	return argc > 0 ? read_file(argv[0], n) :
	    schema_read(o->conf.share_dir, own, n);
}

static enum rc
import_keywords(struct office *o, int argc, char **argv)
{
	unsigned long count = 0;
	size_t n;
	char *text = table_text(o, argc, argv, "data/keywords.csv", &n);
	enum rc rc = text != NULL ? keywords_import(o->db, text, n, &count) :
	    RC_BAD_PARAM;

	if (rc == RC_OK)
		say(ngettext("%lu family of words", "%lu families of words",
		    count), count);
	free(text);
	return rc;
}

static enum rc
export_keywords(struct office *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return keywords_export(o->db, stdout);
}

static enum rc
import_projects(struct office *o, int argc, char **argv)
{
	unsigned long count = 0;
	size_t n;
	char *text = table_text(o, argc, argv, "data/projects.csv", &n);
	enum rc rc = text != NULL ? project_table_import(o->db, text, n,
	    &count) : RC_BAD_PARAM;

	if (rc == RC_OK)
		say(ngettext("%lu kind of project", "%lu kinds of projects",
		    count), count);
	free(text);
	return rc;
}

static enum rc
export_projects(struct office *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return project_table_export(o->db, stdout);
}

static enum rc
stop_words(struct office *o, struct words *words)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(o->db, pool, "stop_words", NULL, &res);

	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		words_add_stop(words, res.row[i][0].s);
	pool_free(pool);
	return rc;
}

static enum rc
import_funded(struct office *o, int argc, char **argv)
{
	struct funded_report r = { 0 };
	struct words *words;
	size_t n;
	char *text;
	enum rc rc;

	(void)argc;
	if (strlen(argv[0]) > 64 || strspn(argv[0],
	    "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(argv[0])) {
		log_msg("a source is named by a-z, 0-9 and -");
		return RC_BAD_PARAM;
	}
	if ((text = read_file(argv[1], &n)) == NULL)
		return RC_BAD_PARAM;
	words = words_new();
	rc = stop_words(o, words);
	if (rc == RC_OK)
		rc = funded_import(o->db, words, argv[0], text, n, &r);
	if (rc == RC_OK)
		say(_("%lu funded projects, %lu of which have a known "
		    "beneficiary"), r.count, r.placed);
	if (rc == RC_OK && r.left_out > 0)
		say(ngettext("%lu line left out, without a title, an amount "
		    "or a department", "%lu lines left out, without a title, "
		    "an amount or a department", r.left_out), r.left_out);
	words_free(words);
	free(text);
	return rc;
}

/* ---- guichet index ---- */

static enum rc
bump(struct db *db, struct pool *pool, unsigned long long *version)
{
	struct result res;
	enum rc rc = query_run(db, pool, "version_bump", NULL, &res);

	if (rc == RC_OK)
		rc = query_run(db, pool, "data_version", NULL, &res);
	if (rc == RC_OK && res.rows > 0)
		*version = (unsigned long long)rows_int(&res.row[0][0], 0);
	return rc;
}

static enum rc
index_all(struct office *o, struct pool *pool, struct indexer *x,
    unsigned long *n)
{
	unsigned long long version = 0;
	long long after = 0, ids[500];
	struct result res;
	enum rc rc = bump(o->db, pool, &version);

	while (rc == RC_OK) {
		const struct arg *args = NULL;

		arg_int(pool, &args, "after", after);
		rc = query_run(o->db, pool, "aid_all", args, &res);
		if (rc != RC_OK || res.rows == 0)
			break;
		for (unsigned i = 0; i < res.rows; i++)
			ids[i] = after = rows_int(&res.row[i][0], 0);
		rc = indexer_add(x, ids, res.rows, version);
		say_progress(_("aids indexed"), *n += res.rows, 0);
		pool_reset(pool);
	}
	if (rc == RC_OK)
		rc = indexer_finish(x);
	return rc == RC_OK ? indexer_render_lists(x) : rc;
}

static enum rc
reindex(struct office *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct words *words = words_new();
	struct indexer *x = NULL;
	unsigned long n = 0;
	enum rc rc = open_sheets(o) ? stop_words(o, words) : RC_FAIL;

	(void)argc;
	(void)argv;
	if (rc == RC_OK && (rc = db_begin(o->db)) == RC_OK) {
		x = indexer_new(o->db, o->xsl, words);
		rc = index_all(o, pool, x, &n);
		if (rc == RC_OK)
			rc = funded_index(o->db, words);
		if (rc == RC_OK)
			rc = db_commit(o->db);
		else
			db_rollback(o->db);
	}
	say_progress_end();
	if (rc == RC_OK)
		say(ngettext("%lu aid indexed", "%lu aids indexed", n), n);
	indexer_free(x);
	words_free(words);
	pool_free(pool);
	return rc;
}

static enum rc
check(struct office *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return check_all(&o->conf, o->db);
}

/* ---- the command line ---- */

static const struct command commands[] = {
	{ "migrate", "", migrate, 0, 0, false },
	{ "import aids", N_("[--source NAME] FILE"), import_aids, 1, 3,
	    false },
	{ "import perimeters", N_("[FOLDER] [--force]"), import_perimeters, 0,
	    2, false },
	{ "import keywords", N_("[FILE]"), import_keywords, 0, 1, false },
	{ "export keywords", "", export_keywords, 0, 0, false },
	{ "import projects", N_("[FILE]"), import_projects, 0, 1, false },
	{ "export projects", "", export_projects, 0, 0, false },
	{ "import funded", N_("SOURCE FILE"), import_funded, 2, 2, false },
	{ "perimeter add", N_("[--scale basin] CODE NAME FILE"), perimeter_add,
	    3, 5, false },
	{ "perimeter rows", N_("FOLDER"), print_rows, 1, 1, true },
	{ "index", "", reindex, 0, 0, false },
	{ "check", "", check, 0, 0, false },
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
