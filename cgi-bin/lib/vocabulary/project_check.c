/* project_check.c - whether rows of the table of project types can be read. */

#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "vocabulary/project_check.h"
#include "vocabulary/projects.h"

/* A row that is checked, for messages. */
struct row {
	struct project_check *check;
	unsigned long line;
	const char *name;
};

/* How many wordings a wording of n bytes stands for; -1 when it cannot be. */
static int
check_wording(const struct row *r, const char *text, size_t n)
{
	struct general_kinds *kinds = &r->check->kinds;
	const struct general_kind *kind;
	size_t brackets = 0;

	for (; n > 0 && *text == ' '; n--)
		text++;
	while (n > 0 && text[n - 1] == ' ')
		n--;
	for (size_t i = 0; i < n; i++)
		brackets += text[i] == '[' || text[i] == ']';
	if (brackets == 0)
		return n > 0;
	if (brackets != 2 || text[0] != '[' || text[n - 1] != ']') {
		log_msg(_("line %lu: \"%s\": in \"%.*s\", brackets do not hold "
			  "a whole wording, which names a general kind"),
		    r->line, r->name, (int)n, text);
		return -1;
	}
	kind = general_kinds_find(kinds, text + 1, n - 2);
	if (kind == NULL) {
		log_msg(_("line %lu: \"%s\": no general kind is named "
			  "\"%.*s\""),
		    r->line, r->name, (int)n - 2, text + 1);
		return -1;
	}
	r->check->named[kind - kinds->kind] = true;
	return phrases_count(kind->wordings);
}

/* A need of n bytes: wordings by "|". */
static bool
check_need(const struct row *r, const char *text, size_t n)
{
	const char *end = text + n;
	int wordings = 0;

	while (text < end) {
		const char *bar = memchr(text, '|', (size_t)(end - text));
		int more;

		if (bar == NULL)
			bar = end;
		more = check_wording(r, text, (size_t)(bar - text));
		if (more < 0)
			return false;
		wordings += more;
		text = bar + 1;
	}
	if (wordings <= PROJECT_WORDINGS)
		return true;
	log_msg(_("line %lu: \"%s\": %d wordings in a group, with those of "
		  "the general kinds that it names: %d at most"),
	    r->line, r->name, wordings, PROJECT_WORDINGS);
	return false;
}

bool
project_check_row(struct project_check *check, unsigned long line,
    const char *name, const char *required, const char *excluded)
{
	struct row r = { check, line, name };
	int needs = 0;

	for (; *required != '\0'; required += *required == '+') {
		size_t n = strcspn(required, "+");

		if (!check_need(&r, required, n))
			return false;
		needs++;
		required += n;
	}
	if (needs > PROJECT_NEEDS) {
		log_msg(_("line %lu: \"%s\": %d groups: %d at most"), line,
		    name, needs, PROJECT_NEEDS);
		return false;
	}
	return check_need(&r, excluded, strlen(excluded));
}

void
project_check_unnamed(const struct project_check *check)
{
	for (size_t i = 0; i < check->kinds.n; i++)
		if (!check->named[i])
			log_msg(_("line %lu: no project names the general kind "
				  "\"%s\""),
			    check->line[i], check->kinds.kind[i].name);
}
