#ifndef FEED_FIELDS_H
#define FEED_FIELDS_H

#include <stdio.h>

#include "record/aid_record.h"

/* What of the records of a feed is read, a line a place: to know what of a
 * source is taken, and what a mapping leaves. */
struct feed_fields;

/* The caller frees it; NULL is ignored. */
struct feed_fields *feed_fields_new(void);
void feed_fields_free(struct feed_fields *);

/* Notes the places of a record; arg is a feed_fields. */
import_reviser feed_fields_note;

/* Prints them: the place, how many records have it, the fields that it becomes,
 * how many of these were not understood, a value.  faults has a line of JSON
 * each: import_report.h. */
void feed_fields_say(const struct feed_fields *, FILE *faults);

#endif
