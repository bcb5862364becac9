/* test_etag.c - all that a page is made of changes its ETag: a setting, a
 * sheet, a style, the build, the data, the day, the address. */

#include "process/program.h"
#include "unit.h"

int __wrap_fcgi_run(fcgi_handler *, fcgi_idle *, void *, unsigned long);
bool __wrap_fcgi_has_server(void);
const char *__wrap_fcgi_env(const struct fcgi *, const char *);
bool __wrap_fcgi_respond(struct fcgi *, const char *, size_t, const char *,
    size_t);
enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* Linked in place of what conf/build-id.sh makes. */
extern const char build_version[];
extern char build_id[17];
extern const unsigned build_schema;
const char build_version[] = "0.0";
char build_id[17];
const unsigned build_schema = 1;

/* What a page is made of; what a row does not tell is as in the first one. */
struct made {
	const char *setting, *sheet, *style, *build, *day, *uri, *query;
	long long version;
};

static const struct made rows[] = {
	{ "", "<!-- a -->", "/static/a.css", "0123456789abcdef", "2026-11-22",
	    "/", "", 1 },
	{ .setting = "site_name = Autre" },
	{ .setting = "base_url = https://aides.example" },
	{ .setting = "theme = state" },
	{ .setting = "brand = Ville|d'Autre" },
	{ .setting = "accessibility = totalement conforme" },
	{ .setting = "operator_name = Autre" },
	{ .setting = "operator_address = Autre" },
	{ .setting = "publication_director = Autre" },
	{ .setting = "host_name = Autre" },
	{ .setting = "host_address = Autre" },
	{ .setting = "contact = Autre" },
	{ .setting = "dpo = Autre" },
	{ .setting = "log_retention = Autre" },
	{ .setting = "draft_retention = 30" },
	{ .setting = "ds_url = https://ds.example" },
	{ .sheet = "<!-- b -->" },
	{ .style = "/static/b.css" },
	{ .build = "0123456789abcdee" },
	{ .day = "2026-11-23" },
	{ .uri = "/b/" },
	{ .query = "format=xml" },
	{ .version = 2 },
};

/* The row that is served, and the ETag of the answer. */
static struct {
	struct made made;
	char etag[40];
} turn;

const char *
__wrap_fcgi_env(const struct fcgi *g, const char *name)
{
	(void)g;
	return strcmp(name, "REQUEST_METHOD") == 0 ? "GET"
	    : strcmp(name, "REQUEST_URI") == 0     ? turn.made.uri
	    : strcmp(name, "QUERY_STRING") == 0    ? turn.made.query
						   : NULL;
}

bool
__wrap_fcgi_respond(struct fcgi *g, const char *head, size_t head_n,
    const char *body, size_t body_n)
{
	struct buf copy = { 0 };
	const char *etag;

	(void)g;
	(void)body;
	(void)body_n;
	buf_put(&copy, head, head_n);
	if ((etag = strstr(copy.data, "ETag: \"")) != NULL)
		snprintf(turn.etag, sizeof(turn.etag), "%.16s", etag + 7);
	buf_free(&copy);
	return true;
}

enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	(void)db;
	(void)args;
	*res = (struct result){ .query = id, .columns = 2, .rows = 1 };
	res->row = pool_take(pool, sizeof(*res->row));
	res->row[0] = pool_take(pool, 2 * sizeof(**res->row));
	res->row[0][0] = (struct value){ .type = VALUE_INT,
		.i = turn.made.version };
	return RC_OK;
}

bool
__wrap_fcgi_has_server(void)
{
	return true;
}

int
__wrap_fcgi_run(fcgi_handler *serve, fcgi_idle *idle, void *process,
    unsigned long max)
{
	(void)idle;
	(void)max;
	serve(NULL, process);
	return 0;
}

static const char *
or_first(const char *s, const char *first)
{
	return s != NULL ? s : first;
}

/* A whole program over a site of the folder, for one request. */
static void
serve_made(const char *dir, const struct made *m, const struct made *first)
{
	static const struct route routes[] = { { .path = "/", .page = "error" },
		{ .path = "/b/", .page = "error" }, { 0 } };
	static const char *const sheets[] = { "site", "web", NULL };
	static const struct program program = { .name = "test",
		.routes = routes,
		.sheets = sheets };
	const char *sheet = or_first(m->sheet, first->sheet);
	char text[1000];
	int n;

	turn.made = *first;
	turn.made.uri = or_first(m->uri, first->uri);
	turn.made.query = or_first(m->query, first->query);
	turn.made.version = m->version != 0 ? m->version : first->version;
	turn.etag[0] = '\0';
	snprintf(build_id, sizeof(build_id), "%s",
	    or_first(m->build, first->build));
	setenv("GUICHET_TODAY", or_first(m->day, first->day), 1);
	snprintf(text, sizeof(text),
	    "<xsl:stylesheet version=\"1.0\" "
	    "xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\">%s"
	    "</xsl:stylesheet>",
	    sheet);
	unit_file(dir, "xsl/web/added.xsl", text, strlen(text));
	n = snprintf(text, sizeof(text), "css %s\n",
	    or_first(m->style, first->style));
	unit_file(dir, "manifest", text, (size_t)n);
	n = snprintf(text, sizeof(text),
	    "share_dir = %s\nstatic_manifest = %s/manifest\n%s\n", dir, dir,
	    or_first(m->setting, first->setting));
	setenv("GUICHET_CONF", unit_file(dir, "conf", text, (size_t)n), 1);
	assert_int_equal(program_main(&program, 0, NULL), 0);
}

static void
test_etag(void **state)
{
	char *dir = unit_folder(), etag[ROWS(rows)][17], command[400];

	(void)state;
	snprintf(command, sizeof(command), "cp -r xsl '%s'", dir);
	assert_int_equal(system(command), 0);
	for (size_t i = 0; i < ROWS(rows); i++) {
		serve_made(dir, &rows[i], rows);
		want_int(i, strlen(turn.etag), 16);
		memcpy(etag[i], turn.etag, 17);
		for (size_t k = 0; k < i; k++)
			if (strcmp(etag[k], etag[i]) == 0)
				fail_msg("rows %zu and %zu: \"%s\"", k, i,
				    etag[i]);
	}
	/* and with nothing else */
	serve_made(dir, rows, rows);
	want_str(0, turn.etag, etag[0]);
	unit_remove(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_etag) };

	return cmocka_run_group_tests_name("etag", tests, NULL, NULL);
}
