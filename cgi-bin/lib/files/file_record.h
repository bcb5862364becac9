#ifndef FILE_RECORD_H
#define FILE_RECORD_H

#include <stddef.h>

#include "files/file_place.h"

/*
 * What a file says: texts that were trimmed, rich texts that were reduced, each
 * with the place of its element.  Which field and part is which, the grammar of
 * the file says (file_read.h).  All of it is in the pool of the import.
 */

/* More than any kind of file has. */
enum { FILE_FIELDS = 24, FILE_PARTS = 8 };

/* Of an element that is there once. */
struct file_value {
	const char *s; /* NULL: it is not said */
	struct file_place at;
};

/* An element that may be there several times: its attributes, and what it
 * holds. */
struct file_item {
	const char *key, *title, *note, *text;
	struct file_place at;
	long long id; /* of the row that it names, once that was found */
};

struct file_items {
	struct file_item *item;
	size_t n;
};

struct file_record {
	const char *slug;
	struct file_place at;
	struct file_value field[FILE_FIELDS];
	struct file_items part[FILE_PARTS];
	/* The picture; its label is the field of its element. */
	const char *logo, *logo_type, *logo_href;
	size_t logo_n;
};

#endif
