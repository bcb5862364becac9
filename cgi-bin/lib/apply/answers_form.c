/* answers_form.c - facts as fields of a form. */

#include <stdlib.h>
#include <string.h>

#include "apply/answers_form.h"
#include "apply/fact_asked.h"
#include "base/str.h"
#include "payload/source.h"
#include "xml/xml.h"

/* ---- reading ---- */

/* "plan.3.amount" to "plan.amount" and 3; -1 when there is no line. */
static char *
split_line(struct pool *pool, const char *name, int *line)
{
	const char *dot = strchr(name, '.');
	size_t digits;

	*line = -1;
	while (dot != NULL) {
		digits = strspn(dot + 1, "0123456789");
		if (digits > 0 && digits <= 2 && dot[1 + digits] == '.') {
			*line = atoi(dot + 1);
			return pool_printf(pool, "%.*s%s", (int)(dot - name),
			    name, dot + 1 + digits);
		}
		dot = strchr(dot + 1, '.');
	}
	return pool_strdup(pool, name);
}

const struct fact *
answers_form_fact(const struct answers *s, const char *field, int *line)
{
	const struct fact *f = facts_find(s->facts,
	    split_line(s->pool, field, line));

	return f == NULL || f->derived || f->type == FACT_LIST ||
		*line >= ANSWERS_LINES || (f->list != NULL) != (*line >= 0)
	    ? NULL
	    : f;
}

/* By name, and by place where names are the same: fields are one array. */
static int
by_name(const void *a, const void *b)
{
	const struct urlencoded_field *const *x = a, *const *y = b;
	int order = strcmp((*x)->name, (*y)->name);

	return order != 0 ? order : *x < *y ? -1 : 1;
}

/* For each field the place of the next one of the same name, f->n when there is
 * none; *again says which are not the first of theirs.  Sorted rather than
 * compared two by two, for a hostile form may repeat one name as often as its
 * size allows. */
static size_t *
chain_names(struct pool *pool, const struct urlencoded *f, bool **again)
{
	const struct urlencoded_field **sorted = pool_take(pool,
	    (f->n + 1) * sizeof(*sorted));
	size_t *next = pool_take(pool, (f->n + 1) * sizeof(*next));

	*again = pool_take(pool, f->n + 1);
	for (size_t i = 0; i < f->n; i++)
		sorted[i] = &f->field[i];
	if (f->n > 1)
		qsort(sorted, f->n, sizeof(*sorted), by_name);
	for (size_t i = 0; i < f->n; i++) {
		bool same = i + 1 < f->n &&
		    strcmp(sorted[i]->name, sorted[i + 1]->name) == 0;

		next[sorted[i] - f->field] = same
		    ? (size_t)(sorted[i + 1] - f->field)
		    : f->n;
		if (same)
			(*again)[sorted[i + 1] - f->field] = true;
	}
	return next;
}

void
answers_form_read(struct answers *s, const struct urlencoded *f)
{
	const char **typed = pool_take(s->pool, (f->n + 1) * sizeof(*typed));
	bool *again;
	const size_t *next = chain_names(s->pool, f, &again);

	for (size_t i = 0; i < f->n; i++) {
		int line;
		const struct fact *fact = answers_form_fact(s, f->field[i].name,
		    &line);
		size_t n = 0;

		if (fact == NULL || again[i])
			continue;
		for (size_t k = i; k < f->n; k = next[k])
			typed[n++] = f->field[k].value;
		answers_read(s, fact->name, line, typed, n);
		if (line < 0)
			answers_blank(s, fact->name);
	}
}

/* ---- writing ---- */

/* As a hand would type it. */
static const char *
as_typed(struct pool *pool, const struct fact *f, const char *v)
{
	if (f->type == FACT_DATE && strlen(v) == 10)
		return pool_printf(pool, "%.2s/%.2s/%.4s", v + 8, v + 5, v);
	if (f->type == FACT_AMOUNT && strchr(v, '.') != NULL)
		return pool_printf(pool, "%.*s,%s", (int)strcspn(v, "."), v,
		    strchr(v, '.') + 1);
	return v;
}

static bool
was_typed(const struct urlencoded *f, const char *name)
{
	return f != NULL && urlencoded_get(f, name) != NULL;
}

/* What was typed, even when it could not be read; else what is known. */
static void
put_values(const struct answers *s, const struct fact *f, int line,
    const struct urlencoded *form, const char *name, xmlNodePtr n)
{
	const struct known *k = answers_get(s, f->name, line);

	if (was_typed(form, name)) {
		for (size_t i = 0; i < form->n; i++)
			if (strcmp(form->field[i].name, name) == 0)
				xml_add_text(n, "value", form->field[i].value);
		return;
	}
	if (k != NULL && strcmp(k->origin, "reader") != 0)
		xml_set(n, "origin", k->origin);
	for (; k != NULL; k = k->next)
		xml_add_text(n, "value", as_typed(s->pool, f, k->v));
}

/* Whether the page that was sent to be checked did not ask it, for it depends
 * on what was answered there: that page names those that depend. */
static bool
is_unseen(const struct answers *s, const struct payload *p,
    const struct fact *f, int line, const struct urlencoded *form)
{
	const char *step = form != NULL ? urlencoded_get(form, "step") : NULL;
	const char *name;

	if (step == NULL || strcmp(step, "check") != 0 ||
	    !fact_depends(p->demarche, f) ||
	    answers_get(s, f->name, line) != NULL)
		return false;
	name = fact_field(s->pool, f, line);
	for (size_t i = 0; i < form->n; i++)
		if (strcmp(form->field[i].name, "seen") == 0 &&
		    strcmp(form->field[i].value, name) == 0)
			return false;
	return true;
}

bool
answers_form_opens(const struct answers *s, const struct payload *p,
    const struct urlencoded *form)
{
	size_t n;
	const struct fact *f = facts_all(s->facts, &n);
	bool opens = false;

	for (size_t i = 0; i < n && !opens; i++) {
		int first = f[i].list == NULL ? -1 : 0;
		int end = f[i].list == NULL ? 0 : answers_lines(s, f[i].list);

		if (f[i].derived || f[i].type == FACT_LIST)
			continue;
		for (int line = first; line < end && !opens; line++)
			opens = fact_is_asked(s, p, &f[i], line) &&
			    is_unseen(s, p, &f[i], line, form);
	}
	return opens;
}

static void
answers_form_put_fact(const struct answers *s, const struct payload *p,
    const struct fact *f, int line, const struct urlencoded *form,
    xmlNodePtr parent)
{
	const char *name = fact_field(s->pool, f, line);
	xmlNodePtr n = xml_add(parent, "fact"), option;

	xml_set(n, "name", name);
	xml_set(n, "type", f->type_name);
	xml_set(n, "label", f->label);
	if (*f->hint != '\0')
		xml_set(n, "hint", f->hint);
	if (fact_is_required(s, p, f, line))
		xml_set(n, "required", "true");
	if (fact_decides(p->demarche, f))
		xml_set(n, "decides", "true");
	if (fact_depends(p->demarche, f))
		xml_set(n, "depends", "true");
	if (is_unseen(s, p, f, line, form))
		xml_set(n, "new", "true");
	for (const struct answers_fault *x = s->fault; x != NULL; x = x->next)
		if (x->fact == f && x->line == line)
			xml_set(n, "fault", x->reason);
	put_values(s, f, line, form, name, n);
	for (size_t i = 0; i < f->nvalues; i++) {
		option = xml_add(n, "option");
		xml_set(option, "value", f->value[i].value);
		xml_set(option, "label", f->value[i].label);
	}
}

const struct fact *
answers_form_asked(const struct answers *s, const struct demarche *d,
    const char *field)
{
	int line;
	const struct fact *f = answers_form_fact(s, field, &line);

	return f != NULL && fact_may_be_asked(d, f) ? f : NULL;
}

/* Whether the reader asked for one line more of the list. */
static bool
is_longer(const struct urlencoded *form, const struct fact *list)
{
	const char *step = form != NULL ? urlencoded_get(form, "step") : NULL;

	return step != NULL && strncmp(step, "add.", 4) == 0 &&
	    strcmp(step + 4, list->name) == 0;
}

/* The lines that something is written in, even what could not be read, and one
 * more when it is asked for; one at least. */
static int
lines_of(const struct answers *s, const struct fact *list,
    const struct urlencoded *form)
{
	int n = answers_lines(s, list), line;

	for (size_t i = 0; form != NULL && i < form->n; i++) {
		const char *name = form->field[i].name;
		const struct fact *f = facts_find(s->facts,
		    split_line(s->pool, name, &line));

		if (f != NULL && f->list == list && line >= n &&
		    *form->field[i].value != '\0')
			n = line + 1;
	}
	n += is_longer(form, list);
	return n < 1 ? 1 : n > ANSWERS_LINES ? ANSWERS_LINES : n;
}

static void
answers_form_put_list(const struct answers *s, const struct payload *p,
    const struct fact *list, const struct urlencoded *form, xmlNodePtr parent)
{
	xmlNodePtr n = xml_add(parent, "list"), line;
	size_t count;
	const struct fact *all = facts_all(s->facts, &count);

	xml_set(n, "name", list->name);
	xml_set(n, "label", list->label);
	xml_set(n, "hint", list->hint);
	for (int i = 0; i < lines_of(s, list, form); i++) {
		line = xml_add(n, "line");
		for (size_t k = 0; k < count; k++)
			if (all[k].list == list &&
			    fact_is_asked(s, p, &all[k], i))
				answers_form_put_fact(s, p, &all[k], i, form,
				    line);
	}
}

/* The group of a fact, by its theme: the last, for facts come theme by theme.
 * Its subject is whose they are: what the name has before the first point. */
static xmlNodePtr
answers_form_group_of(xmlNodePtr facts, struct pool *pool, const struct fact *f)
{
	xmlNodePtr last = facts->last;
	xmlChar *has = last != NULL ? xmlGetProp(last, (const xmlChar *)"theme")
				    : NULL;
	bool same = has != NULL && strcmp((char *)has, f->theme) == 0;

	xmlFree(has);
	if (same)
		return last;
	last = xml_add(facts, "group");
	xml_set(last, "subject",
	    pool_strndup(pool, f->name, strcspn(f->name, ".")));
	xml_set(last, "theme", f->theme);
	xml_set(last, "label", f->theme_label);
	return last;
}

static void
put_typed(const struct urlencoded_field *f, xmlNodePtr parent)
{
	xml_set(xml_add_text(parent, "typed", f->value), "name", f->name);
}

/* Answers that the others leave out now, and may bring back: they stay in the
 * form. */
static void
put_unseen(const struct answers *s, const struct payload *p,
    const struct urlencoded *form, xmlNodePtr parent)
{
	for (size_t i = 0; i < form->n; i++) {
		int line;
		const struct fact *f = answers_form_fact(s, form->field[i].name,
		    &line);

		if (f != NULL && fact_may_be_asked(p->demarche, f) &&
		    (!fact_is_asked(s, p, f, line) ||
			(f->list != NULL && !fact_is_asked(s, p, f->list, -1))))
			put_typed(&form->field[i], parent);
	}
}

void
answers_form_put(const struct answers *s, const struct payload *p,
    const struct urlencoded *form, xmlNodePtr parent)
{
	xmlNodePtr facts = xml_add(parent, "facts"), group;
	size_t n;
	const struct fact *f = facts_all(s->facts, &n);

	for (size_t i = 0; i < n; i++) {
		if (f[i].derived || f[i].list != NULL ||
		    !fact_is_asked(s, p, &f[i], -1))
			continue;
		group = answers_form_group_of(facts, s->pool, &f[i]);
		if (f[i].type == FACT_LIST)
			answers_form_put_list(s, p, &f[i], form, group);
		else
			answers_form_put_fact(s, p, &f[i], -1, form, group);
	}
	facts_put_wanted(p, facts);
	if (form != NULL)
		put_unseen(s, p, form, parent);
}

void
answers_form_put_typed(const struct urlencoded *f, xmlNodePtr parent)
{
	for (size_t i = 0; i < f->n; i++)
		if (!str_has_word("step form seen shown zip", f->field[i].name))
			put_typed(&f->field[i], parent);
}

void
answers_form_carry(const struct answers *found, const struct urlencoded *f,
    xmlNodePtr parent)
{
	for (size_t i = 0; i < f->n; i++) {
		int line;
		const struct fact *fact = answers_form_fact(found,
		    f->field[i].name, &line);
		const struct known *k = fact != NULL
		    ? answers_get(found, fact->name, line)
		    : NULL;

		if (fact != NULL &&
		    (k == NULL || k->next != NULL ||
			strcmp(as_typed(found->pool, fact, k->v),
			    f->field[i].value) != 0))
			put_typed(&f->field[i], parent);
	}
}
