#ifndef AID_JSON_H
#define AID_JSON_H

#include "db/query.h"
#include "xml/xsl.h"

/*
 * What the API serves of an aid: appends the row of aid_json of the aid of that
 * id, whose document the other fragments are made of (xsl/index/index.rng),
 * with its <record>; adds to that the texts without markup.  Once the rows are
 * loaded, aid_revision.h does the rest.  Errors as render_fragment.
 */
enum rc aid_json_put(const struct xsl *, xmlDocPtr, xmlNodePtr aid,
    long long id, struct buf *rows);

#endif
