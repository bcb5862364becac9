#ifndef AID_EDIT_H
#define AID_EDIT_H

#include <jansson.h>

#include "harvest/harvest.h"

/* An aid, as an administrator names it: by its id, or its slug. */
struct aid_found {
	long long id, merged_into; /* 0: into none */
	long long generic_id;      /* 0: it is the version of none */
	const char *source, *source_id, *slug, *name, *status;
	const char *gone_on, *changed_at; /* NULL: not */
};

/* Finds it; texts are in the pool.  RC_NOT_FOUND, logged, when there is none.
 * Otherwise as query_run. */
enum rc aid_find(struct db *, struct pool *, const char *named,
    struct aid_found *);

/* Whether the first may be told to be the second, or a version of it: not when
 * that leads back to the first, for neither would be shown then.  RC_BAD_PARAM,
 * logged, when not.  Otherwise as query_run. */
enum rc aid_may_lead(struct db *, struct pool *, const struct aid_found *,
    const struct aid_found *to);

/* What becomes of one of its fields. */
struct aid_edit {
	const char *field; /* AT's name of it */
	json_t *value;     /* as a feed would say it */
	bool dropped;      /* the feed says it again, this */
	long long into;    /* status merged: the aid that it is the same as */
};

/*
 * Edits an aid by the checks of an import: the value is read as one of its feed
 * would be, makes a version like any other, shows at the next request, and is
 * kept over what the feed says (override.h).  RC_BAD_PARAM, told, when it is
 * not understood: nothing is then written.  Otherwise as query_run.
 */
enum rc aid_edit(struct harvest *, const struct aid_found *,
    const struct aid_edit *);

#endif
