#ifndef RESOLVING_H
#define RESOLVING_H

#include "gazetteer/place_text.h"
#include "gazetteer/resolution.h"

/* A resolution under way: for resolve*.c alone. */

enum { RESOLVE_KEPT = 48 };

struct resolve_candidate {
	uint32_t place, name; /* indexes; name may be GAZETTEER_NONE */
	enum resolve_rank rank;
	float score; /* within the rank: smaller is better */
};

/* Which places may be meant. */
struct resolve_filter {
	uint32_t scales;                   /* bits; 0: all */
	const struct gazetteer_body *body; /* NULL: any */
	const char *number; /* a code or a postal code around; "" : any */
	uint32_t area;      /* a department or a region around */
};

struct resolving {
	const struct gazetteer *g;
	const struct place_text *text;
	struct resolve_filter filter;
	bool insee;
	struct resolve_candidate kept[RESOLVE_KEPT];
	size_t n;
};

/* Whether the filter lets a place in. */
bool resolve_fits(const struct resolving *, uint32_t place);

/* Keeps a candidate that the filter lets in; of one place the best. */
void resolve_keep(struct resolving *, uint32_t place, uint32_t name,
    enum resolve_rank, float score);

/* Of equals the most peopled first. */
float resolve_by_people(const struct resolving *, uint32_t place);

/* resolve_code.c: the places of a code.  True when it is one; *settled: there
 * is no other. */
bool resolve_code(struct resolving *, const char *code, bool *settled);

/* Whether a postal code, of five digits, is of the place's department. */
bool resolve_has_zip(const struct gazetteer *, const struct gazetteer_place *,
    const char *zip);

/* The communes that a postal code serves. */
void resolve_zip(struct resolving *, const char *zip, enum resolve_rank);

/* resolve_name.c: names that are the text's, by rank. */
void resolve_strong(struct resolving *);

/* resolve_near.c: names that begin so, or are near. */
void resolve_begins(struct resolving *, const char *text);
void resolve_near(struct resolving *, const char *text);

/* Names that sound as the text does. */
void resolve_sounds(struct resolving *, const char *text);

/* Names that go on from its first word and have the others: "Cannes Lérins". */
void resolve_scattered(struct resolving *, const char *text);

/* Names that the text begins or ends with: "Rochefort-sur-Mer". */
void resolve_within(struct resolving *, const char *text);

/* The EPCI of those whom the text names: "métropole lilloise". */
void resolve_people_of(struct resolving *, const char *text);

/* Keeps the cities of ten times so many people and more whose name is a letter
 * apart or goes on from the text: few who write "Évry" think of that of the
 * Yonne.  True when there are some. */
bool resolve_cities(struct resolving *, uint32_t people);

#endif
