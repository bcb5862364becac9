/* fetch.c - takes documents by HTTP(S). */

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/say.h"
#include "fetch/fetch.h"
#include "fetch/fetch_answer.h"
#include "fetch/fetch_exchange.h"
#include "fetch/fetch_network.h"

enum { TRIES = 3, MAX_REDIRECTS = 5, MAX_PAUSE_MS = 60000 };

struct fetch {
	CURL *curl;
	struct fetch_how how;
};

/* One call under way. */
struct visit {
	struct fetch_exchange x;
	struct fetch_got *got;
	struct fetch_address at; /* where redirects led */
	bool again;              /* another try may do */
};

struct fetch *
fetch_open(const struct fetch_how *how)
{
	struct fetch *f = calloc(1, sizeof(*f));

	if (f == NULL)
		log_die("fetch: out of memory");
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ||
	    (f->curl = curl_easy_init()) == NULL) {
		log_msg("fetch: libcurl does not start");
		free(f);
		return NULL;
	}
	f->how = *how;
	if (f->how.slow_seconds == 0)
		f->how.slow_seconds = 30;
	if (f->how.pause_ms == 0)
		f->how.pause_ms = 1000;
	return f;
}

void
fetch_close(struct fetch *f)
{
	if (f == NULL)
		return;
	curl_easy_cleanup(f->curl);
	curl_global_cleanup();
	free(f);
}

/* ---- how it ends without a document ---- */

/* fault, mend: translated; reason: in words of machines, or "". */
static enum fetch_end
end_by(struct visit *v, enum fetch_end end, const char *fault,
    const char *reason, const char *mend)
{
	const char *shown = v->at.shown;
	char *why = v->got->why;

	if (*reason != '\0')
		snprintf(why, sizeof(v->got->why), _("%s: %s (%s): %s"), shown,
		    fault, reason, mend);
	else
		snprintf(why, sizeof(v->got->why), _("%s: %s: %s"), shown,
		    fault, mend);
	return end;
}

static enum fetch_end
end_as(struct visit *v, const struct fetch_verdict *verdict)
{
	v->again = verdict->again;
	return end_by(v, verdict->end, gettext(verdict->fault), verdict->reason,
	    gettext(verdict->mend));
}

static enum fetch_end
end_large(struct visit *v)
{
	char fault[200];

	snprintf(fault, sizeof(fault), _("the document is over %llu bytes"),
	    v->x.want->max_bytes);
	return end_by(v, FETCH_REFUSED, fault, "",
	    _("check the address, or allow more"));
}

static enum fetch_end
end_private(struct visit *v)
{
	return end_by(v, FETCH_REFUSED,
	    _("this is an address of a private network"), "",
	    _("check it, or allow such addresses (of a feed: guichet feed set "
	      "NAME private=1)"));
}

static enum fetch_end
end_late(struct visit *v)
{
	char fault[200];

	snprintf(fault, sizeof(fault), _("the document is not whole in %u s"),
	    v->x.want->max_seconds);
	return end_by(v, FETCH_FAILED, fault, "",
	    _("try again later, or allow more"));
}

static enum fetch_end
end_disk(struct visit *v, int error)
{
	return end_by(v, FETCH_FAILED, _("the document cannot be written"),
	    say_error(error), _("make room for it"));
}

/* ---- one try: the exchanges to which redirects lead ---- */

static enum fetch_end
judge_broken(struct visit *v, CURLcode e)
{
	struct fetch_verdict verdict;

	if (v->x.stop == FETCH_STOP_LARGE || e == CURLE_FILESIZE_EXCEEDED)
		return end_large(v);
	if (v->x.stop == FETCH_STOP_DISK)
		return end_disk(v, v->x.error);
	if (v->x.stop == FETCH_STOP_PRIVATE && e == CURLE_COULDNT_CONNECT)
		return end_private(v);
	if (e == CURLE_OPERATION_TIMEDOUT && clock_ms() > v->x.end_ms - 20)
		return end_late(v);
	verdict = fetch_answer_broken(v->x.curl, e, *v->x.proxy != '\0');
	return end_as(v, &verdict);
}

static bool
is_redirect(long status)
{
	return (status >= 301 && status <= 303) || status == 307 ||
	    status == 308;
}

static enum fetch_end
judge(struct visit *v, CURLcode e)
{
	const struct fetch_want *want = v->x.want;
	long status = v->got->status;
	struct fetch_verdict verdict;

	/* Without a document, all that an answer says is in its status: the
	 * rest may be cut. */
	if (status < 200 ||
	    (e != CURLE_OK &&
		(fetch_exchange_is_document(status) || is_redirect(status))))
		return judge_broken(v, e);
	fetch_answer_keep(v->x.curl, v->at.url, v->got);
	if (status == 304 &&
	    (fetch_exchange_is_said(want->etag) ||
		fetch_exchange_is_said(want->modified)))
		return FETCH_SAME;
	if (fetch_exchange_is_document(status))
		return fflush(v->x.to) == 0 ? FETCH_FETCHED
					    : end_disk(v, errno);
	verdict = fetch_answer_status(status);
	return end_as(v, &verdict);
}

/* Goes where the answer leads; false when it does not, and *end is how it
 * ends. */
static bool
follow(struct visit *v, enum fetch_end *end)
{
	struct fetch_address next;
	const char *to = fetch_answer_location(v->x.curl);
	const char *wrong = fetch_address_read(&next, to, v->at.url);
	bool near;

	near = wrong == NULL && strcmp(next.origin, v->at.origin) == 0;
	if (v->got->status <= 303)
		v->x.posts = false;
	else if (wrong == NULL && v->x.posts && !near)
		wrong = N_("what was sent is not for another host");
	if (wrong != NULL) {
		*end = end_by(v, FETCH_REFUSED,
		    _("its redirect cannot be followed"), gettext(wrong),
		    _("check the address"));
		return false;
	}
	v->x.strays = v->x.strays || !near;
	v->at = next;
	return true;
}

static enum fetch_end
try_once(struct visit *v, const struct fetch_address *first)
{
	enum fetch_end end;
	CURLcode e;

	v->at = *first;
	v->x.strays = v->again = false;
	v->x.posts = v->x.want->post != NULL;
	for (int n = 0; n <= MAX_REDIRECTS; n++) {
		if (!v->x.how->private_allowed &&
		    fetch_network_is_private_number(v->at.host))
			return end_private(v);
		if (!fetch_exchange_empty(v->x.to))
			return end_disk(v, errno);
		e = fetch_exchange(&v->x);
		v->got->status = v->x.status;
		v->got->bytes = v->x.bytes;
		if (!is_redirect(v->got->status) ||
		    *fetch_answer_location(v->x.curl) == '\0')
			return judge(v, e);
		if (!follow(v, &end))
			return end;
	}
	return end_by(v, FETCH_REFUSED, _("it redirects again and again"), "",
	    _("check the address"));
}

/* ---- tries ---- */

/* Waits before another try; false when there is no time for it. */
static bool
wait_turn(struct visit *v, int tries)
{
	double pause = v->x.how->pause_ms, asked;
	struct timespec t;

	for (int i = 1; i < tries; i++)
		pause *= 4;
	asked = (double)fetch_answer_pause(v->x.curl) * 1000;
	if (asked > pause)
		pause = asked;
	if (pause > MAX_PAUSE_MS || clock_ms() + pause >= v->x.end_ms)
		return false;
	t.tv_sec = (time_t)(pause / 1000);
	t.tv_nsec = (long)((pause - (double)t.tv_sec * 1000) * 1e6);
	while (nanosleep(&t, &t) != 0 && errno == EINTR)
		continue;
	return true;
}

static bool
has_break(const char *s)
{
	return s != NULL && strpbrk(s, "\r\n") != NULL;
}

/* A line break, as a file of credentials ends with, would begin another. */
static const char *
find_fault(const struct fetch_want *want, struct fetch_address *a)
{
	bool broken = has_break(want->etag) || has_break(want->modified);

	for (const char *const *h = want->header; h != NULL && *h != NULL; h++)
		broken = broken || has_break(*h) || strchr(*h, ':') == NULL;
	return broken ? N_("a header is one line, \"Name: value\"")
		      : fetch_address_read(a, want->address, NULL);
}

enum fetch_end
fetch_get(struct fetch *f, const struct fetch_want *want, FILE *to,
    struct fetch_got *got)
{
	struct visit v = { .x = { .curl = f->curl,
			       .how = &f->how,
			       .want = want,
			       .to = to },
		.got = got };
	struct fetch_address first;
	const char *fault;
	int tries = 0;

	*got = (struct fetch_got){ 0 };
	v.x.at = &v.at;
	v.x.end_ms = clock_ms() + want->max_seconds * 1e3;
	if ((fault = find_fault(want, &first)) != NULL) {
		snprintf(got->why, sizeof(got->why), "%s", gettext(fault));
		got->end = FETCH_REFUSED;
		fetch_exchange_empty(to);
		return got->end;
	}
	do {
		got->why[0] = '\0';
		got->end = try_once(&v, &first);
	} while (v.again && ++tries < TRIES && wait_turn(&v, tries));
	if (got->end == FETCH_FETCHED)
		rewind(to);
	else
		fetch_exchange_empty(to);
	return got->end;
}
