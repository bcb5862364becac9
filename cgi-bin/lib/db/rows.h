#ifndef ROWS_H
#define ROWS_H

#include <libxml/tree.h>

#include "db/query.h"

/*
 * Rows to XML, whatever the entity.  The query's "makes" says the element of a
 * row and where it goes:
 *
 *	makes: aid in aids	<aids><aid/>...</aids>
 *	makes: aid		<aid/>..., straight in the parent
 *	makes: financer under aid	in the <aid> whose @id is column "^"
 *	makes: self under aid	no element: more facts of that <aid> itself
 *
 * and the name of a column says where its value goes in the row:
 *
 *	@id		an attribute
 *	name		a child element with text
 *	perimeter/@code	an attribute of a child
 *	.		text of the row's element itself
 *	name()		the name of the row's element, in place of the one that
 *			"makes" says
 *	card|raw	a child of ready markup (see xml_raw); ".|raw" likewise
 *
 * NULL is an absent node.  A child of an "@..." column alone is made when its
 * first attribute is not NULL.
 */

/*
 * Appends the rows to parent.  Returns the container ("in"), the last row's
 * element, or parent when there is no row.
 */
xmlNodePtr rows_append(xmlNodePtr parent, const struct query *,
    const struct result *);

/* Runs a named query and appends its rows; *made as rows_append returns, and
 * *count the number of rows (both may be NULL). */
enum rc rows_query(struct db *, struct pool *, enum query_id,
    const struct arg *, xmlNodePtr parent, xmlNodePtr *made, unsigned *count);

/* A field as text: integers are written in the pool; NULL when NULL. */
const char *rows_text(struct pool *, const struct value *);

/* The integer of a field that is one; otherwise def. */
long long rows_int(const struct value *, long long def);

#endif
