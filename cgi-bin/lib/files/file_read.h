#ifndef FILE_READ_H
#define FILE_READ_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/pool.h"
#include "files/file_faults.h"
#include "files/file_record.h"

/* What an element holds. */
enum file_content {
	FILE_TEXT,
	FILE_RICH,     /* elements of HTML, or the name of a file of it */
	FILE_LOGO,     /* a picture: file_logo.h */
	FILE_PART,     /* a text, several times */
	FILE_RICH_PART /* likewise, of HTML */
};

/* An element: its attributes that must be there, in the order of struct
 * file_item; others that may, as words; and how many characters its text may
 * have, as the column of sql/schema.sql. */
struct file_kind {
	const char *name;
	enum file_content content;
	int of;     /* a field, or a part */
	size_t max; /* 0: as many as there are */
	const char *key, *title, *note, *others;
	size_t max_key; /* characters; 0: those of an address */
	bool may_be_empty;
};

/* A kind of file: its elements once more beside its RELAX NG grammar, for a
 * validator tells the first fault alone, and in words that only its authors
 * understand.  The grammar is for editors of XML, and the last word on what
 * this lets pass. */
struct file_grammar {
	const char *root, *ns, *manual;
	const char *attributes; /* of the root, beside its slug */
	const char *needed;     /* the element that must be there */
	size_t max_slug;
	const struct file_kind *kinds;
	size_t n;
	size_t most[FILE_PARTS]; /* of each part */
};

/*
 * Reads the tree of a file: elements that are not known, are there twice or are
 * missing, texts that are too long, are faults, all of them told.  What the
 * texts say, others check.  In the pool; the tree is changed.  False when the
 * root is of another kind: nothing more was read.
 */
bool file_read(struct file_faults *, struct pool *, xmlNodePtr root,
    const struct file_grammar *, struct file_record *);

/* An attribute of the root that is one of two words: 1, 0, -1 without it; any
 * other is a fault. */
int file_read_choice(struct file_faults *, struct pool *, xmlNodePtr root,
    const char *name, const char *yes, const char *no);

/* The name of the element of a field. */
const char *file_element(const struct file_grammar *, int field);

/* Whether it is a slug of so many characters at most: a-z, 0-9 and -, which
 * neither begins nor ends it. */
bool file_is_slug(const char *, size_t max);

#endif
