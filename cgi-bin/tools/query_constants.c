/* query_constants.c - values that C and SQL share. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "query_compile.h"

const struct constant *
constant_find(const struct input *in, const char *name, size_t n)
{
	for (size_t i = 0; i < in->nconstants; i++)
		if (strlen(in->constants[i].name) == n &&
		    memcmp(in->constants[i].name, name, n) == 0)
			return &in->constants[i];
	return NULL;
}

/* The length of a number, or of a text in single quotes without quotes in it;
 * 0 when it is neither. */
static size_t
value_length(const char *s)
{
	size_t n = s[0] == '\'' ? strcspn(s + 1, "'\"\\\n") : 0;

	if (s[0] == '\'')
		return n > 0 && s[n + 1] == '\'' ? n + 2 : 0;
	return strspn(s, "0123456789");
}

/* In capitals: in a query ":SCALE_EPCI" is a constant and ":scale" an argument,
 * and nothing else tells them apart. */
static void
take_constant(struct input *in, struct where where, const char *line)
{
	const char *s = line;
	char *name = next_word(&s);
	const struct constant *other;
	size_t n;

	if (name == NULL || !isupper((unsigned char)name[0]) ||
	    name[strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789")] != '\0')
		die(where,
		    "a constant begins with its name, as in "
		    "\"SCALE_EPCI 5\"");
	if ((other = constant_find(in, name, strlen(name))) != NULL)
		die(where, "\"%s\" is in line %d already: remove one of them",
		    name, other->where.line);
	s += strspn(s, " \t");
	if ((n = value_length(s)) == 0)
		die(where,
		    "\"%s\" has no value: write a number, or a text in "
		    "single quotes, behind it",
		    name);
	in->constants = grow(in->constants, in->nconstants,
	    sizeof(*in->constants));
	in->constants[in->nconstants] = (struct constant){ .name = name,
		.value = copy(s, n),
		.where = where };
	s += n;
	s += strspn(s, " \t");
	if (strncmp(s, "-- ", 3) == 0) {
		s += 3;
		in->constants[in->nconstants].comment = copy(s,
		    strcspn(s, "\n"));
	} else if (*s != '\n' && *s != '\0') {
		die(where,
		    "\"%s\" is followed by \"%.*s\": a comment begins "
		    "with \"-- \"",
		    name, (int)strcspn(s, "\n"), s);
	}
	in->nconstants++;
}

void
constants_read(struct input *in, const char *file)
{
	struct where where = { file, 0 };
	FILE *f = fopen(file, "re");
	char *line = NULL;
	size_t size = 0;

	if (f == NULL)
		die(where, "cannot be opened");
	while (getline(&line, &size, f) >= 0) {
		const char *s = line + strspn(line, " \t\r\n");

		where.line++;
		if (*s != '\0' && strncmp(s, "--", 2) != 0)
			take_constant(in, where, s);
	}
	free(line);
	fclose(f);
}
