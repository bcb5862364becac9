/* portal_query.c - whether the base question of a portal can be read. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "gen/queries/portals.h"
#include "portals/portal_query.h"
#include "question/question_read.h"
#include "vocabulary/spelling.h"
#include "xml/xml.h"

/* Of the row cache: a few places are looked up. */
enum { CACHE = 1 << 20, MAX_NAME_MISTAKES = 3, MAX_CHOICES = 5 };

struct portal_queries {
	struct corpus corpus;
	struct gazetteer_kept places;
	struct context ctx;
};

/* One check. */
struct query_check {
	struct portal_queries *on;
	struct pool *pool;
	void (*fn)(void *arg, const char *fault);
	void *arg;
	struct portal_question as;
	struct param_pairs asked;
};

enum rc
portal_queries_open(const struct conf *conf, struct db *db,
    struct portal_queries **made)
{
	struct portal_queries *q = calloc(1, sizeof(*q));
	enum rc rc;

	if (q == NULL)
		log_die("portals: out of memory");
	q->ctx = (struct context){ .db = db,
		.rows = row_cache_new(CACHE),
		.places = &q->places,
		.conf = conf };
	if ((rc = corpus_refresh(&q->corpus, db, NULL, 0)) == RC_OK)
		row_cache_begin(q->ctx.rows, q->corpus.catalogue.version);
	else
		portal_queries_close(q);
	*made = rc == RC_OK ? q : NULL;
	return rc;
}

void
portal_queries_close(struct portal_queries *q)
{
	if (q == NULL)
		return;
	corpus_free(&q->corpus);
	gazetteer_forget(&q->places);
	row_cache_free(q->ctx.rows);
	free(q);
}

/* ---- what is wrong, in words ---- */

static void
query_fault(struct query_check *c, const char *fault)
{
	c->fn(c->arg, fault);
}

/* A reason of param.h. */
static const char *
words_of(const char *reason)
{
	static const struct {
		const char *reason, *words;
	} all[] = {
		{ "too-long", N_("it is too long: shorten it") },
		{ "too-many", N_("it has too many values: take some out") },
		{ "integer", N_("it must be a whole number") },
		{ "range", N_("it is too small or too large") },
		{ "characters",
		    N_("it must be a slug or a code, of letters, digits and "
		       "-") },
		{ "date", N_("it must be a day, such as 2027-03-31") },
		{ "boolean", N_("it must be 1 or 0") },
		{ "utf8", N_("it cannot be decoded: copy the address again") },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].reason, reason) == 0)
			return gettext(all[i].words);
	return reason;
}

/* By the name that the address has, which may be an alias. */
static void
say_param_fault(struct query_check *c, const struct param_fault *f)
{
	query_fault(c,
	    pool_printf(c->pool, _("parameter \"%s\", \"%.60s\": %s"),
		f->name != NULL ? f->name : "?",
		f->value != NULL ? f->value : "", words_of(f->reason)));
}

/* The name that was most likely meant; NULL: none is near. */
static const char *
near_param(const char *name)
{
	const char *near = NULL;
	int best = MAX_NAME_MISTAKES;

	for (int i = 0; question_params[i].name != NULL; i++) {
		int d = spelling_distance(name, question_params[i].name, best);

		if (d < best) {
			best = d;
			near = question_params[i].name;
		}
	}
	return near;
}

/* A reader's address passes them over, for mail programs add some.  Here a
 * mistyped name would leave its filter out, and show the aids that it was to
 * keep away. */
static void
say_unknown_param(struct query_check *c, const char *name)
{
	const char *near = near_param(name);

	query_fault(c,
	    near != NULL
		? pool_printf(c->pool,
		      _("the search has no parameter \"%s\"; did you mean "
			"\"%s\"?"),
		      name, near)
		: pool_printf(c->pool,
		      _("the search has no parameter \"%s\": take it out"),
		      name));
}

static const char *
property(struct pool *pool, xmlNodePtr n, const char *name)
{
	xmlChar *got = xmlGetProp(n, (const xmlChar *)name);
	const char *s = pool_strdup(pool, got != NULL ? (char *)got : "");

	xmlFree(got);
	return s;
}

/* A parameter as the address has it, by an alias. */
static const char *
as_written(const struct query_check *c, const char *name)
{
	for (size_t i = 0; i < c->asked.n; i++) {
		const char *said = c->asked.pair[i].name;
		const char *of = param_name(question_params, said);

		if (of != NULL && strcmp(of, name) == 0)
			return said;
	}
	return name;
}

/* One place alone: what a number of Aides-territoires may be, or a name that is
 * near. */
static void
say_choice(struct query_check *c, xmlNodePtr choices, const char *q)
{
	bool number = xmlHasProp(choices, (const xmlChar *)"number") != NULL;
	const char *name = property(c->pool, choices->children, "name");
	const char *code = property(c->pool, choices->children, "code");

	query_fault(c,
	    pool_printf(c->pool,
		number ? _("\"%s\" is the code of %s, or a number of "
			   "Aides-territoires that is not known here; for "
			   "the former, write perimeter_codes=%s")
		       : _("no place is \"%s\", but %s is near: if it is "
			   "meant, write perimeter_codes=%s"),
		q, name, code));
}

/* A place that is not one: which ones it may be. */
static void
say_choices(struct query_check *c, xmlNodePtr root)
{
	xmlNodePtr choices = xml_child(root, "choices");
	const char *q = choices != NULL ? property(c->pool, choices, "q") : "";
	const char *list = "";
	int n = 0;

	if (choices == NULL || choices->children == NULL) {
		query_fault(c,
		    pool_printf(c->pool,
			_("no place is \"%s\": write its code by "
			  "perimeter_codes, such as perimeter_codes=79"),
			q));
		return;
	}
	if (choices->children->next == NULL) {
		say_choice(c, choices, q);
		return;
	}
	for (xmlNodePtr p = choices->children; p != NULL && n < MAX_CHOICES;
	     p = p->next, n++)
		list = pool_printf(c->pool, "%s%s%s (%s)", list,
		    n > 0 ? ", " : "", property(c->pool, p, "name"),
		    property(c->pool, p, "code"));
	query_fault(c,
	    pool_printf(c->pool,
		_("\"%s\" may be several places: %s; write the code of one, "
		  "such as perimeter_codes=%s"),
		q, list, property(c->pool, choices->children, "code")));
}

/* ---- the reading ---- */

/* A pair whose value was decoded. */
static void
put_pair(struct buf *to, const struct param_pair *p)
{
	if (to->len > 0)
		buf_putc(to, '&');
	buf_put_url(to, p->name);
	buf_putc(to, '=');
	buf_put_url(to, p->value);
}

/* Each parameter by itself, so that all that are wrong are told.  Appends the
 * others to good, as a query string. */
static void
check_params(struct query_check *c, const char *query, struct buf *good)
{
	const struct param_pairs *pairs = &c->asked;
	struct param_pairs one;
	struct param_fault fault = { 0 };
	struct param_values *values;

	if (param_split(c->pool, query, &c->asked, &fault) != RC_OK) {
		say_param_fault(c, &fault);
		return;
	}
	for (size_t i = 0; i < pairs->n; i++) {
		const struct param_pair *p = &pairs->pair[i];

		one = (struct param_pairs){ &pairs->pair[i], 1 };
		if (p->value == NULL || *p->value == '\0' ||
		    portal_query_is_idle(p->name))
			continue;
		if (param_name(question_params, p->name) == NULL)
			say_unknown_param(c, p->name);
		else if (param_read(c->pool, question_params, &one, &values,
			     &fault) != RC_OK)
			say_param_fault(c, &fault);
		else
			put_pair(good, p);
	}
}

/* What a reader is told was left out. */
static void
say_ignored(struct query_check *c, xmlNodePtr asked)
{
	for (xmlNodePtr n = asked->children; n != NULL; n = n->next)
		if (strcmp((const char *)n->name, "ignored") == 0)
			query_fault(c,
			    pool_printf(c->pool,
				_("parameter \"%s\": the search knows no "
				  "\"%s\": take it out, or ask the search "
				  "again and copy its address"),
				as_written(c, property(c->pool, n, "param")),
				property(c->pool, n, "value")));
}

/* A territory that was merged keeps its id, and what pointed at it then.  Aids
 * of later imports are of that of today, and the portal would show fewer from
 * year to year. */
static enum rc
say_obsolete(struct query_check *c, xmlNodePtr asked)
{
	enum rc rc = RC_OK;

	for (xmlNodePtr n = asked->children; rc == RC_OK && n != NULL;
	     n = n->next) {
		const struct arg *args = NULL;
		struct result res;

		if (strcmp((const char *)n->name, "perimeter") != 0)
			continue;
		arg_int(c->pool, &args, ARG_ID,
		    strtoll(property(c->pool, n, "id"), NULL, 10));
		rc = query_run(c->on->ctx.db, c->pool, Q_PERIMETER_GONE, args,
		    &res);
		if (rc == RC_OK && res.rows > 0)
			query_fault(c,
			    pool_printf(c->pool,
				_("the territory \"%s\" is no more: ask for "
				  "that of today, by its name or its code"),
				perimeter_gone_row(&res, 0)->name.s));
	}
	return rc;
}

/* A number or a code may be of another place than whoever wrote it thinks. */
static void
keep_names(struct query_check *c, const struct question *q, xmlNodePtr asked)
{
	static const enum question_part named[] = { QUESTION_PROJECT,
		QUESTION_AUDIENCE, QUESTION_BACKER, QUESTION_PROGRAM };
	const char *to = "";

	for (xmlNodePtr n = asked->children; n != NULL; n = n->next)
		if (strcmp((const char *)n->name, "perimeter") == 0)
			to = pool_printf(c->pool, "%s%s%s (%s)", to,
			    *to != '\0' ? ", " : "",
			    property(c->pool, n, "name"),
			    property(c->pool, n, "code"));
	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++)
		if (q->name[named[i]] != NULL)
			to = pool_printf(c->pool, "%s%s%s", to,
			    *to != '\0' ? "; " : "", q->name[named[i]]);
	c->as.names = to;
}

/* Reads it as search_base.c does, as the request of a reader who can wait. */
static enum rc
check_question(struct query_check *c, const char *query)
{
	struct context *ctx = &c->on->ctx;
	struct response unseen = { .root = xmlDocGetRootElement(
				       xml_page(c->pool, "base")) };
	struct question *q = pool_take(c->pool, sizeof(*q));
	struct request begun = { .path = "/", .slug = "", .url = "/" }, req;
	enum rc rc;

	request_begin(&begun, c->pool);
	begun.deadline = INFINITY;
	ctx->args = NULL;
	arg_text(c->pool, &ctx->args, ARG_TODAY, begun.today);
	arg_int(c->pool, &ctx->args, ARG_DAY, begun.day);
	unseen.asked = xml_add(unseen.root, "asked");
	rc = request_with_query(&begun, c->pool, question_params, query, &req,
	    &unseen.fault);
	if (rc == RC_OK)
		rc = question_read(ctx, &req, &unseen, &c->on->corpus, q);
	if (rc == RC_OK && q->place.open)
		say_choices(c, unseen.root);
	if (rc == RC_OK) {
		say_ignored(c, unseen.asked);
		rc = say_obsolete(c, unseen.asked);
	}
	if (rc == RC_OK && !q->place.open)
		rank(c->pool, &c->on->corpus.catalogue, &q->rank, &c->as.found,
		    NULL);
	if (rc == RC_OK)
		keep_names(c, q, unseen.asked);
	if (rc == RC_BAD_PARAM)
		say_param_fault(c, &unseen.fault);
	return rc == RC_BAD_PARAM ? RC_OK : rc;
}

enum rc
portal_query_check(struct portal_queries *on, struct pool *pool,
    const char *query, void (*fn)(void *arg, const char *fault), void *arg,
    struct portal_question *as)
{
	struct query_check c = { on, pool_new(), fn, arg, { "", 0 },
		{ NULL, 0 } };
	struct buf good = { 0 };
	enum rc rc;

	on->ctx.pool = c.pool;
	buf_puts(&good, "");
	check_params(&c, query, &good);
	rc = check_question(&c, good.data);
	*as = c.as;
	as->names = pool_strdup(pool, c.as.names);
	buf_free(&good);
	pool_free(c.pool);
	return rc;
}
