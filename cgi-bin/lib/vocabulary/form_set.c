/* form_set.c - a set of words, as a table of their hashes: open addressing. */

#include <stdint.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/str.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/vocabulary.h"
#include "index/words.h"
#include "vocabulary/form_set.h"

struct form_set {
	uint32_t *slot; /* 0: free */
	size_t slots;   /* a power of two */
	size_t n;
	long long last; /* the id of the last that was loaded */
};

/* The slot of a hash, or the free one where it would be. */
static uint32_t *
slot_of(const struct form_set *s, uint32_t hash)
{
	size_t at = hash & (s->slots - 1);

	while (s->slot[at] != 0 && s->slot[at] != hash)
		at = (at + 1) & (s->slots - 1);
	return &s->slot[at];
}

static uint32_t
hash_of(const char *folded)
{
	uint64_t h = str_hash(STR_HASH, folded);

	return (uint32_t)(h ^ h >> 32) | 1;
}

/* Twice the slots. */
static void
grow(struct form_set *s)
{
	struct form_set larger = { NULL, s->slots * 2, s->n, s->last };

	larger.slot = calloc(larger.slots, sizeof(*larger.slot));
	if (larger.slot == NULL)
		log_die("form_set: out of memory");
	for (size_t i = 0; s->slot != NULL && i < s->slots; i++)
		if (s->slot[i] != 0)
			*slot_of(&larger, s->slot[i]) = s->slot[i];
	free(s->slot);
	*s = larger;
}

struct form_set *
form_set_new(void)
{
	struct form_set *s = calloc(1, sizeof(*s));

	if (s == NULL)
		log_die("form_set: out of memory");
	s->slots = 512;
	grow(s);
	return s;
}

void
form_set_free(struct form_set *s)
{
	if (s == NULL)
		return;
	free(s->slot);
	free(s);
}

void
form_set_add(struct form_set *s, const char *folded)
{
	uint32_t hash = hash_of(folded), *slot = slot_of(s, hash);

	if (*slot == hash)
		return;
	*slot = hash;
	/* Three quarters at most are taken. */
	if (4 * ++s->n > 3 * s->slots)
		grow(s);
}

void
form_set_add_text(struct form_set *s, const char *text)
{
	struct word w;

	while (words_scan(&text, &w))
		form_set_add(s, w.folded);
}

enum rc
form_set_load(struct form_set *s, struct db *db)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc;

	do {
		const struct arg *args = NULL;

		pool_reset(pool);
		arg_int(pool, &args, ARG_AFTER, s->last);
		rc = query_run(db, pool, Q_WORD_FORMS, args, &res);
		for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
			form_set_add(s, word_forms_row(&res, r)->form.s);
			s->last = rows_int(&word_forms_row(&res, r)->id, 0);
		}
	} while (rc == RC_OK && res.rows > 0);
	pool_free(pool);
	return rc;
}

bool
form_set_has(const struct form_set *s, const char *folded)
{
	return *slot_of(s, hash_of(folded)) != 0;
}

bool
form_set_is_loaded(const struct form_set *s)
{
	return s->last > 0;
}
