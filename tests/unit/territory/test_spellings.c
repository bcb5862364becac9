/*
 * test_spellings.c - what people write as places, over the territories that
 * come with Guichet: the right place alone or among the first three, as each
 * row of spellings.tsv and spellings-more.tsv says, and never a wrong one
 * alone.  Prints the figures, with and without brand names, and the processor
 * time of a name: of all, of those near another, and of the dearest.
 */

#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "gazetteer/resolve.h"
#include "gen/constants.h"
#include "territory/perimeter_row.h"
#include "unit.h"

enum { FIELDS = 12, ROWS_MAX = 50000 };

static const struct {
	const char *type;
	uint8_t scale;
} scales[] = { { "region", SCALE_REGION }, { "department", SCALE_DEPARTMENT },
	{ "epci", SCALE_EPCI }, { "ept", SCALE_EPCI }, { "adhoc", SCALE_ADHOC },
	{ "commune", SCALE_COMMUNE } };

static struct row {
	char *field[FIELDS];
	uint32_t place;
} table[ROWS_MAX];
static size_t rows;

/* Cuts a text into lines and their fields, which then point into it. */
static void
read_rows(struct buf *b, const char *path)
{
	char *text, *line;

	if (buf_put_file(b, path) != NULL)
		fail_msg("%s cannot be read", path);
	text = b->data;
	while ((line = strsep(&text, "\n")) != NULL) {
		struct row *r = &table[rows];

		if (*line == '\0' || *line == '#')
			continue;
		assert_true(++rows < ROWS_MAX);
		for (int i = 0; i < FIELDS; i++) {
			char *f = strsep(&line, "\t");

			r->field[i] = f != NULL ? f : "";
		}
	}
}

static int
by_code(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int c = strcmp(x->field[FIELD_CODE], y->field[FIELD_CODE]);

	return c != 0 ? c : strcmp(x->field[FIELD_TYPE], y->field[FIELD_TYPE]);
}

/* The place of a row of that type and code. */
static uint32_t
place_of(const char *type, const char *code)
{
	struct row key = { .field = { (char *)type, (char *)code } }, *found;

	found = bsearch(&key, table, rows, sizeof(*table), by_code);
	return found != NULL ? found->place : GAZETTEER_NONE;
}

/* Words of "  ('short', 'PACA', 'R93')," lines. */
static void
add_meanings(struct gazetteer *g, char *text)
{
	char *line;

	while ((line = strsep(&text, "\n")) != NULL) {
		char field[3][200] = { "" }, *s = line;

		for (int i = 0; i < 3 && (s = strchr(s, '\'')) != NULL; i++) {
			size_t n = 0;

			for (s++; *s != '\0' && (*s != '\'' || s[1] == '\'');
			     s++) {
				if (*s == '\'' && *++s != '\'')
					break;
				field[i][n++] = *s;
			}
			field[i][n] = '\0';
			s++;
		}
		if (strncmp(line, "  ('", 4) == 0)
			gazetteer_add_meaning(g,
			    &(struct gazetteer_meaning){ field[0], field[1],
				field[2] });
	}
}

static void
add_places(struct gazetteer *g, const char *type, uint8_t scale)
{
	for (size_t i = 0; i < rows; i++) {
		char **f = table[i].field;
		bool department = scale == SCALE_DEPARTMENT;

		if (strcmp(f[FIELD_TYPE], type) != 0)
			continue;
		table[i].place = gazetteer_add_place(g,
		    &(struct gazetteer_row){ .id = (uint32_t)g->places,
			.scale = scale,
			.code = f[FIELD_CODE],
			.name = f[FIELD_NAME],
			.siren = f[FIELD_SIREN],
			.kind = f[FIELD_KIND],
			.department =
			    f[department ? FIELD_CODE : FIELD_DEPARTMENT],
			.zips = f[FIELD_ZIPS],
			.people = atol(f[FIELD_POPULATION]),
			.epci = place_of("epci", f[FIELD_EPCI]),
			.region = department
			    ? place_of("region", f[FIELD_REGION])
			    : GAZETTEER_NONE });
	}
}

/* The commune that a code is, or leads to. */
static uint32_t
commune_of(const char *code)
{
	static const char *const led[] = { NAME_DELEGATED, NAME_ASSOCIATED,
		NAME_FORMER };
	uint32_t p = place_of("commune", code);

	for (size_t i = 0; p == GAZETTEER_NONE && i < ROWS(led); i++) {
		struct row key = { .field = { (char *)led[i], (char *)code } };
		const struct row *found = bsearch(&key, table, rows,
		    sizeof(*table), by_code);

		if (found != NULL)
			p = place_of("commune", found->field[FIELD_PARENT]);
	}
	return p;
}

static void
add_names(struct gazetteer *g)
{
	for (size_t i = 0; i < rows; i++) {
		char **f = table[i].field;
		bool city = strcmp(f[FIELD_TYPE], NAME_ARRONDISSEMENT) == 0;
		bool past = strcmp(f[FIELD_TYPE], "name") == 0;
		uint32_t p = past ? commune_of(f[FIELD_CODE])
				  : place_of("commune", f[FIELD_PARENT]);

		if (p == GAZETTEER_NONE ||
		    strcmp(f[FIELD_TYPE], "commune") == 0)
			continue;
		if (!past)
			gazetteer_add_past(g, p, f[FIELD_CODE]);
		gazetteer_add_name(g, p,
		    city ? GAZETTEER_ARRONDISSEMENT : GAZETTEER_FORMER,
		    f[FIELD_NAME]);
	}
}

/* Of the process: others may share the machine. */
static double
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

struct score {
	unsigned all, right, alone, other;
	double ms, worst;
};

/* Before the code, "=": it must be alone; "!": known to be missed.  Any other
 * is among the first three, and asked; "-" may be anything but alone. */
static void
take(const struct gazetteer *g, const char *code, const char *text,
    struct score *s)
{
	char mark = *code == '=' || *code == '!' ? *code++ : ' ', is;
	struct resolution r;
	double begun = milliseconds();
	size_t at = 0;

	resolve_place(g, text, NULL, &r);
	begun = milliseconds() - begun;
	while (at < r.n &&
	    strcmp(g->text + g->place[r.found[at].id].code, code) != 0)
		at++;
	if (r.settled && at != 0)
		fail_msg("\"%s\": %s alone, not %s", text,
		    g->place[r.found[0].id].code, code);
	if (*code == '-')
		return;
	is = r.settled ? '=' : at == r.n || at > 2 ? '!' : ' ';
	if (is != mark) {
		print_message("\"%s\": '%c' of %s, not '%c'\n", text, is, code,
		    mark);
		s->other++;
	}
	s->all++;
	s->right += is != '!';
	s->alone += is == '=';
	s->ms += begun;
	s->worst = begun > s->worst ? begun : s->worst;
}

enum { PLAIN, BRAND, NEAR, SCORES };

static void
take_file(const struct gazetteer *g, const char *path, struct score *score)
{
	struct buf b = { 0 };
	char *text, *line;

	assert_null(buf_put_file(&b, path));
	text = b.data;
	while ((line = strsep(&text, "\n")) != NULL) {
		char *code = strsep(&line, "\t");
		char *kind = strsep(&line, "\t");

		if (kind != NULL && line != NULL && *code != '#')
			take(g, code, line,
			    &score[strcmp(kind, "brand") == 0   ? BRAND
				    : strcmp(kind, "near") == 0 ? NEAR
								: PLAIN]);
	}
	buf_free(&b);
}

static void
fill(struct gazetteer *g, struct buf *text)
{
	static const char *const files[] = { "sql/data/perimeters.tsv",
		"sql/data/perimeters-fixed.tsv",
		"sql/data/perimeters-past.tsv" };
	struct buf words = { 0 };

	for (size_t i = 0; i < ROWS(files); i++)
		read_rows(&text[i], files[i]);
	assert_null(buf_put_file(&words, "sql/data/place-words.sql"));
	qsort(table, rows, sizeof(*table), by_code);
	add_meanings(g, words.data);
	for (size_t i = 0; i < ROWS(scales); i++)
		add_places(g, scales[i].type, scales[i].scale);
	add_names(g);
	gazetteer_seal(g);
	buf_free(&words);
}

static void
test_spellings(void **state)
{
	struct buf text[3] = { { 0 } };
	struct gazetteer *g = gazetteer_new();
	struct score s[SCORES] = { { 0 } };
	unsigned all = 0, right = 0, alone = 0, other = 0;
	double ms = 0;

	(void)state;
	fill(g, text);
	take_file(g, "tests/unit/territory/spellings.tsv", s);
	take_file(g, "tests/unit/territory/spellings-more.tsv", s);
	for (int i = 0; i < SCORES; i++) {
		all += s[i].all;
		right += s[i].right;
		alone += s[i].alone;
		other += s[i].other;
		ms += s[i].ms;
	}
	print_message(
	    "%u of %u right, %u alone; without brand names %u of %u\n", right,
	    all, alone, right - s[BRAND].right, all - s[BRAND].all);
	print_message("%.2f ms a name; near names %.2f ms, the dearest %.2f\n",
	    ms / all, s[NEAR].ms / s[NEAR].all, s[NEAR].worst);
	assert_true(all >= 1300);
	assert_int_equal(other, 0);
	gazetteer_free(g);
	for (size_t i = 0; i < ROWS(text); i++)
		buf_free(&text[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_spellings) };

	return cmocka_run_group_tests_name("spellings", tests, NULL, NULL);
}
