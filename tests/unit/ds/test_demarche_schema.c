/* test_demarche_schema.c - schemas of DS: their shapes, what is refused. */

#include "ds/demarche_schema.h"
#include "unit.h"

/* The ids are those of DS's contract: Champ-22, Champ-123, Champ-2971444. */
#define ID22 "Q2hhbXAtMjI="
#define ID123 "Q2hhbXAtMTIz"
#define ID297 "Q2hhbXAtMjk3MTQ0NA=="
#define CHAMP(type, id, more) \
	"{\"__typename\":\"" type "\",\"id\":\"" id \
	"\",\"label\":\"L\",\"description\":null,\"required\":true" more "}"
#define TEXT22 CHAMP("TextChampDescriptor", ID22, "")
#define HEAD "\"number\":12,\"title\":\"T\",\"state\":\"publiee\""
#define REVISION(champs, more) \
	"{\"id\":\"R\",\"datePublication\":null," \
	"\"champDescriptors\":[" champs "]" more "}"
#define OF(champs) "{" HEAD ",\"revision\":" REVISION(champs, "") "}"

static enum rc
parse(struct pool *pool, const char *text, struct demarche_schema *s)
{
	*s = (struct demarche_schema){ .revision = NULL };
	return demarche_schema_parse(pool, text, strlen(text), s);
}

/* A schema, and the champs that it makes: id/block type, "p" when private. */
static const struct {
	const char *text, *want;
} shape_rows[] = {
	{ OF(TEXT22), "22/0 Text" },
	{ OF(""), "" },
	{ "{" HEAD ",\"activeRevision\":" REVISION(TEXT22, "") "}",
	    "22/0 Text" },
	{ "{" HEAD
	  ",\"revision\":null,\"activeRevision\":" REVISION(TEXT22, "") "}",
	    "22/0 Text" },
	{ "{\"data\":{\"demarcheDescriptor\":" OF(TEXT22) "}}", "22/0 Text" },
	{ "{\"data\":{\"demarche\":" OF(TEXT22) "}}", "22/0 Text" },
	{ "{\"demarcheDescriptor\":" OF(TEXT22) "}", "22/0 Text" },
	{ "{\"unknown\":{\"a\":[1,{}]}," HEAD
	  ",\"revision\":" REVISION(CHAMP("TextChampDescriptor", ID22,
					",\"new\":[{}]"),
	      ",\"z\":1") "}",
	    "22/0 Text" },
	/* children after their block, annotations after the champs */
	{ "{" HEAD ",\"revision\":" REVISION(
	      CHAMP("RepetitionChampDescriptor", ID22,
		  ",\"champDescriptors\":[" CHAMP("CommuneChampDescriptor",
		      ID123, "") "]") "," CHAMP("YesNoChampDescriptor", ID297,
		  ""),
	      ",\"annotationDescriptors\":[" CHAMP("CheckboxChampDescriptor",
		  ID123, "") "]") "}",
	    "22/0 Repetition, 123/22 Commune, 2971444/0 YesNo, "
	    "123/0 Checkbox p" },
	/* an id may be that of a child and of a champ */
	{ OF(CHAMP("RepetitionChampDescriptor", ID22,
	      ",\"champDescriptors\":[" CHAMP("TextChampDescriptor", ID123,
		  "") "]") "," CHAMP("TextChampDescriptor", ID123, "")),
	    "22/0 Repetition, 123/22 Text, 123/0 Text" },
	/* types that are to come */
	{ OF(CHAMP("FutureChampDescriptor", ID22, "")), "22/0 Future" },
	{ OF(CHAMP("Future", ID22, "")), "22/0 Future" },
	{ OF(CHAMP("ChampDescriptor", ID22, "")), "22/0 ChampDescriptor" },
	{ OF(CHAMP("TextChampDescriptor", ID22, ",\"champDescriptors\":null")),
	    "22/0 Text" },
};

static void
test_shapes(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(shape_rows); i++) {
		struct pool *pool = pool_new();
		struct demarche_schema s;
		char got[500] = "";

		want_int(i, parse(pool, shape_rows[i].text, &s), RC_OK);
		for (size_t k = 0; k < s.demarche.n; k++) {
			const struct champ *c = &s.demarche.champ[k];

			snprintf(got + strlen(got), sizeof(got) - strlen(got),
			    "%s%llu/%llu %s%s", k > 0 ? ", " : "", c->id,
			    c->block, c->type, c->private ? " p" : "");
		}
		want_str(i, got, shape_rows[i].want);
		pool_free(pool);
	}
}

static const char *const refused_rows[] = {
	"",
	"{",
	"[]",
	"{}",
	"null",
	"12",
	"{\"error\":\"not found\"}",
	"{\"data\":null}",
	"{\"data\":{\"demarcheDescriptor\":null}}",
	OF(TEXT22) " x",
	"{\"a\":1,\"a\":2}",
	"{" HEAD ",\"revision\":[]}",
	"{" HEAD ",\"revision\":{\"id\":\"R\"}}",
	"{" HEAD ",\"revision\":{\"champDescriptors\":[]}}",
	"{\"number\":0,\"title\":\"T\",\"state\":\"close\",\"revision\":" REVISION(
	    "", "") "}",
	"{\"number\":4294967296,\"title\":\"T\",\"state\":\"close\","
	"\"revision\":" REVISION("", "") "}",
	"{\"number\":\"12\",\"title\":\"T\",\"state\":\"close\",\"revision\":" REVISION(
	    "", "") "}",
	"{\"number\":12,\"state\":\"close\",\"revision\":" REVISION("", "") "}",
	"{\"number\":12,\"title\":\"T\",\"state\":\"open\",\"revision\":" REVISION(
	    "", "") "}",
	"{\"number\":12,\"title\":\"T\",\"revision\":" REVISION("", "") "}",
	OF("3"),
	OF("null"),
	OF("[]"),
	OF("{}"),
	OF(CHAMP("TextChampDescriptor", "", "")),
	OF(CHAMP("TextChampDescriptor", "MjI=", "")),
	OF(CHAMP("TextChampDescriptor", "Q2hhbXAtYWJj", "")),
	OF(CHAMP("TextChampDescriptor", "Q2hhbXAtMjI==", "")),
	OF(CHAMP("", ID22, "")),
	OF(CHAMP("Un type", ID22, "")),
	OF(CHAMP("TextChampDescriptor", ID22, ",\"level\":-1")),
	OF("{\"id\":\"" ID22 "\",\"label\":\"L\"}"),
	OF("{\"id\":\"" ID22 "\",\"__typename\":\"TextChampDescriptor\"}"),
	OF(TEXT22 "," TEXT22),
	"{" HEAD ",\"revision\":" REVISION(TEXT22,
	    ",\"annotationDescriptors\":[" TEXT22 "]") "}",
	OF(CHAMP("RepetitionChampDescriptor", ID22,
	    ",\"champDescriptors\":[" CHAMP("TextChampDescriptor", ID123,
		"") "," CHAMP("TextChampDescriptor", ID123, "") "]")),
	OF(CHAMP("RepetitionChampDescriptor", ID22,
	    ",\"champDescriptors\":[" CHAMP("RepetitionChampDescriptor", ID123,
		",\"champDescriptors\":[" TEXT22 "]") "]")),
	OF(CHAMP("RepetitionChampDescriptor", ID22,
	    ",\"champDescriptors\":{}")),
	OF(CHAMP("DropDownListChampDescriptor", ID22, ",\"options\":\"a\"")),
	OF(CHAMP("DropDownListChampDescriptor", ID22, ",\"options\":[1]")),
	OF(CHAMP("DropDownListChampDescriptor", ID22,
	    ",\"options\":[\"a\\nb\"]")),
	OF(CHAMP("DropDownListChampDescriptor", ID22,
	    ",\"options\":[\"a\\u0000b\"]")),
	"{" HEAD ",\"revision\":{\"id\":\"01234567890123456789012345678901234"
	"567890123456789012345678901234\",\"champDescriptors\":[]}}",
};

static void
test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(refused_rows); i++) {
		struct pool *pool = pool_new();
		struct demarche_schema s;

		want_int(i, parse(pool, refused_rows[i], &s), RC_BAD_PARAM);
		assert_null(s.revision);
		pool_free(pool);
	}
}

/* Texts stay as they are, to the byte. */
static void
test_texts(void **state)
{
	static const char text[] =
	    "{\"number\":12,\"title\":\" T\\u00a0! \","
	    "\"description\":\"a\\r\\nb\",\"state\":\"brouillon\","
	    "\"forIndividual\":false,"
	    "\"dateFermeture\":\"2026-11-30T23:59:00+01:00\","
	    "\"demarcheURL\":\"https://x/commencer/Essai_1-b?a=b/c\","
	    "\"revision\":{\"id\":\"R\",\"datePublication\":\"2026\","
	    "\"champDescriptors\":[{\"__typename\":"
	    "\"DropDownListChampDescriptor\",\"id\":\"" ID297 "\",\"label\":"
	    "\" \\\"L\\\" \\\\n\\t\xf0\x9f\x8f\xab\","
	    "\"description\":\"\",\"level\":3,\"otherOption\":true,"
	    "\"options\":[\"b \",\"a\",\"--x--\",\"\",\"a\"],"
	    "\"conditionExpression\":[\"=\",[\"champ\",\"x\"],1]}," CHAMP(
		"DropDownListChampDescriptor", ID22, ",\"options\":[]") "]}}";
	static const char *const options[] = { "b ", "a", "--x--", "", "a" };
	struct pool *pool = pool_new();
	struct demarche_schema s;
	const struct champ *c;

	(void)state;
	assert_int_equal(parse(pool, text, &s), RC_OK);
	c = &s.demarche.champ[0];
	assert_string_equal(s.demarche.title, " T\xc2\xa0! ");
	assert_string_equal(s.demarche.description, "a\r\nb");
	assert_string_equal(s.demarche.slug, "essai_1-b");
	assert_string_equal(s.demarche.closes_on, "2026-11-30");
	assert_int_equal(s.demarche.individual, 0);
	assert_string_equal(s.published_at, "2026");
	assert_string_equal(c->label, " \"L\" \\n\t\xf0\x9f\x8f\xab");
	assert_string_equal(c->description, "");
	assert_string_equal(c->visible_if, "[\"=\",[\"champ\",\"x\"],1]");
	assert_int_equal(c->level, 3);
	assert_false(c->required);
	assert_true(c->other);
	assert_int_equal(c->kind, CHAMP_LIST);
	assert_int_equal(c->noptions, ROWS(options));
	for (size_t i = 0; i < ROWS(options); i++)
		want_str(i, c->option[i], options[i]);
	assert_null(c[1].description);
	assert_null(c[1].visible_if);
	assert_true(c[1].required);
	assert_int_equal(c[1].noptions, 0);
	pool_free(pool);
}

/* What makes another revision, and what does not. */
static void
test_descriptors(void **state)
{
	static const struct {
		const char *a, *b;
		bool same;
	} rows[] = {
		{ OF(TEXT22), OF(TEXT22), true },
		{ OF(TEXT22),
		    "{" HEAD ",\"activeRevision\":{"
		    "\"champDescriptors\":[{\"label\":\"L\",\"id\":\"" ID22
		    "\",\"required\":true,\"description\":null,\"__typename\":"
		    "\"TextChampDescriptor\"}],\"annotationDescriptors\":[],"
		    "\"id\":\"S\",\"datePublication\":\"2026\"}}",
		    true },
		{ OF(TEXT22), OF(CHAMP("TextareaChampDescriptor", ID22, "")),
		    false },
		{ OF(CHAMP("PieceJustificativeChampDescriptor", ID22,
		      ",\"fileTemplate\":{\"url\":\"https://a?sig=1\","
		      "\"checksum\":\"x\"}")),
		    OF(CHAMP("PieceJustificativeChampDescriptor", ID22,
			",\"fileTemplate\":{\"url\":\"https://a?sig=2\","
			"\"checksum\":\"x\"}")),
		    true },
		{ OF(CHAMP("PieceJustificativeChampDescriptor", ID22,
		      ",\"fileTemplate\":{\"url\":\"https://a?sig=1\","
		      "\"checksum\":\"x\"}")),
		    OF(CHAMP("PieceJustificativeChampDescriptor", ID22,
			",\"fileTemplate\":{\"url\":\"https://a?sig=1\","
			"\"checksum\":\"y\"}")),
		    false },
		{ OF(TEXT22),
		    "{" HEAD ",\"revision\":" REVISION("",
			",\"annotationDescriptors\":[" TEXT22 "]") "}",
		    false },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct demarche_schema a, b;

		want_int(i, parse(pool, rows[i].a, &a), RC_OK);
		want_int(i, parse(pool, rows[i].b, &b), RC_OK);
		want_int(i, strcmp(a.descriptors, b.descriptors) == 0,
		    rows[i].same);
		pool_free(pool);
	}
}

static void
test_slugs(void **state)
{
	static const struct {
		const char *url, *want;
	} rows[] = {
		{ "https://demarche.numerique.gouv.fr/commencer/fonds-vert",
		    "fonds-vert" },
		{ "https://x/commencer/fonds-vert/", "fonds-vert" },
		{ "https://x/commencer/Fonds-Vert?test=1#a", "fonds-vert" },
		{ "https://x/commencer/test/a_b-9", "a_b-9" },
		{ "/commencer/fonds%2Dvert", "fonds-vert" },
		{ "/commencer/fonds+vert", NULL },
		{ "/commencer/fonds%2Fvert", NULL },
		{ "/commencer/%zz", NULL },
		{ "/commencer/a.b", NULL },
		{ "/commencer/\xc3\xa9t\xc3\xa9", NULL },
		{ "fonds-vert", NULL },
		{ "", NULL },
		{ "/", NULL },
		{ "/commencer/?a", "commencer" },
	};
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		want_str(i, demarche_slug(pool, rows[i].url), rows[i].want);
	pool_free(pool);
}

static void
test_days(void **state)
{
	static const struct {
		const char *at, *want;
	} rows[] = {
		{ "2028-02-29T00:00:00Z", "2028-02-29" },
		{ "2026-02-29", NULL },
		{ "2026-13-01", NULL },
		{ "2026-04-31", NULL },
		{ "2026-4-1", NULL },
		{ "soon", NULL },
		{ "", NULL },
		{ "2026-12-31", "2026-12-31" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct demarche_schema s;

		want_int(i,
		    parse(pool,
			pool_printf(pool,
			    "{%s,"
			    "\"dateFermeture\":\"%s\",\"revision\":%s}",
			    HEAD, rows[i].at, REVISION("", "")),
			&s),
		    RC_OK);
		want_str(i, s.demarche.closes_on, rows[i].want);
		pool_free(pool);
	}
}

/* A schema of n texts, or of a list of n options; malloc'ed. */
static char *
many(size_t n, bool champs)
{
	struct buf b = { 0 };
	struct pool *pool = pool_new();

	buf_puts(&b,
	    "{" HEAD ",\"revision\":{\"id\":\"R\","
	    "\"champDescriptors\":[");
	if (!champs)
		buf_puts(&b,
		    "{\"__typename\":\"DropDownListChampDescriptor\","
		    "\"id\":\"" ID22 "\",\"label\":\"L\",\"options\":[");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(&b, ',');
		if (champs)
			buf_putf(&b,
			    "{\"__typename\":\"TextChampDescriptor\","
			    "\"id\":\"%s\",\"label\":\"L\"}",
			    champ_key(pool, i + 1) + 6);
		else
			buf_putf(&b, "\"%zu\"", i);
	}
	buf_puts(&b, champs ? "]}}" : "]}]}}");
	pool_free(pool);
	return b.data;
}

static void
test_bounds(void **state)
{
	static const struct {
		size_t n;
		bool champs;
		enum rc rc;
	} rows[] = {
		{ SCHEMA_CHAMPS, true, RC_OK },
		{ SCHEMA_CHAMPS + 1, true, RC_BAD_PARAM },
		{ SCHEMA_OPTIONS, false, RC_OK },
		{ SCHEMA_OPTIONS + 1, false, RC_BAD_PARAM },
	};
	char *big = malloc(SCHEMA_BYTES + 2);

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct demarche_schema s;
		char *text = many(rows[i].n, rows[i].champs);

		want_int(i, parse(pool, text, &s), rows[i].rc);
		if (rows[i].rc == RC_OK)
			want_int(i,
			    rows[i].champs ? s.demarche.n
					   : s.demarche.champ[0].noptions,
			    rows[i].n);
		free(text);
		pool_free(pool);
	}
	assert_non_null(big);
	memset(big, ' ', SCHEMA_BYTES + 1);
	memcpy(big, OF(TEXT22), sizeof(OF(TEXT22)) - 1);
	for (size_t i = 0; i < 2; i++) {
		struct pool *pool = pool_new();
		struct demarche_schema s;

		want_int(i,
		    demarche_schema_parse(pool, big, SCHEMA_BYTES + i, &s),
		    i == 0 ? RC_OK : RC_BAD_PARAM);
		pool_free(pool);
	}
	free(big);
}

/* A schema cut anywhere is none. */
static void
test_cut(void **state)
{
	static const char text[] = "{\"data\":{\"demarche\":" OF(TEXT22) "}}";

	(void)state;
	for (size_t n = 0; n < sizeof(text) - 1; n++) {
		struct pool *pool = pool_new();
		struct demarche_schema s;

		want_int(n, demarche_schema_parse(pool, text, n, &s),
		    RC_BAD_PARAM);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_descriptors),
		cmocka_unit_test(test_slugs),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests_name("demarche_schema", tests, NULL,
	    NULL);
}
