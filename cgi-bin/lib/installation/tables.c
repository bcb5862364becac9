/* tables.c - the tables of the whole catalogue. */

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <zlib.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "installation/tables.h"
#include "text/day.h"
#include "workbook/xlsx.h"

enum { MAX_HEAD = 1 << 20 };

/* ---- what the program of the search answers ---- */

/* Beside this program where it was built, else where it is installed. */
static const char *
search_program(struct pool *pool)
{
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 8);
	const char *path;

	if (n > 0) {
		self[n] = '\0';
		*strrchr(self, '/') = '\0';
		path = pool_printf(pool, "%s/search", self);
		if (access(path, X_OK) == 0)
			return path;
	}
	return PREFIX "/lib/guichet/search";
}

/* Becomes the program, as a server would start it for one request. */
static void
become(const char *path, int out)
{
	static const char *const env[][2] = { { "GATEWAY_INTERFACE",
						  "CGI/1.1" },
		{ "REQUEST_METHOD", "GET" }, { "SERVER_PROTOCOL", "HTTP/1.1" },
		{ "REQUEST_URI", "/aides/?format=csv" },
		{ "QUERY_STRING", "format=csv" }, { "GUICHET_WHOLE", "1" } };

	for (size_t i = 0; i < sizeof(env) / sizeof(env[0]); i++)
		setenv(env[i][0], env[i][1], 1);
	if (dup2(out, STDOUT_FILENO) >= 0)
		execl(path, path, (char *)NULL);
	_exit(127);
}

/* The table on its way to its files: as it is, and packed.  It is never in
 * memory as a whole: that of a large catalogue has hundreds of megabytes, and
 * the command shares its machine with the programs. */
struct table_out {
	FILE *plain;
	gzFile packed;
	struct buf head; /* until the table begins */
	bool begun, good;
	size_t n;
};

static void
put_part(struct table_out *t, const char *s, size_t n)
{
	t->n += n;
	t->good = t->good && fwrite(s, 1, n, t->plain) == n &&
	    gzwrite(t->packed, s, (unsigned)n) == (int)n;
}

/* Past the headers: a table begins with a byte order mark, and no page of
 * errors does. */
static void
take_part(struct table_out *t, const char *s, size_t n)
{
	const char *body;

	if (t->begun) {
		put_part(t, s, n);
		return;
	}
	buf_put(&t->head, s, n);
	body = strstr(t->head.data, "\r\n\r\n\xef\xbb\xbf");
	t->begun = body != NULL;
	if (t->begun)
		put_part(t, body + 4,
		    t->head.len - (size_t)(body + 4 - t->head.data));
	t->good = t->good && t->head.len < MAX_HEAD;
}

/* Asks for the table; false, logged, when there is none. */
static bool
ask(const char *path, struct table_out *t)
{
	char part[65536];
	int fd[2], status = -1;
	ssize_t n;
	pid_t pid;

	if (pipe(fd) != 0)
		return false;
	if ((pid = fork()) == 0)
		become(path, fd[1]);
	close(fd[1]);
	while (pid > 0 && (n = read(fd[0], part, sizeof(part))) != 0)
		if (n > 0)
			take_part(t, part, (size_t)n);
		else if (errno != EINTR)
			break;
	close(fd[0]);
	if (pid > 0)
		waitpid(pid, &status, 0);
	if (status == 0 && t->begun)
		return true;
	log_msg(_("%s does not give the table of all aids"), path);
	return false;
}

/* ---- files ---- */

/* Writes the table and its copies under other names first, for nginx must not
 * send a part of one.  The workbook is made of the table, once that is
 * there. */
static bool
write_new(struct pool *pool, const char *path)
{
	const char *plain = pool_printf(pool, "%s.csv.new", path);
	struct table_out t = { .plain = fopen(plain, "we"),
		.packed = gzopen(pool_printf(pool, "%s.csv.gz.new", path),
		    "wbe6"),
		.good = true };
	bool open = t.plain != NULL && t.packed != NULL, good = open;

	if (!open)
		log_msg(_("cannot write \"%s\": %s"), path, say_error(errno));
	good = good && ask(search_program(pool), &t);
	if (t.plain != NULL)
		t.good = fclose(t.plain) == 0 && t.good;
	if (t.packed != NULL)
		t.good = gzclose(t.packed) == Z_OK && t.good;
	buf_free(&t.head);
	if (good &&
	    (!t.good ||
		!xlsx_file(pool_printf(pool, "%s.xlsx.new", path), plain,
		    t.n))) {
		log_msg(_("cannot write \"%s\": %s"), path, say_error(errno));
		good = false;
	}
	return good;
}

/* One after another: a reader who takes two of them in that moment may have one
 * of each, which differ by an import and no more. */
static bool
put_in_place(struct pool *pool, const char *path)
{
	static const char *const ends[] = { "csv.gz", "csv", "xlsx" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		const char *to = pool_printf(pool, "%s.%s", path, ends[i]),
			   *from = pool_printf(pool, "%s.new", to);

		if (chmod(from, 0644) == 0 && rename(from, to) == 0)
			continue;
		log_msg(_("cannot write \"%s\": %s"), to, say_error(errno));
		return false;
	}
	return true;
}

/* Removes the tables, but for those whose name begins so. */
static void
remove_but(struct pool *pool, const char *dir, const char *kept)
{
	glob_t g;

	if (glob(pool_printf(pool, "%s/aides-*", dir), 0, NULL, &g) != 0)
		return;
	for (size_t i = 0; i < g.gl_pathc; i++)
		if (kept == NULL ||
		    strncmp(g.gl_pathv[i], kept, strlen(kept)) != 0)
			unlink(g.gl_pathv[i]);
	globfree(&g);
}

/* The folder and the one above it, when they are missing, open to nginx. */
static void
make_folder(struct pool *pool, const char *dir)
{
	char *above = pool_strdup(pool, dir), *slash = strrchr(above, '/');

	if (slash != NULL)
		*slash = '\0';
	if (mkdir(above, 0755) == 0)
		chmod(above, 0755);
	if (mkdir(dir, 0755) == 0)
		chmod(dir, 0755);
}

/* Path of those of today, without what their format is. */
static const char *
path_of_today(struct pool *pool, const struct conf *c)
{
	char today[11];

	day_today(today);
	return pool_printf(pool, "%s/aides-%s", c->tables_dir, today);
}

const char *
tables_fault(struct pool *pool, const struct conf *c)
{
	char *dir = pool_strdup(pool, c->tables_dir), *slash;

	/* What is missing is made, as far as make_folder goes. */
	for (int made = 0; *dir != '\0'; made++) {
		if (access(pool_printf(pool, "%s/.", dir), W_OK | X_OK) == 0)
			return NULL;
		slash = strrchr(dir, '/');
		if (errno != ENOENT || made == 2 || slash == NULL)
			return pool_printf(pool, _("cannot write \"%s\": %s"),
			    dir, say_error(errno));
		*slash = '\0';
	}
	return NULL;
}

enum rc
tables_write(const struct conf *c)
{
	struct pool *pool = pool_new();
	const char *path = path_of_today(pool, c);
	bool good = *c->tables_dir == '\0';

	if (!good) {
		make_folder(pool, c->tables_dir);
		good = write_new(pool, path) && put_in_place(pool, path);
		remove_but(pool, c->tables_dir, good ? path : NULL);
	}
	pool_free(pool);
	return good ? RC_OK : RC_FAIL;
}

bool
tables_are(struct pool *pool, const struct conf *c)
{
	return *c->tables_dir == '\0' ||
	    access(pool_printf(pool, "%s.xlsx", path_of_today(pool, c)),
		R_OK) == 0;
}
