#ifndef AID_JSON_H
#define AID_JSON_H

#include "db/query.h"
#include "xml/xsl.h"

/*
 * What the API serves of an aid, and the versions that the public had of it.
 * Whatever changes an aid, or what it bears, indexes it again: so a version is
 * made here and nowhere else, and only when something that is served changed.
 */

/*
 * Appends the row of aid_json of the aid of that id, whose document the other
 * fragments are made of (xsl/index/index.rng), with its <record>; adds to that
 * the texts without markup.  Errors as render_fragment.
 */
enum rc aid_json_put(const struct xsl *, xmlDocPtr, xmlNodePtr aid,
    long long id, struct buf *rows);

/* Once those rows are loaded: makes a version of each aid of args ("ids",
 * "version" of the data) that differs from its last one.  Errors as query_run.
 */
enum rc aid_json_write_versions(struct db *, struct pool *,
    const struct arg *args);

#endif
