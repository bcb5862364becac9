#ifndef FETCH_NETWORK_H
#define FETCH_NETWORK_H

#include <stdbool.h>
#include <sys/socket.h>

#include "fetch/fetch_address.h"

/* Whose networks addresses are of, and who asks on our behalf. */

/*
 * Whether the address is of the public Internet: no private, loopback,
 * link-local, shared (CGNAT), multicast, unspecified, documentary or reserved
 * one, none that holds an IPv4 address for a tunnel or in another form.  An
 * address of NAT64 (64:ff9b::/96), by which a machine of IPv6 alone reaches all
 * others, is judged by the IPv4 address in it.
 */
bool fetch_network_is_public(const struct sockaddr *);

/* Whether the host is an address in numbers, and not a public one. */
bool fetch_network_is_private_number(const char *host);

/* Whether all addresses of the host are not public ones: asks for them. */
bool fetch_network_is_private_name(const char *host);

/* The proxy by which the address is to be asked: the setting, else what the
 * environment says (https_proxy, HTTPS_PROXY, http_proxy in small letters
 * alone, all_proxy, ALL_PROXY); "" for none, for this machine, for
 * addresses in numbers that are not public, and for hosts that $no_proxy (or
 * $NO_PROXY) names, itself or by the end of their name; "*" names all. */
const char *fetch_network_proxy(const char *setting,
    const struct fetch_address *);

#endif
