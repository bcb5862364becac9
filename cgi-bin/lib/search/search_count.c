/* search_count.c - what is to be counted of a search. */

#include <string.h>

#include "search/search_count.h"
#include "web/count_header.h"

/* Bytes of the words: a column of count_word. */
enum { WORDS_MAX = 100 };

static void
count_words(const struct request *req, struct response *resp,
    const struct question *q)
{
	struct param_values typed = request_values(req, "keyword");
	const char *s = q->meant != NULL ? q->meant
	    : typed.n > 0                ? typed.v[0].s
					 : "";
	char words[WORDS_MAX + 1] = "";
	size_t n = 0;
	struct word w;

	while (words_scan(&s, &w)) {
		size_t len = strlen(w.folded);

		if (words_is_stop(q->corpus->words, &w))
			continue;
		if (n + (n > 0) + len > WORDS_MAX)
			break;
		if (n > 0)
			words[n++] = ' ';
		memcpy(words + n, w.folded, len + 1);
		n += len;
	}
	count_header_text(resp, "words", words);
}

void
search_count(const struct context *ctx, const struct request *req,
    struct response *resp, const struct question *q)
{
	struct param_values who = request_values(req,
	    "organization_type_slugs");
	const struct list_entry *kind = who.n != 1
	    ? NULL
	    : lists_slug(q->corpus->lists, "audience", who.v[0].s);

	count_header_event(ctx, req, resp, "search");
	if (resp->count == NULL)
		return;
	if (kind != NULL)
		count_header_text(resp, "kind", kind->slug);
	if (q->place.nasked == 1) {
		count_header_number(resp, "place", q->place.asked[0]);
		count_header_text(resp, "department", q->place.department);
	}
	count_words(req, resp, q);
	count_header_number(resp, "found", (long long)q->total);
}
