/* xlsx_merges.c - the merged cells of a sheet. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "workbook/xlsx_merges.h"

enum { MAX_MERGES = 65536 };

struct xlsx_merger {
	unsigned first, last; /* rows */
	unsigned char left, right;
};

/* "A1:B3" */
static void
take_merge(struct xlsx_merges *m, struct xlsx_part *p)
{
	const char *s = xlsx_part_said(p, "ref"), *to;
	unsigned left, right;
	unsigned long first, last;
	char from[16];

	if (s == NULL || (to = strchr(s, ':')) == NULL ||
	    (size_t)(to - s) >= sizeof(from))
		return;
	memcpy(from, s, (size_t)(to - s));
	from[to - s] = '\0';
	if (!xlsx_cell_read(from, &left, &first) ||
	    !xlsx_cell_read(to + 1, &right, &last) || left >= XLSX_COLUMNS)
		return;
	if (m->n == MAX_MERGES) {
		p->why = N_("it has over 65,536 merged cells");
		return;
	}
	if (m->n == m->size) {
		m->size = m->size > 0 ? 2 * m->size : 64;
		m->of = realloc(m->of, m->size * sizeof(*m->of));
		if (m->of == NULL)
			log_die("xlsx: out of memory");
	}
	m->of[m->n++] = (struct xlsx_merger){
		(unsigned)first, (unsigned)last, (unsigned char)left,
		(unsigned char)(right < XLSX_COLUMNS ? right : XLSX_COLUMNS - 1)
	};
}

static int
compare(const void *a, const void *b)
{
	const struct xlsx_merger *x = a, *y = b;

	return x->first < y->first ? -1 : x->first > y->first;
}

enum rc
xlsx_merges_read(struct xlsx_merges *m, struct xlsx_package *package,
    const char *name)
{
	struct xlsx_part p;

	*m = (struct xlsx_merges){ .n = 0 };
	if (!xlsx_part_open(&p, package, name))
		return RC_OK;
	while (xlsx_part_next(&p))
		if (xlsx_part_begins(&p, "mergeCell"))
			take_merge(m, &p);
	if (m->n > 0)
		qsort(m->of, m->n, sizeof(*m->of), compare);
	return xlsx_part_close(&p);
}

void
xlsx_merges_free(struct xlsx_merges *m)
{
	free(m->of);
	*m = (struct xlsx_merges){ .n = 0 };
}

void
xlsx_merges_go(struct xlsx_merges *m, unsigned long row)
{
	for (; m->next < m->n && m->of[m->next].first <= row; m->next++) {
		const struct xlsx_merger *x = &m->of[m->next];

		for (unsigned c = x->left; c <= x->right; c++)
			if (x->last > m->until[c])
				m->until[c] = x->last;
		m->shown[x->left] = x->first;
	}
}

bool
xlsx_merges_cover(const struct xlsx_merges *m, unsigned column,
    unsigned long row)
{
	return column < XLSX_COLUMNS && row <= m->until[column] &&
	    m->shown[column] != row;
}
