/*
 * funded.c - projects that were funded near the place asked.
 *
 * An index of its own, for these are 100,000 short titles with a place, not
 * aids: keys are "department term", and postings carry what they are ranked by,
 * so that nothing but lists is read.  The lists of all words in up to
 * MAX_DEPARTMENTS are merged in a hash table by id, with a bit for each word
 * that a title has and the distance to the place.  Bits then say how many
 * concepts of the question it has.  Titles with fewer concepts than the best
 * one within 30 km (or of all, when none is so near) are dropped, and the best
 * max are selected by insertion in a short sorted array.  Distances are
 * equirectangular: on 60 km they are wrong by less than the kilometre to which
 * places are rounded.
 */

#include <math.h>
#include <string.h>

#include "db/rows.h"
#include "funded/funded.h"
#include "gen/queries/funded.h"
#include "xml/xml.h"

/* The first is the department of the place; the others are around it. */
enum { MAX_DEPARTMENTS = 8 };

/* Kilometres, squared, that are near (as Aides-territoires has it, and the
 * query perimeter_around), and as far as other departments are searched. */
static const float NEAR = 30.f * 30.f, AROUND = 60.f * 60.f;
static const float HUNDREDTH = 1.112f; /* of a degree, in kilometres */

/* A project with what it is worth here. */
struct funded_found {
	uint32_t id;
	int concepts;   /* how many it says */
	uint64_t words; /* a bit for each it says */
	float far;      /* km, squared; 0: the very place */
	bool own;       /* of the place's department */
};

struct funded_search {
	const char *department[MAX_DEPARTMENTS];
	size_t departments;
	struct value *key; /* all words for each department */
	/* The place asked; no latitude: nothing is at a distance of it. */
	uint32_t asked, epci;
	bool is_epci;
	long long latitude, longitude;
	float narrow; /* of a degree of longitude there */
	/* Projects, once each, and where to find one by its id. */
	struct funded_found *found;
	size_t nfound, total;
	uint32_t *slot, mask;
};

static uint32_t
funded_number(const unsigned char *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static int16_t
degrees(const unsigned char *p)
{
	return (int16_t)(p[0] | p[1] << 8);
}

/* ---- where ---- */

/* The place, and the departments that are near it. */
static enum rc
funded_read_place(struct context *ctx, const struct place *p,
    struct funded_search *s)
{
	struct place_around around;
	enum rc rc = place_around(ctx, p->asked[0], &around);

	s->asked = p->asked[0];
	s->epci = p->epci;
	s->is_epci = p->epci == p->asked[0];
	s->latitude = around.n > 0 ? around.latitude : FUNDED_NOWHERE;
	s->longitude = around.longitude;
	s->department[s->departments++] = p->department;
	for (size_t i = 0; rc == RC_OK && i < around.n; i++)
		if (s->departments < MAX_DEPARTMENTS &&
		    strcmp(around.department[i], p->department) != 0)
			s->department[s->departments++] = around.department[i];
	s->narrow = cosf((float)s->latitude / 100 * (float)M_PI / 180);
	return rc;
}

/* The squared distance to the project of a posting: INFINITY when it is
 * unknown, 0 for one of the place itself.  A reader's intercommunality is at
 * their place, and so is all that lies in the one asked. */
static float
far_of(const struct funded_search *s, const unsigned char *entry)
{
	uint32_t perimeter = funded_number(entry + 4);
	int latitude = degrees(entry + 12);
	float x, y;

	if (perimeter == s->asked || (s->epci != 0 && perimeter == s->epci) ||
	    (s->is_epci && funded_number(entry + 8) == s->epci))
		return 0;
	if (latitude == FUNDED_NOWHERE || s->latitude == FUNDED_NOWHERE)
		return INFINITY;
	y = HUNDREDTH * (float)(latitude - s->latitude);
	x = HUNDREDTH * (float)(degrees(entry + 14) - s->longitude) * s->narrow;
	/* Two perimeters with one centre are not the same place. */
	return x * x + y * y + 0.01f;
}

/* ---- words ---- */

/* The words of the question, in each department. */
static void
make_keys(struct pool *pool, const struct question *q, struct funded_search *s)
{
	struct value *key = pool_take(pool,
	    s->departments * q->words * sizeof(*key));

	s->key = key;
	for (size_t d = 0; d < s->departments; d++) {
		size_t n = strlen(s->department[d]);

		for (size_t i = 0; i < q->words; i++, key++) {
			size_t more = strlen(q->word[i]);
			char *text = pool_take(pool, n + more + 2);

			memcpy(text, s->department[d], n);
			text[n] = ' ';
			memcpy(text + n + 1, q->word[i], more);
			*key = (struct value){ VALUE_TEXT, 0, text,
				n + 1 + more };
		}
	}
}

/* Adds a word to the project of a posting. */
static void
note(struct funded_search *s, const unsigned char *entry, uint64_t word,
    bool own)
{
	uint32_t id = funded_number(entry), at = id * 2654435761u & s->mask;
	float far = far_of(s, entry);

	if (!own && far > AROUND)
		return;
	while (s->slot[at] != 0 && s->found[s->slot[at] - 1].id != id)
		at = (at + 1) & s->mask;
	if (s->slot[at] == 0) {
		s->found[s->nfound++] = (struct funded_found){ .id = id,
			.far = far,
			.own = own };
		s->slot[at] = (uint32_t)s->nfound;
	}
	s->found[s->slot[at] - 1].words |= word;
}

/* Merges the lists: each project once. */
static void
gather(struct pool *pool, const struct question *q, struct funded_search *s,
    const struct result *res)
{
	size_t all = 0, k = 0;
	uint32_t slots = 16;

	for (unsigned r = 0; r < res->rows; r++)
		all += funded_lists_row(res, r)->list.n / FUNDED_ENTRY;
	while (slots < 2 * all)
		slots *= 2;
	s->mask = slots - 1;
	s->slot = pool_take(pool, slots * sizeof(*s->slot));
	s->found = pool_take(pool, (all + 1) * sizeof(*s->found));
	for (unsigned r = 0; r < res->rows; r++, k++) {
		const struct funded_lists_row *v = funded_lists_row(res, r);
		const unsigned char *p = (const unsigned char *)v->list.s;

		/* Rows come by the order of the keys; some keys have none. */
		while (strcmp(v->near.s, s->key[k].s) != 0)
			k++;
		for (const unsigned char *end = p + v->list.n;
		     p + FUNDED_ENTRY <= end; p += FUNDED_ENTRY)
			note(s, p, 1ull << k % q->words, k < q->words);
	}
}

/* ---- which ---- */

static bool
is_better(const struct funded_found *a, const struct funded_found *b)
{
	if (a->concepts != b->concepts)
		return a->concepts > b->concepts;
	if (a->far != b->far)
		return a->far < b->far;
	return a->id > b->id;
}

/* How many concepts a project says: the phrases of one follow each other. */
static int
concepts_of(const struct question *q, uint64_t words)
{
	int n = 0, last = -1;

	for (size_t i = 0; i < q->phrases; i++) {
		const struct question_phrase *w = &q->phrase[i];

		if (w->concept == last ||
		    (w->any ? (w->words & words) == 0
			    : (w->words & ~words) != 0))
			continue;
		last = w->concept;
		n++;
	}
	return n;
}

/* How many concepts the best say that are near, or else the best of all. */
static int
count_concepts(const struct question *q, struct funded_search *s)
{
	int near = 0, best = 0;
	uint64_t alone = 0; /* words that say a concept alone */

	for (size_t i = 0; i < q->phrases; i++)
		if (q->phrase[i].any)
			alone |= q->phrase[i].words;
	for (size_t i = 0; i < s->nfound; i++) {
		struct funded_found *f = &s->found[i];

		/* Most say one word. */
		f->concepts = (f->words & (f->words - 1)) == 0
		    ? (f->words & alone) != 0
		    : concepts_of(q, f->words);
		if (f->concepts > best)
			best = f->concepts;
		if (f->far <= NEAR && f->concepts > near)
			near = f->concepts;
	}
	return near > 0 ? near : best;
}

/* The best max, in their order; returns how many they are. */
static size_t
choose(const struct question *q, struct funded_search *s,
    struct funded_found *best, size_t max)
{
	int least = count_concepts(q, s);
	size_t n = 0;

	for (size_t i = 0; i < s->nfound; i++) {
		const struct funded_found *f = &s->found[i];
		size_t at = n;

		if (f->concepts == 0 || f->concepts < least)
			continue;
		s->total++;
		if (n == max && !is_better(f, &best[n - 1]))
			continue;
		for (at -= n == max; at > 0 && is_better(f, &best[at - 1]);
		     at--)
			best[at] = best[at - 1];
		best[at] = *f;
		n += n < max;
	}
	return n;
}

/* ---- the whole ---- */

static enum rc
funded_show(struct context *ctx, struct response *resp,
    const struct funded_search *s, const struct funded_found *best, size_t n)
{
	struct value *id = pool_take(ctx->pool, n * sizeof(*id));
	struct result res;
	xmlNodePtr list, one;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		id[i] = (struct value){ .type = VALUE_INT, .i = best[i].id };
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_FUNDED_ROWS,
	    FUNDED_ROWS_IN_IDS, id, n, &res);
	if (rc != RC_OK)
		return rc;
	list = xml_add(resp->root, "funded-near");
	xml_set_int(list, "total", (long long)s->total);
	rows_append(list, &query_table[Q_FUNDED_ROWS], &res);
	one = list->children;
	for (size_t i = 0, r = 0; i < n && r < res.rows; i++) {
		if (funded_rows_row(&res, r)->parent.i != id[i].i)
			continue; /* gone since */
		if (!best[i].own)
			xml_set(one, "beyond", "1");
		if (best[i].far > 0 && best[i].far < INFINITY)
			xml_set_int(one, "km",
			    best[i].far < 1 ? 1 : lroundf(sqrtf(best[i].far)));
		one = one->next;
		r++;
	}
	return RC_OK;
}

enum rc
funded_put(struct context *ctx, struct response *resp, const struct question *q,
    size_t max, size_t *total)
{
	struct funded_search *s = pool_take(ctx->pool, sizeof(*s));
	struct funded_found *best = pool_take(ctx->pool, max * sizeof(*best));
	struct result res;
	size_t n;
	enum rc rc;

	*total = 0;
	if (q->words == 0 || q->place.department == NULL)
		return RC_OK;
	if ((rc = funded_read_place(ctx, &q->place, s)) != RC_OK)
		return rc;
	make_keys(ctx->pool, q, s);
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_FUNDED_LISTS,
	    FUNDED_LISTS_IN_NEAR, s->key, s->departments * q->words, &res);
	if (rc != RC_OK)
		return rc;
	gather(ctx->pool, q, s, &res);
	n = choose(q, s, best, max);
	*total = s->total;
	return n > 0 ? funded_show(ctx, resp, s, best, n) : RC_OK;
}
