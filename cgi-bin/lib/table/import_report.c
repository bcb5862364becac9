/* import_report.c - what an import could not take. */

#include <jansson.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "table/import_report.h"

enum {
	MAX_SAID = 20, /* of a kind */
	MAX_KEYS = 100,
	MAX_PLACES = 500
};

struct fault_kind {
	const char *field, *reason; /* constants */
	unsigned long times;
};

static int
fault_kind_compare(const void *a, const void *b)
{
	const struct fault_kind *x = a, *y = b;
	int order = strcmp(x->field, y->field);

	return order != 0 ? order : strcmp(x->reason, y->reason);
}

/* Counted by field and reason: a feed repeats one fault thousands of times, and
 * a reader mends the kind. */
static struct fault_kind *
fault_kind_of(struct import_report *r, const char *field, const char *reason)
{
	struct fault_kind key = { field, reason, 0 }, *k, **at;

	if ((at = tfind(&key, &r->kinds, fault_kind_compare)) != NULL)
		return *at;
	if ((k = calloc(1, sizeof(*k))) == NULL)
		log_die("import: out of memory");
	*k = key;
	if (tsearch(k, &r->kinds, fault_kind_compare) == NULL)
		log_die("import: out of memory");
	return k;
}

static void
fault_write(FILE *f, const char *cell, unsigned long record, const char *id,
    const char *field, const char *reason, const char *value)
{
	json_t *v = json_pack("{s:I, s:s?, s:s, s:s, s:s}", "record",
	    (json_int_t)record, "id", id, "field", field, "reason",
	    gettext(reason), "value", value);

	if (v != NULL && *cell != '\0')
		json_object_set_new(v, "cell", json_string(cell));
	if (v != NULL) {
		json_dumpf(v, f, JSON_COMPACT);
		putc('\n', f);
	}
	json_decref(v);
}

/* How often the kind came, this one included. */
static unsigned long
fault_count(struct import_report *r, unsigned long record, const char *id,
    const char *field, const char *reason, const char *value)
{
	struct fault_kind *k = fault_kind_of(r, field, reason);

	if (r->file != NULL)
		fault_write(r->file, r->cell, record, id, field, reason, value);
	return ++k->times;
}

void
import_report_count(struct import_report *r, unsigned long record,
    const char *id, const char *field, const char *reason, const char *value)
{
	fault_count(r, record, id, field, reason, value);
}

void
import_report_fault(struct import_report *r, unsigned long record,
    const char *id, const char *field, const char *reason, const char *value)
{
	if (fault_count(r, record, id, field, reason, value) > MAX_SAID)
		return;
	say_progress_end();
	if (r->lines && *field == '\0')
		say(_("  line %lu refused: %s"), record, gettext(reason));
	else if (r->lines)
		say(_("  line %lu, \"%s\": %s: \"%.200s\""), record, field,
		    gettext(reason), value);
	else if (*r->cell != '\0')
		say(_("  %s, aid %s, \"%s\": %s: \"%.200s\""), r->cell,
		    id != NULL ? id : "-",
		    *field != '\0' ? field : _("refused"), gettext(reason),
		    *field != '\0' ? value : "");
	else if (*field == '\0')
		say(_("  aid %lu of the file refused: %s"), record,
		    gettext(reason));
	else
		say(_("  aid %lu (%s), \"%s\": %s: \"%.200s\""), record,
		    id != NULL ? id : "-", field, gettext(reason), value);
}

static void
fault_kind_say(const void *node, VISIT visit, void *arg)
{
	const struct fault_kind *k = *(struct fault_kind *const *)node;

	(void)arg;
	if (visit == postorder || visit == leaf)
		say(ngettext("  %s: %s (%lu time)", "  %s: %s (%lu times)",
			k->times),
		    *k->field != '\0' ? k->field : _("refused"),
		    gettext(k->reason), k->times);
}

/* ---- names that are counted: keys, territories ---- */

struct counted_name {
	unsigned long times;
	char *near; /* what it resembles; NULL: nothing */
	char name[256];
};

static int
counted_name_compare(const void *a, const void *b)
{
	const struct counted_name *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static void
counted_name_free(void *node)
{
	struct counted_name *k = node;

	free(k->near);
	free(k);
}

/* The name in a tree of n, counted once more; NULL when it is new and there are
 * max already. */
static struct counted_name *
counted_name_add(void **tree, unsigned *n, unsigned max, const char *name)
{
	struct counted_name key = { 0 }, *k, **at;

	snprintf(key.name, sizeof(key.name), "%.*s",
	    (int)str_cut(name, sizeof(key.name) - 1), name);
	if ((at = tfind(&key, tree, counted_name_compare)) != NULL) {
		(*at)->times++;
		return *at;
	}
	if (*n >= max)
		return NULL;
	if ((k = malloc(sizeof(*k))) == NULL)
		log_die("import: out of memory");
	*k = key;
	k->times = 1;
	if (tsearch(k, tree, counted_name_compare) == NULL)
		log_die("import: out of memory");
	(*n)++;
	return k;
}

void
import_report_key(struct import_report *r, const char *name)
{
	counted_name_add(&r->keys, &r->nkeys, MAX_KEYS, name);
}

bool
import_report_place(struct import_report *r, const char *name)
{
	const struct counted_name *k = counted_name_add(&r->places, &r->nplaces,
	    MAX_PLACES, name);

	return k != NULL && k->times == 1;
}

void
import_report_near(struct import_report *r, const char *name, const char *near)
{
	struct counted_name *k = counted_name_add(&r->places, &r->nplaces, 0,
	    name);

	if (k == NULL)
		return;
	k->times--;
	free(k->near);
	k->near = *near != '\0' ? strdup(near) : NULL;
}

static void
counted_name_say(const void *node, VISIT visit, void *arg)
{
	const struct counted_name *k = *(struct counted_name *const *)node;

	(void)arg;
	if (visit != postorder && visit != leaf)
		return;
	if (k->near != NULL)
		say(ngettext("  \"%s\" (%lu time): is it %s?",
			"  \"%s\" (%lu times): is it %s?", k->times),
		    k->name, k->times, k->near);
	else
		say(ngettext("  \"%s\" (%lu time)", "  \"%s\" (%lu times)",
			k->times),
		    k->name, k->times);
}

void
import_report_say(const struct import_report *r)
{
	twalk_r(r->kinds, fault_kind_say, NULL);
	if (r->places != NULL)
		say(_("  territories that are not known; \"guichet perimeter "
		      "add\" makes one of the codes of its members:"));
	twalk_r(r->places, counted_name_say, NULL);
	if (r->keys != NULL)
		say(_("  keys that nothing reads:"));
	twalk_r(r->keys, counted_name_say, NULL);
}

void
import_report_free(struct import_report *r)
{
	tdestroy(r->kinds, free);
	tdestroy(r->keys, counted_name_free);
	tdestroy(r->places, counted_name_free);
	r->kinds = r->keys = r->places = NULL;
}
