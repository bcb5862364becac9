/* log.c - one line per failure. */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/counters.h"
#include "base/log.h"

/* Of the process: what fails, in whatever room, must be able to log without
 * being given them.  A process answers one request at a time. */
static const char *program = "guichet";
static const char *request; /* its id, or NULL */

void
log_program(const char *name)
{
	program = name;
}

void
log_request(const char *id)
{
	request = id;
}

static void
write_line(const char *fmt, va_list ap)
{
	char raw[900], line[2048];
	size_t n;
	int head;

	head = snprintf(line, sizeof(line), "%s:%s%s ", program,
	    request != NULL ? " " : "", request != NULL ? request : "");
	n = head > 0 ? (size_t)head : 0;
	vsnprintf(raw, sizeof(raw), fmt, ap);
	for (const char *p = raw; *p != '\0' && n < sizeof(line) - 8; p++) {
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			n += (size_t)snprintf(line + n, 5, "\\x%02x",
			    (unsigned char)*p);
		else
			line[n++] = *p;
	}
	line[n++] = '\n';
	counters_add(COUNTER_FAILURES);
	/* One write: lines of several processes never mix. */
	if (write(STDERR_FILENO, line, n) < 0)
		return;
}

void
log_msg(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_line(fmt, ap);
	va_end(ap);
}

void
log_die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_line(fmt, ap);
	va_end(ap);
	exit(1);
}
