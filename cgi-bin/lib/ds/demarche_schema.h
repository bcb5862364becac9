#ifndef DEMARCHE_SCHEMA_H
#define DEMARCHE_SCHEMA_H

#include <jansson.h>

#include "ds/demarche.h"

/*
 * A schema of DS, read from its JSON.  "DS" with a number is a section of its
 * prefill contract.  Three shapes (DS 2.1): the public one ("revision"), the
 * one of GraphQL with a token ("activeRevision"), and either under "data", as
 * "demarcheDescriptor" or "demarche".  Keys that are not known are passed
 * over.
 *
 * Labels, descriptions and options are as DS spells them, to the byte.
 */

enum {
	SCHEMA_BYTES = 8 << 20, /* of the JSON */
	SCHEMA_CHAMPS = 5000,   /* those of blocks and annotations too */
	SCHEMA_OPTIONS = 20000  /* of a champ */
};

struct demarche_schema {
	struct demarche demarche; /* without id of revision nor sources */
	const char *revision;     /* DS's id of it */
	const char *published_at; /* as DS wrote it; NULL: a draft */
	const char *descriptors;  /* champs and annotations, keys sorted:
					   two revisions of one text are the
					   same */
};

/*
 * Reads the schema into the pool: champs in the order of the form, those of a
 * block after it, then annotations.  RC_BAD_PARAM, logged with the champ, for
 * what is no schema, or is over the limits, or could not be kept whole: an
 * option of several lines, an id that is none, an id twice in a block.
 */
enum rc demarche_schema_read(struct pool *, json_t *, struct demarche_schema *);

/* The same, from the n bytes of its text. */
enum rc demarche_schema_parse(struct pool *, const char *text, size_t n,
    struct demarche_schema *);

#endif
