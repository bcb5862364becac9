/* aid_items.c - what a field of an aid of a feed lists. */

#include "record/aid_items.h"
#include "base/say.h"

enum { MAX_ITEMS = 1000 };

bool
aid_items_is_endless(const struct aid_record *d, const char *key, size_t i)
{
	if (i == MAX_ITEMS)
		aid_record_fault(d, key, N_("too long, cut"), "");
	return i == MAX_ITEMS;
}

json_t *
aid_items_of(const struct aid_record *d, const char *key)
{
	json_t *v = json_object_get(d->json, key), *full;

	if (v == NULL || json_is_null(v)) {
		full = json_object_get(d->json,
		    pool_printf(d->run->pool, "%s_full", key));
		v = full != NULL ? full : v;
	}
	return v == NULL       ? NULL
	    : json_is_array(v) ? json_incref(v)
			       : json_pack("[O]", v);
}

void
aid_items_clear(struct aid_record *d, enum relation relation, size_t n)
{
	struct import_run *r = d->run;

	d->emptied |= (unsigned)(n == 0) << relation;
	if (!d->is_new)
		r->clear[relation][r->nclear[relation]++] = d->id;
}
