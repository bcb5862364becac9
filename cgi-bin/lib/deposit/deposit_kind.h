#ifndef DEPOSIT_KIND_H
#define DEPOSIT_KIND_H

/* A word for why a file, open for reading, is neither a workbook nor a text,
 * by its first bytes: "html", "json", "xls", "pdf", "packed"; NULL: it may be.
 */
const char *deposit_kind_refused(int fd);

#endif
