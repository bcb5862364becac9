/* source_words.c - sources as a person reads them. */

#include <string.h>

#include "base/say.h"
#include "payload/source_words.h"

/* Whose a fact is: the part of its name before the point. */
static const char *
source_words_group_of(const char *name)
{
	static const struct {
		const char *name, *words;
	} groups[] = {
		{ "authority.", N_("authority") },
		{ "signatory.", N_("signatory") },
		{ "contact.", N_("contact") },
		{ "project.", N_("project") },
		{ "plan.", N_("financing") },
		{ "aid.", N_("aid") },
	};

	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
		if (strncmp(groups[i].name, name, strlen(groups[i].name)) == 0)
			return gettext(groups[i].words);
	return NULL;
}

static char *
fact_words(struct pool *pool, const struct fact *f)
{
	const char *group = source_words_group_of(f->name);

	return group == NULL ? pool_strdup(pool, f->label)
			     : pool_printf(pool, _("%s: %s"), group, f->label);
}

/* "detr|dsil" to "DETR or DSIL". */
static char *
values_words(struct pool *pool, const struct fact *f, const char *values)
{
	char *all = pool_strdup(pool, values), *v, *s = NULL;

	while ((v = strsep(&all, "|")) != NULL) {
		const struct fact_value *known = fact_value(f, v);
		const char *label = known != NULL ? known->label : v;

		s = s == NULL ? pool_strdup(pool, label)
			      : pool_printf(pool, _("%s or %s"), s, label);
	}
	return s;
}

/* The lines that brackets keep: "funder=detr" of the list of f. */
static char *
lines_words(struct pool *pool, const struct facts *facts, const struct fact *f,
    const char *inside)
{
	size_t n = strcspn(inside, "=");
	const struct fact *column = f->list == NULL
	    ? NULL
	    : facts_find(facts,
		  pool_printf(pool, "%s.%.*s", f->list->name, (int)n, inside));

	if (column == NULL || inside[n] == '\0')
		return pool_strdup(pool, inside);
	return pool_printf(pool, _("%s: %s"), column->label,
	    values_words(pool, column, inside + n + 1));
}

char *
source_words(struct pool *pool, const struct facts *facts, const char *source)
{
	size_t n = strlen(source), name = strcspn(source, "[");
	const struct fact *f = facts_find(facts,
	    pool_strndup(pool, source, name));

	if (n >= 2 && source[0] == '"')
		return pool_printf(pool, _("the text \"%.*s\""), (int)n - 2,
		    source + 1);
	if (f == NULL)
		return pool_strdup(pool, source);
	if (source[name] == '\0' || source[n - 1] != ']')
		return fact_words(pool, f);
	return pool_printf(pool, "%s (%s)", fact_words(pool, f),
	    lines_words(pool, facts, f,
		pool_strndup(pool, source + name + 1, n - name - 2)));
}

static char *
test_words(struct pool *pool, const struct facts *facts, const char *test)
{
	size_t n = strcspn(test, "=");
	bool unlike = n > 0 && test[n] == '=' && test[n - 1] == '!';
	const struct fact *f = facts_find(facts,
	    pool_strndup(pool, test, n - unlike));

	if (f == NULL || test[n] == '\0')
		return pool_strdup(pool, test);
	return pool_printf(pool, unlike ? _("%s is not %s") : _("%s = %s"),
	    fact_words(pool, f), values_words(pool, f, test + n + 1));
}

char *
source_condition_words(struct pool *pool, const struct facts *facts,
    const char *only_if)
{
	char *s = pool_strdup(pool, "");

	while (*only_if != '\0') {
		const char *end = strstr(only_if, " & ");
		size_t n = end != NULL ? (size_t)(end - only_if)
				       : strlen(only_if);
		char *test = test_words(pool, facts,
		    pool_strndup(pool, only_if, n));

		s = *s == '\0' ? test
			       : pool_printf(pool, _("%s and %s"), s, test);
		only_if += n + (end != NULL ? 3 : 0);
	}
	return s;
}
