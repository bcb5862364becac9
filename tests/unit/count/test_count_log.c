/* test_count_log.c - a log, line by line. */

#include <zlib.h>

#include "count/count_log.h"
#include "unit.h"

static char *dir;

/* Writes the n bytes as a file, compressed or not, and returns its path. */
static const char *
put(const char *bytes, size_t n, bool packed)
{
	static char path[300];
	gzFile f;

	snprintf(path, sizeof(path), "%s/log", dir);
	f = gzopen(path, packed ? "wb" : "wbT");
	assert_non_null(f);
	assert_int_equal(n == 0 || gzwrite(f, bytes, (unsigned)n) == (int)n, 1);
	gzclose(f);
	return path;
}

/* The lines that there are, "a|b|", and where the next one begins. */
static const struct {
	const char *bytes, *lines;
	int position;
} rows[] = {
	{ "a\nbb\nccc\n", "a|bb|ccc|", 9 },
	{ "a\nbb\nccc", "a|bb|", 5 },
	{ "a\n\nb\n", "a||b|", 5 },
	{ "\n\na\n", "||a|", 4 },
};

static void
test_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * ROWS(rows); i++) {
		const char *bytes = rows[i / 2].bytes, *fault;
		struct count_log *log = count_log_open(put(bytes, strlen(bytes),
							   i % 2 == 1),
		    &fault);
		char lines[100] = "", *line;
		size_t n;

		assert_non_null(log);
		want_int(i, count_log_position(log), 0);
		while ((line = count_log_line(log, &n)) != NULL) {
			want_int(i, n, strlen(line));
			strcat(strcat(lines, line), "|");
		}
		want_str(i, lines, rows[i / 2].lines);
		want_int(i, count_log_position(log), rows[i / 2].position);
		want_int(i, count_log_is_cut(log), false);
		count_log_close(log);
	}
}

/* It is known by its first line that is not empty, however it is kept. */
static void
test_digest(void **state)
{
	char digest[3][DIGEST_HEX + 1];
	const char *fault;

	(void)state;
	for (int i = 0; i < 3; i++) {
		const char *bytes = i == 1 ? "\na\nc\nd\n"
		    : i == 0               ? "a\nb\n"
					   : "b\nb\n";
		struct count_log *log = count_log_open(put(bytes, strlen(bytes),
							   i == 1),
		    &fault);

		assert_non_null(log);
		strcpy(digest[i], count_log_digest(log));
		count_log_close(log);
	}
	assert_string_equal(digest[0], digest[1]);
	assert_string_not_equal(digest[0], digest[2]);
}

/* From any line on; past the end there is none. */
static void
test_seek(void **state)
{
	const char *fault;
	size_t n;

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct count_log *log = count_log_open(put("a\nbb\nccc\n", 9,
							   i == 1),
		    &fault);

		assert_non_null(log);
		count_log_seek(log, 5);
		want_str(i, count_log_line(log, &n), "ccc");
		count_log_seek(log, 2);
		want_str(i, count_log_line(log, &n), "bb");
		want_int(i, count_log_position(log), 5);
		count_log_seek(log, 100);
		want_str(i, count_log_line(log, &n), NULL);
		want_int(i, count_log_position(log), 100);
		count_log_close(log);
	}
}

/* Lines longer than any of ours: told, and those beside them are read. */
static void
test_long(void **state)
{
	enum { LONG = 700 * 1000 };
	char *bytes = malloc(LONG + 8);
	const char *fault;
	struct count_log *log;
	size_t n;

	(void)state;
	memset(bytes, 'x', LONG + 8);
	memcpy(bytes, "a\n", 2);
	memcpy(bytes + LONG, "\nb\nx", 4);
	log = count_log_open(put(bytes, LONG + 8, false), &fault);
	assert_non_null(log);
	assert_string_equal(count_log_line(log, &n), "a");
	assert_string_equal(count_log_line(log, &n), "");
	assert_int_equal(n, 0);
	assert_int_equal(count_log_position(log), LONG + 1);
	assert_string_equal(count_log_line(log, &n), "b");
	assert_null(count_log_line(log, &n));
	count_log_close(log);
	/* One that has no end yet waits. */
	log = count_log_open(put(bytes, LONG, false), &fault);
	assert_non_null(log);
	assert_string_equal(count_log_line(log, &n), "a");
	assert_null(count_log_line(log, &n));
	assert_int_equal(count_log_position(log), 2);
	count_log_close(log);
	free(bytes);
}

static void
test_none(void **state)
{
	const char *fault;

	(void)state;
	assert_null(count_log_open(put("", 0, false), &fault));
	assert_null(fault);
	assert_null(count_log_open(put("\n\nabc", 5, false), &fault));
	assert_null(fault);
	assert_null(count_log_open(dir, &fault));
	assert_non_null(fault);
	assert_null(count_log_open("/nowhere/log", &fault));
	assert_non_null(fault);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_digest),
		cmocka_unit_test(test_seek),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_none),
	};
	int failed;

	dir = unit_folder();
	failed = cmocka_run_group_tests_name("count_log", tests, NULL, NULL);
	unit_remove(dir);
	return failed;
}
