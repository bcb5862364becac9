#ifndef CONF_H
#define CONF_H

#include <stdint.h>

#include "base/rc.h"

/*
 * The settings: one file of "key = value" lines, documented in full by
 * conf/guichet.conf.example.  An unknown key is an error, so that a typing
 * mistake never passes for a default.
 */
struct conf {
	/* where things are */
	char *share_dir;        /* holds xsl/, sql/ */
	char *static_manifest;  /* names of the fingerprinted assets */
	char *database_options; /* MariaDB option file, read by the connector */
	char *account_host;     /* host part of the accounts: "localhost" */
	char *notice;           /* see version.h */
	char *tables_dir;       /* see tables.h; empty: none are written */
	char *exports_dir;      /* see bulk/bulk.h; empty: likewise */
	char *cache_dir;        /* of nginx: see free_space.h; empty: none */
	char *count_log;        /* of nginx: see count_run.h */
	char *max_requests;     /* a process ends after so many: a number */
	/* Démarches simplifiées */
	char *ds_url;          /* no trailing slash */
	char *https_proxy;     /* by which it is asked; "": none is set */
	char *ds_key_file;     /* holds the key of its GraphQL API; "": none */
	char *draft_retention; /* of a line of the journal: days */
	char *links_private;   /* "yes" or "no": see links/links.h */
	/* the site */
	char *base_url; /* https://guichet.example.gouv.fr, no trailing slash */
	char *other_hosts; /* names that the site is asked by besides; "" */
	char *theme;       /* "state" (DSFR) or "neutral" */
	char *stats;       /* "public" or "private": who reads /stats/ */
	char *site_name;
	char *brand; /* text of the brand block; | parts its lines */
	char *accessibility_date, *accessibility_results; /* of the audit */
	char *accessibility; /* "non conforme", "partiellement conforme"... */
	/* who answers for it: shown by the legal pages */
	char *operator_name, *operator_address, *publication_director;
	char *host_name, *host_address, *contact, *dpo, *log_retention;
};

/*
 * Reads path into *conf, defaults first.  The strings are malloc'ed and last
 * until conf_free.  RC_FAIL, logged with the line, when the file cannot be
 * read, has an unknown key, or a value is not one that the key allows.
 */
enum rc conf_load(struct conf *, const char *path);
void conf_free(struct conf *);

/* Calls fn for what is taken and may not be what was meant, in words of the
 * language chosen, with its line: a key that was said before, of which the last
 * line holds; ends of line of Windows.  A file that cannot be read has none. */
void conf_review(const char *path, void (*fn)(void *arg, const char *what),
    void *arg);

/* A hash of every setting, under its key: it changes when any of them does. */
uint64_t conf_fingerprint(const struct conf *);

/* Where a program keeps what only lasts while the machine runs: a folder of its
 * name beside the notice, /run/guichet/search. */
void conf_run_folder(const struct conf *, const char *program, char path[4096]);

/* The path in GUICHET_CONF, or the installed default. */
const char *conf_path(void);

#endif
