#ifndef AID_RECORD_H
#define AID_RECORD_H

#include <jansson.h>

#include "import/import_run.h"

/* One aid of a feed on its way into the database: its fields as arguments of
 * aid_insert and aid_update. */
struct aid_record {
	struct import_run *run;
	json_t *json;          /* the feed's object */
	unsigned long ordinal; /* in the file, from 1 */
	const struct arg *args;
	const char *source_id, *slug;
	const char *digest; /* of all that the feed says of it: SHA-256, hex */
	long long id;       /* 0: not known yet */
	bool is_new;
	char old_slug[256];
};

/* A string of the object, owned by it; NULL when it is none, or empty. */
const char *aid_record_text(const struct aid_record *, const char *key);

/* Adds the arguments that come from fields, but dates, ids and
 * perimeter. */
void aid_record_put_facts(struct aid_record *);

/* Adds the perimeter; one that is unknown stays so, and is noted. */
enum rc aid_record_put_perimeter(struct aid_record *);

/* *id becomes the perimeter's, by its code or else by its name, or stays 0 when
 * it is unknown or when several have that name; that is noted. */
enum rc aid_record_find_perimeter(struct aid_record *, long long *id);

#endif
