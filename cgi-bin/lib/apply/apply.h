#ifndef APPLY_H
#define APPLY_H

#include "answers/authority.h"
#include "apply/form_token.h"
#include "ds/demarche.h"
#include "ds/ds.h"
#include "territory/territory.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/*
 * An application, step by step: who asks, what the form wants, what will be
 * sent, and the draft.  Nothing of it is kept between two steps but in the
 * reader's own form; the journal (draft.h) alone remembers that a draft was
 * made.
 */

enum { APPLY_DEMARCHES = 32 };

/* What lasts as long as the process, for the data of one version. */
struct apply_memory {
	const struct demarche *demarche[APPLY_DEMARCHES];
	struct pool *pool[APPLY_DEMARCHES]; /* of each */
	size_t n;
	struct facts *facts;
	struct territory *territory;
	struct ds *ds;
	char secret[FORM_SECRET + 1]; /* of the marks of forms */
};

extern const struct param apply_params[];

/* Call before a request when the version of the data has changed. */
enum rc apply_refresh(struct apply_memory *, struct context *);
void apply_forget(struct apply_memory *);

/* The démarche in force, kept until the data changes; RC_NOT_FOUND. */
enum rc apply_demarche(struct apply_memory *, struct db *, unsigned number,
    const struct demarche **);

/* Appends <choices> with the territories that the authority may be, those of
 * the aid's own first; aid 0: of no aid. */
enum rc apply_put_choices(struct context *, const struct authority *,
    long long aid, xmlNodePtr to);

/* Appends <demarche> with what every page says of it, and returns it. */
xmlNodePtr apply_put_head(struct context *, const struct request *,
    struct response *, const struct demarche *);

/* What the form asks, and where each value comes from: <demarche>. */
void apply_put_demarche(struct context *, const struct request *,
    struct response *, const struct demarche *);

/* The API's answer to a JSON object of values by champ key and of facts;
 * RC_NOT_FOUND when nobody can apply to the démarche now. */
enum rc apply_payload(struct context *, const struct request *,
    struct response *, struct apply_memory *, const struct demarche *);

/*
 * Where and who asks, when nobody has said yet which authority they are: the
 * place and the structure that a search was asked for, from which they come.
 */
struct apply_asker {
	long long perimeter;   /* the place, when there is just one; else 0 */
	const char *structure; /* the slug, when there is just one; else NULL */
};

/*
 * Reads them as a search does (question_where_params): from the address, or
 * else from "from", the query of that search; NULL: none.  Appends them to
 * <asked>, for the addresses of other pages (question_carry).  A query that no
 * search takes says nothing.  RC_UNAVAILABLE as query_run.
 */
enum rc apply_asker_read(struct context *, const struct request *,
    struct response *, const char *from, struct apply_asker *);

/* The first steps, by addresses; then those that take a form. */
enum rc apply_show(struct context *, const struct request *, struct response *,
    struct apply_memory *, const char *slug);
enum rc apply_take(struct context *, const struct request *, struct response *,
    struct apply_memory *, const char *slug);

/* The last button.  It has an address of its own, so that the limit on sending
 * does not apply to the other steps. */
enum rc apply_press(struct context *, const struct request *, struct response *,
    struct apply_memory *, const char *slug);

#endif
