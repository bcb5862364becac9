/* xmlmem.c - the memory of libxml2: a region for each transformation. */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <libxml/xmlmemory.h>

#include "log.h"
#include "xmlmem.h"

/* A page of results takes 0.4 MB; a list for a spreadsheet, some megabytes. */
enum { REGION = 16 << 20, STAYS = 1 << 20, POISON = 0xdd };

/* What stands before a piece of the region. */
struct head {
	_Alignas(max_align_t) size_t n;		/* of the piece, rounded */
};

/* Nothing fits between top and limit at other times. */
static char	*region, *top, *limit;
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
	size_t all = (n + 2 * sizeof(struct head) - 1) & -sizeof(struct head);
	struct head *h = (struct head *)(void *)top;

	if (all > (size_t)(limit - top) || all < n) {
		whole = false;
		return malloc(n);
	}
	h->n = all - sizeof(*h);
	top += all;
	return h + 1;
}

/* Only the last piece gives its room back: what is made and dropped at once. */
static void
give(void *p)
{
	if (!is_ours(p))
		free(p);
	else if ((char *)p + head_of(p)->n == top)
		top = (char *)head_of(p);
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
	return memcpy(more, p, head_of(p)->n);
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
	whole = false;
}
