/* cmd.c - what the administrator's commands share. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/schema.h"
#include "db/version.h"
#include "gen/queries/index.h"
#include "indexing/indexer.h"
#include "indexing/reindex.h"
#include "installation/check.h"
#include "installation/rights.h"

/* With the sheets of the indexer alone: what programs render they compile
 * themselves.  Without vectors aids are indexed all the same. */
bool
cmd_sheets(struct cmd *o)
{
	char path[4096];

	const char *why;

	snprintf(path, sizeof(path), "%s/xsl", o->conf.share_dir);
	o->vectors = word_vectors_open(o->conf.share_dir, &why);
	if (o->vectors == NULL)
		log_msg(_("no word vectors: %s"), gettext(why));
	return (o->xsl = xsl_open(path, indexer_sheets)) != NULL;
}

/* Tables and forms are small: what is read whole is bounded by buf_put_file. */
char *
cmd_file(const char *path, size_t *n)
{
	struct buf b = { 0 };
	const char *why;

	if ((why = buf_put_file(&b, path)) != NULL) {
		log_msg(_("cannot read \"%s\": %s"), path, gettext(why));
		buf_free(&b);
		return NULL;
	}
	*n = b.len;
	return b.data;
}

/* A name is of this machine, wherever the command was typed. */
bool
cmd_table(const struct cmd *o, const char *path, const char *own,
    struct csv_source *in)
{
	char own_path[4096];

	if (path == NULL) {
		snprintf(own_path, sizeof(own_path), "%s/sql/%s",
		    o->conf.share_dir, own);
		path = own_path;
	}
	if (csv_source_open(in, path))
		return true;
	log_msg(_("cannot read \"%s\": %s"), path, say_error(errno));
	return false;
}

/* A dry run wrote nothing that is there when it ends. */
enum rc
cmd_statistics(struct cmd *o)
{
	struct pool *pool;
	struct result res;
	enum rc rc;

	if (o->options.dry_run)
		return RC_OK;
	pool = pool_new();
	rc = query_run(o->db, pool, Q_STATISTICS, NULL, &res);
	pool_free(pool);
	return rc;
}

enum rc
cmd_change_aids(struct cmd *o, struct pool *pool, const enum query_id *query,
    const struct arg *args, enum query_id aids, long long id)
{
	unsigned long long version;
	struct result res;
	enum rc rc;

	if ((rc = db_begin(o->db)) != RC_OK)
		return rc;
	rc = version_bump(o->db, pool, &version);
	for (; rc == RC_OK && *query != Q_NONE; query++)
		rc = query_run(o->db, pool, *query, args, &res);
	if (rc == RC_OK && aids != Q_NONE)
		rc = reindex_aids(o->db, o->conf.share_dir, aids, id);
	if (rc == RC_OK)
		rc = db_commit(o->db);
	else
		db_rollback(o->db);
	return rc;
}

enum rc
cmd_change(struct cmd *o, struct pool *pool, const enum query_id *query,
    const struct arg *args)
{
	return cmd_change_aids(o, pool, query, args, Q_NONE, 0);
}

/* The key is the first word of its file. */
enum rc
cmd_ds(const struct conf *c, struct ds **ds, char **key)
{
	size_t n;

	*ds = NULL;
	*key = NULL;
	if (*c->ds_key_file != '\0') {
		if ((*key = cmd_file(c->ds_key_file, &n)) == NULL)
			return RC_FAIL;
		(*key)[strcspn(*key, " \t\r\n")] = '\0';
	}
	*ds = ds_open(c->ds_url, c->https_proxy, *key);
	return *ds != NULL ? RC_OK : RC_FAIL;
}

bool
cmd_make_word(char word[CMD_WORD + 1], char digest[DIGEST_HEX + 1])
{
	if (!hex_random(word, HEX_RANDOM)) {
		log_msg(_("the system gives no randomness"));
		return false;
	}
	digest_sha256(digest, word, CMD_WORD);
	return true;
}

/* It goes out as it was made, whatever is in it, for it is a file and no
 * message. */
enum rc
cmd_put(const struct buf *file)
{
	return fwrite(file->data, 1, file->len, stdout) < file->len ||
		fflush(stdout) != 0
	    ? RC_FAIL
	    : RC_OK;
}

/* Its address is typed again, for what is deleted does not come back; and no
 * letter of "yes" is the same in all languages. */
bool
cmd_is_meant(const struct cmd *o, const char *slug, const char *name)
{
	char line[260];

	if (o->options.yes)
		return true;
	if (!isatty(STDIN_FILENO)) {
		log_msg(_("nobody can be asked here: add --yes to delete "
			  "\"%s\""),
		    slug);
		return false;
	}
	fprintf(stderr,
	    _("This deletes \"%s\" (%s).  Type its address to go on: "), slug,
	    name);
	if (fgets(line, sizeof(line), stdin) == NULL)
		line[0] = '\0';
	line[strcspn(line, "\r\n")] = '\0';
	if (strcmp(line, slug) == 0)
		return true;
	log_msg(_("nothing was deleted"));
	return false;
}

/* ---- commands ---- */

/* guichet migrate: brings the schema and the rights of accounts to this
 * version.  It may be run again.  Rights come after tables, for MariaDB refuses
 * a right on a table that does not exist yet. */
enum rc
cmd_migrate(struct cmd *o, int argc, char **argv)
{
	enum rc rc = schema_migrate(o->db, o->conf.share_dir);

	(void)argc;
	(void)argv;
	if (rc == RC_OK)
		rc = rights_grant(o->db, &o->conf);
	if (rc == RC_OK)
		say(_("lists and rights: up to date"));
	return rc;
}

/* guichet check. */
enum rc
cmd_check(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return check_all(&o->conf, o->db);
}
