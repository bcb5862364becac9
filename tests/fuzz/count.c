/* count.c - lines of a log: what is taken is a key that JSON and a column can hold. */

#include "base/str.h"
#include "count/count_line.h"
#include "fuzz.h"

static void
check_text(const char *s, size_t max)
{
	must(s != NULL && strlen(s) <= max);
	for (; *s != '\0'; s++)
		must(str_is_plain(*s) || *s == '-' || *s == ' ');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct pool *pool = pool_new();
	struct count_line l;

	if (count_line_read(pool, (const char *)data, n, &l) != COUNT_BAD) {
		must(strlen(l.day) == 10 && l.minute < 1440);
		must(l.host != NULL && (int)l.event < COUNT_EVENT__MAX);
		must(l.aid >= 0 && l.backer >= 0 && l.program >= 0);
		check_text(l.portal, 64);
		check_text(l.kind, 64);
		check_text(l.department, 3);
		check_text(l.words, 100);
	}
	pool_free(pool);
	return 0;
}
