/* answers.c - the file that keeps answers, of anyone's making. */

#include "apply/answers_file.h"
#include "base/str.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct pool *pool = pool_new();
	struct answers_file file = { 0 };

	answers_file_read(pool, fuzz_text(pool, data, n), n, &file);
	must(file.fault != NULL || file.fields.n <= ANSWERS_FILE_FIELDS);
	for (size_t i = 0; file.fault == NULL && i < file.fields.n; i++) {
		const char *s = file.fields.field[i].value;

		must(file.fields.field[i].name[0] != '\0');
		must(str_is_xml(s, strlen(s)));
	}
	pool_free(pool);
	return 0;
}
