#ifndef CSV_DECODER_H
#define CSV_DECODER_H

#include <iconv.h>
#include <stdbool.h>

#include "base/buf.h"
#include "base/rc.h"
#include "table/csv_source.h"

/*
 * The text of a table as spreadsheets save it, in the encoding that they chose:
 * UTF-8 with or without a byte order mark, UTF-16 ("Unicode text"), or
 * Windows-1252, which is what French spreadsheets call CSV.
 *
 * It is read whole before its first block is given, for its last letter may
 * tell Windows-1252, and what is no text is refused before a row is taken.
 */

enum { CSV_BLOCK = 1 << 16 };

struct csv_decoder {
	struct csv_source *in;
	iconv_t convert;              /* from its encoding; NULL: it is UTF-8 */
	unsigned char raw[CSV_BLOCK]; /* raw_n bytes that are no whole letter */
	size_t raw_n, mark;           /* mark: bytes of the byte order mark */
	bool blank; /* control characters, which it has, become blanks */
	unsigned long long left; /* bytes of UTF-8 to come */
};

/*
 * Reads the source from where it begins (csv_source_again) to its end;
 * csv_decoder_next then gives it from its beginning.  The source must last as
 * long.  RC_BAD_PARAM, logged, for what is no text: a workbook, a text whose
 * UTF-8 is damaged here and there; and for a source that cannot be read to its
 * end.  The caller closes it in any case.
 */
enum rc csv_decoder_open(struct csv_decoder *, struct csv_source *);
void csv_decoder_close(struct csv_decoder *);

/* Appends the next block in UTF-8, past the byte order mark, of whole letters;
 * false at the end. */
bool csv_decoder_next(struct csv_decoder *, struct buf *to);

#endif
