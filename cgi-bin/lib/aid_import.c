/* aid_import.c - import of aids from a file of AT's API. */

#include <math.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "aid_import.h"
#include "feed.h"
#include "indexer.h"
#include "lists.h"
#include "log.h"
#include "richtext.h"
#include "rows.h"
#include "say.h"
#include "text.h"

enum { MAX_SAID = 20, MAX_ROW_IDS = 64, OWN_IDS = 10000000 };

/* A word of the feed that we do not know, and how often it came. */
struct unknown {
	char		*what;
	unsigned long	 times;
};

struct run {
	struct aid_import *import;
	struct db	*db;
	struct lists	*lists;
	struct words	*words;
	struct indexer	*indexer;
	struct pool	*pool;		/* of one aid */
	unsigned long long version;
	long long	*ids;		/* changed, to index */
	size_t		 nids, size;
	struct generic	*generics;	/* local aids, to link at the end */
	void		*unknown;	/* a tree of struct unknown */
};

struct generic {
	struct generic	*next;
	long long	 id;
	char		 name[256];
};

/* One aid under way. */
struct draft {
	struct run	*run;
	json_t		*json;
	unsigned long	 place;
	const struct arg *args;
	const char	*source_id, *raw;
	long long	 id;
	bool		 is_new;
	char		 old_slug[256];
};

/* ---- what the feed says that we do not know ---- */

static int
compare_unknown(const void *a, const void *b)
{
	const struct unknown *x = a, *y = b;

	return strcmp(x->what, y->what);
}

static void
note_unknown(struct run *r, const char *kind, const char *name)
{
	char what[400];
	struct unknown key = { what, 0 }, *u, **at;

	snprintf(what, sizeof(what), "%s \"%.300s\"", gettext(kind), name);
	if ((at = tfind(&key, &r->unknown, compare_unknown)) == NULL) {
		u = calloc(1, sizeof(*u));
		if (u == NULL || (u->what = strdup(what)) == NULL ||
		    (at = tsearch(u, &r->unknown, compare_unknown)) == NULL)
			log_die("aid_import: out of memory");
	}
	(*at)->times++;
}

static void
say_unknown(const void *node, VISIT visit, void *arg)
{
	const struct unknown *u = *(struct unknown *const *)node;

	(void)arg;
	if (visit == postorder || visit == leaf)
		say(ngettext("  unknown %s (%lu time)",
		    "  unknown %s (%lu times)", u->times), u->what, u->times);
}

static void
free_unknown(void *p)
{
	struct unknown *u = p;

	free(u->what);
	free(u);
}

/* ---- fields ---- */

static const char *
text_of(const struct draft *d, const char *key)
{
	json_t *v = json_object_get(d->json, key);

	return json_is_string(v) && json_string_length(v) > 0 ?
	    json_string_value(v) : NULL;
}

/* A text of at most max characters, or nothing. */
static void
put_text(struct draft *d, const char *arg, const char *s, size_t max)
{
	struct pool *pool = d->run->pool;
	char *copy;
	const char *p;
	size_t n = 0;

	if (s == NULL) {
		arg_text(pool, &d->args, arg, NULL);
		return;
	}
	copy = text_clean(pool_strdup(pool, s));
	for (p = copy; *p != '\0' && n < max; n++)
		text_next(&p);
	copy[p - copy] = '\0';
	arg_text(pool, &d->args, arg, copy);
}

static void
put_rich(struct draft *d, const char *arg, const char *key)
{
	const char *format = text_of(d, "_description_format");
	const char *s = text_of(d, key);
	enum richtext kind = RICHTEXT_HTML;
	struct buf out = { 0 };

	if (format != NULL && strcmp(key, "description") == 0)
		kind = strcmp(format, "markdown") == 0 ? RICHTEXT_MARKDOWN :
		    strcmp(format, "text") == 0 ? RICHTEXT_PLAIN :
		    RICHTEXT_HTML;
	if (s != NULL)
		richtext_put(&out, text_clean(pool_strdup(d->run->pool, s)),
		    kind);
	if (out.len > 0)
		arg_text(d->run->pool, &d->args, arg,
		    pool_strndup(d->run->pool, out.data, out.len));
	else
		arg_text(d->run->pool, &d->args, arg, NULL);
	buf_free(&out);
}

/* A number within bounds; anything else is nothing, for a rate of 900 % would
 * mislead more than none. */
static void
put_number(struct draft *d, const char *arg, const char *key, double max)
{
	json_t *v = json_object_get(d->json, key);
	double n = json_number_value(v);

	if (json_is_number(v) && n >= 0 && n <= max)
		arg_int(d->run->pool, &d->args, arg, llround(n));
	else
		arg_text(d->run->pool, &d->args, arg, NULL);
}

static void
put_flag(struct draft *d, const char *arg, const char *key)
{
	arg_int(d->run->pool, &d->args, arg,
	    json_is_true(json_object_get(d->json, key)));
}

static bool
is_date(const char *s)
{
	int y, m, day, n = 0;

	return s != NULL && sscanf(s, "%4d-%2d-%2d%n", &y, &m, &day, &n) == 3 &&
	    n == 10 && y >= 1970 && y <= 2100 && m >= 1 && m <= 12 &&
	    day >= 1 && day <= 31;
}

static void
put_date(struct draft *d, const char *arg, const char *s, size_t n)
{
	char *copy;

	if (!is_date(s)) {
		arg_text(d->run->pool, &d->args, arg, NULL);
		return;
	}
	copy = pool_strndup(d->run->pool, s, strnlen(s, n));
	if (strlen(copy) > 10)
		copy[10] = ' ';		/* 2026-11-22T10:00:00 */
	arg_text(d->run->pool, &d->args, arg, copy);
}

static void
put_url(struct draft *d, const char *arg, const char *key)
{
	const char *s = text_of(d, key);
	bool good = s != NULL && strlen(s) <= 700 &&
	    (strncmp(s, "https://", 8) == 0 || strncmp(s, "http://", 7) == 0) &&
	    strpbrk(s, " \t\r\n<>\"") == NULL;

	put_text(d, arg, good ? s : NULL, 700);
}

/* ---- dates of an aid that comes back each year ---- */

static bool
is_month_day(const char *s)
{
	int m, day, n = 0;

	return s != NULL && sscanf(s, "%2d-%2d%n", &m, &day, &n) == 2 &&
	    n == 5 && s[5] == '\0' && m >= 1 && m <= 12 && day >= 1 &&
	    day <= 31;
}

/* The next deadline from today on, and the opening before it. */
static void
put_yearly(struct draft *d, const char *opening, const char *deadline)
{
	const char *today = d->run->import->today;
	int year = atoi(today);
	char *s = pool_printf(d->run->pool, "%04d-%s", year, deadline);

	if (strcmp(s, today) < 0)
		s = pool_printf(d->run->pool, "%04d-%s", ++year, deadline);
	put_date(d, "closes_on", s, 10);
	if (!is_month_day(opening)) {
		put_date(d, "opens_on", NULL, 10);
		return;
	}
	if (strcmp(opening, deadline) > 0)
		year--;
	put_date(d, "opens_on", pool_printf(d->run->pool, "%04d-%s", year,
	    opening), 10);
}

static void
put_dates(struct draft *d)
{
	const char *deadline = text_of(d, "yearly_deadline");
	const char *created = text_of(d, "date_created");
	const char *published = text_of(d, "date_published");

	if (is_month_day(deadline)) {
		put_yearly(d, text_of(d, "yearly_opening"), deadline);
	} else {
		put_date(d, "opens_on", text_of(d, "start_date"), 10);
		put_date(d, "closes_on", text_of(d, "submission_deadline"),
		    10);
	}
	put_date(d, "predeposit_on", text_of(d, "predeposit_date"), 10);
	put_date(d, "created_at", created, 19);
	put_date(d, "published_at", published != NULL ? published : created,
	    19);
	put_date(d, "updated_at", text_of(d, "date_updated"), 19);
}

/* ---- perimeter ---- */

static enum rc
find_perimeter(struct draft *d, const char *query, const char *key,
    const char *value, const struct list_entry *scale, long long *id)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(d->run->pool, &args, key, value);
	if (scale != NULL)
		arg_int(d->run->pool, &args, "scale", scale->id);
	rc = query_run(d->run->db, d->run->pool, query, args, &res);
	/* Several of one name are not one: never chosen by chance. */
	if (rc == RC_OK && (res.rows == 1 || (res.rows > 0 &&
	    strcmp(key, "code") == 0)))
		*id = rows_int(&res.row[0][0], 0);
	return rc;
}

/* *id becomes the perimeter's, or stays 0 when it is unknown; that is noted. */
static enum rc
resolve_perimeter(struct draft *d, long long *id)
{
	const char *code = text_of(d, "perimeter_code");
	const char *name = text_of(d, "perimeter");
	const char *scale = text_of(d, "perimeter_scale");
	const struct list_entry *s = scale != NULL ?
	    lists_name(d->run->lists, "scale", scale) : NULL;
	char folded[256];
	enum rc rc = RC_OK;

	if (code != NULL && strlen(code) <= 32)
		rc = find_perimeter(d, "perimeter_by_code", "code", code, NULL,
		    id);
	if (rc == RC_OK && *id == 0 && name != NULL)
		rc = find_perimeter(d, "perimeter_by_name", "folded",
		    text_fold_name(folded, sizeof(folded), name), s, id);
	if (name == NULL)
		name = code;
	if (rc == RC_OK && *id == 0 && name != NULL) {
		note_unknown(d->run, N_("perimeter"), name);
		d->run->import->unknown_perimeter++;
	}
	return rc;
}

static enum rc
put_perimeter(struct draft *d)
{
	const char *name = text_of(d, "perimeter");
	long long id = 0;
	enum rc rc = resolve_perimeter(d, &id);

	if (id > 0)
		arg_int(d->run->pool, &d->args, "perimeter_id", id);
	else
		arg_text(d->run->pool, &d->args, "perimeter_id", NULL);
	put_text(d, "perimeter_asked", id > 0 ? NULL : name != NULL ? name :
	    text_of(d, "perimeter_code"), 255);
	return rc;
}

/* ---- lists ---- */

/* AT writes "Thème / Catégorie" or "Thème|Catégorie", and names hold " / ":
 * the longest category name at the end is the one. */
static const struct list_entry *
find_category(const struct lists *l, const char *name)
{
	const struct list_entry *best = lists_name(l, "category", name), *e;
	char folded[256];
	size_t n, len, longest = 0;

	text_fold(folded, sizeof(folded), name);
	len = strlen(folded);
	e = lists_all(l, &n);
	for (size_t i = 0; best == NULL && i < n; i++) {
		size_t k = strlen(e[i].folded);

		if (strcmp(e[i].list + (e[i].list[0] == '='), "category") != 0
		    || k >= len || k <= longest ||
		    folded[len - k - 1] != ' ' ||
		    strcmp(folded + len - k, e[i].folded) != 0)
			continue;
		longest = k;
		folded[len] = '\0';
	}
	for (size_t i = 0; best == NULL && longest > 0 && i < n; i++)
		if (strlen(e[i].folded) == longest && strcmp(folded + len -
		    longest, e[i].folded) == 0 && strcmp(e[i].list +
		    (e[i].list[0] == '='), "category") == 0)
			best = lists_id(l, "category", e[i].id);
	return best;
}

static const struct list_entry *
find_entry(const struct lists *l, const char *list, const char *name)
{
	return strcmp(list, "category") == 0 ? find_category(l, name) :
	    lists_name(l, list, name);
}

static enum rc
put_list(struct draft *d, const char *key, const char *list,
    const char *clear, const char *add)
{
	json_t *names = json_object_get(d->json, key), *v;
	struct value *ids = pool_take(d->run->pool, MAX_ROW_IDS *
	    sizeof(*ids));
	const struct arg *args = NULL;
	struct result res;
	size_t n = 0, i;
	enum rc rc;

	arg_int(d->run->pool, &args, "id", d->id);
	rc = d->is_new ? RC_OK : query_run(d->run->db, d->run->pool, clear,
	    args, &res);
	json_array_foreach(names, i, v) {
		const char *name = json_string_value(v);
		const struct list_entry *e = name == NULL ? NULL :
		    find_entry(d->run->lists, list, name);

		if (e != NULL && n < MAX_ROW_IDS)
			ids[n++] = (struct value){ .type = VALUE_INT,
			    .i = e->id };
		else if (name != NULL)
			note_unknown(d->run, list, name);
	}
	arg_list(d->run->pool, &args, "ids", ids, n);
	if (rc == RC_OK && n > 0)
		rc = query_run(d->run->db, d->run->pool, add, args, &res);
	return rc;
}

/* Backers and programmes: known by their name, made when new. */
static enum rc
put_named(struct draft *d, const char *key, const char *make, const char *add,
    const char *id_arg, const char *role)
{
	json_t *names = json_object_get(d->json, key), *v;
	struct pool *pool = d->run->pool;
	struct result res;
	enum rc rc = RC_OK;
	size_t i;

	json_array_foreach(names, i, v) {
		const char *name = json_string_value(v);
		const struct arg *args = NULL;
		char slug[256];

		if (name == NULL || *name == '\0' || strlen(name) > 255 ||
		    i >= MAX_ROW_IDS)
			continue;
		arg_text(pool, &args, "name", text_clean(pool_strdup(pool,
		    name)));
		arg_text(pool, &args, "slug", pool_strdup(pool,
		    text_slug(slug, sizeof(slug), name)));
		rc = query_run(d->run->db, pool, make, args, &res);
		if (rc != RC_OK)
			break;
		args = NULL;
		arg_int(pool, &args, "id", d->id);
		arg_int(pool, &args, id_arg, (long long)res.last_id);
		arg_text(pool, &args, "role", role);
		arg_int(pool, &args, "position", (long long)i);
		if ((rc = query_run(d->run->db, pool, add, args, &res)) !=
		    RC_OK)
			break;
	}
	return rc;
}

static enum rc
clear(struct draft *d, const char *query)
{
	const struct arg *args = NULL;
	struct result res;

	if (d->is_new)
		return RC_OK;
	arg_int(d->run->pool, &args, "id", d->id);
	return query_run(d->run->db, d->run->pool, query, args, &res);
}

static enum rc
put_relations(struct draft *d)
{
	static const struct { const char *key, *list, *clear, *add; } lists[] =
	{
		{ "targeted_audiences", N_("audience"), "aid_audiences_clear",
		    "aid_audiences_add" },
		{ "aid_types", N_("type"), "aid_types_clear", "aid_types_add" },
		{ "mobilization_steps", N_("step"), "aid_steps_clear",
		    "aid_steps_add" },
		{ "destinations", N_("destination"), "aid_destinations_clear",
		    "aid_destinations_add" },
		{ "categories", N_("category"), "aid_categories_clear",
		    "aid_categories_add" },
	};
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < 5; i++)
		rc = put_list(d, lists[i].key, lists[i].list, lists[i].clear,
		    lists[i].add);
	if (rc == RC_OK && (rc = clear(d, "aid_backers_clear")) == RC_OK &&
	    (rc = put_named(d, "financers", "backer_add", "aid_backer_add",
	    "backer", "financer")) == RC_OK &&
	    (rc = put_named(d, "instructors", "backer_add", "aid_backer_add",
	    "backer", "instructor")) == RC_OK &&
	    (rc = clear(d, "aid_programs_clear")) == RC_OK)
		rc = put_named(d, "programs", "program_add",
		    "aid_program_add", "program", "");
	return rc;
}

/* ---- id and address ---- */

static enum rc
is_taken(struct draft *d, const char *query, const char *name,
    const char *slug, long long id, long long *by)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (slug != NULL)
		arg_text(d->run->pool, &args, name, slug);
	else
		arg_int(d->run->pool, &args, name, id);
	rc = query_run(d->run->db, d->run->pool, query, args, &res);
	*by = rc == RC_OK && res.rows > 0 ? rows_int(&res.row[0][0], 0) : 0;
	return rc;
}

/* The feed's slug when it is one, else made from the name; one that another
 * aid has gets the aid's number behind it. */
static enum rc
put_slug(struct draft *d)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	const char *given = text_of(d, "slug");
	char slug[240];
	long long by;
	enum rc rc;

	if (given != NULL && strlen(given) < sizeof(slug) &&
	    strspn(given, allowed) == strlen(given))
		snprintf(slug, sizeof(slug), "%s", given);
	else
		text_slug(slug, 200, text_of(d, "name"));
	rc = is_taken(d, "aid_slug_taken", "slug", slug, 0, &by);
	if (rc == RC_OK && (slug[0] == '\0' || (by != 0 && by != d->id)))
		snprintf(slug + strlen(slug), sizeof(slug) - strlen(slug),
		    "%s%.12s", slug[0] == '\0' ? "aide-" : "-", d->source_id);
	arg_text(d->run->pool, &d->args, "slug", pool_strdup(d->run->pool,
	    slug));
	return rc;
}

/* An aid keeps its number of the feed when no other aid has it. */
static enum rc
put_id(struct draft *d)
{
	long long by = 0, want = strtoll(d->source_id, NULL, 10);
	enum rc rc = RC_OK;

	if (d->is_new && want > 0 && want < OWN_IDS &&
	    strspn(d->source_id, "0123456789") == strlen(d->source_id)) {
		rc = is_taken(d, "aid_id_taken", "id", NULL, want, &by);
		d->id = by == 0 ? want : 0;
	}
	if (d->id > 0)
		arg_int(d->run->pool, &d->args, "id", d->id);
	else
		arg_text(d->run->pool, &d->args, "id", NULL);
	return rc;
}

/* ---- one aid ---- */

static void
put_facts(struct draft *d)
{
	struct run *r = d->run;
	const char *status = text_of(d, "status");
	const char *european = text_of(d, "european_aid");
	const char *recurrence = text_of(d, "recurrence");
	const struct list_entry *e = recurrence == NULL ? NULL :
	    lists_name(r->lists, "recurrence", recurrence);
	static const char *const statuses[] = { "draft", "reviewable",
	    "published", "deleted", "merged" };
	const char *known = "published";

	for (size_t i = 0; status != NULL && i < 5; i++)
		if (strcmp(status, statuses[i]) == 0)
			known = statuses[i];
	arg_text(r->pool, &d->args, "status", known);
	put_text(d, "name", text_of(d, "name"), 500);
	put_text(d, "name_initial", text_of(d, "name_initial"), 500);
	put_text(d, "short_title", text_of(d, "short_title"), 255);
	put_rich(d, "description", "description");
	put_rich(d, "eligibility", "eligibility");
	put_rich(d, "project_examples", "project_examples");
	put_rich(d, "contact", "contact");
	if (e != NULL)
		arg_int(r->pool, &d->args, "recurrence_id", e->id);
	else
		arg_text(r->pool, &d->args, "recurrence_id", NULL);
	put_text(d, "european", european != NULL && (strcmp(european,
	    "sectorial") == 0 || strcmp(european, "organizational") == 0) ?
	    european : NULL, 16);
	put_flag(d, "is_call_for_project", "is_call_for_project");
	put_flag(d, "is_charged", "is_charged");
	put_flag(d, "is_generic", "is_generic");
	put_number(d, "rate_min", "subvention_rate_lower_bound", 100);
	put_number(d, "rate_max", "subvention_rate_upper_bound", 100);
	put_number(d, "loan_amount", "loan_amount", 4e9);
	put_number(d, "advance_amount", "recoverable_advance_amount", 4e9);
	put_text(d, "rate_comment", text_of(d, "subvention_comment"), 255);
	put_text(d, "other_comment", text_of(d,
	    "other_financial_aid_comment"), 255);
	put_url(d, "origin_url", "origin_url");
	put_url(d, "application_url", "application_url");
	put_url(d, "import_url", "import_data_url");
	put_text(d, "import_mention", text_of(d, "import_data_mention"), 255);
	put_text(d, "import_licence", text_of(d, "import_share_licence"), 64);
	put_dates(d);
}

static enum rc
keep_old_slug(struct draft *d)
{
	const struct arg *args = NULL;
	struct result res;
	const char *slug = NULL;
	enum rc rc;

	for (const struct arg *a = d->args; a != NULL && slug == NULL;
	    a = a->next)
		if (strcmp(a->name, "slug") == 0)
			slug = a->v->s;
	arg_text(d->run->pool, &args, "slug", slug);
	rc = query_run(d->run->db, d->run->pool, "aid_free_slug", args, &res);
	if (rc != RC_OK || d->is_new || strcmp(slug, d->old_slug) == 0)
		return rc;
	args = NULL;
	arg_text(d->run->pool, &args, "slug", d->old_slug);
	arg_int(d->run->pool, &args, "id", d->id);
	return query_run(d->run->db, d->run->pool, "aid_keep_slug", args,
	    &res);
}

static void
note_changed(struct draft *d)
{
	struct run *r = d->run;
	const char *generic = text_of(d, "generic_aid");
	struct generic *g;

	if (r->nids == r->size) {
		r->size = r->size > 0 ? 2 * r->size : 1024;
		r->ids = realloc(r->ids, r->size * sizeof(*r->ids));
		if (r->ids == NULL)
			log_die("aid_import: out of memory");
	}
	r->ids[r->nids++] = d->id;
	if (d->is_new)
		r->import->added++;
	else
		r->import->changed++;
	if (generic == NULL && d->is_new)
		return;
	if ((g = calloc(1, sizeof(*g))) == NULL)
		log_die("aid_import: out of memory");
	g->next = r->generics;
	g->id = d->id;
	snprintf(g->name, sizeof(g->name), "%s", generic != NULL ? generic :
	    "");
	r->generics = g;
}

static enum rc
write_aid(struct draft *d)
{
	struct result res;
	enum rc rc = put_id(d);

	arg_text(d->run->pool, &d->args, "source", d->run->import->source);
	arg_text(d->run->pool, &d->args, "source_id", d->source_id);
	arg_text(d->run->pool, &d->args, "raw", d->raw);
	if (rc != RC_OK || (rc = put_slug(d)) != RC_OK ||
	    (rc = put_perimeter(d)) != RC_OK)
		return rc;
	put_facts(d);
	rc = query_run(d->run->db, d->run->pool, d->is_new ? "aid_insert" :
	    "aid_update", d->args, &res);
	if (rc != RC_OK)
		return rc;
	if (d->id == 0)
		d->id = (long long)res.last_id;
	if ((rc = keep_old_slug(d)) == RC_OK &&
	    (rc = put_relations(d)) == RC_OK)
		note_changed(d);
	return rc;
}

/* Whether the base has this very aid already; sets id, is_new, old_slug.  An
 * aid of an unknown perimeter is another one once its perimeter is known. */
static enum rc
compare(struct draft *d, bool *same)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(d->run->pool, &args, "source", d->run->import->source);
	arg_text(d->run->pool, &args, "source_id", d->source_id);
	arg_text(d->run->pool, &args, "raw", d->raw);
	rc = query_run(d->run->db, d->run->pool, "aid_by_source", args, &res);
	d->is_new = rc == RC_OK && res.rows == 0;
	*same = false;
	if (rc != RC_OK || d->is_new)
		return rc;
	d->id = rows_int(&res.row[0][0], 0);
	snprintf(d->old_slug, sizeof(d->old_slug), "%s", res.row[0][1].s);
	*same = rows_int(&res.row[0][2], 0) != 0;
	if (*same && rows_int(&res.row[0][3], 0) != 0) {
		long long id = 0;

		rc = resolve_perimeter(d, &id);
		*same = id == 0;
	}
	return rc;
}

static enum rc
refuse(struct draft *d, const char *why)
{
	if (++d->run->import->refused <= MAX_SAID) {
		say_progress_end();
		say(_("  aid %lu of the file refused: %s"), d->place, why);
	}
	return RC_OK;
}

/* The feed's own number for the aid, or its slug. */
static const char *
source_id_of(struct draft *d)
{
	json_t *id = json_object_get(d->json, "id");
	const char *s = text_of(d, "id");

	if (json_is_integer(id))
		return pool_printf(d->run->pool, "%lld",
		    (long long)json_integer_value(id));
	if (s == NULL)
		s = text_of(d, "slug");
	return s != NULL && strlen(s) <= 64 ? s : NULL;
}

/* The object as one text, dates of yearly aids included: what is compared. */
static const char *
raw_of(struct draft *d)
{
	const char *deadline = text_of(d, "yearly_deadline"), *copy;
	char *s = json_dumps(d->json, JSON_COMPACT | JSON_SORT_KEYS);
	const char *year = "";

	if (is_month_day(deadline)) {
		const struct arg *args = d->args;

		d->args = NULL;
		put_yearly(d, NULL, deadline);
		for (const struct arg *a = d->args; a != NULL; a = a->next)
			if (a->v->s != NULL)
				year = a->v->s;
		d->args = args;
	}
	copy = pool_printf(d->run->pool, "%s%s", s != NULL ? s : "", year);
	free(s);
	return copy;
}

static enum rc
take(void *arg, unsigned long place, json_t *json)
{
	struct run *r = arg;
	struct draft d = { .run = r, .json = json, .place = place };
	bool same;
	enum rc rc;

	pool_reset(r->pool);
	r->import->read++;
	if (place % 50 == 0)
		say_progress(_("aids read"), place, 0);
	if (!json_is_object(json))
		return refuse(&d, _("it is not an object"));
	if (text_of(&d, "name") == NULL)
		return refuse(&d, _("it has no \"name\""));
	if ((d.source_id = source_id_of(&d)) == NULL)
		return refuse(&d, _("it has neither \"id\" nor \"slug\""));
	d.raw = raw_of(&d);
	if ((rc = compare(&d, &same)) != RC_OK)
		return rc;
	if (same) {
		r->import->same++;
		return RC_OK;
	}
	return write_aid(&d);
}

/* ---- the whole ---- */

static enum rc
link_generics(struct run *r)
{
	struct result res;
	enum rc rc = RC_OK;

	for (struct generic *g = r->generics; rc == RC_OK && g != NULL;
	    g = g->next) {
		const struct arg *args = NULL;

		arg_int(r->pool, &args, "id", g->id);
		arg_text(r->pool, &args, "source", r->import->source);
		arg_text(r->pool, &args, "generic", g->name);
		rc = query_run(r->db, r->pool, "aid_set_generic", args, &res);
	}
	return rc;
}

static enum rc
index_changed(struct run *r)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < r->nids; i += 100) {
		size_t n = r->nids - i < 100 ? r->nids - i : 100;

		say_progress(_("aids indexed"), i, r->nids);
		rc = indexer_add(r->indexer, r->ids + i, n, r->version);
	}
	if (rc == RC_OK)
		rc = indexer_finish(r->indexer);
	return rc == RC_OK ? indexer_render_lists(r->indexer) : rc;
}

static enum rc
bump_version(struct run *r)
{
	struct result res;
	enum rc rc = query_run(r->db, r->pool, "version_bump", NULL, &res);

	if (rc == RC_OK)
		rc = query_run(r->db, r->pool, "data_version", NULL, &res);
	if (rc == RC_OK && res.rows > 0)
		r->version = (unsigned long long)rows_int(&res.row[0][0], 0);
	return rc;
}

static enum rc
open_run(struct run *r, const struct xsl *xsl)
{
	struct result res;
	enum rc rc = lists_load(r->db, &r->lists);

	r->words = words_new();
	if (rc == RC_OK)
		rc = query_run(r->db, r->pool, "stop_words", NULL, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		words_add_stop(r->words, res.row[i][0].s);
	r->indexer = indexer_new(r->db, xsl, r->words);
	return rc;
}

static void
close_run(struct run *r)
{
	for (struct generic *g = r->generics, *next; g != NULL; g = next) {
		next = g->next;
		free(g);
	}
	indexer_free(r->indexer);
	words_free(r->words);
	lists_free(r->lists);
	pool_free(r->pool);
	free(r->ids);
	tdestroy(r->unknown, free_unknown);
}

static void
say_summary(struct run *r)
{
	const struct aid_import *i = r->import;

	say_progress_end();
	if (i->refused > MAX_SAID)
		say(ngettext("  and %lu more aid refused",
		    "  and %lu more aids refused", i->refused - MAX_SAID),
		    i->refused - MAX_SAID);
	twalk_r(r->unknown, say_unknown, NULL);
	say(_("%lu aids read: %lu added, %lu changed, %lu the same, "
	    "%lu refused; %lu with an unknown perimeter"), i->read, i->added,
	    i->changed, i->same, i->refused, i->unknown_perimeter);
}

enum rc
aid_import(struct db *db, const struct xsl *xsl, struct aid_import *import,
    const char *path)
{
	struct run r = { .import = import, .db = db, .pool = pool_new() };
	enum rc rc;

	if ((rc = open_run(&r, xsl)) == RC_OK &&
	    (rc = db_begin(db)) == RC_OK &&
	    (rc = bump_version(&r)) == RC_OK &&
	    (rc = feed_read(path, take, &r)) == RC_OK &&
	    (rc = link_generics(&r)) == RC_OK && r.nids > 0)
		rc = index_changed(&r);
	if (rc == RC_OK && r.nids > 0)
		rc = db_commit(db);
	else
		db_rollback(db);
	say_progress_end();
	if (rc == RC_OK)
		say_summary(&r);
	else
		say(_("nothing was written"));
	close_run(&r);
	return rc;
}
