/* duplicates.c - aids that look the same. */

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/log.h"
#include "db/rows.h"
#include "gen/queries/harvest.h"
#include "harvest/duplicates.h"
#include "index/stop_words.h"
#include "index/words.h"
#include "indexing/sketch.h"

enum {
	NAMES = 80, /* of 100 words, so many are in both names */
	TEXTS = 75, /* the same of texts that are nearly one */
	FAR = 40,   /* texts that say something else, whatever the name */
	WORDS = 40, /* of a name, of which a quarter and one are looked up */
};

/* An aid that is compared. */
struct compared {
	long long id, backer, perimeter, generic;
	long long scale;
	const char *slug, *name, *source;
	size_t address; /* its number; 0: none */
	size_t word[WORDS];
	int words;
	const uint8_t *sketch; /* NULL: none */
};

struct search {
	struct db *db;
	struct pool *pool;
	struct words *words;
	struct intern *stems, *addresses;
	struct compared *aid;
	size_t n, size;
	struct intern *judged; /* "3 7" of pairs */
	size_t njudged;
	struct duplicate *found;
	size_t nfound, room;
};

static int
number_compare(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* The words of a name, by number, sorted, each once. */
static int
read_name(struct words *words, struct intern *stems, const char *name,
    size_t out[WORDS])
{
	struct word w;
	int n = 0, k = 0;

	while (n < WORDS && words_next(words, &name, &w))
		if (!w.stop && w.terms > 0)
			out[n++] = intern(stems, words_key(&w));
	qsort(out, (size_t)n, sizeof(*out), number_compare);
	for (int i = 0; i < n; i++)
		if (i == 0 || out[i] != out[k - 1])
			out[k++] = out[i];
	return k;
}

/* The share of words that both have, of those that either has (Jaccard). */
static int
likeness(const size_t *a, int n, const size_t *b, int m)
{
	int both = 0;

	for (int i = 0, k = 0; i < n && k < m;) {
		both += a[i] == b[k];
		if (a[i] == b[k])
			i++, k++;
		else if (a[i] < b[k])
			i++;
		else
			k++;
	}
	return n + m - both > 0 ? 100 * both / (n + m - both) : 0;
}

int
duplicates_names(const char *a, const char *b)
{
	struct words *words = words_new();
	struct intern *stems = intern_new();
	size_t x[WORDS] = { 0 }, y[WORDS] = { 0 };
	int n = read_name(words, stems, a, x),
	    m = read_name(words, stems, b, y);
	int like = likeness(x, n, y, m);

	intern_free(stems);
	words_free(words);
	return like;
}

/* An address without its scheme, "www.", and what stands at its end. */
static size_t
number_of(struct search *s, const char *address)
{
	const char *at = strstr(address, "://");
	size_t n;

	at = at != NULL ? at + 3 : address;
	at += strncmp(at, "www.", 4) == 0 ? 4 : 0;
	n = strcspn(at, "#");
	while (n > 0 && strchr("/?", at[n - 1]) != NULL)
		n--;
	return n == 0 ? 0
		      : intern(s->addresses, pool_strndup(s->pool, at, n)) + 1;
}

/* ---- the aids ---- */

/* Keeps what is compared: texts stay in the pool until all is told. */
static void
add_aid(struct search *s, const struct duplicate_rows_row *r)
{
	struct compared *a;
	const uint8_t *sketch = (const uint8_t *)r->sketch.s;

	if (s->n == s->size) {
		s->size = s->size > 0 ? 2 * s->size : 1024;
		s->aid = realloc(s->aid, s->size * sizeof(*s->aid));
		if (s->aid == NULL)
			log_die("duplicates: out of memory");
	}
	a = &s->aid[s->n++];
	*a = (struct compared){ .id = rows_int(&r->id, 0),
		.backer = rows_int(&r->backer, 0),
		.perimeter = rows_int(&r->perimeter_id, 0),
		.generic = rows_int(&r->generic_id, 0),
		.scale = rows_int(&r->scale, 0),
		.slug = r->slug.s,
		.name = r->name.s,
		.source = r->source.s };
	a->words = read_name(s->words, s->stems, a->name, a->word);
	if (r->sketch.type != VALUE_NULL && r->sketch.n == SKETCH)
		a->sketch = sketch;
	if (r->address.type != VALUE_NULL)
		a->address = number_of(s, r->address.s);
}

static enum rc
read_aids(struct search *s)
{
	long long after = 0;
	struct result res;
	enum rc rc;

	do {
		const struct arg *args = NULL;

		arg_int(s->pool, &args, ARG_AFTER, after);
		rc = query_run(s->db, s->pool, Q_DUPLICATE_ROWS, args, &res);
		for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
			add_aid(s, duplicate_rows_row(&res, i));
		if (rc == RC_OK && res.rows > 0)
			after = s->aid[s->n - 1].id;
	} while (rc == RC_OK && res.rows > 0);
	return rc;
}

/* A pair that was judged is known by its two ids, the lesser first. */
static enum rc
read_verdicts(struct search *s)
{
	struct result res;
	enum rc rc = query_run(s->db, s->pool, Q_PAIR_VERDICTS, NULL, &res);

	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct pair_verdicts_row *r = pair_verdicts_row(&res, i);

		s->njudged = intern(s->judged,
				 pool_printf(s->pool, "%lld %lld",
				     rows_int(&r->first_id, 0),
				     rows_int(&r->second_id, 0))) +
		    1;
	}
	return rc;
}

/* ---- pairs ---- */

/* How sure it is, by what is the same besides the name; 0: it is none. */
static int
certainty(const struct duplicate *d)
{
	int sure = d->name_likeness - 40;

	if (d->text_likeness >= 0 && d->text_likeness < FAR)
		return 0;
	sure += d->perimeter ? 15 : 0;
	sure += d->address ? 15 : 0;
	sure += d->backer ? 10 : 0;
	sure += d->text_likeness >= TEXTS ? 20
	    : d->text_likeness >= FAR     ? 5
					  : 0;
	return sure > 100 ? 100 : sure;
}

/* One that is the local version of the other is no double of it. */
static void
compare(struct search *s, const struct compared *a, const struct compared *b)
{
	struct duplicate d = { .id = a->id,
		.other = b->id,
		.name_likeness = likeness(a->word, a->words, b->word, b->words),
		.text_likeness = a->sketch != NULL && b->sketch != NULL
		    ? sketch_likeness(a->sketch, b->sketch)
		    : -1,
		.address = a->address != 0 && a->address == b->address,
		.backer = a->backer != 0 && a->backer == b->backer,
		.perimeter = a->perimeter == b->perimeter,
		.wider = a->scale != b->scale };

	if (d.name_likeness < NAMES || a->generic == b->id ||
	    b->generic == a->id || (d.certain = certainty(&d)) < 50 ||
	    intern(s->judged, pool_printf(s->pool, "%lld %lld", a->id, b->id)) <
		s->njudged)
		return;
	d.slug = a->slug, d.other_slug = b->slug;
	d.name = a->name, d.other_name = b->name;
	d.source = a->source, d.other_source = b->source;
	if (s->nfound == s->room) {
		s->room = s->room > 0 ? 2 * s->room : 64;
		s->found = realloc(s->found, s->room * sizeof(*s->found));
		if (s->found == NULL)
			log_die("duplicates: out of memory");
	}
	s->found[s->nfound++] = d;
}

/* ---- which pairs are worth it ---- */

/* How many aids bear each word. */
struct rarity {
	size_t word, aids;
};

/* Total: words that as many bear are in the order of their numbers. */
static int
rarity_compare(const void *a, const void *b)
{
	const struct rarity *x = a, *y = b;

	return x->aids != y->aids ? (x->aids > y->aids) - (x->aids < y->aids)
				  : (x->word > y->word) - (x->word < y->word);
}

/* Numbers the words of all names anew, the rarest first. */
static size_t
number_by_rarity(struct search *s)
{
	size_t n = intern(s->stems, "\n"), *rank;
	struct rarity *all = pool_take(s->pool, (n + 1) * sizeof(*all));

	rank = pool_take(s->pool, (n + 1) * sizeof(*rank));
	for (size_t k = 0; k < n; k++)
		all[k].word = k;
	for (size_t i = 0; i < s->n; i++)
		for (int w = 0; w < s->aid[i].words; w++)
			all[s->aid[i].word[w]].aids++;
	qsort(all, n, sizeof(*all), rarity_compare);
	for (size_t k = 0; k < n; k++)
		rank[all[k].word] = k;
	for (size_t i = 0; i < s->n; i++) {
		struct compared *a = &s->aid[i];

		for (int w = 0; w < a->words; w++)
			a->word[w] = rank[a->word[w]];
		qsort(a->word, (size_t)a->words, sizeof(*a->word),
		    number_compare);
	}
	return n;
}

/* Of two names that have so many of their words in common, one at least is
 * among the first, rarest ones of both (prefix filtering): an aid is compared
 * with those that it shares such a word with, each once.  No pair is missed by
 * it. */
static void
compare_all(struct search *s)
{
	size_t words = number_by_rarity(s), entries = 0;
	size_t *head = pool_take(s->pool, (words + 1) * sizeof(*head));
	size_t *last = pool_take(s->pool, (s->n + 1) * sizeof(*last));
	struct entry {
		size_t aid, next;
	} *list = pool_take(s->pool, (s->n * WORDS / 4 + 1) * sizeof(*list));

	for (size_t i = 0; i < s->n; i++) {
		const struct compared *a = &s->aid[i];
		int first = a->words - (NAMES * a->words + 99) / 100 + 1;

		for (int w = 0; w < first && w < a->words; w++) {
			size_t e = head[a->word[w]];

			for (; e != 0; e = list[e].next)
				if (last[list[e].aid] != i + 1) {
					last[list[e].aid] = i + 1;
					compare(s, &s->aid[list[e].aid], a);
				}
			list[++entries] = (struct entry){ i, head[a->word[w]] };
			head[a->word[w]] = entries;
		}
	}
}

/* The surest first; of those that are as sure, in the order of ids. */
static int
found_compare(const void *a, const void *b)
{
	const struct duplicate *x = a, *y = b;

	return x->certain != y->certain ? y->certain - x->certain
					: (x->id > y->id) - (x->id < y->id);
}

/* Of several that are one, as many pairs are told as join them, the surest: the
 * others are asked about when one of these is judged different. */
static size_t
join_pairs(struct duplicate *d, size_t n)
{
	struct pool *pool = pool_new();
	struct intern *ids = intern_new();
	size_t *group = pool_take(pool, (2 * n + 1) * sizeof(*group)), kept = 0;

	for (size_t i = 0; i < 2 * n; i++)
		group[i] = i;
	for (size_t i = 0; i < n; i++) {
		size_t a = intern(ids, pool_printf(pool, "%lld", d[i].id));
		size_t b = intern(ids, pool_printf(pool, "%lld", d[i].other));

		while (group[a] != a)
			a = group[a];
		while (group[b] != b)
			b = group[b];
		if (a != b)
			d[kept++] = d[i];
		group[b] = a;
	}
	intern_free(ids);
	pool_free(pool);
	return kept;
}

enum rc
duplicates_find(struct db *db, struct pool *pool, struct duplicate **found,
    size_t *n)
{
	struct search s = { .db = db,
		.pool = pool,
		.words = words_new(),
		.stems = intern_new(),
		.addresses = intern_new(),
		.judged = intern_new() };
	enum rc rc = stop_words_load(db, s.words);

	if (rc == RC_OK)
		rc = read_verdicts(&s);
	if (rc == RC_OK)
		rc = read_aids(&s);
	if (rc == RC_OK)
		compare_all(&s);
	*n = s.nfound;
	*found = pool_take(pool, (s.nfound + 1) * sizeof(**found));
	if (s.nfound > 0)
		memcpy(*found, s.found, s.nfound * sizeof(**found));
	qsort(*found, *n, sizeof(**found), found_compare);
	*n = join_pairs(*found, *n);
	free(s.found);
	free(s.aid);
	intern_free(s.judged);
	intern_free(s.addresses);
	intern_free(s.stems);
	words_free(s.words);
	return rc;
}
