#ifndef API_FIELDS_H
#define API_FIELDS_H

#include "base/buf.h"
#include "web/request.h"

/* Which keys of an aid are wanted: by default those of AT and our short ones,
 * but for the texts without markup; "fields=name,slug" chooses. */

/* What a key holds, for the description of the API. */
enum api_type {
	API_TEXT,   /* a string, or null */
	API_NUMBER, /* a whole number, or null */
	API_FLAG,   /* true or false */
	API_TEXTS,  /* a list of strings */
	API_NUMBERS,
	API_BACKERS, /* a list of {"id", "name", "logo"} */
	API_TYPES,   /* a list of {"id", "name", "group"} */
	API_DAY,     /* "2026-11-30", or null */
	API_MOMENT,  /* "2026-11-30T08:00:00+00:00", or null */
	API_SOURCE,  /* {"name", "url", "licence"} */
};

/* The keys of an aid, in their order; the last has no name.  Those of AT come
 * first, 44 of them. */
struct api_field {
	const char *name;
	enum api_type type;
	bool never_null;
	bool is_plain; /* a text without markup: only when it is asked for */
};
enum { API_FIELDS_OF_AT = 44, API_FIELDS_MAX = 80 };
extern const struct api_field api_field_table[];

struct api_fields {
	bool chosen;                 /* some, and not the default */
	bool plain;                  /* a text without markup is wanted */
	bool wanted[API_FIELDS_MAX]; /* by the rows of the table */
};

/* Reads the parameter "fields", whose values are keys that aids have:
 * api_field_check is of its row (param.h). */
struct api_fields api_fields_read(const struct request *);
const char *api_field_check(const char *name);

/* Appends the members of record that are wanted, in its order, without a last
 * brace, which record has not either: "{...". */
void api_fields_cut(const struct api_fields *, const char *record,
    struct buf *out);

#endif
