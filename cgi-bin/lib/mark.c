/* mark.c - marking the words that were asked. */

#include <stdbool.h>
#include <string.h>

#include "mark.h"
#include "text.h"
#include "xml.h"

/* Stems differ little from their words: one whose first letters begin no term
 * is not worth stemming. */
static bool
may_be_asked(const struct mark_terms *t, const struct word *w)
{
	for (size_t i = 0; i < t->n; i++)
		if (strncmp(t->term[i], w->folded,
		    strnlen(t->term[i], 3)) == 0)
			return true;
	return false;
}

static bool
has_term(const struct mark_terms *t, const struct word *w)
{
	for (size_t i = 0; i < t->n; i++)
		for (int k = 0; k < w->terms; k++)
			if (strcmp(t->term[i], w->term[k]) == 0)
				return true;
	return false;
}

static bool
is_asked(struct words *words, struct mark_terms *t, struct word *w)
{
	unsigned h = 5381;

	if (!may_be_asked(t, w))
		return false;
	for (const char *p = w->folded; *p != '\0'; p++)
		h = h * 33 + (unsigned char)*p;
	h %= sizeof(t->seen) / sizeof(t->seen[0]);
	if (strcmp(t->seen[h].folded, w->folded) != 0) {
		words_stem(words, w);
		memcpy(t->seen[h].folded, w->folded, WORD_SIZE);
		t->seen[h].asked = has_term(t, w);
	}
	return t->seen[h].asked;
}

void
mark_words(struct words *words, struct mark_terms *t, xmlNodePtr node)
{
	xmlNodePtr old = node->children;
	const char *from, *p;
	struct word w;

	if (t->n == 0 || old == NULL || old->content == NULL)
		return;
	xmlUnlinkNode(old);
	from = p = (const char *)old->content;
	while (words_scan(&p, &w)) {
		if (!is_asked(words, t, &w))
			continue;
		xml_text(node, from, (size_t)(w.at - from));
		xml_text(xml_add(node, "mark"), w.at, w.n);
		from = w.at + w.n;
	}
	xml_text(node, from, strlen(from));
	xmlFreeNode(old);
}

/* Where an excerpt best begins: after a full stop or a line, else a blank. */
static const char *
good_start(const char *s)
{
	const char *best = NULL, *blank = NULL;

	for (const char *p = s; *p != '\0' && p < s + 75; p++) {
		if (*p == '\n' || (*p == '.' && p[1] == ' '))
			best = p + 1;
		else if (*p == ' ' && blank == NULL)
			blank = p;
	}
	if (best == NULL)
		best = blank != NULL ? blank : s;
	return best + strspn(best, " \n");
}

/* An item cut out of a list has no need of its semicolon, nor of the narrow
 * blank before it. */
static const char *
without_tail(const char *from, const char *end)
{
	for (;;) {
		if (end > from && strchr(" ;:,", end[-1]) != NULL)
			end--;
		else if (end - from > 2 &&
		    memcmp(end - 2, "\xc2\xa0", 2) == 0)
			end -= 2;
		else if (end - from > 3 &&
		    memcmp(end - 3, "\xe2\x80\xaf", 3) == 0)
			end -= 3;
		else
			return end;
	}
}

void
mark_trim_excerpt(xmlNodePtr node)
{
	static const char dots[] = "\xe2\x80\xa6";
	xmlNodePtr old = node->children;
	const char *s, *from, *end, *line;
	char more;

	if (old == NULL || old->content == NULL)
		return;
	xmlUnlinkNode(old);
	s = (const char *)old->content;
	from = good_start(s);
	end = from + text_cut(from, 170);
	if ((line = memchr(from, '\n', (size_t)(end - from))) != NULL &&
	    line > from + 60)
		end = line;
	else if (*end != '\0')
		while (end > from + 100 && *end != ' ')
			end--;
	end = from + text_cut(from, (size_t)(end - from));
	end = without_tail(from, end);
	if (from > s && *from != '\0' && from[-1] == ' ' &&
	    (from == s + 1 || from[-2] != '.'))
		xml_text(node, dots, strlen(dots));
	xml_text(node, from, (size_t)(end - from));
	more = end[strspn(end, " ;:,")];
	if (more != '\0' && more != '\n' && strchr(";:,", *end) == NULL &&
	    end > from && end[-1] != '.')
		xml_text(node, dots, strlen(dots));
	/* One text node again, for mark_words. */
	for (xmlNodePtr n = node->children; n != NULL && n->next != NULL; )
		n = xmlTextMerge(n, n->next);
	xmlFreeNode(old);
}
