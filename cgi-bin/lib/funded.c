/* funded.c - projects that were funded near here. */

#include <stdlib.h>
#include <string.h>

#include "funded.h"
#include "rows.h"
#include "xml.h"

enum { MAX_KEYS = 64 };

/* A project with what it is worth here. */
struct found {
	uint32_t	 id, perimeter, epci;
	float		 score;
	int		 concepts;	/* that decide and that it says */
	int		 last;		/* concept counted, plus one */
};

struct search {
	struct value	 key[MAX_KEYS];
	int		 concept[MAX_KEYS];	/* of the key */
	size_t		 n;
	struct found	*found;
	size_t		 nfound, size;
};

static uint32_t
number(const unsigned char *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

/* The single words of the concepts that decide, with the department. */
static void
read_keys(struct ask *a, const struct question *q, struct search *s)
{
	if (q->place.department == NULL)
		return;
	for (size_t i = 0; i < q->nkeys && s->n < MAX_KEYS; i++) {
		const char *key = pool_printf(a->pool, "%s %s",
		    q->place.department, q->key[i].term);

		s->concept[s->n] = q->key[i].concept;
		s->key[s->n++] = (struct value){ VALUE_TEXT, 0, key,
		    strlen(key) };
	}
}

static int
by_id(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id ? 1 : x->last - y->last;
}

static int
by_score(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return x->id < y->id ? 1 : x->id > y->id ? -1 : 0;
}

/* Every mention of every project, then one of each. */
static void
gather(struct ask *a, struct search *s, const struct result *res)
{
	size_t all = 0, n = 0;
	unsigned row = 0;

	for (unsigned r = 0; r < res->rows; r++)
		all += res->row[r][1].n / FUNDED_ENTRY;
	s->found = pool_take(a->pool, (all + 1) * sizeof(*s->found));
	for (size_t i = 0; i < s->n && row < res->rows; i++) {
		const struct value *v = res->row[row];
		const unsigned char *p = (const unsigned char *)v[1].s;

		if (strcmp(v[0].s, s->key[i].s) != 0)
			continue;
		for (size_t k = 0; k + FUNDED_ENTRY <= v[1].n;
		    k += FUNDED_ENTRY)
			s->found[n++] = (struct found){ number(p + k),
			    number(p + k + 4), number(p + k + 8), 0, 0,
			    s->concept[i] + 1 };
		row++;
	}
	if (n > 1)
		qsort(s->found, n, sizeof(*s->found), by_id);
	for (size_t i = 0; i < n; i++) {
		struct found *to = s->nfound > 0 ?
		    &s->found[s->nfound - 1] : NULL;

		if (to == NULL || to->id != s->found[i].id) {
			to = &s->found[s->nfound++];
			*to = s->found[i];
			to->concepts = 1;
		} else if (to->last != s->found[i].last) {
			to->last = s->found[i].last;
			to->concepts++;
		}
	}
}

/* What says all that was asked, in the commune, then around it. */
static void
weigh(const struct question *q, struct search *s)
{
	const struct place *p = &q->place;

	for (size_t i = 0; i < s->nfound; i++) {
		struct found *f = &s->found[i];

		f->score = (float)f->concepts;
		if (p->nasked > 0 && f->perimeter == p->asked[0])
			f->score += 0.6f;
		else if (p->epci != 0 && f->epci == p->epci)
			f->score += 0.4f;
	}
	if (s->nfound > 1)
		qsort(s->found, s->nfound, sizeof(*s->found), by_score);
}

static enum rc
show(struct ask *a, const struct search *s, size_t max)
{
	struct value *id = pool_take(a->pool, (max + 1) * sizeof(*id));
	size_t n = s->nfound < max ? s->nfound : max;
	xmlNodePtr list;
	struct result res;
	enum rc rc;

	/* What says less than the best of them is not like it. */
	while (n > 0 && s->found[n - 1].concepts < s->found[0].concepts)
		n--;
	if (n == 0)
		return RC_OK;
	for (size_t i = 0; i < n; i++)
		id[i] = (struct value){ .type = VALUE_INT,
		    .i = s->found[i].id };
	rc = kept_run(a->kept, a->db, a->pool, "funded_rows", "ids", id, n,
	    &res);
	if (rc != RC_OK)
		return rc;
	list = xml_add(a->root, "funded-near");
	rows_append(list, query_find("funded_rows"), &res);
	return RC_OK;
}

enum rc
funded_put(struct ask *a, const struct question *q, size_t max)
{
	struct search *s = pool_take(a->pool, sizeof(*s));
	struct result res;
	enum rc rc;

	read_keys(a, q, s);
	if (s->n == 0 || q->place.department == NULL)
		return RC_OK;
	rc = kept_run(a->kept, a->db, a->pool, "funded_lists", "near", s->key,
	    s->n, &res);
	if (rc != RC_OK)
		return rc;
	gather(a, s, &res);
	weigh(q, s);
	return show(a, s, max);
}
