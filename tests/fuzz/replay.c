/*
 * replay.c - runs a target over files, and over edits of them by chance: bytes
 * changed, taken away, said twice.  The same files give the same edits.
 * Prints TAP.
 *
 *	replay EDITS FILE...
 */

#include "base/buf.h"
#include "fuzz.h"

static uint64_t
chance(uint64_t *state, size_t below)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return below > 0 ? *state % below : 0;
}

/* One edit of the n bytes of p, which has room for twice as many; returns how
 * many there are now. */
static size_t
edit(uint8_t *p, size_t n, uint64_t *state)
{
	static const char marks[] = "\0\xff\x80\"'<>&;,=[]{}\\%\r\n0-.";
	size_t at = chance(state, n), some = 1 + chance(state, n - at);

	if (n == 0)
		return 0;
	switch (chance(state, 4)) {
	case 0:
		p[at] = (uint8_t)chance(state, 256);
		return n;
	case 1:
		p[at] = (uint8_t)marks[chance(state, sizeof(marks) - 1)];
		return n;
	case 2:
		memmove(p + at, p + at + some, n - at - some);
		return n - some;
	default:
		memmove(p + at + some, p + at, n - at);
		return n + some;
	}
}

/* The target reads a copy that ends where its bytes do, for a sanitizer to see
 * who reads past it. */
static void
try_bytes(const uint8_t *p, size_t n)
{
	uint8_t *copy = malloc(n > 0 ? n : 1);

	must(copy != NULL);
	memcpy(copy, p, n);
	LLVMFuzzerTestOneInput(copy, n);
	free(copy);
}

static void
replay(const struct buf *file, unsigned long edits)
{
	uint64_t state = 0x9e3779b97f4a7c15 ^ file->len;
	uint8_t *p = malloc(4 * file->len + 16);

	must(p != NULL);
	try_bytes((const uint8_t *)file->data, file->len);
	for (unsigned long i = 0; i < edits; i++) {
		size_t n = file->len;

		memcpy(p, file->data, n);
		for (uint64_t k = 1 + chance(&state, 4); k > 0; k--)
			if (n <= 2 * file->len)
				n = edit(p, n, &state);
		try_bytes(p, n);
	}
	free(p);
}

int
main(int argc, char **argv)
{
	unsigned long edits = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;

	for (int i = 2; i < argc; i++) {
		struct buf file = { 0 };
		const char *fault = buf_put_file(&file, argv[i]);

		if (fault == NULL)
			replay(&file, edits);
		printf("%sok %d - %s\n", fault != NULL ? "not " : "", i - 1,
		    argv[i]);
		fflush(stdout);
		buf_free(&file);
	}
	printf("1..%d\n", argc - 2);
	return argc < 3;
}
