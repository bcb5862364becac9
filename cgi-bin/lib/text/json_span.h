#ifndef JSON_SPAN_H
#define JSON_SPAN_H

/* Where parts of JSON end.  It is our own: well-formed, without blanks between
 * its parts; what is after it may be anything. */

/* Past the string that begins at s, with its quote. */
const char *json_string_end(const char *s);

/* Past the value that begins at s: a string, an array, an object, a number, a
 * word. */
const char *json_value_end(const char *s);

#endif
