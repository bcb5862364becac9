/* feed_keys.c - the keys of an aid of AT's API. */

#include <stdlib.h>
#include <string.h>

#include "feed/feed_keys.h"

/* Those that are read, and the others of AT's API; in the order of strcmp. */
const char *const feed_keys[] = { "_description_format", "aid_types",
	"aid_types_full", "application_url", "categories", "categories_full",
	"contact", "date_created", "date_published", "date_updated",
	"description", "destinations", "destinations_full", "eligibility",
	"european_aid", "financers", "financers_full", "generic_aid", "id",
	"import_data_mention", "import_data_url", "import_share_licence",
	"instructors", "instructors_full", "is_call_for_project", "is_charged",
	"is_generic", "is_live", "loan_amount", "mobilization_steps",
	"mobilization_steps_full", "name", "name_initial", "origin_url",
	"other_financial_aid_comment", "perimeter", "perimeter_code",
	"perimeter_scale", "predeposit_date", "programs", "programs_full",
	"project_examples", "project_references", "recoverable_advance_amount",
	"recurrence", "short_title", "slug", "start_date", "status",
	"submission_deadline", "subvention_comment",
	"subvention_rate_lower_bound", "subvention_rate_upper_bound",
	"targeted_audiences", "targeted_audiences_full", "url",
	"yearly_deadline", "yearly_opening", NULL };

static int
key_compare(const void *key, const void *of)
{
	return strcmp(key, *(const char *const *)of);
}

bool
feed_keys_has(const char *key)
{
	return bsearch(key, feed_keys,
		   sizeof(feed_keys) / sizeof(feed_keys[0]) - 1,
		   sizeof(feed_keys[0]), key_compare) != NULL;
}
