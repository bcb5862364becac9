/* demarche_report.c - how a form is prefilled, for a person. */

#include <stdint.h>
#include <string.h>

#include "answers/fact.h"
#include "base/log.h"
#include "base/say.h"
#include "ds/champ_name.h"
#include "ds/demarche_diff.h"
#include "gen/constants.h"
#include "payload/demarche_report.h"
#include "payload/source_words.h"

/* Widths are in characters, for a terminal: all text is French or English, one
 * column a character. */
enum { WIDTH = 100, CELLS = 3, LABEL = 40, TYPE = 20, FILLED = 34, GAP = 2 };

struct report {
	struct pool *pool;
	struct facts *facts;
	const struct demarche *d;
	FILE *f;
};

/* ---- text in columns ---- */

/* Bytes of a character that begins with c. */
static size_t
demarche_report_step(char c)
{
	unsigned char u = (unsigned char)c;

	return u < 0xc0 ? 1 : u < 0xe0 ? 2 : u < 0xf0 ? 3 : 4;
}

/* Writes what of *s fits in a line of so many columns, and moves *s past it;
 * the line ends at a blank, or where a word is too long for any.  Returns the
 * columns written. */
static int
demarche_report_put_line(FILE *f, const char **s, int columns)
{
	const char *p = *s, *end = NULL;
	int n = 0, kept = 0;

	for (; *p != '\0' && *p != '\n'; p += demarche_report_step(*p), n++) {
		if (*p == ' ') {
			end = p;
			kept = n;
		}
		if (n == columns)
			break;
	}
	if (*p == '\0' || *p == '\n' || end == NULL) {
		end = p;
		kept = n;
	}
	fwrite(*s, 1, (size_t)(end - *s), f);
	*s = end + (*end == ' ' || *end == '\n');
	return kept;
}

static void
put_blanks(FILE *f, int n)
{
	while (n-- > 0)
		putc(' ', f);
}

/* Three cells side by side, in as many lines as the longest wants. */
static void
demarche_report_put_row(struct report *r, int indent, const char *cell[CELLS])
{
	const int width[CELLS] = { LABEL - indent, TYPE, FILLED };

	while (*cell[0] != '\0' || *cell[1] != '\0' || *cell[2] != '\0') {
		int due = GAP + indent;

		for (int i = 0; i < CELLS; i++) {
			if (*cell[i] != '\0') {
				put_blanks(r->f, due);
				due = width[i] -
				    demarche_report_put_line(r->f, &cell[i],
					width[i]);
			} else {
				due += width[i];
			}
			due += GAP;
		}
		putc('\n', r->f);
	}
}

/* A text over the whole width, in the pool of the report. */
static void
demarche_report_put_text(struct report *r, int indent, const char *s)
{
	while (*s != '\0') {
		put_blanks(r->f, indent);
		demarche_report_put_line(r->f, &s, WIDTH - indent);
		putc('\n', r->f);
	}
}

static void
put_title(struct report *r, int level, const char *title)
{
	int columns = 0;

	putc('\n', r->f);
	demarche_report_put_text(r, 0, title);
	for (const char *p = title; *p != '\0' && columns < WIDTH;
	     p += demarche_report_step(*p))
		columns++;
	while (columns-- > 0)
		putc(level < 2 ? '=' : '-', r->f);
	putc('\n', r->f);
}

/* ---- champs ---- */

/* What nobody fills in (DS 1.6): it is neither required nor prefilled. */
static bool
is_text(const struct champ *c)
{
	return strcmp(c->type, "HeaderSection") == 0 ||
	    strcmp(c->type, "Explication") == 0;
}

/* One line of sources, in words. */
static const char *
demarche_report_words_of(struct report *r, const struct source *s)
{
	const char *when = source_condition_words(r->pool, r->facts,
	    s->only_if);
	const char *fault = demarche_fault(r->pool, r->d, s), *words;

	if (s->source[0] == '\0')
		return _("never prefilled");
	words = source_words(r->pool, r->facts, s->source);
	if (*when != '\0')
		words = pool_printf(r->pool, _("%s, if %s"), words, when);
	if (!s->confirmed)
		words = pool_printf(r->pool, _("%s (proposed)"), words);
	return fault == NULL
	    ? words
	    : pool_printf(r->pool, _("%s - BROKEN: %s"), words, fault);
}

/* All sources of a champ, joined by "else": they are tried in this order, and
 * the first that has a value wins. */
static const char *
filled_by(struct report *r, const struct champ *c)
{
	const char *all = NULL;

	for (size_t i = 0; i < r->d->nsources; i++) {
		const struct source *s = &r->d->source[i];
		const char *words;

		if (s->id != c->id || s->block != c->block)
			continue;
		words = champ_line(r->pool, demarche_report_words_of(r, s),
		    SIZE_MAX);
		all = all == NULL
		    ? words
		    : pool_printf(r->pool, _("%s\nelse %s"), all, words);
	}
	if (all != NULL)
		return all;
	if (strcmp(c->type, "Explication") == 0)
		return "";
	if (c->kind == CHAMP_NEVER)
		return pool_printf(r->pool, _("cannot be prefilled (%s)"),
		    champ_type_words(c->type));
	return c->private ? _("left to the administration")
			  : _("for the applicant to fill in");
}

static void
demarche_report_put_champ(struct report *r, const struct champ *c)
{
	const char *label = champ_line(r->pool, c->label, SIZE_MAX);
	const char *cell[CELLS] = { c->required && !is_text(c)
		    ? pool_printf(r->pool, "%s\u00a0*", label)
		    : label,
		champ_type_words(c->type), filled_by(r, c) };

	if (strcmp(c->type, "HeaderSection") == 0)
		put_title(r, c->level, label);
	else
		demarche_report_put_row(r, c->block != 0 ? GAP : 0, cell);
}

/* ---- the head ---- */

struct counts {
	unsigned long champs, texts, prefillable, confirmed, proposed, notes;
};

/* How a champ is filled: 0: not, 1: proposed, 2: confirmed.  What broke fills
 * nothing. */
static int
said_of(struct pool *pool, const struct demarche *d, const struct champ *c)
{
	int said = 0;

	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *s = &d->source[i];

		if (s->id == c->id && s->block == c->block &&
		    s->source[0] != '\0' && said < 1 + s->confirmed &&
		    demarche_fault(pool, d, s) == NULL)
			said = 1 + s->confirmed;
	}
	return said;
}

/* Annotations are counted apart: the applicant never sees them, so they are no
 * part of the work that is spared. */
static struct counts
demarche_report_count(struct pool *pool, const struct demarche *d)
{
	struct counts n = { 0 };

	for (size_t i = 0; i < d->n; i++) {
		const struct champ *c = &d->champ[i];
		int said = said_of(pool, d, c);

		n.notes += c->private;
		if (c->private)
			continue;
		n.champs++;
		n.texts += is_text(c);
		n.prefillable += c->kind != CHAMP_NEVER;
		n.proposed += said == 1;
		n.confirmed += said == 2;
	}
	return n;
}

static const char *
state_words(const char *state)
{
	return strcmp(state, DEMARCHE_STATE_OPEN) == 0  ? _("published")
	    : strcmp(state, DEMARCHE_STATE_TEST) == 0   ? _("being written")
	    : strcmp(state, DEMARCHE_STATE_CLOSED) == 0 ? _("closed")
							: _("withdrawn");
}

static void
demarche_report_put_head(struct report *r)
{
	const struct demarche *d = r->d;
	struct counts n = demarche_report_count(r->pool, d);

	demarche_report_put_text(r, 0, champ_line(r->pool, d->title, SIZE_MAX));
	demarche_report_put_text(r, 0,
	    pool_printf(r->pool,
		d->closes_on != NULL ? _("démarche %u, %s, closes on %s")
				     : _("démarche %u, %s"),
		d->number, state_words(d->state), d->closes_on));
	demarche_report_put_text(r, 0,
	    pool_printf(r->pool,
		_("champs: %lu, of which titles and explanations: %lu; "
		  "annotations: %lu"),
		n.champs, n.texts, n.notes));
	demarche_report_put_text(r, 0,
	    pool_printf(r->pool,
		_("that can be prefilled: %lu; with a source: %lu (confirmed: "
		  "%lu, proposed: %lu)"),
		n.prefillable, n.confirmed + n.proposed, n.confirmed,
		n.proposed));
	demarche_report_put_text(r, 0, _("* required"));
}

enum rc
demarche_report(struct db *db, unsigned number, FILE *f)
{
	struct report r = { .pool = pool_new(), .f = f };
	struct demarche *d = NULL;
	enum rc rc = demarche_load(db, r.pool, number, &d);
	bool noted = false;

	if (rc == RC_NOT_FOUND)
		rc = demarche_unknown(number);
	else if (rc == RC_OK)
		rc = facts_load(db, &r.facts);
	r.d = d;
	if (rc == RC_OK)
		demarche_report_put_head(&r);
	if (rc == RC_OK && d->n > 0 &&
	    strcmp(d->champ[0].type, "HeaderSection") != 0)
		putc('\n', f);
	for (size_t i = 0; rc == RC_OK && i < d->n; i++) {
		if (d->champ[i].private && !noted)
			put_title(&r, 1,
			    _("Annotations of the administration"));
		noted = d->champ[i].private;
		demarche_report_put_champ(&r, &d->champ[i]);
	}
	facts_free(r.facts);
	pool_free(r.pool);
	return rc;
}
