/*
 * aid_form.c - the form beside a list of aids.
 *
 * Its HTML has hundreds of placeholders: for each choice whether it is taken,
 * and how many aids it leaves.  They are read once for each version of the
 * data, and numbered, so that a page fills them by two loops over the pieces
 * between them.
 */

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "aids/aid_form.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/aids.h"
#include "xml/html.h"
#include "xml/xml.h"

/* The number of a placeholder: what it does, in its high bits, and of which
 * choice. */
enum {
	CHOSEN = 1 << 24,
	COUNTED = 2 << 24,
	COUNT = 3 << 24,
	USEFUL = 4 << 24,
	USELESS = 5 << 24,
	FOLDED = 6 << 24, /* of which mask */
	FILTER = 7 << 24, /* of which of these */
	LABEL = 8 << 24,
	WHAT = 15 << 24
};
static const char *const filter_names[] = { "aid_type_slugs", "category_slugs",
	"programs", "aid_step_slugs", "aid_destination_slugs",
	"aid_recurrence_slug", "call_for_projects_only", "is_charged",
	"european_aid_slug" };
enum { FILTERS = sizeof(filter_names) / sizeof(filter_names[0]) };

/* A choice, in one range of numbers: the facet bits, the categories, these,
 * then the programmes of the catalogue. */
enum {
	CATEGORY = FACET_CATEGORY,
	CALL = 192,
	FREE,
	EUROPEAN,
	NOTHING,
	PROGRAM
};

/* ---- reading ---- */

static int
aid_form_by_id(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* The choice of a programme's id: its position among the catalogue's. */
static int
program_of(const struct catalogue *c, const char *of)
{
	uint32_t id = (uint32_t)strtoul(of, NULL, 10);
	const uint32_t *at = c->programs == 0
	    ? NULL
	    : bsearch(&id, c->program, c->programs, sizeof(id), aid_form_by_id);

	return at != NULL ? PROGRAM + (int)(at - c->program) : NOTHING;
}

/* The choice that a placeholder names: a bit as a number, or a word. */
static int
choice_of(const struct catalogue *c, const char *of)
{
	unsigned long bit;

	if (*of >= '0' && *of <= '9')
		return (bit = strtoul(of, NULL, 10)) < CALL ? (int)bit
							    : NOTHING;
	if (strncmp(of, "program ", 8) == 0)
		return program_of(c, of + 8);
	return strcmp(of, "call") == 0    ? CALL
	    : strcmp(of, "free") == 0     ? FREE
	    : strcmp(of, "european") == 0 ? EUROPEAN
					  : NOTHING;
}

/* The parts while they are read. */
struct reading {
	struct aid_parts *parts;
	const struct catalogue *c;
};

/* The number of the mask of some facet bits, "12 13"; past the last, that one
 * takes them too. */
static int
number_fold(struct aid_parts *p, const char *of)
{
	int i = p->folds < AID_FOLDS ? p->folds++ : AID_FOLDS - 1;
	char *end;

	for (;; of = end) {
		unsigned long bit = strtoul(of, &end, 10);

		if (end == of)
			return i;
		p->fold[i] |= bit < 64 ? 1ull << bit : 0;
	}
}

/* The number of a filter of the form; FILTERS for others. */
static int
filter_of(const char *name)
{
	int i = 0;

	while (i < FILTERS && strcmp(filter_names[i], name) != 0)
		i++;
	return i;
}

/* "count" is a number of aids, "counted" what stands around one, "chosen" what
 * marks a choice that is taken (sql/constants). */
static int
number_placeholder(void *arg, const char *name, const char *of)
{
	static const struct {
		const char *name;
		int what;
	} kinds[] = { { PLACEHOLDER_COUNT, COUNT },
		{ PLACEHOLDER_CHOSEN, CHOSEN }, { PLACEHOLDER_USEFUL, USEFUL },
		{ PLACEHOLDER_USELESS, USELESS } };
	struct reading *r = arg;

	if (strcmp(name, PLACEHOLDER_COUNTED) == 0)
		return COUNTED;
	if (strcmp(name, PLACEHOLDER_FOLDED) == 0)
		return FOLDED | number_fold(r->parts, of);
	if (strcmp(name, PLACEHOLDER_FILTER) == 0)
		return FILTER | filter_of(of);
	if (strcmp(name, PLACEHOLDER_LABEL) == 0)
		return LABEL | filter_of(of);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(name, kinds[i].name) == 0)
			return kinds[i].what | choice_of(r->c, of);
	return choice_of(r->c, of);
}

/* A part that the database does not have is empty. */
enum rc
aid_parts_load(struct aid_parts *p, struct db *db, struct pool *pool,
    struct catalogue *c)
{
	const struct {
		const char *name;
		struct buf *to;
	} parts[] = {
		{ "audiences", &p->audiences.html },
		{ "filters", &p->filters.html },
		{ "mark", &p->mark },
		{ "funded", &p->funded },
		{ "terms", &p->acronyms.html },
	};
	struct reading reading = { p, c };
	struct result res;
	enum rc rc = query_run(db, pool, Q_PAGE_FRAGMENTS, NULL, &res);

	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		buf_reset(parts[i].to);
		for (unsigned r = 0; r < res.rows; r++) {
			const struct page_fragments_row *row =
			    page_fragments_row(&res, r);

			if (strcmp(row->name.s, parts[i].name) == 0)
				buf_put(parts[i].to, row->html.s, row->html.n);
		}
	}
	memset(p->fold, 0, sizeof(p->fold));
	p->folds = 0;
	fragment_read(&p->audiences, number_placeholder, &reading);
	fragment_read(&p->filters, number_placeholder, &reading);
	acronyms_read(&p->acronyms);
	return RC_OK;
}

void
aid_parts_free(struct aid_parts *p)
{
	fragment_free(&p->audiences);
	fragment_free(&p->filters);
	buf_free(&p->mark);
	buf_free(&p->funded);
	buf_free(&p->acronyms.html);
}

/* ---- filling ---- */

/* Whether the reader's question has that choice. */
static bool
is_chosen(const struct question *q, int choice)
{
	if (choice < CALL)
		return (q->chosen[choice / 64] >> choice % 64 & 1) != 0;
	return choice == CALL ? q->calls_only
	    : choice == FREE  ? q->free_only
			      : choice == EUROPEAN && q->european_only;
}

/* How many aids the choice would leave, the other criteria as they are. */
static unsigned
count_of(const struct rank_facets *k, int choice)
{
	if (choice < CATEGORY)
		return k->facet[choice];
	if (choice < CALL)
		return k->category[choice - CATEGORY];
	if (choice >= PROGRAM)
		return k->program[choice - PROGRAM];
	return choice == CALL    ? k->facet[FACET_CALL]
	    : choice == FREE     ? k->free
	    : choice == EUROPEAN ? /* an aid is of one kind */
	    k->facet[FACET_EUROPEAN] + k->facet[FACET_EUROPEAN + 1]
				 : 0;
}

/* A count as French writes it: a narrow space before the thousands. */
static void
put_count(struct buf *b, unsigned n)
{
	if (n < 1000)
		buf_put_int(b, n);
	else
		buf_putf(b, "%u\xe2\x80\xaf%03u", n / 1000, n % 1000);
}

/* Whether a choice is not taken and leaves no aid. */
static bool
is_useless(const struct question *q, int choice)
{
	return q->facets != NULL && !is_chosen(q, choice) &&
	    count_of(q->facets, choice) == 0;
}

static bool
any_useless(const struct question *q, uint64_t mask)
{
	for (; mask != 0; mask &= mask - 1)
		if (is_useless(q, __builtin_ctzll(mask)))
			return true;
	return false;
}

/* What a form is filled with. */
struct filling {
	const struct aid_parts *parts;
	const struct question *q;
	const struct result *filters; /* of a portal; NULL: all */
};

/* Writes the name that a portal gives a filter; whether its own stays. */
static bool
keeps_label(const struct filling *f, int filter, struct buf *b)
{
	for (unsigned r = 0; f->filters != NULL && r < f->filters->rows; r++) {
		const struct portal_filters_row *row =
		    portal_filters_row(f->filters, r);

		if (filter_of(row->param.s) != filter || row->label.s == NULL)
			continue;
		html_write_text(b, row->label.s);
		return false;
	}
	return true;
}

/* Fills a placeholder; whether its content stays. */
static bool
aid_form_fill(const struct filling *f, int placeholder, struct buf *b)
{
	const struct question *q = f->q;

	switch (placeholder & WHAT) {
	case FILTER:
		return true;
	case LABEL:
		return keeps_label(f, placeholder & ~WHAT, b);
	case CHOSEN:
		return is_chosen(q, placeholder & ~WHAT);
	case USEFUL:
		return !is_useless(q, placeholder & ~WHAT);
	case USELESS:
		return is_useless(q, placeholder & ~WHAT);
	case FOLDED:
		return any_useless(q, f->parts->fold[placeholder & ~WHAT]);
	case COUNT:
		if (q->facets != NULL)
			put_count(b, count_of(q->facets, placeholder & ~WHAT));
	}
	return (placeholder & WHAT) == COUNTED && q->facets != NULL;
}

/* Writes pieces of a part: what a placeholder does not keep is skipped. */
static void
put_pieces(struct buf *b, const struct filling *f, const struct fragment *of,
    size_t from, size_t to)
{
	for (size_t i = from; i < to;) {
		const struct fragment_piece *p = &of->piece[i];

		buf_put(b, p->html, p->n);
		i = p->placeholder < 0 || aid_form_fill(f, p->placeholder, b)
		    ? i + 1
		    : p->after;
	}
}

/* Writes the content of one filter alone; others than these are in no part. */
static void
put_filter(struct buf *b, const struct filling *f, const struct fragment *of,
    int filter)
{
	for (size_t i = 0; i < of->pieces && filter < FILTERS; i++)
		if (of->piece[i].placeholder == (FILTER | filter))
			put_pieces(b, f, of, i + 1, of->piece[i].after);
}

static void
put_filters(struct buf *b, const struct filling *f, const struct fragment *of)
{
	if (f->filters == NULL) {
		put_pieces(b, f, of, 0, of->pieces);
		return;
	}
	for (unsigned r = 0; r < f->filters->rows; r++)
		put_filter(b, f, of,
		    filter_of(portal_filters_row(f->filters, r)->param.s));
}

enum rc
aid_form_put(struct context *ctx, struct response *resp,
    const struct aid_parts *p, const struct question *q)
{
	struct filling f = { p, q, NULL };
	struct value portal = { VALUE_INT, 0, NULL, 0 };
	struct result filters = { 0 };
	xmlNodePtr form = xml_add(resp->root, "form");
	struct buf html = { 0 };
	enum rc rc = RC_OK;

	if (ctx->portal != NULL) {
		portal.i = ctx->portal->id;
		rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
		    Q_PORTAL_FILTERS, PORTAL_FILTERS_IN_PORTALS, &portal, 1,
		    &filters);
	}
	if (rc != RC_OK)
		return rc;
	f.filters = filters.rows > 0 ? &filters : NULL;
	put_pieces(&html, &f, &p->audiences, 0, p->audiences.pieces);
	xml_raw_take(xml_add(form, "audiences"), &html);
	put_filters(&html, &f, &p->filters);
	xml_raw_take(xml_add(form, "filters"), &html);
	buf_free(&html);
	if (f.filters != NULL)
		rows_append(resp->root, &query_table[Q_PORTAL_FILTERS],
		    &filters);
	return RC_OK;
}
