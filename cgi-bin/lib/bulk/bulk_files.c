/* bulk_files.c - the files of a generation. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "api/api_files.h"
#include "base/build.h"
#include "base/log.h"
#include "base/say.h"
#include "bulk/bulk_aids.h"
#include "bulk/bulk_api.h"
#include "bulk/bulk_files.h"
#include "bulk/bulk_list.h"
#include "text/day.h"

enum { MAX_FILES = 32, LINE = 512 };

/* Which files there are: those of a row are made together, in the order of
 * their names.  Addresses and types are in api/api_files.c. */
static const struct maker {
	const char *const *names; /* ended by NULL */
	/* To open files, of rows that the caller's transaction sees.  Errors as
	 * query_run. */
	enum rc (*write)(struct db *, const struct conf *, struct bulk_file *);
	bool of_places; /* of territories alone, which change seldom */
} makers[] = {
	{ .names = (const char *const[]){ "aids.json", "aids.ndjson",
	      "aids.csv", "dispositif-aide.csv", "dispositif-aide-absents.csv",
	      NULL },
	    .write = bulk_aids_write },
	{ .names = (const char *const[]){ "backers.json", "backers.ndjson",
	      "backers.csv", NULL },
	    .write = bulk_backers_write },
	{ .names = (const char *const[]){ "perimeters.json",
	      "perimeters.ndjson", "perimeters.csv", NULL },
	    .write = bulk_perimeters_write,
	    .of_places = true },
};

struct files {
	struct db *db;
	const struct conf *conf;
	const char *folder, *before; /* before: NULL, none can be linked */
	long long places;
	bool same_places; /* as those of before */
	int n;
	struct bulk_file file[MAX_FILES];
	struct bulk_file had[MAX_FILES]; /* those of before; no name: not
					  * known */
};

/* The type of the file at "/api/NAME". */
static const char *
media_of(const char *name)
{
	const struct api_file *f = api_file_table;

	while (f->path != NULL && strcmp(f->path + strlen("/api/"), name) != 0)
		f++;
	assert(f->path != NULL);
	return f->media;
}

/* Which file is at which place, whatever becomes of it. */
static void
name_files(struct files *f)
{
	for (size_t m = 0; m < sizeof(makers) / sizeof(makers[0]); m++)
		for (const char *const *name = makers[m].names; *name != NULL;
		     name++) {
			assert(f->n < MAX_FILES);
			f->file[f->n++] = (struct bulk_file){ .name = *name,
				.media = media_of(*name) };
		}
}

/* ---- those of before ---- */

/* What is said of the files, for the next generation: what territories are made
 * of, then a line a file. */
static const char facts[] = "files.facts";

static void
put_key(const struct files *f, char key[LINE])
{
	snprintf(key, LINE, "%lld %s\n", f->places, build_id);
}

static bool
write_facts(const struct files *f)
{
	char path[BULK_PATH], key[LINE];
	FILE *out;
	bool good;

	snprintf(path, sizeof(path), "%s/%s", f->folder, facts);
	if ((out = fopen(path, "we")) == NULL)
		return false;
	put_key(f, key);
	good = fputs(key, out) >= 0;
	for (int i = 0; i < f->n; i++) {
		const struct bulk_file *o = &f->file[i];

		good = good &&
		    fprintf(out, "%s %lu %zu %zu %s %s\n", o->name, o->rows,
			o->bytes, o->packed, o->sha256, o->date) > 0;
	}
	return fclose(out) == 0 && good;
}

/* Fills in what is said of those of before; of one whose line cannot be read,
 * nothing. */
static void
read_facts(struct files *f)
{
	char path[BULK_PATH], key[LINE], line[LINE], name[64];
	FILE *in;

	snprintf(path, sizeof(path), "%s/%s",
	    f->before != NULL ? f->before : "", facts);
	if (f->before == NULL || (in = fopen(path, "re")) == NULL)
		return;
	put_key(f, key);
	f->same_places = fgets(line, sizeof(line), in) != NULL &&
	    strcmp(line, key) == 0;
	for (int i = 0; i < f->n; i++) {
		struct bulk_file o = { .name = f->file[i].name };

		if (fscanf(in, "%63s %lu %zu %zu %64s %19s\n", name, &o.rows,
			&o.bytes, &o.packed, o.sha256, o.date) == 6 &&
		    strcmp(name, o.name) == 0)
			f->had[i] = o;
	}
	fclose(in);
}

/* The same bytes under two names: the older folder may go.  What stands there
 * already goes only once the other takes its place. */
static bool
link_file(const struct files *f, const char *name, const char *end)
{
	char from[BULK_PATH], to[BULK_PATH], new[BULK_PATH + 4];

	snprintf(from, sizeof(from), "%s/%s%s", f->before, name, end);
	snprintf(to, sizeof(to), "%s/%s%s", f->folder, name, end);
	snprintf(new, sizeof(new), "%s.is", to);
	unlink(new);
	return link(from, new) == 0 && rename(new, to) == 0;
}

/* Takes the file of before, with its date: who has it asks and is told that it
 * did not change. */
static bool
take_before(struct files *f, int i)
{
	const char *name = f->file[i].name;

	if (!link_file(f, name, "") || !link_file(f, name, ".gz"))
		return false;
	f->file[i].rows = f->had[i].rows;
	f->file[i].bytes = f->had[i].bytes;
	f->file[i].packed = f->had[i].packed;
	memcpy(f->file[i].sha256, f->had[i].sha256, sizeof(f->had[i].sha256));
	memcpy(f->file[i].date, f->had[i].date, sizeof(f->had[i].date));
	f->file[i].linked = true;
	return true;
}

/* Takes n files from number first on, all or none. */
static bool
take_places(struct files *f, int first, int n)
{
	bool good = f->same_places;

	for (int i = first; good && i < first + n; i++)
		good = f->had[i].name != NULL && take_before(f, i);
	for (int i = first; !good && i < first + n; i++)
		f->file[i] = (struct bulk_file){ .name = f->file[i].name,
			.media = f->file[i].media };
	return good;
}

/* A date moves when the bytes do. */
static void
date_files(struct files *f)
{
	for (int i = 0; i < f->n; i++) {
		struct bulk_file *o = &f->file[i];

		if (o->linked ||
		    (f->had[i].name != NULL &&
			strcmp(o->sha256, f->had[i].sha256) == 0 &&
			take_before(f, i)))
			continue;
		day_now(o->date);
		o->date[10] = 'T';
	}
}

/* ---- all of them ---- */

/* What was opened is closed in any case: no descriptor stays. */
static bool
open_files(struct files *f, struct bulk_file *file, int n)
{
	bool good = true;

	for (int i = 0; i < n; i++)
		good = bulk_file_open(&file[i], f->folder) && good;
	return good;
}

static bool
close_files(struct bulk_file *file, int n)
{
	bool good = true;

	for (int i = 0; i < n; i++)
		good = bulk_file_close(&file[i]) && good;
	return good;
}

/* Those of a maker, from number *first on, which becomes that of the next. */
static enum rc
write_files(struct files *f, const struct maker *m, int *first, bool *good)
{
	struct bulk_file *file = &f->file[*first];
	enum rc rc = RC_OK;
	int n = 0;

	while (m->names[n] != NULL)
		n++;
	*first += n;
	if (m->of_places && take_places(f, *first - n, n))
		return RC_OK;
	*good = open_files(f, file, n);
	if (*good)
		rc = m->write(f->db, f->conf, file);
	*good = close_files(file, n) && *good;
	return rc;
}

enum rc
bulk_files_write(struct db *db, const struct conf *conf, const char *folder,
    const char *before, long long places)
{
	struct files f = { .db = db,
		.conf = conf,
		.folder = folder,
		.before = before,
		.places = places };
	size_t n = sizeof(makers) / sizeof(makers[0]);
	bool good = true;
	int first = 0;
	enum rc rc = RC_OK;

	name_files(&f);
	read_facts(&f);
	for (size_t m = 0; rc == RC_OK && good && m < n; m++)
		rc = write_files(&f, &makers[m], &first, &good);
	if (rc != RC_OK)
		return rc;
	if (good)
		date_files(&f);
	if (good && write_facts(&f) &&
	    bulk_list_write(db, conf, folder, f.file, (size_t)f.n))
		return RC_OK;
	log_msg(_("cannot write \"%s\": %s"), folder, say_error(errno));
	return RC_FAIL;
}
