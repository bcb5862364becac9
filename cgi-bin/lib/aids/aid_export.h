#ifndef AID_EXPORT_H
#define AID_EXPORT_H

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* Aids for tables, feeds and calendars: what each gives to them was rendered
 * when it was imported. */

/*
 * Appends to aids, in <ready>, what the n aids whose ids these are give to that
 * format, in their order: "csv" or "xlsx", "atom", "ics".  For a feed sets
 * @latest, the last of their changes.  Errors as query_run.
 */
enum rc aid_export_put(struct context *, const char *format,
    const struct value *ids, size_t n, xmlNodePtr aids);

#endif
