#ifndef CMD_H
#define CMD_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/conf.h"
#include "crypto/digest.h"
#include "crypto/hex.h"
#include "db/query.h"
#include "ds/ds.h"
#include "feed/feed_shape.h"
#include "index/words.h"
#include "table/csv_source.h"
#include "vectors/word_vectors.h"
#include "xml/xsl.h"

/* The options that commands share, each a bit of those that one takes. */
enum {
	OPTION_SOURCE = 1,
	OPTION_SCALE = 2,
	OPTION_SINCE = 4,
	OPTION_REFUSED = 8,
	OPTION_DRY_RUN = 16,
	OPTION_FORCE = 32,
	OPTION_YES = 64,
	OPTION_END = 128,
	OPTION_HOST = 256,
	OPTION_ALL = 1024,
	OPTION_FIELDS = 2048,
	OPTION_HTML = 4096,
	OPTION_ANEW = 512 /* "--force" too, of what is made */
};

/* As they were given; NULL and false when they were not. */
struct cmd_options {
	const char *source, *scale, *since, *refused, *host, *html;
	bool dry_run; /* the base is asked all and keeps nothing: db_dry_run */
	bool force;   /* though more than a tenth is lost */
	bool yes;     /* nobody is asked */
	bool fields;  /* of all records, and not the first ones */
	bool all;     /* of every feed */
	bool end;     /* of what the command begins */
};

/* The commands of guichet, which are in cmd_*.c and listed in guichet.c; and
 * what they share. */
struct cmd {
	struct conf conf;
	struct cmd_options options;
	struct db *db;
	struct xsl *xsl;              /* opened by the commands that render */
	struct word_vectors *vectors; /* likewise; NULL: none */
	const struct cmd_kind *kind;  /* of the command: cmd_file.h */
};

/* Runs a command with the operands that follow its words, as many as it is
 * declared with.  RC_BAD_PARAM, logged, when they are wrong. */
typedef enum rc cmd_handler(struct cmd *, int argc, char **argv);

/* cmd.c */
cmd_handler cmd_migrate, cmd_check;

/* cmd_setup.c */
cmd_handler cmd_setup;

/* cmd_aids.c */
cmd_handler cmd_import_aids, cmd_import_funded, cmd_export_funded, cmd_index;

/* cmd_places.c */
cmd_handler cmd_import_perimeters, cmd_perimeter_add, cmd_perimeter_rows,
    cmd_import_perimeter_ids;

/* cmd_backer.c */
cmd_handler cmd_backer_list, cmd_backer_show, cmd_backer_publish,
    cmd_backer_hide, cmd_backer_groups;

/* cmd_programs.c */
cmd_handler cmd_program_members, cmd_program_list, cmd_program_show,
    cmd_program_delete;

/* cmd_words.c */
cmd_handler cmd_import_keywords, cmd_export_keywords, cmd_import_projects,
    cmd_export_projects, cmd_import_place_words, cmd_export_place_words,
    cmd_families_propose;

/* cmd_demarches.c */
cmd_handler cmd_import_demarche, cmd_import_sources, cmd_export_sources,
    cmd_propose, cmd_report, cmd_demarche_offer, cmd_demarche_withdraw;

/* cmd_portal.c, cmd_portal_nginx.c */
cmd_handler cmd_portal_list, cmd_portal_show, cmd_portal_publish,
    cmd_portal_hide, cmd_portal_preview, cmd_portal_stats, cmd_portal_nginx;

/* cmd_status.c */
cmd_handler cmd_status;

/* cmd_drafts.c */
cmd_handler cmd_drafts, cmd_drafts_follow;

/* cmd_bulk.c */
cmd_handler cmd_bulk, cmd_export_aids, cmd_export_model;

/* cmd_feed.c */
cmd_handler cmd_feed_add, cmd_feed_set, cmd_feed_list, cmd_feed_show,
    cmd_feed_pause, cmd_feed_resume, cmd_feed_remove, cmd_import_feeds,
    cmd_export_feeds, cmd_import_shapes, cmd_export_shapes;

/* cmd_aid.c */
cmd_handler cmd_aid_show, cmd_aid_set, cmd_aid_hide, cmd_aid_publish,
    cmd_aid_withdraw, cmd_aid_merge, cmd_review, cmd_review_keep,
    cmd_review_take;

/* cmd_feed_words.c */
cmd_handler cmd_words, cmd_words_is, cmd_words_ignore, cmd_words_new,
    cmd_import_words, cmd_export_words;

/* cmd_duplicates.c */
cmd_handler cmd_duplicates, cmd_duplicates_same, cmd_duplicates_version,
    cmd_duplicates_different;

/* cmd_links.c */
cmd_handler cmd_links, cmd_links_list, cmd_export_links;

/* cmd_harvest.c */
cmd_handler cmd_harvest, cmd_harvest_log, cmd_harvest_report, cmd_feed_test;

/* cmd_deposit.c: links for backers, and the job that reads what came */
cmd_handler cmd_deposit_add, cmd_deposit_list, cmd_deposit_remove,
    cmd_deposit_run, cmd_deposit_take;

/* cmd_history.c */
cmd_handler cmd_history;

/* cmd_count.c */
cmd_handler cmd_count, cmd_stats;

/* ---- what they share ---- */

/* Opens the stylesheets of guichet index; false, logged, when one does not
 * compile.  command_run.c closes them. */
bool cmd_sheets(struct cmd *);

/* The shapes of feeds, and in the pool the stamp of an import by them
 * (import_stamp.h).  NULL, logged; else the caller frees them. */
struct feed_shapes *cmd_shapes(const struct cmd *, struct pool *,
    const char **stamp);

/* The whole of a file, malloc'ed; NULL, logged. */
char *cmd_file(const char *path, size_t *n);

/* Opens the table at path, or, when that is NULL, the one that comes with
 * Guichet, own.  False, logged; else the caller closes it. */
bool cmd_table(const struct cmd *, const char *path, const char *own,
    struct csv_source *);

/* Runs queries that change something, Q_NONE at the end, in a transaction of a
 * new version of the data, so that pages follow at the next request. */
enum rc cmd_change(struct cmd *, struct pool *, const enum query_id *,
    const struct arg *);
#define CHANGES(...) ((const enum query_id[]){ __VA_ARGS__, Q_NONE })

/* The same of what aids bear: they are rendered again within the transaction,
 * as reindex_aids says of its query and id. */
enum rc cmd_change_aids(struct cmd *, struct pool *, const enum query_id *,
    const struct arg *, enum query_id aids, long long id);

/* Another word that opens a page, and its digest: the word is told once, and
 * the digest kept, so that who reads the base or a backup of it opens nothing.
 * False, logged, when the system gives no randomness. */
enum { CMD_WORD = 2 * HEX_RANDOM };
bool cmd_make_word(char word[CMD_WORD + 1], char digest[DIGEST_HEX + 1]);

/* Prints a file. */
enum rc cmd_put(const struct buf *);

/* Whether what has that address is to be deleted: by --yes, or who types it
 * again; else logged. */
bool cmd_is_meant(const struct cmd *, const char *slug, const char *name);

/* Refreshes the statistics of tables, after many rows were written: plans that
 * were good for few would stay for minutes, and one was seen to run for seven.
 */
enum rc cmd_statistics(struct cmd *);

/* Opens DS, with the prefecture's key when one is set; logged when that fails.
 * The caller closes it, then frees the key; both may be NULL. */
enum rc cmd_ds(const struct conf *, struct ds **, char **key);

/* The state of a draft in the words of DS, which those who follow dossiers
 * know. */
const char *cmd_draft_state(const char *state);

#endif
