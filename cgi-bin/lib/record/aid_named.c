/* aid_named.c - the backers and programmes of an aid of a feed. */

#include <string.h>

#include "base/say.h"
#include "gen/constants.h"
#include "record/aid_items.h"
#include "record/aid_named.h"
#include "record/aid_unknown.h"
#include "text/normalize.h"

/* A relation to names, which are made when new; role is a column of it, and the
 * position follows; or NULL, when it has neither.  said: under which field is
 * said what a name means, whichever bears it. */
static const struct named {
	const char *key, *said;
	enum query_id make;
	const char *role;
	enum relation relation;
} nameds[] = {
	{ "financers", "financers", Q_BACKER_ADD, ROLE_FINANCER, FINANCERS },
	{ "instructors", "financers", Q_BACKER_ADD, ROLE_INSTRUCTOR,
	    INSTRUCTORS },
	{ "programs", "programs", Q_PROGRAM_ADD, NULL, PROGRAMS },
};
enum { NAMEDS = sizeof(nameds) / sizeof(nameds[0]) };

static enum rc
put_name(struct aid_record *d, const struct named *f, const char *name,
    size_t place)
{
	struct buf *rows = &d->run->rows[f->relation];
	long long id;
	bool made;
	enum rc rc = import_run_named(d->run, f->make, name, &id, &made);

	if (rc == RC_OK)
		rc = aid_unknown_name(d, f->said, f->make, name, id, made);
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

/* The names of an aid on their way into a relation. */
struct names_put {
	struct aid_record *d;
	const struct named *f;
	bool understood; /* all of them */
	size_t place;
};

/* Appends the rows of the names of a text, or of what they mean; a meaning has
 * none itself. */
static enum rc
put_names(struct names_put *p, const char *rest, bool meant)
{
	struct aid_record *d = p->d;
	const char *name, *meaning;
	enum rc rc = RC_OK;

	while (rc == RC_OK && (name = next_name(d->run->pool, &rest)) != NULL) {
		meaning = meant ? NULL
				: aid_record_meaning(d, p->f->said, name);
		if (meaning != NULL && strcmp(meaning, name) != 0) {
			if (strcmp(meaning, "-") != 0)
				rc = put_names(p, meaning, true);
		} else if (strlen(name) > 255 || p->place >= AID_ITEMS_ROWS) {
			aid_record_fault(d, p->f->key, N_("too long"), name);
			p->understood = false;
		} else
			rc = put_name(d, p->f, name, p->place++);
	}
	return rc;
}

/* Appends its rows.  A name that cannot be taken takes away none that the aid
 * had. */
static enum rc
put_named(struct aid_record *d, const struct named *f)
{
	json_t *items = aid_items_of(d, f->key), *v;
	struct names_put p = { d, f, items != NULL, 0 };
	enum rc rc = RC_OK;
	size_t i;

	json_array_foreach(items, i, v)
	{
		const char *names = aid_record_name(d, v);

		if (aid_items_is_endless(d, f->key, i)) {
			p.understood = false;
			break;
		}
		if (rc == RC_OK && names != NULL)
			rc = put_names(&p, names, false);
		if (names == NULL && !aid_record_is_none(v)) {
			aid_record_fault_json(d, f->key, N_("no name"), v);
			p.understood = false;
		}
	}
	json_decref(items);
	if (rc == RC_OK && p.understood)
		aid_items_clear(d, f->relation, p.place);
	return rc;
}

/* Backers and programmes first: they are all that may fail, and what they left
 * is dropped. */
enum rc
aid_named_put_all(struct aid_record *d)
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
