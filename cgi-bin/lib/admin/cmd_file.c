/* cmd_file.c - commands: what is the same of all that a file makes. */

#include <string.h>

#include "admin/cmd_file.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "files/file_near.h"

/* Each kind is a table of what differs: its words, queries and grammar. */
static const struct cmd_kind *const kinds[] = { &cmd_portals, &cmd_backers,
	&cmd_programs };

const struct cmd_kind *
cmd_kind(const char *words)
{
	size_t n = strcspn(words, " ");

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strlen(kinds[i]->words) == n &&
		    strncmp(words, kinds[i]->words, n) == 0)
			return kinds[i];
	return NULL;
}

/* A name that was mistyped begins as the right one does. */
static enum rc
say_none(struct cmd *o, const struct cmd_found *f)
{
	const char *near, *noun = gettext(f->kind->noun);
	enum rc rc = file_near_slugs(o->db, f->pool, f->kind->slugs, f->slug,
	    &near);

	if (rc != RC_OK)
		return rc;
	if (near != NULL)
		log_msg(_("there is no %s \"%s\"; these begin alike: %s"), noun,
		    f->slug, near);
	else
		log_msg(_("there is no %s \"%s\": %s"), noun, f->slug,
		    gettext(f->kind->where));
	return RC_BAD_PARAM;
}

/* The row of its state tells who sees it; what is there is found by its slug
 * alone, for no administrator knows an id. */
enum rc
cmd_find(struct cmd *o, const struct cmd_kind *k, const char *slug,
    struct cmd_found *f)
{
	const struct value *v;
	enum rc rc;

	*f = (struct cmd_found){ k, .pool = pool_new(), .slug = slug };
	arg_text(f->pool, &f->args, ARG_SLUG, slug);
	rc = query_run(o->db, f->pool, k->state, f->args, &f->state);
	if (rc != RC_OK || f->state.rows == 0)
		return rc != RC_OK ? rc : say_none(o, f);
	v = result_row(&f->state, k->state, 0);
	f->id = rows_int(&v[STATE_ID], 0);
	f->name = v[STATE_NAME].s;
	arg_int(f->pool, &f->args, k->file->id, f->id);
	return RC_OK;
}

void
cmd_say_of(const struct cmd_kind *k, const char *slug, const char *what)
{
	say(_("%s \"%s\": %s"), gettext(k->noun), slug, what);
}

void
cmd_say_end(const struct cmd_kind *k, const char *slug, enum file_end end)
{
	cmd_say_of(k, slug,
	    end == FILE_ADDED      ? _("added")
		: end == FILE_SAME ? _("nothing changed")
				   : _("changed"));
}

/* The file to begin with, which import writes. */
enum rc
cmd_file_create(struct cmd *o, int argc, char **argv)
{
	const struct cmd_kind *k = o->kind;
	struct pool *pool = pool_new();
	struct buf file = { 0 };
	const char *slug;
	enum rc rc = file_start(o->db, pool, k->file, k->state, argv[0],
	    pool_printf(pool,
		_(" to be completed, see %s; next: guichet %s import FILE "),
		k->manual, k->words),
	    &slug, &file);

	(void)argc;
	if (rc == RC_OK)
		rc = cmd_put(&file);
	else if (rc == RC_BAD_PARAM && *slug != '\0')
		log_msg(_("there is a %s of that address: guichet %s export "
			  "%s"),
		    gettext(k->noun), k->words, slug);
	else if (rc == RC_BAD_PARAM)
		log_msg(_("a name has letters or digits"));
	buf_free(&file);
	pool_free(pool);
	return rc;
}

/* What is created and what is changed is told by the file alone, so that the
 * same line does both. */
enum rc
cmd_file_import(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	enum rc rc = o->kind->import(o, pool, argv[0]);

	(void)argc;
	pool_free(pool);
	return rc;
}

/* What import reads. */
enum rc
cmd_file_export(struct cmd *o, int argc, char **argv)
{
	struct buf file = { 0 };
	struct cmd_found f;
	enum rc rc = cmd_find(o, o->kind, argv[0], &f);

	(void)argc;
	if (rc == RC_OK)
		rc = file_export(o->db, f.pool, o->kind->file, f.id, &file);
	if (rc == RC_OK)
		rc = cmd_put(&file);
	buf_free(&file);
	pool_free(f.pool);
	return rc;
}

/* The caller has found it, and says what goes with it. */
enum rc
cmd_remove(struct cmd *o, const struct cmd_found *f)
{
	enum rc rc = RC_BAD_PARAM;

	if (cmd_is_meant(o, f->slug, f->name))
		rc = cmd_change_aids(o, f->pool, f->kind->remove, f->args,
		    f->kind->aids, f->id);
	if (rc == RC_OK)
		cmd_say_of(f->kind, f->slug, gettext(f->kind->removed));
	if (rc == RC_OK && f->kind->removed_next != NULL)
		f->kind->removed_next(f->pool, f->slug);
	return rc;
}

enum rc
cmd_file_delete(struct cmd *o, int argc, char **argv)
{
	struct cmd_found f;
	enum rc rc = cmd_find(o, o->kind, argv[0], &f);

	(void)argc;
	if (rc == RC_OK)
		rc = cmd_remove(o, &f);
	pool_free(f.pool);
	return rc;
}
