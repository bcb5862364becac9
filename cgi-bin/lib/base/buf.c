/* buf.c - a growing buffer. */

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <zlib.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/say.h"
#include "base/str.h"

enum { MAX_FILE = 512 << 20 };

static void
buf_grow(struct buf *b, size_t more)
{
	size_t size = b->size != 0 ? b->size : 1024;
	char *data;

	while (size < b->len + more + 1)
		size *= 2;
	if ((data = realloc(b->data, size)) == NULL)
		log_die("buf: out of memory");
	b->data = data;
	b->size = size;
}

/* Room for more bytes and a NUL. */
static inline void
reserve(struct buf *b, size_t more)
{
	if (b->len + more + 1 > b->size)
		buf_grow(b, more);
}

void
buf_reserve(struct buf *b, size_t n)
{
	reserve(b, n);
}

void
buf_put(struct buf *b, const char *p, size_t n)
{
	reserve(b, n);
	if (n > 0)
		memcpy(b->data + b->len, p, n);
	b->len += n;
	b->data[b->len] = '\0';
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void
buf_putc(struct buf *b, char c)
{
	reserve(b, 1);
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

const char *
buf_digits(char s[24], long long n)
{
	unsigned long long rest = n < 0 ? 0 - (unsigned long long)n
					: (unsigned long long)n;
	char *p = s + 23;

	*p = '\0';
	do
		*--p = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (n < 0)
		*--p = '-';
	return p;
}

void
buf_put_int(struct buf *b, long long n)
{
	char s[24];
	const char *p = buf_digits(s, n);

	buf_put(b, p, (size_t)(s + sizeof(s) - 1 - p));
}

void
buf_putf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	/* Most fit in the room that there is. */
	reserve(b, 0);
	va_start(ap, fmt);
	n = vsnprintf(b->data + b->len, b->size - b->len, fmt, ap);
	va_end(ap);
	if (n > 0 && (size_t)n >= b->size - b->len) {
		reserve(b, (size_t)n);
		va_start(ap, fmt);
		vsnprintf(b->data + b->len, (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	if (n > 0)
		b->len += (size_t)n;
}

void
buf_put_url(struct buf *b, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";

	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (str_is_plain(*s) || c == '-' || c == '.' || c == '_' ||
		    c == '~') {
			buf_putc(b, *s);
		} else if (c == ' ') {
			buf_putc(b, '+');
		} else {
			buf_putc(b, '%');
			buf_putc(b, hex[c >> 4]);
			buf_putc(b, hex[c & 15]);
		}
	}
}

void
buf_put_tsv(struct buf *b, const char *s)
{
	if (s == NULL) {
		buf_puts(b, "\\N");
		return;
	}
	for (;;) {
		size_t n = strcspn(s, "\t\n\\");

		buf_put(b, s, n);
		s += n;
		if (*s == '\0')
			break;
		buf_putc(b, '\\');
		buf_putc(b, *s == '\t' ? 't' : *s == '\n' ? 'n' : '\\');
		s++;
	}
}

const char *
buf_put_fd_under(struct buf *b, int fd, size_t max)
{
	gzFile f = gzdopen(fd, "rb");
	const char *why = NULL;
	char part[65536];
	int k, e;

	if (f == NULL) {
		close(fd);
		return say_error(ENOMEM);
	}
	buf_puts(b, "");
	while ((k = gzread(f, part, sizeof(part))) > 0 && b->len <= max)
		buf_put(b, part, (size_t)k);
	gzerror(f, &e);
	if (e != Z_OK && e != Z_STREAM_END)
		why = e == Z_ERRNO ? say_error(errno)
				   : N_("it is cut short or damaged");
	else if (k > 0 || b->len > max)
		why = N_("it is too big");
	gzclose(f);
	return why;
}

const char *
buf_put_file_under(struct buf *b, const char *path, size_t max)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	return fd >= 0 ? buf_put_fd_under(b, fd, max) : say_error(errno);
}

const char *
buf_put_file(struct buf *b, const char *path)
{
	return buf_put_file_under(b, path, MAX_FILE);
}

void
buf_reset(struct buf *b)
{
	b->len = 0;
	if (b->data != NULL)
		b->data[0] = '\0';
}

void
buf_free(struct buf *b)
{
	free(b->data);
	*b = (struct buf){ 0 };
}
