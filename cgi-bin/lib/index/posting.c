/* posting.c - posting lists, as the database stores them. */

#include <assert.h>
#include <stdint.h>

#include "index/posting.h"

void
posting_open(struct posting_reader *r, const void *list, size_t n)
{
	r->p = list;
	r->end = r->p + n;
	r->aid = 0;
}

static bool
posting_take(struct posting_reader *r, unsigned *v)
{
	unsigned shift = 0, c;

	*v = 0;
	do {
		if (r->p == r->end || shift > 28)
			return false;
		c = *r->p++;
		*v |= (c & 0x7f) << shift;
		shift += 7;
	} while (c & 0x80);
	return true;
}

bool
posting_next(struct posting_reader *r, struct posting *p)
{
	unsigned step;

	if (!posting_take(r, &step) || r->p == r->end)
		return false;
	p->aid = r->aid += step;
	p->impact = *r->p++;
	return posting_take(r, &p->at);
}

static void
put_varint(struct buf *b, unsigned v)
{
	for (; v >= 0x80; v >>= 7)
		buf_putc(b, (char)(v | 0x80));
	buf_putc(b, (char)v);
}

void
posting_put(struct buf *b, unsigned *last, const struct posting *p)
{
	assert(p->impact <= UINT8_MAX);
	put_varint(b, p->aid - *last);
	buf_putc(b, (char)p->impact);
	put_varint(b, p->at);
	*last = p->aid;
}
