#ifndef APPLICATION_H
#define APPLICATION_H

#include "answers/authority.h"
#include "apply/answers_file.h"
#include "apply/apply.h"
#include "apply/apply_fit.h"
#include "payload/payload.h"
#include "text/urlencoded.h"

/* One application on its way through the steps, for one request; all of it
 * lives in the pool of the request. */
struct application {
	struct context *ctx;
	const struct request *req;
	struct response *resp;
	struct apply_memory *m;
	long long aid;
	const char *slug, *aid_name;
	const char *from; /* "from=...", the search that led here; NULL: none */
	struct apply_asker asker; /* as the address and that search say */
	const struct demarche *demarche; /* NULL: the aid has none */
	struct answers *answers;
	struct urlencoded form; /* n 0: nothing was typed */
	struct form_token token;
	const struct answers_file *file; /* uploaded; NULL: none was */
	struct authority authority;
	struct apply_fit fit; /* of the aid, for that authority */
	struct payload payload;
	xmlNodePtr to; /* <apply> */
};

/* Opens the application for the aid of that slug, and appends <aid>, <offered>,
 * <search> and <demarche>.  RC_OK with no démarche when the aid has no form
 * here, RC_NOT_FOUND for an unknown aid, or one that has not the form asked
 * for. */
enum rc application_open(struct application *, struct context *,
    const struct request *, struct response *, struct apply_memory *,
    const char *slug);

/* Finds the authority by its perimeter, when it is over 0, else by what was
 * typed and the postal code; both may be NULL.  How it ended is in
 * authority.end. */
enum rc application_find_authority(struct application *, const char *typed,
    const char *zip, long long perimeter);

/* Whether the steps may go on with that authority. */
bool application_is_known(const struct application *);

/* Whether the aid is for the authority that was found, if one was, and for the
 * kind that readers say it is: x->fit. */
enum rc application_fit(struct application *);

/* Reads the token of the form; makes a new one when it has none. */
enum rc application_read_token(struct application *);

/* Starts <apply> with its step, and appends there why the aid does not fit. */
void application_begin_step(struct application *, const char *step);

/* Appends what Guichet knows of the authority, for readers to see. */
void application_put_authority(struct application *);

/* Appends what the step "check" shows: the payload, and what was typed. */
void application_put_check(struct application *);

#endif
