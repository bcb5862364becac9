#ifndef CORPUS_H
#define CORPUS_H

#include "engine/catalogue.h"
#include "index/lists.h"
#include "vectors/aid_kinds.h"
#include "vocabulary/common_words.h"
#include "vocabulary/project_match.h"
#include "vocabulary/project_sense.h"
#include "vocabulary/projects.h"
#include "vocabulary/spelling.h"
#include "vocabulary/synonyms.h"

/*
 * What a question is read against, in memory, for the data of one version: the
 * aids, the closed lists, and the vocabulary.
 */
struct corpus {
	struct catalogue catalogue;
	struct catalogue past; /* that of corpus_past, before that moment */
	char past_until[20];   /* "": none was asked */
	struct lists *lists;
	struct words *words; /* stop words, stemmer */
	struct common_words *common;
	struct synonyms *synonyms;
	struct projects *projects;
	struct project_match *matches; /* of their names */
	struct spelling *spelling;     /* NULL until a word is not known */
	struct form_set *forms;        /* words as they are spelled */
	struct word_vectors *vectors;  /* or NULL */
	struct aid_kinds *kinds;       /* likewise */
	uint64_t **of_kind;            /* the docs of each: near.h */
	struct vector *sense;          /* of projects; likewise */
	bool looked;                   /* for them */
};

/* Brings *c, zeroed at first, to a version at least as new as the given one.
 * After a failure it is not to be used before a refresh that succeeds.  Word
 * vectors are those of the share folder, or none with NULL, for who does not
 * rank; without, which is logged once, nothing is near in sense. */
enum rc corpus_refresh(struct corpus *, struct db *, const char *share_dir,
    unsigned long long version);

/* Changes with the numbers of documents, and with the tables that were learned:
 * what processes share depends on both. */
uint64_t corpus_fingerprint(const struct corpus *);

/* Frees what it holds. */
void corpus_free(struct corpus *);

/* The dictionary of corrections, loaded at its first use. */
enum rc corpus_spelling(struct corpus *, struct db *, const struct spelling **);

/* The catalogue as the public had it just before a moment: see
 * catalogue_read_until.  That of the last moment is kept until a refresh, for
 * whoever reads the pages of a list asks for the same one again. */
enum rc corpus_past(struct corpus *, struct db *, const char *until,
    const struct catalogue **);

#endif
