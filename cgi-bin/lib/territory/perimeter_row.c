/* perimeter_row.c - one compact row of the territories: written, read. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "gen/constants.h"
#include "territory/perimeter_row.h"

/* What the code of each type must be, and whether a name must be there. */
enum code { CODE_INSEE, CODE_SIREN, CODE_ANY };

static const struct type {
	const char *name;
	enum code code, parent;
	bool named, child;
} types[] = {
	{ "commune", CODE_INSEE, CODE_ANY, true, false },
	{ NAME_DELEGATED, CODE_INSEE, CODE_INSEE, true, true },
	{ NAME_ASSOCIATED, CODE_INSEE, CODE_INSEE, true, true },
	{ NAME_ARRONDISSEMENT, CODE_INSEE, CODE_INSEE, true, true },
	{ NAME_FORMER, CODE_INSEE, CODE_INSEE, false, true },
	{ "name", CODE_INSEE, CODE_ANY, true, false },
	{ "epci", CODE_SIREN, CODE_ANY, true, false },
	{ "ept", CODE_SIREN, CODE_ANY, true, false },
	{ "department", CODE_ANY, CODE_ANY, true, true },
	{ "region", CODE_ANY, CODE_ANY, true, true },
	{ "basin", CODE_ANY, CODE_ANY, true, true },
	{ "adhoc", CODE_ANY, CODE_ANY, true, true },
	{ "mainland", CODE_ANY, CODE_ANY, true, true },
	{ "overseas", CODE_ANY, CODE_ANY, true, true },
	{ "country", CODE_ANY, CODE_ANY, true, true },
	{ "continent", CODE_ANY, CODE_ANY, true, false },
	{ NAME_ALIAS, CODE_ANY, CODE_ANY, true, false },
	{ "siren", CODE_ANY, CODE_ANY, false, false },
	{ "basin-of", CODE_ANY, CODE_ANY, false, true },
};

const char *const perimeter_row_field_names[FIELD__MAX] = { "type", "code",
	"name", "siren", "population", "zips", "department", "region", "epci",
	"ept", "parent", "kind" };

void
perimeter_row_put_heading(struct buf *b)
{
	for (int i = 0; i < FIELD__MAX; i++)
		buf_putf(b, "%s%s", i == 0 ? "# " : "\t",
		    perimeter_row_field_names[i]);
	buf_putc(b, '\n');
}

void
perimeter_row_put(struct buf *b, const struct perimeter_row *r)
{
	int n = FIELD__MAX;

	while (n > 0 && (r->field[n - 1] == NULL || r->field[n - 1][0] == '\0'))
		n--;
	for (int i = 0; i < n; i++) {
		const char *s = r->field[i] != NULL ? r->field[i] : "";

		if (i > 0)
			buf_putc(b, '\t');
		for (; *s != '\0'; s++)
			buf_putc(b, (unsigned char)*s < ' ' ? ' ' : *s);
	}
	buf_putc(b, '\n');
}

/* n characters of s are digits, and no more follow. */
static bool
perimeter_row_is_digits(const char *s, size_t n)
{
	return strspn(s, "0123456789") == n && s[n] == '\0';
}

bool
perimeter_row_is_siren(const char *s)
{
	return perimeter_row_is_digits(s, 9);
}

bool
perimeter_row_is_insee(const char *s)
{
	bool corsica = s[0] == '2' && (s[1] == 'A' || s[1] == 'B');

	return perimeter_row_is_digits(s, 5) ||
	    (corsica && perimeter_row_is_digits(s + 2, 3));
}

/* A code of ours: letters, digits and hyphens, at most n. */
static bool
perimeter_row_is_code(const char *s, size_t n)
{
	size_t len = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

	return len > 0 && len <= n && s[len] == '\0';
}

static bool
is_right(const char *s, enum code code)
{
	return code == CODE_INSEE ? perimeter_row_is_insee(s)
	    : code == CODE_SIREN  ? perimeter_row_is_siren(s)
				  : perimeter_row_is_code(s, 16);
}

static bool
is_zips(const char *s)
{
	for (; *s != '\0'; s += 5 + (s[5] == ' '))
		if (strspn(s, "0123456789") != 5 ||
		    (s[5] != '\0' && (s[5] != ' ' || s[6] == '\0')))
			return false;
	return true;
}

static const struct type *
type_find(const char *name)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strcmp(types[i].name, name) == 0)
			return &types[i];
	return NULL;
}

/* What is wrong with the fields that every type may bear; NULL: nothing. */
static const char *
check_fields(const struct perimeter_row *r)
{
	const char *const *f = r->field;
	size_t people = strlen(f[FIELD_POPULATION]);

	if (strlen(f[FIELD_NAME]) > 255)
		return N_("the name is longer than 255 bytes");
	if (f[FIELD_SIREN][0] != '\0' &&
	    !perimeter_row_is_siren(f[FIELD_SIREN]))
		return N_("the SIREN is not 9 digits");
	if (people > 9 || !perimeter_row_is_digits(f[FIELD_POPULATION], people))
		return N_("the population is not a number of at most 9 digits");
	if (strlen(f[FIELD_ZIPS]) >= 60 * 6 || !is_zips(f[FIELD_ZIPS]))
		return N_(
		    "the postal codes are not at most 60 of 5 digits, one "
		    "blank between them");
	for (int i = FIELD_DEPARTMENT; i <= FIELD_KIND; i++)
		if (f[i][0] != '\0' &&
		    !perimeter_row_is_code(f[i],
			i <= FIELD_REGION     ? 3
			    : i <= FIELD_EPT  ? 9
			    : i == FIELD_KIND ? 8
					      : 16))
			return N_(
			    "the department, region, epci, ept, parent or "
			    "kind is no code");
	return NULL;
}

static const char *
check(const struct perimeter_row *r)
{
	const struct type *t = type_find(r->field[FIELD_TYPE]);
	const char *parent = r->field[FIELD_PARENT];

	if (t == NULL)
		return N_("the type is unknown");
	if (!is_right(r->field[FIELD_CODE], t->code))
		return N_("the code is not one of that type");
	if (t->named && r->field[FIELD_NAME][0] == '\0')
		return N_("the name is missing");
	if (t->child && parent[0] == '\0')
		return N_("the parent is missing");
	if (parent[0] != '\0' && !is_right(parent, t->parent))
		return N_("the parent is not a code of the right kind");
	return check_fields(r);
}

const char *
perimeter_row_read(char *line, struct perimeter_row *row)
{
	int n = 0;

	if (!str_is_xml(line, strlen(line)) || strchr(line, '\r') != NULL)
		return N_("it is not UTF-8 text");
	for (int i = 0; i < FIELD__MAX; i++)
		row->field[i] = "";
	for (char *s = line; s != NULL;) {
		if (n == FIELD__MAX)
			return N_("it has more than 12 fields");
		row->field[n++] = s;
		if ((s = strchr(s, '\t')) != NULL)
			*s++ = '\0';
	}
	return check(row);
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
perimeter_row_put_sorted(struct buf *rows, struct buf *out)
{
	size_t n = 0, i = 0;
	char **line, *save = NULL;

	for (size_t k = 0; k < rows->len; k++)
		n += rows->data[k] == '\n';
	if ((line = calloc(n + 1, sizeof(*line))) == NULL)
		log_die("perimeter_row: out of memory");
	for (char *s = strtok_r(rows->data, "\n", &save); s != NULL && i < n;
	     s = strtok_r(NULL, "\n", &save))
		line[i++] = s;
	qsort(line, i, sizeof(*line), by_bytes);
	for (size_t k = 0; k < i; k++)
		buf_putf(out, "%s\n", line[k]);
	free(line);
}
