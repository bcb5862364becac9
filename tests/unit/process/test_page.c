/* test_page.c - how a request becomes a response: which are stored and for
 * whom, methods, formats, faults, the state of the program.  Between a server
 * and a base of the test's own. */

#include "fcgi/fcgi.h"
#include "gen/queries/site.h"
#include "process/program.h"
#include "unit.h"

int __wrap_fcgi_run(fcgi_handler *, fcgi_idle *, void *, unsigned long);
bool __wrap_fcgi_has_server(void);
const char *__wrap_fcgi_env(const struct fcgi *, const char *);
enum rc __wrap_fcgi_read(struct fcgi *, struct pool *, size_t, const char **,
    size_t *);
bool __wrap_fcgi_respond(struct fcgi *, const char *, size_t, const char *,
    size_t);
enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);
time_t __wrap_time(time_t *);

/* The request, the version of the data, and the answer. */
static struct {
	const char *method, *uri, *query;
	char have[64]; /* If-None-Match */
	bool reader;   /* of a reader, for a page that nginx does not hold */
	long long version;
	struct buf sent;
	char args[200]; /* of zip_codes: "zip=79000 slug= " */
	struct process *process;
} turn;

/* One second for all requests: how often the version of the data is asked does
 * not hang on how fast this machine is. */
time_t
__wrap_time(time_t *to)
{
	return to == NULL ? 1000 : (*to = 1000);
}

const char *
__wrap_fcgi_env(const struct fcgi *g, const char *name)
{
	(void)g;
	if (strcmp(name, "REQUEST_METHOD") == 0)
		return turn.method;
	if (strcmp(name, "REQUEST_URI") == 0)
		return turn.uri;
	if (strcmp(name, "QUERY_STRING") == 0)
		return turn.query;
	if (strcmp(name, "HTTP_IF_NONE_MATCH") == 0)
		return turn.reader ? "" : turn.have;
	return strcmp(name, "GUICHET_READER_HAS") == 0 ? turn.have : NULL;
}

bool
__wrap_fcgi_respond(struct fcgi *g, const char *head, size_t head_n,
    const char *body, size_t body_n)
{
	(void)g;
	buf_put(&turn.sent, head, head_n);
	buf_put(&turn.sent, body, body_n);
	return true;
}

/* A body that is longer than the page takes, when it says so. */
enum rc
__wrap_fcgi_read(struct fcgi *g, struct pool *pool, size_t max,
    const char **body, size_t *n)
{
	(void)g;
	(void)pool;
	(void)max;
	*body = "a=b";
	*n = 3;
	return strcmp(turn.query, "long") == 0 ? RC_TOO_LARGE : RC_OK;
}

/* The portal "p", public.  As soon as it is known the data is of another
 * version, and the next who asks is told. */
static void
portal_row(struct pool *pool, struct result *res)
{
	const struct query *q = &query_table[Q_PORTAL_BY_SLUG];
	struct portal_by_slug_row *row = pool_take(pool, sizeof(*row));

	res->columns = (unsigned)q->ncolumns;
	res->names = q->columns;
	row->parent = (struct value){ VALUE_TEXT, 0, "p", 1 };
	row->id = row->public = (struct value){ .type = VALUE_INT, .i = 1 };
	row->name = (struct value){ VALUE_TEXT, 0, "Un portail", 10 };
	row->theme = (struct value){ VALUE_TEXT, 0, "neutral", 7 };
	row->query = (struct value){ VALUE_TEXT, 0, "", 0 };
	res->row[0] = (struct value *)row;
	turn.version++;
	turn.process->data.asked = 0;
}

enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	static const char *names[] = { "@id", "date" };

	(void)db;
	for (turn.args[0] = '\0'; id == Q_ZIP_CODES && args != NULL;
	     args = args->next) {
		size_t n = strlen(turn.args);

		snprintf(turn.args + n, sizeof(turn.args) - n, "%s=%s ",
		    query_args[args->name],
		    args->v->type == VALUE_TEXT ? args->v->s : "");
	}
	*res = (struct result){ .query = id,
		.columns = 2,
		.rows = 1,
		.names = names };
	res->row = pool_take(pool, sizeof(*res->row));
	res->row[0] = pool_take(pool, 2 * sizeof(**res->row));
	res->row[0][0] = (struct value){ .type = VALUE_INT, .i = turn.version };
	if (id == Q_PORTAL_BY_SLUG)
		portal_row(pool, res);
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

/* Made for one reader; a redirection or a refusal when it is asked for. */
static enum rc private(struct context *ctx, const struct request *req,
    struct response *resp) {
	(void)ctx; resp->is_private = true; resp->location = "/there/";
	if (request_values(req, "hint").n == 0) return RC_OK;
	return *request_values(req, "hint").v[0].s == 'R'
	    ? RC_SEE_OTHER
	    : response_refuse(resp, "hint", "X", "unknown-value");
}

/* What a POST said; RC_FAIL without. */
static enum rc
take(struct context *ctx, const struct request *req, struct response *resp)
{
	(void)ctx;
	(void)resp;
	return req->body_n == 3 && strcmp(req->body, "a=b") == 0 &&
		req->fetch_site == NULL
	    ? RC_OK
	    : RC_FAIL;
}

/* ---- the program's own state ---- */

static struct {
	int opened, refreshed, closed;
	bool away; /* it cannot be refreshed */
} life;

static void *
open_life(const struct conf *conf)
{
	life.opened += conf->base_url != NULL;
	return &life;
}

static enum rc
refresh_life(struct context *ctx, unsigned long long version)
{
	assert_ptr_equal(ctx->state, &life);
	assert_int_equal(version, turn.version);
	life.refreshed++;
	return life.away ? RC_UNAVAILABLE : RC_OK;
}

static void
close_life(void *state)
{
	assert_ptr_equal(state, &life);
	life.closed++;
}

/* A parameter goes to the queries of a page when it says so. */
static const struct param params[] = {
	{ .name = "zip", .type = PARAM_CODE, .arg = ARG_ZIP },
	{ .name = "hint", .type = PARAM_CODE }, { 0 }
};
static const enum query_id by_zip[] = { Q_ZIP_CODES, Q_NONE };
static const struct route routes[] = {
	{ .path = "/whole/", .page = "home", .params = params },
	{ .path = "/still/", .page = "home", .no_data = true },
	{ .path = "/zip/",
	    .page = "home",
	    .params = params,
	    .queries = by_zip },
	{ .path = "/passing/",
	    .page = "home",
	    .params = params,
	    .handler = late },
	{ .path = "/private/",
	    .page = "home",
	    .params = params,
	    .handler = private,
	    .formats = "csv" },
	{ .path = "/form/", .page = "home", .post = take }, { 0 }
};
static const char *const rooms[] = { "site", "web", NULL };
static const struct program program = { .name = "test",
	.routes = routes,
	.sheets = rooms,
	.open = open_life,
	.refresh = refresh_life,
	.close = close_life };

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

/* What a response has: its status, then a header or a part of its body. */
static const struct {
	const char *method, *uri, *query;
	int status;
	const char *has;
} responses[] = {
	{ "GET", "/private/", "format=xml", 200,
	    "Cache-Control: private, no-cache\r\n" },
	{ "GET", "/private/", "format=xml&hint=R", 303,
	    "Location: /there/\r\n" },
	{ "GET", "/private/", "format=xml&hint=R", 303, "no-store" },
	{ "GET", "/private/", "hint=X", 400, "no-store" },
	{ "GET", "/private/", "format=csv", 500, "no-store" }, /* no sheet */
	/* the last slash of a path; what a URL cannot be */
	{ "GET", "/whole?a=%0d", "a=%0d", 301, "Location: /whole/?a=%0d\r\n" },
	{ "GET", "/whole%00/", "", 404, "no-store" },
	{ "GET", "/%ff/", "", 404, "no-store" },
	{ "GET", "/%", "", 404, "no-store" },
	/* whatever the web server takes its address for */
	{ "GET", "/nothing/", "", 404,
	    "Content-Security-Policy: default-src 'none'; " },
	{ "GET", "/private/", "hint=X", 400, "frame-ancestors 'none'\r\n" },
	/* what the page does not declare is not of its address */
	{ "GET", "/whole/?z=7&zip=79000", "z=7&zip=79000", 301,
	    "Location: /whole/?zip=79000\r\n" },
	{ "GET", "/whole/?z", "z", 301, "Location: /whole/\r\n" },
	{ "GET", "/whole/?z=\r\nX: 1&zip", "z=7&zip", 301,
	    "Location: /whole/\r\n" },
	{ "GET", "/whole/", "zip=79000&format=xml", 200, "ETag: " },
	/* methods */
	{ "HEAD", "/whole/", "format=xml", 200, "Content-Length: " },
	{ "POST", "/whole/", "format=xml", 405, "Allow: GET, HEAD\r\n" },
	{ "PUT", "/whole/", "format=xml", 405, "Allow: GET, HEAD\r\n" },
	{ "GET", "/form/", "", 405, "Allow: POST\r\n" },
	{ "POST", "/form/", "format=xml", 200, "no-store" },
	{ "POST", "/form/", "long", 413, "no-store" },
	{ NULL, "/whole/", "", 405, "no-store" },
	/* formats */
	{ "GET", "/whole/", "format=xml", 200,
	    "Content-Type: application/xml" },
	{ "GET", "/whole/", "format=csv", 400, "no-store" },
	{ "GET", "/private/", "format=xmlx", 400, "no-store" },
};

static void
keep_etag(void)
{
	const char *etag = strstr(turn.sent.data, "ETag: ");

	if (etag != NULL)
		snprintf(turn.have, sizeof(turn.have), "%.18s", etag + 6);
}

static int
serve(fcgi_handler *fn, void *arg, const char *method, const char *uri,
    const char *query)
{
	buf_reset(&turn.sent);
	turn.method = method;
	turn.uri = uri;
	turn.query = query;
	fn(NULL, arg);
	return atoi(turn.sent.data + strlen("Status: "));
}

static void
check_responses(fcgi_handler *fn, void *arg)
{
	turn.have[0] = '\0';
	for (size_t i = 0; i < ROWS(responses); i++) {
		want_int(i,
		    serve(fn, arg, responses[i].method, responses[i].uri,
			responses[i].query),
		    responses[i].status);
		if (strstr(turn.sent.data, responses[i].has) == NULL)
			want_str(i, turn.sent.data, responses[i].has);
		if (responses[i].method != NULL &&
		    strcmp(responses[i].method, "HEAD") == 0)
			want_str(i, strstr(turn.sent.data, "\r\n\r\n"),
			    "\r\n\r\n");
	}
}

/* A reader is told that their page is good, and nginx keeps nothing of it. */
static void
check_reader(fcgi_handler *fn, void *arg)
{
	turn.have[0] = '\0';
	want_int(0, serve(fn, arg, "GET", "/whole/", "format=xml"), 200);
	keep_etag();
	turn.reader = true;
	want_int(1, serve(fn, arg, "GET", "/whole/", "format=xml"), 304);
	assert_non_null(strstr(turn.sent.data, "X-Accel-Expires: 0\r\n"));
	assert_non_null(strstr(turn.sent.data, "ETag: "));
	want_int(2, serve(fn, arg, "GET", "/whole/", "format=xml&zip=7"), 200);
	turn.reader = false;
	want_int(3, serve(fn, arg, "GET", "/whole/", "format=xml"), 304);
	assert_non_null(strstr(turn.sent.data, "X-Accel-Expires: @1\r\n"));
}

/* A page of the settings alone is served without the base. */
static void
check_still(fcgi_handler *fn, void *arg)
{
	turn.have[0] = '\0';
	life.away = true;
	turn.version = 9;
	((struct process *)arg)->data.asked = 0;
	want_int(0, serve(fn, arg, "GET", "/whole/", "format=xml"), 503);
	want_int(1, serve(fn, arg, "GET", "/still/", "format=xml"), 200);
	assert_non_null(strstr(turn.sent.data, "ETag: "));
	want_int(2, serve(fn, arg, "GET", "/nothing/", ""), 404);
	life.away = false;
}

/* A page of a portal is of one version: what names it are rows of the cache,
 * which another version frees. */
static void
check_portal(fcgi_handler *fn, void *arg)
{
	int refreshed = life.refreshed;

	turn.have[0] = '\0';
	turn.process->data.asked = 0;
	want_int(0, serve(fn, arg, "GET", "/portails/p/whole/", "format=xml"),
	    200);
	assert_non_null(strstr(turn.sent.data, "name=\"Un portail\""));
	want_int(1, life.refreshed - refreshed, 1);
}

/* Refreshed before the first request, and once a version; again at the next
 * request when it failed. */
static void
check_life(fcgi_handler *fn, void *arg)
{
	assert_int_equal(life.opened, 1);
	assert_int_equal(life.refreshed, 1);
	turn.version = 1;
	((struct process *)arg)->data.asked = 0;
	life.away = true;
	want_int(0, serve(fn, arg, "GET", "/whole/", ""), 503);
	want_int(1, serve(fn, arg, "GET", "/whole/", ""), 503);
	life.away = false;
	serve(fn, arg, "GET", "/whole/", "format=xml");
	serve(fn, arg, "GET", "/whole/", "format=xml");
	assert_int_equal(life.refreshed, 4);
	assert_int_equal(life.closed, 0);
}

bool
__wrap_fcgi_has_server(void)
{
	return true;
}

int
__wrap_fcgi_run(fcgi_handler *fn, fcgi_idle *idle, void *arg, unsigned long max)
{
	(void)max;
	assert_false(idle(arg));
	turn.process = arg;
	check_life(fn, arg);
	for (size_t i = 0; i < ROWS(rows); i++) {
		turn.version = rows[i].version;
		want_int(i,
		    serve(fn, arg, "GET", rows[i].uri,
			"format=xml&zip=79000&hint=79"),
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
	check_responses(fn, arg);
	check_reader(fn, arg);
	assert_int_equal(life.refreshed, 4);
	check_portal(fn, arg);
	check_still(fn, arg);
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
	assert_int_equal(life.closed, 1);
	unlink(name);
	free(here);
	buf_free(&turn.sent);
}

/* A table of routes that is wrong ends the program before it serves. */
static void
serve_wrong(void *arg)
{
	static const struct route table[] = {
		{ .path = "/", .page = "home", .missing = Q_PERIMETER_BY_CODE },
		{ 0 }
	};
	static const struct program wrong = { .name = "test",
		.routes = table,
		.sheets = rooms };

	(void)arg;
	_exit(program_main(&wrong, 0, NULL));
}

static void
test_wrong(void **state)
{
	(void)state;
	want_int(0, unit_status(serve_wrong, NULL), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_wrong),
	};

	return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
