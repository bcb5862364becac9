/* test_row_store.c - entries in memory that processes share. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "db/row_store.h"
#include "unit.h"

enum { PROCESSES = 4, ENTRIES = 2000 };

static char *folder;
static char path[300];
static const struct row_stamp stamp = { 1, 1 };

static int
make_folder(void **state)
{
	(void)state;
	folder = unit_folder();
	snprintf(path, sizeof(path), "%s/rows", folder);
	return 0;
}

static int
remove_folder(void **state)
{
	(void)state;
	unit_remove(folder);
	return 0;
}

static struct row_store *
open_one(size_t bytes, const struct row_stamp *of)
{
	int why;
	struct row_store *s = row_store_open(path, bytes, of, &why);

	assert_non_null(s);
	return s;
}

static bool
put(struct row_store *s, uint64_t kind, const char *key, const char *text)
{
	struct row_entry *e = row_store_take(s, kind, key, strlen(key),
	    strlen(text) + 1);

	if (e == NULL)
		return false;
	memcpy(row_entry_content(e), text, strlen(text) + 1);
	row_store_add(s, e);
	return true;
}

static const char *
text_of(const struct row_store *s, uint64_t kind, const char *key)
{
	const struct row_entry *e = row_store_find(s, kind, key, strlen(key));

	return e != NULL ? row_entry_content(e) : NULL;
}

/* A key is found in its kind alone, whatever its length. */
static void
test_keys(void **state)
{
	static const struct {
		uint64_t kind;
		const char *key;
	} rows[] = { { 1, "a" }, { 2, "a" }, { 1, "" }, { 1, "ab" },
		{ 1, "abcdefgh" }, { 1, "abcdefghi" }, { 1, "abcdefghj" },
		{ 1, "abcdefghabcdefgh" }, { 3, "abcdefghabcdefgh" } };
	struct row_store *s = open_one(1 << 20, &stamp);
	char text[20];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_str(i, text_of(s, rows[i].kind, rows[i].key), NULL);
		snprintf(text, sizeof(text), "text %zu", i);
		assert_true(put(s, rows[i].kind, rows[i].key, text));
	}
	for (size_t i = 0; i < ROWS(rows); i++) {
		snprintf(text, sizeof(text), "text %zu", i);
		want_str(i, text_of(s, rows[i].kind, rows[i].key), text);
		want_int(i,
		    (uintptr_t)text_of(s, rows[i].kind, rows[i].key) % 16, 0);
	}
	row_store_close(s);
}

/* The file of others is used when it is of the same stamp and has room; one
 * that nobody uses is not, for a restart must read again. */
static void
test_opened(void **state)
{
	static const struct {
		struct row_stamp stamp;
		bool used, full, found;
	} rows[] = {
		{ { 1, 1 }, true, false, true },
		{ { 1, 2 }, true, false, false },
		{ { 2, 1 }, true, false, false },
		{ { 1, 1 }, false, false, false },
		{ { 1, 1 }, true, true, false },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct row_store *one = open_one(1000, &stamp), *other;
		struct stat st;

		assert_true(put(one, 1, "key", "text"));
		if (rows[i].full)
			assert_null(row_store_take(one, 1, "k", 1, 2000));
		want_int(i, row_store_is_full(one), rows[i].full);
		if (!rows[i].used)
			row_store_close(one);
		other = open_one(1000, &rows[i].stamp);
		want_str(i, text_of(other, 1, "key"),
		    rows[i].found ? "text" : NULL);
		want_int(i, row_store_is_full(other), false);
		/* and what is added by one, the other finds or not */
		assert_true(put(other, 1, "later", "too"));
		if (rows[i].used) {
			want_str(i, text_of(one, 1, "later"),
			    rows[i].found ? "too" : NULL);
			want_str(i, text_of(one, 1, "key"), "text");
			row_store_close(one);
		}
		assert_int_equal(stat(path, &st), 0);
		want_int(i, st.st_mode & 0777, 0600);
		row_store_close(other);
	}
}

/* What is no such file is replaced, and a link is not followed. */
static void
test_wrong(void **state)
{
	static const char junk[1 << 20];
	char other[320];
	struct row_store *s;
	struct stat st;
	int fd, why;

	(void)state;
	unlink(path);
	unit_file(folder, "rows", "short", 5);
	row_store_close(open_one(1000, &stamp));
	unit_file(folder, "rows", junk, sizeof(junk));
	fd = open(path, O_RDWR | O_CLOEXEC);
	s = open_one(1000, &stamp);
	assert_null(text_of(s, 1, "key"));
	row_store_close(s);
	close(fd);
	unlink(path);
	snprintf(other, sizeof(other), "%s/other", folder);
	unit_file(folder, "other", "short", 5);
	assert_int_equal(symlink(other, path), 0);
	row_store_close(open_one(1000, &stamp));
	assert_int_equal(lstat(path, &st), 0);
	assert_true(S_ISREG(st.st_mode));
	assert_int_equal(stat(other, &st), 0);
	assert_int_equal(st.st_size, 5);
	assert_null(row_store_open("/nowhere/rows", 1000, &stamp, &why));
	assert_int_equal(why, ENOENT);
}

/* A disk that has no room left makes a store full, and ends no process: here
 * files may be of so many bytes. */
static void
test_no_room(void **state)
{
	struct rlimit before, limit;
	struct row_store *s = open_one(4 << 20, &stamp);
	int added = 0, why;

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = before;
	limit.rlim_cur = 400 * 1024;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	while (put(s, 1, "key", "text"))
		added++;
	assert_true(added > 1000 && added < 100000);
	assert_true(row_store_is_full(s));
	want_str(0, text_of(s, 1, "key"), "text");
	limit.rlim_cur = 1000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	assert_null(row_store_open(path, 4 << 20, &stamp, &why));
	assert_int_equal(why, EFBIG);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	row_store_close(s);
}

/* One process: adds entries and reads those of all others as they come. */
static void
read_and_write(int number)
{
	struct row_store *s = NULL;
	char key[20], text[40];
	int why, wrong = 0;

	while ((s = row_store_open(path, 16 << 20, &stamp, &why)) == NULL)
		usleep(100);
	for (int i = 0; i < ENTRIES; i++) {
		snprintf(key, sizeof(key), "%d %d", number, i);
		snprintf(text, sizeof(text), "text of %s", key);
		wrong += !put(s, 7, key, text);
		for (int p = 0; p < PROCESSES; p++) {
			const char *got;

			snprintf(key, sizeof(key), "%d %d", p, i * 7 % ENTRIES);
			snprintf(text, sizeof(text), "text of %s", key);
			got = text_of(s, 7, key);
			wrong += got != NULL && strcmp(got, text) != 0;
		}
	}
	row_store_close(s);
	_exit(wrong != 0);
}

/* Processes that write at the same time lose nothing; one that is killed as it
 * writes hurts no other. */
static void
test_together(void **state)
{
	struct row_store *s = open_one(16 << 20, &stamp);
	int status, missing = 0;
	char key[20];
	pid_t pid;

	(void)state;
	for (int p = 0; p < PROCESSES; p++)
		if (fork() == 0)
			read_and_write(p);
	if ((pid = fork()) == 0)
		for (;; usleep(20)) /* until it is killed */
			put(s, 8, "always", "the same");
	for (int p = 0; p < PROCESSES; p++) {
		assert_true(wait(&status) != pid);
		want_int(p, status, 0);
	}
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	for (int p = 0; p < PROCESSES; p++)
		for (int i = 0; i < ENTRIES; i++) {
			snprintf(key, sizeof(key), "%d %d", p, i);
			missing += text_of(s, 7, key) == NULL;
		}
	assert_int_equal(missing, 0);
	want_str(0, text_of(s, 8, "always"), "the same");
	row_store_close(s);
}

/* A copy in another store is whole. */
static void
test_copy(void **state)
{
	int why;
	struct row_store *s = open_one(1 << 20, &stamp),
			 *alone = row_store_open(NULL, 1000, &stamp, &why);
	const struct row_entry *e;

	(void)state;
	assert_true(put(s, 1, "key", "text"));
	e = row_store_find(s, 1, "key", 3);
	assert_ptr_not_equal(row_store_copy(alone, e), e);
	want_str(0, text_of(alone, 1, "key"), "text");
	assert_null(row_store_take(alone, 1, "k", 1, 1000));
	assert_ptr_equal(row_store_copy(alone, e), e);
	row_store_close(alone);
	row_store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_opened),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_no_room),
		cmocka_unit_test(test_together),
		cmocka_unit_test(test_copy),
	};

	return cmocka_run_group_tests_name("row_store", tests, make_folder,
	    remove_folder);
}
