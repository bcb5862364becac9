/* buf.c - a growing buffer. */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "log.h"

static void
grow(struct buf *b, size_t more)
{
	size_t size = b->size != 0 ? b->size : 1024;
	char *data;

	if (b->len + more + 1 <= b->size)
		return;
	while (size < b->len + more + 1)
		size *= 2;
	if ((data = realloc(b->data, size)) == NULL)
		log_die("buf: out of memory");
	b->data = data;
	b->size = size;
}

void
buf_put(struct buf *b, const char *p, size_t n)
{
	grow(b, n);
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
	grow(b, 1);
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

void
buf_putf(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n > 0) {
		grow(b, (size_t)n);
		vsnprintf(b->data + b->len, (size_t)n + 1, fmt, again);
		b->len += (size_t)n;
	}
	va_end(again);
}

void
buf_put_url(struct buf *b, const char *s)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

	for (; *s != '\0'; s++) {
		if (strchr(plain, *s) != NULL)
			buf_putc(b, *s);
		else if (*s == ' ')
			buf_putc(b, '+');
		else
			buf_putf(b, "%%%02X", (unsigned char)*s);
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

bool
buf_put_file(struct buf *b, const char *path)
{
	FILE *f = fopen(path, "re");
	char part[65536];
	bool good;
	size_t k;

	if (f == NULL)
		return false;
	buf_puts(b, "");
	while ((k = fread(part, 1, sizeof(part), f)) > 0)
		buf_put(b, part, k);
	good = ferror(f) == 0;
	fclose(f);
	return good;
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
