/* test_concepts.c - the words of a question to concepts, over an index, a
 * thesaurus and project types of the test's own. */

#include "gen/constants.h"
#include "gen/queries/index.h"
#include "gen/queries/vocabulary.h"
#include "index/posting.h"
#include "question/concepts.h"
#include "question/question_read.h"
#include "unit.h"
#include "xml/xml.h"

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

/* The one aid bears all terms but these. */
static const char *const unknown[] = { "xyzzy", "ecoll" };

static const struct row {
	enum query_id query;
	const char *cell[6];
} rows[] = {
	{ Q_KEYWORDS, { KEYWORD_OBJECT, "toit", "toiture|couverture" } },
	{ Q_KEYWORDS, { KEYWORD_ACRONYM, "IRVE", "borne de recharge" } },
	{ Q_KEYWORDS, { KEYWORD_INTENTION, "rénover", "réhabiliter" } },
	{ Q_KEYWORDS, { KEYWORD_OBJECT, "salle des fêtes", "" } },
	{ Q_KEYWORDS, { KEYWORD_OBJECT, "eau potable", "cour fleurie" } },
	{ Q_KEYWORDS, { KEYWORD_OBJECT, "fêtes de village rural", "bal" } },
	{ Q_PROJECTS,
	    { "7", "toiture", "Réfection de toiture", "bâtiment",
		"toit|toiture+école", "église" } },
	{ Q_KEYWORDS, { KEYWORD_OBJECT, "voirin", "" } },
	{ Q_VOCABULARY, { "ecol", "école", "1" } },
	{ Q_VOCABULARY, { "voirie", "voirie", "1" } },
	{ Q_WORD_FORMS, { "1", "ecole", "" } },
	{ Q_WORD_FORMS, { "2", "voirie", "" } },
	{ Q_WORD_FORMS, { "3", "voirio", "" } },
	{ Q_COMMON_WORDS, { "rural", "", "" } },
	{ Q_COMMON_WORDS, { "mairies", "", "" } },
	{ Q_WORD_CLASSES, { "way", "rue", "" } },
	{ Q_WORD_CLASSES, { "way", "borne", "" } },
};

static bool
is_unknown(const char *term)
{
	for (size_t i = 0; i < ROWS(unknown); i++)
		if (strcmp(unknown[i], term) == 0)
			return true;
	return false;
}

static void
add_row(struct pool *pool, struct result *res, const char *const *cell, int n)
{
	struct value *row = pool_take(pool, (size_t)n * sizeof(*row));

	for (int i = 0; i < n; i++)
		row[i] = (struct value){ VALUE_TEXT, atoi(cell[i]), cell[i],
			strlen(cell[i]) };
	res->row[res->rows++] = row;
}

/* A posting of the one aid for each term asked that it bears. */
static void
add_postings(struct pool *pool, struct result *res, const struct arg *args)
{
	struct posting p = { .aid = 10, .impact = 100, .at = 1 };
	struct buf b = { 0 };
	unsigned last = 0;

	posting_put(&b, &last, &p);
	for (size_t i = 0; i < args->n; i++) {
		const char *cell[] = { args->v[i].s, "" };

		if (is_unknown(cell[0]))
			continue;
		add_row(pool, res, cell, 2);
		res->row[res->rows - 1][COLUMN(posting_lists, list)] =
		    (struct value){ VALUE_TEXT, 0,
			    pool_strndup(pool, b.data, b.len), b.len };
	}
	buf_free(&b);
}

enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	(void)db;
	*res = (struct result){ .query = id,
		.columns = (unsigned)query_table[id].ncolumns };
	res->row = pool_take(pool, 2100 * sizeof(*res->row));
	if (id == Q_POSTING_LISTS)
		add_postings(pool, res, args);
	/* The vocabulary is read a piece at a time. */
	for (size_t i = 0; i < ROWS(rows); i++)
		if (rows[i].query == id &&
		    (id != Q_VOCABULARY || args->v->n == 0) &&
		    (id != Q_WORD_FORMS || args->v->i == 0))
			add_row(pool, res, rows[i].cell,
			    id == Q_PROJECTS ? 6 : 3);
	return RC_OK;
}

/* ---- what was understood, as text ---- */

/* "name" with marks: "+" decides, "!" required, "-" excluded, "s" of the
 * thesaurus, "~" common; then the weights of its variants, in tenths. */
static const char *
concept_told(struct pool *pool, const struct rank_concept *k)
{
	const char *s = pool_printf(pool, "%s%s%s%s%s%s", k->name,
	    k->decides ? "+" : "", k->required ? "!" : "",
	    k->left_out ? "-" : "", k->has_synonyms ? "s" : "",
	    k->common ? "~" : "");

	for (int w = 0; w < k->variants; w++)
		s = pool_printf(pool, "%s %d", s,
		    (int)(10 * k->variant[w].weight + 0.5f));
	return s;
}

/* The forms of each <word>, "," between them; what it corrects. */
static const char *
words_told(struct pool *pool, xmlNodePtr asked)
{
	const char *s = "";

	for (xmlNodePtr n = asked->children; n != NULL; n = n->next) {
		xmlChar *mended = xmlGetProp(n, (const xmlChar *)"mended");

		if (strcmp((const char *)n->name, "word") != 0)
			continue;
		s = pool_printf(pool, "%s%s", s, *s != '\0' ? " ; " : "");
		for (xmlNodePtr f = n->children; f != NULL; f = f->next)
			s = pool_printf(pool, "%s%s%s", s,
			    f != n->children ? "," : "",
			    (const char *)f->children->content);
		if (mended != NULL)
			s = pool_printf(pool, "%s (corrected)", s);
		xmlFree(mended);
	}
	return s;
}

static const struct {
	const char *query, *concepts, *words;
} asked[] = {
	{ "", "", "" },
	{ "keyword=le+la+les", "", "" },
	{ "keyword=%C3%A9cole", "école+ 10", "école" },
	/* a pair of words that follow each other is a concept that helps */
	{ "keyword=%C3%A9cole+piscine",
	    "école+ 10 ; piscine+ 10 ; école piscine 10", "école ; piscine" },
	/* words that say little, in any form */
	{ "keyword=mairie+rurale",
	    "mairie+~ 10 ; rurale+~ 10 ; mairie rurale 10", "mairie ; rurale" },
	/* synonyms weigh less; an acronym is what it stands for */
	{ "keyword=toit", "toit+s 10 7", "toit,toiture,couverture" },
	{ "keyword=couverture", "couverture+s 10 7",
	    "couverture,toit,toiture" },
	{ "keyword=irve", "irve+s 10 7", "irve,borne de recharge" },
	{ "keyword=borne+de+recharge", "borne recharge+s 10 7",
	    "borne recharge,IRVE" },
	/* an intention helps beside an object */
	{ "keyword=r%C3%A9nover", "rénover 10 7", "rénover,réhabiliter" },
	/* the name of a street says little, and nothing else of its words */
	{ "keyword=rue+de+la+toiture+%C3%A9cole",
	    "rue+ 10 ; toiture~ 10 ; école+ 10", "rue ; toiture ; école" },
	{ "keyword=RUE+DE+TOITURE", "RUE+ 10 ; TOITURE~ 10", "RUE ; TOITURE" },
	{ "keyword=rue+Toit+%C3%89cole+piscine",
	    "rue+ 10 ; Toit~ 10 ; École~ 10 ; piscine+ 10",
	    "rue ; Toit ; École ; piscine" },
	{ "keyword=rue+toit", "rue+ 10 ; toit+s 10 7 ; rue toit 10",
	    "rue ; toit,toiture,couverture" },
	{ "keyword=rue+de+ecolle", "rue+ 10", "rue ; " },
	/* but not a wording */
	{ "keyword=voirie+borne+de+recharge",
	    "voirie+ 10 ; borne recharge+s 10 7 ; voirie borne 10",
	    "voirie ; borne recharge,IRVE" },
	{ "keyword=voirie+borne+de+Recharge",
	    "voirie+ 10 ; borne+ 10 ; Recharge~ 10 ; voirie borne 10",
	    "voirie ; borne ; Recharge" },
	/* quotes and "-" take words as they are */
	{ "keyword=%22%C3%A9cole+piscine%22", "école piscine+! 10",
	    "école piscine" },
	{ "keyword=%22toit%22", "toit+! 10", "toit" },
	{ "keyword=%22toit", "toit+s 10 7", "toit,toiture,couverture" },
	/* a title of four words beside them names something */
	{ "keyword=%22bac%22+mairie+%C3%A9cole+piscine",
	    "bac+! 10 ; mairie+~ 10 ; école+ 10 ; piscine+ 10 ; "
	    "mairie école 10 ; école piscine 10",
	    "bac ; mairie ; école ; piscine" },
	{ "keyword=%C2%ABbac%C2%BB+mairie+%C3%A9cole+piscine+voirie",
	    "bac+ 10 ; mairie+~ 10 ; école+ 10 ; piscine+ 10 ; voirie+ 10 ; "
	    "bac mairie 10 ; mairie école 10 ; école piscine 10 ; "
	    "piscine voirie 10",
	    "bac ; mairie ; école ; piscine ; voirie" },
	{ "keyword=%C3%A9cole+-toit", "école+ 10 ; toit- 10", "école ; toit" },
	{ "keyword=sous-toit", "sous+ 10 ; toit+s 10 7 ; sous toit 10",
	    "sous ; toit,toiture,couverture" },
	/* wordings may share a word; within a longer one none is told */
	{ "keyword=salle+des+f%C3%AAtes+de+village+rural",
	    "salle fêtes+s 10 ; fêtes village rural+s 10 7",
	    "salle fêtes ; fêtes village rural,bal" },
	{ "keyword=la+salle+des+f%C3%AAtes+rurale",
	    "salle fêtes+s 10 ; rurale+~ 10 ; fêtes rurale 10",
	    "salle fêtes ; rurale" },
	/* a family is found by any of its forms */
	{ "keyword=SALLES+DES+FETES", "SALLES FETES+s 10", "SALLES FETES" },
	{ "keyword=toits", "toits+s 10 7", "toits,toiture,couverture" },
	{ "keyword=bornes+de+recharges", "bornes recharges+s 10 7",
	    "bornes recharges,IRVE" },
	{ "keyword=I.R.V.E.", "I.R.V.E.+s 10 7", "I.R.V.E.,borne de recharge" },
	/* what is said twice is one concept, and one pair */
	{ "keyword=toit+toits+toiture+TOIT",
	    "toit+s 10 7 ; toiture+s 10 7 ; toits toiture 10 ; "
	    "toiture TOIT 10",
	    "toit,couverture ; toiture" },
	{ "keyword=%C3%A9cole+piscine+%C3%A9cole+piscine",
	    "école+ 10 ; piscine+ 10 ; école piscine 10 ; piscine école 10",
	    "école ; piscine" },
	/* what no aid bears is corrected, or else dropped and said so */
	{ "keyword=ecolle", "école+ 10", "école (corrected)" },
	{ "keyword=xyzzy", "", "" },
	/* so is one of which only the stem is known, if another word is near */
	{ "keyword=voiri", "voirie+ 10", "voirie (corrected)" },
	{ "keyword=voirio", "voirio+ 10", "voirio" },
	{ "keyword=voirin", "voirin+s 10", "voirin" },
	{ "keyword=voiries", "voiries+ 10", "voiries" },
	{ "keyword=voitie", "voitie+ 10", "voitie" },
	{ "keyword=voriie", "voirie+ 10", "voirie (corrected)" },
	{ "keyword=avoirie", "avoirie+ 10", "avoirie" },
	{ "keyword=%22voiri%22", "voiri+! 10", "voiri" },
	{ "keyword=%22xyzzy%22", "xyzzy+! 10", "xyzzy" },
	/* so is a word that is one, where it is nearly part of a wording */
	{ "keyword=sale+des+f%C3%AAtes", "salle fêtes+s 10",
	    "salle fêtes (corrected)" },
	{ "keyword=eau+portable", "eau potable+s 10 7",
	    "eau potable,cour fleurie" },
	{ "keyword=eaux+potable", "eaux potable+s 10 7",
	    "eaux potable,cour fleurie" },
	{ "keyword=cours+fleurie", "cours+ 10 ; fleurie+ 10 ; cours fleurie 10",
	    "cours ; fleurie" },
	{ "keyword=%22sale%22+des+f%C3%AAtes", "sale+! 10 ; fêtes+ 10",
	    "sale ; fêtes" },
	{ "keyword=solle+des+f%C3%AAtes",
	    "solle+ 10 ; fêtes+ 10 ; solle fêtes 10", "solle ; fêtes" },
	/* a project type, named or chosen, chooses the aids */
	{ "keyword=refection+de+TOITURE",
	    "Réfection de toiture+!s 3 ; Réfection de toiture+!s 3 ; "
	    "Réfection de toiture- 3 ; "
	    "refection 10 ; TOITUREs 10 7 ; refection TOITURE 10",
	    "refection ; TOITURE,toit,couverture" },
	{ "project_reference_id=7",
	    "Réfection de toiture+!s 3 ; Réfection de toiture+!s 3 ; "
	    "Réfection de toiture- 3",
	    "" },
};

static void
test_concepts(void **state)
{
	struct catalogue_aid aid = { .id = 10, .published = true };
	struct corpus corpus = { .catalogue = { .docs = { .prefix = "",
						    .id = &aid.id,
						    .step = sizeof(aid),
						    .n = 1,
						    .has_pairs = true } },
		.words = words_new() };
	struct pool *pool = pool_new();
	struct context ctx = { .pool = pool, .rows = row_cache_new(1 << 20) };

	(void)state;
	for (size_t i = 0; i < 3; i++)
		words_add_stop(corpus.words,
		    (const char *[]){ "le", "la", "de" }[i]);
	words_add_stop(corpus.words, "les");
	words_add_stop(corpus.words, "des");
	assert_int_equal(synonyms_load(NULL, corpus.words, &corpus.synonyms),
	    RC_OK);
	assert_int_equal(projects_load(NULL, corpus.words, &corpus.projects),
	    RC_OK);
	corpus.matches = project_match_new(corpus.projects, corpus.words,
	    corpus.synonyms);
	corpus.forms = form_set_new();
	synonyms_put_forms(corpus.synonyms, corpus.forms);
	assert_int_equal(form_set_load(corpus.forms, NULL), RC_OK);
	assert_int_equal(common_words_load(NULL, corpus.words, &corpus.common),
	    RC_OK);
	for (size_t i = 0; i < ROWS(asked); i++) {
		struct request plain = { .path = "/",
			.deadline = 1e300,
			.format = "xml" },
			       req;
		struct response resp = { .root = xmlDocGetRootElement(
					     xml_page(pool, "test")) };
		struct question *q = pool_take(pool, sizeof(*q));
		struct parser r = { &ctx, &req, &resp, &corpus, q };
		const char *s = "";

		resp.asked = xml_add(resp.root, "asked");
		row_cache_begin(ctx.rows, i + 1);
		assert_int_equal(request_with_query(&plain, pool,
				     question_params, asked[i].query, &req,
				     &resp.fault),
		    RC_OK);
		want_int(i, concepts_read(&r), RC_OK);
		for (int k = 0; k < q->rank.concepts; k++)
			s = pool_printf(pool, "%s%s%s", s, k > 0 ? " ; " : "",
			    concept_told(pool, &q->rank.concept[k]));
		want_str(i, s, asked[i].concepts);
		want_str(i, words_told(pool, resp.asked), asked[i].words);
	}
	row_cache_free(ctx.rows);
	corpus.catalogue = (struct catalogue){ 0 };
	corpus_free(&corpus);
	pool_free(pool);
}

/* A project that is not there is left out, and said by its parameter. */
static void
test_ignored(void **state)
{
	struct corpus corpus = { .words = words_new() };
	struct pool *pool = pool_new();
	struct context ctx = { .pool = pool };
	struct request plain = { .path = "/" }, req;
	struct response resp = { .root = xmlDocGetRootElement(
				     xml_page(pool, "test")) };
	struct question *q = pool_take(pool, sizeof(*q));
	struct parser r = { &ctx, &req, &resp, &corpus, q };

	(void)state;
	assert_int_equal(projects_load(NULL, corpus.words, &corpus.projects),
	    RC_OK);
	request_with_query(&plain, pool, question_params,
	    "project_reference_id=8", &req, &resp.fault);
	resp.asked = xml_add(resp.root, "asked");
	assert_int_equal(concepts_read(&r), RC_OK);
	assert_null(q->project);
	assert_non_null(xml_child(resp.asked, "ignored"));
	assert_int_equal(request_values(&req, "project_reference_id").n, 0);
	corpus_free(&corpus);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_concepts),
		cmocka_unit_test(test_ignored),
	};

	return cmocka_run_group_tests_name("concepts", tests, NULL, NULL);
}
