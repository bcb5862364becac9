#ifndef BACKER_READ_H
#define BACKER_READ_H

#include <stdbool.h>

#include "files/file_import.h"
#include "files/file_record.h"

/* The namespace of the elements of its file: guichet-fiche(5). */
#define BACKER_NS "urn:guichet:backer"

/* A backer as its file says it, and what the import of it finds. */

/* Its fields, and its only part. */
enum {
	BACKER_NAME,
	BACKER_GROUP,     /* by its name */
	BACKER_PERIMETER, /* by its name, a code or its id */
	BACKER_WEBSITE,
	BACKER_CONTACT,
	BACKER_DESCRIPTION,
	BACKER_LOGO /* its label: file_record.h has the rest */
};
enum { BACKER_SECTIONS };

struct backer_importing {
	struct file_import in; /* first: steps are given it */
	struct file_record r;
	int is_public; /* -1: as it is; a new one is */
	/* What it names; 0: nothing. */
	long long group, perimeter;
	bool is_hidden;
	/* Its aids bear another name, or lead to its page no more, or again. */
	bool is_seen_otherwise;
};

/*
 * Reads and checks the tree of a backer's file: what it says, and whether the
 * base has the group and the territory that it names, and no other backer of
 * its name.  All faults are told.  Errors of the database.
 */
enum rc backer_read(struct backer_importing *, xmlNodePtr root);

#endif
