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

enum { GAZETTEER_NONE = UINT32_MAX };   /* no place, no name */
enum { GAZETTEER_CITY = 5000 };         /* people */
enum { GAZETTEER_NOWHERE = INT16_MIN }; /* no coordinate */

/*
 * All is found by its index or, a text, by how far it is from the first one
 * (gazetteer_text, 0: none), and nothing by its address: a gazetteer is the
 * same wherever it lies, so that processes may share one (gazetteer_file.h).
 */
struct gazetteer_place {
	uint32_t id; /* of the perimeter */
	uint32_t code, name, siren, kind, department, zips; /* texts */
	uint32_t people;
	uint32_t epci;   /* index of a commune's EPCI */
	uint32_t region; /* index of a department's region */
	uint32_t link;   /* the first of what contains it */
	uint16_t links;
	int16_t latitude, longitude; /* in hundredths of a degree */
	uint8_t scale;               /* SCALE_... of sql/constants */
	bool counted;                /* how many people is known */
};

/* The centre of a commune, and its department.  What is near a place is told
 * from these alone, which lie beside each other by their squares. */
struct gazetteer_centre {
	int16_t latitude, longitude; /* in hundredths of a degree */
	uint32_t department;
};

/* What contains a place, by rising id; it may contain a part of it only. */
struct gazetteer_link {
	uint32_t container : 31; /* index of a place */
	uint32_t part : 1;
};

/* A place as it is added. */
struct gazetteer_row {
	uint32_t id;
	uint8_t scale;
	const char *code, *name;
	const char *siren, *kind, *department, *zips; /* NULL: none */
	long long people;                             /* -1: unknown */
	uint32_t epci, region;
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
	uint32_t name, folded;
	uint32_t core; /* folded, without body nor article */
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
	uint32_t words; /* folded */
	uint32_t kind;  /* of an EPCI; "" : any */
	uint32_t n;     /* bytes of the words */
	uint8_t scale;  /* 0: any, and so it is asked */
	bool label;     /* "code postal": says nothing */
};

/* "st" is "saint"; both folded. */
struct gazetteer_abbreviation {
	uint32_t words, meaning;
};

/* A word of the table of place words (sql/data/place-words.sql). */
struct gazetteer_meaning {
	const char *kind;    /* body, label, brand, short, code, former,
			      * abbreviation */
	const char *words;   /* as people write them */
	const char *meaning; /* "epci CC" of a body; of an abbreviation, in
			      * full; else codes of perimeters */
};

/* What a scale is called: "epci", "EPCI". */
struct gazetteer_scale {
	uint32_t id, slug, name;
};

/* What an index sorts: a text or a hash, and whose it is. */
struct gazetteer_word {
	uint32_t s;
	uint32_t of : 31;    /* a name; a place */
	uint32_t inside : 1; /* not from the first word of the name */
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
	char *text; /* each NUL-terminated */
	struct gazetteer_place *place;
	struct gazetteer_link *link;
	struct gazetteer_name *name;
	struct gazetteer_shape *shape; /* of each name, the shortest first */
	struct gazetteer_body *body;
	struct gazetteer_abbreviation *abbreviation;
	struct gazetteer_scale *scale;
	struct gazetteer_word *word; /* of names, by their words on */
	struct gazetteer_word *code; /* of places, today's */
	struct gazetteer_word *past; /* codes that were */
	struct gazetteer_word *zip;
	struct gazetteer_key *key[GAZETTEER_INDEXES];
	uint32_t *city; /* own names of communes of GAZETTEER_CITY people */
	struct gazetteer_centre *centre; /* by their squares */
	size_t texts, links, names, bodies, abbreviations, scales;
	size_t words, codes, pasts, zips, cities, centres;
	/* The first of them may be asked for; those behind only contain some of
	 * them: gone, or what a feed named together.  Both by rising id. */
	size_t places, all;
	/* Until it is sealed. */
	struct pool *pool;
	struct gazetteer_meaning *meaning;
	size_t meanings;
	/* When it is the memory of a file. */
	const void *file;
	size_t bytes;
};

/* Never NULL; the caller frees it, NULL is ignored. */
struct gazetteer *gazetteer_new(void);
void gazetteer_free(struct gazetteer *);

/*
 * Fills it; strings are copied.  Meanings come first: names are read with them.
 * A place has its own name and codes (code, siren, zips) by itself; the call
 * returns its index.  Then what only contains places; where a place lies; then
 * what contains it, all of one place before those of the next.
 * gazetteer_seal comes last.
 */
void gazetteer_add_meaning(struct gazetteer *,
    const struct gazetteer_meaning *);
uint32_t gazetteer_add_place(struct gazetteer *, const struct gazetteer_row *);
uint32_t gazetteer_add_container(struct gazetteer *,
    const struct gazetteer_row *);
void gazetteer_add_centre(struct gazetteer *, uint32_t place, int latitude,
    int longitude);
void gazetteer_add_link(struct gazetteer *, uint32_t place, uint32_t container,
    bool part);
void gazetteer_add_name(struct gazetteer *, uint32_t place, enum gazetteer_kind,
    const char *name);
void gazetteer_add_past(struct gazetteer *, uint32_t place, const char *code);
void gazetteer_add_scale(struct gazetteer *, uint32_t id, const char *slug,
    const char *name);
void gazetteer_seal(struct gazetteer *);
void gazetteer_seal_centres(struct gazetteer *); /* of it: gazetteer_near.c */

/* A text by its offset, as long as the gazetteer; NULL for 0. */
static inline const char *
gazetteer_text(const struct gazetteer *g, uint32_t at)
{
	return at == 0 ? NULL : g->text + at;
}

/* Room for one more in an array of n, which moves: for those who fill it. */
void *gazetteer_grow(void *array, size_t n, size_t item);

/* Appends a text, and returns its offset: for those who fill it. */
uint32_t gazetteer_put(struct gazetteer *, const char *s);

/* The index of the place of an id, for those who fill it in rising order of
 * ids; GAZETTEER_NONE.  The second also finds what only contains places. */
uint32_t gazetteer_of_id(const struct gazetteer *, uint32_t id);
uint32_t gazetteer_of_any_id(const struct gazetteer *, uint32_t id);

/* The place of a code of today, the department before what else bears it, then
 * the widest; GAZETTEER_NONE.  No SIREN of what has another code. */
uint32_t gazetteer_of_code(const struct gazetteer *, const char *code);

/*
 * The codes of the departments of communes within 30 km of a place, sorted; at
 * most max of them.  Returns how many: 0 when the place has no centre.
 */
size_t gazetteer_near(const struct gazetteer *, uint32_t place,
    const char **department, size_t max);

/* The words of an index that are s, or begin by s: those from *word, as many as
 * are returned. */
size_t gazetteer_equal(const struct gazetteer *, const struct gazetteer_word *,
    size_t n, const char *s, const struct gazetteer_word **word);
size_t gazetteer_begin(const struct gazetteer *, const struct gazetteer_word *,
    size_t n, const char *s, const struct gazetteer_word **word);

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
