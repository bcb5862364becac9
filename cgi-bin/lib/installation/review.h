#ifndef REVIEW_H
#define REVIEW_H

#include <stdbool.h>

#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"

/* A review of the installation under way: "guichet check". */
struct review {
	const struct conf *conf;
	struct db *db; /* of the administrator */
	struct pool *pool;
	int faults;           /* how many lines report one */
	bool answers;         /* the site does at its address */
	int indexes, missing; /* of the schema */
	bool is_nginx;        /* the server of the site; false until asked */
};

/* Prints a line: what is right when fault is NULL; else the fault, and the
 * command that mends it unless mend is NULL. */
void review_line(struct review *, const char *what, const char *fault,
    const char *mend);

/* A line that is no fault, but that a public site should not have. */
void review_note(const char *what, const char *mend);

/* Notes that the certificate of that address ends soon, in seconds since 1970;
 * 0: it has none. */
void review_certificate(struct review *, const char *address, long long ends);

/* Whether the address of the site is of this machine alone: a demo. */
bool review_is_local(const struct conf *);

/* ---- its parts, in files of their own ---- */

/* check_site.c: the address of the site, whether it was set, and whether nginx
 * answers there; whether there is room on the disk of logs and of the database
 * when they are there, for an import needs some, and where nginx keeps pages
 * and jobs write. */
void check_site(struct review *);
void check_disk(struct review *);

/* check_site.c: whether the web server leads to each program, by a page of its
 * own, when the site answers; and to a page of a path, told as what. */
void check_pages(struct review *);
const char *check_page(struct review *, const char *path, const char *style);
const char *check_page_mend(void);

/* check_bulk.c: whether the files of "guichet bulk" are there, of what the base
 * holds now, or a run ago when that one was long; and whether the web server
 * gives them, when the site answers. */
void check_bulk(struct review *);
void check_bulk_given(struct review *);

/* check_machine.c: the units of Guichet that failed, or that are enabled and do
 * not run; settings that programs cannot read, or read before they were
 * changed; a backup that is late, or that nothing makes. */
void check_machine(struct review *);

/* check_machine.c: what the web server finds wrong with its files, as root. */
void check_web_server(struct review *);

/* How old the last backup of guichet-backup.timer is, in seconds; -1: its
 * folder has none.  False when there is no such folder, or one that only root
 * reads. */
bool machine_backup_age(long long *age);

/* The units of Guichet that systemd calls failed, with blanks between them, in
 * the pool; "" when there are none, or no systemd. */
const char *machine_failed_units(struct pool *);

/* check_ds.c: whether Démarches simplifiées answers, as the settings say; and
 * whether its key can be read, and not by all. */
void check_ds(struct review *);
void check_key(struct review *);

/* check_contents.c: a line for each kind of what the base holds, territories,
 * words, projects, sources of champs, aids, and what "guichet index" makes of
 * these.  What was never loaded is a fault. */
void check_contents(struct review *);

/* check_feeds.c: for each feed that does not rest, whether its last run was
 * taken, in time, and whole; and what is to be reviewed. */
void check_feeds(struct review *);

/* check_portals.c: for each portal, whether its question can still be read, its
 * host name answers, its looks are there, and the aids that it shows first. */
void check_portals(struct review *);

/* check_counted.c: whether what readers do is counted, when, and what keeps it
 * from being so; after check_site, which sees who answers. */
void check_counted(struct review *);

/* check_programs.c: for each program and job, whether its account holds every
 * right of its file, and no other that writes; for each program, whether its
 * socket is listened to. */
void check_accounts(struct review *);
void check_sockets(struct review *);

#endif
