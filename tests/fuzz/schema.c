/* schema.c - the schema of a démarche: one that is taken has whole champs. */

#include "ds/demarche_schema.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct pool *pool = pool_new();
	struct demarche_schema schema;

	if (demarche_schema_parse(pool, fuzz_text(pool, data, n), n, &schema) ==
	    RC_OK)
		must(schema.revision != NULL && schema.descriptors != NULL);
	pool_free(pool);
	return 0;
}
