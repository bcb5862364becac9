#ifndef FUNDED_CARDS_H
#define FUNDED_CARDS_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "web/context.h"

/* Funded projects, as they are shown. */

/* A project with what it is worth here. */
struct funded_found {
	uint32_t id;
	uint16_t decided; /* how much it says of what was asked */
	float worth;
	float far; /* km, squared; 0: the very place */
	bool own;  /* of the place's department */
};

/* Appends to the list <cards>: one piece of HTML, the card of
 * fragment-funded.xsl filled for each of n projects; without a card, a <funded>
 * each.  Fails as query_run does. */
enum rc funded_cards_put(struct context *, xmlNodePtr list,
    const struct buf *card, const struct funded_found *, size_t n);

#endif
