/* json_span.c - where parts of JSON end. */

#include <string.h>

#include "text/json_span.h"

/* From quote to quote, which the library finds many bytes at a time. */
const char *
json_string_end(const char *s)
{
	const char *quote = s;

	do {
		const char *before;

		quote = strchrnul(quote + 1, '"');
		for (before = quote; before[-1] == '\\'; before--)
			;
		if ((quote - before) % 2 == 0)
			return *quote == '"' ? quote + 1 : quote;
	} while (*quote == '"');
	return quote;
}

const char *
json_value_end(const char *s)
{
	int depth = 0;

	if (*s == '"')
		return json_string_end(s);
	if (*s != '[' && *s != '{')
		return s + strcspn(s, ",]}");
	do {
		s += strcspn(s, "\"[]{}");
		if (*s == '"') {
			s = json_string_end(s);
			continue;
		}
		if (*s == '\0')
			return s;
		depth += *s == '[' || *s == '{' ? 1 : -1;
		s++;
	} while (depth > 0);
	return s;
}
