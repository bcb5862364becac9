/* intern.c - texts by number. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/log.h"
#include "base/pool.h"
#include "base/str.h"

struct intern_entry {
	const char *text;
	uint64_t hash;
};

struct intern {
	struct pool *pool;          /* of the texts */
	struct intern_entry *entry; /* by number; room for half the slots */
	size_t n;
	unsigned *slot; /* number + 1, by hash */
	size_t slots;   /* a power of two */
};

/* Twice the slots, and all numbers put again. */
static void
intern_grow(struct intern *t)
{
	t->slots *= 2;
	free(t->slot);
	t->slot = calloc(t->slots, sizeof(*t->slot));
	t->entry = realloc(t->entry, t->slots / 2 * sizeof(*t->entry));
	if (t->slot == NULL || t->entry == NULL)
		log_die("intern: out of memory");
	for (size_t i = 0; i < t->n; i++) {
		size_t at = t->entry[i].hash & (t->slots - 1);

		while (t->slot[at] != 0)
			at = (at + 1) & (t->slots - 1);
		t->slot[at] = (unsigned)i + 1;
	}
}

struct intern *
intern_new(void)
{
	struct intern *t = calloc(1, sizeof(*t));

	if (t == NULL)
		log_die("intern: out of memory");
	t->pool = pool_new();
	t->slots = 512;
	intern_grow(t);
	return t;
}

void
intern_free(struct intern *t)
{
	if (t == NULL)
		return;
	pool_free(t->pool);
	free(t->entry);
	free(t->slot);
	free(t);
}

size_t
intern(struct intern *t, const char *s)
{
	uint64_t hash = str_hash(STR_HASH, s);
	size_t at = hash & (t->slots - 1), number;

	for (; t->slot[at] != 0; at = (at + 1) & (t->slots - 1)) {
		number = t->slot[at] - 1;
		if (t->entry[number].hash == hash &&
		    strcmp(t->entry[number].text, s) == 0)
			return number;
	}
	number = t->n++;
	t->entry[number] = (struct intern_entry){ pool_strdup(t->pool, s),
		hash };
	t->slot[at] = (unsigned)t->n;
	if (t->n == t->slots / 2)
		intern_grow(t);
	return number;
}

const char *
intern_text(const struct intern *t, size_t number)
{
	return t->entry[number].text;
}

void *
intern_array(void *p, size_t *size, size_t number, size_t item)
{
	size_t old = *size;

	if (number < old)
		return p;
	*size = 2 * number + 1024;
	if ((p = realloc(p, *size * item)) == NULL)
		log_die("intern: out of memory");
	memset((char *)p + old * item, 0, (*size - old) * item);
	return p;
}
