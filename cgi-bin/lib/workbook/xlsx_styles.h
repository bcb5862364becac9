#ifndef XLSX_STYLES_H
#define XLSX_STYLES_H

#include "base/buf.h"
#include "workbook/xlsx_part.h"

/* How a workbook shows its numbers, which alone tells a day from a number. */

enum xlsx_kind { XLSX_NUMBER, XLSX_DAY, XLSX_PERCENT };

struct xlsx_styles {
	unsigned char *kind; /* of the n styles of cells, an xlsx_kind each */
	size_t n;
	bool from_1904; /* days count from 1904-01-01 */
};

/* Reads the part of that name, NULL or missing: all are numbers.  RC_BAD_PARAM,
 * logged, when it cannot be read, and when it has over 65,536 styles or 4,096
 * formats.  The caller frees it in any case. */
enum rc xlsx_styles_read(struct xlsx_styles *, struct xlsx_package *,
    const char *name);
void xlsx_styles_free(struct xlsx_styles *);

/* Appends a number of that style as text: "2027-03-31", with "T10:30:00" when
 * it has a time; "80%"; "1250.5".  A day that there is not, or not in the years
 * 1900 to 9999, stays the number that it is; what is no number stays. */
void xlsx_number_put(const struct xlsx_styles *, unsigned long style,
    const char *number, struct buf *);

/* What a format s shows: a day when it has a year or a day, out of quotation
 * marks and brackets. */
enum xlsx_kind xlsx_format_kind(const char *s);

#endif
