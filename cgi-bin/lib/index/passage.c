/* passage.c - a text in passages that can be shown alone. */

#include <string.h>

#include "base/str.h"
#include "index/passage.h"

static const char dots[] = "\xe2\x80\xa6";

/* Whether a sentence ends with the byte at p. */
static bool
ends_sentence(const char *p)
{
	return strchr(".!?", *p) != NULL &&
	    (p[1] == ' ' || p[1] == '\n' || p[1] == '\0');
}

/* An item cut out of a list has no need of its semicolon, nor of the narrow
 * blank before it. */
static const char *
without_tail(const char *from, const char *end)
{
	for (;;) {
		if (end > from && strchr(" ;:,", end[-1]) != NULL)
			end--;
		else if (end - from > 2 && memcmp(end - 2, "\xc2\xa0", 2) == 0)
			end -= 2;
		else if (end - from > 3 &&
		    memcmp(end - 3, "\xe2\x80\xaf", 3) == 0)
			end -= 3;
		else
			return end;
	}
}

/* Where the passage from p ends; *cut when within a sentence. */
static const char *
find_end(const char *p, bool *cut)
{
	const char *from = p, *sentence = NULL, *blank = NULL;

	*cut = false;
	for (; *p != '\0' && *p != '\n' && p - from < PASSAGE_MAX; p++) {
		if (ends_sentence(p))
			sentence = p + 1;
		if (*p == ' ' && p > from)
			blank = p;
	}
	if (*p == '\0' || *p == '\n')
		return p;
	if (sentence != NULL && sentence - from >= PASSAGE_MIN)
		return sentence;
	*cut = true;
	/* A word without an end is cut between two characters. */
	return blank != NULL ? blank : from + str_cut(from, PASSAGE_MAX);
}

bool
passage_next(struct passages *r, struct buf *out)
{
	const char *from, *end;
	bool after = r->cut;

	buf_reset(out);
	for (;;) {
		from = r->p + strspn(r->p, " \n\t");
		if (*from == '\0')
			return false;
		r->p = find_end(from, &r->cut);
		if ((end = without_tail(from, r->p)) > from)
			break;
		after = r->cut;
	}
	if (after)
		buf_puts(out, dots);
	buf_put(out, from, (size_t)(end - from));
	if (r->cut)
		buf_puts(out, dots);
	return true;
}
