/* bulk_files.c - the files of a generation. */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/build.h"
#include "base/log.h"
#include "base/say.h"
#include "bulk/bulk_aids.h"
#include "bulk/bulk_api.h"
#include "bulk/bulk_files.h"
#include "bulk/bulk_list.h"
#include "text/day.h"

enum { FILES = BULK_AIDS + BULK_LISTS * BULK_FORMS, LINE = 512 };

struct files {
	struct db *db;
	const struct conf *conf;
	const char *folder, *before; /* before: NULL, none can be linked */
	long long places;
	bool same_places; /* as those of before */
	struct bulk_file file[FILES];
	struct bulk_file had[FILES]; /* those of before; no name: not known */
};

static const char *const media[BULK_FORMS] = { "application/json",
	"application/x-ndjson", "text/csv" };

/* Of a list its files are beside each other. */
static struct bulk_file *
files_of(struct files *f, enum bulk_api list)
{
	return &f->file[BULK_AIDS + (int)list * BULK_FORMS];
}

/* Which file is at which place, whatever becomes of it. */
static void
name_files(struct files *f)
{
	static const char *const aids[BULK_AIDS] = { "aids.json", "aids.ndjson",
		"aids.csv", "dispositif-aide.csv",
		"dispositif-aide-absents.csv" };

	for (int i = 0; i < BULK_AIDS; i++) {
		f->file[i].name = aids[i];
		f->file[i].media = media[i < BULK_FORMS ? i : BULK_CSV];
	}
	for (int l = 0; l < BULK_LISTS; l++)
		for (int i = 0; i < BULK_FORMS; i++) {
			files_of(f, l)[i].name = bulk_api_names[l][i];
			files_of(f, l)[i].media = media[i];
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
	for (int i = 0; i < FILES; i++) {
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
	for (int i = 0; i < FILES; i++) {
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

static bool
take_places(struct files *f)
{
	int first = BULK_AIDS + BULK_PERIMETERS * BULK_FORMS;
	bool good = f->same_places;

	for (int i = first; good && i < first + BULK_FORMS; i++)
		good = f->had[i].name != NULL && take_before(f, i);
	for (int i = first; !good && i < first + BULK_FORMS; i++)
		f->file[i] = (struct bulk_file){ .name = f->file[i].name,
			.media = f->file[i].media };
	return good;
}

/* A date moves when the bytes do. */
static void
date_files(struct files *f)
{
	for (int i = 0; i < FILES; i++) {
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

static enum rc
write_aids(struct files *f, bool *good)
{
	enum rc rc = RC_OK;

	*good = open_files(f, f->file, BULK_AIDS);
	if (*good)
		rc = bulk_aids_write(f->db, f->conf->base_url, f->file);
	*good = close_files(f->file, BULK_AIDS) && *good;
	return rc;
}

/* Territories are the largest of the lists, and change once a year. */
static enum rc
write_list(struct files *f, enum bulk_api list, bool *good)
{
	struct bulk_file *file = files_of(f, list);
	enum rc rc = RC_OK;

	if (list == BULK_PERIMETERS && take_places(f))
		return RC_OK;
	*good = open_files(f, file, BULK_FORMS);
	if (*good)
		rc = bulk_api_write(f->db, f->conf, list, file);
	*good = close_files(file, BULK_FORMS) && *good;
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
	bool good = true;
	enum rc rc;

	name_files(&f);
	read_facts(&f);
	rc = write_aids(&f, &good);
	for (int l = 0; rc == RC_OK && good && l < BULK_LISTS; l++)
		rc = write_list(&f, l, &good);
	if (rc != RC_OK)
		return rc;
	if (good)
		date_files(&f);
	if (good && write_facts(&f) &&
	    bulk_list_write(db, conf, folder, f.file, FILES))
		return RC_OK;
	log_msg(_("cannot write \"%s\": %s"), folder, say_error(errno));
	return RC_FAIL;
}
