/* aid_relations.c - the lists, backers and programmes of an aid of a feed. */

#include <assert.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "gen/constants.h"
#include "record/aid_items.h"
#include "record/aid_named.h"
#include "record/aid_relations.h"
#include "record/aid_unknown.h"
#include "text/normalize.h"

/* Of a name. */
enum { MAX_COMMAS = 8 };

/* ---- lists ---- */

/* The fields that are lists. */
static const struct listed {
	const char *key, *list; /* the field of the feed, the list here */
	enum relation relation;
} listeds[] = {
	{ "targeted_audiences", "audience", AUDIENCES },
	{ "aid_types", "type", TYPES },
	{ "mobilization_steps", "step", STEPS },
	{ "destinations", "destination", DESTINATIONS },
	{ "categories", "category", CATEGORIES },
};
enum { LISTEDS = sizeof(listeds) / sizeof(listeds[0]) };

/* A list of an aid on its way into its relation. */
struct list_put {
	struct aid_record *d;
	const char *key, *list;
	enum relation relation;
	bool understood; /* all of it */
	bool meant;      /* a meaning is being put, which has none itself */
	size_t n;        /* rows */
};

/* False when there is no entry to add. */
static bool
put_row(struct list_put *p, const struct list_entry *e)
{
	if (e != NULL && p->n++ < AID_ITEMS_ROWS)
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
		aid_unknown_word(p->d, p->key, p->list, name);
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
put_list(struct aid_record *d, const struct listed *f)
{
	const char *key = f->key;
	struct list_put p = { d, key, f->list, f->relation, true, false, 0 };
	json_t *items = aid_items_of(d, key), *v;
	size_t i;

	if (items == NULL)
		return;
	json_array_foreach(items, i, v)
	{
		const char *name = aid_record_name(d, v);

		if (aid_items_is_endless(d, key, i)) {
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
		aid_items_clear(d, f->relation, p.n);
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

enum rc
aid_relations_put(struct aid_record *d)
{
	struct import_run *r = d->run;
	enum rc rc;

	assert(d->id > 0 && r->nwaiting < RELATION_BATCH);
	if ((rc = aid_named_put_all(d)) != RC_OK)
		return rc;
	r->waiting[r->nwaiting++] = d->id;
	for (size_t i = 0; i < LISTEDS; i++)
		put_list(d, &listeds[i]);
	return RC_OK;
}

bool
aid_relations_read(struct aid_record *d, const char *key)
{
	for (size_t i = 0; i < LISTEDS; i++)
		if (strcmp(listeds[i].key, key) == 0) {
			put_list(d, &listeds[i]);
			return true;
		}
	return false;
}
