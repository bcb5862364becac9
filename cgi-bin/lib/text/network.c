/* network.c - the network of an address. */

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include "text/network.h"

/* /24 and /56: what a house or an office is given at least. */
void
network_of(char network[NETWORK_TEXT], const char *address)
{
	static const unsigned char mapped[12] = { [10] = 255, [11] = 255 };
	char text[INET6_ADDRSTRLEN];
	unsigned char b[16];

	snprintf(network, NETWORK_TEXT, "-");
	if (address == NULL)
		return;
	if (inet_pton(AF_INET, address, b) == 1) {
		snprintf(network, NETWORK_TEXT, "%d.%d.%d.0/24", b[0], b[1],
		    b[2]);
	} else if (inet_pton(AF_INET6, address, b) == 1) {
		if (memcmp(b, mapped, sizeof(mapped)) == 0) {
			snprintf(network, NETWORK_TEXT, "%d.%d.%d.0/24", b[12],
			    b[13], b[14]);
			return;
		}
		memset(b + 7, 0, 9);
		inet_ntop(AF_INET6, b, text, sizeof(text));
		snprintf(network, NETWORK_TEXT, "%s/56", text);
	}
}
