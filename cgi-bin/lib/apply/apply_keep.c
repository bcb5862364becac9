/* apply_keep.c - answers that are kept in a file, and brought back. */

#include <stdlib.h>
#include <string.h>

#include "apply/answers_form.h"
#include "apply/apply_keep.h"
#include "apply/apply_send.h"
#include "apply/draft.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/apply.h"
#include "payload/payload.h"
#include "text/day.h"
#include "web/multipart.h"
#include "xml/xml.h"

/* Of what has no place here, so many are named, and so much is shown. */
enum { DROPPED = 50, SHOWN = 100 };

bool
apply_keeps(const struct request *req)
{
	return req->format != NULL && strcmp(req->format, "answers") == 0;
}

bool
apply_brings(const struct request *req)
{
	return multipart_is(req->media);
}

/* ---- out ---- */

/* Says when the answers have become a draft.  The key of the form stays out of
 * the file: it opens the draft, to whoever has it. */
static enum rc
put_made(struct application *x)
{
	char day[11];
	enum rc rc;

	if (x->token.age == FORM_NONE || x->answers->fault != NULL)
		return RC_OK;
	rc = payload_make(x->ctx->pool, x->demarche, x->answers, NULL,
	    &x->payload);
	if (rc == RC_OK)
		rc = apply_made(x, day);
	if (rc == RC_OK && *day != '\0')
		xml_set(x->to, "made", day);
	return rc;
}

enum rc
apply_keep(struct application *x)
{
	const struct known *siren = answers_get(x->answers, "authority.siren",
	    -1);
	enum rc rc;

	application_begin_step(x, "keep");
	if ((rc = put_made(x)) != RC_OK)
		return rc;
	if (siren != NULL)
		xml_set(x->to, "siren", siren->v);
	if (x->authority.n == 1)
		xml_set_int(x->to, "perimeter", x->authority.id[0]);
	answers_form_carry(answers_new(x->ctx->pool, x->m->facts,
			       x->m->territory),
	    &x->form, x->to);
	x->resp->filename = pool_printf(x->ctx->pool, "reponses-%s-%s.xml",
	    x->slug, x->req->today);
	/* It has personal data in it: no copy but the reader's. */
	x->resp->is_private = false;
	return RC_OK;
}

/* ---- in ---- */

static bool
is_other(const struct application *x)
{
	const struct answers_file *f = x->file;

	return f->aid == NULL || strcmp(f->aid, x->slug) != 0 ||
	    f->demarche == NULL ||
	    strtoul(f->demarche, NULL, 10) != x->demarche->number;
}

static void
add(struct application *x, const char *name, const char *value)
{
	if (value != NULL)
		x->form.field[x->form.n++] = (struct urlencoded_field){ name,
			value };
}

/* What is brought back gets a key of its own, whatever the file says: a key
 * that another person chose would open this reader's draft to them. */
static void
fill_form(struct application *x)
{
	const struct answers_file *f = x->file;

	x->form.field = pool_take(x->ctx->pool,
	    (f->fields.n + 2) * sizeof(*x->form.field));
	for (size_t i = 0; i < f->fields.n; i++)
		if (answers_form_asked(x->answers, x->demarche,
			f->fields.field[i].name) != NULL)
			add(x, f->fields.field[i].name,
			    f->fields.field[i].value);
	/* Identifiers of perimeters are the base's own: a file may be older. */
	if (f->siren != NULL)
		add(x, "authority", f->siren);
	else
		add(x, "perimeter_id", f->perimeter);
}

enum rc
apply_bring(struct application *x)
{
	struct pool *pool = x->ctx->pool;
	struct answers_file *file = pool_take(pool, sizeof(*file));
	const struct multipart_part *part;
	struct multipart body;
	enum rc rc = multipart_read(pool, x->req->media, x->req->body,
	    x->req->body_n, &body);

	if (rc != RC_OK || (part = multipart_get(&body, "file")) == NULL)
		return response_refuse(x->resp, "file", NULL, "file");
	answers_file_read(pool, part->data, part->n, file);
	x->file = file;
	if (file->fault == NULL)
		fill_form(x);
	return RC_OK;
}

/* ---- what is said of it ---- */

/* The aid that the file is of, when it is still here. */
static enum rc
put_other(struct application *x, xmlNodePtr to)
{
	struct pool *pool = x->ctx->pool;
	const struct arg *args = x->ctx->args;
	struct result res;
	xmlNodePtr n = xml_add(to, "other");
	const char *aid = x->file->aid;
	enum rc rc;

	if (aid == NULL || !str_is_ascii(aid) || strlen(aid) > 200)
		return RC_OK;
	arg_text(pool, &args, DEMARCHES_OF_AID_IN_SLUG, aid);
	rc = query_run(x->ctx->db, pool, Q_DEMARCHES_OF_AID, args, &res);
	if (rc == RC_OK && res.rows > 0) {
		xml_set(n, "slug", demarches_of_aid_row(&res, 0)->slug.s);
		xml_text(n, demarches_of_aid_row(&res, 0)->name.s,
		    strlen(demarches_of_aid_row(&res, 0)->name.s));
	}
	return rc;
}

static const char *
cut(struct pool *pool, const char *s)
{
	return pool_strndup(pool, s, str_cut(s, SHOWN));
}

/* One of them, as its field was: whose it is, its line, what was chosen. */
static void
put_one_dropped(struct application *x, const struct urlencoded_field *field,
    xmlNodePtr to)
{
	struct pool *pool = x->ctx->pool;
	int line;
	const struct fact *f = answers_form_fact(x->answers, field->name,
	    &line);
	const struct fact_value *v;
	xmlNodePtr n;

	if (f == NULL)
		f = facts_find(x->m->facts, field->name);
	v = f != NULL ? fact_value(f, field->value) : NULL;
	n = xml_add_text(to, "dropped",
	    v != NULL ? v->label : cut(pool, field->value));
	xml_set(n, "name", cut(pool, field->name));
	if (f == NULL)
		return;
	xml_set(n, "type", f->type_name);
	xml_set(n, "theme", f->theme_label);
	xml_set(n, "label", f->label);
	if (line >= 0)
		xml_set_int(n, "line", line + 1);
}

static void
put_dropped(struct application *x, xmlNodePtr to)
{
	const struct urlencoded *f = &x->file->fields;
	unsigned n = 0;

	for (size_t i = 0; i < f->n && n < DROPPED; i++) {
		/* What is empty is no loss. */
		if (*f->field[i].value == '\0' ||
		    answers_form_asked(x->answers, x->demarche,
			f->field[i].name) != NULL)
			continue;
		put_one_dropped(x, &f->field[i], to);
		n++;
	}
}

/* What a file says is a day, when it is one. */
static void
set_day(xmlNodePtr n, const char *name, const char *day)
{
	const char *end = day != NULL ? day_read(day, NULL) : NULL;

	if (end != NULL && *end == '\0')
		xml_set(n, name, day);
}

enum rc
apply_put_brought(struct application *x)
{
	xmlNodePtr n;
	enum rc rc = RC_OK;

	if (x->file == NULL)
		return RC_OK;
	n = xml_add(x->to, "brought");
	xml_set(n, "fault", x->file->fault);
	if (x->file->fault != NULL)
		return RC_OK;
	set_day(n, "saved", x->file->saved);
	if (is_other(x))
		rc = put_other(x, n);
	else
		set_day(n, "made", x->file->made);
	put_dropped(x, n);
	return rc;
}
