/* file_faults.c - what is wrong with a file. */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/say.h"
#include "files/file_faults.h"

enum { FAULT_SIZE = 1000 };

struct file_fault_said {
	struct file_place at;
	unsigned number; /* those of a place are told as they were found */
	const char *text;
	struct file_fault_said *before;
};

/* "portal.xml, line 12, column 3, \"accent\": " */
static const char *
where(const struct file_faults *f, struct file_place at, const char *what)
{
	const char *line = at.line == 0 ? ""
	    : at.column > 0 ? pool_printf(f->pool, _(", line %ld, column %ld"),
				  at.line, at.column)
			    : pool_printf(f->pool, _(", line %ld"), at.line);

	return at.line > 0 && what != NULL
	    ? pool_printf(f->pool, _("%s%s, \"%s\": "), f->file, line, what)
	    : pool_printf(f->pool, _("%s%s: "), f->file, line);
}

void
file_fault(struct file_faults *f, struct file_place at, const char *what,
    const char *fmt, ...)
{
	struct file_fault_said *s = pool_take(f->pool, sizeof(*s));
	char text[FAULT_SIZE];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	*s = (struct file_fault_said){ at, f->n++,
		pool_printf(f->pool, "%s%s", where(f, at, what), text),
		f->said };
	f->said = s;
}

static int
by_place(const void *a, const void *b)
{
	const struct file_fault_said *x = *(
	    const struct file_fault_said *const *)a;
	const struct file_fault_said *y = *(
	    const struct file_fault_said *const *)b;

	if (x->at.line != y->at.line)
		return x->at.line < y->at.line ? -1 : 1;
	if (x->at.column != y->at.column)
		return x->at.column < y->at.column ? -1 : 1;
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
	qsort(all, n, sizeof(*all), by_place);
	for (unsigned i = 0; i < n; i++)
		log_msg("%s", all[i]->text);
	log_msg(ngettext("%u fault: nothing was written",
		    "%u faults: nothing was written", n),
	    n);
}

void
file_note(const struct file_faults *f, struct file_place at, const char *what,
    const char *fmt, ...)
{
	char text[FAULT_SIZE];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	say("%s%s", where(f, at, what), text);
}
