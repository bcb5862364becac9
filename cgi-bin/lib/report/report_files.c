/* report_files.c - the files of a report. */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/say.h"
#include "report/report_files.h"

/* A file of the report, of this one or of one before. */
struct name {
	struct name *next;
	const char *s;
	bool is_there; /* written by this one */
};

struct report_files {
	struct pool *pool;
	const char *folder;
	FILE *list; /* of the names; locked while it is open */
	struct name *names;
};

/* In the pool. */
static const char *
path_of(struct report_files *f, const char *name)
{
	return pool_printf(f->pool, "%s/%s", f->folder, name);
}

/* As errno says. */
static bool
fail(const char *path)
{
	log_msg(_("cannot write \"%s\": %s"), path, say_error(errno));
	return false;
}

static struct name *
add_name(struct report_files *f, const char *s)
{
	struct name *name = pool_take(f->pool, sizeof(*name));

	name->s = pool_strdup(f->pool, s);
	name->next = f->names;
	f->names = name;
	return name;
}

static struct name *
find_name(struct report_files *f, const char *s)
{
	for (struct name *name = f->names; name != NULL; name = name->next)
		if (strcmp(name->s, s) == 0)
			return name;
	return NULL;
}

/* What is in this folder and nowhere else. */
static bool
is_plain(const char *s)
{
	return *s != '\0' && *s != '.' && strchr(s, '/') == NULL;
}

/* What reports before left, as far as they were listed. */
static void
read_list(struct report_files *f)
{
	char line[300];

	while (fgets(line, sizeof(line), f->list) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (is_plain(line) && find_name(f, line) == NULL)
			add_name(f, line);
	}
}

static void
close_list(void *arg)
{
	fclose(arg);
}

struct report_files *
report_files_open(struct pool *pool, const char *folder)
{
	struct report_files *f = pool_take(pool, sizeof(*f));
	const char *path;

	f->pool = pool;
	f->folder = folder;
	path = path_of(f, ".guichet-report");
	if ((mkdir(folder, 0755) != 0 && errno != EEXIST) ||
	    (f->list = fopen(path, "a+e")) == NULL) {
		fail(path);
		return NULL;
	}
	pool_defer(pool, close_list, f->list);
	if (flock(fileno(f->list), LOCK_EX | LOCK_NB) != 0) {
		log_msg(_("another report is being written in \"%s\""), folder);
		return NULL;
	}
	rewind(f->list);
	read_list(f);
	return f;
}

/* The name is listed before the file is there: a report that was killed leaves
 * none that the next one does not know. */
static bool
note_name(struct report_files *f, const char *s)
{
	struct name *name = find_name(f, s);

	if (name == NULL) {
		name = add_name(f, s);
		if (fprintf(f->list, "%s\n", s) < 0 || fflush(f->list) != 0)
			return fail(path_of(f, ".guichet-report"));
	}
	name->is_there = true;
	return true;
}

bool
report_files_put(struct report_files *f, const char *name, const struct buf *b)
{
	const char *path = path_of(f, name);
	const char *new = path_of(f, pool_printf(f->pool, ".%s.new", name));
	FILE *out;
	bool good;

	if (!note_name(f, name))
		return false;
	if ((out = fopen(new, "we")) == NULL)
		return fail(new);
	/* A page that is served meanwhile is the one of before. */
	good = fwrite(b->data, 1, b->len, out) == b->len;
	good = fclose(out) == 0 && good;
	if (good && rename(new, path) == 0)
		return true;
	fail(path);
	unlink(new);
	return false;
}

/* ---- files of the site ---- */

/* The whole of it. */
static bool
read_file(const char *path, struct buf *b)
{
	char part[8192];
	FILE *in = fopen(path, "re");
	size_t n;
	bool good;

	while (in != NULL && (n = fread(part, 1, sizeof(part), in)) > 0)
		buf_put(b, part, n);
	good = in != NULL && ferror(in) == 0;
	if (!good)
		log_msg(_("cannot read \"%s\": %s"), path, say_error(errno));
	if (in != NULL)
		fclose(in);
	return good;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

bool
report_files_copy(struct report_files *f, const char *path)
{
	struct buf b = { 0 };
	bool good = read_file(path, &b) &&
	    report_files_put(f, base_name(path), &b);

	buf_free(&b);
	return good;
}

/* A font or a picture, beside the sheet; s is its name up to the bracket. */
static bool
copy_named(struct report_files *f, const char *css, const char *s, size_t n)
{
	const char *name = pool_strndup(f->pool, s, n);
	int folder = (int)(base_name(css) - css);

	return !is_plain(name) ||
	    report_files_copy(f,
		pool_printf(f->pool, "%.*s%s", folder, css, name));
}

bool
report_files_copy_css(struct report_files *f, const char *path)
{
	static const char begin[] = "url(/static/";
	struct buf b = { 0 }, out = { 0 };
	const char *s, *at;
	bool good = read_file(path, &b);

	buf_puts(&b, "");
	s = b.data;
	while (good && (at = strstr(s, begin)) != NULL) {
		const char *name = at + sizeof(begin) - 1;

		buf_put(&out, s, (size_t)(at - s));
		buf_puts(&out, "url(");
		good = copy_named(f, path, name, strcspn(name, ")"));
		s = name;
	}
	if (good) {
		buf_puts(&out, s);
		good = report_files_put(f, base_name(path), &out);
	}
	buf_free(&out);
	buf_free(&b);
	return good;
}

/* ---- the end ---- */

bool
report_files_end(struct report_files *f)
{
	bool good = true;

	for (struct name *n = f->names; n != NULL; n = n->next)
		/* Somebody may have removed it already. */
		if (!n->is_there && unlink(path_of(f, n->s)) != 0 &&
		    errno != ENOENT)
			good = fail(path_of(f, n->s));
	if (!good)
		return false;
	/* Cut short here, the list lacks what the next report writes again. */
	if (ftruncate(fileno(f->list), 0) != 0)
		return fail(path_of(f, ".guichet-report"));
	for (struct name *n = f->names; n != NULL; n = n->next)
		if (n->is_there)
			fprintf(f->list, "%s\n", n->s);
	return fflush(f->list) == 0 || fail(path_of(f, ".guichet-report"));
}
