/* test_draft_turn.c - whose turn it is to send. */

#include "apply/draft_turn.h"
#include "unit.h"

/* Turns, one a letter, in the order in which they came: "aB+" a network a that
 * waits, B of b begun lately, "+" after one that still holds a place, "-" after
 * one that holds it and was begun before; then the place of each that waits. */
static const struct {
	const char *turns, *places;
} rows[] = {
	{ "a", "0" },
	{ "ab", "00" },
	/* two wait for DS at a time */
	{ "abc", "003" },
	{ "A+b", "0" },
	{ "A+B+c", "1" },
	{ "A-B-c", "1" },
	{ "A-b", "0" },
	/* one who left gave it back */
	{ "ABc", "0" },
	/* twelve in fifteen seconds, of whoever */
	{ "ABCDEFGHIJKl", "0" },
	{ "ABCDEFGHIJKLm", "1" },
	{ "ABCDEFGHIJKlm", "02" },
	/* six of one network, and others go before */
	{ "AAAAAa", "0" },
	{ "AAAAAAa", "1" },
	{ "AAAAAAab", "20" },
	{ "AAAAAAaaabc", "34500" },
	/* networks are served in turn: one who comes after a crowd */
	{ "aaaaab",
	    "03456"
	    "0" },
	{ "A+aaab", "2340" },
	{ "A+B+aabbc", "24351" },
	/* of two that are alike, who came first */
	{ "A+B+cd", "12" },
};

static size_t
read_turns(const char *s, struct draft_turn *t, char names[][2])
{
	size_t n = 0;

	for (; *s != '\0'; s++) {
		bool waits = *s >= 'a';

		if (*s == '+' || *s == '-') {
			t[n - 1].holds = true;
			t[n - 1].lately = *s == '+';
			continue;
		}
		names[n][0] = waits ? *s : (char)(*s - 'A' + 'a');
		names[n][1] = '\0';
		t[n] = (struct draft_turn){ .id = waits ? n + 1 : 0,
			.network = names[n],
			.lately = !waits };
		n++;
	}
	return n;
}

static void
test_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct draft_turn t[40];
		char names[40][2], got[41] = "";
		size_t n = read_turns(rows[i].turns, t, names), k = 0;

		for (size_t j = 0; j < n; j++)
			if (t[j].id != 0)
				got[k++] = (char)('0' +
				    draft_turn_place(t, n, t[j].id));
		want_str(i, got, rows[i].places);
	}
}

/* However many ask, no more are begun than there is room for. */
static void
test_room(void **state)
{
	struct draft_turn t[200];
	char names[26][2];
	unsigned now = 0;

	(void)state;
	for (size_t i = 0; i < 26; i++)
		memcpy(names[i], (char[]){ (char)('a' + i), '\0' }, 2);
	for (size_t i = 0; i < ROWS(t); i++)
		t[i] = (struct draft_turn){ .id = i + 1,
			.network = names[i * 7 % 26] };
	for (size_t i = 0; i < ROWS(t); i++)
		now += draft_turn_place(t, ROWS(t), t[i].id) == 0;
	assert_int_equal(now, DRAFT_PLACES);
	assert_int_equal(draft_turn_place(t, ROWS(t), 999), ROWS(t) + 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_place),
		cmocka_unit_test(test_room),
	};

	return cmocka_run_group_tests_name("draft_turn", tests, NULL, NULL);
}
