#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pool.h"

/*
 * A target: libFuzzer (make fuzz) or replay.c (make check-fuzz) calls it with
 * the bytes of chance that a reader, a feed or a web server might send.  What is
 * wrong ends the process: by a sanitizer, or by must.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* What has to hold whatever was read. */
#define must(that) \
	do { \
		if (!(that)) { \
			fprintf(stderr, "%s:%d: must hold: %s\n", __FILE__, \
			    __LINE__, #that); \
			abort(); \
		} \
	} while (0)

/* The bytes as a text: NUL-terminated, in the pool. */
static inline const char *
fuzz_text(struct pool *pool, const uint8_t *data, size_t n)
{
	return pool_strndup(pool, (const char *)data, n);
}

#endif
