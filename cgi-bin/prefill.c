/* prefill.c - démarches, and applications with their form filled. */

#include <stdlib.h>
#include <string.h>

#include "apply/apply.h"
#include "base/log.h"
#include "db/rows.h"
#include "gen/programs.h"
#include "gen/queries/apply.h"
#include "question/question_read.h"
#include "web/health.h"
#include "web/program.h"
#include "xml/xml.h"

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
	return apply_demarche(ctx->state, ctx->db, (unsigned)atoi(number), d);
}

/* Where and who asks goes along to the applications. */
static enum rc
carry(struct context *ctx, const struct request *req, struct response *resp)
{
	struct apply_asker asker;

	return apply_asker_read(ctx, req, resp, ctx->state, NULL, &asker);
}

static enum rc
demarche(struct context *ctx, const struct request *req, struct response *resp)
{
	const struct demarche *d;
	const struct arg *args = NULL;
	enum rc rc = prefill_named(ctx, req, &d);

	if (rc != RC_OK || (rc = carry(ctx, req, resp)) != RC_OK)
		return rc;
	apply_put_demarche(ctx, req, resp, d);
	arg_int(ctx->pool, &args, AIDS_OF_DEMARCHE_IN_DEMARCHE, d->number);
	return rows_query(ctx->db, ctx->pool, Q_AIDS_OF_DEMARCHE, args,
	    resp->root, NULL, NULL);
}

static enum rc
payload(struct context *ctx, const struct request *req, struct response *resp)
{
	const struct demarche *d;
	enum rc rc = prefill_named(ctx, req, &d);

	return rc == RC_OK ? apply_payload(ctx, req, resp, ctx->state, d) : rc;
}

/* ---- applying for an aid ---- */

static enum rc
prefill_show(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return apply_show(ctx, req, resp, ctx->state, req->slug);
}

static enum rc
prefill_take(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return apply_take(ctx, req, resp, ctx->state, req->slug);
}

static enum rc
prefill_press(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return apply_press(ctx, req, resp, ctx->state, req->slug);
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

static const struct route routes[] = {
	{ "/demarches/", "prefill-list", question_where_params,
	    .queries = QUERIES(Q_DEMARCHE_LIST), .handler = carry },
	{ "/demarches/{slug}/", "prefill-demarche", question_where_params,
	    .handler = demarche },
	{ "/aides/{slug}/candidater/", "prefill-apply", apply_params,
	    .handler = prefill_show, .formats = "answers",
	    .post = prefill_take },
	/* nginx limits it by its address: nginx-host.conf. */
	{ "/aides/{slug}/candidater/envoi/", "prefill-apply", apply_params,
	    .handler = prefill_back, .post = prefill_press },
	{ "/api/demarches/{slug}/payload/", "prefill-payload", .post = payload,
	    .speaks = "json" },
	HEALTH_ROUTES, { 0 }
};

static void *
prefill_open(const struct conf *conf)
{
	struct apply_memory *m = calloc(1, sizeof(*m));

	(void)conf;
	if (m == NULL)
		log_die("prefill: out of memory");
	return m;
}

static enum rc
prefill_refresh(struct context *ctx, unsigned long long version)
{
	(void)version;
	return apply_refresh(ctx->state, ctx);
}

static enum rc
prefill_prepare(void *state, struct db *db)
{
	return apply_prepare(state, db);
}

static void
prefill_close(void *state)
{
	apply_forget(state);
	free(state);
}

int
main(int argc, char **argv)
{
	static const struct program prefill = { .name = "prefill",
		.routes = routes,
		.sheets = prefill_sheets,
		.open = prefill_open,
		.refresh = prefill_refresh,
		.prepare = prefill_prepare,
		.close = prefill_close };

	return program_main(&prefill, argc, argv);
}
