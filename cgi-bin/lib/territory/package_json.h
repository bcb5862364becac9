#ifndef PACKAGE_JSON_H
#define PACKAGE_JSON_H

#include <jansson.h>

/* The files of the package that perimeter_package.c reads. */

/* Reads dir/data/NAME, or else dir/NAME, which must be an array that is not
 * empty.  The caller frees it.  NULL, logged, on failure. */
json_t *package_json_array(const char *dir, const char *name);

/* The string under a key, owned by the object; "" when there is none. */
const char *package_json_text(const json_t *, const char *key);

/* The integer under a key; -1 when there is none. */
long long package_json_number(const json_t *, const char *key);

/* Adds n to the number under a key, 0 when there is none.  Ignores an n that is
 * negative or larger than any population. */
void package_json_add(json_t *dict, const char *key, long long n);

#endif
