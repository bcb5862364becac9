/*
 * forms.c - which singulars and plurals, masculines and feminines of a text have
 * not one stem.
 *
 * Reads aids, a JSON object a line, from standard input.  Prints each pair of
 * words of the aids that is parted, its words folded, then how many pairs there
 * are, as "# N pairs".
 */

#include <jansson.h>
#include <libxml/hash.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "index/words.h"

/* How a word goes on to its plural or its feminine. */
static const struct {
	const char *end, *now;
} endings[] = {
	{ "", "s" },
	{ "u", "ux" },
	{ "al", "aux" },
	{ "é", "ée" },
	{ "er", "ère" },
	{ "if", "ive" },
	{ "eur", "euse" },
	{ "teur", "trice" },
	{ "eux", "euse" },
	{ "el", "elle" },
	{ "en", "enne" },
};

static xmlHashTablePtr forms; /* words in lower case, without a stop word */
static struct words *words;
static unsigned pairs;

/* Notes the words of a text; what is between "<" and ">" parts them. */
static void
read_text(const char *s)
{
	char *text = strdup(s);
	const char *p = text;
	struct word w;

	for (char *tag = text; (tag = strchr(tag, '<')) != NULL;) {
		size_t n = strcspn(tag, ">");

		memset(tag, ' ', n + (tag[n] != '\0'));
	}
	while (words_next(words, &p, &w)) {
		w.lower[w.nlower] = '\0';
		if (w.nlower > 3 && strpbrk(w.folded, "0123456789") == NULL)
			xmlHashAddEntry(forms, (const xmlChar *)w.lower, forms);
	}
	free(text);
}

static void
find_word(const char *s, struct word *w)
{
	if (!words_next(words, &s, w))
		abort();
}

/* Compares a word with one that it goes on to, if it is there. */
static void
compare(const char *form, size_t cut, const char *now)
{
	char other[2 * WORD_SIZE + 8];
	struct word a, b;

	snprintf(other, sizeof(other), "%.*s%s", (int)(strlen(form) - cut),
	    form, now);
	if (xmlHashLookup(forms, (const xmlChar *)other) == NULL)
		return;
	pairs++;
	find_word(form, &a);
	find_word(other, &b);
	if (strcmp(words_key(&a), words_key(&b)) != 0)
		printf("%s %s\n", a.folded, b.folded);
}

static void
compare_all(void *payload, void *data, const xmlChar *name)
{
	const char *form = (const char *)name;
	size_t n = strlen(form);

	(void)payload;
	(void)data;
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t end = strlen(endings[i].end);

		/* "access" is no plural of "acces". */
		if (i == 0 && strchr("sxz", form[n - 1]) != NULL)
			continue;
		if (n > end + 2 && strcmp(form + n - end, endings[i].end) == 0)
			compare(form, end, endings[i].now);
	}
}

int
main(void)
{
	static const char *const fields[] = { "name", "description",
		"eligibility", "project_examples" };
	char *line = NULL;
	size_t size = 0;

	forms = xmlHashCreate(0);
	words = words_new();
	while (getline(&line, &size, stdin) > 0) {
		json_t *aid = json_loads(line, 0, NULL);

		for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
			if (json_is_string(json_object_get(aid, fields[i])))
				read_text(json_string_value(
				    json_object_get(aid, fields[i])));
		json_decref(aid);
	}
	free(line);
	xmlHashScan(forms, compare_all, NULL);
	printf("# %u pairs\n", pairs);
	xmlHashFree(forms, NULL);
	words_free(words);
	return 0;
}
