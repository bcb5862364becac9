#ifndef FEED_SETTINGS_H
#define FEED_SETTINGS_H

#include <stdbool.h>
#include <stdio.h>

#include "db/query.h"
#include "table/csv_source.h"

/*
 * A feed: where aids come from without anybody's hand, and how.  The settings
 * are a table of fields, each a text, as an administrator gives them
 * (licence="Licence Ouverte 2.0") and as a table in CSV has them.
 */
enum feed_field {
	FEED_ADDRESS,
	FEED_LICENCE,
	FEED_CONTACT,
	FEED_KEY_FILE,
	FEED_TOKEN_ADDRESS,
	FEED_HOURS,
	FEED_MINUTES,
	FEED_NEWS,
	FEED_GRACE,
	FEED_PRIVATE,
	FEED_PAUSED,
	FEED_FIELDS
};

struct feed_settings {
	const char *name;
	const char *field[FEED_FIELDS]; /* "" for what is not set */
	bool is_paused;
	bool is_old; /* it was not read whole for a week */
	/* As it was when something was last taken: NULL when nothing was. */
	const char *etag, *modified, *digest, *cursor;
	const char *importer; /* by which: import_stamp.h */
};

/* Whether s is a name of a source: a-z, 0-9 and -, 64 at most; logged when it
 * is not. */
bool feed_settings_is_name(const char *s);

/* How a field is called, and what it is in a line, translated. */
const char *feed_field_name(enum feed_field);
const char *feed_field_help(enum feed_field);

/* A new feed, with what is usual. */
void feed_settings_new(struct feed_settings *, const char *name,
    const char *address);

/* Sets a field of that name.  False, logged with what is wanted, when there is
 * none or it takes no such value; value must last as long as the settings. */
bool feed_settings_set(struct feed_settings *, const char *name,
    const char *value);

/* The number of a field that is one. */
unsigned feed_settings_number(const struct feed_settings *, enum feed_field);

/* Whether its address is a path of this machine. */
bool feed_settings_is_path(const struct feed_settings *);

/* The feeds, name NULL for all, in the pool: *n of them.  RC_NOT_FOUND, logged,
 * when there is none of that name.  Otherwise as query_run. */
enum rc feed_settings_read(struct db *, struct pool *, const char *name,
    struct feed_settings **, unsigned *n);

/* Writes a feed, new or known.  Fails as query_run does. */
enum rc feed_settings_put(struct db *, struct pool *,
    const struct feed_settings *);

/* Writes all feeds as a table; and reads one: each of its lines is a feed, new
 * or known, and feeds that it lacks stay.  *n of them.  RC_BAD_PARAM, logged
 * with the line, when one is wrong: none is then written. */
enum rc feed_settings_export(struct db *, FILE *);
enum rc feed_settings_import(struct db *, struct csv_source *, unsigned *n);

#endif
