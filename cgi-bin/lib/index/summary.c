/* summary.c - the summary of an aid. */

#include <string.h>

#include "base/str.h"
#include "index/summary.h"
#include "xml/xml.h"

#define ELLIPSIS "…"

/* What a passage that was cut ends with, and the next begins with. */
static void
join(struct buf *text)
{
	static const char meet[] = ELLIPSIS " " ELLIPSIS;
	size_t n = strlen(meet);
	char *p = text->data;

	while ((p = strstr(p, meet)) != NULL) {
		*p++ = ' ';
		memmove(p, p + n - 1, strlen(p + n - 1) + 1);
	}
	text->len = strlen(text->data);
}

/* The bytes of n characters, or all. */
static size_t
bytes_of(const char *s, int n)
{
	const char *p = s;

	while (*p != '\0' && n-- > 0)
		str_next(&p);
	return (size_t)(p - s);
}

static bool
ends_sentence(unsigned c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* A capital, or a quotation. */
static bool
begins_sentence(const char *s)
{
	unsigned c = str_next(&s);

	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde) ||
	    c == 0xab || c == 0x152;
}

/* Where the last sentence ends that does so in max bytes; 0: none. */
static size_t
last_sentence(const char *s, size_t max)
{
	const char *p = s;
	size_t end = 0;

	while (*p != '\0' && (size_t)(p - s) < max) {
		bool ends = ends_sentence(str_next(&p));

		if (ends && (size_t)(p - s) <= max &&
		    (*p == '\0' || (*p == ' ' && begins_sentence(p + 1))))
			end = (size_t)(p - s);
	}
	return end;
}

/* Ends with a word and an ellipsis, in max characters. */
static void
cut_word(struct buf *text, int max)
{
	size_t n = bytes_of(text->data, max - 1);

	if (text->data[n] != '\0' && text->data[n] != ' ')
		while (n > 0 && text->data[n - 1] != ' ')
			n--;
	while (n > 0 && strchr(" ,;:(-", text->data[n - 1]) != NULL)
		n--;
	/* One word alone: as far as there is room. */
	if (n == 0)
		n = bytes_of(text->data, max - 1);
	text->len = n;
	buf_puts(text, ELLIPSIS);
}

void
summary_cut(struct buf *text)
{
	size_t most, sentence;

	if (text->len == 0)
		return;
	join(text);
	most = bytes_of(text->data, SUMMARY_MAX);
	sentence = last_sentence(text->data, most);
	if (sentence < text->len &&
	    sentence < bytes_of(text->data, SUMMARY_LEAST)) {
		cut_word(text, SUMMARY_MAX);
	} else {
		text->len = sentence;
		text->data[sentence] = '\0';
	}
}

void
summary_set(struct buf *text, xmlNodePtr aid)
{
	xmlNodePtr old = xml_child(aid, "summary");

	if (old != NULL)
		xmlUnlinkNode(old);
	if (text->len == 0)
		return;
	summary_cut(text);
	xml_add_text(aid, "summary", text->data);
}

void
summary_set_all(xmlNodePtr aids)
{
	struct buf text = { 0 };

	for (xmlNodePtr aid = aids->children; aid != NULL; aid = aid->next) {
		xmlNodePtr n = xml_child(aid, "summary");
		xmlChar *said = n != NULL ? xmlNodeGetContent(n) : NULL;

		buf_reset(&text);
		if (said != NULL)
			buf_puts(&text, (const char *)said);
		xmlFree(said);
		summary_cut(&text);
		if (text.len == 0)
			continue;
		xml_empty(n);
		xml_text(n, text.data, text.len);
	}
	buf_free(&text);
}
