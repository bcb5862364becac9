/* aid_union.c - several territories that one field of a feed names. */

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "crypto/digest.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/territory_zone.h"
#include "record/aid_union.h"
#include "territory/perimeter_union.h"
#include "text/normalize.h"

enum { MAX_MEMBERS = 200, MAX_NAME = 1000, UNION_HEX = 20 };

struct aid_union {
	struct aid_record *d;
	long long id[MAX_MEMBERS];
	size_t n;
	bool parted; /* a text was: its parts may be no territories */
	bool strict; /* the whole text could be several */
	bool meant;  /* a meaning is being read, which has none itself */
	bool lost;   /* a part of what is being added is none */
	const struct aid_place *first, *unread;
};

struct aid_union *
aid_union_new(struct aid_record *d)
{
	struct aid_union *u = pool_take(d->run->pool, sizeof(*u));

	*u = (struct aid_union){ .d = d };
	return u;
}

const struct aid_place *
aid_union_unread(const struct aid_union *u)
{
	return u->unread;
}

/* ---- reading ---- */

/* The signs between names, those that names hold least first. */
static const char *const seps[] = { "\n", "|", ";", " / ", "/", ",", " et ",
	" & ", " + " };
enum { SEPS = sizeof(seps) / sizeof(seps[0]) };

static enum rc gather(struct aid_union *, const struct aid_place *, size_t sep);

static const struct aid_place *
kept(struct aid_union *u, const struct aid_place *p)
{
	struct aid_place *copy = pool_take(u->d->run->pool, sizeof(*copy));

	*copy = *p;
	return copy;
}

/* Each part of a name, or of a code, has the scale that the whole has. */
static enum rc
part(struct aid_union *u, const struct aid_place *p, size_t sep)
{
	struct pool *pool = u->d->run->pool;
	const char *s = p->name != NULL ? p->name : p->code, *end;
	enum rc rc = RC_OK;

	u->parted = true;
	for (; rc == RC_OK && s != NULL && !u->lost;
	     s = end != NULL ? end + strlen(seps[sep]) : NULL) {
		struct aid_place one = { .scale = p->scale };
		const char *text;

		end = strstr(s, seps[sep]);
		text = normalize_text(pool,
		    end != NULL ? pool_strndup(pool, s, (size_t)(end - s)) : s);
		*(p->name != NULL ? &one.name : &one.code) = text;
		if (*text != '\0')
			rc = gather(u, &one, sep + 1);
	}
	return rc;
}

/* Among others, a name that some commune has too is that of the department or
 * of the region: "Jura, Doubs". */
static enum rc
find(struct aid_union *u, const struct aid_place *p, long long *id)
{
	static const unsigned wide[] = { SCALE_REGION, SCALE_DEPARTMENT };
	struct aid_place one = *p;
	enum rc rc = aid_place_find(u->d, p, id);

	for (size_t i = 0; rc == RC_OK && *id == 0 && u->parted && !u->strict &&
	     p->name != NULL && p->scale == 0 && i < 2;
	     i++) {
		one.scale = wide[i];
		rc = aid_place_find(u->d, &one, id);
	}
	return rc;
}

/* What could be several is a list when each part is one by itself:
 * "Saint-Martin, Isère" is none. */
static enum rc
gather(struct aid_union *u, const struct aid_place *p, size_t sep)
{
	const char *s = p->name != NULL ? p->name : p->code, *meaning;
	struct aid_place meant = *p;
	long long id = 0;
	enum rc rc;

	if (!u->meant && (meaning = aid_place_meaning(u->d, s)) != NULL) {
		if (strcmp(meaning, "-") == 0)
			return RC_OK;
		if (p->name == NULL)
			meant.code = NULL;
		meant.name = meaning;
		meant.scale = 0;
		u->meant = true;
		rc = gather(u, &meant, 0);
		u->meant = false;
		return rc;
	}
	if ((rc = find(u, p, &id)) != RC_OK)
		return rc;
	if (id != 0 && u->n < MAX_MEMBERS) {
		u->id[u->n++] = id;
		return RC_OK;
	}
	while (sep < SEPS && strstr(s, seps[sep]) == NULL)
		sep++;
	u->strict = u->strict || aid_place_is_several(u->d, p);
	if (id == 0 && sep < SEPS)
		return part(u, p, sep);
	u->lost = true;
	return RC_OK;
}

enum rc
aid_union_add(struct aid_union *u, const struct aid_place *p)
{
	enum rc rc;

	if (u->first == NULL)
		u->first = kept(u, p);
	u->lost = u->strict = false;
	rc = gather(u, p, 0);
	if (u->lost && u->unread == NULL)
		u->unread = kept(u, p);
	return rc;
}

/* ---- what they are together ---- */

static int
by_id(const void *a, const void *b)
{
	const long long *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static int
by_code(const void *a, const void *b, void *text)
{
	const struct gazetteer_place *const *x = a, *const *y = b;

	return strcmp((char *)text + (*x)->code, (char *)text + (*y)->code);
}

/* The members, each once, in the order of the feed; how many there are. */
static size_t
members_of(struct aid_union *u, const struct gazetteer_place **members)
{
	const struct gazetteer *g = u->d->run->places.names;
	long long seen[MAX_MEMBERS];
	size_t n = 0;

	for (size_t i = 0; i < u->n; i++) {
		uint32_t at = gazetteer_of_id(g, (uint32_t)u->id[i]);

		memcpy(seen, u->id, i * sizeof(*seen));
		qsort(seen, i, sizeof(*seen), by_id);
		if (at != GAZETTEER_NONE &&
		    bsearch(&u->id[i], seen, i, sizeof(*seen), by_id) == NULL)
			members[n++] = &g->place[at];
	}
	return n;
}

/* The one that holds all the others; NULL: none does.  France is the mainland
 * and what lies overseas. */
static long long
whole_of(const struct gazetteer_place *const *members, size_t n, bool *france)
{
	const struct gazetteer_place *widest = members[0];
	bool mainland = false, overseas = false;

	for (size_t i = 0; i < n; i++) {
		mainland = mainland || members[i]->scale == SCALE_MAINLAND;
		overseas = overseas || members[i]->scale == SCALE_OVERSEAS;
		if (members[i]->scale > widest->scale)
			widest = members[i];
	}
	*france = mainland && overseas;
	return n == 1 || widest->scale >= SCALE_COUNTRY ? (long long)widest->id
							: 0;
}

/* A text that was parted names no commune beside wider territories: a hand that
 * writes one says where it lies. */
static bool
is_list(const struct aid_union *u, const struct gazetteer_place *const *members,
    size_t n)
{
	bool commune = false, wide = false;

	for (size_t i = 0; i < n; i++) {
		commune = commune || members[i]->scale == SCALE_COMMUNE;
		wide = wide || members[i]->scale > SCALE_EPCI;
	}
	return !(u->parted && commune && wide);
}

/* Looked for once a run; what an aid that is undone had made is made again.
 * Each has rows for all that lies in it: those past the bound are not read. */
static enum rc
make(struct aid_union *u, const struct gazetteer_place **members, size_t n,
    long long *id)
{
	struct import_run *r = u->d->run;
	const struct gazetteer *g = r->places.names;
	const char *name = g->text + members[0]->name, *code = "";
	long long ids[MAX_MEMBERS], *known;
	char hex[DIGEST_HEX + 1];
	enum rc rc;

	for (size_t i = 1; i < n; i++)
		name = pool_printf(r->pool, "%s, %s", name,
		    g->text + members[i]->name);
	qsort_r(members, n, sizeof(*members), by_code, g->text);
	for (size_t i = 0; i < n; i++) {
		ids[i] = members[i]->id;
		code = pool_printf(r->pool, "%s%u %s;", code, members[i]->scale,
		    g->text + members[i]->code);
	}
	digest_sha256(hex, code, strlen(code));
	code = pool_printf(r->pool, "U-%.*s", UNION_HEX, hex);
	known = import_run_id_of(r, Q_PERIMETER_UNION_ADD, 0, code);
	if ((*id = *known) != 0)
		return RC_OK;
	if (r->unions++ >= IMPORT_UNIONS) {
		u->unread = u->first;
		return RC_OK;
	}
	rc = perimeter_union_make(r->db, r->pool, code,
	    pool_strndup(r->pool, name, str_cut(name, MAX_NAME)), ids, n, id);
	*known = rc == RC_OK ? *id : 0;
	return rc;
}

enum rc
aid_union_find(struct aid_union *u, long long *id)
{
	const struct gazetteer_place **members = pool_take(u->d->run->pool,
	    MAX_MEMBERS * sizeof(*members));
	const struct aid_place all = { "France", "FRA", SCALE_COUNTRY };
	bool france;
	size_t n;
	enum rc rc;

	*id = u->unread == NULL && u->n > 0 ? u->id[0] : 0;
	if (u->unread != NULL || u->n < 2)
		return RC_OK;
	rc = gazetteer_want(&u->d->run->places, u->d->run->db);
	if (rc != RC_OK || (n = members_of(u, members)) == 0)
		return rc;
	*id = whole_of(members, n, &france);
	if (*id == 0 && france)
		return aid_place_find(u->d, &all, id);
	if (*id == 0 && !is_list(u, members, n))
		u->unread = u->first;
	return *id == 0 && u->unread == NULL ? make(u, members, n, id) : RC_OK;
}
