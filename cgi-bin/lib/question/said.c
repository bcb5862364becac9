/* said.c - what a page says of the words of a question. */

#include <string.h>

#include "base/str.h"
#include "question/said.h"
#include "vocabulary/tokens.h"
#include "xml/xml.h"

enum { MAX_UNREAD = 8 };

const char *
said_words(const char *text)
{
	static const char list[] = "-synonyms-";
	size_t digits = strspn(text, "0123456789");

	return digits > 0 && strncmp(text + digits, list, strlen(list)) == 0
	    ? text + digits + strlen(list)
	    : text;
}

void
said_begin(struct said *said, bool joined)
{
	memset(said->slot, 0, sizeof(said->slot));
	said->kin.n = said->broad.n = 0;
	said->joined = joined;
}

bool
said_first(struct said *said, const char *text)
{
	uint64_t h = STR_HASH;
	size_t at;

	/* The bit of lower case, in ASCII and in the second byte of Latin-1. */
	for (const char *s = text; *s != '\0'; s++)
		h = (h ^ ((unsigned char)*s | 32u)) * 1099511628211u;
	h |= 1;
	at = h >> 32;
	for (int i = 0; i < SAID; i++, at++) {
		uint64_t *slot = &said->slot[at % SAID];

		if (*slot == h)
			return false;
		if (*slot == 0) {
			*slot = h;
			return true;
		}
	}
	return true;
}

static void
join(struct said_text *t, const char *text)
{
	size_t n = strlen(text);

	if (t->n + n + 3 > sizeof(t->s))
		return;
	if (t->n > 0) {
		memcpy(t->s + t->n, ", ", 2);
		t->n += 2;
	}
	memcpy(t->s + t->n, text, n + 1);
	t->n += n;
}

void
said_form(struct said *said, xmlNodePtr of, const char *text, bool broad)
{
	if (!said_first(said, text))
		return;
	if (said->joined) {
		join(broad ? &said->broad : &said->kin, text);
		return;
	}
	xml_add_text(of, "form", text);
	xml_set(of->last, "weak", broad ? "1" : NULL);
}

void
said_kin(struct said *said, xmlNodePtr of)
{
	xml_set(of, "kin", said->kin.n > 0 ? said->kin.s : NULL);
	said->kin.n = 0;
}

void
said_broad(struct said *said, xmlNodePtr asked)
{
	if (said->broad.n > 0)
		xml_add_text(asked, "broad", said->broad.s);
}

void
said_unread(struct parser *r, const char *text, bool all)
{
	xmlNodePtr asked = r->resp->asked;
	const char *at;
	size_t n;

	/* Then the answer is not for these words. */
	if (all) {
		xml_add_text(asked, "unread", text);
		xml_set(asked->last, "all", "1");
		return;
	}
	for (int i = 0;
	     i < MAX_UNREAD && tokens_unread(r->corpus->words, &text, &at, &n);
	     i++)
		xml_add_text(asked, "unread",
		    pool_strndup(r->ctx->pool, at, n));
}

void
said_foreign(struct parser *r, const struct token *token, int n)
{
	int foreign = 0;

	for (int i = 0; i < n; i++)
		foreign += common_words_is_foreign(r->corpus->common,
		    token[i].w.folded);
	if (foreign > 0 && 2 * foreign >= n)
		xml_add(r->resp->asked, "foreign");
}

void
said_rest(struct parser *r, const char *first)
{
	if (first == NULL)
		return;
	xml_add_text(r->resp->asked, "unread", first);
	xml_set(r->resp->asked->last, "rest", "1");
}

void
said_project(struct parser *r, struct said *said)
{
	const struct project *p = r->q->project;
	xmlNodePtr to = xml_child(r->resp->asked, "project");

	for (int i = 0; i < p->needs; i++)
		for (int k = 0; k < p->need[i].n; k++)
			said_form(said, to, p->need[i].phrase[k].text, false);
	said_kin(said, to);
}
