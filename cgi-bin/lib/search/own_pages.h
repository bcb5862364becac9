#ifndef OWN_PAGES_H
#define OWN_PAGES_H

#include "web/route.h"

/*
 * Pages that say whose the site is:
 *
 *	own_pages_legal		<operator>: what the law asks a site to say of
 *				who runs it, or its portal
 *	own_pages_security	whom to tell of a fault, by RFC 9116; not found
 *				unless the settings name someone
 *	own_pages_logo		the picture of a portal; not found without one
 */
route_handler own_pages_legal, own_pages_security, own_pages_logo;

#endif
