#ifndef FEED_FILE_H
#define FEED_FILE_H

#include "feed/feed_bytes.h"
#include "feed/feed_table.h"

/* Called with a page, once its list was read, which is then null in it: what
 * the server says of the whole. */
typedef void feed_page_taker(void *arg, const json_t *page);

/* A file of aids that is open, and who takes what is in it. */
struct feed_file {
	const char *path; /* names it in messages */
	const struct feed_shapes *shapes;
	struct feed_bytes in;
	feed_taker *fn;
	feed_page_taker *page; /* or NULL */
	void *arg;
};

/* Logs why the file cannot be read, a message of N_(), with the line where it
 * stands: RC_BAD_PARAM. */
enum rc feed_file_refuse(const struct feed_file *, const char *why);

#endif
