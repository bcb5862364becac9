/*
 * program_file.c - programmes as files.
 *
 * Whatever a file says of a programme is a fact of a date and of somebody, but
 * for its name and the words that present it.  A programme is known by its
 * slug, as backers are (backer_file.c).
 */

#include <assert.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "files/file_read.h"
#include "gen/queries/programs.h"
#include "indexing/reindex.h"
#include "programs/program_file.h"

/* The namespace of the elements of its file: guichet-fiche(5). */
#define PROGRAM_NS "urn:guichet:program"

/* Its fields: what presents it, of no date. */
enum { PROGRAM_NAME, PROGRAM_SHORT, PROGRAM_DESCRIPTION };

/* Kinds of facts: the parts of a file, and what the rows are called. */
enum program_kind {
	PROGRAM_AIM,
	PROGRAM_PUBLIC,
	PROGRAM_OFFER,
	PROGRAM_PARTNERS,
	PROGRAM_CONTACT,
	PROGRAM_TABS,
	PROGRAM_QUESTIONS,
	PROGRAM__KINDS
};
static const char *const kind_names[] = { "aim", "public", "offer", "partners",
	"contact", "tab", "question" };

/* Of a fact: its date, and who says it. */
#define FACT .key = "vintage", .max_key = MAX_VINTAGE, .note = "source"
enum { MAX_VINTAGE = 40 };

/* How many characters each may have, the columns of sql/schema.sql say. */
static const struct file_kind kinds[] = {
	{ "name", FILE_TEXT, PROGRAM_NAME, .max = 255 },
	{ "short-description", FILE_TEXT, PROGRAM_SHORT, .max = 500 },
	{ "description", FILE_RICH, PROGRAM_DESCRIPTION, .max = 0 },
	{ "aim", FILE_RICH_PART, PROGRAM_AIM, FACT },
	{ "public", FILE_RICH_PART, PROGRAM_PUBLIC, FACT },
	{ "offer", FILE_RICH_PART, PROGRAM_OFFER, FACT },
	{ "partners", FILE_RICH_PART, PROGRAM_PARTNERS, FACT },
	{ "contact", FILE_RICH_PART, PROGRAM_CONTACT, FACT },
	{ "tab", FILE_RICH_PART, PROGRAM_TABS, FACT, .title = "title" },
	{ "question", FILE_RICH_PART, PROGRAM_QUESTIONS, FACT,
	    .title = "title" },
};

/* A fact is there once; of tabs and questions, as many as a page bears. */
static const struct file_grammar grammar = { .root = "program",
	.ns = PROGRAM_NS,
	.manual = "guichet-fiche(5)",
	.needed = "name",
	.max_slug = 255,
	.kinds = kinds,
	.n = sizeof(kinds) / sizeof(kinds[0]),
	.most = { [PROGRAM_AIM] = 1,
	    [PROGRAM_PUBLIC] = 1,
	    [PROGRAM_OFFER] = 1,
	    [PROGRAM_PARTNERS] = 1,
	    [PROGRAM_CONTACT] = 1,
	    [PROGRAM_TABS] = 20,
	    [PROGRAM_QUESTIONS] = 50 } };

/* What an import goes through. */
struct program_importing {
	struct file_import in; /* first: steps are given it */
	struct file_record r;
	bool is_renamed;
};

/* ---- what is wrong ---- */

/* Two tabs or two questions of one title would look alike. */
static void
check_facts(struct program_importing *x, const struct file_items *of,
    const char *name)
{
	for (size_t i = 0; i < of->n; i++) {
		const struct file_item *f = &of->item[i];

		for (size_t k = 0; k < i; k++)
			if (f->title != NULL && of->item[k].title != NULL &&
			    strcmp(f->title, of->item[k].title) == 0)
				file_fault(&x->in.faults, f->at, name,
				    _("\"%s\" is on line %ld already"),
				    f->title, of->item[k].at.line);
	}
}

/* Names are each one programme's, for feeds know it by that. */
static enum rc
check_name(struct program_importing *x)
{
	const struct file_value *v = &x->r.field[PROGRAM_NAME];
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (v->s == NULL || x->r.slug == NULL)
		return RC_OK;
	arg_text(x->in.pool, &args, ARG_NAME, v->s);
	rc = query_run(x->in.db, x->in.pool, Q_PROGRAM_NAME_OF, args, &res);
	if (rc == RC_OK && res.rows > 0 &&
	    strcmp(program_name_of_row(&res, 0)->slug.s, x->r.slug) != 0)
		file_fault(&x->in.faults, v->at, "name",
		    _("the programme \"%s\" has that name: change its file "
		      "instead"),
		    program_name_of_row(&res, 0)->slug.s);
	return rc;
}

/* ---- the steps ---- */

/* What the file says, and whether its name is free. */
static enum rc
program_step_read(struct file_import *in, xmlNodePtr root)
{
	struct program_importing *x = (struct program_importing *)in;

	if (!file_read(&in->faults, in->pool, root, &grammar, &x->r))
		return RC_OK;
	for (int k = 0; k < PROGRAM__KINDS; k++)
		check_facts(x, &x->r.part[k], kind_names[k]);
	return check_name(x);
}

/* A new one is one that no feed named by that slug. */
static enum rc
program_step_find(struct file_import *in)
{
	struct program_importing *x = (struct program_importing *)in;
	const char *name = x->r.field[PROGRAM_NAME].s;
	const struct program_state_row *row;
	const struct arg *args = NULL;
	char slug[256];
	struct result res;
	enum rc rc;

	arg_text(in->pool, &args, ARG_SLUG, x->r.slug);
	rc = query_run(in->db, in->pool, Q_PROGRAM_STATE, args, &res);
	if (rc == RC_OK && res.rows > 0) {
		row = program_state_row(&res, 0);
		in->id = rows_int(&row->id, 0);
		x->is_renamed = rows_int(&row->aids, 0) > 0 &&
		    strcmp(row->name.s, name) != 0;
	} else if (rc == RC_OK &&
	    strcmp(str_slug(slug, sizeof(slug), name), x->r.slug) != 0) {
		file_fault(&in->faults, x->r.at, "slug",
		    _("no programme has the address \"%s\", and a new one of "
		      "that name has the address \"%s\""),
		    x->r.slug, slug);
	}
	return rc;
}

/* The programme itself, and that it has a file. */
static enum rc
write_row(struct program_importing *x)
{
	const struct file_import *in = &x->in;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = RC_OK;

	arg_text(in->pool, &args, ARG_NAME, x->r.field[PROGRAM_NAME].s);
	arg_text(in->pool, &args, ARG_SLUG, x->r.slug);
	if (in->id == 0) {
		rc = query_run(in->db, in->pool, Q_PROGRAM_NEW, args, &res);
		if (rc == RC_OK)
			x->in.id = (long long)res.last_id;
		arg_int(in->pool, &args, ARG_ID, in->id);
	} else {
		arg_int(in->pool, &args, ARG_ID, in->id);
		rc = query_run(in->db, in->pool, Q_PROGRAM_FILE_BEGIN, args,
		    &res);
	}
	arg_text(in->pool, &args, PROGRAM_WRITE_IN_SHORT,
	    x->r.field[PROGRAM_SHORT].s);
	arg_text(in->pool, &args, ARG_DESCRIPTION,
	    x->r.field[PROGRAM_DESCRIPTION].s);
	if (rc == RC_OK)
		rc = query_run(in->db, in->pool, Q_PROGRAM_WRITE, args, &res);
	return rc == RC_OK
	    ? query_run(in->db, in->pool, Q_PROGRAM_FILE_WRITE, args, &res)
	    : rc;
}

/* The facts of a kind, in the order of the file. */
static enum rc
write_facts(struct program_importing *x, enum program_kind kind)
{
	const struct file_items *of = &x->r.part[kind];
	const struct file_import *in = &x->in;
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < of->n; i++) {
		const struct arg *args = NULL;
		struct result res;

		arg_text(in->pool, &args, ARG_SLUG, x->r.slug);
		arg_text(in->pool, &args, ARG_KIND, kind_names[kind]);
		arg_int(in->pool, &args, ARG_POSITION, (long long)i + 1);
		arg_text(in->pool, &args, ARG_TITLE, of->item[i].title);
		arg_text(in->pool, &args, ARG_BODY, of->item[i].text);
		arg_text(in->pool, &args, ARG_VINTAGE, of->item[i].key);
		arg_text(in->pool, &args, ARG_SOURCE, of->item[i].note);
		rc = query_run(in->db, in->pool, Q_PROGRAM_FACT_ADD, args,
		    &res);
	}
	return rc;
}

static_assert(COLUMN(program_aids, id) == 0, "what reindex_aids asks for");

/* Facts are written anew: they are a few.  Its aids last. */
static enum rc
program_step_write(struct file_import *in)
{
	struct program_importing *x = (struct program_importing *)in;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = write_row(x);

	arg_text(in->pool, &args, ARG_SLUG, x->r.slug);
	if (rc == RC_OK)
		rc = query_run(in->db, in->pool, Q_PROGRAM_FACTS_CLEAR, args,
		    &res);
	for (int k = 0; rc == RC_OK && k < PROGRAM__KINDS; k++)
		rc = write_facts(x, (enum program_kind)k);
	return rc == RC_OK && x->is_renamed
	    ? reindex_aids(in->db, in->conf->share_dir, Q_PROGRAM_AIDS, in->id)
	    : rc;
}

static const enum query_id parts[] = { Q_PROGRAM_EXPORT_FACTS, Q_NONE };
const struct file_queries program_queries = { PROGRAM_NS, ARG_ID,
	Q_PROGRAM_EXPORT, parts, Q_PROGRAM_START, 255 };

enum rc
program_import(struct db *db, const struct conf *conf, struct pool *pool,
    const char *path, struct program_imported *made)
{
	static const struct file_steps steps = { "programs/program.rng",
		"guichet-fiche(5)", NULL, program_step_read, program_step_find,
		program_step_write, &program_queries };
	struct program_importing x = {
		.in = { .db = db,
		    .pool = pool,
		    .conf = conf,
		    .faults = { path, pool, NULL, 0 } }
	};
	enum rc rc = file_import(&x.in, &steps);

	*made = (struct program_imported){ x.r.slug, x.in.end };
	return rc;
}
