#ifndef VECTORS_H
#define VECTORS_H

#include <zlib.h>

#include "base/buf.h"
#include "unit.h"
#include "vectors/word_vectors.h"

/* A table of word vectors of the test's own: words in order, each with where it
 * leads among the first three dimensions. */
struct vectors_word {
	const char *word;
	int8_t to[3];
	float scale;
};

/* The file of n words. */
static inline void
vectors_make(struct buf *b, const struct vectors_word *w, size_t n)
{
	uint32_t head[6] = { 1, VECTOR_DIMS, (uint32_t)n, (uint32_t)n };
	struct buf rest = { 0 };

	for (size_t i = 0; i < n; i++)
		buf_put(&rest, (const char *)&w[i].scale, sizeof(float));
	for (size_t i = 0; i < n; i++) {
		struct vector v = { { w[i].to[0], w[i].to[1], w[i].to[2] } };

		buf_put(&rest, (const char *)&v, sizeof(v));
	}
	for (uint32_t i = 0; i < n; i++) {
		uint32_t form[2] = { head[4], i };

		buf_put(&rest, (const char *)form, sizeof(form));
		head[4] += (uint32_t)strlen(w[i].word) + 1;
	}
	for (size_t i = 0; i < n; i++)
		buf_put(&rest, w[i].word, strlen(w[i].word) + 1);
	head[5] = (uint32_t)crc32(0, (const unsigned char *)rest.data,
	    (uInt)rest.len);
	buf_puts(b, "GVEC");
	buf_put(b, (const char *)head, sizeof(head));
	buf_put(b, rest.data, rest.len);
	buf_free(&rest);
}

/* Opens n bytes as the table of a share folder; *why as word_vectors_open. */
static inline struct word_vectors *
vectors_open(const char *data, size_t n, const char **why)
{
	char *dir = unit_folder(), path[300];
	struct word_vectors *v;

	snprintf(path, sizeof(path), "mkdir -p %s/sql/learned", dir);
	assert_int_equal(system(path), 0);
	unit_file(dir, "sql/learned/word-vectors.bin", data, n);
	v = word_vectors_open(dir, why);
	unit_remove(dir);
	return v;
}

#endif
