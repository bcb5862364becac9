/* program.c - the life of a process. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/build.h"
#include "base/counters.h"
#include "base/free_space.h"
#include "base/log.h"
#include "base/str.h"
#include "db/version.h"
#include "fcgi/claim.h"
#include "fcgi/ready.h"
#include "process/program.h"

/* Bytes of rows kept by all processes, until the program sets a limit of its
 * own. */
enum { ROWS_AT_FIRST = 6 << 20 };
/* How often a base that answers too slowly is asked before the first request:
 * for a minute, as systemd waits for a minute and a half. */
enum { PREPARE_TRIES = 3 };

/* How long a process that cannot start tells the web server so: as often are
 * its reasons written to the log. */
enum { REFUSE_SECONDS = 10 };

/* Processes of the program have the names of places between them. */
static void
share_places(struct process *p)
{
	char folder[4096];

	conf_run_folder(&p->conf, p->program->name, folder);
	if (asprintf(&p->places.file, "%s/places", folder) < 0)
		log_die("program: out of memory");
}

static enum rc
program_open(struct process *p, const struct program *program)
{
	char path[4096];

	assert(routes_run_missing(program->routes));
	p->program = program;
	p->routes = routes_fill(program->routes, program->by_default);
	if (conf_load(&p->conf, conf_path()) != RC_OK)
		return RC_FAIL;
	if ((p->site = site_open(&p->conf)) == NULL)
		return RC_FAIL;
	free_space_watch(p->conf.cache_dir);
	snprintf(path, sizeof(path), "%s/xsl", p->conf.share_dir);
	if ((p->xsl = xsl_open(path, program->sheets)) == NULL)
		return RC_FAIL;
	snprintf(p->account, sizeof(p->account), "guichet-%s", program->name);
	p->pool = pool_new();
	p->rows = row_cache_new(ROWS_AT_FIRST);
	share_places(p);
	p->db = db_new(p->conf.database_options, p->account, false);
	if (program->open != NULL &&
	    (p->state = program->open(&p->conf)) == NULL)
		return RC_FAIL;
	return frame_render(&p->frame, p->site, p->xsl);
}

static void
program_close(struct process *p)
{
	/* Without a state, when settings or sheets stopped the start. */
	if (p->program->close != NULL && p->state != NULL)
		p->program->close(p->state);
	row_cache_free(p->rows);
	gazetteer_forget(&p->places);
	db_free(p->db);
	xsl_close(p->xsl);
	site_close(p->site);
	frame_free(&p->frame);
	pool_free(p->pool);
	buf_free(&p->body);
	free_space_watch("");
	conf_free(&p->conf);
	free(p->routes);
}

/* Up to a tenth more, so that the workers do not all end together. */
static unsigned long
max_requests(const struct conf *c)
{
	unsigned long max = strtoul(c->max_requests, NULL, 10);

	return max + (unsigned long)getpid() % (max / 10 + 1);
}

/* Processes of the program have rows between them, too, while their sheets and
 * settings are the same. */
static void
share_rows(struct process *p)
{
	char folder[4096], path[4096 + 8];

	conf_run_folder(&p->conf, p->program->name, folder);
	snprintf(path, sizeof(path), "%s/rows", folder);
	row_cache_share(p->rows, path,
	    str_hash(site_fingerprint(p->site) ^ xsl_fingerprint(p->xsl),
		build_id));
}

/* Counts for all to see what this process answers.  It answers all the same
 * when it cannot: the folder is made by its unit, or by conf/demo.sh. */
static void
count_openly(const struct process *p)
{
	const char *names[COUNTERS_ROUTES], *fault;
	size_t n = routes_count(p->routes);
	char folder[4096];

	for (size_t i = 0; i < n && i < COUNTERS_ROUTES; i++)
		names[i] = p->routes[i].path;
	conf_run_folder(&p->conf, p->program->name, folder);
	fault = counters_open(folder, names, n);
	if (fault != NULL)
		log_msg("counters: %s \"%s/counters\": %s", fault, folder,
		    strerror(errno));
}

/*
 * Does ahead what the first page would wait for: the catalogue, the names of
 * places.  Nobody waits yet, for others answer, or the socket holds what is
 * asked: a base that answers, though slowly, is asked again.  One that does not
 * is left to the first page, which says so.
 */
static void
prepare(struct process *p)
{
	int left = PREPARE_TRIES;
	enum rc rc;

	db_read_whole(p->db, true);
	do {
		rc = version_read(&p->data, p->db, p->pool, p->conf.notice);
		if (rc == RC_OK)
			rc = process_refresh(p);
		if (rc == RC_OK && p->program->places)
			rc = gazetteer_want(&p->places, p->db);
		pool_reset(p->pool);
	} while (rc != RC_OK && --left > 0 && db_is_slow(p->db));
	db_read_whole(p->db, false);
}

/* Bodies are read whole before anybody knows whose they are. */
static void
take_files(const struct route *r)
{
	size_t most = 0;

	for (; r->path != NULL; r++)
		most = r->file_max > most ? r->file_max : most;
	fcgi_take_bodies(most);
}

static void
serve(struct fcgi *g, void *arg)
{
	const struct process *p = arg;

	page_serve(g, arg);
	if (row_cache_wants(p->rows))
		fcgi_want_idle(g);
}

/* Reads rows that nobody has asked yet. */
static bool
read_ahead(void *arg)
{
	struct process *p = arg;
	bool more = row_cache_ahead(p->rows, p->db, p->pool);

	pool_reset(p->pool);
	return more;
}

/* A web server may pass words of the query string as arguments (RFC 3875, 4.4):
 * "?--version" must not ask for the version. */
static bool
asks_version(int argc, char **argv)
{
	return argc > 1 && strcmp(argv[1], "--version") == 0 && !fcgi_is_cgi();
}

int
program_main(const struct program *program, int argc, char **argv)
{
	struct process p = { 0 };
	int status = 1;

	if (asks_version(argc, argv)) {
		printf("%s %s (%s)\n", program->name, build_version, build_id);
		return 0;
	}
	log_program(program->name);
	log_journal(NULL);
	if (!fcgi_has_server()) {
		log_msg("neither a listening socket on standard input nor a "
			"CGI environment; usage: %s [--version]",
		    program->name);
		return FCGI_NOBODY;
	}
	if (program_open(&p, program) == RC_OK) {
		if (!fcgi_is_cgi()) {
			count_openly(&p);
			share_rows(&p);
			prepare(&p);
			claim_socket(STDIN_FILENO);
			ready_tell();
		}
		take_files(program->routes);
		status = fcgi_run(serve, read_ahead, &p, max_requests(&p.conf));
	} else {
		claim_refuse(STDIN_FILENO, REFUSE_SECONDS);
	}
	program_close(&p);
	return status;
}
