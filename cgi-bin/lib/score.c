/* score.c - what the words of a question give the aids that bear them. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
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

/*
 * The catalogue is scored a block of places at a time, so that what is under way
 * stays near the processor.  Sums are shares of all that an aid may be given, in
 * 65,536 parts: their loops have no branch, and a compiler makes them 8 or 16
 * aids wide.
 */
enum { WHOLE = 65535 };

static uint16_t *sums, *decideds;
static size_t room;

static void
make_room(size_t n)
{
	if (n <= room)
		return;
	score_forget();
	room = (n + n / 4) / TERM_BLOCK * TERM_BLOCK + TERM_BLOCK;
	sums = malloc(room * sizeof(*sums));
	decideds = malloc(room * sizeof(*decideds));
	if (sums == NULL || decideds == NULL)
		log_die("score: out of memory");
}

void
score_forget(void)
{
	free(sums);
	free(decideds);
	sums = decideds = NULL;
	room = 0;
}

/* A way to say a concept, as one list. */
struct voice {
	struct term_list list;
	uint32_t	 next;		/* of its places, if they are listed */
	uint16_t	 weight;	/* of 256 */
	uint8_t		 level;		/* the same, of 255 */
};

/* A concept under way. */
struct part {
	const struct rank_concept *concept;
	int		 number;
	float		 worth;
	struct voice	*voice;
	int		 voices;
	uint16_t	 gives, decides;	/* at most, of WHOLE */
};

/* ---- what a concept is worth ---- */

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

/* The concepts of the question with their worth. */
static void
weigh(const struct catalogue *c, const struct rank_question *q,
    struct part *part)
{
	bool decides = false;

	for (int i = 0; i < q->concepts; i++)
		decides |= q->concept[i].decides;
	for (int i = 0; i < q->concepts; i++) {
		const struct rank_concept *k = &q->concept[i];
		float worth = powf(rarity(c->n, common(k)), DAMP) *
		    (k->kin ? FAMILY : 1);

		part[i] = (struct part){ .concept = k, .number = i,
		    .worth = k->decides || !decides ? worth : HELP * worth };
	}
}

/* Their shares of the whole. */
static float
share_out(struct part *part, int n, uint16_t *all)
{
	float sum = 0, deciding = 0;

	for (int i = 0; i < n; i++) {
		sum += part[i].worth;
		if (part[i].concept->decides)
			deciding += part[i].worth;
	}
	*all = 0;
	for (int i = 0; i < n; i++) {
		struct part *p = &part[i];

		/* The commonest word of all is worth something. */
		p->gives = (uint16_t)(1 + (WHOLE - n) * p->worth / sum);
		if (p->concept->decides)
			p->decides = (uint16_t)(1 + (WHOLE - n) * p->worth /
			    deciding);
		if (!p->concept->left_out)
			*all += p->decides;
	}
	return sum / WHOLE;
}

/* ---- the ways to say it ---- */

/* The aids that bear each of the lists, with the impacts of the first. */
static struct term_list
merge(struct pool *pool, const struct rank_way *w)
{
	const struct term_list *rarest = &w->list[0];
	size_t *from = pool_take(pool, (size_t)w->lists * sizeof(*from));
	uint32_t *place, n = 0;
	uint8_t *impact;

	for (int k = 1; k < w->lists; k++)
		if (w->list[k].aids < rarest->aids)
			rarest = &w->list[k];
	place = pool_take(pool, (rarest->aids + 1) * sizeof(*place));
	impact = pool_take(pool, rarest->aids + 1);
	for (uint32_t i = 0, seen = 0; seen < rarest->aids; i++) {
		uint32_t at = rarest->place != NULL ? rarest->place[i] : i;
		int k = 0;

		if (rarest->impact[i] == 0)
			continue;
		seen++;
		for (; k < w->lists; k++) {
			long found = term_list_find(&w->list[k], &from[k], at);

			if (found < 0)
				break;
			if (k == 0)
				impact[n] = w->list[0].impact[found];
		}
		if (k == w->lists)
			place[n++] = at;
	}
	return term_list_sparse(n, place, impact);
}

static void
open_voices(struct pool *pool, struct part *p)
{
	const struct rank_concept *k = p->concept;

	p->voice = pool_take(pool, (size_t)(k->ways + 1) * sizeof(*p->voice));
	for (int w = 0; w < k->ways; w++) {
		const struct rank_way *way = &k->way[w];
		struct voice *v = &p->voice[p->voices];

		if (way->lists == 0)
			continue;
		*v = (struct voice){ way->lists == 1 ? way->list[0] :
		    merge(pool, way), 0, (uint16_t)(256 * way->weight),
		    (uint8_t)(255 * way->weight) };
		p->voices += v->list.aids > 0;
	}
}

/* ---- a block of places ---- */

struct block {
	uint8_t		 impact[TERM_BLOCK];	/* the best of one weight */
	uint8_t		 gives[TERM_BLOCK];	/* the best, weighted */
	uint8_t		 bears[TERM_BLOCK];	/* the best level */
};

static inline uint8_t
larger(uint8_t a, uint8_t b)
{
	return a > b ? a : b;
}

static void
add_all(uint8_t *restrict best, const uint8_t *restrict impact)
{
	for (int i = 0; i < TERM_BLOCK; i++)
		best[i] = larger(best[i], impact[i]);
}

static void
add_listed(uint8_t *best, struct voice *v, size_t first)
{
	const struct term_list *l = &v->list;

	for (; v->next < l->aids && l->place[v->next] < first + TERM_BLOCK;
	    v->next++) {
		uint8_t *to = &best[l->place[v->next] - first];

		*to = larger(*to, l->impact[v->next]);
	}
}

/* An impact is weighted upwards: what bears a word is never given 0. */
static void
add_weighted(struct block *b, uint16_t weight, uint8_t level)
{
	for (int i = 0; i < TERM_BLOCK; i++) {
		uint8_t impact = b->impact[i];
		uint16_t gives = (uint16_t)(impact * weight + 255);

		b->gives[i] = larger(b->gives[i], (uint8_t)(gives >> 8));
		b->bears[i] = larger(b->bears[i], impact > 0 ? level : 0);
	}
	memset(b->impact, 0, sizeof(b->impact));
}

static bool
is_in_block(const struct voice *v, size_t first)
{
	return v->list.place == NULL || (v->next < v->list.aids &&
	    v->list.place[v->next] < first + TERM_BLOCK);
}

/* Whether any aid of the block bears the concept; b->impact is 0. */
static bool
read_block(struct block *b, struct part *p, size_t first)
{
	bool any = false, more = false;

	for (int i = 0; i < p->voices; i++) {
		struct voice *v = &p->voice[i];

		if (is_in_block(v, first)) {
			if (!any) {
				memset(b->gives, 0, sizeof(b->gives));
				memset(b->bears, 0, sizeof(b->bears));
			}
			any = more = true;
			if (v->list.place == NULL)
				add_all(b->impact, v->list.impact + first);
			else
				add_listed(b->impact, v, first);
		}
		/* Ways of one weight follow each other. */
		if (more && (i + 1 == p->voices || v[1].weight != v->weight)) {
			add_weighted(b, v->weight, v->level);
			more = false;
		}
	}
	return any;
}

/* Adds to each sum its part of a share. */
static void
add_share(uint16_t *restrict sum, const uint8_t *restrict part,
    uint16_t share)
{
	for (int i = 0; i < TERM_BLOCK; i++)
		sum[i] = (uint16_t)(sum[i] + ((uint32_t)share *
		    (uint16_t)(part[i] << 8) >> 16));
}

static uint16_t
most(const uint16_t *sum)
{
	uint16_t n = 0;

	for (int i = 0; i < TERM_BLOCK; i++)
		n = sum[i] > n ? sum[i] : n;
	return n;
}

/* Eight numbers, 0 or 1, to as many bits: the product moves each to its place in
 * the highest byte. */
static uint64_t
to_byte(const uint8_t *is)
{
	uint64_t eight = 0;

	for (int k = 0; k < 8; k++)
		eight |= (uint64_t)is[k] << 8 * k;
	return eight * 0x0102040810204080u >> 56;
}

static uint64_t
to_bits(const uint8_t *is)
{
	uint64_t bits = 0;

	for (int i = 0; i < 8; i++)
		bits |= to_byte(is + 8 * i) << 8 * i;
	return bits;
}

/* Leaves in the set those of the block that bear a required concept, or those
 * that do not bear one that is left out. */
static void
restrict_to(uint64_t *set, const struct block *b, bool any, bool out)
{
	uint8_t is[TERM_BLOCK];

	for (int i = 0; i < TERM_BLOCK; i++)
		is[i] = any & (b->bears[i] > 0);
	for (int i = 0; i < TERM_BLOCK / 64; i++)
		set[i] &= out ? ~to_bits(is + 64 * i) : to_bits(is + 64 * i);
}

/* Scores a block; set: which of its places are not excluded. */
static void
score_block(struct part *part, int n, size_t first, uint64_t *set)
{
	uint16_t *sum = sums + first, *decided = decideds + first;
	struct block b;

	memset(b.impact, 0, sizeof(b.impact));
	memset(sum, 0, TERM_BLOCK * sizeof(*sum));
	memset(decided, 0, TERM_BLOCK * sizeof(*decided));
	for (int i = 0; i < n; i++) {
		const struct rank_concept *k = part[i].concept;
		bool any = read_block(&b, &part[i], first);

		if (any)
			add_share(sum, b.gives, part[i].gives);
		if (any && k->decides)
			add_share(decided, b.bears, part[i].decides);
		if (k->required || k->left_out)
			restrict_to(set, &b, any, k->left_out);
	}
}

/* Leaves in the set the places of a block that bear a word, and enough. */
static void
restrict_to_enough(uint64_t *set, size_t first, uint16_t enough)
{
	const uint16_t *sum = sums + first, *decided = decideds + first;
	uint16_t wide[TERM_BLOCK];
	uint8_t is[TERM_BLOCK];

	for (int i = 0; i < TERM_BLOCK; i++)
		wide[i] = (sum[i] > 0) & (decided[i] >= enough);
	for (int i = 0; i < TERM_BLOCK; i++)
		is[i] = (uint8_t)wide[i];
	for (int i = 0; i < TERM_BLOCK / 64; i++)
		set[i] &= to_bits(is + 64 * i);
}

/* ---- the whole ---- */

struct scores
score_words(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q)
{
	struct part part[RANK_CONCEPTS];
	size_t blocks = (c->n + TERM_BLOCK - 1) / TERM_BLOCK;
	struct scores s = { .enough = pool_take(pool, (blocks + 1) *
	    TERM_BLOCK / 8) };
	uint16_t best = 0;

	make_room(c->n);
	weigh(c, q, part);
	s.unit = share_out(part, q->concepts, &s.all);
	for (int i = 0; i < q->concepts; i++)
		open_voices(pool, &part[i]);
	memset(s.enough, 0xff, blocks * TERM_BLOCK / 8);
	for (size_t k = 0; k < blocks; k++) {
		size_t first = k * TERM_BLOCK;
		uint16_t n;

		score_block(part, q->concepts, first, s.enough + first / 64);
		n = most(decideds + first);
		best = n > best ? n : best;
	}
	for (size_t first = 0; first < blocks * TERM_BLOCK;
	    first += TERM_BLOCK)
		restrict_to_enough(s.enough + first / 64, first,
		    (uint16_t)ceilf(ENOUGH * best));
	s.sum = sums;
	s.decided = decideds;
	return s;
}

/* What an aid bears of all that was asked counts too. */
uint32_t
score_strength(const struct scores *s, size_t place)
{
	return (uint32_t)s->sum[place] * (s->all > 0 ? s->decided[place] :
	    WHOLE);
}

float
score_told(const struct scores *s, size_t place)
{
	return s->unit * s->sum[place] * (s->all > 0 ?
	    (float)s->decided[place] / s->all : 1);
}

/* ---- one aid ---- */

/* The impact of the first list of a way, and where it stands, for an aid that
 * bears each of them; 0. */
static uint8_t
impact_at(const struct rank_way *w, uint32_t place, uint8_t *at)
{
	uint8_t impact = 0;

	*at = 0;
	for (int k = 0; k < w->lists; k++) {
		size_t from = 0;
		long i = term_list_find(&w->list[k], &from, place);

		if (i < 0)
			return 0;
		if (k == 0) {
			impact = w->list[0].impact[i];
			*at = w->list[0].at != NULL ? w->list[0].at[i] : 0;
		}
	}
	return impact;
}

float
score_of(const struct catalogue *c, const struct rank_question *q,
    int concept, uint32_t place)
{
	const struct rank_concept *k = &q->concept[concept];
	struct part part[RANK_CONCEPTS];
	float best = 0;
	uint8_t at;

	weigh(c, q, part);
	for (int w = 0; w < k->ways; w++) {
		float gives = k->way[w].weight * impact_at(&k->way[w], place,
		    &at) / 255;

		best = gives > best ? gives : best;
	}
	return best * part[concept].worth;
}

/* By falling worth. */
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

static uint8_t
passage_of(const struct part *part, int n, uint32_t place)
{
	uint8_t at;

	for (int i = 0; i < n; i++) {
		const struct rank_concept *k = part[i].concept;

		for (int w = 0; w < k->ways; w++)
			if (impact_at(&k->way[w], place, &at) > 0 && at > 0)
				return at;
	}
	return 0;
}

void
score_passages(const struct catalogue *c, const struct rank_question *q,
    const uint32_t *place, size_t n, uint8_t *at)
{
	struct part part[RANK_CONCEPTS];

	weigh(c, q, part);
	sort_parts(part, q->concepts);
	for (size_t i = 0; i < n; i++)
		at[i] = passage_of(part, q->concepts, place[i]);
}
