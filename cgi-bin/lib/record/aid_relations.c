/* aid_relations.c - the lists, backers and programmes of an aid of a feed. */

#include <assert.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "gen/constants.h"
#include "record/aid_relations.h"
#include "text/normalize.h"

/* Of a list: rows of an aid, items that are read; commas of a name. */
enum { MAX_ROW_IDS = 64, MAX_ITEMS = 1000, MAX_COMMAS = 8 };

/* ---- lists ---- */

/* Whether a list has more items than any is meant to: the rest is not read. */
static bool
is_endless(const struct aid_record *d, const char *key, size_t i)
{
	if (i == MAX_ITEMS)
		aid_record_fault(d, key, N_("too long, cut"), "");
	return i == MAX_ITEMS;
}

/* The items of a field: an array, one item alone, or those of "KEY_full", where
 * AT tells more of each; NULL when there is neither.  The caller owns it. */
static json_t *
items_of(const struct aid_record *d, const char *key)
{
	json_t *v = json_object_get(d->json, key), *full;

	if (v == NULL || json_is_null(v)) {
		full = json_object_get(d->json,
		    pool_printf(d->run->pool, "%s_full", key));
		v = full != NULL ? full : v;
	}
	return v == NULL       ? NULL
	    : json_is_array(v) ? json_incref(v)
			       : json_pack("[O]", v);
}

/* The aid no longer has what it had in that relation, but for n new rows. */
static void
clear_relation(struct aid_record *d, enum relation relation, size_t n)
{
	struct import_run *r = d->run;

	d->emptied |= (unsigned)(n == 0) << relation;
	if (!d->is_new)
		r->clear[relation][r->nclear[relation]++] = d->id;
}

/* A list of an aid on its way into its relation. */
struct list_put {
	struct aid_record *d;
	const char *key, *list; /* the field of the feed, the list here */
	enum relation relation;
	bool understood; /* all of it */
	bool meant;      /* a meaning is being put, which has none itself */
	size_t n;        /* rows */
};

/* False when there is no entry to add. */
static bool
put_row(struct list_put *p, const struct list_entry *e)
{
	if (e != NULL && p->n++ < MAX_ROW_IDS)
		buf_putf(&p->d->run->rows[p->relation], "%lld\t%u\n", p->d->id,
		    e->id);
	return e != NULL;
}

/* Adds the entry that the name is: false when the list has none.  A path is the
 * last name in it: of several in one text the others would be lost. */
static bool
put_entry(struct list_put *p, const char *name)
{
	struct import_run *r = p->d->run;

	return put_row(p,
		   strpbrk(name, ";\n") != NULL
		       ? lists_name(r->lists, p->list, name)
		       : lists_name_or_path(r->lists, r->pool, p->list,
			     name)) ||
	    put_row(p, lists_slug(r->lists, p->list, name));
}

/* A text that no sign parts may end with a category: "santé-handicap". */
static bool
put_last_words(struct list_put *p, const char *name)
{
	return strcmp(p->list, "category") == 0 &&
	    put_row(p, lists_name_at_end(p->d->run->lists, p->list, name));
}

/* How many bytes of s one name has in a list that commas part: names have some
 * too, so that the longest that is known counts, else what the first one ends.
 * *known is set when it is. */
static size_t
name_span(const struct list_put *p, const char *s, bool *known)
{
	struct pool *pool = p->d->run->pool;
	size_t n = strcspn(s, ","), span = n;

	for (int commas = 0; commas < MAX_COMMAS; commas++) {
		const char *part = normalize_text(pool,
		    pool_strndup(pool, s, n));

		if (lists_name_or_path(p->d->run->lists, pool, p->list, part) !=
			NULL ||
		    aid_record_meaning(p->d, p->key, part) != NULL) {
			span = n;
			*known = true;
		}
		if (s[n] == '\0')
			break;
		n += 1 + strcspn(s + n + 1, ",");
	}
	return span;
}

/* A comma parts names only when one of them is known. */
static bool
is_parted(const struct list_put *p, const char *s, const char *sep)
{
	bool known = false;

	if (strstr(s, sep) == NULL || *sep != ',')
		return strstr(s, sep) != NULL;
	s += name_span(p, s, &known);
	while (!known && *s != '\0')
		s += 1 + name_span(p, s + 1, &known);
	return known;
}

/* Adds what a text names: an entry, what the feed means by it, or several with
 * a sign between them, the signs that names hold least first. */
static void
put_names(struct list_put *p, const char *name, size_t sep)
{
	static const char *const seps[] = { "\n", "|||", ";", "|", "," };
	const size_t nseps = sizeof(seps) / sizeof(seps[0]);
	struct pool *pool = p->d->run->pool;
	const char *meaning = NULL, *end;
	bool known;

	if (*(name = normalize_text(pool, name)) == '\0' || put_entry(p, name))
		return;
	if (!p->meant)
		meaning = aid_record_meaning(p->d, p->key, name);
	if (meaning != NULL) {
		p->meant = true;
		if (strcmp(meaning, "-") != 0)
			put_names(p, meaning, 0);
		p->meant = false;
		return;
	}
	while (sep < nseps && !is_parted(p, name, seps[sep]))
		sep++;
	if (sep == nseps && put_last_words(p, name))
		return;
	if (sep == nseps) {
		aid_record_fault(p->d, p->key, N_("unknown value"), name);
		p->understood = false;
		return;
	}
	for (; name != NULL;
	     name = end != NULL ? end + strlen(seps[sep]) : NULL) {
		end = *seps[sep] != ',' ? strstr(name, seps[sep])
					: name + name_span(p, name, &known);
		end = end != NULL && *end != '\0' ? end : NULL;
		put_names(p,
		    end != NULL ? pool_strndup(pool, name, (size_t)(end - name))
				: name,
		    sep + 1);
	}
}

/* Appends the rows of a list.  A name that it does not have is noted, and then
 * the aid keeps those that it has; so it does when there is no such field. */
static void
aid_relations_put_list(struct aid_record *d, const char *key, const char *list,
    enum relation relation)
{
	struct list_put p = { d, key, list, relation, true, false, 0 };
	json_t *items = items_of(d, key), *v;
	size_t i;

	if (items == NULL)
		return;
	json_array_foreach(items, i, v)
	{
		const char *name = aid_record_name(d, v);

		if (is_endless(d, key, i)) {
			p.understood = false;
			break;
		}
		if (name != NULL)
			put_names(&p, name, 0);
		if (name != NULL || aid_record_is_none(v))
			continue;
		aid_record_fault_json(d, key, N_("unknown value"), v);
		p.understood = false;
	}
	json_decref(items);
	if (p.understood)
		clear_relation(d, relation, p.n);
}

/* A relation to names, which are made when new; role is a column of it, and the
 * position follows; or NULL, when it has neither. */
static const struct named {
	const char *key;
	enum query_id make;
	const char *role;
	enum relation relation;
} nameds[] = {
	{ "financers", Q_BACKER_ADD, ROLE_FINANCER, FINANCERS },
	{ "instructors", Q_BACKER_ADD, ROLE_INSTRUCTOR, INSTRUCTORS },
	{ "programs", Q_PROGRAM_ADD, NULL, PROGRAMS },
};
enum { NAMEDS = sizeof(nameds) / sizeof(nameds[0]) };

static enum rc
put_name(struct aid_record *d, const struct named *f, const char *name,
    size_t place)
{
	struct buf *rows = &d->run->rows[f->relation];
	long long id;
	enum rc rc = import_run_named(d->run, f->make, name, &id);

	if (rc == RC_OK && f->role != NULL)
		buf_putf(rows, "%lld\t%lld\t%s\t%zu\n", d->id, id, f->role,
		    place);
	else if (rc == RC_OK)
		buf_putf(rows, "%lld\t%lld\n", d->id, id);
	return rc;
}

/* The names of an item, with ";" or "|" between them, one after another: *rest
 * is what follows.  NULL after the last. */
static const char *
next_name(struct pool *pool, const char **rest)
{
	const char *s = *rest;
	size_t n;

	while (s != NULL && *s != '\0') {
		n = strcspn(s, ";|");
		*rest = s[n] != '\0' ? s + n + 1 : s + n;
		s = normalize_text(pool, pool_strndup(pool, s, n));
		if (*s != '\0')
			return s;
		s = *rest;
	}
	return NULL;
}

/* Appends its rows.  A name that cannot be taken takes away none that the aid
 * had. */
static enum rc
put_named(struct aid_record *d, const struct named *f)
{
	json_t *items = items_of(d, f->key), *v;
	bool understood = items != NULL;
	enum rc rc = RC_OK;
	size_t place = 0, i;

	json_array_foreach(items, i, v)
	{
		const char *rest = aid_record_name(d, v), *name;
		bool none = rest == NULL && !aid_record_is_none(v);

		if (is_endless(d, f->key, i)) {
			understood = false;
			break;
		}
		while (rc == RC_OK && !none &&
		    (name = next_name(d->run->pool, &rest)) != NULL) {
			if (strlen(name) > 255 || place >= MAX_ROW_IDS) {
				aid_record_fault(d, f->key, N_("too long"),
				    name);
				understood = false;
			} else
				rc = put_name(d, f, name, place++);
		}
		if (none) {
			aid_record_fault_json(d, f->key, N_("no name"), v);
			understood = false;
		}
	}
	json_decref(items);
	if (rc == RC_OK && understood)
		clear_relation(d, f->relation, place);
	return rc;
}

/* Only of the aids whose list was understood: the others keep theirs. */
static enum rc
clear_rows(struct import_run *r, enum query_id query, const long long *aid,
    size_t n)
{
	struct value *ids = pool_take(r->pool, sizeof(*ids) * RELATION_BATCH);
	const struct arg *args = NULL;
	struct result res;

	for (size_t i = 0; i < n; i++)
		ids[i] = (struct value){ .type = VALUE_INT, .i = aid[i] };
	arg_list(r->pool, &args, ARG_IDS, ids, n);
	return n > 0 ? query_run(r->db, r->pool, query, args, &res) : RC_OK;
}

/* Two statements a relation and a batch, not an aid: an import of thousands
 * spends its time in round trips to the server. */
enum rc
aid_relations_write(struct import_run *r)
{
	static const enum query_id clear[RELATIONS] = { Q_AID_AUDIENCES_CLEAR,
		Q_AID_TYPES_CLEAR, Q_AID_STEPS_CLEAR, Q_AID_DESTINATIONS_CLEAR,
		Q_AID_CATEGORIES_CLEAR, Q_AID_FINANCERS_CLEAR,
		Q_AID_INSTRUCTORS_CLEAR, Q_AID_PROGRAMS_CLEAR };
	static const enum query_id add[RELATIONS] = { Q_AID_AUDIENCES_ADD,
		Q_AID_TYPES_ADD, Q_AID_STEPS_ADD, Q_AID_DESTINATIONS_ADD,
		Q_AID_CATEGORIES_ADD, Q_AID_BACKERS_ADD, Q_AID_BACKERS_ADD,
		Q_AID_PROGRAMS_ADD };
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && i < RELATIONS; i++) {
		rc = clear_rows(r, clear[i], r->clear[i], r->nclear[i]);
		if (rc == RC_OK)
			rc = query_load(r->db, add[i], &r->rows[i]);
		buf_reset(&r->rows[i]);
		r->nclear[i] = 0;
	}
	r->nwaiting = 0;
	return rc;
}

/* Whether the aid waits already: the last one of a file counts, so that those
 * that wait are written first. */
static bool
is_waiting(const struct import_run *r, long long id)
{
	for (size_t i = 0; i < r->nwaiting; i++)
		if (r->waiting[i] == id)
			return true;
	return false;
}

enum rc
aid_relations_make_room(struct aid_record *d)
{
	return d->run->nwaiting == RELATION_BATCH || is_waiting(d->run, d->id)
	    ? aid_relations_write(d->run)
	    : RC_OK;
}

/* Backers and programmes first: they are all that may fail, and what they left
 * is dropped. */
static enum rc
put_all_named(struct aid_record *d)
{
	struct import_run *r = d->run;
	size_t rows[NAMEDS], clear[NAMEDS];
	enum rc rc = RC_OK;

	for (size_t i = 0; i < NAMEDS; i++) {
		rows[i] = r->rows[nameds[i].relation].len;
		clear[i] = r->nclear[nameds[i].relation];
	}
	for (size_t i = 0; rc == RC_OK && i < NAMEDS; i++)
		rc = put_named(d, &nameds[i]);
	for (size_t i = 0; rc != RC_OK && i < NAMEDS; i++) {
		r->rows[nameds[i].relation].len = rows[i];
		r->nclear[nameds[i].relation] = clear[i];
	}
	return rc;
}

enum rc
aid_relations_put(struct aid_record *d)
{
	struct import_run *r = d->run;
	enum rc rc;

	assert(d->id > 0 && r->nwaiting < RELATION_BATCH);
	if ((rc = put_all_named(d)) != RC_OK)
		return rc;
	r->waiting[r->nwaiting++] = d->id;
	aid_relations_put_list(d, "targeted_audiences", "audience", AUDIENCES);
	aid_relations_put_list(d, "aid_types", "type", TYPES);
	aid_relations_put_list(d, "mobilization_steps", "step", STEPS);
	aid_relations_put_list(d, "destinations", "destination", DESTINATIONS);
	aid_relations_put_list(d, "categories", "category", CATEGORIES);
	return RC_OK;
}
