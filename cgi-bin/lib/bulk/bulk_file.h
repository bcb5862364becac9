#ifndef BULK_FILE_H
#define BULK_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include <zlib.h>

#include "base/buf.h"
#include "crypto/digest.h"

enum { BULK_PATH = 4096 };

/* A file for nginx to send: as it is and packed, with its digest; never in
 * memory as a whole. */
struct bulk_file {
	const char *name;  /* "aids.csv" */
	const char *media; /* its type */
	unsigned long rows;
	unsigned long left_out; /* rows that its format cannot have */
	size_t bytes, packed;   /* once it is closed, as the next */
	char sha256[DIGEST_HEX + 1];
	char date[20]; /* of its bytes, in UTC: "2026-11-30T08:00:00" */
	bool linked;   /* it is the file of before */
	/* While it is open. */
	char path[BULK_PATH + 3];
	FILE *plain;
	gzFile gz;
	struct digest digest;
	bool bad;
};

/* Opens it in the folder dir.  false, with errno, when that fails; the caller
 * closes it in any case. */
bool bulk_file_open(struct bulk_file *, const char *dir);

/* Appends n bytes; a failure is told by bulk_file_close. */
void bulk_file_put(struct bulk_file *, const char *s, size_t n);
void bulk_file_puts(struct bulk_file *, const char *s);

/* Ends it: false, with errno, when it could not be written whole. */
bool bulk_file_close(struct bulk_file *);

#endif
