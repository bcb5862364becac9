/* test_draft_turn.c - whose turn it is to send. */

#include "apply/draft_turn.h"
#include "unit.h"

/* Turns, one a letter, in the order in which they came: "aB+" a network a that
 * waits, B of b begun lately, "+" after one that still holds a slot, "-" after
 * one that holds it and was begun before, "." after one that was begun within
 * the hour; then the position of each that waits. */
static const struct {
	const char *turns, *positions;
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
	{ "A.A.A.A.A.A.a", "0" },
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
	/* who had a turn within the hour goes after who had none, */
	{ "C+A.ab", "20" },
	{ "C+A.A.B.aab", "230" },
	/* and of two who had as many, whose last is longest ago */
	{ "C+A.B.ba", "20" },
	{ "C+A.B.A.B.ba", "20" },
};

/* The row of what a network has had. */
static struct draft_turn *
had_of(struct draft_turn *t, size_t *n, const char *network)
{
	for (size_t i = 0; i < *n; i++)
		if (t[i].id == 0 && strcmp(t[i].network, network) == 0)
			return &t[i];
	t[*n] = (struct draft_turn){ .network = network };
	return &t[(*n)++];
}

static size_t
read_turns(const char *s, struct draft_turn *t, char names[][2])
{
	size_t n = 0;
	long long since = 1000000;

	for (; *s != '\0'; s++, names++, since--) {
		bool waits = *s >= 'a';
		struct draft_turn *had;

		(*names)[0] = waits ? *s : (char)(*s - 'A' + 'a');
		(*names)[1] = '\0';
		if (waits) {
			t[n] = (struct draft_turn){ .id = n + 1,
				.network = *names };
			n++;
			continue;
		}
		had = had_of(t, &n, *names);
		had->hour++;
		had->since = since;
		had->holds += s[1] == '+' || s[1] == '-';
		had->lately += s[1] != '-' && s[1] != '.';
		s += s[1] == '+' || s[1] == '-' || s[1] == '.';
	}
	return n;
}

static void
test_position(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct draft_turn t[40];
		char names[40][2], got[41] = "";
		size_t n = read_turns(rows[i].turns, t, names), k = 0;

		for (size_t j = 0; j < n; j++)
			if (t[j].id != 0)
				got[k++] = (char)('0' +
				    draft_turn_position(t, n, t[j].id));
		want_str(i, got, rows[i].positions);
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
		now += draft_turn_position(t, ROWS(t), t[i].id) == 0;
	assert_int_equal(now, DRAFT_SLOTS);
	assert_int_equal(draft_turn_position(t, ROWS(t), 999), ROWS(t) + 1);
}

enum { CROWD = 12, EACH = 40 };

/* Networks that fill the queue, each turn with an id from 1; then one of
 * "m". */
static size_t
crowd(struct draft_turn *t, char names[][2])
{
	size_t n = 0;

	for (size_t i = 0; i <= CROWD; i++)
		memcpy(names[i], (char[]){ (char)('a' + i), '\0' }, 2);
	for (size_t i = 0; i < CROWD; i++)
		t[n++] = (struct draft_turn){ .network = names[i],
			.hour = 1,
			.holds = i < DRAFT_SLOTS,
			.since = 20000 };
	for (size_t i = 0; i < CROWD * EACH; i++)
		t[n++] = (struct draft_turn){ .id = i + 1,
			.network = names[i % CROWD] };
	t[n++] = (struct draft_turn){ .id = CROWD * EACH + 1,
		.network = names[CROWD] };
	return n;
}

/* Who comes after them, of a network that had none, is the next. */
static void
test_crowd(void **state)
{
	struct draft_turn t[CROWD * (EACH + 1) + 2];
	char names[CROWD + 1][2];
	size_t n = crowd(t, names);
	unsigned long long id = t[n - 1].id;

	(void)state;
	assert_int_equal(draft_turn_position(t, n, id), 1);
	t[0].holds = 0;
	assert_int_equal(draft_turn_position(t, n, id), 0);
	/* the first of them is the next after that */
	assert_int_equal(draft_turn_position(t, n, 1), 2);
}

/* When too many wait, who has the most is refused, and nobody that waits. */
static void
test_over(void **state)
{
	struct draft_turn t[CROWD * (EACH + 1) + 3];
	char names[CROWD + 1][2];
	size_t n = crowd(t, names);
	unsigned long long id = t[n - 1].id;

	(void)state;
	assert_false(draft_turn_is_over(t, n, id, true));
	assert_false(draft_turn_is_over(t, n, id - 1, false));
	assert_true(draft_turn_is_over(t, n, id - 1, true));
	assert_true(draft_turn_is_over(t, n, id + 1, false));
	/* a second of the same is within its part */
	t[n] = t[n - 1];
	t[n].id++;
	assert_false(draft_turn_is_over(t, n + 1, id + 1, true));
	/* one more of a network that has all that it may */
	t[n].network = names[0];
	assert_true(draft_turn_is_over(t, n + 1, id + 1, false));
}

/* However many networks, those that wait are bounded. */
static void
test_most(void **state)
{
	static struct draft_turn t[DRAFT_WAITING_MOST + 1];
	static char names[DRAFT_WAITING_MOST + 1][8];

	(void)state;
	for (size_t i = 0; i < ROWS(t); i++) {
		snprintf(names[i], sizeof(names[i]), "%zu", i);
		t[i] = (struct draft_turn){ .id = i + 1, .network = names[i] };
	}
	assert_false(draft_turn_is_over(t, ROWS(t), ROWS(t) - 1, true));
	assert_true(draft_turn_is_over(t, ROWS(t), ROWS(t), true));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_position),
		cmocka_unit_test(test_room),
		cmocka_unit_test(test_crowd),
		cmocka_unit_test(test_over),
		cmocka_unit_test(test_most),
	};

	return cmocka_run_group_tests_name("draft_turn", tests, NULL, NULL);
}
