/* summary.c - the summary of an aid. */

#include <string.h>

#include "index/summary.h"
#include "xml/xml.h"

void
summary_set(struct buf *text, xmlNodePtr aid)
{
	static const char meet[] = "… …";
	xmlNodePtr old = xml_child(aid, "summary");
	char *s = text->len > 0 ? text->data : NULL, *p = s;

	if (old != NULL) {
		xmlUnlinkNode(old);
		xmlFreeNode(old);
	}
	if (s == NULL)
		return;
	while ((p = strstr(p, meet)) != NULL) {
		*p++ = ' ';
		memmove(p, p + strlen(meet) - 1,
		    strlen(p + strlen(meet) - 1) + 1);
	}
	p = s;
	for (int n = 0; *p != '\0'; p++)
		if (((unsigned char)*p & 0xc0) != 0x80 && ++n > 300)
			break;
	*p = '\0';
	xml_add_text(aid, "summary", s);
}
