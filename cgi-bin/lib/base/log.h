#ifndef LOG_H
#define LOG_H

#include <stdbool.h>

/*
 * One line on standard error per failure: program, request, message.  Control
 * bytes are written as \xNN, so that no value can forge a line.  A message
 * starts lower-case, names its subject in quotes, ends without a full stop,
 * and never holds a value that identifies a person.
 */

/*
 * When standard error is the journal of systemd ($JOURNAL_STREAM), a line goes
 * there with fields of its own, GUICHET_PROGRAM= and REQUEST_ID=, by the
 * journal's native protocol: journalctl REQUEST_ID=... then finds what a reader
 * was shown the number of.  Otherwise, or when the journal does not take it, it
 * is written as text.  The path of its socket is NULL for the usual one.
 */
void log_journal(const char *path);

/* Whether standard error leads to the journal: a job runs, and nobody asked. */
bool log_is_journal(void);

/* Names the program; the string must last. */
void log_program(const char *name);

/* Names the request of the lines to come; NULL outside one.  Must last. */
void log_request(const char *id);

void log_msg(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* The last message of the process, as it was logged; "" before the first.  It
 * lasts until the next one. */
const char *log_last(void);

/* Logs and ends the process: for main, and for exhausted memory. */
void log_die(const char *fmt, ...)
    __attribute__((format(printf, 1, 2), noreturn));

#endif
