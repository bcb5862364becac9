#ifndef ROW_PACK_H
#define ROW_PACK_H

#include "db/db.h"

/*
 * A row as bytes without pointers, for the row store (row_store.h): a cell for
 * each value, then the texts and the numbers that are long.  It is aligned, and
 * so are its texts, for integers, and rows may follow each other.
 */

/* The bytes that it takes: a multiple of ROW_ALIGN, under 4 GB. */
enum { ROW_ALIGN = 8 };
size_t row_pack_size(const struct value *row, unsigned columns);

/* Writes it; returns its end. */
void *row_pack(void *to, const struct value *row, unsigned columns);

/* The row, its texts where they are packed; returns its end. */
const void *row_unpack(const void *packed, struct value *row, unsigned columns);

/* Its first column. */
struct value row_pack_key(const void *packed);

#endif
