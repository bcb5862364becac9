/* count_line.c - a line of the log of what is to be counted. */

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "count/count_line.h"
#include "text/day.h"

/* Bytes: a host's name, a column of count_word, and of count_search. */
enum { MAX_WORDS = 100, MAX_KIND = 64, MAX_DEPARTMENT = 3 };

static const char *const events[COUNT_EVENT__MAX] = {
	[COUNT_SEARCH] = "search",
	[COUNT_VIEW] = "aid",
	[COUNT_MORE] = "more",
	[COUNT_APPLY] = "apply",
	[COUNT_DRAFT] = "draft",
	[COUNT_OF_BACKER] = "backer",
	[COUNT_OF_PROGRAM] = "program",
};

/* A time as nginx writes it, $time_iso8601. */
static bool
read_time(const char *s, struct count_line *l)
{
	int h, m, sec, zone_h, zone_m;
	char sign;

	if (day_read(s, NULL) == NULL || strlen(s) != 25 || s[22] != ':' ||
	    sscanf(s + 10, "T%2d:%2d:%2d%c%2d:%2d", &h, &m, &sec, &sign,
		&zone_h, &zone_m) != 6 ||
	    h < 0 || h > 23 || m < 0 || m > 59 || sec < 0 || sec > 60 ||
	    (sign != '+' && sign != '-'))
		return false;
	memcpy(l->day, s, 10);
	l->day[10] = '\0';
	l->minute = (unsigned)(h * 60 + m);
	l->time = str_day(l->day) * 86400LL + l->minute * 60 + sec -
	    (sign == '+' ? 1 : -1) * (zone_h * 3600LL + zone_m * 60);
	return true;
}

/* Folded words, and slugs: what is no such thing is not ours. */
static bool
is_plain(const char *s, const char *more, size_t max)
{
	size_t n = strlen(s);

	for (const char *c = s; *c != '\0'; c++)
		if (!str_is_plain(*c) && strchr(more, *c) == NULL)
			return false;
	return n <= max;
}

static bool
take_pair(struct count_line *l, const char *key, const char *value)
{
	const struct {
		const char *key;
		long long *to;
	} numbers[] = { { "aid", &l->aid }, { "backer", &l->backer },
		{ "program", &l->program }, { "place", &l->place } };
	const struct {
		const char *key, **to, *more;
		size_t max;
	} texts[] = { { "portal", &l->portal, "-", MAX_KIND },
		{ "kind", &l->kind, "-", MAX_KIND },
		{ "department", &l->department, "", MAX_DEPARTMENT },
		{ "words", &l->words, " ", MAX_WORDS } };

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (strcmp(key, numbers[i].key) == 0) {
			*numbers[i].to = atoll(value);
			return *numbers[i].to > 0;
		}
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (strcmp(key, texts[i].key) == 0) {
			*texts[i].to = value;
			return is_plain(value, texts[i].more, texts[i].max);
		}
	if (strcmp(key, "found") == 0)
		l->nothing = strcmp(value, "0") == 0;
	if (strcmp(key, "event") == 0)
		for (int i = 0; i < COUNT_EVENT__MAX; i++)
			if (strcmp(value, events[i]) == 0)
				l->event = (enum count_event)i;
	/* What a later version may say is left alone. */
	return true;
}

/* The pairs of the header, which is changed. */
static bool
read_pairs(struct count_line *l, char *s)
{
	char *pair;

	l->event = COUNT_EVENT__MAX;
	l->portal = l->kind = l->department = l->words = "";
	while ((pair = strsep(&s, ";")) != NULL) {
		char *key = pair + strspn(pair, " ");
		char *value = strchr(key, '=');

		if (value == NULL)
			return false;
		*value++ = '\0';
		if (!str_url_decode(value) || !take_pair(l, key, value))
			return false;
	}
	return l->event != COUNT_EVENT__MAX;
}

enum count_reading
count_line_read(struct pool *pool, const char *s, size_t n,
    struct count_line *l)
{
	json_error_t error;
	json_t *line = json_loadb(s, n, 0, &error);
	const char *time, *address, *agent, *method, *host, *count;
	enum count_reading reading = COUNT_BAD;
	int status;

	*l = (struct count_line){ 0 };
	if (json_unpack(line, "{s:s, s:s, s:s, s:s, s:i, s:s, s:s}", "time",
		&time, "address", &address, "agent", &agent, "method", &method,
		"status", &status, "host", &host, "count", &count) == 0 &&
	    read_time(time, l) && read_pairs(l, pool_strdup(pool, count))) {
		l->network = pool_strdup(pool, address);
		l->visitor = pool_printf(pool, "%s %s", address, agent);
		l->host = pool_strdup(pool, host);
		reading = COUNT_READ;
		if ((strcmp(method, "GET") != 0 &&
			strcmp(method, "POST") != 0) ||
		    (status != 200 && status != 303 && status != 304))
			reading = COUNT_NO_ANSWER;
	}
	json_decref(line);
	return reading;
}
