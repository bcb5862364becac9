/* page.c - the corridor that each request walks. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/build.h"
#include "base/log.h"
#include "base/str.h"
#include "base/timing.h"
#include "db/rows.h"
#include "db/version.h"
#include "web/fcgi.h"
#include "web/page.h"
#include "web/response.h"
#include "web/site.h"
#include "xml/xml.h"
#include "xml/xsl.h"

enum { MAX_QUERY = 16 * 1024, MAX_BODY = 256 * 1024, KEPT = 3 << 20 };

/* What lives as long as the process. */
struct house {
	const struct program *program;
	struct conf conf;
	char account[64]; /* "guichet-search" */
	struct site *site;
	struct xsl *xsl;
	struct db *db;
	struct row_cache *kept;
	struct pool *pool;
	struct buf body;
	struct version data;
	unsigned long long version; /* of the data, at the last refresh */
	bool fresh;
};

/* One answer in the making. */
struct turn {
	struct house *house;
	struct ask ask;
	const struct route *route;
	xmlDocPtr doc;
	struct response response;
	unsigned long long version;
	bool post;
	const char *url; /* path and query, as they came */
	char request_id[33], etag[40];
};

/* ---- route ---- */

static const struct param none[] = { { 0 } };

static enum rc
find_route(struct turn *t, const char **slug)
{
	struct ask *a = &t->ask;
	const char *closed, *url = t->url;
	int path = (int)strcspn(url, "?");

	t->route = route_find(a->pool, t->house->program->routes, a->path, slug,
	    &closed);
	if (t->route != NULL) {
		a->params = t->route->params != NULL ? t->route->params : none;
		a->format = t->route->speaks;
		return RC_OK;
	}
	if (closed == NULL)
		return RC_NOT_FOUND;
	/* As it came: decoded, it may hold the end of a header. */
	a->location = pool_printf(a->pool, "%.*s/%s", path, url, url + path);
	return RC_MOVED;
}

/* ---- params ---- */

static const struct param format_param[] = {
	{ .name = "format", .type = PARAM_SLUG }, { 0 }
};

static enum rc
read_format(struct turn *t)
{
	struct param_values *v;
	const char *formats = t->route->formats, *f;
	enum rc rc = param_read(t->ask.pool, format_param, t->ask.query, &v,
	    &t->ask.fault);
	size_t n;

	if (rc != RC_OK || v->n == 0)
		return rc;
	f = v->v[0].s;
	n = strlen(f);
	if (strcmp(f, "html") == 0)
		return RC_OK;
	t->ask.format = f;
	if (strcmp(f, "xml") == 0)
		return RC_OK;
	for (const char *p = formats; p != NULL && *p != '\0';
	     p += strcspn(p, " "), p += *p == ' ')
		if (strcspn(p, " ") == n && memcmp(p, f, n) == 0)
			return RC_OK;
	t->ask.format = NULL;
	return ask_refuse(&t->ask, "format", f, "unknown-format");
}

/* Parameters that say so become arguments of the queries. */
static void
add_args(struct ask *a)
{
	for (int i = 0; a->params[i].name != NULL; i++) {
		const struct param *p = &a->params[i];
		struct param_values v = a->values[i];
		struct value *to;
		bool number = p->type == PARAM_UINT || p->type == PARAM_ID ||
		    p->type == PARAM_BOOL;

		if (p->arg == ARG_NONE || v.n == 0)
			continue;
		to = pool_take(a->pool, v.n * sizeof(*to));
		for (size_t k = 0; k < v.n; k++)
			to[k] = (struct value){ number ? VALUE_INT : VALUE_TEXT,
				v.v[k].i, v.v[k].s, strlen(v.v[k].s) };
		arg_list(a->pool, &a->args, p->arg, to, v.n);
	}
}

static enum rc
read_params(struct turn *t, const char *slug)
{
	struct ask *a = &t->ask;
	enum rc rc = read_format(t);

	if (rc == RC_OK)
		rc = param_read(a->pool, a->params, a->query, &a->values,
		    &a->fault);
	if (rc != RC_OK)
		return rc;
	arg_text(a->pool, &a->args, ARG_TODAY, a->today);
	arg_int(a->pool, &a->args, ARG_DAY, a->day);
	if (slug != NULL)
		arg_text(a->pool, &a->args, ARG_SLUG, slug);
	add_args(a);
	return RC_OK;
}

/* ---- the version of the data, and what the reader has already ---- */

static enum rc
check_version(struct turn *t, struct fcgi *g)
{
	struct house *h = t->house;
	const char *have = fcgi_env(g, "HTTP_IF_NONE_MATCH");
	uint64_t tag;
	enum rc rc = version_read(&h->data, h->db, t->ask.pool, h->conf.notice);

	if (rc != RC_OK)
		return rc;
	t->version = h->data.number;
	if (t->post)
		return RC_OK;
	tag = str_hash(site_fingerprint(h->site) ^ xsl_fingerprint(h->xsl) ^
		t->version * 0x9e3779b97f4a7c15u,
	    t->ask.today);
	tag = str_hash(str_hash(tag, t->ask.path), t->ask.query);
	snprintf(t->etag, sizeof(t->etag), "\"%016llx\"",
	    (unsigned long long)tag);
	t->response.etag = t->etag;
	return have != NULL && strstr(have, t->etag) != NULL ? RC_UNCHANGED
							     : RC_OK;
}

static enum rc
page_refresh(struct turn *t)
{
	struct house *h = t->house;
	enum rc rc = RC_OK;

	row_cache_begin(h->kept, t->version);
	if (h->program->refresh == NULL ||
	    (h->fresh && h->version == t->version))
		return RC_OK;
	rc = h->program->refresh(&t->ask, t->version);
	h->fresh = rc == RC_OK;
	h->version = t->version;
	return rc;
}

/* ---- the document ---- */

static void
begin_doc(struct turn *t, const char *page)
{
	xmlNodePtr n;

	t->doc = xml_page(t->ask.pool, page);
	t->ask.root = xmlDocGetRootElement(t->doc);
	site_append(t->house->site, t->ask.root);
	n = xml_add(t->ask.root, "request");
	xml_set(n, "id", t->request_id);
	xml_set(n, "path", t->ask.path);
	xml_set(n, "url", t->url);
	xml_set(n, "today", t->ask.today);
	xml_set_int(n, "version", (long long)t->version);
	if (t->ask.format == NULL)
		site_append_frame(t->house->site, t->ask.root);
}

/* What was asked, for a page that says nothing more about it. */
static void
put_asked(struct ask *a)
{
	const struct param *p = a->params;

	for (int i = 0; p[i].name != NULL; i++)
		for (size_t k = 0; k < a->values[i].n; k++)
			xml_add_text(a->asked, p[i].name, a->values[i].v[k].s);
}

static enum rc
make_doc(struct turn *t)
{
	struct ask *a = &t->ask;
	const enum query_id *q = t->route->queries;
	enum rc rc = RC_OK;
	unsigned n;

	begin_doc(t, t->route->page);
	a->asked = xml_add(a->root, "asked");
	if (t->route->handler == NULL)
		put_asked(a);
	for (; rc == RC_OK && q != NULL && *q != Q_NONE; q++) {
		rc = rows_query(a->db, a->pool, *q, a->args, a->root, NULL, &n);
		if (rc == RC_OK && n == 0 && *q == t->route->missing)
			rc = RC_NOT_FOUND;
	}
	if (rc == RC_OK && t->post)
		return t->route->post(a);
	if (rc == RC_OK && t->route->handler != NULL)
		rc = t->route->handler(a);
	return rc;
}

/* Whether the method is one of the route; a body is then read whole. */
static enum rc
read_method(struct turn *t, struct fcgi *g)
{
	const char *method = fcgi_env(g, "REQUEST_METHOD");
	struct ask *a = &t->ask;

	t->post = strcmp(method, "POST") == 0;
	if (!t->post)
		return (t->response.head || strcmp(method, "GET") == 0) &&
			(t->route->handler != NULL || t->route->post == NULL)
		    ? RC_OK
		    : RC_METHOD;
	if (t->route->post == NULL)
		return RC_METHOD;
	a->media = fcgi_env(g, "CONTENT_TYPE");
	a->site = fcgi_env(g, "HTTP_SEC_FETCH_SITE");
	if (a->site != NULL && *a->site == '\0')
		a->site = NULL;
	a->passing = true; /* an answer to a body is nobody else's */
	return fcgi_read(g, a->pool, MAX_BODY, &a->body, &a->body_n);
}

static enum rc
page_build(struct turn *t, struct fcgi *g)
{
	const char *slug = NULL;
	enum rc rc;

	if (strlen(t->ask.query) > MAX_QUERY)
		return RC_TOO_LONG;
	if ((rc = find_route(t, &slug)) != RC_OK)
		return rc;
	if ((rc = read_method(t, g)) != RC_OK)
		return rc;
	if ((rc = read_params(t, slug)) != RC_OK ||
	    (rc = check_version(t, g)) != RC_OK ||
	    (rc = page_refresh(t)) != RC_OK)
		return rc;
	return make_doc(t);
}

/* ---- the answer ---- */

static void
begin_error(struct turn *t, enum rc why)
{
	const struct param_fault *f = &t->ask.fault;
	xmlNodePtr error, n;

	t->ask.format = t->route != NULL ? t->route->speaks : NULL;
	begin_doc(t, "error");
	error = xml_add(t->ask.root, "error");
	xml_set_int(error, "status", response_status(why));
	if (why == RC_BAD_PARAM) {
		n = xml_add(error, "param");
		xml_set(n, "name", f->name);
		xml_set(n, "value", f->value);
		xml_set(n, "reason", f->reason);
		if (f->max > 0)
			xml_set_int(n, "max", f->max);
	}
	if (why == RC_NOT_FOUND && t->ask.suggest != Q_NONE)
		rows_query(t->ask.db, t->ask.pool, t->ask.suggest, t->ask.args,
		    t->ask.root, NULL, NULL);
}

static enum rc
page_render(struct turn *t, struct buf *out)
{
	const char *page = (const char *)xmlGetProp(t->ask.root,
	    (const xmlChar *)"name");
	const struct xsl_sheet *sheet;
	enum rc rc = RC_OK;

	if (t->ask.format != NULL && strcmp(t->ask.format, "xml") == 0) {
		xsl_write_xml(t->doc, out);
		t->response.media = "application/xml; charset=utf-8";
	} else if ((sheet = xsl_find(t->house->xsl, page, t->ask.format)) ==
	    NULL) {
		log_msg("page: no stylesheet for \"%s\"", page);
		rc = RC_FAIL;
	} else {
		rc = xsl_apply(sheet, t->doc, out, &t->response.media);
	}
	xmlFree((void *)(uintptr_t)page);
	return rc;
}

/* What leaves when even the error page cannot be made. */
static void
plain_error(struct turn *t, struct buf *out)
{
	buf_reset(out);
	buf_putf(out, "%d\n%s\n", response_status(t->response.rc),
	    t->request_id);
	t->response.media = "text/plain; charset=utf-8";
}

static void
name_request(struct turn *t, struct fcgi *g)
{
	const char *id = fcgi_env(g, "REQUEST_ID");
	unsigned char r[8];

	if (id != NULL && strlen(id) == 32 &&
	    strspn(id, "0123456789abcdef") == 32) {
		memcpy(t->request_id, id, 33);
	} else if (getrandom(r, sizeof(r), 0) == (ssize_t)sizeof(r)) {
		for (size_t i = 0; i < sizeof(r); i++)
			snprintf(t->request_id + 2 * i, 3, "%02x", r[i]);
	}
	log_request(t->request_id);
}

static void
begin_turn(struct turn *t, struct fcgi *g)
{
	const char *uri = fcgi_env(g, "REQUEST_URI");
	const char *query = fcgi_env(g, "QUERY_STRING");
	const char *method = fcgi_env(g, "REQUEST_METHOD");
	char *path;

	name_request(t, g);
	ask_begin(&t->ask);
	t->ask.query = query != NULL ? query : "";
	path = pool_strdup(t->ask.pool, uri != NULL ? uri : "/");
	t->url = uri != NULL ? str_clean(pool_strdup(t->ask.pool, uri)) : "/";
	path[strcspn(path, "?")] = '\0';
	if (!str_url_decode(path) || !str_is_xml(path, strlen(path)))
		strcpy(path, "/?"); /* a path of no route */
	t->ask.path = path;
	t->response.head = method != NULL && strcmp(method, "HEAD") == 0;
}

/* Of a file: the first word of the address, and the day. */
static const char *
filename(const struct ask *a)
{
	const char *f = a->format != NULL ? a->format : "", *p = a->path + 1;

	return strcmp(f, "csv") == 0 || strcmp(f, "ics") == 0
	    ? pool_printf(a->pool, "%.*s-%s.%s", (int)strcspn(p, "/"), p,
		  a->today, f)
	    : NULL;
}

/* One request, door to door.  Whatever happens, one whole answer leaves. */
static void
page_serve(struct fcgi *g, void *arg)
{
	struct house *h = arg;
	struct turn t = { .house = h,
		.ask = { .pool = h->pool,
		    .db = h->db,
		    .kept = h->kept,
		    .conf = &h->conf,
		    .xsl = h->xsl } };
	enum rc rc;

	timing_reset();
	timing_start(TIMING_ALL);
	buf_reset(&h->body);
	begin_turn(&t, g);
	rc = fcgi_env(g, "REQUEST_METHOD") != NULL ? page_build(&t, g)
						   : RC_METHOD;
	if (rc == RC_OK && (rc = page_render(&t, &h->body)) != RC_OK)
		buf_reset(&h->body);
	t.response.rc = rc;
	if (t.ask.passing || t.ask.own)
		t.response.etag = NULL;
	t.response.own = t.ask.own;
	t.response.location = t.ask.location;
	t.response.post = t.route != NULL && t.route->handler == NULL &&
	    t.route->post != NULL;
	t.response.filename = filename(&t.ask);
	if (rc != RC_OK && rc != RC_UNCHANGED && rc != RC_MOVED &&
	    rc != RC_SEE_OTHER) {
		begin_error(&t, rc);
		if (page_render(&t, &h->body) != RC_OK)
			plain_error(&t, &h->body);
	}
	timing_stop(TIMING_ALL);
	if (!response_send(g, &t.response, &h->body))
		log_msg("page: the response was cut short");
	pool_reset(h->pool);
	log_request(NULL);
}

/* ---- the process ---- */

static enum rc
open_house(struct house *h, const struct program *p)
{
	char path[4096];

	h->program = p;
	if (conf_load(&h->conf, conf_path()) != RC_OK)
		return RC_FAIL;
	if ((h->site = site_open(&h->conf)) == NULL)
		return RC_FAIL;
	snprintf(path, sizeof(path), "%s/xsl", h->conf.share_dir);
	if ((h->xsl = xsl_open(path, p->sheets)) == NULL)
		return RC_FAIL;
	snprintf(h->account, sizeof(h->account), "guichet-%s", p->name);
	h->pool = pool_new();
	h->kept = row_cache_new(KEPT);
	h->db = db_new(h->conf.database_options, h->account, false);
	return site_render_frame(h->site, h->xsl);
}

static void
close_house(struct house *h)
{
	if (h->program->close != NULL)
		h->program->close();
	row_cache_free(h->kept);
	db_free(h->db);
	xsl_close(h->xsl);
	site_close(h->site);
	pool_free(h->pool);
	buf_free(&h->body);
	conf_free(&h->conf);
}

/* A tenth more or less, so that the workers do not all end together. */
static unsigned long
max_requests(const struct conf *c)
{
	unsigned long max = strtoul(c->max_requests, NULL, 10);

	return max + (unsigned long)getpid() % (max / 10 + 1);
}

/* A web server may pass words of the address as arguments (RFC 3875, 4.4): they
 * are no question of the version. */
static bool
asks_version(int argc, char **argv)
{
	return argc > 1 && strcmp(argv[1], "--version") == 0 &&
	    getenv("GATEWAY_INTERFACE") == NULL;
}

int
page_main(const struct program *p, int argc, char **argv)
{
	struct house h = { 0 };
	int status = 1;

	if (asks_version(argc, argv)) {
		printf("%s %s (%s)\n", p->name, build_version, build_id);
		return 0;
	}
	log_program(p->name);
	if (open_house(&h, p) == RC_OK)
		status = fcgi_run(page_serve, &h, max_requests(&h.conf));
	close_house(&h);
	return status;
}
