/* file_place.c - where the elements of a file stand in it. */

#include <stdbool.h>
#include <string.h>

#include "files/file_place.h"

/* What a mark of XML may be. */
enum place_mark {
	MARK_END,
	MARK_START_TAG,
	MARK_END_TAG,
	MARK_DOCTYPE,
	MARK_TEXT /* in no element but the root */
};

/* A reading of a text that is well-formed, up to a document type. */
struct place_reader {
	const char *s, *end;
	struct file_place at; /* of s */
	const char *name;     /* of the tag, with its prefix */
	size_t name_n;
	int depth; /* of elements that are open */
};

/* ---- marks ---- */

static void
move(struct place_reader *r, const char *to)
{
	for (; r->s < to; r->s++)
		if (*r->s == '\n') {
			r->at.line++;
			r->at.column = 1;
		} else if (((unsigned char)*r->s & 0xc0) != 0x80) {
			r->at.column++;
		}
}

static bool
begins(const struct place_reader *r, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(r->end - r->s) >= n && memcmp(r->s, with, n) == 0;
}

static void
move_past(struct place_reader *r, const char *sign)
{
	const char *found = memmem(r->s, (size_t)(r->end - r->s), sign,
	    strlen(sign));

	move(r, found != NULL ? found + strlen(sign) : r->end);
}

/* Past comments and the like, which are no mark; false: a mark is there. */
static bool
skip_other(struct place_reader *r)
{
	static const char *const others[][2] = { { "<!--", "-->" },
		{ "<![CDATA[", "]]>" }, { "<?", "?>" } };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (begins(r, others[i][0])) {
			move_past(r, others[i][1]);
			return true;
		}
	return false;
}

/* The tag that begins here: a value may hold a ">". */
static enum place_mark
take_tag(struct place_reader *r)
{
	bool ends = begins(r, "</");
	const char *s = r->s + 1;
	char quote = '\0';

	r->name = s;
	r->name_n = 0;
	while (s + r->name_n < r->end && !strchr(" \t\r\n/>", s[r->name_n]))
		r->name_n++;
	for (; s < r->end && (quote != '\0' || *s != '>'); s++)
		if (quote != '\0')
			quote = *s == quote ? '\0' : quote;
		else if (*s == '"' || *s == '\'')
			quote = *s;
	r->depth += ends ? -1 : s[-1] != '/';
	move(r, s < r->end ? s + 1 : s);
	return ends ? MARK_END_TAG : MARK_START_TAG;
}

/* The next mark, and where it begins. */
static enum place_mark
next_mark(struct place_reader *r, struct file_place *at)
{
	while (r->s < r->end) {
		const char *to = memchr(r->s, '<', (size_t)(r->end - r->s));
		size_t blank = strspn(r->s, " \t\r\n");

		if (to == NULL)
			to = r->end;
		move(r, r->s + blank < to ? r->s + blank : to);
		*at = r->at;
		if (r->s < to) {
			move(r, to);
			if (r->depth == 1)
				return MARK_TEXT;
		} else if (begins(r, "<!DOCTYPE")) {
			return MARK_DOCTYPE;
		} else if (r->s < r->end && !skip_other(r)) {
			return take_tag(r);
		}
	}
	return MARK_END;
}

static struct place_reader
read_from(const char *s, size_t n)
{
	size_t mark = n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	return (
	    struct place_reader){ .s = s + mark, .end = s + n, .at = { 1, 1 } };
}

/* ---- nodes ---- */

/* The next element of the tree, or text that is no blank in its root, in the
 * order of the file; NULL at the end. */
static xmlNodePtr
next_node(xmlNodePtr root, xmlNodePtr n)
{
	do {
		if (n->type == XML_ELEMENT_NODE && n->children != NULL) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL)
			n = n->parent;
		n = n != root ? n->next : NULL;
	} while (n != NULL && n->type != XML_ELEMENT_NODE &&
	    (n->type != XML_TEXT_NODE || n->parent != root ||
		xmlIsBlankNode(n)));
	return n;
}

static bool
is_of(const struct place_reader *r, enum place_mark mark, const xmlNode *n)
{
	size_t len;

	if (n->type != XML_ELEMENT_NODE)
		return mark == MARK_TEXT;
	len = strlen((const char *)n->name);
	return mark == MARK_START_TAG && r->name_n >= len &&
	    memcmp(r->name + r->name_n - len, n->name, len) == 0;
}

void
file_places_find(struct pool *pool, const char *s, size_t n, xmlNodePtr root)
{
	struct place_reader r = read_from(s, n);
	xmlNodePtr node = root;

	while (node != NULL) {
		struct file_place at, *kept;
		enum place_mark mark = next_mark(&r, &at);

		if (mark == MARK_END_TAG)
			continue;
		if (!is_of(&r, mark, node))
			return;
		kept = pool_take(pool, sizeof(*kept));
		*kept = at;
		node->_private = kept;
		node = next_node(root, node);
	}
}

struct file_place
file_place(const xmlNode *n)
{
	const struct file_place *found = n->_private;

	return found != NULL ? *found
			     : (struct file_place){ xmlGetLineNo(n), 0 };
}

struct file_place
file_place_after(const char *s, size_t n)
{
	struct place_reader r = read_from(s, n);

	move(&r, r.end);
	return r.at;
}

struct file_place
file_place_doctype(const char *s, size_t n)
{
	struct place_reader r = read_from(s, n);
	struct file_place at;

	return next_mark(&r, &at) == MARK_DOCTYPE ? at
						  : (struct file_place){ 0, 0 };
}
