/* test_feed_shape.c - records of other feeds, by a table of paths. */

#include "feed/feed_shape.h"
#include "unit.h"

static const char table[] = "forme;champ;chemin;devient\n"
			    "*;audience;Tous;Commune|Région\n"
			    "a;liste;data;\n"
			    "a;si;titre, qui;\n"
			    "a;name;titre;\n"
			    "a;id;lien/;\n"
			    "a;backers;qui.nom;\n"
			    "a;backers;\"\"\"Un porteur\"\"\";\n"
			    "a;text;un;\n"
			    "a;text+;\"\"\"<h3>Deux</h3>\"\" + deux\";\n"
			    "a;list+;l;\n"
			    "a;list+;m;\n"
			    "a;audience;SCA3;Entreprise\n"
			    "a;closes;Date Clôture;\n"
			    "a;call;AAP/AMI;\n"
			    "b;si;nom;\n"
			    "b;name;nom;\n"
			    "b;link;l[@r=x].@h;\n"
			    "b;link;l[@r=].@h;\n"
			    "b;key;l[/;\n"
			    "b;of;p[r=f].n;\n"
			    "b;all;q.n;\n";

/* A record, the shape that it has, and what it becomes. */
static const struct {
	const char *record, *shape, *becomes;
} rows[] = {
	{ "{\"name\":\"n\"}", NULL, NULL },
	{ "{\"titre\":\"t\"}", NULL, NULL },
	{ "{\"nom\":\"n\",\"x\":1}", "b", "{\"name\":\"n\"}" },
	{ "{\"titre\":\"t\",\"qui\":null}", "a",
	    "{\"backers\":\"Un porteur\",\"name\":\"t\"}" },
	{ "{\"titre\":\"t\",\"qui\":[{\"nom\":\"p\"},{\"x\":1},{\"nom\":\"q\"}],"
	  "\"lien\":\"https://x.fr/a/12/\"}",
	    "a", "{\"backers\":[\"p\",\"q\"],\"id\":\"12\",\"name\":\"t\"}" },
	/* texts are joined, lists too, and what lacks a part is left out */
	{ "{\"titre\":1,\"qui\":{\"nom\":\"p\"},\"un\":\"u\",\"deux\":2,"
	  "\"l\":[1],\"m\":\"z\"}",
	    "a",
	    "{\"backers\":\"p\",\"list\":[1,\"z\"],\"name\":1,"
	    "\"text\":[\"u\",\"<h3>Deux</h3>2\"]}" },
	{ "{\"titre\":\"t\",\"qui\":[],\"deux\":null,\"un\":\"\",\"lien\":\"/\"}",
	    "a",
	    "{\"backers\":\"Un porteur\",\"id\":null,\"name\":\"t\","
	    "\"text\":null}" },
	/* an element of XML that has attributes is its text */
	{ "{\"nom\":{\"#text\":\"n\",\"@a\":\"1\"}}", "b", "{\"name\":\"n\"}" },
	{ "{\"nom\":[\"m\",{\"#text\":\"n\",\"@a\":\"1\"},{\"@a\":\"2\"}]}",
	    "b", "{\"name\":[\"m\",\"n\",{\"@a\":\"2\"}]}" },
	/* of several the one that is meant */
	{ "{\"nom\":1,\"l\":[{\"@r\":\"y\",\"@h\":\"1\"},"
	  "{\"@r\":\"x\",\"@h\":\"2\"}]}",
	    "b", "{\"link\":[\"2\"],\"name\":1}" },
	{ "{\"nom\":1,\"l\":[{\"@r\":\"y\",\"@h\":\"1\"},{\"@h\":\"2\"}]}", "b",
	    "{\"link\":[\"2\"],\"name\":1}" },
	{ "{\"nom\":1,\"l\":{\"@r\":\"x\",\"@h\":\"2\"}}", "b",
	    "{\"link\":\"2\",\"name\":1}" },
	{ "{\"nom\":1,\"l\":{\"@r\":\"y\",\"@h\":\"2\"},\"l[\":\"a/b/\"}", "b",
	    "{\"key\":\"b\",\"link\":null,\"name\":1}" },
	{ "{\"nom\":1,\"l\":\"x\"}", "b", "{\"link\":null,\"name\":1}" },
	/* what a text spells, in JSON or nearly; an array that has the word */
	{ "{\"nom\":1,\"p\":\"[{\\\"n\\\":\\\"A\\\",\\\"r\\\":[\\\"f\\\"]},"
	  "{\\\"n\\\":\\\"B\\\",\\\"r\\\":[\\\"i\\\",\\\"f\\\"]},{\\\"n\\\":\\\"C\\\"}]\"}",
	    "b", "{\"name\":1,\"of\":[\"A\",\"B\"]}" },
	{ "{\"nom\":1,\"p\":\" [{ n: 'L\\\\'A \\\"b\\\"', r : [ 'f' ]}, { n : \\\"it's\\\", r: 'f'}]\"}",
	    "b", "{\"name\":1,\"of\":[\"L'A \\\"b\\\"\",\"it's\"]}" },
	{ "{\"nom\":1,\"q\":\"{n: true}\",\"p\":\"x\"}", "b",
	    "{\"all\":true,\"name\":1,\"of\":null}" },
	{ "{\"nom\":1,\"q\":\"[{n: 'x\",\"p\":\"[{\"}", "b",
	    "{\"all\":null,\"name\":1,\"of\":null}" },
	/* keys of several words */
	{ "{\"titre\":1,\"qui\":0,\"Date Clôture\":\"\",\"AAP/AMI\":\"x\"}",
	    "a",
	    "{\"backers\":\"Un porteur\",\"call\":\"x\",\"closes\":null,"
	    "\"name\":1}" },
};

static void
test_records(void **state)
{
	struct feed_shapes *s = feed_shapes_read(table, sizeof(table) - 1);

	(void)state;
	assert_non_null(s);
	for (size_t i = 0; i < ROWS(rows); i++) {
		json_t *v = json_loads(rows[i].record, 0, NULL), *w;
		const char *shape = feed_shape_of(s, v);
		char *got;

		want_str(i, shape, rows[i].shape);
		if (shape != NULL) {
			w = feed_shape_translate(s, shape, v);
			got = json_dumps(w, JSON_COMPACT | JSON_SORT_KEYS);
			want_str(i, got, rows[i].becomes);
			free(got);
			json_decref(w);
		}
		json_decref(v);
	}
	want_str(0, feed_shapes_lists(s)[1], "data");
	feed_shapes_free(s);
}

static void
test_words(void **state)
{
	struct feed_shapes *s = feed_shapes_read(table, sizeof(table) - 1);

	(void)state;
	want_str(0, feed_shape_meaning(s, NULL, "audience", "TOUS"),
	    "Commune|Région");
	want_str(1, feed_shape_meaning(s, "a", "audience", "sca3"),
	    "Entreprise");
	want_str(2, feed_shape_meaning(s, "b", "audience", "sca3"), NULL);
	want_str(3, feed_shape_meaning(s, "a", "other", "sca3"), NULL);
	want_str(4, feed_shape_meaning(NULL, "a", "audience", "sca3"), NULL);
	feed_shapes_free(s);
	assert_null(feed_shapes_read("forme;champ\na;b\n", 16));
	assert_null(
	    feed_shapes_read("forme;champ;chemin;devient\na;;c;\n", 34));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records), cmocka_unit_test(test_words)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
