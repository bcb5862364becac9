#ifndef AID_RECORD_H
#define AID_RECORD_H

#include <jansson.h>

#include "base/intern.h"
#include "db/query.h"
#include "import/aid_import.h"
#include "index/indexer.h"
#include "index/lists.h"
#include "index/words.h"

/* One aid of a feed on its way into the base: what the import and the reading
 * of fields share. */

struct generic;

/* What describes an aid in tables of their own. */
enum relation {
	AUDIENCES,
	TYPES,
	STEPS,
	DESTINATIONS,
	CATEGORIES,
	BACKERS,
	PROGRAMS,
	RELATIONS
};
enum { RELATION_BATCH = 100 };

struct import_run {
	struct aid_import *import;
	struct db *db;
	struct lists *lists;
	struct words *words;
	struct indexer *indexer;
	struct pool *pool; /* of one aid */
	unsigned long long version;
	long long *ids; /* changed, to index */
	size_t nids, size;
	struct generic *generics; /* local aids, to link at the end */
	void *unknown;            /* a tree of struct unknown */
	struct intern *names;     /* perimeters, backers, programmes... */
	long long *name_id;       /* that were looked up, by number */
	size_t name_size;
	/* relations of the last aids, which wait to be written */
	struct buf rows[RELATIONS];
	long long waiting[RELATION_BATCH];
	size_t nwaiting;
	bool had_some; /* one of the aids, before */
};

/* One aid under way. */
struct aid_record {
	struct import_run *run;
	json_t *json;
	unsigned long place;
	const struct arg *args;
	const char *source_id, *raw, *slug;
	long long id;
	bool is_new;
	char old_slug[256];
};

/* A string of the object; NULL when it is none, or empty. */
const char *aid_record_text(const struct aid_record *, const char *key);

/* Notes a word of the feed that we do not know, for the summary. */
void aid_record_note_unknown(struct import_run *, const char *kind,
    const char *name);

/* Adds the arguments of aid_insert and aid_update that come from fields. */
void aid_record_put_facts(struct aid_record *);

/* Adds the perimeter; one that is unknown stays so, and is noted. */
enum rc aid_record_put_perimeter(struct aid_record *);

/* *id becomes the perimeter's, or stays 0 when it is unknown; that is noted. */
enum rc aid_record_find_perimeter(struct aid_record *, long long *id);

/* The id that a name of the feed led to by a query, in this run; 0 at first.
 * Good until the next call. */
long long *aid_record_remembered(struct import_run *, enum query_id query,
    unsigned scale, const char *name);

/* Takes audiences, types, steps, destinations, categories, backers and
 * programmes of the aid, which is written and has its id; the second writes
 * those that wait. */
enum rc aid_record_put_relations(struct aid_record *);
enum rc aid_record_write_relations(struct import_run *);

/* The next deadline of an aid that comes back each year; NULL for another. */
const char *aid_record_yearly_deadline(struct aid_record *);

#endif
