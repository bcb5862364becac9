#ifndef API_PAGE_H
#define API_PAGE_H

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/*
 * The envelope of AT's API, as <answer> of the document: @count, @previous and
 * @next, absolute addresses of the pages beside this one with all that was
 * asked, and the same in the Link header (RFC 8288).  Sheets write it,
 * xsl/api/lib/answer.xsl.
 */

/* Parameters of a list that has pages: rows for the tables of routes.  "size"
 * is the older name, and wins. */
#define API_PAGE_ROWS \
	{ .name = "page", .type = PARAM_UINT, .max = LONG_MAX }, \
	    { .name = "itemsPerPage", \
		    .type = PARAM_UINT, \
		    .alias = "page_size", \
		    .max = LONG_MAX }, \
	{ \
		.name = "size", .type = PARAM_UINT, .max = LONG_MAX \
	}

/* Which of the rows of a list are asked. */
struct api_page {
	size_t page; /* from 1 */
	size_t per;  /* rows of a page: 50, or what is asked, at most 100 */
	size_t from; /* rows before it */
};

struct api_page api_page_read(const struct request *);

/* How many of total rows that page has: 0 beyond the last. */
size_t api_page_window(const struct api_page *, size_t total);

/* Appends <answer> to the document, with what page it is of so many rows; NULL:
 * all rows are there.  extra, which may be NULL, is more of the query string of
 * the next page ("after=12"). */
xmlNodePtr api_page_put(struct context *, const struct request *,
    struct response *, const struct api_page *, size_t total,
    const char *extra);

/* Tells the address of the next page, when no number says it: one that goes on
 * after a key. */
void api_page_put_next(struct context *, struct response *, xmlNodePtr answer,
    const char *address);

/* The address of this request, absolute, without these parameters (words), and
 * with more of a query string. */
const char *api_page_address(struct context *, const struct request *,
    const char *without, const char *more);

#endif
