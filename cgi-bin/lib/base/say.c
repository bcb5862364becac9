/* say.c - what the administrator's command says. */

#include <errno.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"

#ifndef PREFIX
#define PREFIX "/usr"
#endif

/* "C", "POSIX", "C.UTF-8": a locale that is of no language. */
static bool
say_is_plain(const char *locale)
{
	size_t n = strcspn(locale, ".");

	return n == 0 || (n == 1 && *locale == 'C') ||
	    (n == 5 && strncmp(locale, "POSIX", n) == 0);
}

/* The locale asked for messages: the first that is set, as POSIX says. */
static const char *
locale_asked(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *s = getenv(names[i]);

		if (s != NULL && *s != '\0')
			return s;
	}
	return "C";
}

/*
 * gettext takes LANGUAGE before the locale, but in the locale "C", where it
 * looks for nothing; hence C.UTF-8 there, and where the locale asked is not
 * installed, as on many servers.
 */
void
say_language(void)
{
	const char *language = getenv("LANGUAGE"), *locale = locale_asked();
	const char *dir = getenv("TEXTDOMAINDIR");

	if (language == NULL || *language == '\0')
		setenv("LANGUAGE", say_is_plain(locale) ? "fr" : locale, 1);
	if (say_is_plain(locale) || setlocale(LC_MESSAGES, "") == NULL)
		setlocale(LC_MESSAGES, "C.UTF-8");
	setlocale(LC_CTYPE, "");
	bindtextdomain("guichet", dir != NULL ? dir : PREFIX "/share/locale");
	bind_textdomain_codeset("guichet", "UTF-8");
	textdomain("guichet");
}

const char *
say_error(int number)
{
	static const struct {
		int number;
		const char *words;
	} all[] = {
		{ ENOENT, N_("No such file or directory") },
		{ EACCES, N_("Permission denied") },
		{ EISDIR, N_("Is a directory") },
		{ ENOTDIR, N_("Not a directory") },
		{ ENOSPC, N_("No space left on device") },
		{ EROFS, N_("Read-only file system") },
		{ ECONNREFUSED, N_("Connection refused") },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i].number == number)
			return gettext(all[i].words);
	return strerror(number);
}

void
say(const char *fmt, ...)
{
	char *line;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&line, fmt, ap);
	va_end(ap);
	if (n < 0)
		log_die("say: out of memory");
	puts(str_line(line));
	fflush(stdout);
	free(line);
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
