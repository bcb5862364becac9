/* apply_send.c - the last button: one draft, whatever the clicks. */

#include <stdlib.h>
#include <string.h>

#include "apply/apply_send.h"
#include "apply/draft.h"
#include "apply/draft_turn.h"
#include "base/counters.h"
#include "crypto/seal.h"
#include "payload/payload.h"
#include "text/day.h"
#include "text/network.h"
#include "web/count_header.h"
#include "xml/xml.h"

/* s: how long the page that follows a draft leads to it. */
enum { FOLLOWED = 600 };

/* The draft is not there: the same page, with what happened. */
static enum rc
tell(struct application *x, const char *end, long retry_after)
{
	xmlNodePtr n;

	application_begin_step(x, "check");
	application_put_check(x);
	n = xml_add(x->to, "draft");
	xml_set(n, "end", end);
	if (retry_after > 0)
		xml_set_int(n, "retry-after", retry_after);
	return RC_OK;
}

static enum rc
go(struct application *x, const char *url)
{
	x->resp->location = pool_strdup(x->ctx->pool, url);
	return RC_SEE_OTHER;
}

/* Asks DS, and notes what it said whatever becomes of the reader: RC_SEE_OTHER
 * to the draft, or RC_OK with why there is none in *end.  It never asks twice:
 * each POST that succeeds makes another draft (DS 1.3). */
static enum rc
make(struct application *x, const struct draft *d,
    const struct draft_known *known, const char **end, long *retry_after)
{
	static const struct {
		const char *word; /* on the page; NULL: it leads to the draft */
		enum counter counter;
	} ends[] = {
		[DS_MADE] = { NULL, COUNTER_DRAFT_MADE },
		[DS_REFUSED] = { "refused", COUNTER_DRAFT_REFUSED },
		[DS_GONE] = { "gone", COUNTER_DRAFT_GONE },
		[DS_BUSY] = { "busy", COUNTER_DRAFT_BUSY },
		[DS_DOWN] = { "down", COUNTER_DRAFT_DOWN },
		[DS_UNSURE] = { "unsure", COUNTER_DRAFT_UNSURE },
	};
	struct buf body = { 0 };
	struct ds_draft made = { .retry_after = 0 };
	enum ds_end how;
	enum rc rc;

	buf_put(&body, d->body, d->body_n);
	how = ds_draft_make(x->m->ds, d->demarche, &body, &made);
	buf_free(&body);
	counters_add(ends[how].counter);
	rc = draft_end(x->ctx->db, x->ctx->pool, d->key, known, how, &made);
	*end = ends[how].word;
	*retry_after = made.retry_after;
	if (how != DS_MADE)
		return rc;
	count_header_event(x->ctx, x->req, x->resp, "draft");
	count_header_number(x->resp, "aid", x->aid);
	/* A draft that the journal missed is still the reader's. */
	return go(x, made.url);
}

static const char *
authority_text(const struct application *x, const char *fact)
{
	const struct known *k = answers_get(x->answers, fact, -1);

	return k != NULL ? k->v : NULL;
}

/* Whose it is, for limits: a MAC, which leads back to no address. */
static const char *
network_mac(const struct application *x)
{
	const char *secret = x->m->secret;
	char *mac = pool_take(x->ctx->pool, SEAL_MAC + 1);
	char network[NETWORK_TEXT];

	network_of(network, x->req->client);
	seal_mac(mac, secret, strlen(secret), "network", network);
	return mac;
}

/* To the page that follows the draft, whose name only this reader knows. */
static enum rc
lead_on(struct application *x, const struct draft *d)
{
	return go(x,
	    pool_printf(x->ctx->pool,
		"/aides/%s/candidater/?demarche=%u&draft=%s-%s%s%s", x->slug,
		d->demarche, d->key, d->digest, x->from != NULL ? "&" : "",
		x->from != NULL ? x->from : ""));
}

/* Below which portal it is asked for; 0: none. */
static long long
portal_id(const struct application *x)
{
	return x->ctx->portal != NULL ? x->ctx->portal->id : 0;
}

/* The draft of the payload, under the key of the form. */
static void
draft_of_form(struct application *x, struct draft *d)
{
	struct buf body = { 0 };

	*d = (struct draft){ .demarche = x->demarche->number,
		.aid = x->aid,
		.portal = portal_id(x),
		.network = network_mac(x),
		.champs = (unsigned)x->payload.n,
		.siren = authority_text(x, "authority.siren"),
		.authority = authority_text(x, "authority.name") };
	if (d->authority == NULL)
		d->authority = "";
	memcpy(d->key, x->token.key, FORM_KEY + 1);
	payload_body(&x->payload, &body);
	d->body = pool_strndup(x->ctx->pool, body.data, body.len);
	d->body_n = body.len;
	draft_digest(d->digest, d->demarche, body.data, body.len);
	buf_free(&body);
}

/* Begins it, unless too many ask at once, who are counted. */
static enum rc
begin(struct application *x, const struct draft *d, enum draft_start *start,
    struct draft_known *known)
{
	enum rc rc = draft_begin(x->ctx->db, x->ctx->pool, d, start, known);

	if (rc == RC_OK && *start == DRAFT_CROWDED)
		counters_add(COUNTER_DRAFT_CROWDED);
	return rc;
}

enum rc
apply_send(struct application *x)
{
	struct draft d;
	enum draft_start start;
	struct draft_known known;
	const char *end = "unsure";
	long retry_after = 0;
	enum rc rc;

	draft_of_form(x, &d);
	rc = begin(x, &d, &start, &known);
	if (rc != RC_OK)
		return rc;
	if (start == DRAFT_MADE && known.url != NULL)
		return go(x, known.url);
	if (start == DRAFT_SENDING || start == DRAFT_WAITS)
		return lead_on(x, &d);
	if (start == DRAFT_CROWDED) {
		end = "crowded";
		retry_after = known.retry_after;
	}
	if (start == DRAFT_NEW)
		rc = make(x, &d, &known, &end, &retry_after);
	return rc == RC_OK ? tell(x, end, retry_after) : rc;
}

/* Whether this form's payload has become a draft already. */
static enum rc
look(struct application *x, enum draft_start *start, struct draft_known *known)
{
	struct draft d;

	draft_of_form(x, &d);
	return draft_look(x->ctx->db, x->ctx->pool, &d, start, known);
}

enum rc
apply_made(struct application *x, char day[11])
{
	enum draft_start start;
	struct draft_known known;
	enum rc rc = look(x, &start, &known);

	*day = '\0';
	if (rc != RC_OK || start != DRAFT_MADE)
		return rc;
	day_local(day_clock() - known.age, day);
	return RC_OK;
}

enum rc
apply_put_made(struct application *x)
{
	enum draft_start start;
	struct draft_known known;
	xmlNodePtr n;
	enum rc rc = look(x, &start, &known);

	if (rc != RC_OK || start != DRAFT_MADE || known.url == NULL)
		return rc;
	n = xml_add(x->to, "draft");
	xml_set(n, "end", "made");
	xml_add_text(n, "url", known.url);
	return RC_OK;
}

/* ---- following one ---- */

/* The key and the digest that a name has; false when it is none. */
static bool
read_name(struct draft *d, const char *name)
{
	if (strlen(name) != FORM_KEY + 1 + DRAFT_DIGEST ||
	    name[FORM_KEY] != '-' ||
	    strspn(name + FORM_KEY + 1, "0123456789abcdef") != DRAFT_DIGEST)
		return false;
	memcpy(d->key, name, FORM_KEY);
	memcpy(d->digest, name + FORM_KEY + 1, DRAFT_DIGEST);
	return form_is_key(d->key);
}

/* The page that asks again by itself: what is known of the draft. */
static enum rc
follow_page(struct application *x, const char *end, unsigned position,
    long retry_after)
{
	xmlNodePtr n;

	application_begin_step(x, "wait");
	n = xml_add(x->to, "draft");
	xml_set(n, "end", end);
	if (position > 0)
		xml_set_int(n, "place", position);
	if (retry_after > 0)
		xml_set_int(n, "retry-after", retry_after);
	return RC_OK;
}

/* What waits for its turn: it is made when that has come. */
static enum rc
follow_turn(struct application *x, struct draft *d)
{
	enum draft_start start;
	struct draft_known known;
	const char *end = "crowded";
	long retry_after = 0;
	enum rc rc;

	d->network = network_mac(x);
	d->portal = portal_id(x);
	rc = begin(x, d, &start, &known);
	if (rc != RC_OK)
		return rc;
	if (start == DRAFT_WAITS)
		return follow_page(x, "waits", known.position, 0);
	if (start == DRAFT_SENDING)
		return follow_page(x, "sending", 0, 0);
	if (start == DRAFT_CROWDED)
		retry_after = known.retry_after;
	else if (start == DRAFT_NEW)
		rc = make(x, d, &known, &end, &retry_after);
	else
		end = "unsure";
	return rc == RC_OK ? follow_page(x, end, 0, retry_after) : rc;
}

enum rc
apply_follow(struct application *x, const char *name)
{
	static const char *const ends[] = { [DRAFT_NEW] = "none",
		[DRAFT_SENDING] = "sending",
		[DRAFT_LOST] = "unsure" };
	struct context *ctx = x->ctx;
	struct draft d = { .demarche = 0 };
	enum draft_start start;
	struct draft_known known;
	enum rc rc;

	if (!read_name(&d, name))
		return RC_NOT_FOUND;
	/* Asked for again, it is to be made again: no copy of it is of use. */
	x->resp->no_store = true;
	x->resp->is_private = false;
	rc = draft_look(ctx->db, ctx->pool, &d, &start, &known);
	if (rc == RC_OK && start == DRAFT_NEW)
		rc = draft_turn_find(ctx->db, ctx->pool, &d);
	if (rc != RC_OK)
		return rc;
	if (d.body != NULL && d.demarche == x->demarche->number &&
	    d.aid == x->aid)
		return follow_turn(x, &d);
	if (known.id == 0 || known.age > FOLLOWED ||
	    known.demarche != x->demarche->number || known.aid != x->aid)
		return RC_NOT_FOUND;
	if (start == DRAFT_MADE)
		return known.url != NULL ? go(x, known.url) : RC_NOT_FOUND;
	return follow_page(x, ends[start], 0, 0);
}
