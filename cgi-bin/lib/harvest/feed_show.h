#ifndef FEED_SHOW_H
#define FEED_SHOW_H

#include "record/aid_record.h"

/* Prints what each field of a record of a feed becomes, under AT's names, then
 * the keys of the feed that nothing reads: to write a mapping by. */
import_reviser feed_show;

#endif
