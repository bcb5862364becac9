/*
 * corpus.c - what a question is read against, in memory.
 *
 * All of it is small but the catalogue: it is loaded again at each new version
 * of the data, where the catalogue reads only the rows that changed.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "engine/catalogue_refresh.h"
#include "engine/near.h"
#include "index/stop_words.h"
#include "question/corpus.h"

/* These words change with the schema alone: they are read once. */
static enum rc
read_fixed_words(struct corpus *c, struct db *db)
{
	struct words *words = words_new();
	enum rc rc = stop_words_load(db, words);

	if (rc == RC_OK)
		rc = common_words_load(db, words, &c->common);
	if (rc == RC_OK)
		c->words = words;
	else
		words_free(words);
	return rc;
}

static void
drop_vocabulary(struct corpus *c)
{
	lists_free(c->lists);
	synonyms_free(c->synonyms);
	spelling_free(c->spelling);
	project_match_free(c->matches);
	free(c->sense);
	projects_free(c->projects);
	c->lists = NULL;
	c->synonyms = NULL;
	c->spelling = NULL;
	c->projects = NULL;
	c->matches = NULL;
	c->sense = NULL;
}

/* Spellings are added, and none is taken out: a word that no aid bears any more
 * is known by its stem that it is so. */
static enum rc
add_forms(struct corpus *c, struct db *db)
{
	const struct project *p;
	size_t n;

	if (c->forms == NULL)
		c->forms = form_set_new();
	synonyms_put_forms(c->synonyms, c->forms);
	p = projects_all(c->projects, &n);
	for (size_t i = 0; i < n; i++)
		form_set_add_text(c->forms, p[i].name);
	return form_set_load(c->forms, db);
}

static void
open_vectors(struct corpus *c, const char *share_dir)
{
	const char *why;

	c->looked = true;
	c->vectors = word_vectors_open(share_dir, &why);
	if (c->vectors == NULL)
		log_msg("no word vectors: %s", why);
	c->catalogue.made = word_vectors_made(c->vectors);
	c->kinds = c->vectors != NULL
	    ? aid_kinds_read(share_dir, c->vectors, &why)
	    : NULL;
	if (c->vectors != NULL && c->kinds == NULL)
		log_msg("no kinds of aids: %s", why);
}

static void
drop_kinds(struct corpus *c)
{
	int n;

	aid_kinds_all(c->kinds, &n);
	for (int i = 0; i < n && c->of_kind != NULL; i++)
		free(c->of_kind[i]);
	free(c->of_kind);
	c->of_kind = NULL;
}

/* Which docs of the catalogue are of which kind. */
static void
find_kinds(struct corpus *c)
{
	int n;
	const struct aid_kind *kind = aid_kinds_all(c->kinds, &n);

	drop_kinds(c);
	c->of_kind = calloc((size_t)n + 1, sizeof(*c->of_kind));
	if (c->of_kind == NULL)
		log_die("corpus: out of memory");
	for (int i = 0; i < n; i++)
		c->of_kind[i] = near_kind_new(&c->catalogue,
		    &kind[i].direction);
}

static void
drop_past(struct corpus *c)
{
	catalogue_free(&c->past);
	*c->past_until = '\0';
}

enum rc
corpus_refresh(struct corpus *c, struct db *db, const char *share_dir,
    unsigned long long version)
{
	enum rc rc = RC_OK;

	drop_vocabulary(c);
	drop_past(c);
	if (!c->looked && share_dir != NULL)
		open_vectors(c, share_dir);
	if ((c->words == NULL && (rc = read_fixed_words(c, db)) != RC_OK) ||
	    (rc = lists_load(db, &c->lists)) != RC_OK ||
	    (rc = synonyms_load(db, c->words, &c->synonyms)) != RC_OK ||
	    (rc = projects_load(db, c->words, &c->projects)) != RC_OK ||
	    (rc = add_forms(c, db)) != RC_OK)
		return rc;
	c->matches = project_match_new(c->projects, c->words, c->synonyms);
	c->sense = project_sense_new(c->projects, c->words, c->vectors);
	rc = catalogue_refresh(&c->catalogue, db, version);
	if (rc == RC_OK)
		find_kinds(c);
	return rc;
}

uint64_t
corpus_fingerprint(const struct corpus *c)
{
	uint64_t h = (uint64_t)aid_kinds_sum(c->kinds) << 32 |
	    c->catalogue.made;

	for (size_t i = 0; i < c->catalogue.n; i++)
		h = (h ^ c->catalogue.aid[i].id) * 0x9e3779b97f4a7c15u;
	return h ^ c->catalogue.n;
}

void
corpus_free(struct corpus *c)
{
	drop_vocabulary(c);
	form_set_free(c->forms);
	c->forms = NULL;
	common_words_free(c->common);
	c->common = NULL;
	words_free(c->words);
	drop_kinds(c);
	aid_kinds_free(c->kinds);
	word_vectors_close(c->vectors);
	c->words = NULL;
	c->vectors = NULL;
	c->kinds = NULL;
	catalogue_free(&c->catalogue);
	drop_past(c);
}

enum rc
corpus_spelling(struct corpus *c, struct db *db, const struct spelling **s)
{
	enum rc rc = RC_OK;

	if (c->spelling == NULL)
		rc = spelling_load(db, &c->spelling);
	*s = c->spelling;
	return rc;
}

enum rc
corpus_past(struct corpus *c, struct db *db, const char *until,
    const struct catalogue **past)
{
	enum rc rc;

	if (strcmp(c->past_until, until) != 0) {
		drop_past(c);
		if ((rc = catalogue_read_until(&c->past, db, until)) != RC_OK)
			return rc;
		snprintf(c->past_until, sizeof(c->past_until), "%s", until);
	}
	*past = &c->past;
	return RC_OK;
}
