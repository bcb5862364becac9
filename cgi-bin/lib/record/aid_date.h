#ifndef AID_DATE_H
#define AID_DATE_H

#include "record/aid_record.h"

/* Dates of an aid, and of one that recurs each year. */

/* Adds the arguments of dates.  One that cannot be read or does not exist is
 * reported, and the aid keeps the date that it had. */
enum rc aid_date_put_all(struct aid_record *);

/* The next deadline, today or later, of an aid that recurs each year, as
 * "2027-03-31"; NULL for any other aid.  29 February becomes the 28th in a
 * common year. */
const char *aid_date_yearly_deadline(const struct aid_record *);

#endif
