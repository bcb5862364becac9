#ifndef LOG_H
#define LOG_H

/*
 * One line on standard error per failure: program, request, message.  Control
 * bytes are written as \xNN, so that no value can forge a line.  A message
 * starts lower-case, names its subject in quotes, ends without a full stop,
 * and never holds a value that identifies a person.
 */

/* Names the program; the string must last. */
void log_program(const char *name);

/* Names the request of the lines to come; NULL outside one.  Must last. */
void log_request(const char *id);

void log_msg(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Logs and ends the process: for main, and for exhausted memory. */
void log_die(const char *fmt, ...)
    __attribute__((format(printf, 1, 2), noreturn));

#endif
