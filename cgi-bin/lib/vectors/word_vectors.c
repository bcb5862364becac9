/*
 * word_vectors.c - word vectors, mapped from their table.
 *
 * The table, whose numbers are little-endian:
 *
 *	"GVEC", version, dims, vectors, forms, letters, CRC-32 of what follows
 *	scale	a float for each vector
 *	vector	dims signed bytes each, to be multiplied by the scale
 *	form	for each, sorted: where its letters begin, its vector
 *	letters	of the forms, a 0 after each
 *
 * Forms of a word have one vector.  Its length is how much the word says.
 */

#include <fcntl.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zlib.h>

#include "base/fast.h"
#include "base/log.h"
#include "base/say.h"
#include "vectors/word_vectors.h"

enum { VERSION = 1 };

struct header {
	char magic[4];
	uint32_t version, dims, vectors, forms, letters, crc;
};

struct form {
	uint32_t at, vector;
};

struct word_vectors {
	const void *map;
	size_t size;
	uint32_t forms;
	const float *scale;
	const struct vector *vector;
	const struct form *form;
	const char *letters;
};

/* ---- the file ---- */

/* What is wrong with a header and what follows; NULL: nothing. */
static const char *
fault_of(const struct header *h, size_t size)
{
	const unsigned char *rest = (const unsigned char *)(h + 1);
	uint64_t whole;

	if (size < sizeof(*h) || memcmp(h->magic, "GVEC", 4) != 0)
		return N_("it is no table of word vectors");
	if (h->version != VERSION || h->dims != VECTOR_DIMS)
		return N_("it is of another version");
	whole = sizeof(*h) +
	    (uint64_t)h->vectors * (sizeof(float) + sizeof(struct vector)) +
	    (uint64_t)h->forms * sizeof(struct form) + h->letters;
	if (size != whole || h->letters == 0)
		return N_("it is cut");
	if (crc32(0, rest, (uInt)(size - sizeof(*h))) != h->crc)
		return N_("it was changed");
	return NULL;
}

/* Finds the parts of the file; false when a form leads out of them. */
static bool
find_parts(struct word_vectors *v, const struct header *h)
{
	v->forms = h->forms;
	v->scale = (const float *)(h + 1);
	v->vector = (const struct vector *)(v->scale + h->vectors);
	v->form = (const struct form *)(v->vector + h->vectors);
	v->letters = (const char *)(v->form + h->forms);
	for (uint32_t i = 0; i < h->forms; i++)
		if (v->form[i].at >= h->letters ||
		    v->form[i].vector >= h->vectors)
			return false;
	return v->letters[h->letters - 1] == '\0';
}

static const void *
map_file(const char *path, size_t *size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p = MAP_FAILED;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && st.st_size > 0) {
		*size = (size_t)st.st_size;
		p = mmap(NULL, *size, PROT_READ, MAP_SHARED, fd, 0);
	}
	close(fd);
	return p != MAP_FAILED ? p : NULL;
}

struct word_vectors *
word_vectors_open(const char *share_dir, const char **why)
{
	struct word_vectors *v = calloc(1, sizeof(*v));
	char path[4096];

	if (v == NULL)
		log_die("word_vectors: out of memory");
	snprintf(path, sizeof(path), "%s/sql/learned/word-vectors.bin",
	    share_dir);
	v->map = map_file(path, &v->size);
	*why = v->map == NULL ? N_("it cannot be read")
			      : fault_of(v->map, v->size);
	if (*why == NULL && !find_parts(v, v->map))
		*why = N_("it was changed");
	if (*why == NULL)
		return v;
	word_vectors_close(v);
	return NULL;
}

void
word_vectors_close(struct word_vectors *v)
{
	if (v == NULL)
		return;
	if (v->map != NULL)
		munmap((void *)v->map, v->size);
	free(v);
}

uint32_t
word_vectors_made(const struct word_vectors *v)
{
	return v != NULL ? ((const struct header *)v->map)->crc | 1 : 0;
}

/* ---- words ---- */

int
word_vectors_find(const struct word_vectors *v, const char *folded)
{
	uint32_t from = 0, to = v != NULL ? v->forms : 0;

	while (from < to) {
		uint32_t mid = from + (to - from) / 2;
		int cmp = strcmp(folded, v->letters + v->form[mid].at);

		if (cmp == 0)
			return (int)v->form[mid].vector;
		if (cmp < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return -1;
}

void
word_vectors_add(const struct word_vectors *v, int number, float times,
    float sum[VECTOR_DIMS])
{
	float scale = times * v->scale[number];

	for (int i = 0; i < VECTOR_DIMS; i++)
		sum[i] += scale * v->vector[number].to[i];
}

/* The word after so many others says half as much as the first
 * (conf/aid-kinds.py). */
enum { HEAD = 8 };

float
word_vectors_worth(int before)
{
	return (float)HEAD / (float)(HEAD + before);
}

struct vector
word_vectors_pack(const float sum[VECTOR_DIMS])
{
	struct vector v = { { 0 } };
	float square = 0, scale;

	for (int i = 0; i < VECTOR_DIMS; i++)
		square += sum[i] * sum[i];
	if (square <= 0)
		return v;
	scale = VECTOR_LENGTH / sqrtf(square);
	for (int i = 0; i < VECTOR_DIMS; i++) {
		float x = scale * sum[i];

		v.to[i] = (int8_t)(x < 0 ? x - 0.5f : x + 0.5f);
	}
	return v;
}

/* ---- directions ---- */

/* The product of two directions of cosine 1 is the square of their length,
 * which 260 / 2^14 brings to 255.  Of numbers of 16 bits eight or sixteen pairs
 * are multiplied at a time. */
FAST uint8_t
vector_near(const struct vector *a, const struct vector *b)
{
	int32_t sum = 0, near;

	for (int i = 0; i < VECTOR_DIMS; i++)
		sum += (int16_t)a->to[i] * (int16_t)b->to[i];
	near = sum * 260 >> 14;
	return (uint8_t)(near < 0 ? 0 : near > 255 ? 255 : near);
}
