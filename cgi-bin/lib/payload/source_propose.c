/* source_propose.c - sources that are proposed. */

#include <string.h>

#include "db/query.h"
#include "ds/champ_name.h"
#include "gen/constants.h"
#include "gen/queries/payload.h"
#include "payload/label_pattern.h"
#include "payload/source_propose.h"

/* Titles have levels from 1 to 3 (DS 2.1), to 8 here at most; the last three
 * places are those of what is no title of the form. */
enum { LEVELS = 12, EXPLANATION = 9, BLOCK = 10, WITHIN = 11 };

/* A hint, its words read. */
struct rule {
	const struct hint *hint;
	struct label_pattern wanted, unwanted, section;
};

struct work {
	struct pool *pool;
	const struct demarche *demarche;
	struct rule *rule;
	size_t nrules;
	/* The titles over the champ, as label_pattern_fold makes them; NULL:
	 * none. By level, then the last explanation, the block, a title in
	 * it. */
	const char *title[LEVELS];
	struct source *made;
	size_t n;
};

/* ---- where a champ stands ---- */

static void
forget_from(struct work *w, int level)
{
	for (int i = level; i < LEVELS; i++)
		w->title[i] = NULL;
}

static void
note_title(struct work *w, const struct champ *c)
{
	bool header = strcmp(c->type, "HeaderSection") == 0;
	int level = c->level < 1 ? 1 : c->level > 8 ? 8 : c->level;

	if (c->block == 0)
		forget_from(w, BLOCK);
	if (c->kind == CHAMP_BLOCK)
		w->title[BLOCK] = label_pattern_fold(w->pool, c->label);
	if (!header && strcmp(c->type, "Explication") != 0)
		return;
	if (c->block != 0)
		level = WITHIN;
	else if (!header)
		level = EXPLANATION;
	forget_from(w, level);
	w->title[level] = label_pattern_fold(w->pool, c->label);
}

static bool
source_propose_is_under(const struct work *w, const struct champ *c,
    const struct label_pattern *section)
{
	for (int i = 0; i < LEVELS; i++)
		if (w->title[i] != NULL && (i != BLOCK || c->block != 0) &&
		    label_pattern_matches(section, w->title[i]))
			return true;
	return false;
}

/* ---- what fits it ---- */

static bool
names_type(const char *types, const char *type)
{
	size_t n = strlen(type);

	for (const char *p = types; (p = strstr(p, type)) != NULL; p += n)
		if ((p == types || p[-1] == ' ') &&
		    (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

/* The list that a block repeats: its own source, confirmed or proposed. */
static const char *
source_propose_list_of(const struct work *w, unsigned long long block)
{
	const struct demarche *d = w->demarche;

	for (size_t i = 0; i < d->nsources; i++)
		if (d->source[i].id == block && d->source[i].block == 0 &&
		    d->source[i].confirmed)
			return d->source[i].source;
	for (size_t i = 0; i < w->n; i++)
		if (w->made[i].id == block && w->made[i].block == 0)
			return w->made[i].source;
	return "";
}

/* Whether the fact is a column of the list: "plan.amount" of "plan". */
static bool
is_column(const char *fact, const char *list)
{
	size_t n = strlen(list);

	return n > 0 && strncmp(fact, list, n) == 0 && fact[n] == '.' &&
	    strchr(fact + n + 1, '.') == NULL && strchr(fact, '[') == NULL;
}

/* The first rule that fits, so that the order of the table decides: particular
 * rules come before general ones.  In a block only columns of its list can
 * differ from row to row. */
static const struct hint *
find_hint(const struct work *w, const struct champ *c)
{
	const char *label = label_pattern_fold(w->pool, c->label);
	const char *list = c->block != 0 ? source_propose_list_of(w, c->block)
					 : NULL;

	for (size_t i = 0; i < w->nrules; i++) {
		const struct rule *r = &w->rule[i];

		if (names_type(r->hint->types, c->type) &&
		    (r->wanted.n == 0 ||
			label_pattern_matches(&r->wanted, label)) &&
		    !label_pattern_matches(&r->unwanted, label) &&
		    (r->section.n == 0 ||
			source_propose_is_under(w, c, &r->section)) &&
		    (list == NULL || is_column(r->hint->fact, list)))
			return r->hint;
	}
	return NULL;
}

/* National forms repeat a champ for each department and show one (DS 4.2): a
 * source holds for an authority of that department alone. */
static const char *
condition(struct pool *pool, const char *only_if, const char *label)
{
	char code[4];
	size_t before;

	if (!champ_department(label, code, &before))
		return only_if;
	return pool_printf(pool, "%s%sauthority.department=%s", only_if,
	    *only_if != '\0' ? " & " : "", code);
}

/* ---- all of them ---- */

static bool
source_propose_is_said(const struct demarche *d, const struct champ *c)
{
	for (size_t i = 0; i < d->nsources; i++)
		if (d->source[i].confirmed && d->source[i].id == c->id &&
		    d->source[i].block == c->block)
			return true;
	return false;
}

static void
read_rules(struct work *w, const struct hint *h, size_t n)
{
	w->rule = pool_take(w->pool, (n + 1) * sizeof(*w->rule));
	for (w->nrules = 0; w->nrules < n; w->nrules++, h++) {
		struct rule *r = &w->rule[w->nrules];

		r->hint = h;
		label_pattern_read(w->pool, h->wanted, &r->wanted);
		label_pattern_read(w->pool, h->unwanted, &r->unwanted);
		label_pattern_read(w->pool, h->section, &r->section);
	}
}

struct source *
source_proposals(struct pool *pool, const struct demarche *d,
    const struct hint *hint, size_t n, size_t *count)
{
	struct work w = { .pool = pool,
		.demarche = d,
		.made = pool_take(pool, (d->n + 1) * sizeof(*w.made)) };

	read_rules(&w, hint, n);
	for (size_t i = 0; i < d->n; i++) {
		const struct champ *c = &d->champ[i];
		const struct hint *h;

		if (c->private)
			continue;
		note_title(&w, c);
		if (c->kind == CHAMP_NEVER || source_propose_is_said(d, c) ||
		    (h = find_hint(&w, c)) == NULL)
			continue;
		w.made[w.n++] = (struct source){ c->id, c->block, h->fact,
			condition(pool, h->only_if, c->label), false, c->label,
			NULL };
	}
	*count = w.n;
	return w.made;
}

/* ---- the base ---- */

static enum rc
read_hints(struct db *db, struct pool *pool, struct hint **hint, size_t *n)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_FACT_LABELS, NULL, &res);

	if (rc != RC_OK)
		return rc;
	*hint = pool_take(pool, (res.rows + 1) * sizeof(**hint));
	for (*n = 0; *n < res.rows; ++*n) {
		const struct fact_labels_row *v = fact_labels_row(&res, *n);

		(*hint)[*n] = (struct hint){ v->fact.s, v->types.s, v->wanted.s,
			v->unwanted.s, v->section.s, v->only_if.s };
	}
	return RC_OK;
}

void
source_put_row(struct buf *rows, unsigned demarche, const struct source *s,
    int place)
{
	buf_putf(rows, "%u\t%llu\t%llu\t%d\t", demarche, s->id, s->block,
	    place);
	buf_put_tsv(rows, s->source);
	buf_putc(rows, '\t');
	buf_put_tsv(rows, s->only_if);
	buf_putf(rows, "\t%s\t",
	    s->confirmed ? SOURCE_STATE_CONFIRMED : SOURCE_STATE_PROPOSED);
	buf_put_tsv(rows, s->label);
	buf_putc(rows, '\n');
}

enum rc
source_propose(struct db *db, const struct demarche *d, unsigned long *n)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct buf rows = { 0 };
	struct hint *hint = NULL;
	struct source *made;
	struct result res;
	size_t nhints = 0, count = 0;
	enum rc rc = read_hints(db, pool, &hint, &nhints);

	if (rc == RC_OK) {
		made = source_proposals(pool, d, hint, nhints, &count);
		for (size_t i = 0; i < count; i++)
			source_put_row(&rows, d->number, &made[i], 1);
		arg_int(pool, &args, ARG_DEMARCHE, d->number);
		rc = query_run(db, pool, Q_PROPOSALS_CLEAR, args, &res);
	}
	if (rc == RC_OK)
		rc = query_load(db, Q_SOURCES_WRITE, &rows);
	*n = (unsigned long)count;
	buf_free(&rows);
	pool_free(pool);
	return rc;
}
