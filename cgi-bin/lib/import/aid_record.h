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
	unsigned had;     /* bits of aid_loss_kind: what the base holds */
	unsigned emptied; /* bits of relations that are said to be empty */
	char old_slug[256];
	const char *closes_asked; /* a deadline that is no day, as said */
	const struct value *kept; /* what the base holds, once asked */
};

/* A text of the object without blanks at its ends and without control
 * characters, in the pool; NULL when it is none, or empty.  The entities of
 * HTML are what they stand for ("d&rsquo;eau").  A number is its text, an
 * object its name or its code, and a list of one is that one. */
const char *aid_record_text(const struct aid_record *, const char *key);

/* The same of a text in HTML, whose entities stay. */
const char *aid_record_html(const struct aid_record *, const char *key);

/* The value of a field, or that of a list of one; NULL: it is not there. */
json_t *aid_record_value(const struct aid_record *, const char *key);

/* Whether it says that there is none: null, "", a list of nothing. */
bool aid_record_is_none(const json_t *);

/* What a field says. */
enum aid_said {
	SAID_NOTHING, /* it is not there, or not understood: what the aid had
			 stays */
	SAID_NONE,    /* that there is none: what the aid had goes */
	SAID_IT
};

/* *s becomes the text of the field.  What has none is noted. */
enum aid_said aid_record_said(const struct aid_record *, const char *key,
    const char **s);

/* *is becomes whether the field says yes.  What is neither yes nor no is
 * noted. */
enum aid_said aid_record_said_yes(const struct aid_record *, const char *key,
    bool *is);

/* The text of the field; or NULL, and arg is bound: to what the aid has when
 * nothing is said, else to NULL.  *rc is what came of it. */
const char *aid_record_take(struct aid_record *, const char *key,
    enum query_arg arg, enum rc *rc);

/* The code that an item is, a number or a text, or that it has. */
const char *aid_record_code(const struct aid_record *, const json_t *item);

/* What a word of a field means in this feed: feed_shape_meaning. */
const char *aid_record_meaning(const struct aid_record *, const char *field,
    const char *word);

/* The name that an item of a list is, or has when it is an object: cleaned
 * likewise, NULL when it has none.  A number or a code is no name. */
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
 * there or not understood never empties a good one.  arg bears the name of a
 * column of the query aid_kept. */
enum rc aid_record_put_kept(struct aid_record *, enum query_arg arg);

/* A column of the query aid_kept, as text; NULL for a new aid, and on failure,
 * which *rc then is. */
const char *aid_record_kept(struct aid_record *, int column, enum rc *rc);

/* What the argument was bound to last; NULL: it was not. */
const struct value *aid_record_bound(const struct aid_record *, enum query_arg);

#endif
