#ifndef NETWORK_H
#define NETWORK_H

/*
 * The network of an address, for limits: one reader may have many addresses, of
 * IPv6 above all.  "192.0.2.0/24", "2001:db8:0:aa00::/56"; an IPv4-mapped
 * address counts as IPv4; "-" for NULL and what is not an address.
 */
enum { NETWORK_TEXT = 64 };

void network_of(char network[NETWORK_TEXT], const char *address);

#endif
