/* apply_send.c - the last button: one draft, whatever the clicks. */

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "apply/apply_send.h"
#include "apply/draft.h"
#include "base/counters.h"
#include "payload/payload.h"
#include "xml/xml.h"

/* s: how long the page that follows a draft leads to it. */
enum { FOLLOWED = 600, DAY = 86400 };

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

/* Asks DS, and notes what it said whatever becomes of the reader.  It never
 * asks twice: each POST that succeeds makes another draft (DS 1.3). */
static enum rc
make(struct application *x, unsigned long long id, const struct buf *body)
{
	static const char *const ends[] = { [DS_REFUSED] = "refused",
		[DS_GONE] = "gone",
		[DS_BUSY] = "busy",
		[DS_DOWN] = "down",
		[DS_UNSURE] = "unsure" };
	struct ds_draft made = { .retry_after = 0 };
	enum ds_end end = ds_draft_make(x->m->ds, x->demarche->number, body,
	    &made);
	enum rc rc = draft_end(x->ctx->db, x->ctx->pool, id, end, &made);

	counters_add((enum counter)(COUNTER_DRAFT_MADE + end));
	/* A draft that the journal missed is still the reader's. */
	if (end == DS_MADE)
		return go(x, made.url);
	return rc == RC_OK ? tell(x, ends[end], made.retry_after) : rc;
}

static const char *
authority_text(const struct application *x, const char *fact)
{
	const struct known *k = answers_get(x->answers, fact, -1);

	return k != NULL ? k->v : NULL;
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

enum rc
apply_send(struct application *x)
{
	struct draft d = { .demarche = x->demarche->number,
		.aid = x->aid,
		.champs = (unsigned)x->payload.n };
	enum draft_start start;
	struct draft_known known;
	struct buf body = { 0 };
	enum rc rc;

	payload_body(&x->payload, &body);
	memcpy(d.key, urlencoded_get(&x->form, "form"), DRAFT_KEY + 1);
	d.siren = authority_text(x, "authority.siren");
	d.authority = authority_text(x, "authority.name");
	if (d.authority == NULL)
		d.authority = "";
	draft_digest(d.digest, d.demarche, body.data, body.len);
	rc = draft_begin(x->ctx->db, x->ctx->pool, &d, &start, &known);
	if (rc == RC_OK && start == DRAFT_CROWDED)
		counters_add(COUNTER_DRAFT_CROWDED);
	if (rc != RC_OK)
		;
	else if (start == DRAFT_NEW)
		rc = make(x, known.id, &body);
	else if (start == DRAFT_MADE && known.url != NULL)
		rc = go(x, known.url);
	else if (start == DRAFT_SENDING)
		rc = lead_on(x, &d);
	else
		rc = tell(x, start == DRAFT_CROWDED ? "crowded" : "unsure", 0);
	buf_free(&body);
	return rc;
}

/* Whether this form's payload has become a draft already. */
static enum rc
look(struct application *x, enum draft_start *start, struct draft_known *known)
{
	struct draft d = { .demarche = x->demarche->number };
	struct buf body = { 0 };

	payload_body(&x->payload, &body);
	memcpy(d.key, urlencoded_get(&x->form, "form"), DRAFT_KEY + 1);
	draft_digest(d.digest, d.demarche, body.data, body.len);
	buf_free(&body);
	return draft_look(x->ctx->db, x->ctx->pool, &d, start, known);
}

enum rc
apply_made(struct application *x, char day[11])
{
	enum draft_start start;
	struct draft_known known;
	enum rc rc = look(x, &start, &known);
	time_t made;
	struct tm tm;

	*day = '\0';
	if (rc != RC_OK || start != DRAFT_MADE)
		return rc;
	made = x->req->day * DAY + time(NULL) % DAY - known.age;
	strftime(day, 11, "%Y-%m-%d", gmtime_r(&made, &tm));
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
	if (strlen(name) != DRAFT_KEY + 1 + DRAFT_DIGEST ||
	    name[DRAFT_KEY] != '-' ||
	    strspn(name + DRAFT_KEY + 1, "0123456789abcdef") != DRAFT_DIGEST)
		return false;
	memcpy(d->key, name, DRAFT_KEY);
	memcpy(d->digest, name + DRAFT_KEY + 1, DRAFT_DIGEST);
	return draft_is_key(d->key);
}

enum rc
apply_follow(struct application *x, const char *name)
{
	static const char *const ends[] = { [DRAFT_NEW] = "none",
		[DRAFT_SENDING] = "sending",
		[DRAFT_LOST] = "unsure" };
	struct draft d = { .demarche = x->demarche->number };
	enum draft_start start;
	struct draft_known known;
	enum rc rc;

	if (!read_name(&d, name))
		return RC_NOT_FOUND;
	/* Asked for again, it is to be made again: no copy of it is of use. */
	x->resp->no_store = true;
	x->resp->is_private = false;
	rc = draft_look(x->ctx->db, x->ctx->pool, &d, &start, &known);
	if (rc != RC_OK)
		return rc;
	if (known.id == 0 || known.age > FOLLOWED ||
	    known.demarche != d.demarche || known.aid != x->aid)
		return RC_NOT_FOUND;
	if (start == DRAFT_MADE)
		return known.url != NULL ? go(x, known.url) : RC_NOT_FOUND;
	application_begin_step(x, "wait");
	xml_set(xml_add(x->to, "draft"), "end", ends[start]);
	return RC_OK;
}
