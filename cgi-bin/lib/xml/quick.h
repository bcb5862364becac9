#ifndef QUICK_H
#define QUICK_H

#include <libxslt/xsltInternals.h>

#include "base/pool.h"

/*
 * Lets a compiled sheet write and test what most of its instructions do without
 * XPath, which takes ten times as long for an attribute (quick.c): the same
 * results.  What is kept is of the pool, which must outlive the sheet.
 */
void quick_sheet(struct pool *, xsltStylesheetPtr);

#endif
