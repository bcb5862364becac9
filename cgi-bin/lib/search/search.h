#ifndef SEARCH_H
#define SEARCH_H

#include "aids/aid_form.h"
#include "search/search_base.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"
#include "web/route.h"

/*
 * The search, for any program: what it holds in memory, and what it answers.
 * A program opens one, refreshes it before the first request and whenever the
 * data is of another version, and closes it at its end.  Requests are those of
 * routes that declare question_params (search_funded: question_short_params),
 * and answers are appended to the response's document.  Calls that are handlers
 * of routes are for a program whose state it is.
 *
 * Each call returns RC_OK or the code of another answer, for which the response
 * then says more.
 */
struct search;

/* Never NULL; the caller closes it.  NULL is ignored. */
struct search *search_open(void);
void search_close(struct search *);

/* Loads what the database has that is newer, and fits the row cache to it. */
enum rc search_refresh(struct search *, struct context *,
    unsigned long long version);

/*
 * The aids that answer the request, within a base question or, when it is NULL,
 * within all.  In this order:
 *
 *	<asked>		what was understood, with the link that takes each
 *			criterion off
 *	<choices>	when the place must be asked again; then HTML has the
 *			<form> too, and nothing more
 *	<shown>		below a portal, the cards that it shows first (HTML)
 *	<aids>		a page of cards, or facts
 *	<form>		what can be chosen, and what each leaves (HTML)
 *	<projects>	project types that the words may mean (HTML); with
 *			what each finds, when little was found
 *	<funded-near>	projects that were funded near there (HTML)
 *	<relax>		when little was found, what to take off, the places
 *			around, other words (HTML)
 *	<links>		the same list in other formats
 */
enum rc search_answer(struct search *, struct context *, const struct request *,
    struct response *, const struct search_base *);

/* The same without what helps a reader to ask: <asked>, <choices>, <aids>,
 * <links>.  *place, unless it is NULL: the first territory that was asked, 0
 * when there is none. */
enum rc search_list(struct search *, struct context *, const struct request *,
    struct response *, const struct search_base *, uint32_t *place);

/* When the aids that answer the request open and close: <asked>, and <choices>
 * or <calendar>, see aid_calendar.h, with the address of their list, @search;
 * <links> of it. */
route_handler search_calendar;

/* The aid that the slug names: see aid_page.h. */
route_handler search_aid;

/* What home shows of a place and a structure, which may be said: <form> (HTML),
 * with the audiences of chosen (bits of sql/constants) taken when none is said,
 * and <needs>: see needs.h. */
enum rc search_home(struct search *, struct context *, const struct request *,
    struct response *, uint64_t chosen);

/* What the first page of a portal shows: <form> (HTML), <shown> as above, and
 * <aids>, its newest first. */
route_handler search_welcome;

/* Adds to the arguments of queries, below a portal, which aids are within it:
 * ARG_WITHIN, a JSON array of ids. */
enum rc search_within(struct search *, struct context *,
    const struct request *);

/* What it holds, for pages that search in their own way (map.h, department.h):
 * until the next refresh. */
struct corpus *search_corpus(struct search *);
const struct aid_parts *search_parts(const struct search *);

/* Funded projects, on a page of their own: see funded_list.h. */
route_handler search_funded;

/* Appends <projects>: all project types, or those whose names say what the
 * parameter "q" says, each with the address that searches for it. */
route_handler search_projects;

#endif
