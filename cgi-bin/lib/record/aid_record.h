#ifndef AID_RECORD_H
#define AID_RECORD_H

#include <jansson.h>

#include "feed/feed_table.h"
#include "record/import_run.h"

/* One aid of a feed on its way into the database: its fields as arguments of
 * aid_insert and aid_update. */
struct aid_record {
	struct import_run *run;
	json_t *json;                 /* the feed's object */
	unsigned long ordinal;        /* in the file, from 1 */
	const struct feed_item *item; /* where it stands there; or NULL */
	const struct arg *args;
	const char *source_id, *slug;
	const char *shape;  /* of the feed's object before; NULL: AT's */
	const char *digest; /* of the feed's object: SHA-256, hex */
	long long id;       /* 0: not known yet */
	bool is_new, is_shown, was_shown; /* shown to readers, or not */
	unsigned had;     /* bits of aid_loss_kind: what the database holds */
	unsigned emptied; /* bits of relations that are given as empty */
	char old_slug[256];
	const char *closes_asked; /* a deadline that is no day, as given */
	const struct value *kept; /* what the database holds, once read */
};

/* The text of a field, trimmed and without control characters, in the pool;
 * NULL when it is missing or empty.  Entities of HTML ("d&rsquo;eau") are
 * decoded.  A number becomes its text, an object its name or its code, and a
 * list of one item that item. */
const char *aid_record_text(const struct aid_record *, const char *key);

/* The same for a text in HTML, whose entities are kept. */
const char *aid_record_html(const struct aid_record *, const char *key);

/* The value of a field, or the item of a list of one; NULL: missing. */
json_t *aid_record_value(const struct aid_record *, const char *key);

/* Whether the value means "none": null, "", an empty list. */
bool aid_record_is_none(const json_t *);

/* What a field says. */
enum aid_said {
	SAID_NOTHING, /* missing or invalid: the aid keeps its value */
	SAID_NONE,    /* "none": the aid loses its value */
	SAID_IT
};

/* *s becomes the text of the field.  A value without text is reported. */
enum aid_said aid_record_said(const struct aid_record *, const char *key,
    const char **s);

/* *is becomes the boolean of the field.  One that is neither yes nor no is
 * reported. */
enum aid_said aid_record_said_yes(const struct aid_record *, const char *key,
    bool *is);

/* The text of the field.  NULL for SAID_NOTHING and SAID_NONE: arg is then
 * bound, to what the aid has or to NULL.  *rc is the result. */
const char *aid_record_take(struct aid_record *, const char *key,
    enum query_arg arg, enum rc *rc);

/* The code that an item is, a number or a text, or that it has. */
const char *aid_record_code(const struct aid_record *, const json_t *item);

/* What a word of a field means in this feed: feed_shape_meaning. */
const char *aid_record_meaning(const struct aid_record *, const char *field,
    const char *word);

/* The name of an item of a list, which is a name or an object that has one:
 * cleaned likewise, NULL when there is none.  A number or a code is no name. */
const char *aid_record_name(const struct aid_record *, const json_t *item);

/* Whether it has a name with a letter or a digit, out of tags. */
bool aid_record_is_named(const struct aid_record *);

/* Whether the field is there, of blanks and tags alone; null is not. */
bool aid_record_lacks_words(const struct aid_record *, const char *key);

/* Whether the record describes the aid, rather than only name it.  A page at
 * its source is enough, and another link when no field that would describe the
 * aid is null.  A field that is empty, or of blanks and tags alone, takes
 * something from an aid that is known, and says nothing of one that is new. */
bool aid_record_says_something(const struct aid_record *);

/* Reports that a field is refused; reason is a message of N_(). */
void aid_record_fault(const struct aid_record *, const char *field,
    const char *reason, const char *value);

/* The same for a value of any type. */
void aid_record_fault_json(const struct aid_record *, const char *field,
    const char *reason, const json_t *);

/* Binds the value that the database holds, NULL for a new aid: a missing or
 * invalid field never empties a good one.  arg has the name of a column of the
 * query aid_kept. */
enum rc aid_record_put_kept(struct aid_record *, enum query_arg arg);

/* A column of the query aid_kept, as text; NULL for a new aid, and on failure,
 * which *rc then is. */
const char *aid_record_kept(struct aid_record *, int column, enum rc *rc);

/* What the argument was bound to last; NULL: it was not. */
const struct value *aid_record_bound(const struct aid_record *, enum query_arg);

#endif
