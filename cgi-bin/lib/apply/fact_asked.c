/* fact_asked.c - facts that a form asks, through the sources of its champs. */

#include <string.h>

#include "apply/fact_asked.h"
#include "payload/source_parse.h"
#include "xml/xml.h"

/* Whether the source of a champ reads the fact: names it, tells lines apart by
 * it ("[funder=detr]"), or is a line of that list. */
static bool
reads(const struct source_parsed *p, const struct fact *f)
{
	const struct fact *of = p->fact;

	if (of == NULL)
		return false;
	return of == f || (f->type == FACT_LIST && of->list == f) ||
	    (f->list != NULL && p->column == f);
}

bool
fact_is_asked(const struct answers *s, const struct payload *p,
    const struct fact *f, int line)
{
	const struct demarche *d = p->demarche;

	for (size_t i = 0; i < d->nsources; i++)
		if (reads(d->source[i].parsed, f) &&
		    source_holds(s, &d->source[i], -1) &&
		    payload_asks(p, s, &d->source[i], line))
			return true;
	return false;
}

bool
fact_may_be_asked(const struct demarche *d, const struct fact *f)
{
	for (size_t i = 0; i < d->nsources; i++)
		if (reads(d->source[i].parsed, f))
			return true;
	return false;
}

/* Whether a source of some lines alone counts that line; -1: of no list. */
static bool
counts(const struct answers *s, const struct source_parsed *p, int line)
{
	return p->column == NULL ||
	    source_any_is(source_known(s, p->column, line), p->values);
}

bool
fact_is_required(const struct answers *s, const struct payload *p,
    const struct fact *f, int line)
{
	const struct demarche *d = p->demarche;

	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *o = &d->source[i];
		const struct champ *c;

		if (o->parsed->fact == f && counts(s, o->parsed, line) &&
		    source_holds(s, o, -1) && payload_asks(p, s, o, -1) &&
		    (c = demarche_champ(d, o->id, o->block)) != NULL &&
		    c->required)
			return true;
	}
	return false;
}

bool
fact_decides(const struct demarche *d, const struct fact *f)
{
	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *o = &d->source[i];
		const struct champ *c = reads(o->parsed, f)
		    ? demarche_champ(d, o->id, o->block)
		    : NULL;

		if (c != NULL && c->decides)
			return true;
	}
	return false;
}

bool
fact_depends(const struct demarche *d, const struct fact *f)
{
	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *o = &d->source[i];
		const struct champ *c = reads(o->parsed, f)
		    ? demarche_champ(d, o->id, o->block)
		    : NULL;

		if (c != NULL && c->when != NULL)
			return true;
	}
	return false;
}

/* Whether an answer to the one is an answer to the other. */
static bool
is_same_answer(const struct source *a, const struct source *b)
{
	const struct source_parsed *x = a->parsed, *y = b->parsed;

	return x->fact == y->fact && x->column == y->column &&
	    (x->column == NULL || strcmp(x->values, y->values) == 0);
}

/* The lines that a source counts, as a reader chooses them. */
static void
put_lines(const struct source_parsed *p, xmlNodePtr to)
{
	const char *values = p->values, *one;
	size_t n;

	if (p->column == NULL)
		return;
	xml_set(to, "lines", p->values);
	while (source_next_value(&values, &one, &n))
		for (size_t i = 0; i < p->column->nvalues; i++)
			if (strlen(p->column->value[i].value) == n &&
			    strncmp(p->column->value[i].value, one, n) == 0)
				xml_add_text(to, "line",
				    p->column->value[i].label);
}

void
facts_put_wanted(const struct payload *p, xmlNodePtr facts)
{
	for (size_t i = 0; i < p->nmissing; i++) {
		const struct source *o = p->missing[i].source;
		bool again = o == NULL;
		xmlNodePtr n;

		for (size_t k = 0; k < i && !again; k++)
			again = p->missing[k].source != NULL &&
			    is_same_answer(p->missing[k].source, o);
		if (again)
			continue;
		n = xml_add(facts, "wanted");
		xml_set(n, "theme", o->parsed->fact->theme);
		xml_set(n, "label", p->missing[i].champ->label);
		put_lines(o->parsed, n);
	}
}
