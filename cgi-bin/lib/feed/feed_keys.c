/* feed_keys.c - the keys of an aid of AT's API. */

#include <stdlib.h>
#include <string.h>

#include "feed/feed_keys.h"

/* Those that are read, and the others of AT's API; in the order of strcmp. */
const char *const feed_keys[] = { "_description_format", "aid_types",
	"aid_types_full", "application_url", "categories", "categories_full",
	"contact", "date_created", "date_published", "date_updated",
	"date_withdrawn", "description", "destinations", "destinations_full",
	"eligibility", "european_aid", "financers", "financers_full",
	"generic_aid", "id", "import_data_mention", "import_data_url",
	"import_share_licence", "instructors", "instructors_full",
	"is_call_for_project", "is_charged", "is_generic", "is_live",
	"loan_amount", "mobilization_steps", "mobilization_steps_full", "name",
	"name_initial", "origin_url", "other_financial_aid_comment",
	"perimeter", "perimeter_code", "perimeter_scale", "predeposit_date",
	"programs", "programs_full", "project_examples", "project_references",
	"recoverable_advance_amount", "recurrence", "replaced_by",
	"short_title", "slug", "start_date", "status", "submission_deadline",
	"subvention_comment", "subvention_rate_lower_bound",
	"subvention_rate_upper_bound", "targeted_audiences",
	"targeted_audiences_full", "url", "yearly_deadline", "yearly_opening",
	NULL };

/* What Guichet's own API says besides, of facts that the others give: known,
 * and no title of a table. */
static const char *const left_keys[] = { "absolute_url", "aid_type_slugs",
	"category_ids", "category_slugs", "destination_slugs",
	"mobilization_step_slugs", "perimeter_id", "program_slugs",
	"recurrence_slug", "region", "region_code", "source",
	"targeted_audience_slugs", "version" };

static int
key_compare(const void *key, const void *of)
{
	return strcmp(key, *(const char *const *)of);
}

#define HAS(keys, n, key) \
	(bsearch(key, keys, n, sizeof(*(keys)), key_compare) != NULL)
#define COUNT(keys) (sizeof(keys) / sizeof(*(keys)))

bool
feed_keys_is_read(const char *key)
{
	return HAS(feed_keys, COUNT(feed_keys) - 1, key);
}

bool
feed_keys_has(const char *key)
{
	return feed_keys_is_read(key) || HAS(left_keys, COUNT(left_keys), key);
}
