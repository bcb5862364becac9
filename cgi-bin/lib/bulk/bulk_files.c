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

enum { FILES = BULK_AIDS + BULK_LISTS * BULK_FORMS, LINE = 512 };

struct files {
	struct db *db;
	const struct conf *conf;
	const char *folder, *before; /* before: NULL, none can be linked */
	long long places;
	struct bulk_file file[FILES];
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
		"aids.csv", "dispositif-aide.csv" };

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

/* What is said of territories, for the next generation: of what they are, then
 * a line a file. */
static const char facts[] = "perimeters.facts";

static void
put_key(const struct files *f, char key[LINE])
{
	snprintf(key, LINE, "%lld %s\n", f->places, build_id);
}

static bool
write_facts(struct files *f)
{
	char path[BULK_PATH], key[LINE];
	FILE *out;
	bool good;

	snprintf(path, sizeof(path), "%s/%s", f->folder, facts);
	if ((out = fopen(path, "we")) == NULL)
		return false;
	put_key(f, key);
	good = fputs(key, out) >= 0;
	for (int i = 0; i < BULK_FORMS; i++) {
		const struct bulk_file *o = &files_of(f, BULK_PERIMETERS)[i];

		good = good &&
		    fprintf(out, "%lu %zu %zu %s\n", o->rows, o->bytes,
			o->packed, o->sha256) > 0;
	}
	return fclose(out) == 0 && good;
}

/* Whether those of before are as good; fills in what is said of them. */
static bool
read_facts(struct files *f)
{
	char path[BULK_PATH], key[LINE], line[LINE];
	FILE *in;
	bool good;

	snprintf(path, sizeof(path), "%s/%s",
	    f->before != NULL ? f->before : "", facts);
	if (f->before == NULL || (in = fopen(path, "re")) == NULL)
		return false;
	put_key(f, key);
	good = fgets(line, sizeof(line), in) != NULL && strcmp(line, key) == 0;
	for (int i = 0; good && i < BULK_FORMS; i++) {
		struct bulk_file *o = &files_of(f, BULK_PERIMETERS)[i];

		good = fscanf(in, "%lu %zu %zu %64s\n", &o->rows, &o->bytes,
			   &o->packed, o->sha256) == 4;
	}
	fclose(in);
	return good;
}

/* The same bytes under two names: the older folder may go. */
static bool
link_file(const struct files *f, const char *name, const char *end)
{
	char from[BULK_PATH], to[BULK_PATH];

	snprintf(from, sizeof(from), "%s/%s%s", f->before, name, end);
	snprintf(to, sizeof(to), "%s/%s%s", f->folder, name, end);
	unlink(to);
	return link(from, to) == 0;
}

static bool
link_before(struct files *f)
{
	bool good = read_facts(f);

	for (int i = 0; good && i < BULK_FORMS; i++) {
		const char *name = bulk_api_names[BULK_PERIMETERS][i];

		good = link_file(f, name, "") && link_file(f, name, ".gz");
	}
	if (!good)
		for (int i = 0; i < BULK_FORMS; i++)
			files_of(f, BULK_PERIMETERS)[i].rows =
			    files_of(f, BULK_PERIMETERS)[i].bytes = 0;
	return good;
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

	if (list == BULK_PERIMETERS && link_before(f))
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
	rc = write_aids(&f, &good);
	for (int l = 0; rc == RC_OK && good && l < BULK_LISTS; l++)
		rc = write_list(&f, l, &good);
	if (rc != RC_OK)
		return rc;
	if (good && write_facts(&f) &&
	    bulk_list_write(conf, folder, f.file, FILES))
		return RC_OK;
	log_msg(_("cannot write \"%s\": %s"), folder, say_error(errno));
	return RC_FAIL;
}
