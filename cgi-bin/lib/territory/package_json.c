/* package_json.c - the JSON of the package of territories. */

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "territory/package_json.h"

/* A text of jansson's is UTF-8, and only gets shorter. */
const char *
package_json_text(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));

	if (s != NULL)
		str_drop_hidden((char *)(uintptr_t)s);
	return s != NULL ? s : "";
}

long long
package_json_number(const json_t *o, const char *key)
{
	const json_t *n = json_object_get(o, key);

	return json_is_integer(n) ? json_integer_value(n) : -1;
}

void
package_json_add(json_t *dict, const char *key, long long n)
{
	long long was = json_integer_value(json_object_get(dict, key));

	if (n >= 0 && n < 1000000000)
		json_object_set_new(dict, key, json_integer(was + n));
}

json_t *
package_json_array(const char *dir, const char *name)
{
	char path[4096];
	json_error_t e;
	json_t *j;

	snprintf(path, sizeof(path), "%s/data/%s", dir, name);
	if (access(path, R_OK) != 0)
		snprintf(path, sizeof(path), "%s/%s", dir, name);
	if (access(path, R_OK) != 0) {
		log_msg(_("cannot read \"%s\": %s"), path, say_error(errno));
		return NULL;
	}
	if ((j = json_load_file(path, 0, &e)) == NULL) {
		log_msg(_("\"%s\" line %d: not JSON, at column %d"), path,
		    e.line, e.column);
	} else if (json_array_size(j) == 0) {
		log_msg(_("\"%s\" is not a filled array"), path);
		json_decref(j);
		j = NULL;
	}
	return j;
}
