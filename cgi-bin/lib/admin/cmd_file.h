#ifndef CMD_FILE_H
#define CMD_FILE_H

#include <assert.h>

#include "admin/cmd.h"
#include "base/pool.h"
#include "files/file_export.h"
#include "files/file_import.h"

/*
 * The commands that are the same of all that a file makes: a portal, a backer,
 * a programme.
 */
struct cmd_kind {
	const char *noun;    /* in messages, translated; masculine in French */
	const char *words;   /* what its commands begin with */
	const char *where;   /* where its addresses are told */
	const char *removed; /* what deleting one does */
	const char *manual;  /* of its file */
	const struct file_queries *file;
	enum query_id state;     /* by ARG_SLUG: STATE_OF */
	enum query_id slugs;     /* that begin alike: file_near_slugs */
	enum query_id remove[6]; /* by its id and slug; Q_NONE at the end */
	enum query_id aids;      /* that bear its name; Q_NONE: none do */
	/* Creates or changes one, and says what became of it. */
	enum rc (*import)(struct cmd *, struct pool *, const char *path);
	/* Says what is left to do once one is deleted; NULL: nothing. */
	void (*removed_next)(struct pool *, const char *slug);
};

/* The first columns of all states of files; a static_assert says that they
 * are. */
enum { STATE_ID, STATE_NAME };
#define STATE_OF(query) \
	static_assert(COLUMN(query, id) == STATE_ID && \
		COLUMN(query, name) == STATE_NAME, \
	    "what cmd_find reads")

/* Each beside its commands. */
extern const struct cmd_kind cmd_portals, cmd_backers, cmd_programs;

/* The kind whose commands begin so; NULL for those of no kind. */
const struct cmd_kind *cmd_kind(const char *words);

/* One that a command names: texts are in its pool. */
struct cmd_found {
	const struct cmd_kind *kind;
	struct pool *pool;
	const char *slug, *name;
	long long id;
	const struct arg *args; /* its id, its slug */
	struct result state;    /* its row */
};

/* Fills *f, whose pool the caller frees whatever comes of it.  RC_BAD_PARAM,
 * logged with what begins alike, when there is none of that address. */
enum rc cmd_find(struct cmd *, const struct cmd_kind *, const char *slug,
    struct cmd_found *f);

/* Deletes it, when that is meant. */
enum rc cmd_remove(struct cmd *, const struct cmd_found *);

/* Prints what became of one, in words that are translated. */
void cmd_say_of(const struct cmd_kind *, const char *slug, const char *what);

/* The same of an import. */
void cmd_say_end(const struct cmd_kind *, const char *slug, enum file_end);

/* create NAME, import FILE, export SLUG, delete SLUG, of o->kind. */
cmd_handler cmd_file_create, cmd_file_import, cmd_file_export, cmd_file_delete;

#endif
