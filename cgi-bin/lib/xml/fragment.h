#ifndef FRAGMENT_H
#define FRAGMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * HTML that a stylesheet rendered ahead, with placeholders for what only the reader's
 * moment knows.  In a sheet, placeholders are elements of the namespace FRAGMENT_HOLE
 * (prefix h), which html.c writes as marks that no text can hold:
 *
 *	<h:name of="x"/>	a value
 *	<h:name of="x">…</h:name>	what is kept or left out; may hold others
 *	<option h:selected="x">	an attribute, kept when "chosen" says so of x
 *
 * Filled here: <h:until date="2027-03-03" min="2" max="30">…</h:until>, kept
 * when so many days are left until the date (min or max may be left out), and
 * <h:days date="2027-03-03"/>, how many.  The others are the caller's.  A date is
 * kept as its day since 1 January 1970.
 */
#define FRAGMENT_HOLE "urn:guichet:hole"

enum { FRAGMENT_OPEN = 1, FRAGMENT_NAMED, FRAGMENT_CLOSE };

struct fragment_filler {
	/* Writes the value of a placeholder, as HTML. */
	void (*put)(void *arg, struct buf *, const char *name, const char *of);
	/* Whether the content of a placeholder stays. */
	bool (*keeps)(void *arg, const char *name, const char *of);
	void *arg;
	long day; /* today, since 1 January 1970 */
};

/* Appends the n bytes of html with its placeholders filled.  What is broken, by a hand
 * in the database, leaves as it is, without its marks. */
void fragment_fill(struct buf *, const char *html, size_t n,
    const struct fragment_filler *);

/*
 * The same with its placeholders read once, for what every page shows: pieces of HTML,
 * a placeholder behind each.  The caller goes through them; what is not kept ends where
 * the piece after begins.
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

/* Reads the placeholders of html again, each numbered by a function, from 0 on.  Those
 * that fragment_fill fills itself are the caller's too. */
void fragment_read(struct fragment *,
    int (*number)(void *arg, const char *name, const char *of), void *arg);
void fragment_free(struct fragment *);

#endif
