#ifndef AID_DATE_H
#define AID_DATE_H

#include "import/aid_record.h"

/* Dates of an aid, and those of one that comes back each year. */

/* Adds the arguments of dates.  One that cannot be read, or that the calendar
 * does not have, is noted, and the aid keeps what it had. */
enum rc aid_date_put_all(struct aid_record *);

/* The next deadline, today or later, of an aid that comes back each year, as
 * "2027-03-31"; NULL for any other aid.  29 February is the 28th where the year
 * has no other. */
const char *aid_date_yearly_deadline(const struct aid_record *);

#endif
