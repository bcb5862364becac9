#ifndef GAZETTEER_H
#define GAZETTEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/pool.h"

/*
 * The names of places, in memory: all that the resolver (resolve.h) looks at.
 * Filled once, then sealed, then only read.  It knows no database: see
 * gazetteer_load.h, and the tests, which fill theirs by hand.
 */

enum { GAZETTEER_NONE = UINT32_MAX }; /* no place, no name */
enum { GAZETTEER_CITY = 5000 };       /* people */

struct gazetteer_place {
	uint32_t id;   /* of the perimeter */
	uint8_t scale; /* SCALE_... of sql/constants */
	const char *code, *name;
	const char *siren, *kind, *department, *zips; /* NULL: none */
	uint32_t people;
	uint32_t epci;   /* index of a commune's EPCI */
	uint32_t region; /* index of a department's region */
};

/* What a name is to its place. */
enum gazetteer_kind {
	GAZETTEER_OWN,
	GAZETTEER_ALIAS,          /* another current name */
	GAZETTEER_BRAND,          /* what it calls itself: "Niort Agglo" */
	GAZETTEER_SHORT,          /* an abbreviation: "PACA" */
	GAZETTEER_ARRONDISSEMENT, /* municipal */
	GAZETTEER_FORMER          /* of what it took over, or was called */
};

struct gazetteer_name {
	const char *name, *folded;
	const char *core; /* folded, without body nor article */
	uint32_t place;
	uint32_t letters; /* of core: bit 0 for "a"... */
	uint8_t kind;
	uint8_t n; /* bytes of core but its blanks */
};

/* Length and letters of each name, in an array of their own sorted by length:
 * most names are ruled out from these alone, without a cache miss. */
struct gazetteer_shape {
	uint32_t n, letters; /* of the name */
	uint32_t name;
};

/* Words that say which kind of body is named ("mairie de"), or nothing. */
struct gazetteer_body {
	const char *words; /* folded */
	size_t n;          /* bytes of them */
	uint8_t scale;     /* 0: any, and so it is asked */
	const char *kind;  /* of an EPCI; "" : any */
	bool label;        /* "code postal": says nothing */
};

/* A word of the table of place words (sql/data/place-words.sql). */
struct gazetteer_meaning {
	const char *kind;    /* body, label, brand, short, code, former,
			      * abbreviation */
	const char *words;   /* as people write them */
	const char *meaning; /* "epci CC" of a body; of an abbreviation, in
			      * full; else codes of perimeters */
};

/* What an index sorts: a string or a hash, and whose it is. */
struct gazetteer_word {
	const char *s;
	uint32_t of; /* a name; a place */
	bool inside; /* not from the first word of the name */
};
struct gazetteer_key {
	uint32_t hash, name;
};

/* The keys that a name is found by, beside its letters: see name_key.h. */
enum gazetteer_index {
	GAZETTEER_BY_SQUEEZE,
	GAZETTEER_BY_CORE,
	GAZETTEER_BY_BAG,
	GAZETTEER_BY_SOUND,
	GAZETTEER_INDEXES
};

struct gazetteer {
	struct pool *pool;
	struct gazetteer_place *place;
	struct gazetteer_name *name;
	struct gazetteer_shape *shape; /* of each name, the shortest first */
	struct gazetteer_body *body;
	struct gazetteer_word *word; /* of names, by their words on */
	struct gazetteer_word *code; /* of places, today's */
	struct gazetteer_word *past; /* codes that were */
	struct gazetteer_word *zip;
	struct gazetteer_key *key[GAZETTEER_INDEXES];
	size_t places, names, bodies, words, codes, pasts, zips;
	uint32_t *city; /* own names of communes of GAZETTEER_CITY people */
	size_t cities;
	struct gazetteer_meaning *abbreviation; /* folded */
	size_t abbreviations;
	struct gazetteer_meaning *meaning; /* until it is sealed */
	size_t meanings;
};

/* Never NULL; the caller frees it, NULL is ignored. */
struct gazetteer *gazetteer_new(void);
void gazetteer_free(struct gazetteer *);

/*
 * Fills it; strings are copied.  Meanings come first: names are read with them.
 * A place has its own name and codes (code, siren, zips) by itself; the call
 * returns its index.  gazetteer_seal comes last.
 */
void gazetteer_add_meaning(struct gazetteer *,
    const struct gazetteer_meaning *);
uint32_t gazetteer_add_place(struct gazetteer *,
    const struct gazetteer_place *);
void gazetteer_add_name(struct gazetteer *, uint32_t place, enum gazetteer_kind,
    const char *name);
void gazetteer_add_past(struct gazetteer *, uint32_t place, const char *code);
void gazetteer_seal(struct gazetteer *);

/* The index of the place of an id, for those who fill it in rising order of
 * ids; GAZETTEER_NONE. */
uint32_t gazetteer_of_id(const struct gazetteer *, uint32_t id);

/* The words that are s, or begin by s: those from *word, as many as are
 * returned. */
size_t gazetteer_equal(const struct gazetteer_word *, size_t n, const char *s,
    const struct gazetteer_word **word);
size_t gazetteer_begin(const struct gazetteer_word *, size_t n, const char *s,
    const struct gazetteer_word **word);

/* The hash of the key of a folded text in an index. */
uint32_t gazetteer_hash(enum gazetteer_index, const char *text);

/* The names whose key has that text: those from *key, as many as are returned.
 * Some may be of another text. */
size_t gazetteer_keyed(const struct gazetteer *, enum gazetteer_index,
    const char *text, const struct gazetteer_key **key);

/* The body that the folded text begins or ends with, the longest; *n bytes of
 * it.  NULL: none, or nothing else is said. */
const struct gazetteer_body *gazetteer_body_first(const struct gazetteer *,
    const char *folded, size_t *n);
const struct gazetteer_body *gazetteer_body_last(const struct gazetteer *,
    const char *folded, size_t *n);

/* The body that the folded text is, and nothing more; NULL. */
const struct gazetteer_body *gazetteer_body_is(const struct gazetteer *,
    const char *folded);

#endif
