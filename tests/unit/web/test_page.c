/* test_page.c - which answers may be kept: the corridor between a door and a base
 * of the test's own. */

#include "unit.h"
#include "web/fcgi.h"
#include "web/program.h"

int __wrap_fcgi_run(fcgi_handler *, void *, unsigned long);
const char *__wrap_fcgi_env(const struct fcgi *, const char *);
bool __wrap_fcgi_write(struct fcgi *, const char *, size_t);
enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* The request, the version of the data, and the answer. */
static struct {
	const char *uri;
	char have[64]; /* If-None-Match */
	long long version;
	struct buf sent;
	char args[200]; /* of perimeter_by_zip: "zip=79000 slug= " */
} turn;

const char *
__wrap_fcgi_env(const struct fcgi *g, const char *name)
{
	(void)g;
	if (strcmp(name, "REQUEST_METHOD") == 0)
		return "GET";
	if (strcmp(name, "REQUEST_URI") == 0)
		return turn.uri;
	if (strcmp(name, "QUERY_STRING") == 0)
		return "format=xml&zip=79000&hint=79";
	return strcmp(name, "HTTP_IF_NONE_MATCH") == 0 && turn.have[0] != '\0'
	    ? turn.have
	    : NULL;
}

bool
__wrap_fcgi_write(struct fcgi *g, const char *p, size_t n)
{
	(void)g;
	buf_put(&turn.sent, p, n);
	return true;
}

enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	static const char *names[] = { "@id" };

	(void)db;
	for (turn.args[0] = '\0'; id == Q_PERIMETER_BY_ZIP && args != NULL;
	     args = args->next) {
		size_t n = strlen(turn.args);

		snprintf(turn.args + n, sizeof(turn.args) - n, "%s=%s ",
		    query_args[args->name],
		    args->v->type == VALUE_TEXT ? args->v->s : "");
	}
	*res = (struct result){ .columns = 1, .rows = 1, .names = names };
	res->row = pool_take(pool, sizeof(*res->row));
	res->row[0] = pool_take(pool, sizeof(**res->row));
	res->row[0][0] = (struct value){ .type = VALUE_INT, .i = turn.version };
	return RC_OK;
}

/* Late while the data is of the first version. */
static enum rc
late(struct context *ctx, const struct request *req, struct response *resp)
{
	(void)ctx;
	(void)req;
	resp->no_store = turn.version == 1;
	return RC_OK;
}

/* A parameter goes to the queries of a page when it says so. */
static const struct param params[] = {
	{ .name = "zip", .type = PARAM_CODE, .arg = ARG_ZIP },
	{ .name = "hint", .type = PARAM_CODE }, { 0 }
};
static const enum query_id by_zip[] = { Q_PERIMETER_BY_ZIP, Q_NONE };
static const struct route routes[] = { { .path = "/whole/", .page = "home" },
	{ .path = "/zip/",
	    .page = "home",
	    .params = params,
	    .queries = by_zip },
	{ .path = "/passing/", .page = "home", .handler = late }, { 0 } };
static const char *const rooms[] = { "web", NULL };
static const struct program program = { .name = "test",
	.routes = routes,
	.sheets = rooms };

/* In order: a reader asks again with the last ETag that came. */
static const struct {
	const char *uri;
	long long version;
	int status;
	bool kept;
} rows[] = {
	{ "/whole/", 1, 200, true },
	{ "/whole/", 1, 304, true },
	{ "/passing/", 1, 200, false },
	{ "/passing/", 1, 200, false },
	{ "/passing/", 2, 200, true },
	{ "/passing/", 2, 304, true },
	{ "/nothing/", 2, 404, false },
	{ "/zip/", 2, 200, true },
};

static void
keep_etag(void)
{
	const char *etag = strstr(turn.sent.data, "ETag: ");

	if (etag != NULL)
		snprintf(turn.have, sizeof(turn.have), "%.18s", etag + 6);
}

int
__wrap_fcgi_run(fcgi_handler *fn, void *arg, unsigned long max)
{
	(void)max;
	for (size_t i = 0; i < ROWS(rows); i++) {
		buf_reset(&turn.sent);
		turn.uri = rows[i].uri;
		turn.version = rows[i].version;
		fn(NULL, arg);
		want_int(i, atoi(turn.sent.data + strlen("Status: ")),
		    rows[i].status);
		want_int(i, strstr(turn.sent.data, "ETag: ") != NULL,
		    rows[i].kept);
		want_int(i, strstr(turn.sent.data, "no-store") == NULL,
		    rows[i].kept);
		want_int(i,
		    strstr(turn.sent.data, "X-Accel-Expires: 0\r\n") == NULL,
		    rows[i].kept);
		want_int(i, strcmp(turn.uri, "/zip/") == 0,
		    strstr(turn.args, "zip=79000 ") != NULL);
		assert_null(strstr(turn.args, "=79 "));
		keep_etag();
	}
	return 0;
}

static void
test_kept(void **state)
{
	char name[] = "/tmp/guichet-page-XXXXXX";
	FILE *f = fdopen(mkstemp(name), "w");
	char *here = realpath(".", NULL);

	(void)state;
	assert_non_null(f);
	fprintf(f, "share_dir = %s\n", here);
	fclose(f);
	setenv("GUICHET_CONF", name, 1);
	assert_int_equal(program_main(&program, 0, NULL), 0);
	unlink(name);
	free(here);
	buf_free(&turn.sent);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kept),
	};

	return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
