#ifndef FILE_IMPORT_H
#define FILE_IMPORT_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"
#include "files/file_export.h"
#include "files/file_faults.h"

/* What became of it. */
enum file_end { FILE_ADDED, FILE_CHANGED, FILE_SAME };

/* The import of a file: a kind of file puts it at the head of its own. */
struct file_import {
	struct db *db;
	struct pool *pool;
	const struct conf *conf;
	struct file_faults faults; /* its file, too */
	long long id;              /* 0: it is not there yet */
	enum file_end end;
};

/* The steps of a kind of file.  What is wrong is told as a fault, whatever a
 * step returns; errors of the database end the import. */
struct file_steps {
	const char *grammar; /* its RELAX NG, a path below xsl/ */
	const char *manual;
	/* Elements that are known by their texts, as words; others by their
	 * attributes, or their names alone. */
	const char *by_text;
	/* Reads and checks what it says; nothing was written yet. */
	enum rc (*read)(struct file_import *, xmlNodePtr root);
	/* Finds the id, within the transaction; the last to tell faults. */
	enum rc (*find)(struct file_import *);
	/* Writes its rows; sets the id of a new one. */
	enum rc (*write)(struct file_import *);
	const struct file_queries *queries; /* write the file that rows make */
};

/*
 * Creates or changes what a file is of, whole, in one transaction, as a new
 * version of the data.  All that is wrong is told, and then nothing is written:
 * RC_BAD_PARAM.  A file that says what is there already changes nothing, and
 * keeps the version: that is what is exported, before and after.  What was
 * there and is in the file no more is told.  Errors of the database.
 */
enum rc file_import(struct file_import *, const struct file_steps *);

#endif
