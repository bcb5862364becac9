/* json_span.c - where parts of JSON end. */

#include <string.h>

#include "text/json_span.h"

const char *
json_string_end(const char *s)
{
	for (s++;; s += 2) {
		s += strcspn(s, "\"\\");
		if (*s == '"')
			return s + 1;
		if (*s == '\0' || s[1] == '\0')
			return s;
	}
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
