/* multipart.c - what a form with a file sends: parts lie within the body. */

#include "web/multipart.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct pool *pool = pool_new();
	const char *body = fuzz_text(pool, data, n);
	struct multipart m;

	if (multipart_read(pool, "multipart/form-data; boundary=xYz", body, n,
		&m) == RC_OK)
		for (size_t i = 0; i < m.n; i++)
			must(m.part[i].name != NULL && m.part[i].data >= body &&
			    m.part[i].data + m.part[i].n <= body + n);
	pool_free(pool);
	return 0;
}
