#ifndef FRAGMENT_H
#define FRAGMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * Templates: HTML that a stylesheet rendered ahead, with placeholders for what
 * is known only when a page is asked.  In a sheet a placeholder is an element
 * of the namespace FRAGMENT_NAMESPACE (prefix h); html.c writes it between
 * bytes that no text can hold:
 *
 *	<h:name of="x"/>	a value
 *	<h:name of="x">…</h:name>	is kept or left out; may hold others
 *	<option h:selected="x">	an attribute, kept when "chosen" keeps x
 *	<a h:href="/x/">	an address, which the value "query" ends
 *	<a h:carry="/x/?y=z">	the same, of the value "carry", of "&" or "?"
 *
 * Filled here: <h:until date="2027-03-03" min="2" max="30">…</h:until> is kept
 * when so many days are left until the date (min or max may be absent),
 * <h:days date="2027-03-03"/> is how many, and <h:first of="x">…</h:first> is
 * kept the first time that it stands there.  The others are the caller's.  A
 * date is written as its day since 1 January 1970.
 *
 * Rendering ahead makes a list of aids 2.4 times faster than rendering each
 * card when it is shown; "make bench" prints the price of a list.
 */
#define FRAGMENT_NAMESPACE "urn:guichet:placeholder"

enum { FRAGMENT_OPEN = 1, FRAGMENT_NAMED, FRAGMENT_CLOSE };

struct fragment_filler {
	/* Writes the value of a placeholder, as HTML. */
	void (*put)(void *arg, struct buf *, const char *name, const char *of);
	/* Whether the content of a placeholder stays. */
	bool (*keeps)(void *arg, const char *name, const char *of);
	void *arg;
	long day;         /* today, since 1 January 1970 */
	struct buf *said; /* the words of "first" so far, which the caller
			   * frees; NULL: each is kept */
};

/* Appends the n bytes of html, behind which a NUL must come, with its
 * placeholders filled.  Where they are broken, by a hand in the database, the
 * text stays and the marks go. */
void fragment_fill(struct buf *, const char *html, size_t n,
    const struct fragment_filler *);

/*
 * The same, parsed once, for what every page shows: pieces of HTML, each
 * followed by a placeholder.  The caller writes them in order; after a
 * placeholder whose content is not kept it goes on at the piece "after".
 */
struct fragment_piece {
	const char *html;
	size_t n;
	int placeholder; /* the caller's number; -1: none */
	size_t after;    /* the piece past the placeholder's content */
};
struct fragment {
	struct buf html;
	struct fragment_piece *piece;
	size_t pieces;
};

/* Parses f->html, which must not change after; number is called for each
 * placeholder and returns the caller's number of it, from 0 on.  Here "until"
 * and "days" are the caller's too. */
void fragment_read(struct fragment *,
    int (*number)(void *arg, const char *name, const char *of), void *arg);
/* Frees the HTML and the pieces, and empties the struct. */
void fragment_free(struct fragment *);

#endif
