/* apply.c - what an application works with, who comes to it, and what a
 * démarche asks. */

#include <stdlib.h>
#include <string.h>

#include "apply/apply.h"
#include "base/log.h"
#include "db/rows.h"
#include "ds/champ_when.h"
#include "gen/constants.h"
#include "gen/queries/apply.h"
#include "payload/label_department.h"
#include "payload/payload_link.h"
#include "payload/source_parse.h"
#include "question/question_read.h"
#include "territory/place_read.h"
#include "xml/xml.h"

static void
forget_demarches(struct apply_memory *m)
{
	while (m->n > 0)
		pool_free(m->pool[--m->n]);
}

/* The key of the prefecture is for the job that follows drafts: not for
 * here. */
enum rc
apply_refresh(struct apply_memory *m, struct context *ctx)
{
	const struct conf *c = ctx->conf;
	enum rc rc;

	if (m->ds == NULL &&
	    (m->ds = ds_open(c->ds_url, c->https_proxy, NULL)) == NULL)
		return RC_FAIL;
	facts_free(m->facts);
	m->facts = NULL;
	territory_free(m->territory);
	m->territory = NULL;
	forget_demarches(m);
	gazetteer_doubt(ctx->places);
	rc = form_secret_read(ctx->db, ctx->pool, m->secret);
	if (rc == RC_OK)
		rc = facts_load(ctx->db, &m->facts);
	if (rc == RC_OK)
		rc = territory_load(ctx->db, ctx->places, &m->territory);
	return rc;
}

void
apply_forget(struct apply_memory *m)
{
	facts_free(m->facts);
	territory_free(m->territory);
	forget_demarches(m);
	if (m->ds != NULL)
		ds_close(m->ds);
}

enum rc
apply_demarche(struct apply_memory *m, struct db *db, unsigned number,
    const struct demarche **to)
{
	struct demarche *d;
	struct pool *pool;
	enum rc rc;

	for (size_t i = 0; i < m->n; i++) {
		if (m->demarche[i]->number == number) {
			*to = m->demarche[i];
			return RC_OK;
		}
	}
	/* One request asks for one démarche, so nobody still holds these. */
	if (m->n == APPLY_DEMARCHES)
		forget_demarches(m);
	/* Of one that is not there nothing stays. */
	pool = pool_new();
	if ((rc = demarche_load(db, pool, number, &d)) != RC_OK) {
		pool_free(pool);
		return rc;
	}
	sources_parse(pool, m->facts, d);
	champ_when_read(pool, d);
	label_departments(pool, m->territory, d);
	m->pool[m->n] = pool;
	*to = m->demarche[m->n++] = d;
	return RC_OK;
}

enum rc
apply_put_choices(struct context *ctx, const struct authority *found,
    long long aid, xmlNodePtr to)
{
	struct value *ids = pool_take(ctx->pool, found->n * sizeof(*ids));
	const struct arg *args = NULL;

	for (size_t i = 0; i < found->n; i++)
		ids[i] = (struct value){ VALUE_INT, found->id[i], NULL, 0 };
	arg_list(ctx->pool, &args, AUTHORITY_CHOICES_IN_IDS, ids, found->n);
	if (aid != 0)
		arg_int(ctx->pool, &args, AUTHORITY_CHOICES_IN_AID, aid);
	return rows_query(ctx->db, ctx->pool, Q_AUTHORITY_CHOICES, args, to,
	    NULL, NULL);
}

/* ---- where and who asks ---- */

enum rc
apply_asker_read(struct context *ctx, const struct request *req,
    struct response *resp, const char *from, struct apply_asker *to)
{
	const char *own = question_carry(ctx->pool, req, NULL, NULL);
	/* What it says of unknown places is said by the pages of the search. */
	struct response unseen = { .root = NULL };
	struct place p = { .nasked = 0 };
	struct param_values who;
	struct param_fault fault;
	struct request asker;
	enum rc rc;

	*to = (struct apply_asker){ 0, NULL };
	from = own != NULL ? own + 1 : from;
	if (from == NULL ||
	    request_with_query(req, ctx->pool, question_where_params, from,
		&asker, &fault) != RC_OK)
		return RC_OK;
	unseen.root = xmlDocGetRootElement(xml_page(ctx->pool, "asker"));
	unseen.asked = xml_add(unseen.root, "asked");
	rc = place_read(ctx, &asker, &unseen, &p);
	if (rc != RC_OK)
		return rc;
	question_carry(ctx->pool, &asker, &p, resp->asked);
	who = request_values(&asker, "organization_type_slugs");
	if (p.nasked == 1)
		to->perimeter = p.asked[0];
	if (who.n == 1)
		to->structure = who.v[0].s;
	return RC_OK;
}

/* ---- what a démarche asks ---- */

/* Length of the label before the department that it names ("Arrondissement
 * (01 - Ain)"); 0 when it names none. */
static size_t
before_department(const struct champ *c)
{
	const char *open = strrchr(c->label, '(');

	return *c->department != '\0' && open != NULL
	    ? (size_t)(open - c->label)
	    : 0;
}

static void
put_sources(struct pool *pool, const struct demarche *d, const struct champ *c,
    xmlNodePtr n)
{
	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *o = &d->source[i];
		const struct fact *f;
		xmlNodePtr s;

		if (o->id != c->id || o->block != c->block ||
		    *o->source == '\0')
			continue;
		s = xml_add_text(n, "source", o->source);
		f = o->parsed->fact;
		if (f != NULL) {
			xml_set(s, "label", f->label);
			xml_set(s, "subject",
			    pool_strndup(pool, f->name, strcspn(f->name, ".")));
		}
		xml_set(s, "if", *o->only_if != '\0' ? o->only_if : NULL);
		xml_set(s, "state",
		    o->confirmed ? SOURCE_STATE_CONFIRMED
				 : SOURCE_STATE_PROPOSED);
	}
}

static xmlNodePtr
apply_put_champ(struct pool *pool, const struct demarche *d,
    const struct champ *c, xmlNodePtr to)
{
	xmlNodePtr n = xml_add(to, "champ");

	xml_set(n, "key", champ_key(pool, c->id));
	xml_set(n, "type", c->type);
	if (c->kind != CHAMP_NEVER)
		xml_set(n, "prefillable", "true");
	if (c->required)
		xml_set(n, "required", "true");
	if (c->private)
		xml_set(n, "private", "true");
	if (c->level > 0)
		xml_set_int(n, "level", c->level);
	if (c->block != 0)
		xml_set(n, "block", champ_key(pool, c->block));
	if (c->noptions > 0)
		xml_set_int(n, "options", (long long)c->noptions);
	xml_add_text(n, "label", c->label);
	put_sources(pool, d, c, n);
	return n;
}

xmlNodePtr
apply_put_head(struct context *ctx, const struct request *req,
    struct response *resp, const struct demarche *d)
{
	xmlNodePtr n = xml_add(resp->root, "demarche");

	xml_set_int(n, "number", d->number);
	xml_set(n, "state", d->state);
	xml_set(n, "closes", d->closes_on);
	if (demarche_is_open(d, req->today))
		xml_set(n, "open", "true");
	xml_set(n, "href", payload_plain_link(ctx->pool, ctx->conf->ds_url, d));
	xml_add_text(n, "title", d->title);
	return n;
}

/* How many champs from the i-th on are one but for the department that their
 * labels end with; 1 when it ends with none. */
static size_t
same_but_department(const struct demarche *d, size_t i)
{
	size_t n = before_department(&d->champ[i]), k = i + 1;

	while (n > 0 && k < d->n && before_department(&d->champ[k]) == n &&
	    strncmp(d->champ[i].label, d->champ[k].label, n) == 0)
		k++;
	return k - i;
}

void
apply_put_demarche(struct context *ctx, const struct request *req,
    struct response *resp, const struct demarche *d)
{
	xmlNodePtr to = apply_put_head(ctx, req, resp, d), n;
	size_t same = 1;

	for (size_t i = 0; i < d->n; i += same) {
		n = apply_put_champ(ctx->pool, d, &d->champ[i], to);
		/* To a reader a champ for each department is one. */
		same = req->format == NULL ? same_but_department(d, i) : 1;
		if (same > 1)
			xml_set_int(n, "departments", (long long)same);
	}
}
