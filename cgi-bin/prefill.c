/* prefill.c - démarches, and applications with their form filled. */

#include <stdlib.h>
#include <string.h>

#include "api/api_elsewhere.h"
#include "apply/apply.h"
#include "base/log.h"
#include "db/rows.h"
#include "gen/programs.h"
#include "gen/queries/apply.h"
#include "process/health.h"
#include "process/program.h"
#include "question/question_read.h"
#include "search/search_base.h"
#include "xml/xml.h"

/* What lasts between requests: what applications need, and, once a portal was
 * asked for, the catalogue, which says what is within it. */
struct prefill {
	struct apply_memory apply;
	struct corpus corpus;
	unsigned long long version; /* of the data; */
	unsigned long long known;   /* of the catalogue, 0 before the first */
};

static struct apply_memory *
prefill_memory(struct context *ctx)
{
	struct prefill *p = ctx->state;

	return &p->apply;
}

/* Below a portal, tells the queries which aids are within it. */
static enum rc
prefill_within(struct context *ctx, const struct request *req)
{
	struct prefill *p = ctx->state;
	enum rc rc = RC_OK;

	if (ctx->portal == NULL)
		return RC_OK;
	if (p->known != p->version &&
	    (rc = corpus_refresh(&p->corpus, ctx->db, NULL, p->version)) ==
		RC_OK)
		p->known = p->version;
	return rc == RC_OK ? search_base_args(ctx, req, &p->corpus) : rc;
}

/* ---- démarches ---- */

/* The démarche that the address names by its number. */
static enum rc
prefill_named(struct context *ctx, const struct request *req,
    const struct demarche **d)
{
	const char *number = req->slug;

	if (strspn(number, "0123456789") != strlen(number) ||
	    strlen(number) > 9)
		return RC_NOT_FOUND;
	return apply_demarche(prefill_memory(ctx), ctx->db,
	    (unsigned)atoi(number), d);
}

/* Where and who asks goes along to the applications. */
static enum rc
carry(struct context *ctx, const struct request *req, struct response *resp)
{
	struct apply_asker asker;

	return apply_asker_read(ctx, req, resp, NULL, &asker);
}

static enum rc
demarche_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	enum rc rc = prefill_within(ctx, req);

	if (rc == RC_OK)
		rc = rows_query(ctx->db, ctx->pool, Q_DEMARCHE_LIST, ctx->args,
		    resp->root, NULL, NULL);
	return rc == RC_OK ? carry(ctx, req, resp) : rc;
}

static enum rc
demarche(struct context *ctx, const struct request *req, struct response *resp)
{
	const struct demarche *d;
	enum rc rc = prefill_named(ctx, req, &d);

	if (rc != RC_OK || (rc = carry(ctx, req, resp)) != RC_OK ||
	    (rc = prefill_within(ctx, req)) != RC_OK)
		return rc;
	apply_put_demarche(ctx, req, resp, d);
	arg_int(ctx->pool, &ctx->args, AIDS_OF_DEMARCHE_IN_DEMARCHE, d->number);
	return rows_query(ctx->db, ctx->pool, Q_AIDS_OF_DEMARCHE, ctx->args,
	    resp->root, NULL, NULL);
}

static enum rc
payload(struct context *ctx, const struct request *req, struct response *resp)
{
	const struct demarche *d;
	enum rc rc = prefill_named(ctx, req, &d);

	return rc == RC_OK
	    ? apply_payload(ctx, req, resp, prefill_memory(ctx), d)
	    : rc;
}

/* ---- applying for an aid ---- */

static enum rc
prefill_show(struct context *ctx, const struct request *req,
    struct response *resp)
{
	enum rc rc = prefill_within(ctx, req);

	return rc == RC_OK
	    ? apply_show(ctx, req, resp, prefill_memory(ctx), req->slug)
	    : rc;
}

static enum rc
prefill_take(struct context *ctx, const struct request *req,
    struct response *resp)
{
	enum rc rc = prefill_within(ctx, req);

	return rc == RC_OK
	    ? apply_take(ctx, req, resp, prefill_memory(ctx), req->slug)
	    : rc;
}

static enum rc
prefill_press(struct context *ctx, const struct request *req,
    struct response *resp)
{
	enum rc rc = prefill_within(ctx, req);

	return rc == RC_OK
	    ? apply_press(ctx, req, resp, prefill_memory(ctx), req->slug)
	    : rc;
}

/* The address of the last button, asked for without it: the form. */
static enum rc
prefill_back(struct context *ctx, const struct request *req,
    struct response *resp)
{
	resp->location = pool_printf(ctx->pool, "/aides/%s/candidater/",
	    req->slug);
	return RC_SEE_OTHER;
}

/* ---- the program ---- */

/* Bytes of a form with a file: what was kept of a form, of 256 kB at most, has
 * its markup too, and must come back. */
enum { ANSWERS_FILE = 512 * 1024 };

static const struct route routes[] = { { "/demarches/", "prefill-list",
					   question_where_params,
					   .handler = demarche_list },
	{ "/demarches/{slug}/", "prefill-demarche", question_where_params,
	    .handler = demarche },
	{ "/aides/{slug}/candidater/", "prefill-apply", apply_params,
	    .handler = prefill_show, .formats = "answers", .post = prefill_take,
	    .file_max = ANSWERS_FILE },
	/* nginx limits it by its address: nginx-host.conf. */
	{ "/aides/{slug}/candidater/envoi/", "prefill-apply", apply_params,
	    .handler = prefill_back, .post = prefill_press },
	API_PREFILL_ROUTES(payload), HEALTH_ROUTES, { 0 } };

static void *
prefill_open(const struct conf *conf)
{
	struct prefill *p = calloc(1, sizeof(*p));

	(void)conf;
	if (p == NULL)
		log_die("prefill: out of memory");
	return p;
}

static enum rc
prefill_refresh(struct context *ctx, unsigned long long version)
{
	struct prefill *p = ctx->state;

	p->version = version;
	return apply_refresh(&p->apply, ctx);
}

static void
prefill_close(void *state)
{
	struct prefill *p = state;

	apply_forget(&p->apply);
	corpus_free(&p->corpus);
	free(p);
}

int
main(int argc, char **argv)
{
	static const struct program prefill = { .name = "prefill",
		.routes = routes,
		.sheets = prefill_sheets,
		.open = prefill_open,
		.refresh = prefill_refresh,
		.close = prefill_close,
		.places = true };

	return program_main(&prefill, argc, argv);
}
