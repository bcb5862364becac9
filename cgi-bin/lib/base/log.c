/* log.c - one line per failure. */

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/counters.h"
#include "base/log.h"
#include "base/str.h"

/* Of the process: what fails, in whatever room, must be able to log without
 * being given them.  A process answers one request at a time. */
static const char *program = "guichet";
static const char *request; /* its id, or NULL */
static char last[1900];     /* message */

void
log_program(const char *name)
{
	program = name;
}

const char *
log_last(void)
{
	return last;
}

void
log_request(const char *id)
{
	request = id;
}

/* ---- the journal ---- */

static struct sockaddr_un journal = { .sun_family = AF_UNSPEC };

/* By its device and inode, for one that was sent elsewhere inherits the
 * variable all the same. */
bool
log_is_journal(void)
{
	const char *stream = getenv("JOURNAL_STREAM");
	unsigned long long dev, ino;
	struct stat st;

	return stream != NULL && sscanf(stream, "%llu:%llu", &dev, &ino) == 2 &&
	    fstat(STDERR_FILENO, &st) == 0 && st.st_dev == dev &&
	    st.st_ino == ino;
}

void
log_journal(const char *path)
{
	journal.sun_family = log_is_journal() ? AF_UNIX : AF_UNSPEC;
	snprintf(journal.sun_path, sizeof(journal.sun_path), "%s",
	    path != NULL ? path : "/run/systemd/journal/socket");
}

/* Sends one entry, a field a line; false when it could not.  No value has a
 * line end: messages are escaped, and the others are ours. */
static bool
send_entry(const char *message, const char *priority)
{
	char entry[2400];
	ssize_t sent;
	int fd, n;

	if (journal.sun_family != AF_UNIX ||
	    (fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) < 0)
		return false;
	n = snprintf(entry, sizeof(entry),
	    "MESSAGE=%s\nPRIORITY=%s\nSYSLOG_IDENTIFIER=guichet-%s\n"
	    "GUICHET_PROGRAM=%s\n%s%s%s",
	    message, priority, program, program,
	    request != NULL ? "REQUEST_ID=" : "",
	    request != NULL ? request : "", request != NULL ? "\n" : "");
	/* Not waited for: a journal that hangs must stop no answer. */
	sent = sendto(fd, entry, (size_t)n, MSG_DONTWAIT | MSG_NOSIGNAL,
	    (const struct sockaddr *)&journal, sizeof(journal));
	close(fd);
	return sent == n;
}

/* ---- a line ---- */

/* Writes what fmt says to to, control bytes escaped. */
static void
put_message(char *to, size_t size, const char *fmt, va_list ap)
{
	char raw[900];
	size_t n = 0;

	vsnprintf(raw, sizeof(raw), fmt, ap);
	str_drop_hidden(raw);
	for (const char *p = raw; *p != '\0' && n < size - 8; p++) {
		if (str_is_control(p))
			n += (size_t)snprintf(to + n, 5, "\\x%02x",
			    (unsigned char)*p);
		else
			to[n++] = *p;
	}
	to[n] = '\0';
}

/* The priorities are syslog's: "2" is critical, "3" an error. */
static void
write_line(const char *priority, const char *fmt, va_list ap)
{
	char line[2048];
	int n;

	put_message(last, sizeof(last), fmt, ap);
	counters_add(COUNTER_FAILURES);
	if (send_entry(last, priority))
		return;
	n = snprintf(line, sizeof(line), "%s:%s%s %s\n", program,
	    request != NULL ? " " : "", request != NULL ? request : "", last);
	/* One write: lines of several processes never mix. */
	if (write(STDERR_FILENO, line, (size_t)n) < 0)
		return;
}

void
log_msg(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_line("3", fmt, ap);
	va_end(ap);
}

void
log_die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_line("2", fmt, ap);
	va_end(ap);
	exit(1);
}
