#ifndef SAY_H
#define SAY_H

#include <stdbool.h>

/* What the administrator's command says: results on standard output, progress
 * on standard error when it is a terminal.  Messages are English here, and
 * conf/fr.po has them in French. */

#include <libintl.h>
#define _(s) gettext(s)
#define N_(s) s /* marked here, translated where it is printed */

/* Speaks the language that the environment asks for, French when it asks for
 * none.  Called once, first. */
void say_language(void);

/* What an errno means, in that language: the library's own words are English
 * where no locale is installed. */
const char *say_error(int number);

/* Prints one line, whatever is in it: a file from outside rules no terminal and
 * writes no line of its own (str_line). */
void say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* "what: 1200 / 1752", written over itself; total 0 when it is not known. */
void say_progress(const char *what, unsigned long done, unsigned long total);
void say_progress_end(void);

#endif
