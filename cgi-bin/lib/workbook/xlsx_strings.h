#ifndef XLSX_STRINGS_H
#define XLSX_STRINGS_H

#include <stdint.h>

#include "base/buf.h"
#include "workbook/xlsx_part.h"

/*
 * The texts that the cells of a workbook share by their number: of a catalogue
 * nearly all its words.  They are in a file without a name (csv_source.h); in
 * memory is where each one begins there, 8 bytes, of 4 millions at most.
 */
struct xlsx_strings {
	int fd;       /* -1: none */
	uint64_t *at; /* n + 1 of them: the last is where the last ends */
	size_t n, size;
};

enum { XLSX_STRINGS_MAX = 4000000 };

/* Reads the part of that name, NULL or missing: there is none.  RC_BAD_PARAM,
 * logged, when it cannot be read.  The caller frees it in any case. */
enum rc xlsx_strings_read(struct xlsx_strings *, struct xlsx_package *,
    const char *name);
void xlsx_strings_free(struct xlsx_strings *);

/* Whether the text of that number has a sign; it is not read. */
bool xlsx_strings_has(const struct xlsx_strings *, const char *number);

/* Appends the text of that number; false when there is none. */
bool xlsx_strings_put(const struct xlsx_strings *, const char *number,
    struct buf *);

/* Appends a text as it was typed: "_x000D_" is a character that XML cannot
 * hold, and XLSX_LINE stands for the end of a line. */
void xlsx_text_put(struct buf *, const char *s);
#define XLSX_LINE "\u2028"

#endif
