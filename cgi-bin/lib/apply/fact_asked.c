/* fact_asked.c - facts that a form asks, through the sources of its champs. */

#include "apply/fact_asked.h"

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

bool
fact_is_required(const struct answers *s, const struct payload *p,
    const struct fact *f)
{
	const struct demarche *d = p->demarche;

	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *o = &d->source[i];
		const struct champ *c;

		if (o->parsed->fact == f && o->parsed->column == NULL &&
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
