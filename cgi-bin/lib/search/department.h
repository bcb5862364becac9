#ifndef DEPARTMENT_H
#define DEPARTMENT_H

#include "aids/aid_form.h"
#include "question/corpus.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* What the page of its backers takes (AT 1.4): the same as a search, without a
 * place, and "perimeter_scale", "local-group" or "national-group". */
extern const struct param department_params[];

/*
 * One department, which the request's slug names: "79-deux-sevres".  RC_MOVED
 * to its own address when the code is right and the name is not; RC_NOT_FOUND
 * below a portal that asks a place elsewhere.
 * Appends what a reader finds who searches there, below a portal of the
 * portal's:
 *
 *	<asked>		the filters that were understood
 *	<department>	with how many aids, and how many of them are for less
 *			than the country
 *	<backers>	who finances them, the most aids first
 *	<programs>	likewise
 *	<epcis>		that have communes there
 */
enum rc department_put(struct context *, const struct request *,
    struct response *, struct corpus *);

/* The same without <programs> and <epcis>, and with what can be chosen: <form>
 * (HTML) and <themes>. */
enum rc department_put_backers(struct context *, const struct request *,
    struct response *, struct corpus *, const struct aid_parts *);

#endif
