/* ask.c - one request on its walk. */

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "web/ask.h"

/* No reader waits longer than that for what only helps, in ms: he then has the
 * best found so far, and is told. */
static const double PATIENCE = 300;

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The day of the answer; GUICHET_TODAY stands in for it in tests. */
static void
set_day(struct ask *a)
{
	const char *fixed = getenv("GUICHET_TODAY");
	time_t now = time(NULL);
	struct tm tm;

	localtime_r(&now, &tm);
	if (fixed != NULL)
		strptime(fixed, "%Y-%m-%d", &tm);
	/* strftime would look for the file of the time zone at each page. */
	a->today = pool_printf(a->pool, "%04d-%02d-%02d", tm.tm_year + 1900,
	    tm.tm_mon + 1, tm.tm_mday);
	tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
	a->day = timegm(&tm) / 86400;
}

/* GUICHET_PATIENCE stands in for it in tests. */
void
ask_begin(struct ask *a)
{
	const char *fixed = getenv("GUICHET_PATIENCE");

	set_day(a);
	a->until = now_ms() + (fixed != NULL ? atof(fixed) : PATIENCE);
}

bool
ask_is_late(const struct ask *a)
{
	return now_ms() >= a->until;
}

struct param_values
ask_values(const struct ask *a, const char *name)
{
	for (int i = 0; a->params[i].name != NULL; i++)
		if (strcmp(a->params[i].name, name) == 0)
			return a->values[i];
	return (struct param_values){ NULL, 0 };
}

enum rc
ask_refuse(struct ask *a, const char *name, const char *value,
    const char *reason)
{
	a->fault = (struct param_fault){ name, value, reason, 0 };
	return RC_BAD_PARAM;
}

static void
put_pair(struct buf *b, const char *name, const char *value)
{
	buf_putc(b, memchr(b->data, '?', b->len) != NULL ? '&' : '?');
	buf_put_url(b, name);
	buf_putc(b, '=');
	buf_put_url(b, value);
}

/* Whether the name is one of those, parted by blanks. */
static bool
is_among(const char *names, const char *name)
{
	size_t n = strlen(name);

	for (; names != NULL; names = strchr(names, ' ')) {
		names += *names == ' ';
		if (strncmp(names, name, n) == 0 &&
		    (names[n] == ' ' || names[n] == '\0'))
			return true;
	}
	return false;
}

const char *
ask_url(const struct ask *a, const char *drop, const char *value,
    const char *set, const char *to)
{
	const struct param *p = a->params;
	struct buf b = { 0 };
	bool refused = false;
	const char *url;

	buf_puts(&b, a->path);
	for (int i = 0; p != NULL && p[i].name != NULL; i++) {
		bool hit;

		if (set != NULL && strcmp(p[i].name, set) == 0) {
			refused |= p[i].type == PARAM_TEXT &&
			    strlen(to) > (size_t)p[i].max;
			continue;
		}
		if (a->values[i].n == 0 || strcmp(p[i].name, "page") == 0)
			continue;
		hit = is_among(drop, p[i].name);
		for (size_t k = 0; k < a->values[i].n; k++)
			if (!hit ||
			    (value != NULL &&
				strcmp(value, a->values[i].v[k].s) != 0))
				put_pair(&b, p[i].name, a->values[i].v[k].s);
	}
	if (set != NULL)
		put_pair(&b, set, to);
	url = refused ? NULL : pool_strndup(a->pool, b.data, b.len);
	buf_free(&b);
	return url;
}

const char *
ask_url_only(const struct ask *a, const char *name)
{
	struct param_values v = ask_values(a, name);
	struct buf b = { 0 };
	const char *url;

	buf_puts(&b, a->path);
	for (size_t k = 0; k < v.n; k++)
		put_pair(&b, name, v.v[k].s);
	url = pool_strndup(a->pool, b.data, b.len);
	buf_free(&b);
	return url;
}

const char *
ask_slug(const struct ask *a)
{
	for (const struct arg *p = a->args; p != NULL; p = p->next)
		if (p->name == ARG_SLUG)
			return p->v->s;
	return "";
}
