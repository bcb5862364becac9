/* place_name.c - the name of a place as a reader types it. */

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "territory/place_name.h"

static const char digits[] = "0123456789";

/* The code of the department of a postal code: overseas it has three digits. */
static void
department_of_zip(const char *zip, char *hint, size_t size)
{
	snprintf(hint, size, "%.*s", zip[0] == '9' && zip[1] >= '7' ? 3 : 2,
	    zip);
}

/* A number before or after the name says where: "79410 echire", "echire 79",
 * "ajaccio 2a". */
static void
split_number(char *folded, char *hint, size_t size)
{
	char *last = strrchr(folded, ' ');
	size_t n = strcspn(folded, " ");

	if (n == 5 && folded[5] == ' ' && strspn(folded, digits) == 5) {
		department_of_zip(folded, hint, size);
		memmove(folded, folded + 6, strlen(folded + 6) + 1);
	} else if (last != NULL && strlen(last + 1) >= 2 &&
	    strlen(last + 1) <= 3 && strspn(last + 1, digits) >= 1) {
		snprintf(hint, size, "%s", last + 1);
		*last = '\0';
	}
}

void
place_name_split(const char *s, char *folded, char *hint, size_t size)
{
	char name[512];
	size_t n = strcspn(s, "(");

	snprintf(name, sizeof(name), "%.*s", (int)(n > 0 ? n : strlen(s)), s);
	str_fold_name(folded, size, name);
	hint[0] = '\0';
	if (s[n] == '(')
		str_fold_name(hint, size, s + n + 1);
	else
		split_number(folded, hint, size);
}

bool
place_name_is(const char *name, const char *text)
{
	char asked[256], folded[256], hint[256];

	place_name_split(text, asked, hint, sizeof(asked));
	return strcmp(str_fold_name(folded, sizeof(folded), name), asked) == 0;
}
