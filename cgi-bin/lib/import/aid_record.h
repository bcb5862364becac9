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
	const char *shape;  /* of the feed's object before; NULL: AT's */
	const char *digest; /* of all that the feed says of it: SHA-256, hex */
	long long id;       /* 0: not known yet */
	bool is_new, is_shown, was_shown; /* shown to readers, or not */
	char old_slug[256];
	const struct value *kept; /* what the base holds, once asked */
};

/* A text of the object without blanks at its ends and without control
 * characters, in the pool; NULL when it is none, or empty.  The entities of
 * HTML are what they stand for ("d&rsquo;eau"). */
const char *aid_record_text(const struct aid_record *, const char *key);

/* The same of a text in HTML, whose entities stay. */
const char *aid_record_html(const struct aid_record *, const char *key);

/* What a word of a field means in this feed: feed_shape_meaning. */
const char *aid_record_meaning(const struct aid_record *, const char *field,
    const char *word);

/* The name that an item of a list is, or has when it is an object: cleaned
 * likewise, NULL when it has none. */
const char *aid_record_name(const struct aid_record *, const json_t *item);

/* Whether it says something of the aid, were it that there is none, and not its
 * name alone. */
bool aid_record_says_something(const struct aid_record *);

/* Notes that a field cannot be taken; reason is a message of N_(). */
void aid_record_fault(const struct aid_record *, const char *field,
    const char *reason, const char *value);

/* The same of a value of any type. */
void aid_record_fault_json(const struct aid_record *, const char *field,
    const char *reason, const json_t *);

/* Binds what the base holds of the aid, NULL for a new one: a field that is not
 * understood never empties a good one.  arg is one of the columns of the query
 * aid_kept. */
enum rc aid_record_put_kept(struct aid_record *, enum query_arg arg);

/* Adds the status (published unless the feed says other), the recurrence and
 * whether it is European; is_shown is set. */
enum rc aid_record_put_words(struct aid_record *);

#endif
