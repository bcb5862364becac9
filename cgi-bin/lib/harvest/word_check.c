/* word_check.c - what a person says that a word means, read as an import. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "gen/queries/harvest.h"
#include "harvest/word_check.h"
#include "record/aid_perimeter.h"
#include "record/aid_relations.h"
#include "record/aid_unknown.h"
#include "record/aid_word.h"
#include "text/normalize.h"

struct word_check {
	struct import_run run;
};

/* Nothing is said of any word meanwhile: what is said means what it is. */
enum rc
word_check_open(struct db *db, struct word_check **made)
{
	struct word_check *c = calloc(1, sizeof(*c));
	enum rc rc;

	if (c == NULL)
		log_die("word_check: out of memory");
	*made = c;
	c->run.db = db;
	c->run.source = "";
	c->run.today = "";
	rc = import_run_open(&c->run, NULL);
	feed_words_free(c->run.feed_words);
	c->run.feed_words = NULL;
	return rc;
}

void
word_check_close(struct word_check *c)
{
	if (c == NULL)
		return;
	import_run_close(&c->run);
	free(c);
}

/* A name that an import would make is none yet: *known then becomes false. */
static enum rc
read_names(struct aid_record *d, const char *field, const char *value,
    bool *known)
{
	const bool backer = strcmp(field, "financers") == 0;
	struct pool *pool = d->run->pool;
	char slug[256];
	enum rc rc = RC_OK;

	for (const char *s = value, *end; rc == RC_OK && s != NULL;
	     s = end != NULL ? end + 1 : NULL) {
		const struct arg *args = NULL;
		struct result res;
		const char *name;

		end = strchr(s, '|');
		name = normalize_text(pool,
		    end != NULL ? pool_strndup(pool, s, (size_t)(end - s)) : s);
		arg_text(pool, &args, ARG_SLUG,
		    str_slug(slug, sizeof(slug), name));
		rc = query_run(d->run->db, pool,
		    backer ? Q_BACKER_NAMED : Q_PROGRAM_NAMED, args, &res);
		if (rc != RC_OK || res.rows > 0)
			continue;
		*known = false;
		rc = aid_unknown_name(d, field,
		    backer ? Q_BACKER_ADD : Q_PROGRAM_ADD, name, 0, true);
	}
	return rc;
}

/* Reads the value as that of an aid that has no other; false when the field has
 * no words. */
static bool
read_field(struct aid_record *d, const char *field, const char *value,
    bool *known, enum rc *rc)
{
	long long id;

	*rc = RC_OK;
	if (aid_relations_read(d, field))
		return true;
	if (strcmp(field, "perimeter") == 0)
		*rc = aid_perimeter_find(d, &id);
	else if (strcmp(field, "financers") == 0 ||
	    strcmp(field, "programs") == 0)
		*rc = read_names(d, field, value, known);
	else if (strcmp(field, "recurrence") == 0 ||
	    strcmp(field, "european_aid") == 0)
		*rc = aid_word_put_all(d);
	else if (strcmp(field, "status") == 0)
		*rc = aid_word_put_status(d);
	else
		return false;
	return true;
}

/* The first of the words that are not known is told: of several with a sign
 * between them, it is that one which is to be mended. */
static void
note_first(void *arg, const struct report_word *k)
{
	const struct report_word **first = arg;

	if (*first == NULL)
		*first = k;
}

static enum rc
say_unknown(const struct import_report *report, const char *field,
    const char *value)
{
	const struct report_word *k = NULL;

	import_report_words(report, note_first, &k);
	if (k != NULL)
		value = k->word;
	if (k != NULL && k->near != NULL)
		log_msg(_("\"%s\" is no \"%s\" either: is it %s?"), value,
		    field, k->near);
	else
		log_msg(_("\"%s\" is no \"%s\" either"), value, field);
	return RC_BAD_PARAM;
}

enum rc
word_check_value(struct word_check *c, const char *field, const char *word,
    const char *value)
{
	struct import_run *r = &c->run;
	struct aid_record d = { .run = r, .is_new = true, .source_id = "" };
	bool known = true;
	enum rc rc;

	if (strcmp(value, word) == 0 &&
	    (strcmp(field, "financers") == 0 || strcmp(field, "programs") == 0))
		return RC_OK;
	/* What is not UTF-8 makes no object. */
	d.json = json_pack("{s:s}", field,
	    strcmp(value, "-") != 0 ? value : "");
	if (d.json == NULL)
		return RC_BAD_PARAM;
	pool_reset(r->pool);
	if (!read_field(&d, field, strcmp(value, "-") != 0 ? value : "", &known,
		&rc)) {
		log_msg(_("no words are said of \"%s\""), field);
		rc = RC_BAD_PARAM;
	} else if (rc == RC_OK && *value != '\0' && strcmp(value, "-") != 0 &&
	    (!known || r->report.words != NULL))
		rc = say_unknown(&r->report, field, value);
	import_report_free(&r->report);
	r->report.nwords = 0;
	json_decref(d.json);
	return rc;
}
