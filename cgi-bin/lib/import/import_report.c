/* import_report.c - what an import could not take. */

#include <jansson.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "import/import_report.h"

enum {
	MAX_SAID = 20, /* of a kind */
	MAX_KEYS = 100
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
fault_write(FILE *f, unsigned long record, const char *id, const char *field,
    const char *reason, const char *value)
{
	json_t *v = json_pack("{s:I, s:s?, s:s, s:s, s:s}", "record",
	    (json_int_t)record, "id", id, "field", field, "reason",
	    gettext(reason), "value", value);

	if (v != NULL) {
		json_dumpf(v, f, JSON_COMPACT);
		putc('\n', f);
	}
	json_decref(v);
}

void
import_report_fault(struct import_report *r, unsigned long record,
    const char *id, const char *field, const char *reason, const char *value)
{
	struct fault_kind *k = fault_kind_of(r, field, reason);

	if (r->file != NULL)
		fault_write(r->file, record, id, field, reason, value);
	if (++k->times > MAX_SAID)
		return;
	say_progress_end();
	if (*field == '\0')
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

/* ---- keys ---- */

struct unread_key {
	unsigned long times;
	char name[64];
};

static int
unread_key_compare(const void *a, const void *b)
{
	const struct unread_key *x = a, *y = b;

	return strcmp(x->name, y->name);
}

void
import_report_key(struct import_report *r, const char *name)
{
	struct unread_key key = { 0 }, *k, **at;

	snprintf(key.name, sizeof(key.name), "%.*s",
	    (int)str_cut(name, sizeof(key.name) - 1), name);
	if ((at = tfind(&key, &r->keys, unread_key_compare)) != NULL) {
		(*at)->times++;
		return;
	}
	if (r->nkeys >= MAX_KEYS)
		return;
	if ((k = malloc(sizeof(*k))) == NULL)
		log_die("import: out of memory");
	*k = key;
	k->times = 1;
	if (tsearch(k, &r->keys, unread_key_compare) == NULL)
		log_die("import: out of memory");
	r->nkeys++;
}

static void
unread_key_say(const void *node, VISIT visit, void *arg)
{
	const struct unread_key *k = *(struct unread_key *const *)node;

	(void)arg;
	if (visit == postorder || visit == leaf)
		say(ngettext("  \"%s\" (%lu time)", "  \"%s\" (%lu times)",
			k->times),
		    k->name, k->times);
}

void
import_report_say(const struct import_report *r)
{
	twalk_r(r->kinds, fault_kind_say, NULL);
	if (r->keys != NULL)
		say(_("  keys that nothing reads:"));
	twalk_r(r->keys, unread_key_say, NULL);
}

void
import_report_free(struct import_report *r)
{
	tdestroy(r->kinds, free);
	tdestroy(r->keys, free);
	r->kinds = r->keys = NULL;
}
