/* demarche_diff.c - what another revision changes. */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/say.h"
#include "ds/champ_name.h"
#include "ds/demarche_diff.h"

enum { LABEL = 90, OPTION = 60, SHOWN = 8 };

/* ---- options ---- */

static int
demarche_diff_by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Another difference is to come. */
static void
part(struct buf *b)
{
	if (b->len > 0)
		buf_puts(b, _("; "));
}

/* The options of one that are not of the other, the first ones by name. */
static void
demarche_diff_put_missing(struct pool *pool, struct buf *b,
    const struct champ *of, const struct champ *from, const char *words)
{
	const char **sorted = pool_take(pool,
	    (from->noptions + 1) * sizeof(*sorted));
	size_t n = 0;

	if (from->noptions > 0)
		memcpy(sorted, from->option, from->noptions * sizeof(*sorted));
	qsort(sorted, from->noptions, sizeof(*sorted), demarche_diff_by_text);
	for (size_t i = 0; i < of->noptions; i++) {
		if (bsearch(&of->option[i], sorted, from->noptions,
			sizeof(*sorted), demarche_diff_by_text) != NULL)
			continue;
		if (n == 0) {
			part(b);
			buf_puts(b, words);
		}
		if (n++ < SHOWN)
			buf_putf(b, _(" \"%s\""),
			    champ_line(pool, of->option[i], OPTION));
	}
	if (n > SHOWN) {
		buf_putc(b, ' ');
		buf_putf(b,
		    ngettext("and %lu more", "and %lu more",
			(unsigned long)n - SHOWN),
		    (unsigned long)n - SHOWN);
	}
}

static bool
same_options(const struct champ *a, const struct champ *b)
{
	if (a->noptions != b->noptions)
		return false;
	for (size_t i = 0; i < a->noptions; i++)
		if (strcmp(a->option[i], b->option[i]) != 0)
			return false;
	return true;
}

/* ---- champs ---- */

static void
demarche_diff_put_options(struct pool *pool, struct buf *b,
    const struct champ *old, const struct champ *c)
{
	size_t len = b->len;

	if (same_options(old, c))
		return;
	demarche_diff_put_missing(pool, b, c, old, _("options added:"));
	demarche_diff_put_missing(pool, b, old, c, _("options gone:"));
	if (b->len == len) {
		part(b);
		buf_puts(b, _("options in another order"));
	}
}

static void
put_differences(struct pool *pool, struct buf *b, const struct champ *old,
    const struct champ *c)
{
	if (strcmp(old->label, c->label) != 0)
		buf_putf(b, _("its label was \"%s\""),
		    champ_line(pool, old->label, LABEL));
	if (strcmp(old->type, c->type) != 0) {
		part(b);
		buf_putf(b, _("its type was \"%s\", it is \"%s\""),
		    champ_type_words(old->type), champ_type_words(c->type));
	}
	if (old->required != c->required) {
		part(b);
		buf_puts(b,
		    c->required ? _("it is now required")
				: _("it is no longer required"));
	}
	if (old->other != c->other) {
		part(b);
		buf_puts(b,
		    c->other ? _("it now takes what is not in its list")
			     : _("it no longer takes what is not in its list"));
	}
	demarche_diff_put_options(pool, b, old, c);
}

static char *
demarche_diff_named(struct pool *pool, const struct champ *c)
{
	return pool_printf(pool, _("\"%s\" (%s)"),
	    champ_line(pool, c->label, LABEL),
	    champ_path(pool, c->id, c->block));
}

void
demarche_diff_say(struct pool *pool, const struct demarche *before,
    const struct demarche *now)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < now->n; i++) {
		const struct champ *c = &now->champ[i];
		const struct champ *old = demarche_champ(before, c->id,
		    c->block);

		buf_reset(&b);
		if (old == NULL)
			say(_("  added: %s"), demarche_diff_named(pool, c));
		else
			put_differences(pool, &b, old, c);
		if (b.len > 0)
			say(_("  changed: %s: %s"),
			    demarche_diff_named(pool, c), b.data);
	}
	for (size_t i = 0; i < before->n; i++)
		if (demarche_champ(now, before->champ[i].id,
			before->champ[i].block) == NULL)
			say(_("  gone: %s"),
			    demarche_diff_named(pool, &before->champ[i]));
	buf_free(&b);
}

/* ---- sources ---- */

/* Whether the champ takes the constant "x" of a source. */
static bool
takes(struct pool *pool, const struct champ *c, const char *source)
{
	size_t n = strlen(source);
	const char *want;

	if (n < 2 || source[0] != '"' || c->other || c->noptions == 0 ||
	    (c->kind != CHAMP_LIST && c->kind != CHAMP_LISTS))
		return true;
	want = pool_strndup(pool, source + 1, n - 2);
	for (size_t i = 0; i < c->noptions; i++)
		if (strcmp(c->option[i], want) == 0)
			return true;
	return false;
}

const char *
demarche_fault(struct pool *pool, const struct demarche *d,
    const struct source *s)
{
	const struct champ *c = demarche_champ(d, s->id, s->block);

	if (c == NULL)
		return _("the form does not have this champ");
	if (s->source[0] == '\0')
		return NULL;
	if (c->kind == CHAMP_NEVER)
		return pool_printf(pool,
		    _("a champ of type \"%s\" is not prefilled"),
		    champ_type_words(c->type));
	if (s->label[0] != '\0' &&
	    strcmp(champ_fold(pool, s->label), champ_fold(pool, c->label)) != 0)
		return pool_printf(pool,
		    _("the label was \"%s\", it is \"%s\""),
		    champ_line(pool, s->label, LABEL),
		    champ_line(pool, c->label, LABEL));
	if (!takes(pool, c, s->source))
		return _("this is none of the options");
	return NULL;
}

void
demarche_broken_say(struct pool *pool, const struct demarche *d)
{
	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *s = &d->source[i];
		const char *why = demarche_fault(pool, d, s);

		if (why != NULL)
			say(s->confirmed
				? _("  broken source: %s of \"%s\" (%s): %s")
				: _("  proposal that no longer holds: "
				    "%s of \"%s\" (%s): %s"),
			    s->source[0] != '\0' ? s->source : _("never"),
			    champ_line(pool, s->label, LABEL),
			    champ_path(pool, s->id, s->block), why);
	}
}
