/* feed_value.c - the text of one JSON value of a feed. */

#include <string.h>

#include "feed/feed_value.h"
#include "table/csv_decoder.h"

void
feed_value_begin(struct feed_value *v, const struct feed_bytes *in, bool marks)
{
	struct buf text = v->text;

	buf_reset(&text);
	*v = (struct feed_value){ .text = text,
		.line = in->line,
		.marks = marks };
}

/* What is over the bound is passed over, not kept. */
static int
take(struct feed_value *v, struct feed_bytes *in)
{
	int c = feed_bytes_take(in);

	v->over = v->over || v->text.len >= FEED_MAX_VALUE;
	if (!v->over)
		buf_putc(&v->text, (char)c);
	return c;
}

/* The same of what stands in a string but its ends. */
static bool
take_run(struct feed_value *v, struct feed_bytes *in)
{
	const char *s;
	size_t n = feed_bytes_run(in, &s), room = FEED_MAX_VALUE - v->text.len;

	v->over = v->over || n > room;
	if (!v->over)
		buf_put(&v->text, s, n);
	return n > 0;
}

void
feed_value_byte(struct feed_value *v, struct feed_bytes *in)
{
	int c = take(v, in);

	v->parts += c == ',' || c == '{' || c == '[';
	v->over = v->over || v->parts > FEED_MAX_PARTS;
	if (c == '{' || c == '[') {
		v->depth++;
		v->arrays = v->arrays << 1 | (c == '[');
	} else if (c == '}' || c == ']') {
		v->depth--;
		v->arrays >>= 1;
	}
	if (strchr(" \t\r\n", c) == NULL)
		v->last = (char)c;
}

/* ---- records that lost their end ---- */

/* Whether the next byte is a brace that begins a line, and is not the first of
 * the value. */
static bool
is_at_brace(const struct feed_value *v, struct feed_bytes *in)
{
	return v->marks && in->begins && v->text.len > 0 &&
	    feed_bytes_peek(in) == '{';
}

/* Where a value may stand, the brace may be one of this record: it is marked
 * only, and what follows will tell. */
bool
feed_value_is_lost(struct feed_value *v, struct feed_bytes *in)
{
	if (!is_at_brace(v, in))
		return false;
	if (v->mark == 0)
		v->mark = v->text.len;
	return v->over ||
	    !(v->last == ':' || v->last == '[' ||
		(v->last == ',' && (v->arrays & 1) != 0));
}

bool
feed_value_back(struct feed_value *v, struct feed_bytes *in)
{
	if (v->mark == 0)
		return false;
	/* What is over was not kept: the reading goes on where it is. */
	if (!v->over)
		feed_bytes_back(in, v->text.data + v->mark,
		    v->text.len - v->mark);
	v->text.len = v->mark;
	v->text.data[v->mark] = '\0';
	return true;
}

/* ---- copying ---- */

static bool
ends(struct feed_bytes *in)
{
	int c = feed_bytes_peek(in);

	return c == FEED_END || c == '\0';
}

/* No string of JSON holds the end of a line: one that does, before a brace, has
 * lost its quotation mark. */
enum feed_copied
feed_value_string(struct feed_value *v, struct feed_bytes *in)
{
	bool escaped = false;

	v->last = '"';
	take(v, in);
	for (;;) {
		int c = feed_bytes_peek(in);

		if (c == FEED_END || c == '\0')
			return FEED_SHORT;
		if (!in->begins && take_run(v, in)) {
			escaped = false;
			continue;
		}
		if (is_at_brace(v, in)) {
			if (v->mark == 0)
				v->mark = v->text.len;
			return FEED_LOST;
		}
		take(v, in);
		if (c == '"' && !escaped)
			return FEED_COPIED;
		escaped = c == '\\' && !escaped;
	}
}

enum feed_copied
feed_value_rest(struct feed_value *v, struct feed_bytes *in)
{
	unsigned from = v->depth;

	do {
		enum feed_copied end = FEED_COPIED;
		int c = feed_bytes_peek(in);

		if (ends(in))
			return FEED_SHORT;
		if (c == '"')
			end = feed_value_string(v, in);
		else if (from == 0 && v->depth == 0 &&
		    strchr(",]} \t\r\n", c) != NULL)
			break;
		else if (feed_value_is_lost(v, in))
			end = FEED_LOST;
		else
			feed_value_byte(v, in);
		if (end != FEED_COPIED)
			return end;
	} while (from > 0 ? v->depth >= from
			  : v->depth > 0 || strchr("}]", v->last) == NULL);
	return FEED_COPIED;
}

void
feed_value_line(struct feed_value *v, struct feed_bytes *in)
{
	int c;

	while ((c = feed_bytes_peek(in)) != FEED_END && c != '\n')
		take(v, in);
}

/* ---- loading ---- */

static json_t *
load_text(const char *s, size_t n, json_error_t *e, bool *twice)
{
	size_t flags = JSON_DECODE_ANY | JSON_ALLOW_NUL |
	    JSON_REJECT_DUPLICATES;
	json_t *v = json_loadb(s, n, flags, e);

	if (v == NULL && json_error_code(e) == json_error_duplicate_key) {
		flags &= ~(size_t)JSON_REJECT_DUPLICATES;
		v = json_loadb(s, n, flags, e);
		*twice = true;
	}
	/* The numbers of the whole record are real ones then. */
	if (v == NULL && json_error_code(e) == json_error_numeric_overflow)
		v = json_loadb(s, n, flags | JSON_DECODE_INT_AS_REAL, e);
	return v;
}

/* Appends the text in UTF-8; false, logged, when it is none. */
static bool
decode(const struct buf *from, struct buf *to)
{
	struct csv_source in;
	struct csv_decoder d;
	enum rc rc;

	csv_source_bytes(&in, from->data, from->len);
	rc = csv_decoder_open(&d, &in);
	while (rc == RC_OK && csv_decoder_next(&d, to))
		;
	csv_decoder_close(&d);
	return rc == RC_OK;
}

json_t *
feed_value_load(const struct feed_value *of, json_error_t *e, bool *twice)
{
	const struct buf *b = &of->text;
	struct buf text = { 0 };
	json_t *v = load_text(b->data, b->len, e, twice);

	if (v == NULL && json_error_code(e) == json_error_invalid_utf8 &&
	    decode(b, &text))
		v = load_text(text.data, text.len, e, twice);
	buf_free(&text);
	return v;
}
