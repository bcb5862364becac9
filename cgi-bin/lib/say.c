/* say.c - what the administrator's command says. */

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "say.h"

void
say(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
	fflush(stdout);
}

void
say_progress(const char *what, unsigned long done, unsigned long total)
{
	if (!isatty(STDERR_FILENO))
		return;
	if (total > 0)
		fprintf(stderr, "\r%s: %lu / %lu", what, done, total);
	else
		fprintf(stderr, "\r%s: %lu", what, done);
}

void
say_progress_end(void)
{
	if (isatty(STDERR_FILENO))
		fputs("\r\033[K", stderr);
}
