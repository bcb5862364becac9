/* answers_json.c - answers that a program gives, as JSON. */

#include <string.h>

#include "answers/answers_json.h"
#include "text/normalize.h"

/* A scalar as text.  A number with a fraction has a comma: of a dot and three
 * digits an amount would make thousands. */
static const char *
scalar_of(struct answers *s, const json_t *v)
{
	const char *text = normalize_json(s->pool, v);
	char *dot;

	if (text == NULL || !json_is_real(v))
		return text;
	text = pool_strdup(s->pool, text);
	if ((dot = strchr(text, '.')) != NULL)
		*dot = ',';
	return text;
}

static void
read_value(struct answers *s, const char *name, int line, const json_t *v)
{
	size_t n = json_is_array(v) ? json_array_size(v) : 1, k = 0;
	const char **typed = pool_take(s->pool, (n + 1) * sizeof(*typed));
	const struct fact *f = facts_find(s->facts, name);

	/* Several answers are for choices; of others none is to be lost. */
	if (n > 1 && f != NULL && f->type != FACT_CHOICES) {
		answers_add_fault(s, f, name, line, "", "scalar");
		return;
	}
	/* Each is looked for among all wordings of the choice. */
	if (n > ANSWERS_VALUES) {
		answers_add_fault(s, f, name, line, "",
		    f != NULL ? "too-long" : "fact");
		return;
	}
	for (size_t i = 0; i < n; i++) {
		const json_t *item = json_is_array(v) ? json_array_get(v, i)
						      : v;

		/* "false" is no title. */
		if (json_is_boolean(item) && f != NULL &&
		    (f->type == FACT_TEXT || f->type == FACT_LONGTEXT))
			answers_add_fault(s, f, name, line, scalar_of(s, item),
			    "scalar");
		else if ((typed[k] = scalar_of(s, item)) != NULL)
			k++;
		else if (!json_is_null(item))
			answers_add_fault(s, f, name, line, "", "scalar");
	}
	if (k > 0)
		answers_read(s, name, line, typed, k);
}

/* What was said and is refused is not to be filled with something else. */
static void
read_fact(struct answers *s, const char *name, const json_t *v)
{
	unsigned before = s->faults;

	read_value(s, name, -1, v);
	if (s->faults > before)
		answers_blank(s, name);
}

static void
read_lines(struct answers *s, const char *list, const json_t *lines)
{
	const json_t *line, *v;
	const char *key;
	size_t i;

	json_array_foreach(lines, i, line)
	{
		if (i == ANSWERS_LINES) {
			answers_add_fault(s, NULL, list, -1, "", "too-long");
			return;
		}
		if (!json_is_object(line) && !json_is_null(line))
			answers_add_fault(s, NULL, list, (int)i, "", "rows");
		json_object_foreach((json_t *)(uintptr_t)line, key, v)
		    read_value(s, pool_printf(s->pool, "%s.%s", list, key),
			(int)i, v);
	}
}

static void
read_object(struct answers *s, const char *prefix, const json_t *o, int depth)
{
	const json_t *v;
	const char *key;

	json_object_foreach((json_t *)(uintptr_t)o, key, v)
	{
		const char *name = *prefix == '\0'
		    ? key
		    : pool_printf(s->pool, "%s.%s", prefix, key);
		const struct fact *f = facts_find(s->facts, name);

		if (f != NULL && f->type == FACT_LIST && json_is_array(v))
			read_lines(s, name, v);
		else if (json_is_object(v) && depth < 3)
			read_object(s, name, v, depth + 1);
		else if (!json_is_null(v))
			read_fact(s, name, v);
	}
}

void
answers_json_read(struct answers *s, const json_t *o)
{
	read_object(s, "", o, 0);
}
