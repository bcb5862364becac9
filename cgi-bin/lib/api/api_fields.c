/* api_fields.c - which keys of an aid are wanted. */

#include <string.h>

#include "api/api_fields.h"
#include "text/json_span.h"

const struct api_field api_field_table[] = {
	{ "id", .type = API_NUMBER, .never_null = true },
	{ "slug", .type = API_TEXT, .never_null = true },
	{ "url", .type = API_TEXT, .never_null = true },
	{ "name", .type = API_TEXT, .never_null = true },
	{ "name_initial", .type = API_TEXT },
	{ "short_title", .type = API_TEXT },
	{ "financers", .type = API_TEXTS },
	{ "financers_full", .type = API_BACKERS },
	{ "instructors", .type = API_TEXTS },
	{ "instructors_full", .type = API_BACKERS },
	{ "programs", .type = API_TEXTS },
	{ "description", .type = API_TEXT },
	{ "eligibility", .type = API_TEXT },
	{ "perimeter", .type = API_TEXT },
	{ "perimeter_scale", .type = API_TEXT },
	{ "mobilization_steps", .type = API_TEXTS },
	{ "origin_url", .type = API_TEXT },
	{ "categories", .type = API_TEXTS },
	{ "is_call_for_project", .type = API_FLAG },
	{ "application_url", .type = API_TEXT },
	{ "targeted_audiences", .type = API_TEXTS },
	{ "aid_types", .type = API_TEXTS },
	{ "aid_types_full", .type = API_TYPES },
	{ "is_charged", .type = API_FLAG },
	{ "destinations", .type = API_TEXTS },
	{ "start_date", .type = API_DAY },
	{ "predeposit_date", .type = API_DAY },
	{ "submission_deadline", .type = API_DAY },
	{ "subvention_rate_lower_bound", .type = API_NUMBER },
	{ "subvention_rate_upper_bound", .type = API_NUMBER },
	{ "subvention_comment", .type = API_TEXT },
	{ "loan_amount", .type = API_NUMBER },
	{ "recoverable_advance_amount", .type = API_NUMBER },
	{ "contact", .type = API_TEXT },
	{ "recurrence", .type = API_TEXT },
	{ "project_examples", .type = API_TEXT },
	{ "import_data_url", .type = API_TEXT },
	{ "import_data_mention", .type = API_TEXT },
	{ "import_share_licence", .type = API_TEXT },
	{ "date_created", .type = API_MOMENT, .never_null = true },
	{ "date_updated", .type = API_MOMENT },
	{ "project_references", .type = API_TEXTS },
	{ "european_aid", .type = API_TEXT },
	{ "is_live", .type = API_FLAG },
	{ "perimeter_id", .type = API_NUMBER },
	{ "perimeter_code", .type = API_TEXT },
	{ "region", .type = API_TEXT },
	{ "region_code", .type = API_TEXT },
	{ "other_financial_aid_comment", .type = API_TEXT },
	{ "targeted_audience_slugs", .type = API_TEXTS },
	{ "aid_type_slugs", .type = API_TEXTS },
	{ "category_slugs", .type = API_TEXTS },
	{ "category_ids", .type = API_NUMBERS },
	{ "mobilization_step_slugs", .type = API_TEXTS },
	{ "destination_slugs", .type = API_TEXTS },
	{ "recurrence_slug", .type = API_TEXT },
	{ "program_slugs", .type = API_TEXTS },
	{ "absolute_url", .type = API_TEXT, .never_null = true },
	{ "status", .type = API_TEXT, .never_null = true },
	{ "date_published", .type = API_MOMENT },
	{ "source", .type = API_SOURCE },
	{ "version", .type = API_TEXT, .never_null = true },
	{ "description_text", .type = API_TEXT, .is_plain = true },
	{ "eligibility_text", .type = API_TEXT, .is_plain = true },
	{ .name = NULL },
};

/* The number of a key of n bytes; -1: no aid has it. */
static int
field_number(const char *name, size_t n)
{
	for (int i = 0; api_field_table[i].name != NULL; i++)
		if (strlen(api_field_table[i].name) == n &&
		    memcmp(api_field_table[i].name, name, n) == 0)
			return i;
	return -1;
}

const char *
api_field_check(const char *name)
{
	return field_number(name, strlen(name)) < 0 ? "unknown-value" : NULL;
}

struct api_fields
api_fields_read(const struct request *req)
{
	struct param_values v = request_values(req, "fields");
	struct api_fields f = { .chosen = v.n > 0 };

	for (size_t i = 0; i < v.n; i++) {
		int k = field_number(v.v[i].s, strlen(v.v[i].s));

		if (k < 0)
			continue;
		f.wanted[k] = true;
		f.plain |= api_field_table[k].is_plain;
	}
	return f;
}

/* The same of the key that comes after key number last: records have them in
 * the order of the table. */
static int
field_after(int last, const char *name, size_t n)
{
	const char *next = api_field_table[last + 1].name;

	return next != NULL && strncmp(next, name, n) == 0 && next[n] == '\0'
	    ? last + 1
	    : field_number(name, n);
}

/* Members side by side, without the comma after them. */
static void
put_members(struct buf *out, const char *from, const char *to)
{
	buf_putc(out, ',');
	buf_put(out, from, (size_t)(to - from));
}

void
api_fields_cut(const struct api_fields *f, const char *record, struct buf *out)
{
	size_t start = out->len;
	const char *s = record + 1, *from = NULL, *end = s;
	int k = -1;

	for (; *s == '"'; s = end + (*end == ',')) {
		const char *name_end = json_string_end(s);

		end = json_value_end(name_end + 1);
		k = field_after(k, s + 1, (size_t)(name_end - s - 2));
		if (k >= 0 && f->wanted[k]) {
			from = from == NULL ? s : from;
		} else if (from != NULL) {
			put_members(out, from, s - 1);
			from = NULL;
		}
	}
	if (from != NULL)
		put_members(out, from, end);
	if (out->len == start)
		buf_putc(out, '{');
	out->data[start] = '{';
}
