/* champ_option.c - options by their meaning. */

#include <string.h>

#include "base/str.h"
#include "ds/champ_option.h"

enum { MAX_FOLDED = 512 };

/* How close an option is to a wording; 0: another thing. */
enum { OTHER, STARTS, HOLDS, NUMBERED, SAME };

/* After the number in front of a folded option: "1 renovation", "01 ain". */
static const char *
after_number(const char *folded)
{
	size_t n = strspn(folded, "0123456789");

	return n > 0 && folded[n] == ' ' ? folded + n + 1 : folded;
}

/* Whether s begins with the whole words of start. */
static bool
starts(const char *s, const char *start)
{
	size_t n = strlen(start);

	return strncmp(s, start, n) == 0 && (s[n] == '\0' || s[n] == ' ');
}

/* Whether the brackets of the option hold just the wording. */
static bool
holds(const char *option, const char *wording)
{
	char inside[MAX_FOLDED], folded[MAX_FOLDED];

	for (const char *p = strchr(option, '('); p != NULL;
	     p = strchr(p + 1, '(')) {
		size_t n = strcspn(p + 1, ")");

		if (n >= sizeof(inside))
			continue;
		memcpy(inside, p + 1, n);
		inside[n] = '\0';
		if (strcmp(str_fold(folded, sizeof(folded), inside), wording) ==
		    0)
			return true;
	}
	return false;
}

static int
closeness(const char *option, const char *wording)
{
	char folded[MAX_FOLDED];
	const char *named;

	str_fold(folded, sizeof(folded), option);
	if (strcmp(folded, wording) == 0)
		return SAME;
	named = after_number(folded);
	if (strcmp(named, wording) == 0)
		return NUMBERED;
	if (holds(option, wording))
		return HOLDS;
	return starts(folded, wording) || starts(named, wording) ? STARTS
								 : OTHER;
}

/* The next of the wordings, folded, and moves *s past it; false at the end. */
static bool
next_wording(const char **s, char folded[MAX_FOLDED])
{
	char word[MAX_FOLDED];
	const char *end;
	size_t n;

	while (**s != '\0') {
		end = strstr(*s, " | ");
		n = end != NULL ? (size_t)(end - *s) : strlen(*s);
		if (n < sizeof(word)) {
			memcpy(word, *s, n);
			word[n] = '\0';
			str_fold(folded, MAX_FOLDED, word);
		} else {
			folded[0] = '\0';
		}
		*s += end != NULL ? n + 3 : n;
		if (folded[0] != '\0')
			return true;
	}
	return false;
}

const char *
champ_option_find(const struct champ *c, const char *wordings)
{
	const char *best = NULL;
	char wording[MAX_FOLDED];
	bool tie = false;
	int most = OTHER;

	while (next_wording(&wordings, wording)) {
		for (size_t i = 0; i < c->noptions; i++) {
			const char *option = c->option[i];
			int near = champ_is_title(option)
			    ? OTHER
			    : closeness(option, wording);

			if (near == OTHER || near < most)
				continue;
			if (near == most && near < SAME &&
			    strcmp(best, option) != 0)
				tie = true;
			if (near == most)
				continue;
			best = option;
			most = near;
			tie = false;
		}
	}
	return tie ? NULL : best;
}
