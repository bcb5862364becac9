/* file_faults.c - what is wrong with a file. */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/say.h"
#include "files/file_faults.h"

enum { FAULT_SIZE = 1000 };

struct file_fault_said {
	long line;
	unsigned number; /* those of a line are told as they were found */
	const char *text;
	struct file_fault_said *before;
};

/* "portal.xml, line 12, \"accent\": " */
static void
put_where(char *to, size_t size, const struct file_faults *f, long line,
    const char *what)
{
	if (line > 0 && what != NULL)
		snprintf(to, size, _("%s, line %ld, \"%s\": "), f->file, line,
		    what);
	else if (line > 0)
		snprintf(to, size, _("%s, line %ld: "), f->file, line);
	else
		snprintf(to, size, _("%s: "), f->file);
}

void
file_fault(struct file_faults *f, long line, const char *what, const char *fmt,
    ...)
{
	struct file_fault_said *s = pool_take(f->pool, sizeof(*s));
	char where[FAULT_SIZE], text[FAULT_SIZE];
	va_list args;

	put_where(where, sizeof(where), f, line, what);
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	*s = (struct file_fault_said){ line, f->n++,
		pool_printf(f->pool, "%s%s", where, text), f->said };
	f->said = s;
}

static int
by_line(const void *a, const void *b)
{
	const struct file_fault_said *x = *(
	    const struct file_fault_said *const *)a;
	const struct file_fault_said *y = *(
	    const struct file_fault_said *const *)b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

void
file_faults_tell(const struct file_faults *f)
{
	const struct file_fault_said **all = pool_take(f->pool,
	    (f->n + 1) * sizeof(*all));
	unsigned n = 0;

	for (const struct file_fault_said *s = f->said; s != NULL;
	     s = s->before)
		all[n++] = s;
	qsort(all, n, sizeof(*all), by_line);
	for (unsigned i = 0; i < n; i++)
		log_msg("%s", all[i]->text);
	log_msg(ngettext("%u fault: nothing was written",
		    "%u faults: nothing was written", n),
	    n);
}

void
file_note(const struct file_faults *f, long line, const char *what,
    const char *fmt, ...)
{
	char where[FAULT_SIZE], text[FAULT_SIZE];
	va_list args;

	put_where(where, sizeof(where), f, line, what);
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	say("%s%s", where, text);
}
