#ifndef EVIDENCE_H
#define EVIDENCE_H

#include <stdint.h>

/*
 * What two ways of saying a concept give together, of 255: the better one, and
 * half of what the other would add to it, were they independent.  A text that
 * says "toiture" and "couverture" is more surely about a roof than one that
 * says either; a way that is there already never makes another worth less.
 */
static inline uint8_t
evidence_add(uint8_t a, uint8_t b)
{
	uint8_t more = a > b ? a : b, less = a > b ? b : a;
	uint16_t left = (uint16_t)((255 - more) * less);

	return (uint8_t)(more + (left >> 9));
}

#endif
