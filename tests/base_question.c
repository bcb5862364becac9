/*
 * base_question.c - a reader narrows a base question and never widens it.
 * Arguments: the option file of a site's database; the folder of what the site
 * shares, for its word vectors; of how many base questions one is tried, and
 * which, from 0: "1 0" for all.  Prints TAP.
 *
 * For each base question, what it finds alone is compared with what it finds
 * together with each of the readers' questions: no aid may come besides, in a
 * list, and no total may be higher, in the relaxations that are offered.
 * A reader who is late has the same base, and what they exclude stays excluded.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/catalogue_refresh.h"
#include "search/search.h"
#include "xml/xml.h"

/* More wordings than are read at once, so that a late request leaves some out:
 * a phrase that is excluded comes last. */
#define MANY_WORDS \
	"ecole+eau+voirie+sport+commerce+logement+tourisme+culture+sante+velo"

static const char *const bases[] = {
	"perimeter_codes=79",
	"perimeter_codes=79109&organization_type_slugs=commune",
	"keyword=rénovation+école",
	"keyword=\"toiture\"",
	"category_slugs=eau-potable&category_slugs=mers",
	"aid_type_group_slug=financial-group",
	"aid_type_slugs=grant&is_charged=0",
	"call_for_projects_only=1",
	"programs=fonds-vert",
	"backer_ids=10000001&backer_ids=10000002",
	"apply_before=2027-12-31",
	"published_after=2026-01-01&european_aid_slug=all",
	"keyword=zzzyyyxxx",
	"keyword=" MANY_WORDS "+-\"eau+potable\"",
	"keyword=" MANY_WORDS "+batiment+energie+foret+agriculture+mobilite",
};

/* The same filter with another value, several, or none; another place; another
 * order; what a form or a crawler may send. */
static const char *const asked[] = {
	"perimeter_codes=75056",
	"perimeter_codes=79&perimeter_codes=R75",
	"perimeter_id=79109",
	"perimeter_q=Échiré",
	"perimeter_q=France",
	"perimeter_q=",
	"perimeter=",
	"organization_type_slugs=association",
	"organization_type_slugs=",
	"organization_type_slugs[]=commune&organization_type_slugs[]=epci",
	"keyword=piscine",
	"keyword=",
	"keyword=-école",
	"keyword=\"école",
	"keyword=aide",
	"text=toit+eau+vélo+forêt+commune",
	"project_reference_id=1",
	"category_slugs=foret",
	"category_slugs=",
	"aid_type_slugs=loan",
	"aid_type_slugs=",
	"aid_type_group_slug=technical-group",
	"aid_type_group_slug=",
	"aid_step_slugs=op",
	"aid_destination_slugs=investment",
	"aid_recurrence_slug=oneoff",
	"is_charged=1",
	"is_charged=",
	"call_for_projects_only=0",
	"european_aid_slug=european",
	"european_aid_slug=all",
	"apply_before=2100-12-31",
	"published_after=1970-01-01",
	"backer_ids=10000003",
	"backer_ids=",
	"programs=programme-des-essais",
	"programs=",
	"orderBy=publication-date",
	"orderBy=submission-deadline",
	"page=2",
};

enum { MIXED = 400, MANY = 4096 };

struct ids {
	uint32_t id[MANY];
	size_t n;
};

/* A site's search, and its catalogue once more to know versions of one aid. */
struct bench {
	struct search *search;
	struct catalogue catalogue;
	struct db *db;
	struct row_cache *rows;
	struct gazetteer_kept places;
	struct pool *pool;
	bool late;
};

static bool
has(const struct ids *ids, uint32_t id)
{
	for (size_t i = 0; i < ids->n; i++)
		if (ids->id[i] == id)
			return true;
	return false;
}

/* Adds the other versions of its aids, local or generic: which one is shown
 * depends on the place. */
static void
add_versions(const struct catalogue *c, struct ids *ids)
{
	size_t n = ids->n;

	for (size_t i = 0; i < c->n && ids->n < MANY; i++) {
		const struct catalogue_aid *a = &c->aid[i];

		for (size_t k = 0; k < n; k++)
			if ((a->generic == ids->id[k] && a->generic != 0 &&
				!has(ids, a->id)))
				ids->id[ids->n++] = a->id;
		if (a->generic != 0 && has(ids, a->id) && !has(ids, a->generic))
			ids->id[ids->n++] = a->generic;
	}
}

static unsigned long
property(xmlNodePtr n, const char *name)
{
	xmlChar *s = xmlGetProp(n, (const xmlChar *)name);
	unsigned long i = s != NULL ? strtoul((char *)s, NULL, 10) : 0;

	xmlFree(s);
	return i;
}

/* Asks; the aids of the list, which are the argument of its queries, or in HTML the highest total that is told. */
static enum rc
answer(struct bench *b, const char *base, const char *query, const char *format,
    struct ids *ids, unsigned long *most)
{
	static char site[] = "";
	struct context ctx = { .pool = b->pool,
		.db = b->db,
		.rows = b->rows,
		.places = &b->places,
		.base = site };
	struct request begun = { .path = "/", .slug = "", .format = format },
		       req;
	struct response resp = { .root = xmlDocGetRootElement(
				     xml_page(b->pool, "test")) };
	const struct search_base preset = { base };
	xmlNodePtr aids;
	enum rc rc;

	request_begin(&begun, b->pool);
	begun.deadline += b->late ? -1e6 : 1e6;
	resp.asked = xml_add(resp.root, "asked");
	row_cache_begin(b->rows, b->catalogue.version);
	rc = request_with_query(&begun, b->pool, question_params, query, &req,
	    &resp.fault);
	arg_text(b->pool, &ctx.args, ARG_TODAY, req.today);
	arg_int(b->pool, &ctx.args, ARG_DAY, req.day);
	if (rc == RC_OK)
		rc = search_answer(b->search, &ctx, &req, &resp,
		    base != NULL ? &preset : NULL);
	ids->n = 0;
	*most = 0;
	aids = xml_child(resp.root, "aids");
	for (const struct arg *x = ctx.args; x != NULL; x = x->next)
		for (size_t i = 0; x->name == ARG_IDS && format != NULL &&
		     i < x->n && ids->n < MANY;
		     i++)
			ids->id[ids->n++] = (uint32_t)x->v[i].i;
	if (aids != NULL)
		*most = property(aids, "total");
	if ((aids = xml_child(resp.root, "relax")) != NULL)
		for (xmlNodePtr n = aids->children; n != NULL; n = n->next)
			if (property(n, "total") > *most)
				*most = property(n, "total");
	return rc;
}

/* What a reader may ask: each question, then several at once, by chance. */
static const char *
query_of(struct pool *pool, size_t i)
{
	static const size_t n = sizeof(asked) / sizeof(asked[0]);
	const char *s;

	if (i < n)
		return asked[i];
	s = asked[(size_t)rand() % n];
	for (int k = rand() % 4; k > 0; k--)
		s = pool_printf(pool, "%s&%s", s, asked[(size_t)rand() % n]);
	return s;
}

static bool
stays_within(struct bench *b, const char *base, const struct ids *own,
    size_t *found)
{
	static struct ids ids;
	bool good = true;

	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]) + MIXED; i++) {
		const char *query = query_of(b->pool, i);
		unsigned long most;
		enum rc rc = answer(b, base, query, "csv", &ids, &most);

		if (rc != RC_OK && rc != RC_BAD_PARAM && rc != RC_NOT_FOUND) {
			printf("# \"%s\": code %d\n", query, rc);
			good = false;
		}
		*found += ids.n;
		for (size_t k = 0; k < ids.n; k++)
			if (!has(own, ids.id[k])) {
				printf("# \"%s\": aid %u\n", query, ids.id[k]);
				good = false;
			}
		answer(b, base, query, NULL, &ids, &most);
		if (most > own->n) {
			printf("# \"%s\": %lu of %zu\n", query, most, own->n);
			good = false;
		}
		pool_reset(b->pool);
	}
	return good;
}

/* The row cache forgets: an answer is worked out again. */
static void
forget(struct bench *b)
{
	b->catalogue.version++;
}

/* A late reader of a base has the same aids. */
static bool
is_same_late(struct bench *b, const char *base, const struct ids *own)
{
	static struct ids late;
	unsigned long most;
	enum rc rc;

	forget(b);
	b->late = true;
	rc = answer(b, base, "", "csv", &late, &most);
	b->late = false;
	forget(b);
	for (size_t i = 0; i < late.n; i++)
		if (!has(own, late.id[i]))
			printf("# late: aid %u\n", late.id[i]);
	return rc == RC_OK && late.n == own->n;
}

/* A late reader finds less, but nothing that they exclude. */
static bool
is_excluded_late(struct bench *b)
{
	static const char query[] = "keyword=" MANY_WORDS "+-\"eau+potable\"";
	static struct ids in_time, late;
	unsigned long most;
	bool good;

	good = answer(b, NULL, query, "csv", &in_time, &most) == RC_OK;
	forget(b);
	b->late = true;
	good = answer(b, NULL, query, "csv", &late, &most) == RC_OK && good &&
	    late.n > 0;
	b->late = false;
	forget(b);
	for (size_t i = 0; i < late.n; i++)
		if (!has(&in_time, late.id[i])) {
			printf("# late: aid %u\n", late.id[i]);
			good = false;
		}
	return good;
}

int
main(int argc, char **argv)
{
	static struct ids own, all;
	struct bench b = { .search = search_open(),
		.db = db_new(argc > 1 ? argv[1] : "", "guichet-search", false),
		.rows = row_cache_new(1 << 20),
		.pool = pool_new() };
	const struct conf conf = { .share_dir = argc > 2 ? argv[2] : NULL };
	struct context ctx = { .conf = &conf,
		.pool = b.pool,
		.db = b.db,
		.rows = b.rows,
		.places = &b.places };
	unsigned long most;
	size_t among = argc > 4 ? (size_t)atoi(argv[3]) : 1;
	size_t turn = argc > 4 ? (size_t)atoi(argv[4]) : 0;
	int bad = 0, n = 0;

	if (catalogue_refresh(&b.catalogue, b.db, 0) != RC_OK ||
	    search_refresh(b.search, &ctx, b.catalogue.version) != RC_OK ||
	    answer(&b, NULL, "", "csv", &all, &most) != RC_OK)
		return 1;
	for (size_t i = turn; i < sizeof(bases) / sizeof(bases[0]);
	     i += among) {
		size_t found = 0;
		bool good = answer(&b, bases[i], "", "csv", &own, &most) ==
			RC_OK &&
		    own.n < all.n;

		good = is_same_late(&b, bases[i], &own) && good;
		add_versions(&b.catalogue, &own);
		good = stays_within(&b, bases[i], &own, &found) && good;
		good = good && (found > 0) == (own.n > 0);
		bad += !good;
		printf("%sok %d - %s: %zu aids\n", good ? "" : "not ", ++n,
		    bases[i], own.n);
	}
	if (!is_excluded_late(&b)) {
		printf("not ");
		bad++;
	}
	printf("ok %d - late: what is excluded stays so\n", ++n);
	printf("1..%d\n", n);
	search_close(b.search);
	catalogue_free(&b.catalogue);
	row_cache_free(b.rows);
	gazetteer_forget(&b.places);
	db_free(b.db);
	pool_free(b.pool);
	return bad > 0;
}
