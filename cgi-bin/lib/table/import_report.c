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
	MAX_WORDS = 2000
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

/* ---- names that are counted: keys, words ---- */

static int
report_word_compare(const void *a, const void *b)
{
	const struct report_word *x = a, *y = b;
	int order = strcmp(x->field, y->field);

	return order != 0 ? order : strcmp(x->word, y->word);
}

static void
report_word_free(void *node)
{
	struct report_word *k = node;

	free(k->near);
	free(k);
}

/* The word in a tree of n, counted once more; NULL when it is new and there are
 * max already. */
static struct report_word *
report_word_add(void **tree, unsigned *n, unsigned max, const char *field,
    const char *word)
{
	struct report_word key = { .field = field }, *k, **at;

	snprintf(key.word, sizeof(key.word), "%.*s",
	    (int)str_cut(word, sizeof(key.word) - 1), word);
	if ((at = tfind(&key, tree, report_word_compare)) != NULL) {
		(*at)->times++;
		return *at;
	}
	if (*n >= max)
		return NULL;
	if ((k = malloc(sizeof(*k))) == NULL)
		log_die("import: out of memory");
	*k = key;
	k->times = 1;
	if (tsearch(k, tree, report_word_compare) == NULL)
		log_die("import: out of memory");
	(*n)++;
	return k;
}

void
import_report_key(struct import_report *r, unsigned long record,
    const char *name)
{
	struct report_word *k = report_word_add(&r->keys, &r->nkeys, MAX_KEYS,
	    "", name);

	if (k == NULL)
		return;
	k->times -= k->last == record;
	k->last = record;
}

struct report_word *
import_report_word(struct import_report *r, const char *field, const char *word,
    const char *id)
{
	struct report_word *k = report_word_add(&r->words, &r->nwords,
	    MAX_WORDS, field, word);

	if (k == NULL || k->times > 1)
		return NULL;
	snprintf(k->id, sizeof(k->id), "%s", id != NULL ? id : "");
	return k;
}

/* Who is told of the words of a tree. */
struct telling {
	void (*fn)(void *arg, const struct report_word *);
	void *arg;
};

static void
report_word_visit(const void *node, VISIT visit, void *arg)
{
	struct telling *t = arg;

	if (visit == postorder || visit == leaf)
		t->fn(t->arg, *(struct report_word *const *)node);
}

void
import_report_words(const struct import_report *r,
    void (*fn)(void *arg, const struct report_word *), void *arg)
{
	struct telling t = { .fn = fn, .arg = arg };

	twalk_r(r->words, report_word_visit, &t);
}

static void
report_word_say(void *arg, const struct report_word *k)
{
	(void)arg;
	if (k->near != NULL)
		say(ngettext("  \"%s\" (%lu time): is it %s?",
			"  \"%s\" (%lu times): is it %s?", k->times),
		    k->word, k->times, k->near);
	else
		say(ngettext("  \"%s\" (%lu time)", "  \"%s\" (%lu times)",
			k->times),
		    k->word, k->times);
}

/* A title before the first word of each field. */
static void
titled_word_say(void *arg, const struct report_word *k)
{
	const char **field = arg;

	if (*field == NULL || strcmp(*field, k->field) != 0) {
		if (strcmp(k->field, "perimeter") == 0)
			say(_("  territories that are not known; \"guichet "
			      "perimeter add\" makes one of the codes of its "
			      "members:"));
		else
			say(_("  words of \"%s\" that are not known:"),
			    k->field);
	}
	*field = k->field;
	report_word_say(NULL, k);
}

void
import_report_say(const struct import_report *r)
{
	const char *field = NULL;
	struct telling keys = { .fn = report_word_say };

	twalk_r(r->kinds, fault_kind_say, NULL);
	import_report_words(r, titled_word_say, &field);
	if (r->keys != NULL)
		say(_("  keys that nothing reads:"));
	twalk_r(r->keys, report_word_visit, &keys);
}

void
import_report_free(struct import_report *r)
{
	tdestroy(r->kinds, free);
	tdestroy(r->keys, report_word_free);
	tdestroy(r->words, report_word_free);
	r->kinds = r->keys = r->words = NULL;
}
