/* aid_backer.c - what a feed says of backers and programmes. */

#include <stdlib.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "gen/queries/import.h"
#include "import/aid_backer.h"

/* A field that says more of those that another one names. */
static const struct told_of {
	const char *key;
	enum import_told list;
	enum query_id write;
} fields[] = {
	{ "financers_full", TOLD_BACKERS, Q_BACKER_TELL },
	{ "instructors_full", TOLD_BACKERS, Q_BACKER_TELL },
	{ "programs_full", TOLD_PROGRAMS, Q_PROGRAM_TELL },
};
enum { FIELDS = sizeof(fields) / sizeof(fields[0]), MAX_ITEMS = 64 };

/* Once a name and an id: the same ones come with each aid. */
static void
note_item(struct aid_record *d, const struct told_of *f, json_t *item)
{
	struct import_run *r = d->run;
	const char *name = aid_record_name(d, item);
	json_int_t id = json_integer_value(json_object_get(item, "id"));
	long long *known;
	char slug[256];

	if (name == NULL || id <= 0 || id >= OWN_IDS ||
	    *str_slug(slug, sizeof(slug), name) == '\0')
		return;
	known = import_run_id_of(r, f->write, 0, slug);
	if (*known == id)
		return;
	*known = id;
	if (r->told[f->list] == NULL)
		r->told[f->list] = json_array();
	json_array_append_new(r->told[f->list],
	    json_pack("{s:I, s:s}", "id", id, "slug", slug));
}

void
aid_backer_note(struct aid_record *d)
{
	for (size_t i = 0; i < FIELDS; i++) {
		json_t *v = json_object_get(d->json, fields[i].key);
		size_t n = json_is_array(v) ? json_array_size(v) : 0;

		for (size_t k = 0; k < n && k < MAX_ITEMS; k++)
			note_item(d, &fields[i], json_array_get(v, k));
	}
}

static enum rc
write_told(struct import_run *r, enum query_id query, const json_t *told)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;
	char *s;

	if (told == NULL)
		return RC_OK;
	if ((s = json_dumps(told, JSON_COMPACT)) == NULL)
		log_die("import: out of memory");
	arg_text(r->pool, &args, ARG_TOLD, s);
	rc = query_run(r->db, r->pool, query, args, &res);
	free(s);
	return rc;
}

enum rc
aid_backer_write(struct import_run *r)
{
	enum rc rc = write_told(r, Q_BACKER_TELL, r->told[TOLD_BACKERS]);

	return rc == RC_OK
	    ? write_told(r, Q_PROGRAM_TELL, r->told[TOLD_PROGRAMS])
	    : rc;
}
