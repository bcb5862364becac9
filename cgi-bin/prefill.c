/* prefill.c - démarches, and applications with their form filled. */

#include <stdlib.h>
#include <string.h>

#include "apply/apply.h"
#include "db/rows.h"
#include "gen/programs.h"
#include "gen/queries/apply.h"
#include "web/page.h"
#include "xml/xml.h"

/* What lasts as long as the process. */
static struct apply_memory memory;

/* ---- démarches ---- */

/* The démarche that the address names by its number. */
static enum rc
prefill_named(struct ask *a, const struct demarche **d)
{
	const char *number = ask_slug(a);

	if (strspn(number, "0123456789") != strlen(number) ||
	    strlen(number) > 9)
		return RC_NOT_FOUND;
	return apply_demarche(&memory, a->db, (unsigned)atoi(number), d);
}

static enum rc
demarche(struct ask *a)
{
	const struct demarche *d;
	const struct arg *args = NULL;
	enum rc rc = prefill_named(a, &d);

	if (rc != RC_OK)
		return rc;
	apply_put_demarche(a, &memory, d);
	arg_int(a->pool, &args, AIDS_OF_DEMARCHE_IN_DEMARCHE, d->number);
	return rows_query(a->db, a->pool, Q_AIDS_OF_DEMARCHE, args, a->root,
	    NULL, NULL);
}

static enum rc
payload(struct ask *a)
{
	const struct demarche *d;
	enum rc rc = prefill_named(a, &d);

	return rc == RC_OK ? apply_payload(a, &memory, d) : rc;
}

/* ---- applying for an aid ---- */

static enum rc
prefill_show(struct ask *a)
{
	return apply_show(a, &memory, ask_slug(a));
}

static enum rc
prefill_take(struct ask *a)
{
	return apply_take(a, &memory, ask_slug(a));
}

/* ---- the program ---- */

#define QUERIES(...) \
	(const enum query_id[]) \
	{ \
		__VA_ARGS__, Q_NONE \
	}

static const struct route routes[] = {
	{ "/demarches/", "prefill-list", .queries = QUERIES(Q_DEMARCHE_LIST) },
	{ "/demarches/{slug}/", "prefill-demarche", .handler = demarche },
	{ "/aides/{slug}/candidater/", "prefill-apply", apply_params,
	    .handler = prefill_show, .post = prefill_take },
	{ "/api/demarches/{slug}/payload/", "prefill-payload", .post = payload,
	    .speaks = "json" },
	{ 0 }
};

static enum rc
prefill_refresh(struct ask *a, unsigned long long version)
{
	(void)version;
	return apply_refresh(&memory, a);
}

static void
prefill_forget(void)
{
	apply_forget(&memory);
}

int
main(int argc, char **argv)
{
	static const struct program prefill = { "prefill", routes,
		prefill_refresh, prefill_forget, prefill_sheets };

	return page_main(&prefill, argc, argv);
}
