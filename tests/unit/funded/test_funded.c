/* test_funded.c - which funded projects are shown for a question, in which
 * order, and how far they are. */

#include "funded/funded.h"
#include "gen/queries/funded.h"
#include "gen/queries/index.h"
#include "gen/queries/territory.h"
#include "index/posting.h"
#include "unit.h"
#include "xml/xml.h"

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* Places: a commune, its intercommunality, and a commune without a place on the
 * map.  Latitudes and longitudes are in hundredths of a degree: 9 of latitude
 * are 10 km. */
enum { COMMUNE = 10, EPCI = 20, LOST = 30, LATITUDE = 4700 };

/* Projects by department and id, with the terms of their titles. */
static const struct title {
	const char *department, *terms;
	struct funded_place place;
} projects[] = {
	{ "79", "ecol", { 1, 11, EPCI, 4710, 0 } },
	{ "79", "ecol", { 2, COMMUNE, EPCI, 4700, 0 } },
	{ "79", "ecol toit", { 3, 12, 0, 4720, 0 } },
	{ "79", "ecol toit mur pont", { 4, 13, 0, 4800, 0 } },
	{ "79", "ecol", { 7, 0, 0, FUNDED_NOWHERE, 0 } },
	{ "79", "ecol", { 8, EPCI, EPCI, 4710, 0 } },
	{ "79", "ecol", { 9, 16, 0, 4700, 0 } },
	/* by longitude, in the south: a degree there is 0.68 of one */
	{ "79", "canal", { 10, 17, 0, 4700, 50 } },
	{ "79", "parc", { 11, 19, 0, 4705, 0 } },
	/* it was replaced since its list was read */
	{ "79", "parc", { 12, 19, 0, 4710, 0 } },
	{ "79", "parc", { 13, 19, 0, 4720, 0 } },
	{ "79", "canal", { 21, 18, 0, 4700, -50 } },
	{ "86", "ecol", { 5, 14, 0, 4640, 0 } },
	{ "86", "ecol mur", { 6, 15, 0, 4650, 0 } },
};
enum { GONE = 12 };

static int asked; /* queries */

static struct value
number(long long i)
{
	return (struct value){ VALUE_INT, i, NULL, 0 };
}

static struct value
text(const char *s)
{
	return (struct value){ VALUE_TEXT, 0, s, strlen(s) };
}

static struct value *
add(struct pool *pool, struct result *res)
{
	struct value *row = pool_take(pool, res->columns * sizeof(*row));

	for (unsigned i = 0; i < res->columns; i++)
		row[i] = (struct value){ .type = VALUE_NULL };
	return res->row[res->rows++] = row;
}

/* The two departments around the place. */
static void
answer_around(struct pool *pool, struct result *res, long long id)
{
	static const char *const codes[] = { "79", "86" };

	for (size_t i = 0; id != LOST && i < ROWS(codes); i++) {
		struct value *row = add(pool, res);

		row[COLUMN(perimeter_around, id)] = number(id);
		row[COLUMN(perimeter_around, latitude)] = number(LATITUDE);
		row[COLUMN(perimeter_around, longitude)] = number(0);
		row[COLUMN(perimeter_around, department)] = text(codes[i]);
	}
}

static bool
has_term(const char *terms, const char *term)
{
	size_t n = strlen(term);

	for (const char *p = terms; (p = strstr(p, term)) != NULL; p++)
		if ((p == terms || p[-1] == ' ') &&
		    (p[n] == '\0' || p[n] == ' '))
			return true;
	return false;
}

/* The posting list of "~79 ecol". */
static void
answer_list(struct pool *pool, struct result *res, const char *key)
{
	struct buf b = { 0 };
	unsigned last = 0;
	struct value *row;

	for (size_t i = 0; i < ROWS(projects); i++)
		if (strncmp(projects[i].department, key + 1, 2) == 0 &&
		    has_term(projects[i].terms, key + 4))
			posting_put(&b, &last,
			    &(struct posting){ projects[i].place.id, 255, 0 });
	if (b.len == 0)
		return;
	row = add(pool, res);
	row[COLUMN(posting_lists, term)] = text(key);
	row[COLUMN(posting_lists, list)] = (struct value){ VALUE_TEXT, 0,
		pool_strndup(pool, b.data, b.len), b.len };
	buf_free(&b);
}

static void
answer_places(struct pool *pool, struct result *res, const char *department)
{
	struct funded_place *p = pool_take(pool, sizeof(projects));
	struct value *row = add(pool, res);
	size_t n = 0;

	for (size_t i = 0; i < ROWS(projects); i++)
		if (strcmp(projects[i].department, department) == 0)
			p[n++] = projects[i].place;
	row[COLUMN(funded_lists, near)] = text(department);
	row[COLUMN(funded_lists, list)] = (struct value){ VALUE_TEXT, 0,
		(char *)p, n * sizeof(*p) };
}

/* That of 3 has more than a title. */
static void
answer_row(struct pool *pool, struct result *res, long long id)
{
	struct value *row = add(pool, res);

	row[COLUMN(funded_rows, parent)] = number(id);
	row[COLUMN(funded_rows, title)] = text(pool_printf(pool, "%lld", id));
	if (id != 3)
		return;
	row[COLUMN(funded_rows, beneficiary)] = text("A & <b>");
	row[COLUMN(funded_rows, cost)] = number(1234567);
	row[COLUMN(funded_rows, amount)] = number(999);
}

enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	const struct query *q = &query_table[id];

	(void)db;
	asked++;
	*res = (struct result){ .query = id,
		.names = (const char **)(uintptr_t)q->columns,
		.columns = (unsigned)q->ncolumns,
		.row = pool_take(pool, 100 * sizeof(*res->row)) };
	for (size_t i = 0; i < args->n; i++) {
		const struct value *key = &args->v[i];

		if (id == Q_PERIMETER_AROUND) {
			answer_around(pool, res, key->i);
		} else if (id == Q_POSTING_LISTS) {
			answer_list(pool, res, key->s);
		} else if (id == Q_FUNDED_LISTS) {
			answer_places(pool, res, key->s);
		} else if (key->i != GONE) {
			answer_row(pool, res, key->i);
		}
	}
	return RC_OK;
}

/* ---- questions ---- */

/* A place, words by " ": each is a concept; or all are one, said by all of them
 * with "+", or by the first and, as synonyms, the others with "|"; how many are
 * shown; and those, with their km, "beyond" when they are of another
 * department, and the total. */
static const struct {
	int place;
	const char *words;
	size_t max;
	const char *want;
} rows[] = {
	/* nearest first; the newer of two as near; 5 is at 67 km; nobody knows
	 * where 7 is, as good as at 100 */
	{ COMMUNE, "ecol", 10,
	    "8, 2, 9 1km, 1 11km, 3 22km, 6 56km beyond, 7, "
	    "4 111km; of 8" },
	{ COMMUNE, "ecol", 3, "8, 2, 9 1km; of 8" },
	{ COMMUNE, "ecol", 1, "8; of 8" },
	/* with an intercommunality, what lies in it is there */
	{ EPCI, "ecol", 4, "8, 2, 1, 9 1km; of 8" },
	/* no place on the map, so no other department either */
	{ LOST, "ecol", 10, "9, 8, 7, 4, 3, 2, 1; of 7" },
	/* both concepts are near: those with one are dropped */
	{ COMMUNE, "ecol toit", 10, "3 22km, 4 111km; of 2" },
	/* that with both is far only: those with one stay, after it */
	{ COMMUNE, "toit mur", 10, "4 111km, 3 22km, 6 56km beyond; of 3" },
	{ COMMUNE, "toit mur", 2, "4 111km, 3 22km; of 3" },
	/* and what has a common word alone does not */
	{ COMMUNE, "ecol mur", 10, "6 56km beyond, 4 111km; of 2" },
	/* nothing is near: the best of all decide */
	{ COMMUNE, "pont mur", 10, "4 111km; of 1" },
	/* one concept of several words */
	{ COMMUNE, "ecol+toit", 10, "3 22km, 4 111km; of 2" },
	{ COMMUNE, "ecol+toit+mur", 10, "4 111km; of 1" },
	{ COMMUNE, "pont+ecol", 10, "4 111km; of 1" },
	/* a synonym comes after the word, unless it is much nearer */
	{ COMMUNE, "toit|mur", 10, "3 22km, 4 111km, 6 56km beyond; of 3" },
	{ COMMUNE, "pont|toit", 10, "3 22km, 4 111km; of 2" },
	{ COMMUNE, "canal", 10, "21 38km, 10 38km; of 2" },
	{ COMMUNE, "parc", 10, "11 6km, 13 22km; of 3" },
	/* what is done alone is not what was asked, unless nothing else was */
	{ COMMUNE, "~ecol toit", 10, "3 22km, 4 111km; of 2" },
	{ COMMUNE, "~ecol xyzzy", 10, "none; of 0" },
	{ COMMUNE, "~ecol", 1, "8; of 8" },
	{ COMMUNE, "xyzzy", 10, "none; of 0" },
	{ COMMUNE, "xyzzy ecol", 2, "8, 2; of 8" },
};

/* Adds a concept of n words: variants of one term, or of all. */
static void
add_concept(struct pool *pool, struct terms *t, const char *const *word,
    size_t n, bool all, struct question *q)
{
	struct rank_variant *v = pool_take(pool, n * sizeof(*v));

	q->concept[q->concepts] = (struct rank_concept){ .variant = v,
		.variants = all ? 1 : (int)n,
		.decides = true };
	for (int i = 0; i < q->concept[q->concepts].variants; i++) {
		size_t number = terms_add(t, &word[i], all ? (int)n : 1);

		v[i] = (struct rank_variant){ terms_list(t,
						  terms_want(t, &number, 1,
						      TERM_JOIN_BEST, false)),
			i == 0 ? 1 : 0.7f };
	}
	q->concepts++;
}

/* "~ecol" is what is done, and not what it is done to. */
static void
read_words(struct pool *pool, const char *words, struct question *q)
{
	static const struct docs aids = { .prefix = "" };
	struct terms *t = terms_new(pool, &aids);
	char *rest = pool_strdup(pool, words), *word;
	const char *all[8];
	size_t n = 0;

	while ((word = strsep(&rest, " +|")) != NULL)
		all[n++] = word;
	q->wordings = t;
	if (strpbrk(words, "+|") != NULL)
		add_concept(pool, t, all, n, strchr(words, '+') != NULL, q);
	else
		for (size_t i = 0; i < n; i++) {
			bool helps = *all[i] == '~';

			all[i] += helps;
			add_concept(pool, t, &all[i], 1, false, q);
			q->concept[i].decides = !helps;
		}
}

static const char *
attribute(struct pool *pool, xmlNodePtr n, const char *name)
{
	xmlChar *s = xmlGetProp(n, (const xmlChar *)name);
	const char *copy = s != NULL ? pool_strdup(pool, (char *)s) : NULL;

	xmlFree(s);
	return copy;
}

static const char *
shown(struct pool *pool, xmlNodePtr root, size_t total)
{
	xmlNodePtr list = xml_child(root, "funded-near");
	const char *s = list != NULL ? "" : "none";

	for (xmlNodePtr n = list != NULL ? list->children : NULL; n != NULL;
	     n = n->next) {
		const char *km = attribute(pool, n, "km");
		xmlNodePtr title = xml_child(n, "title");

		s = pool_printf(pool, "%s%s%s%s%s%s", s, *s != '\0' ? ", " : "",
		    (char *)title->children->content,
		    km != NULL ? pool_printf(pool, " %s", km) : "",
		    km != NULL ? "km" : "",
		    attribute(pool, n, "beyond") != NULL ? " beyond" : "");
	}
	if (list != NULL)
		assert_int_equal(atoi(attribute(pool, list, "total")), total);
	return pool_printf(pool, "%s; of %zu", s, total);
}

static struct question
question_at_place(int place)
{
	return (struct question){ .place = { .asked = { (uint32_t)place },
				      .nasked = 1,
				      .department = "79",
				      .epci = place != LOST ? EPCI : 0 } };
}

static const struct request facts = { .format = "xml" }, page = { 0 };
static struct aid_parts parts;

static void
test_ranking(void **state)
{
	struct context ctx = { .pool = pool_new(),
		.rows = row_cache_new(1 << 20) };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct response resp = { .root = xmlDocGetRootElement(
					     xml_page(ctx.pool, "test")) };
		struct question q = question_at_place(rows[i].place);
		size_t total;

		row_cache_begin(ctx.rows, 1);
		read_words(ctx.pool, rows[i].words, &q);
		want_int(i,
		    funded_put(&ctx, &facts, &resp, &parts, &q, rows[i].max,
			&total),
		    RC_OK);
		want_str(i, shown(ctx.pool, resp.root, total), rows[i].want);
	}
	row_cache_free(ctx.rows);
	pool_free(ctx.pool);
}

/* The card, with the facts of a project. */
static void
test_cards(void **state)
{
	static char card[] =
	    "<li>\1fact title\2 \1fact beneficiary\2 (\1number cost\2, \1number amount\2)"
	    "\1?has km\2 \1fact km\2 km\3\1?has beyond\2 beyond\3"
	    "\1?has rate\2 \1fact rate\2 %\3 \1fact xyzzy\2</li>";
	static const struct {
		const char *words, *want;
	} cards[] = {
		{ "toit",
		    "<li>3 A &amp; &lt;b&gt; (1 234 567, 999) 22 km "
		    "</li>" },
		{ "mur", "<li>6  (, ) 56 km beyond </li>" },
		{ "ecol", "<li>8  (, ) </li>" },
	};
	struct context ctx = { .pool = pool_new(),
		.rows = row_cache_new(1 << 20) };

	(void)state;
	parts.funded = (struct buf){ card, strlen(card), 0 };
	for (size_t i = 0; i < ROWS(cards); i++) {
		struct response resp = { .root = xmlDocGetRootElement(
					     xml_page(ctx.pool, "test")) };
		struct question q = question_at_place(COMMUNE);
		xmlNodePtr list;
		size_t total;

		row_cache_begin(ctx.rows, 1);
		read_words(ctx.pool, cards[i].words, &q);
		want_int(i,
		    funded_put(&ctx, &page, &resp, &parts, &q, 1, &total),
		    RC_OK);
		list = xml_child(resp.root, "funded-near");
		want_str(i, attribute(ctx.pool, list, "shown"), "1");
		want_str(i, (char *)xml_child(list, "cards")->children->content,
		    cards[i].want);
	}
	parts = (struct aid_parts){ 0 };
	row_cache_free(ctx.rows);
	pool_free(ctx.pool);
}

/* Without words, or a department, nothing is asked of the base. */
static void
test_nothing_asked(void **state)
{
	struct context ctx = { .pool = pool_new(),
		.rows = row_cache_new(1 << 20) };
	struct response resp = { .root = xmlDocGetRootElement(
				     xml_page(ctx.pool, "test")) };
	struct question q = question_at_place(COMMUNE);
	size_t total = 1;

	(void)state;
	row_cache_begin(ctx.rows, 1);
	asked = 0;
	assert_int_equal(funded_put(&ctx, &facts, &resp, &parts, &q, 3, &total),
	    RC_OK);
	assert_int_equal(total, 0);
	read_words(ctx.pool, "ecol", &q);
	q.place.department = NULL;
	assert_int_equal(funded_put(&ctx, &facts, &resp, &parts, &q, 3, &total),
	    RC_OK);
	assert_int_equal(asked, 0);
	assert_null(resp.root->children);
	row_cache_free(ctx.rows);
	pool_free(ctx.pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ranking),
		cmocka_unit_test(test_cards),
		cmocka_unit_test(test_nothing_asked),
	};

	return cmocka_run_group_tests_name("funded", tests, NULL, NULL);
}
