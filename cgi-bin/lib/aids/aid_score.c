/* aid_score.c - why an aid is where it is among those that were found. */

#include "aids/aid_score.h"
#include "engine/score.h"
#include "xml/xml.h"

/* The word of the question to which it is nearest in sense, if that counts. */
static void
put_near(struct pool *pool, const struct question *q,
    const struct rank_hit *hit, xmlNodePtr score)
{
	const struct catalogue *c = &q->corpus->catalogue;
	const char *word;
	uint8_t near;

	if (q->sense == NULL || c->direction == NULL || q->rank.share <= 0)
		return;
	word = sense_nearest(q->sense, &c->direction[hit->aid - c->aid], &near);
	if (word != NULL)
		xml_add_text(score, "near",
		    pool_printf(pool, "%.2f %s", near / 255.0, word));
}

/* How near it is to what the project aims at, if that counts. */
static void
put_aim(struct pool *pool, const struct question *q, const struct rank_hit *hit,
    xmlNodePtr score)
{
	const struct catalogue *c = &q->corpus->catalogue;
	uint8_t near;

	if (q->rank.aim == NULL || c->direction == NULL)
		return;
	near = vector_near(&c->direction[hit->aid - c->aid], q->rank.aim);
	if (near > 0)
		xml_add_text(score, "aim",
		    pool_printf(pool, "%.2f %s%s", near / 255.0,
			q->aim->name[0], q->aim->names > 1 ? ", …" : ""));
}

void
aid_score_put(struct pool *pool, const struct question *q,
    const struct rank_hit *hit, xmlNodePtr aid)
{
	const struct catalogue *c = &q->corpus->catalogue;
	xmlNodePtr score = xml_add(aid, "score");

	xml_set(score, "words", pool_printf(pool, "%.4f", (double)hit->score));
	xml_set_int(score, "far", hit->distance);
	if (hit->prior < 1)
		xml_set(score, "audience",
		    pool_printf(pool, "%.2f", (double)hit->prior));
	put_near(pool, q, hit, score);
	put_aim(pool, q, hit, score);
	for (int k = 0; k < q->rank.concepts; k++) {
		float part = score_of(&c->docs, &q->rank, k,
		    (uint32_t)(hit->aid - c->aid));

		if (part > 0)
			xml_add_text(score, "part",
			    pool_printf(pool, "%.4f %s", (double)part,
				q->rank.concept[k].name));
	}
}
