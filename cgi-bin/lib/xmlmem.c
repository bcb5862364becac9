/* xmlmem.c - the memory of libxml2: a region for each transformation. */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <libxml/xmlmemory.h>

#include "log.h"
#include "xmlmem.h"

/* A page of results takes 0.2 MB; a list for a spreadsheet, some megabytes. */
enum { REGION = 16 << 20, STAYS = 1 << 20, POISON = 0xdd };

/* What stands before a piece of the region. */
struct head {
	_Alignas(max_align_t) size_t n;		/* of the piece, rounded */
	struct head	*next;			/* of those given back */
};
enum { UNIT = sizeof(struct head), CLASSES = 64 };

/* Nothing fits between top and limit at other times. */
static char	*region, *top, *limit;
/* Pieces given back, by their size in units: they are taken again first. */
static struct head *spare[CLASSES];
static bool	 whole, poisons;

static struct head *
head_of(void *p)
{
	return (struct head *)p - 1;
}

static bool
is_ours(const void *p)
{
	return (uintptr_t)p - (uintptr_t)region < REGION;
}

static void *
take(size_t n)
{
	size_t size = (n + UNIT - 1) & -(size_t)UNIT;
	struct head *h = (struct head *)(void *)top;

	if (size / UNIT < CLASSES && spare[size / UNIT] != NULL) {
		h = spare[size / UNIT];
		spare[size / UNIT] = h->next;
		return h + 1;
	}
	if (size + UNIT > (size_t)(limit - top) || size < n) {
		whole = false;
		return malloc(n);
	}
	h->n = size;
	top += UNIT + size;
	return h + 1;
}

static void
give(void *p)
{
	struct head *h = head_of(p);

	if (!is_ours(p)) {
		free(p);
	} else if ((char *)p + h->n == top) {
		top = (char *)h;
	} else if (h->n / UNIT < CLASSES && limit != region) {
		h->next = spare[h->n / UNIT];
		spare[h->n / UNIT] = h;
	}
}

static void *
resize(void *p, size_t n)
{
	void *more;

	if (!is_ours(p))
		return p != NULL ? realloc(p, n) : take(n);
	if (n <= head_of(p)->n)
		return p;
	if ((more = take(n)) == NULL)
		return NULL;
	memcpy(more, p, head_of(p)->n);
	give(p);
	return more;
}

static char *
copy(const char *s)
{
	size_t n = strlen(s) + 1;
	char *p = take(n);

	return p != NULL ? memcpy(p, s, n) : NULL;
}

void
xmlmem_setup(void)
{
#ifndef __SANITIZE_ADDRESS__
	void *p;

	if (region != NULL)
		return;
	p = mmap(NULL, REGION, PROT_READ | PROT_WRITE, MAP_PRIVATE |
	    MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (p == MAP_FAILED || xmlMemSetup(give, take, resize, copy) != 0)
		log_die("xml: out of memory");
	region = top = limit = p;
	poisons = getenv("GUICHET_POISON") != NULL;
#endif
}

void
xmlmem_begin(void)
{
	if (region == NULL)
		return;
	limit = region + REGION;
	whole = true;
}

bool
xmlmem_is_whole(void)
{
	return whole;
}

void
xmlmem_end(void)
{
	if (poisons)
		memset(region, POISON, (size_t)(top - region));
	if (top - region > STAYS)
		madvise(region + STAYS, REGION - STAYS, MADV_DONTNEED);
	top = limit = region;
	memset(spare, 0, sizeof(spare));
	whole = false;
}
