/* fetch_visit.c - one address that is visited. */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/say.h"
#include "fetch/fetch_answer.h"
#include "fetch/fetch_network.h"
#include "fetch/fetch_visit.h"

enum {
	HEAD_SECONDS = 10,
	SECONDS = 20,
	LOOK_BYTES = 64 << 10,
	MAX_REDIRECTS = 5,
	MAX_WAIT = 30 /* for a server that asks for a moment: seconds */
};

/* What is there may be told to those who come by a browser, and who are known:
 * a refusal says nothing of the page. */
static const long unsure[] = { 401, 403, 405, 406, 407, 426, 429, 451, 501,
	999 };

/* Back to the address, by another method. */
static void
start(struct fetch_visit *v, bool heads)
{
	v->x.heads = heads;
	v->at = v->first;
	v->turns = 0;
	v->seen.is_permanent = true;
}

static void
end(struct fetch_visit *v, enum fetch_seen_end as, const char *why)
{
	v->seen.end = as;
	v->seen.status = v->x.status;
	snprintf(v->seen.url, sizeof(v->seen.url), "%s", v->at.url);
	snprintf(v->seen.why, sizeof(v->seen.why), "%s", why);
}

struct fetch_visit *
fetch_visit_new(const struct fetch_how *how, const char *address, bool *ended)
{
	struct fetch_visit *v = calloc(1, sizeof(*v));
	const char *wrong;

	if (v == NULL || (v->x.curl = curl_easy_init()) == NULL)
		log_die("fetch: out of memory");
	v->x.how = how;
	v->x.want = &v->want;
	v->x.at = &v->at;
	v->want.max_bytes = LOOK_BYTES;
	v->want.max_seconds = SECONDS;
	wrong = fetch_address_read(&v->first, address, NULL);
	if (wrong == NULL)
		start(v, true);
	else
		end(v, FETCH_SEEN_AWAY, gettext(wrong));
	v->seen.address = address;
	*ended = wrong != NULL;
	return v;
}

void
fetch_visit_free(struct fetch_visit *v)
{
	curl_slist_free_all(v->x.list);
	curl_easy_cleanup(v->x.curl);
	free(v);
}

bool
fetch_visit_begin(struct fetch_visit *v)
{
	v->x.status = 0;
	if (!v->x.how->private_allowed &&
	    fetch_network_is_private_number(v->at.host)) {
		end(v, FETCH_SEEN_AWAY,
		    _("this is an address of a private network"));
		return false;
	}
	v->x.end_ms = clock_ms() + (v->x.heads ? HEAD_SECONDS : SECONDS) * 1e3;
	fetch_exchange_begin(&v->x);
	return true;
}

void
fetch_visit_end_as(struct fetch_visit *v, const struct fetch_seen *other)
{
	v->x.status = other->status;
	end(v, other->end, other->why);
	v->seen.is_unreached = other->is_unreached;
	v->seen.pause = other->pause;
}

/* ---- judging ---- */

static bool
is_unsure(long status)
{
	for (size_t i = 0; i < sizeof(unsure) / sizeof(unsure[0]); i++)
		if (unsure[i] == status)
			return true;
	return false;
}

static enum fetch_step
follow(struct fetch_visit *v, const char *to)
{
	struct fetch_address next;
	const char *wrong;

	if (v->turns++ == MAX_REDIRECTS) {
		end(v, FETCH_SEEN_AWAY, _("it redirects again and again"));
		return FETCH_STEP_END;
	}
	if ((wrong = fetch_address_read(&next, to, v->at.url)) != NULL) {
		char why[sizeof(v->seen.why)];

		snprintf(why, sizeof(why), "%s: %s",
		    _("its redirect cannot be followed"), gettext(wrong));
		end(v, FETCH_SEEN_AWAY, why);
		return FETCH_STEP_END;
	}
	v->seen.is_permanent = v->seen.is_permanent &&
	    (v->x.status == 301 || v->x.status == 308);
	v->at = next;
	return FETCH_STEP_ON;
}

/* The server asks to be left alone for a while. */
static enum fetch_step
leave(struct fetch_visit *v)
{
	v->seen.pause = fetch_answer_pause(v->x.curl);
	if (v->seen.pause > 0 && v->seen.pause <= MAX_WAIT && v->waits++ == 0)
		return FETCH_STEP_WAIT;
	if (v->seen.pause == 0)
		v->seen.pause = 3600;
	end(v, FETCH_SEEN_UNSURE, _("the server is asked too often"));
	return FETCH_STEP_END;
}

static bool
has_reached(CURLcode e)
{
	return e != CURLE_COULDNT_RESOLVE_HOST &&
	    e != CURLE_COULDNT_RESOLVE_PROXY && e != CURLE_COULDNT_CONNECT &&
	    e != CURLE_OPERATION_TIMEDOUT && e != CURLE_SSL_CONNECT_ERROR &&
	    e != CURLE_PEER_FAILED_VERIFICATION;
}

/* Whether the question was sent: some wait for ever on a HEAD. */
static bool
was_sent(CURL *c)
{
	curl_off_t at = 0;

	curl_easy_getinfo(c, CURLINFO_PRETRANSFER_TIME_T, &at);
	return at > 0;
}

/* No answer came.  Of a HEAD that broke off, a GET may do. */
static enum fetch_step
judge_broken(struct fetch_visit *v, CURLcode e)
{
	struct fetch_verdict verdict = fetch_answer_broken(v->x.curl, e,
	    *v->x.proxy != '\0');
	bool is_reached = has_reached(e);
	const char *why = gettext(verdict.fault);
	enum fetch_seen_end as = FETCH_SEEN_AWAY;

	if (v->x.heads &&
	    (is_reached ||
		(e == CURLE_OPERATION_TIMEDOUT && was_sent(v->x.curl)))) {
		start(v, false);
		return FETCH_STEP_ON;
	}
	if (v->x.stop == FETCH_STOP_PRIVATE) {
		is_reached = true;
		why = _("this is an address of a private network");
	} else if (fetch_answer_is_unvouched(v->x.curl, e) ||
	    (*v->x.proxy != '\0' && !is_reached)) {
		as = FETCH_SEEN_UNSURE;
	}
	end(v, as, why);
	v->seen.is_unreached = !is_reached;
	return FETCH_STEP_END;
}

enum fetch_step
fetch_visit_end(struct fetch_visit *v, CURLcode e)
{
	struct fetch_verdict verdict;
	char why[sizeof(v->seen.why)];
	const char *to;
	long status;

	e = fetch_exchange_end(&v->x, e);
	status = v->x.status;
	to = fetch_answer_location(v->x.curl);
	if (status < 200)
		return judge_broken(v, e);
	if (status < 300) {
		/* Its status says all: the rest was not for us to read. */
		end(v, FETCH_SEEN_THERE, "");
		return FETCH_STEP_END;
	}
	if (status < 400 && status != 304 && *to != '\0')
		return follow(v, to);
	if (status == 429 ||
	    (status == 503 && fetch_answer_pause(v->x.curl) > 0))
		return leave(v);
	if (v->x.heads) {
		start(v, false);
		return FETCH_STEP_ON;
	}
	verdict = fetch_answer_status(status);
	snprintf(why, sizeof(why), "%s (%s)", gettext(verdict.fault),
	    verdict.reason);
	end(v, is_unsure(status) ? FETCH_SEEN_UNSURE : FETCH_SEEN_AWAY, why);
	return FETCH_STEP_END;
}
