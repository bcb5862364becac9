/* pool.c - an arena per request. */

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/pool.h"

enum { BLOCK = 64 * 1024, ALIGN = 16 };

struct pool_block {
	struct pool_block *next;
	size_t size, used;
	_Alignas(ALIGN) char data[];
};

struct deferred {
	struct deferred *next;
	void (*fn)(void *);
	void *arg;
};

struct pool {
	struct pool_block *head; /* the block being filled */
	struct deferred *deferred;
};

static struct pool_block *
block_new(size_t size)
{
	struct pool_block *b = malloc(sizeof(*b) + size);

	if (b == NULL)
		log_die("pool: out of memory");
	*b = (struct pool_block){ .size = size };
	return b;
}

struct pool *
pool_new(void)
{
	struct pool *p = calloc(1, sizeof(*p));

	if (p == NULL)
		log_die("pool: out of memory");
	p->head = block_new(BLOCK);
	return p;
}

void
pool_reset(struct pool *p)
{
	struct deferred *d = p->deferred;
	struct pool_block *b, *first = p->head;

	p->deferred = NULL;
	for (; d != NULL; d = d->next)
		d->fn(d->arg);
	/* The oldest block has the usual size: it is the one kept. */
	while ((b = first->next) != NULL) {
		free(first);
		first = b;
	}
	first->used = 0;
	p->head = first;
}

void
pool_free(struct pool *p)
{
	if (p == NULL)
		return;
	pool_reset(p);
	free(p->head);
	free(p);
}

void *
pool_room(struct pool *p, size_t n)
{
	struct pool_block *b = p->head;
	size_t size = (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	void *at;

	if (b->size - b->used < size) {
		b = block_new(size > BLOCK ? size : BLOCK);
		b->next = p->head;
		p->head = b;
	}
	assert(b->used % ALIGN == 0);
	at = b->data + b->used;
	b->used += size;
	return at;
}

void *
pool_take(struct pool *p, size_t n)
{
	return memset(pool_room(p, n), 0, n);
}

char *
pool_strndup(struct pool *p, const char *s, size_t n)
{
	char *copy = pool_room(p, n + 1);

	if (n > 0)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

char *
pool_strdup(struct pool *p, const char *s)
{
	return pool_strndup(p, s, strlen(s));
}

char *
pool_printf(struct pool *p, const char *fmt, ...)
{
	va_list ap, again;
	char *s;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	s = pool_room(p, (size_t)(n < 0 ? 0 : n) + 1);
	vsnprintf(s, (size_t)(n < 0 ? 0 : n) + 1, fmt, again);
	va_end(again);
	return s;
}

void
pool_defer(struct pool *p, void (*fn)(void *), void *arg)
{
	struct deferred *d = pool_take(p, sizeof(*d));

	*d = (struct deferred){ p->deferred, fn, arg };
	p->deferred = d;
}
