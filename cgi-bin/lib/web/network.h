#ifndef NETWORK_H
#define NETWORK_H

/*
 * Whose address it is, for limits: one reader has many addresses of IPv6, and
 * one house one of IPv4.  "192.0.2.0/24", "2001:db8:0:aa00::/56"; an address of
 * IPv4 within IPv6 is that one; "-" for what is no address, and NULL.
 */
enum { NETWORK_TEXT = 64 };

void network_of(char network[NETWORK_TEXT], const char *address);

#endif
