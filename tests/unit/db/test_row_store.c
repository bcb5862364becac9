/* test_row_store.c - entries in memory that processes share. */

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "db/row_store.h"
#include "unit.h"

/* Small stores, of one slot for four entries of a round: processes meet in
 * them. */
enum { PROCESSES = 4, ENTRIES = 60, SMALL = 20000 };

static char *folder;
static char path[300];
static const struct row_stamp stamp = { 1, 1 };

/* How many bytes are free on the disk; 0: as it is. */
static size_t disk;

int __real_fstatvfs(int, struct statvfs *);
int __wrap_fstatvfs(int, struct statvfs *);

int
__wrap_fstatvfs(int fd, struct statvfs *v)
{
	int status = __real_fstatvfs(fd, v);

	if (disk > 0)
		v->f_bavail = disk / v->f_frsize;
	return status;
}

/* Up to where the disk gives room to a file; 0: as it does. */
static off_t room;

int __real_fallocate(int, int, off_t, off_t);
int __wrap_fallocate(int, int, off_t, off_t);

int
__wrap_fallocate(int fd, int mode, off_t from, off_t n)
{
	if (room == 0 || from + n <= room)
		return __real_fallocate(fd, mode, from, n);
	errno = ENOSPC;
	return -1;
}

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
		struct row_store *one = open_one(SMALL, &stamp), *other;
		struct stat st;

		assert_true(put(one, 1, "key", "text"));
		/* what is too large makes nothing full */
		assert_null(row_store_take(one, 1, "k", 1, SMALL / 8));
		want_int(i, row_store_is_full(one), false);
		while (rows[i].full && put(one, 1, "again", "text"))
			;
		want_int(i, row_store_is_full(one), rows[i].full);
		if (!rows[i].used)
			row_store_close(one);
		other = open_one(SMALL, &rows[i].stamp);
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

/* What is no such file is replaced, and so is one of another user; a link is not
 * followed, be it to a store in use. */
static void
test_wrong(void **state)
{
	static const char junk[1 << 20];
	char other[320];
	struct row_store *s, *again;
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
	s = open_one(1000, &stamp);
	assert_true(put(s, 1, "key", "text"));
	snprintf(other, sizeof(other), "%s/other", folder);
	assert_int_equal(rename(path, other), 0);
	assert_int_equal(symlink(other, path), 0);
	again = open_one(1000, &stamp);
	assert_null(text_of(again, 1, "key"));
	assert_int_equal(lstat(path, &st), 0);
	assert_true(S_ISREG(st.st_mode));
	row_store_close(s);
	if (geteuid() == 0) {
		assert_true(put(again, 1, "key", "text"));
		assert_int_equal(chown(path, 1, (gid_t)-1), 0);
		s = open_one(1000, &stamp);
		assert_null(text_of(s, 1, "key"));
		row_store_close(s);
	}
	row_store_close(again);
	assert_null(row_store_open("/nowhere/rows", 1000, &stamp, &why));
	assert_int_equal(why, ENOENT);
}

/* A disk that has no room left makes a store full; to write there would end the
 * process. */
static void
test_no_room(void **state)
{
	enum { BYTES = 4 << 20, ENTRY = 32 + 16 + 16 };
	struct row_store *s = open_one(BYTES, &stamp);
	int added = 0, why;

	(void)state;
	room = 192 * 1024;
	while (put(s, 1, "key", "text"))
		added++;
	want_int(added, added > 100 && added < room / ENTRY, true);
	assert_true(row_store_is_full(s));
	want_str(0, text_of(s, 1, "key"), "text");
	room = 1000;
	assert_null(row_store_open(path, BYTES, &stamp, &why));
	assert_int_equal(why, ENOSPC);
	room = 0;
	row_store_close(s);
}

/* A store takes no more than half of what is free. */
static void
test_disk(void **state)
{
	static const struct {
		size_t free;
		int why;
	} rows[] = { { 3 << 20, 0 }, { 2 << 20, 0 }, { 2000000, ENOSPC },
		{ 5000, ENOSPC } };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		int why;
		struct row_store *s;

		disk = rows[i].free;
		s = row_store_open(path, 1 << 20, &stamp, &why);
		want_int(i, s == NULL, rows[i].why != 0);
		want_int(i, why, rows[i].why);
		row_store_close(s);
	}
	disk = 0;
}

/* An entry of that key, not added. */
static struct row_entry *
entry_of(struct row_store *s, const char *key)
{
	struct row_entry *e = row_store_take(s, 1, key, strlen(key), 1);

	assert_non_null(e);
	return e;
}

/* Nobody outside knows where a word goes, for each store has a secret; and of a
 * slot that is long all the same, the last entries alone are looked at. */
static void
test_slots(void **state)
{
	enum { SLOTS = 64, BYTES = SLOTS * 256 };
	const struct row_stamp next = { 1, 2 };
	struct row_store *s = open_one(BYTES, &stamp);
	struct row_store *other = open_one(BYTES, &next);
	struct row_entry *e = entry_of(s, "old"), *same = NULL;
	char key[20] = "";
	int tries = 0;

	(void)state;
	assert_int_not_equal(e->hash, entry_of(other, "old")->hash);
	row_store_close(s);
	/* another key of the same slot */
	e = entry_of(other, "old");
	row_store_add(other, e);
	do {
		snprintf(key, sizeof(key), "%d", tries++);
		same = entry_of(other, key);
	} while (same->hash >> 58 != e->hash >> 58 && tries < 150);
	assert_ptr_equal(row_store_find(other, 1, "old", 3), e);
	for (int i = 0; i < 64; i++) {
		struct row_entry *again = entry_of(other, key);

		row_store_add(other, again);
		assert_ptr_equal(row_store_find(other, 1, key, strlen(key)),
		    again);
		want_int(i, row_store_find(other, 1, "old", 3) != NULL,
		    i < 63 || same->hash >> 58 != e->hash >> 58);
	}
	row_store_close(other);
}

/* ---- processes that read and write at the same time ---- */

/* How many have come to each point of a round. */
static _Atomic int *come;

static void
meet(int point)
{
	atomic_fetch_add(&come[point], 1);
	while (atomic_load(&come[point]) < PROCESSES)
		sched_yield();
}

/* Adds entries to the store that all open at once; how many of those of all
 * are not found then, or are others. */
static int
take_part(int number, int round)
{
	const struct row_stamp of = { 1, (unsigned long long)round };
	struct row_store *s;
	char key[20];
	int why, wrong = 0;

	meet(3 * round);
	while ((s = row_store_open(path, SMALL, &of, &why)) == NULL)
		sched_yield();
	meet(3 * round + 1);
	for (int i = 0; i < ENTRIES; i++) {
		snprintf(key, sizeof(key), "%d %d", number, i);
		wrong += !put(s, 7, key, key);
	}
	meet(3 * round + 2);
	for (int p = 0; p < PROCESSES; p++)
		for (int i = 0; i < ENTRIES; i++) {
			const char *got;

			snprintf(key, sizeof(key), "%d %d", p, i);
			got = text_of(s, 7, key);
			wrong += got == NULL || strcmp(got, key) != 0;
		}
	row_store_close(s);
	return wrong;
}

/* They open one store, and lose nothing. */
static void
test_together(void **state)
{
	int status, rounds = unit_turns(2000);
	size_t bytes = 3 * (size_t)rounds * sizeof(*come);

	(void)state;
	come = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(come != MAP_FAILED);
	for (int p = 0; p < PROCESSES; p++)
		if (fork() == 0) {
			int wrong = 0;

			for (int r = 0; r < rounds; r++)
				wrong += take_part(p, r);
			_exit(wrong != 0);
		}
	for (int p = 0; p < PROCESSES; p++) {
		wait(&status);
		want_int(p, status, 0);
	}
	munmap((void *)come, bytes);
}

/* One that is killed as it writes hurts no other. */
static void
test_killed(void **state)
{
	struct row_store *s = open_one(1 << 20, &stamp);
	pid_t pid = fork();

	(void)state;
	if (pid == 0)
		for (;;)
			put(s, 8, "key", "text");
	while (text_of(s, 8, "key") == NULL)
		sched_yield();
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	want_str(0, text_of(s, 8, "key"), "text");
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
		cmocka_unit_test(test_disk),
		cmocka_unit_test(test_slots),
		cmocka_unit_test(test_together),
		cmocka_unit_test(test_killed),
	};

	return cmocka_run_group_tests_name("row_store", tests, make_folder,
	    remove_folder);
}
