/* words.c - the words of a text: each lies in it, and terms have an end. */

#include "index/words.h"
#include "base/str.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct words *words;
	struct pool *pool = pool_new();
	const char *text = fuzz_text(pool, data, n), *s = text;
	struct word w;

	if (words == NULL)
		words = words_new();
	while (str_is_xml(text, strlen(text)) && words_next(words, &s, &w)) {
		must(w.at >= text && w.at + w.n <= s && w.n > 0);
		must(memchr(w.folded, '\0', sizeof(w.folded)) != NULL);
		for (int i = 0; i < w.terms; i++)
			must(w.term[i][0] != '\0' &&
			    strlen(w.term[i]) < WORD_SIZE);
	}
	pool_free(pool);
	return 0;
}
