/*
 * funded.c - projects that were funded near the place asked.
 *
 * The engine scores the titles of each department around (engine/score.c) by
 * the same words as it scores aids; scores are parts of what the question can
 * have, so that those of departments compare.  Of what has enough of them, at
 * least ENOUGH of what the best says that is within 30 km (or of all, when
 * none is so near), the best max are selected (engine/top.h), in the order of
 *
 *	worth(d) = sum(d) * decided(d) * HALF / (HALF + km(d))
 *
 * A title that only has a synonym, which counts half of what has the word, is
 * as good as one that has it HALF km away.  Distances are equirectangular: on
 * 60 km they are wrong by less than the kilometre to which places are rounded.
 */

#include <math.h>
#include <string.h>

#include "engine/score.h"
#include "engine/top.h"
#include "funded/funded.h"
#include "funded/funded_cards.h"
#include "gen/queries/funded.h"
#include "question/variants.h"
#include "xml/xml.h"

/* Kilometres, squared, that are near (as Aides-territoires has it, and the
 * query perimeter_around), and as far as other departments are searched. */
static const float NEAR = 30.f * 30.f, AROUND = 60.f * 60.f;
static const float HUNDREDTH = 1.112f; /* of a degree, in kilometres */
/* Kilometres at which a project is worth half; and those to one that nobody
 * knows where it lies. */
static const float HALF = 50, LOST = 100;
static const float ENOUGH = 0.69f;

/* The departments that are searched, at most: the first is the place's. */
enum { MAX_DEPARTMENTS = 8 };

struct funded_search {
	struct value department[MAX_DEPARTMENTS]; /* codes */
	size_t departments;
	/* The place asked; no latitude: nothing is at a distance of it. */
	uint32_t asked, epci;
	bool is_epci;
	long long latitude, longitude;
	float narrow; /* of a degree of longitude there */
	struct funded_found *found;
	size_t nfound, total;
	uint16_t near, best; /* what is most decided, near and in all */
};

/* ---- where ---- */

static void
add_department(struct funded_search *s, const char *code)
{
	s->department[s->departments++] = (struct value){ VALUE_TEXT, 0, code,
		strlen(code) };
}

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
	add_department(s, p->department);
	for (size_t i = 0; rc == RC_OK && i < around.n; i++)
		if (s->departments < MAX_DEPARTMENTS &&
		    strcmp(around.department[i], p->department) != 0)
			add_department(s, around.department[i]);
	s->narrow = cosf((float)s->latitude / 100 * (float)M_PI / 180);
	return rc;
}

/* The squared distance to a project: INFINITY when it is unknown, 0 for one of
 * the place itself.  A reader's intercommunality is at their place, and so is
 * all that lies in the one asked. */
static float
far_of(const struct funded_search *s, const struct funded_place *p)
{
	float x, y;

	if (p->perimeter == s->asked ||
	    (s->epci != 0 && p->perimeter == s->epci) ||
	    (s->is_epci && p->epci == s->epci))
		return 0;
	if (p->latitude == FUNDED_NOWHERE || s->latitude == FUNDED_NOWHERE)
		return INFINITY;
	y = HUNDREDTH * (float)(p->latitude - s->latitude);
	x = HUNDREDTH * (float)(p->longitude - s->longitude) * s->narrow;
	/* Two perimeters with one centre are not the same place. */
	return x * x + y * y + 0.01f;
}

/* ---- what ---- */

/* The concepts of the question, over other documents. */
static enum rc
score(struct context *ctx, const struct question *q, const struct docs *d,
    struct scores *scores)
{
	enum { MOST = RANK_CONCEPTS * VARIANT__MAX };
	struct rank_question *k = pool_take(ctx->pool, sizeof(*k));
	struct rank_variant *v = pool_take(ctx->pool, MOST * sizeof(*v));
	const struct term_list *list[MOST];
	size_t n = 0;
	enum rc rc;

	for (; k->concepts < q->concepts; k->concepts++) {
		struct rank_concept *to = &k->concept[k->concepts];

		*to = q->concept[k->concepts];
		to->strong = 0; /* what says it weakly is among the others */
		memcpy(v + n, to->variant, (size_t)to->variants * sizeof(*v));
		to->variant = v + n;
		for (int w = 0; w < to->variants; w++)
			list[n++] = to->variant[w].list;
	}
	rc = terms_elsewhere(q->wordings, ctx, d, list, n);
	for (size_t i = 0; i < n; i++)
		v[i].list = list[i];
	if (rc == RC_OK)
		*scores = score_words(ctx->pool, d, k);
	return rc;
}

/* Notes a project that has enough of the words of its department. */
static void
note(struct funded_search *s, const struct funded_place *p, bool own,
    uint16_t decided, uint32_t strength)
{
	struct funded_found *f = &s->found[s->nfound];
	float far = far_of(s, p), km = far < INFINITY ? sqrtf(far) : LOST;

	if (!own && far > AROUND)
		return;
	*f = (struct funded_found){ p->id, decided,
		(float)strength * HALF / (HALF + km), far, own };
	s->nfound++;
	s->best = decided > s->best ? decided : s->best;
	if (far <= NEAR && decided > s->near)
		s->near = decided;
}

/* Searches a department. */
static enum rc
search_in(struct context *ctx, const struct question *q,
    const struct funded_lists_row *row, struct funded_search *s)
{
	const struct funded_place *p = (const void *)row->list.s;
	const struct docs d = { .prefix = pool_printf(ctx->pool,
				    FUNDED_PREFIX "%s ", row->near.s),
		.id = &p->id,
		.step = sizeof(*p),
		.n = row->list.n / sizeof(*p) };
	bool own = strcmp(row->near.s, s->department[0].s) == 0;
	struct scores scores;
	enum rc rc = score(ctx, q, &d, &scores);

	for (size_t w = 0; rc == RC_OK && w < bits_words(d.n); w++)
		for (uint64_t b = scores.enough[w]; b != 0; b &= b - 1) {
			size_t doc = 64 * w + (size_t)__builtin_ctzll(b);

			/* Not what only says what is done, "création", of a
			 * need that says of what. */
			if (scores.decided[doc] > 0 || scores.all == 0)
				note(s, &p[doc], own, scores.decided[doc],
				    score_strength(&scores, doc));
		}
	return rc;
}

/* Searches them all. */
static enum rc
search_around(struct context *ctx, const struct question *q,
    struct funded_search *s)
{
	struct result res;
	size_t bytes = 0;
	enum rc rc = row_cache_query(ctx->rows, ctx->db, ctx->pool,
	    Q_FUNDED_LISTS, FUNDED_LISTS_IN_NEAR, s->department, s->departments,
	    &res);

	if (rc != RC_OK)
		return rc;
	for (unsigned r = 0; r < res.rows; r++)
		bytes += funded_lists_row(&res, r)->list.n;
	s->found = pool_room(ctx->pool,
	    bytes / sizeof(struct funded_place) * sizeof(*s->found) + 1);
	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++)
		rc = search_in(ctx, q, funded_lists_row(&res, r), s);
	return rc;
}

/* ---- which ---- */

/* What is worth most comes first, then the nearest, then the newest. */
static struct top_key
key_of(const struct funded_found *f, size_t at)
{
	uint64_t far = f->far < INFINITY ? (uint64_t)(100 * f->far)
					 : UINT32_MAX;

	return (struct top_key){ ~(uint64_t)f->worth,
		far << 32 | (uint32_t)~f->id, (uint32_t)at };
}

/* The best max, in their order; returns how many they are. */
static size_t
choose(struct pool *pool, struct funded_search *s, struct funded_found *best,
    size_t max)
{
	float least = ENOUGH * (s->near > 0 ? s->near : s->best);
	struct top top = { .key = pool_take(pool, max * sizeof(*top.key)),
		.wanted = max };

	for (size_t i = 0; i < s->nfound; i++) {
		if (s->found[i].decided < least)
			continue;
		s->total++;
		top_add(&top, key_of(&s->found[i], i));
	}
	top_sort(&top);
	for (size_t i = 0; i < top.n; i++)
		best[i] = s->found[top.key[i].doc];
	return top.n;
}

/* ---- the whole ---- */

enum rc
funded_put(struct context *ctx, const struct request *req,
    struct response *resp, const struct aid_parts *parts,
    const struct question *q, size_t max, size_t *total)
{
	struct funded_search *s = pool_take(ctx->pool, sizeof(*s));
	struct funded_found *best = pool_take(ctx->pool, max * sizeof(*best));
	xmlNodePtr list;
	size_t n;
	enum rc rc;

	*total = 0;
	if (q->concepts == 0 || q->place.department == NULL)
		return RC_OK;
	if ((rc = funded_read_place(ctx, &q->place, s)) != RC_OK ||
	    (rc = search_around(ctx, q, s)) != RC_OK)
		return rc;
	n = choose(ctx->pool, s, best, max);
	if ((*total = s->total) == 0)
		return RC_OK;
	list = xml_add(resp->root, "funded-near");
	xml_set_int(list, "total", (long long)s->total);
	xml_set_int(list, "shown", (long long)n);
	return funded_cards_put(ctx, list,
	    req->format == NULL ? &parts->funded : NULL, best, n);
}
