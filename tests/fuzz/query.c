/* query.c - a query string: the values that are taken are within their bounds, and
 * the same when they are written in an address and read again. */

#include "base/buf.h"
#include "base/str.h"
#include "fuzz.h"
#include "web/param.h"

static const struct param spec[] = {
	{ .name = "text",
	    .type = PARAM_TEXT,
	    .max = 100,
	    .alias = "q keyword" },
	{ .name = "page", .type = PARAM_UINT, .max = 500 },
	{ .name = "perimeter", .type = PARAM_ID, .max = 99999999 },
	{ .name = "aid", .type = PARAM_SLUG, .max = 64 },
	{ .name = "code", .type = PARAM_CODE, .max = 20, .list = true },
	{ .name = "before", .type = PARAM_DATE },
	{ .name = "free", .type = PARAM_BOOL },
	{ 0 },
};

static enum rc
read_query(struct pool *pool, const char *query, struct param_values **values)
{
	struct param_fault fault;
	struct param_pairs pairs;
	enum rc rc = param_split(pool, query, &pairs, &fault);

	*values = NULL;
	return rc != RC_OK ? rc
			   : param_read(pool, spec, &pairs, values, &fault);
}

static const char *
write_query(struct pool *pool, const struct param_values *values)
{
	struct buf b = { 0 };
	const char *query;

	for (int i = 0; spec[i].name != NULL; i++)
		for (size_t k = 0; k < values[i].n; k++) {
			buf_putf(&b, "%s%s=", b.len > 0 ? "&" : "",
			    spec[i].name);
			buf_put_url(&b, values[i].v[k].s);
		}
	query = pool_strndup(pool, b.len > 0 ? b.data : "", b.len);
	buf_free(&b);
	return query;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct pool *pool = pool_new();
	struct param_values *values, *again;

	if (read_query(pool, fuzz_text(pool, data, n), &values) == RC_OK) {
		for (int i = 0; spec[i].name != NULL; i++)
			for (size_t k = 0; k < values[i].n; k++) {
				const char *s = values[i].v[k].s;

				must(str_is_xml(s, strlen(s)));
				must(spec[i].type != PARAM_TEXT ||
				    strlen(s) <= (size_t)spec[i].max);
				must(spec[i].type != PARAM_UINT ||
				    (values[i].v[k].i > 0 &&
					values[i].v[k].i <= spec[i].max));
			}
		must(read_query(pool, write_query(pool, values), &again) ==
		    RC_OK);
		must(strcmp(write_query(pool, values),
			 write_query(pool, again)) == 0);
	}
	pool_free(pool);
	return 0;
}
