/* form.c - the body of a form: its fields are text that XML can carry. */

#include "base/str.h"
#include "fuzz.h"
#include "text/urlencoded.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct pool *pool = pool_new();
	struct urlencoded form;

	if (urlencoded_read(pool, fuzz_text(pool, data, n), &form) == RC_OK)
		for (size_t i = 0; i < form.n; i++) {
			const char *s = form.field[i].value;

			must(str_is_xml(form.field[i].name,
			    strlen(form.field[i].name)));
			must(str_is_xml(s, strlen(s)));
		}
	pool_free(pool);
	return 0;
}
