/* csv_decoder.c - the bytes of a table, as UTF-8. */

#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "table/csv_decoder.h"

enum { MARK_MAX = 4 }; /* bytes by which an encoding or a workbook is known */

/* What the first reading finds. */
struct csv_seen {
	bool is_text;
	unsigned long long good, bad; /* sequences of UTF-8; bytes of none */
	unsigned long long n;         /* bytes, but for marks of the end */
};

/* ---- encodings ---- */

/* Length of the sequence of UTF-8 that p begins, by its first byte; 0: none. */
static size_t
sequence_length(unsigned char p)
{
	return p < 0xc2 || p > 0xf4 ? 0 : p >= 0xf0 ? 4 : p >= 0xe0 ? 3 : 2;
}

/* Length of the sequence of UTF-8 at p that is no ASCII; 0 when it is none. */
static size_t
sequence(const unsigned char *p, size_t n)
{
	size_t len = sequence_length(p[0]);

	if (len > n)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return len;
}

/* How many of the n bytes are before a sequence that they cut. */
static size_t
whole_letters(const unsigned char *p, size_t n)
{
	size_t i = 1;

	while (i < 4 && i < n && (p[n - i] & 0xc0) == 0x80)
		i++;
	return i <= n && sequence_length(p[n - i]) > i ? n - i : n;
}

/* In French two letters in a row of Windows-1252 are seldom a sequence of
 * UTF-8, where each accent of a text in UTF-8 is one. */
static void
count_sequences(struct csv_seen *seen, const char *s, size_t n, bool is_xml)
{
	const unsigned char *p = (const unsigned char *)s, *end = p + n;

	for (size_t i = 0; is_xml && i < n; i++)
		seen->good += p[i] >= 0xc0;
	while (!is_xml && p < end) {
		size_t len = *p < 0x80 ? 1 : sequence(p, (size_t)(end - p));

		seen->good += len > 1;
		seen->bad += len == 0;
		p += len > 0 ? len : 1;
	}
}

/* Converts what is raw, but for a letter that is not whole. */
static void
convert(struct csv_decoder *d, struct buf *to)
{
	char *in = (char *)d->raw, out[3 * 4096];
	size_t left = d->raw_n, before;

	do {
		char *end = out;
		size_t room = sizeof(out);

		before = left;
		iconv(d->convert, &in, &left, &end, &room);
		buf_put(to, out, (size_t)(end - out));
	} while (left > 0 && left < before);
	memmove(d->raw, in, left);
	d->raw_n = left;
}

/* Appends the next block in UTF-8, of whole letters.  False at the end, and
 * where a byte is none of the encoding: it stays raw. */
static bool
decode_block(struct csv_decoder *d, struct buf *to)
{
	size_t was = to->len, n, got;

	do {
		got = csv_source_read(d->in, d->raw + d->raw_n,
		    sizeof(d->raw) - d->raw_n);
		d->raw_n += got;
		if (d->convert != NULL) {
			convert(d, to);
			continue;
		}
		n = got > 0 ? whole_letters(d->raw, d->raw_n) : d->raw_n;
		buf_put(to, (const char *)d->raw, n);
		memmove(d->raw, d->raw + n, d->raw_n - n);
		d->raw_n -= n;
	} while (got > 0 && to->len == was);
	return to->len > was;
}

/* Control characters, which a word processor leaves in a cell, become blanks;
 * a NUL stays, for a text has none.  Whether there were any. */
static bool
blank_controls(char *s, size_t n)
{
	bool any = false;

	for (char *c = s; c < s + n; c++)
		if (*c > '\0' && *c < ' ' && strchr("\t\r\n", *c) == NULL) {
			*c = ' ';
			any = true;
		}
	return any;
}

/* ---- the first reading ---- */

/* Goes to the beginning, past the byte order mark. */
static bool
start(struct csv_decoder *d)
{
	size_t got;

	d->raw_n = 0;
	if (!csv_source_again(d->in))
		return false;
	do {
		got = csv_source_read(d->in, d->raw + d->raw_n,
		    MARK_MAX - d->raw_n);
		d->raw_n += got;
	} while (got > 0 && d->raw_n < MARK_MAX);
	if (d->raw_n < d->mark)
		return false;
	d->raw_n -= d->mark;
	memmove(d->raw, d->raw + d->mark, d->raw_n);
	return true;
}

/* False when no encoding can make it a text.  DOS ends a text with Control-Z,
 * and old programs still do: what is after the last other byte is none of it.
 */
static bool
look_at(struct csv_decoder *d, struct csv_seen *seen, struct buf *block,
    unsigned long long before)
{
	size_t n = block->len;
	bool is_xml = str_is_xml(block->data, n);

	if (d->convert == NULL)
		count_sequences(seen, block->data, n, is_xml);
	while (n > 0 && block->data[n - 1] == '\x1a')
		n--;
	if (n > 0)
		seen->n = before + n;
	if (!is_xml) {
		d->blank |= blank_controls(block->data, block->len);
		seen->is_text &= str_is_xml(block->data, block->len);
	}
	return seen->is_text ||
	    (d->convert == NULL &&
		memchr(block->data, '\0', block->len) == NULL);
}

/* Reads all of it, unless it is no text. */
static struct csv_seen
look(struct csv_decoder *d)
{
	struct csv_seen seen = { .is_text = start(d) };
	unsigned long long before = 0;
	struct buf block = { 0 };

	d->blank = false;
	while (decode_block(d, &block) && look_at(d, &seen, &block, before)) {
		before += block.len;
		buf_reset(&block);
	}
	buf_free(&block);
	seen.is_text &= d->raw_n == 0;
	return seen;
}

/* Without it, what is in that encoding is no text. */
static iconv_t
open_from(const char *encoding)
{
	iconv_t convert = iconv_open("UTF-8", encoding);

	return convert != (iconv_t)-1 ? convert : NULL;
}

/* Whether it begins with the mark of an encoding; NULL: of UTF-8. */
static bool
has_mark(struct csv_decoder *d, const char *mark, const char *encoding)
{
	size_t n = strlen(mark);

	if (d->raw_n < n || memcmp(d->raw, mark, n) != 0)
		return false;
	d->mark = n;
	if (encoding != NULL)
		d->convert = open_from(encoding);
	return true;
}

/* Whether it is a workbook, by the first bytes of a ZIP archive (XLSX, ODS) or
 * of a compound file (XLS). */
static bool
is_workbook(const struct csv_decoder *d)
{
	return d->raw_n >= 4 &&
	    (memcmp(d->raw, "PK\x03\x04", 4) == 0 ||
		memcmp(d->raw, "\xd0\xcf\x11\xe0", 4) == 0);
}

/* Finds the encoding; false when it is no text. */
static bool
find_encoding(struct csv_decoder *d)
{
	bool marked = has_mark(d, "\xef\xbb\xbf", NULL) ||
	    has_mark(d, "\xff\xfe", "UTF-16LE") ||
	    has_mark(d, "\xfe\xff", "UTF-16BE");
	struct csv_seen seen = look(d);

	if (!marked && seen.bad > seen.good) {
		d->convert = open_from("WINDOWS-1252");
		seen = look(d);
	}
	d->left = seen.n;
	return seen.is_text;
}

/* ---- the second reading ---- */

bool
csv_decoder_next(struct csv_decoder *d, struct buf *to)
{
	size_t was = to->len, n;

	if (d->left == 0 || !decode_block(d, to))
		return false;
	if ((n = to->len - was) > d->left) {
		n = (size_t)d->left;
		to->len = was + n;
		to->data[to->len] = '\0';
	}
	d->left -= n;
	if (d->blank)
		blank_controls(to->data + was, n);
	return n > 0;
}

enum rc
csv_decoder_open(struct csv_decoder *d, struct csv_source *in)
{
	const char *fault;
	bool is_text;

	memset(d, 0, sizeof(*d));
	d->in = in;
	if (!start(d))
		return RC_BAD_PARAM;
	if (is_workbook(d)) {
		log_msg(_("this is a workbook (XLSX, ODS or XLS): save it as "
			  "CSV (UTF-8)"));
		return RC_BAD_PARAM;
	}
	is_text = find_encoding(d);
	if ((fault = csv_source_fault(in)) != NULL) {
		log_msg(_("cannot read \"%s\": %s"), in->path, gettext(fault));
		return RC_BAD_PARAM;
	}
	if (!is_text) {
		log_msg(
		    _("the table is not text in UTF-8 or Windows-1252: save "
		      "it as CSV (UTF-8)"));
		return RC_BAD_PARAM;
	}
	return start(d) ? RC_OK : RC_BAD_PARAM;
}

void
csv_decoder_close(struct csv_decoder *d)
{
	if (d->convert != NULL)
		iconv_close(d->convert);
}
