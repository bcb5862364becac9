/* score.c - what the words of a question give the aids that bear them. */

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "log.h"
#include "posting.h"
#include "score.h"

/*
 * The weights of the words, all in this place but for those of the fields of an
 * aid (indexer.c).  "make relevance" says what a change of them is worth.
 */

/* An aid is found when it bears words worth this part of what the best one
 * bears: "refaire le toit de l'école" finds school roofs, not whatever is
 * redone, and a long title finds what speaks of some of it. */
static const float ENOUGH = 0.3f;
/* An intention ("rénover") helps by this part of what an object gives. */
static const float HELP = 0.5f;
/* A word of a family is a subject of aids: it says more than another. */
static const float FAMILY = 1.7f;
/* Rarity says less and less: a word that only one aid has may be chance. */
static const float DAMP = 0.7f;

/* No reader waits longer than that for words, in ms: he then has the best found
 * so far, of the words that say most. */
static const double PATIENCE = 300;

/* An aid under way: zero but where a word was found. */
struct slot {
	float		 sum, decided, best;
	uint32_t	 required;
	uint16_t	 at;
	uint8_t		 concept;	/* that best speaks of, plus one */
	bool		 found, left_out;
};

struct work {
	const struct catalogue *c;
	double		 until;		/* when the reader has waited enough */
	bool		 late;
	struct slot	*slot;		/* by place in the catalogue */
	uint32_t	*touched;	/* places of those that are not zero */
	struct pool	*pool;
	size_t		 found;
};

/*
 * Room for the whole catalogue, kept from one question to the next: it would
 * cost more to have it given and cleared than to use it.  All of it is zero
 * between two questions.
 */
static struct slot *slots;
static uint32_t *touched;
static size_t room;

static void
make_room(size_t n)
{
	if (n <= room)
		return;
	free(slots);
	free(touched);
	room = n + n / 4 + 64;
	slots = calloc(room, sizeof(*slots));
	touched = calloc(room, sizeof(*touched));
	if (slots == NULL || touched == NULL)
		log_die("score: out of memory");
}

void
score_forget(void)
{
	free(slots);
	free(touched);
	slots = NULL;
	touched = NULL;
	room = 0;
}

/* A concept under way. */
struct part {
	const struct rank_concept *concept;
	int		 number;
	float		 worth;
};

static float
rarity(size_t n, unsigned aids)
{
	return logf(1.0f + ((float)n - (float)aids + 0.5f) /
	    ((float)aids + 0.5f));
}

/* The rarest is as common as the commonest of its ways. */
static unsigned
common(const struct rank_concept *k)
{
	unsigned most = 0;

	for (int w = 0; w < k->ways; w++) {
		unsigned least = ~0u;

		for (int i = 0; i < k->way[w].lists; i++)
			if (k->way[w].list[i].aids < least)
				least = k->way[w].list[i].aids;
		if (k->way[w].lists > 0 && least > most)
			most = least;
	}
	return most;
}

static void
visit(struct work *x, size_t place, const struct part *p,
    const struct posting *found, float weight)
{
	struct slot *s = &x->slot[place];
	const struct rank_concept *k = p->concept;
	float score = p->worth * weight * (float)found->impact / 255.0f;

	if (!s->found)
		x->touched[x->found++] = (uint32_t)place;
	s->found = true;
	s->left_out |= k->left_out;
	if (s->concept != p->number + 1) {
		s->concept = (uint8_t)(p->number + 1);
		s->best = 0;
		if (k->decides)
			s->decided += p->worth * weight;
		if (k->required)
			s->required |= 1u << p->number;
	}
	if (score > s->best) {
		s->sum += score - s->best;
		s->best = score;
	}
	if (found->at > 0 && s->at == 0)
		s->at = (uint16_t)found->at;
}

/* The place of the aid of that id at or after place *i, which goes there: by
 * leaps that double, then by halves. */
static bool
leap_to(const struct catalogue *c, size_t *i, uint32_t id)
{
	size_t leap = 1, lo = *i, hi;

	if (lo < c->n && c->aid[lo].id < id) {
		while (lo + leap < c->n && c->aid[lo + leap].id < id) {
			lo += leap;
			leap *= 2;
		}
		hi = lo + leap < c->n ? lo + leap : c->n;
		for (lo++; lo < hi; ) {
			size_t mid = lo + (hi - lo) / 2;

			if (c->aid[mid].id < id)
				lo = mid + 1;
			else
				hi = mid;
		}
		*i = lo;
	}
	return *i < c->n && c->aid[*i].id == id;
}

static inline bool
step_to(const struct catalogue *c, size_t *i, uint32_t id)
{
	uint32_t place;

	if (c->place_of == NULL)
		return leap_to(c, i, id);
	if (id - c->first >= c->span ||
	    (place = c->place_of[id - c->first]) == 0)
		return false;
	*i = place - 1;
	return true;
}

static void
add_list(struct work *x, const struct part *p, const struct rank_way *w)
{
	struct posting_reader r;
	struct posting found;
	size_t i = 0;

	posting_open(&r, w->list[0].list, w->list[0].n);
	while (i < x->c->n && posting_next(&r, &found))
		if (step_to(x->c, &i, found.aid))
			visit(x, i, p, &found, w->weight);
}

/* Goes on to the aid of that id, or past it. */
static bool
reader_has(struct posting_reader *r, struct posting *at, uint32_t id)
{
	while (at->aid < id)
		if (!posting_next(r, at))
			return false;
	return at->aid == id;
}

static void
add_lists(struct work *x, const struct part *p, const struct rank_way *w)
{
	struct posting_reader *r = pool_take(x->pool,
	    (size_t)w->lists * sizeof(*r));
	struct posting *at = pool_take(x->pool,
	    (size_t)w->lists * sizeof(*at)), found;
	size_t i = 0;

	for (int k = 0; k < w->lists; k++)
		posting_open(&r[k], w->list[k].list, w->list[k].n);
	while (i < x->c->n && posting_next(&r[0], &found)) {
		int k = 1;

		while (k < w->lists && reader_has(&r[k], &at[k], found.aid))
			k++;
		if (k == w->lists && step_to(x->c, &i, found.aid))
			visit(x, i, p, &found, w->weight);
	}
}

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
add_concept(struct work *x, const struct part *p)
{
	for (int w = 0; w < p->concept->ways && !x->late; w++) {
		const struct rank_way *way = &p->concept->way[w];

		x->late = x->until > 0 && now_ms() > x->until;
		if (way->lists == 1)
			add_list(x, p, way);
		else if (way->lists > 1)
			add_lists(x, p, way);
	}
}

/* What was found, and the slots as they were. */
static struct scores
collect(struct work *x)
{
	struct scores s = { .score = pool_take(x->pool, (x->found + 1) *
	    sizeof(*s.score)), .n = x->found };

	for (size_t k = 0; k < x->found; k++) {
		uint32_t i = x->touched[k];
		struct slot *t = &x->slot[i];

		s.score[k] = (struct score){ i, t->sum, t->decided,
		    t->required, t->at, t->left_out };
		*t = (struct slot){ 0 };
	}
	return s;
}

/* The concepts by falling worth, so that the passage shown is that of the
 * rarest word. */
static void
sort_parts(struct part *part, int n)
{
	for (int i = 1; i < n; i++) {
		struct part p = part[i];
		int k = i;

		for (; k > 0 && part[k - 1].worth < p.worth; k--)
			part[k] = part[k - 1];
		part[k] = p;
	}
}

/* The concepts of the question with their worth; all of the deciding ones in
 * *all. */
static void
weigh(const struct catalogue *c, const struct rank_question *q,
    struct part *part, float *all)
{
	bool decides = false;

	*all = 0;
	for (int i = 0; i < q->concepts; i++)
		decides |= q->concept[i].decides;
	for (int i = 0; i < q->concepts; i++) {
		const struct rank_concept *k = &q->concept[i];
		float worth = powf(rarity(c->n, common(k)), DAMP) *
		    (k->kin ? FAMILY : 1);

		part[i] = (struct part){ k, i, k->decides || !decides ? worth :
		    HELP * worth };
		if (k->decides && !k->left_out)
			*all += worth;
	}
}

struct scores
score_words(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q)
{
	struct work x = { .c = c, .pool = pool, .until = now_ms() + PATIENCE };
	struct part part[RANK_CONCEPTS];
	struct scores s;
	uint32_t required = 0;
	float all;

	make_room(c->n);
	x.slot = slots;
	x.touched = touched;
	weigh(c, q, part, &all);
	for (int i = 0; i < q->concepts; i++)
		if (q->concept[i].required)
			required |= 1u << i;
	sort_parts(part, q->concepts);
	for (int i = 0; i < q->concepts; i++)
		add_concept(&x, &part[i]);
	s = collect(&x);
	s.all = all;
	s.late = x.late;
	s.required = x.late ? 0 : required;
	/* What an aid bears of all that was asked counts too. */
	for (size_t i = 0; i < s.n; i++) {
		if (s.score[i].decided > s.best)
			s.best = s.score[i].decided;
		if (all > 0)
			s.score[i].sum *= s.score[i].decided / all;
	}
	return s;
}

float
score_of(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, int concept, uint32_t aid)
{
	size_t place = catalogue_find(c, aid);
	struct catalogue one = { .aid = c->aid + place, .n = place < c->n };
	struct work x = { .c = &one, .pool = pool,
	    .slot = pool_take(pool, sizeof(*x.slot)),
	    .touched = pool_take(pool, sizeof(*x.touched)) };
	struct part part[RANK_CONCEPTS];
	float all;

	weigh(c, q, part, &all);
	add_concept(&x, &part[concept]);
	return x.slot[0].sum;
}

bool
score_is_enough(const struct scores *s, const struct score *k)
{
	return !k->left_out && (k->required & s->required) == s->required &&
	    k->sum > 0 && k->decided >= ENOUGH * s->best;
}
