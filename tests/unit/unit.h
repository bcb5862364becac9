#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* Tables of rows: a row that is not as wanted tells its number. */

#define ROWS(table) (sizeof(table) / sizeof((table)[0]))

#define want_str(row, got, want) \
	unit_str(__LINE__, (size_t)(row), (got), (want))
#define want_int(row, got, want) \
	unit_int(__LINE__, (size_t)(row), (long long)(got), (long long)(want))

static inline void
unit_str(int line, size_t row, const char *got, const char *want)
{
	if (got == want ||
	    (got != NULL && want != NULL && strcmp(got, want) == 0))
		return;
	print_error("line %d, row %zu:\n got  \"%s\"\n want \"%s\"\n", line,
	    row, got != NULL ? got : "(null)", want != NULL ? want : "(null)");
	fail();
}

static inline void
unit_int(int line, size_t row, long long got, long long want)
{
	if (got == want)
		return;
	print_error("line %d, row %zu: got %lld, want %lld\n", line, row, got,
	    want);
	fail();
}

/* A folder of the test's own; unit_remove takes it away with its files. */
static inline char *
unit_folder(void)
{
	const char *tmp = getenv("TMPDIR");
	char *dir = malloc(200);

	assert_non_null(dir);
	snprintf(dir, 200, "%.150s/guichet-unit-XXXXXX",
	    tmp != NULL ? tmp : "/tmp");
	assert_non_null(mkdtemp(dir));
	return dir;
}

static inline void
unit_remove(char *dir)
{
	char command[300];

	snprintf(command, sizeof(command), "rm -rf '%s'", dir);
	assert_int_equal(system(command), 0);
	free(dir);
}

/* Writes n bytes in dir/name; the path is of static memory. */
static inline const char *
unit_file(const char *dir, const char *name, const char *s, size_t n)
{
	static char path[1000];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	f = fopen(path, "we");
	assert_non_null(f);
	assert_int_equal(fwrite(s, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
	return path;
}

/* What fn(arg) makes of a process of its own: its exit status. */
static inline int
unit_status(void (*fn)(void *), void *arg)
{
	int status = 0;
	pid_t pid;

	fflush(NULL);
	if ((pid = fork()) == 0) {
		fn(arg);
		_exit(0);
	}
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The same numbers at each run, for fuzz. */
static inline unsigned
unit_random(void)
{
	static uint64_t state = 88172645463325252u;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 11);
}

/* How many turns fuzz takes of so many: all with FULL (make check-all), else a
 * tenth, the first. */
static inline int
unit_turns(int all)
{
	const char *full = getenv("FULL");

	return full != NULL && *full != '\0' ? all : all / 10;
}

/* Whether a row that is long to read has its turn: with FULL and without
 * sanitizers all have; under them, which take five times as long, each third,
 * by the id of the build. */
static inline bool
unit_has_turn(size_t row, const char *build)
{
	const char *full = getenv("FULL"), *sanitized = getenv("SANITIZED");
	unsigned turn = 0;

	if (sanitized == NULL || *sanitized == '\0' ||
	    (full != NULL && *full != '\0'))
		return true;
	assert_int_equal(sscanf(build, "%4x", &turn), 1);
	return row % 3 == turn % 3;
}

#endif
