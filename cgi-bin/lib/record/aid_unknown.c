/* aid_unknown.c - words of a feed that nothing here is called. */

#include <assert.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/record.h"
#include "record/aid_place.h"
#include "record/aid_unknown.h"

/* What a name that was made is kept as, by import_run_id_of. */
enum { ALONE = 1, RESEMBLES = 2 };

/* ---- what a word may resemble ---- */

/* The names to compare with, under the key of a list, empty when new. */
static struct near_names *
names_of(struct import_run *r, const char *key, bool *is_new)
{
	size_t i = 0;

	while (i < r->nnear && strcmp(r->near[i].list, key) != 0)
		i++;
	*is_new = i == r->nnear;
	if (*is_new) {
		assert(i < IMPORT_NEARS);
		r->near[i].list = key;
		r->near[i].names = near_names_new(r->words);
		r->nnear++;
	}
	return r->near[i].names;
}

/* Other wordings of an entry are compared, too, and the entry is told. */
static struct near_names *
names_of_list(struct import_run *r, const char *list)
{
	bool is_new;
	struct near_names *names = names_of(r, list, &is_new);
	size_t n;
	const struct list_entry *e = lists_all(r->lists, &n);

	for (size_t i = 0; is_new && i < n; i++)
		if (strcmp(e[i].list + (e[i].list[0] == '='), list) == 0)
			near_names_add(names, e[i].name,
			    lists_id(r->lists, list, e[i].id)->name);
	return names;
}

/* Those that were there before the run made the first of its own. */
static enum rc
names_of_base(struct import_run *r, enum query_id make, long long id,
    struct near_names **names)
{
	const enum query_id query = make == Q_BACKER_ADD ? Q_NEAR_BACKERS
							 : Q_NEAR_PROGRAMS;
	const struct arg *args = NULL;
	struct result res;
	bool is_new;
	enum rc rc = RC_OK;

	*names = names_of(r, make == Q_BACKER_ADD ? "backer" : "program",
	    &is_new);
	arg_int(r->pool, &args, ARG_ID, id);
	if (is_new)
		rc = query_run(r->db, r->near_pool, query, args, &res);
	for (unsigned i = 0; is_new && rc == RC_OK && i < res.rows; i++) {
		const char *name = result_row(&res, query, i)[0].s;

		near_names_add(*names, name, name);
	}
	return rc;
}

/* ---- telling ---- */

/* What is not known is said once for all the aids that have it.  True when it
 * is new: what it resembles is then to be set. */
static struct report_word *
count_word(struct aid_record *d, const char *field, const char *word)
{
	return import_report_word(&d->run->report, field, word, d->source_id);
}

static void
set_near(struct report_word *k, const char *near)
{
	if (*near != '\0' && (k->near = strdup(near)) == NULL)
		log_die("aid_unknown: out of memory");
}

/* Of a workbook each cell is told, for it is to be mended there. */
static void
tell(struct aid_record *d, const char *field, const char *reason,
    const char *word)
{
	struct import_report *r = &d->run->report;

	import_run_place(d->run, d->item, d->shape, field);
	if (*r->cell != '\0')
		import_report_fault(r, d->ordinal, d->source_id, field, reason,
		    word);
	else
		import_report_count(r, d->ordinal, d->source_id, field, reason,
		    word);
}

void
aid_unknown_word(struct aid_record *d, const char *field, const char *list,
    const char *word)
{
	struct import_run *r = d->run;
	struct report_word *k;

	tell(d, field, N_("unknown value"), word);
	if ((k = count_word(d, field, word)) != NULL && list != NULL)
		set_near(k,
		    near_names_find(names_of_list(r, list), r->pool, word));
}

void
aid_unknown_place(struct aid_record *d, const char *word, bool has_name,
    bool is_several)
{
	struct report_word *k;

	tell(d, has_name ? "perimeter" : "perimeter_code",
	    is_several ? N_("several territories of that name")
		       : N_("unknown territory"),
	    word);
	if ((k = count_word(d, "perimeter", word)) != NULL)
		set_near(k, aid_place_near(d, word));
}

enum rc
aid_unknown_name(struct aid_record *d, const char *field, enum query_id make,
    const char *name, long long id, bool made)
{
	struct import_run *r = d->run;
	struct near_names *names;
	struct report_word *k;
	const char *near;
	enum rc rc;

	if (made) {
		if ((rc = names_of_base(r, make, id, &names)) != RC_OK)
			return rc;
		near = near_names_find(names, r->pool, name);
		*import_run_id_of(r, Q_FEED_WORDS_KEEP, make,
		    name) = *near != '\0' ? RESEMBLES : ALONE;
	} else
		near = "";
	if (*import_run_id_of(r, Q_FEED_WORDS_KEEP, make, name) != RESEMBLES)
		return RC_OK;
	if ((k = count_word(d, field, name)) != NULL)
		set_near(k, near);
	return RC_OK;
}
