#ifndef AID_CARD_H
#define AID_CARD_H

#include "web/route.h"

/*
 * Appends <shown>, the card of the aid of the slug, as lists have it, for a
 * frame in another site: without a card when the aid is not open any more, for
 * that site still frames it.  RC_MOVED from an address that the aid had before;
 * RC_NOT_FOUND when there is none, or it is not within the portal.
 */
route_handler aid_card_put;

#endif
