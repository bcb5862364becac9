/* passage.c - a text in passages that can be shown alone. */

#include <string.h>

#include "base/str.h"
#include "crypto/hex.h"
#include "index/passage.h"
#include "index/term_spots.h"

/* A list of names has over so many words, and so many signs at least. */
enum { LIST_WORDS = 15, LIST_SIGNS = 5 };

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

/* Of the verbs of sentences, those that a list of what is paid has not. */
static bool
is_verb(const char *folded)
{
	static const char *const verbs[] = { "accompagne", "accompagnent",
		"aide", "aident", "apporte", "comprend", "concerne",
		"concernent", "consiste", "doit", "doivent", "est", "etre",
		"faut", "finance", "financent", "fait", "font", "ont", "permet",
		"permettent", "peut", "peuvent", "porte", "prend", "propose",
		"proposent", "sera", "seront", "sont", "soutient",
		"soutiennent", "vise", "visent" };

	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (strcmp(verbs[i], folded) == 0)
			return true;
	return false;
}

/* How many commas, semicolons, bars and bullets. */
static int
count_signs(const char *text)
{
	int n = 0;

	for (const char *p = text; *p != '\0'; p++)
		n += strchr(",;/|", *p) != NULL ||
		    strncmp(p, "\xe2\x80\xa2", 3) == 0;
	return n;
}

bool
passage_is_list(const char *text, const struct words *words)
{
	struct word w;
	int n = 0;

	if (count_signs(text) < LIST_SIGNS)
		return false;
	while (words_scan(&text, &w)) {
		if (is_verb(w.folded))
			return false;
		n += !words_is_stop(words, &w);
	}
	return n > LIST_WORDS;
}

void
passage_put_row(struct buf *rows, struct words *words, long long id,
    const char *text)
{
	char hex[2 * sizeof(struct term_spot) + 1];
	struct buf spots = { 0 };

	if (text == NULL)
		return;
	term_spots_put(&spots, words, text);
	buf_putf(rows, "%lld\t", id);
	buf_put_tsv(rows, text);
	buf_putc(rows, '\t');
	for (size_t i = 0; i < spots.len; i += sizeof(struct term_spot)) {
		hex_put(hex, spots.data + i, sizeof(struct term_spot));
		buf_puts(rows, hex);
	}
	buf_putc(rows, '\n');
	buf_free(&spots);
}
