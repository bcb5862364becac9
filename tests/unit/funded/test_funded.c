/* test_funded.c - which funded projects are shown for a question, in which
 * order, and how far they are. */

#include "funded/funded.h"
#include "gen/queries/funded.h"
#include "gen/queries/territory.h"
#include "unit.h"
#include "xml/xml.h"

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* Places: a commune, its intercommunality, and a commune without a place on the
 * map.  Latitudes and longitudes are in hundredths of a degree: 9 of latitude
 * are 10 km. */
enum { COMMUNE = 10, EPCI = 20, LOST = 30, LATITUDE = 4700 };

/* What a posting says, by its list; projects of a list are in any order. */
static const struct posted {
	const char *near;
	int id, perimeter, epci, latitude, longitude;
} projects[] = {
	{ "79 ecol", 1, 11, EPCI, 4710, 0 },
	{ "79 ecol", 2, COMMUNE, EPCI, 4700, 0 },
	{ "79 ecol", 3, 12, 0, 4720, 0 },
	{ "79 toit", 3, 12, 0, 4720, 0 },
	{ "79 ecol", 4, 13, 0, 4800, 0 },
	{ "79 toit", 4, 13, 0, 4800, 0 },
	{ "79 mur", 4, 13, 0, 4800, 0 },
	{ "86 ecol", 5, 14, 0, 4640, 0 },
	{ "86 ecol", 6, 15, 0, 4650, 0 },
	{ "86 mur", 6, 15, 0, 4650, 0 },
	{ "79 pont", 4, 13, 0, 4800, 0 },
	{ "79 ecol", 7, 0, 0, FUNDED_NOWHERE, 0 },
	{ "79 ecol", 8, EPCI, EPCI, 4710, 0 },
	{ "79 ecol", 9, 16, 0, 4700, 0 },
	/* by longitude, in the south: a degree there is 0.68 of one */
	{ "79 canal", 10, 17, 0, 4700, 50 },
	{ "79 canal", 21, 18, 0, 4700, -50 },
	/* 12 was replaced since its list was read */
	{ "79 parc", 11, 19, 0, 4705, 0 },
	{ "79 parc", 12, 19, 0, 4710, 0 },
	{ "79 parc", 13, 19, 0, 4720, 0 },
};

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

static unsigned char *
put(unsigned char *p, int n, int bytes)
{
	uint32_t u = (uint32_t)n;

	for (; bytes > 0; bytes--, u >>= 8)
		*p++ = u & 255;
	return p;
}

static void
answer_list(struct pool *pool, struct result *res, const char *near)
{
	unsigned char *list = pool_take(pool, sizeof(projects)), *p = list;
	struct value *row;

	for (size_t i = 0; i < ROWS(projects); i++) {
		const struct posted *one = &projects[i];

		if (strcmp(one->near, near) != 0)
			continue;
		p = put(put(put(p, one->id, 4), one->perimeter, 4), one->epci,
		    4);
		p = put(put(p, one->latitude, 2), one->longitude, 2);
	}
	if (p == list)
		return;
	row = add(pool, res);
	row[COLUMN(funded_lists, near)] = text(near);
	row[COLUMN(funded_lists, list)] = (struct value){ VALUE_TEXT, 0,
		(char *)list, (size_t)(p - list) };
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
		} else if (id == Q_FUNDED_LISTS) {
			answer_list(pool, res, key->s);
		} else if (key->i != 12) {
			struct value *row = add(pool, res);

			row[COLUMN(funded_rows, parent)] = number(key->i);
			row[COLUMN(funded_rows, title)] = text(
			    pool_printf(pool, "%lld", key->i));
		}
	}
	return RC_OK;
}

/* ---- questions ---- */

/* A place, words by " ": each is a concept, or all are one, of which any is
 * enough with "|" and all are wanted with "+"; how many are shown; and those,
 * with their km, "beyond" when they are of another department, and the total.
 */
static const struct {
	int place;
	const char *words;
	size_t max;
	const char *want;
} rows[] = {
	/* nearest first; the newer of two as near; 5 is at 67 km */
	{ COMMUNE, "ecol", 10,
	    "8, 2, 9 1km, 1 11km, 3 22km, 6 56km beyond, "
	    "4 111km, 7; of 8" },
	{ COMMUNE, "ecol", 3, "8, 2, 9 1km; of 8" },
	{ COMMUNE, "ecol", 1, "8; of 8" },
	/* with an intercommunality, what lies in it is there */
	{ EPCI, "ecol", 4, "8, 2, 1, 9 1km; of 8" },
	/* no place on the map, so no other department either */
	{ LOST, "ecol", 10, "9, 8, 7, 4, 3, 2, 1; of 7" },
	/* both concepts are near: those with one are dropped */
	{ COMMUNE, "ecol toit", 10, "3 22km, 4 111km; of 2" },
	/* both are far only: those with one stay, after it */
	{ COMMUNE, "ecol mur", 10,
	    "6 56km beyond, 4 111km, 8, 2, 9 1km, 1 11km, 3 22km, 7; of 8" },
	{ COMMUNE, "ecol mur", 2, "6 56km beyond, 4 111km; of 8" },
	/* nothing is near: the best of all decide */
	{ COMMUNE, "pont mur", 10, "4 111km; of 1" },
	/* one concept of several words */
	{ COMMUNE, "ecol+toit", 10, "3 22km, 4 111km; of 2" },
	{ COMMUNE, "toit|mur", 10, "3 22km, 6 56km beyond, 4 111km; of 3" },
	{ COMMUNE, "pont|toit", 10, "3 22km, 4 111km; of 2" },
	{ COMMUNE, "ecol+toit+mur", 10, "4 111km; of 1" },
	{ COMMUNE, "pont+ecol", 10, "4 111km; of 1" },
	{ COMMUNE, "canal", 10, "21 38km, 10 38km; of 2" },
	{ COMMUNE, "parc", 10, "11 6km, 13 22km; of 3" },
	{ COMMUNE, "xyzzy", 10, "none; of 0" },
	{ COMMUNE, "xyzzy ecol", 2, "8, 2; of 8" },
};

static void
read_words(struct pool *pool, const char *words, struct question *q)
{
	char *rest = pool_strdup(pool, words), *word;
	bool one = strpbrk(words, "+|") != NULL;

	while ((word = strsep(&rest, " +|")) != NULL) {
		q->word[q->words] = word;
		if (!one)
			q->phrase[q->phrases++] = (struct question_phrase){ 1ull
				    << q->words,
				(int)q->words, true };
		q->words++;
	}
	if (one)
		q->phrase[q->phrases++] = (struct question_phrase){
			(1ull << q->words) - 1, 0, strchr(words, '|') != NULL
		};
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
		want_int(i, funded_put(&ctx, &resp, &q, rows[i].max, &total),
		    RC_OK);
		want_str(i, shown(ctx.pool, resp.root, total), rows[i].want);
	}
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
	assert_int_equal(funded_put(&ctx, &resp, &q, 3, &total), RC_OK);
	assert_int_equal(total, 0);
	read_words(ctx.pool, "ecol", &q);
	q.place.department = NULL;
	assert_int_equal(funded_put(&ctx, &resp, &q, 3, &total), RC_OK);
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
		cmocka_unit_test(test_nothing_asked),
	};

	return cmocka_run_group_tests_name("funded", tests, NULL, NULL);
}
