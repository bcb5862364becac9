/* ds.c - the client of Démarches simplifiées. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <curl/curl.h>

#include "base/log.h"
#include "base/say.h"
#include "ds/ds.h"
#include "ds/ds_answer.h"

enum {
	MAX_ANSWER = 8 << 20,
	MAX_TOKENS = 50,
	/* seconds: when DS does not say, its own window (DS 1.3) */
	AGAIN = 15,
	MAX_AGAIN = 600
};

struct ds {
	CURL *curl;
	const char *base, *key, *proxy;
	long connect_ms, total_ms;
	struct buf url, answer;
	bool sent;         /* some of the request may have left */
	char subject[300]; /* of what is logged */
};

struct ds *
ds_open(const char *base, const char *proxy, const char *key)
{
	struct ds *d = calloc(1, sizeof(*d));

	if (d == NULL)
		log_die("ds: out of memory");
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ||
	    (d->curl = curl_easy_init()) == NULL) {
		log_msg("ds: libcurl does not start");
		free(d);
		return NULL;
	}
	d->base = base;
	d->key = key;
	d->proxy = *proxy != '\0' ? proxy : NULL;
	ds_patience(d, 10000, 30000);
	return d;
}

void
ds_close(struct ds *d)
{
	if (d == NULL)
		return;
	curl_easy_cleanup(d->curl);
	curl_global_cleanup();
	buf_free(&d->url);
	buf_free(&d->answer);
	free(d);
}

void
ds_patience(struct ds *d, long connect_ms, long total_ms)
{
	d->connect_ms = connect_ms;
	d->total_ms = total_ms;
}

/* ---- the exchange ---- */

static size_t
take_bytes(char *p, size_t size, size_t n, void *arg)
{
	struct ds *d = arg;

	n *= size;
	if (n > MAX_ANSWER - d->answer.len)
		return 0;
	buf_put(&d->answer, p, n);
	return n;
}

/* libcurl calls it once connected, TLS included, right before it sends: what
 * fails earlier has made nothing, what fails later may have. */
static int
mark_sent(void *arg, char *to, char *from, int to_port, int from_port)
{
	struct ds *d = arg;

	(void)to, (void)from, (void)to_port, (void)from_port;
	d->sent = true;
	return CURL_PREREQFUNC_OK;
}

/* What every call has; nothing of the one before stays, its key least of
 * all. */
static void
set_common(struct ds *d)
{
	CURL *c = d->curl;

	curl_easy_reset(c);
	curl_easy_setopt(c, CURLOPT_URL, d->url.data);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_PROXY, d->proxy);
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	/* A stream that HTTP/2 refuses is sent again by libcurl. */
	curl_easy_setopt(c, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, d->connect_ms);
	curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, d->total_ms);
	curl_easy_setopt(c, CURLOPT_USERAGENT, "Guichet");
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take_bytes);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, d);
	curl_easy_setopt(c, CURLOPT_PREREQFUNCTION, mark_sent);
	curl_easy_setopt(c, CURLOPT_PREREQDATA, d);
}

static void
add_header(struct curl_slist **list, const char *line)
{
	struct curl_slist *longer = curl_slist_append(*list, line);

	if (longer == NULL)
		log_die("ds: out of memory");
	*list = longer;
}

/* Returns the headers, to be freed after the call. */
static struct curl_slist *
set_post(struct ds *d, const struct buf *body, const char *key)
{
	struct curl_slist *list = NULL;
	struct buf line = { 0 };

	add_header(&list, "Content-Type: application/json");
	/* DS's front does not speak of 100; libcurl would wait for it. */
	add_header(&list, "Expect:");
	if (key != NULL) {
		buf_putf(&line, "Authorization: Bearer %s", key);
		add_header(&list, line.data);
		buf_free(&line);
	}
	curl_easy_setopt(d->curl, CURLOPT_HTTPHEADER, list);
	curl_easy_setopt(d->curl, CURLOPT_POSTFIELDSIZE_LARGE,
	    (curl_off_t)body->len);
	/* NULL would make libcurl read the body from standard input. */
	curl_easy_setopt(d->curl, CURLOPT_POSTFIELDS,
	    body->data != NULL ? body->data : "");
	/* On a kept connection that DS closes meanwhile, libcurl sends the
	 * request once more by itself: DS may have read the first, and would
	 * make two drafts.  A new connection has no such second chance. */
	curl_easy_setopt(d->curl, CURLOPT_FRESH_CONNECT, 1L);
	return list;
}

static enum ds_end
judge(const struct ds *d, CURLcode e, long wanted)
{
	long status = 0;

	curl_easy_getinfo(d->curl, CURLINFO_RESPONSE_CODE, &status);
	if (e == CURLE_OK && status == wanted)
		return DS_MADE;
	log_msg("ds: %s: HTTP %ld%s%s", d->subject, status,
	    e != CURLE_OK ? ", " : "",
	    e != CURLE_OK ? curl_easy_strerror(e) : "");
	/* What is in maintenance does nothing (RFC 9110, 15.6.4). */
	if (!d->sent || status == 503)
		return DS_DOWN;
	/* A refusal is all in its status: its body may be cut. */
	if (status == 404)
		return DS_GONE;
	if (status == 429)
		return DS_BUSY;
	return status >= 400 && status < 500 ? DS_REFUSED : DS_UNSURE;
}

/* Asks d->url: by POST when there is a body.  DS_MADE when the status is the
 * one wanted; the answer is then in d->answer. */
static enum ds_end
ds_ask(struct ds *d, const struct buf *body, const char *key, long wanted)
{
	struct curl_slist *headers = NULL;
	CURLcode e;

	d->sent = false;
	buf_reset(&d->answer);
	set_common(d);
	if (body != NULL)
		headers = set_post(d, body, key);
	e = curl_easy_perform(d->curl);
	curl_slist_free_all(headers);
	return judge(d, e, wanted);
}

/* Seconds, of a 429: Retry-After is a number of them, or a date. */
static long
retry_after(struct ds *d)
{
	struct curl_header *h;
	long long s;
	time_t date;

	if (curl_easy_header(d->curl, "Retry-After", 0, CURLH_HEADER, -1, &h) !=
		CURLHE_OK ||
	    *h->value == '\0')
		return AGAIN;
	if (h->value[strspn(h->value, "0123456789")] == '\0')
		s = strtoll(h->value, NULL, 10);
	else if ((date = curl_getdate(h->value, NULL)) != -1)
		s = (long long)date - (long long)time(NULL);
	else
		s = AGAIN;
	return s < 1 ? 1 : s > MAX_AGAIN ? MAX_AGAIN : (long)s;
}

/* NULL when the answer is no JSON.  It holds tokens, and may be large: it does
 * not stay. */
static json_t *
take_json(struct ds *d)
{
	json_t *j = json_loadb(d->answer.data, d->answer.len,
	    JSON_REJECT_DUPLICATES, NULL);

	buf_free(&d->answer);
	return j;
}

/* The end of an answer of the status wanted, of which why is what is wrong. */
static enum ds_end
judge_said(const struct ds *d, const char *why)
{
	if (why == NULL)
		return DS_MADE;
	log_msg("ds: %s: %s", d->subject, gettext(why));
	return DS_UNSURE;
}

/* ---- drafts ---- */

enum ds_end
ds_draft_make(struct ds *d, unsigned demarche, const struct buf *body,
    struct ds_draft *draft)
{
	enum ds_end end;
	json_t *j;

	*draft = (struct ds_draft){ 0 };
	snprintf(d->subject, sizeof(d->subject), _("draft of \"%u\""),
	    demarche);
	buf_reset(&d->url);
	buf_putf(&d->url, "%s/api/public/v1/demarches/%u/dossiers", d->base,
	    demarche);
	end = ds_ask(d, body, NULL, 201);
	if (end == DS_BUSY)
		draft->retry_after = retry_after(d);
	if (end != DS_MADE)
		return end;
	j = take_json(d);
	end = judge_said(d, ds_answer_draft(j, d->base, draft));
	json_decref(j);
	return end;
}

enum ds_end
ds_draft_states(struct ds *d, unsigned demarche, const char *const *token,
    size_t n, ds_state_taker *fn, void *arg)
{
	size_t asked = 0;
	enum ds_end end;
	json_t *j;

	snprintf(d->subject, sizeof(d->subject), _("states of \"%u\""),
	    demarche);
	if (n > MAX_TOKENS) {
		log_msg(_("ds: %s: over %d tokens"), d->subject, MAX_TOKENS);
		return DS_REFUSED;
	}
	buf_reset(&d->url);
	buf_putf(&d->url, "%s/api/public/v1/demarches/%u/dossiers", d->base,
	    demarche);
	for (size_t i = 0; i < n; i++)
		if (ds_answer_is_token(token[i]))
			buf_putf(&d->url, "%s%s",
			    asked++ == 0 ? "?prefill_token=" : ",", token[i]);
	if (asked == 0)
		return DS_MADE;
	if ((end = ds_ask(d, NULL, NULL, 200)) != DS_MADE)
		return end;
	j = take_json(d);
	end = judge_said(d, ds_answer_states(j, token, n, fn, arg));
	json_decref(j);
	return end;
}

/* ---- GraphQL ---- */

/* Asks a query that DS keeps; takes over variables.  *object is to json_decref,
 * NULL but after DS_MADE. */
static enum ds_end
ask_graphql(struct ds *d, const char *operation, json_t *variables,
    const char *key, const char *field, json_t **object)
{
	json_t *j = json_pack("{s:s, s:s, s:o}", "queryId", "ds-query-v2",
	    "operationName", operation, "variables", variables);
	char *text = json_dumps(j, JSON_COMPACT);
	const char *why;
	enum ds_end end;

	*object = NULL;
	json_decref(j);
	if (text == NULL)
		log_die("ds: out of memory");
	buf_reset(&d->url);
	buf_putf(&d->url, "%s/api/v2/graphql", d->base);
	end = ds_ask(d, &(struct buf){ .data = text, .len = strlen(text) }, key,
	    200);
	free(text);
	if (end != DS_MADE && end != DS_REFUSED)
		return end;
	j = take_json(d);
	/* An error may come with 400, which was logged, as with 200. */
	if (end == DS_REFUSED)
		end = ds_answer_error(j) == DS_GONE ? DS_GONE : DS_REFUSED;
	else if ((end = ds_answer_graphql(j, field, object, &why)) != DS_MADE)
		log_msg("ds: %s: %s", d->subject, gettext(why));
	json_decref(j);
	return end;
}

enum ds_end
ds_schema(struct ds *d, const char *slug, unsigned number, json_t **schema)
{
	unsigned long found;
	enum ds_end end;

	*schema = NULL;
	if (slug == NULL) {
		snprintf(d->subject, sizeof(d->subject), _("schema of \"%u\""),
		    number);
		end = ask_graphql(d, "getDemarcheDescriptor",
		    json_pack("{s:{s:I}, s:b}", "demarche", "number",
			(json_int_t)number, "includeRevision", 1),
		    NULL, "demarcheDescriptor", schema);
	} else {
		snprintf(d->subject, sizeof(d->subject), _("schema of \"%s\""),
		    slug);
		buf_reset(&d->url);
		buf_putf(&d->url, "%s/preremplir/", d->base);
		buf_put_url(&d->url, slug);
		buf_puts(&d->url, "/schema");
		if ((end = ds_ask(d, NULL, NULL, 200)) == DS_MADE)
			*schema = take_json(d);
	}
	if (end != DS_MADE)
		return end;
	found = ds_answer_number(*schema, "number");
	if (found != 0 && (slug != NULL || found == number))
		return DS_MADE;
	json_decref(*schema);
	*schema = NULL;
	return judge_said(d, N_("200 and no schema of it"));
}

enum ds_end
ds_dossier_state(struct ds *d, unsigned long number, char state[20])
{
	const char *word;
	json_t *dossier;
	enum ds_end end;

	state[0] = '\0';
	snprintf(d->subject, sizeof(d->subject), _("state of dossier \"%lu\""),
	    number);
	if (d->key == NULL) {
		log_msg(_("ds: %s: no key"), d->subject);
		return DS_REFUSED;
	}
	/* The least that DS lets a query say: what applicants wrote is no
	 * business of ours.  It spells one of the switches in two ways. */
	end = ask_graphql(d, "getDossier",
	    json_pack("{s:I, s:b, s:b, s:b, s:b, s:b}", "dossierNumber",
		(json_int_t)number, "includeChamps", 0, "includeAnotations", 0,
		"includeAnnotations", 0, "includeTraitements", 0,
		"includeInstructeurs", 0),
	    d->key, "dossier", &dossier);
	if (end != DS_MADE)
		return end;
	word = ds_answer_state(dossier);
	if (word == NULL || ds_answer_number(dossier, "number") != number)
		end = judge_said(d, N_("200 and no state of it"));
	else
		snprintf(state, 20, "%s", word);
	json_decref(dossier);
	return end;
}
