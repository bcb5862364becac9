/* test_aim.c - what a project leads to: its share, its names, its direction. */

#include <math.h>

#include "base.h"
#include "gen/queries/vocabulary.h"
#include "question/aim.h"
#include "vectors.h"

/* Project types, each in a direction of its own, those of the first
 * dimensions. */
static const struct base_answer answers[] = {
	{ Q_PROJECTS, NULL,
	    "#1;ecole;École;a;;\n#2;gymnase;Gymnase;a;;\n"
	    "#3;mairie;Mairie;a;;\n" },
	{ Q_KEYWORDS, NULL, "intention;rénover;\n" },
	{ Q_GENERAL_KINDS, NULL, "" },
};

static struct pool *pool;
static struct corpus corpus;
static uint64_t toits, haies;
static uint64_t *of_kind[] = { &toits, &haies, NULL };

/* A kind that titles of the dimension from lead to, whose aids are of the
 * dimension to, or none: of three kinds, x is e^x of e^x + 2. */
static void
put_kind(struct buf *b, const char *name, int from, int to)
{
	buf_putf(b, "%s\t0", name);
	for (int i = 0; i < VECTOR_DIMS; i++)
		buf_putf(b, "\t%d", i == from ? 2890 : 0);
	for (int i = 0; i < VECTOR_DIMS; i++)
		buf_putf(b, "\t%d", i == to ? VECTOR_LENGTH : 0);
	buf_puts(b, "\n");
}

static struct aid_kinds *
read_kinds(const struct word_vectors *v)
{
	char *dir = unit_folder(), path[300];
	struct buf lines = { 0 }, b = { 0 };
	struct aid_kinds *k;
	const char *why;

	put_kind(&lines, "toits", 0, 3);
	put_kind(&lines, "haies", 1, 4);
	put_kind(&lines, "", 2, -1);
	buf_putf(&b, "made\t%u\t3\t%lu\n%s", word_vectors_made(v),
	    crc32(0, (const Bytef *)lines.data, (uInt)lines.len), lines.data);
	snprintf(path, sizeof(path), "mkdir -p %s/sql/learned", dir);
	assert_int_equal(system(path), 0);
	unit_file(dir, "sql/learned/aid-kinds.tsv", b.data, b.len);
	k = aid_kinds_read(dir, v, &why);
	unit_remove(dir);
	buf_free(&lines);
	buf_free(&b);
	return k;
}

static int
begin(void **state)
{
	static const struct vectors_word word[] = { { "toit", { 100 }, 1 } };
	struct buf b = { 0 };
	const char *why;

	(void)state;
	base_serve(answers);
	pool = pool_new();
	corpus.words = words_new();
	assert_int_equal(projects_load(NULL, corpus.words, &corpus.projects),
	    RC_OK);
	assert_int_equal(synonyms_load(NULL, corpus.words, &corpus.synonyms),
	    RC_OK);
	corpus.matches = project_match_new(corpus.projects, corpus.words,
	    corpus.synonyms);
	vectors_make(&b, word, ROWS(word));
	corpus.vectors = vectors_open(b.data, b.len, &why);
	buf_free(&b);
	corpus.kinds = read_kinds(corpus.vectors);
	assert_non_null(corpus.kinds);
	corpus.of_kind = of_kind;
	corpus.sense = calloc(3, sizeof(*corpus.sense));
	for (int i = 0; i < 3; i++)
		corpus.sense[i].to[i] = VECTOR_LENGTH;
	return 0;
}

static int
end(void **state)
{
	(void)state;
	corpus.of_kind = NULL;
	corpus_free(&corpus);
	pool_free(pool);
	return 0;
}

/* What is asked, the direction of its words, and what it leads to: the share in
 * hundredths, and the first five dimensions of the direction in tenths. */
static const struct row {
	const char *text;
	int words;
	int8_t title[3];
	const char *names;
	int share;
	const uint64_t *docs;
	int to[5];
} rows[] = {
	/* one word is what it says */
	{ "école", 1, { 127 }, "", 0, NULL, { 0 } },
	{ "zoo panda", 2, { 127 }, "", 0, NULL, { 0 } },
	/* a need: the mean of the project types that it may be */
	{ "école neuve", 2, { 127 }, "École", 50, NULL, { 10 } },
	{ "école gymnase", 2, { 0 }, "École, Gymnase", 50, NULL, { 7, 7 } },
	{ "école gymnase mairie", 3, { 127 }, "École, Gymnase…", 50, NULL,
	    { 6, 6, 6 } },
	/* a title: a kind that is likely by e^2.89 of e^2.89 + 2 = 0.90 */
	{ "un zoo de pandas", 4, { 127 }, "toits", 180, &toits,
	    { 0, 0, 0, 10 } },
	{ "une école de pandas", 4, { 0, 127 }, "haies", 185, &haies,
	    { 1, 0, 0, 0, 10 } },
	/* by e^1.37 of e^1.37 + 2 = 0.66 */
	{ "une école de pandas", 4, { 60 }, "toits", 149, &toits,
	    { 5, 0, 0, 9 } },
	/* by e^0.52 of e^0.52 + 2 = 0.46, and e^0.41 of e^0.41 + 2 = 0.43, which
	 * is not enough */
	{ "un zoo de pandas", 4, { 23 }, "toits", 92, &toits, { 0, 0, 0, 10 } },
	{ "un zoo de pandas", 4, { 18 }, "", 0, NULL, { 0 } },
	{ "une école de pandas", 4, { 18 }, "École", 50, NULL, { 10 } },
	/* a short one begins with what is to be done */
	{ "rénover un zoo", 2, { 127 }, "toits", 180, &toits, { 0, 0, 0, 10 } },
	{ "zoo à rénover", 2, { 127 }, "", 0, NULL, { 0 } },
	{ "rénover", 1, { 127 }, "", 0, NULL, { 0 } },
	/* a kind that nobody knows */
	{ "une école de pandas", 4, { 0, 0, 127 }, "École", 50, NULL, { 10 } },
};

static const char *
names_of(const struct aim *a)
{
	const char *s = "";

	for (int i = 0; i < a->names && i < AIM_NAMES; i++)
		s = pool_printf(pool, "%s%s%s", s, i > 0 ? ", " : "",
		    a->name[i]);
	return a->names > AIM_NAMES ? pool_printf(pool, "%s…", s) : s;
}

static void
test_aim(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct row *r = &rows[i];
		struct sense sense = { .vectors = corpus.vectors };
		struct aim a;

		for (int d = 0; d < 3; d++)
			sense.direction.to[d] = r->title[d];
		aim_read(pool, &corpus, r->text, r->words, &sense, &a);
		want_str(i, names_of(&a), r->names);
		want_int(i, (int)lroundf(100 * a.share), r->share);
		if (a.docs != r->docs)
			fail_msg("row %zu: docs of another kind", i);
		for (int d = 0; d < 5; d++)
			want_int(i,
			    (int)lroundf(10.0f * (float)a.direction.to[d] /
				VECTOR_LENGTH),
			    r->to[d]);
	}
}

/* Words that no vector knows, and no vectors at all. */
static void
test_without(void **state)
{
	struct vector *kept = corpus.sense;
	struct aim a;

	(void)state;
	aim_read(pool, &corpus, "une école de pandas", 4, NULL, &a);
	want_str(0, names_of(&a), "École");
	corpus.sense = NULL;
	aim_read(pool, &corpus, "une école de pandas", 4, NULL, &a);
	want_str(1, names_of(&a), "");
	want_int(1, a.projects, 1);
	want_int(1, (int)(100 * a.share), 0);
	corpus.sense = kept;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_aim),
		cmocka_unit_test(test_without),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
