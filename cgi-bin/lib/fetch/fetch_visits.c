/* fetch_visits.c - addresses that are visited, many at a time. */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/intern.h"
#include "base/log.h"
#include "fetch/fetch_visit.h"
#include "fetch/fetch_visits.h"

enum { AT_A_TIME = 16, PAUSE_MS = 1000, SLOW_SECONDS = 30, TRIES = 2 };

/* An address in the queue of its host, or that has ended. */
struct item {
	struct item *next;
	const char *address;
	struct fetch_visit *visit; /* once it has begun */
};

struct host {
	struct item *first, *last; /* that wait for their turn */
	bool is_asked, is_closed;
	double free_ms;          /* of clock_ms: not to be asked before */
	char origin[300];        /* that could not be reached */
	unsigned failures;       /* how often, in a row */
	struct fetch_seen *told; /* how that ended, or why it is closed */
};

struct fetch_visits {
	CURLM *multi;
	struct fetch_how how;
	struct intern *names; /* of hosts */
	struct host *hosts;
	size_t n, size; /* how many there are, and places */
	size_t turn;    /* whose is the next */
	unsigned waiting, active;
	struct item *ended;
	struct item *asked[AT_A_TIME]; /* NULL: a free place */
};

struct fetch_visits *
fetch_visits_open(const struct fetch_how *how)
{
	struct fetch_visits *v = calloc(1, sizeof(*v));

	if (v == NULL)
		log_die("fetch: out of memory");
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ||
	    (v->multi = curl_multi_init()) == NULL) {
		log_msg("fetch: libcurl does not start");
		free(v);
		return NULL;
	}
	v->how = *how;
	if (v->how.slow_seconds == 0)
		v->how.slow_seconds = SLOW_SECONDS;
	if (v->how.pause_ms == 0)
		v->how.pause_ms = PAUSE_MS;
	v->names = intern_new();
	return v;
}

static void
free_item(struct item *item)
{
	if (item->visit != NULL)
		fetch_visit_free(item->visit);
	free(item);
}

static void
free_items(struct item *item)
{
	struct item *next;

	for (; item != NULL; item = next) {
		next = item->next;
		free_item(item);
	}
}

void
fetch_visits_close(struct fetch_visits *v)
{
	if (v == NULL)
		return;
	for (size_t i = 0; i < AT_A_TIME; i++)
		if (v->asked[i] != NULL) {
			curl_multi_remove_handle(v->multi,
			    v->asked[i]->visit->x.curl);
			free_item(v->asked[i]);
		}
	for (size_t i = 0; i < v->n; i++) {
		free_items(v->hosts[i].first);
		free(v->hosts[i].told);
	}
	free_items(v->ended);
	free(v->hosts);
	intern_free(v->names);
	curl_multi_cleanup(v->multi);
	curl_global_cleanup();
	free(v);
}

/* ---- hosts, and who waits for them ---- */

static struct host *
find_host(struct fetch_visits *v, const char *name)
{
	size_t i = intern(v->names, name);

	v->hosts = intern_array(v->hosts, &v->size, i, sizeof(*v->hosts));
	if (i >= v->n)
		v->n = i + 1;
	return &v->hosts[i];
}

/* Whoever has begun goes first. */
static void
queue(struct fetch_visits *v, struct host *h, struct item *item)
{
	bool begun = item->visit != NULL;

	item->next = begun ? h->first : NULL;
	if (begun || h->first == NULL) {
		h->first = item;
	} else {
		h->last->next = item;
	}
	if (item->next == NULL)
		h->last = item;
	v->waiting++;
}

static struct item *
take(struct fetch_visits *v, struct host *h)
{
	struct item *item = h->first;

	h->first = item->next;
	item->next = NULL;
	v->waiting--;
	return item;
}

static void
put_ended(struct fetch_visits *v, struct item *item)
{
	item->next = v->ended;
	v->ended = item;
}

static void
note_told(struct host *h, const struct fetch_seen *seen)
{
	if (h->told == NULL && (h->told = malloc(sizeof(*h->told))) == NULL)
		log_die("fetch: out of memory");
	*h->told = *seen;
}

static struct item *
take_ended(struct fetch_visits *v)
{
	struct item *item = v->ended;

	if (item != NULL)
		v->ended = item->next;
	return item;
}

/* What was not begun there is for another day; what redirects led there ends
 * as the one that was told so. */
static void
drop_waiting(struct fetch_visits *v, struct host *h)
{
	while (h->first != NULL) {
		struct item *item = take(v, h);

		if (item->visit != NULL) {
			fetch_visit_end_as(item->visit, h->told);
			put_ended(v, item);
		} else {
			free_item(item);
		}
	}
}

void
fetch_visits_add(struct fetch_visits *v, const char *address)
{
	struct item *item = calloc(1, sizeof(*item));
	struct fetch_address a;
	const char *wrong = fetch_address_read(&a, address, NULL);

	if (item == NULL)
		log_die("fetch: out of memory");
	item->address = address;
	/* What is no address waits for nobody else. */
	queue(v, find_host(v, wrong == NULL ? a.host : ""), item);
}

/* ---- exchanges ---- */

/* Notes whether the origin is reached. */
static void
note_reach(struct host *h, const struct fetch_visit *visit)
{
	const struct fetch_seen *seen = &visit->seen;

	if (!seen->is_unreached) {
		h->failures = 0;
		return;
	}
	if (strcmp(h->origin, visit->at.origin) != 0)
		h->failures = 0;
	memcpy(h->origin, visit->at.origin, sizeof(h->origin));
	note_told(h, seen);
	h->failures++;
}

static bool
is_down(const struct host *h, const struct fetch_visit *visit)
{
	return h->failures >= TRIES && strcmp(h->origin, visit->at.origin) == 0;
}

static void
ask(struct fetch_visits *v, struct host *h, struct item *item)
{
	size_t i = 0;

	if (is_down(h, item->visit)) {
		fetch_visit_end_as(item->visit, h->told);
		put_ended(v, item);
		return;
	}
	if (!fetch_visit_begin(item->visit)) {
		put_ended(v, item);
		return;
	}
	while (v->asked[i] != NULL)
		i++;
	v->asked[i] = item;
	v->active++;
	h->is_asked = true;
	curl_easy_setopt(item->visit->x.curl, CURLOPT_PRIVATE, item);
	if (curl_multi_add_handle(v->multi, item->visit->x.curl) != CURLM_OK)
		log_die("fetch: out of memory");
}

/* The next one of a host whose turn has come. */
static void
begin(struct fetch_visits *v, struct host *h)
{
	struct item *item = take(v, h);
	bool ended = false;

	if (item->visit == NULL)
		item->visit = fetch_visit_new(&v->how, item->address, &ended);
	if (ended)
		put_ended(v, item);
	else
		ask(v, h, item);
}

static bool
is_ready(const struct host *h, double now)
{
	return h->first != NULL && !h->is_asked && now >= h->free_ms;
}

/* Each host in turn, so that none waits for those before it. */
static void
begin_ready(struct fetch_visits *v)
{
	double now = clock_ms();

	for (size_t k = 0; k < v->n && v->active < AT_A_TIME; k++) {
		struct host *h = &v->hosts[v->turn++ % v->n];

		if (is_ready(h, now))
			begin(v, h);
	}
}

/* Until when nothing can begin, in ms from now: a second at most. */
static int
wait_ms(const struct fetch_visits *v)
{
	double now = clock_ms(), until = now + 1000;

	for (size_t i = 0; i < v->n && v->active < AT_A_TIME; i++) {
		const struct host *h = &v->hosts[i];

		if (h->first != NULL && !h->is_asked && h->free_ms < until)
			until = h->free_ms;
	}
	return until > now ? (int)(until - now) + 1 : 0;
}

/* An exchange has ended: the visit too, or it goes on elsewhere. */
static void
go_on(struct fetch_visits *v, struct item *item, CURLcode e)
{
	struct fetch_visit *visit = item->visit;
	struct host *h = find_host(v, visit->at.host);
	enum fetch_step step;

	h->is_asked = false;
	h->free_ms = clock_ms() + v->how.pause_ms;
	step = fetch_visit_end(visit, e);
	if (step == FETCH_STEP_WAIT)
		h->free_ms = clock_ms() + (double)visit->seen.pause * 1e3;
	if (step == FETCH_STEP_END) {
		note_reach(h, visit);
		put_ended(v, item);
		if (visit->seen.pause > 0) {
			h->is_closed = true;
			note_told(h, &visit->seen);
		}
	} else {
		h->failures = 0;
		h = find_host(v, visit->at.host);
		queue(v, h, item);
	}
	if (h->is_closed)
		drop_waiting(v, h);
}

static void
perform(struct fetch_visits *v)
{
	int n;
	CURLMsg *m;

	curl_multi_perform(v->multi, &n);
	while ((m = curl_multi_info_read(v->multi, &n)) != NULL) {
		CURL *curl = m->easy_handle;
		CURLcode e = m->data.result;
		struct item *item = NULL;

		curl_easy_getinfo(curl, CURLINFO_PRIVATE, &item);
		curl_multi_remove_handle(v->multi, curl);
		for (size_t i = 0; i < AT_A_TIME; i++)
			if (v->asked[i] == item)
				v->asked[i] = NULL;
		v->active--;
		go_on(v, item, e);
	}
}

bool
fetch_visits_next(struct fetch_visits *v, struct fetch_seen *seen)
{
	struct item *item;

	while ((item = take_ended(v)) == NULL) {
		begin_ready(v);
		if (v->active == 0 && v->waiting == 0 && v->ended == NULL)
			return false;
		perform(v);
		if (v->ended == NULL)
			curl_multi_poll(v->multi, NULL, 0, wait_ms(v), NULL);
	}
	*seen = item->visit->seen;
	free_item(item);
	return true;
}
