#ifndef AID_IDENTITY_H
#define AID_IDENTITY_H

#include "import/aid_record.h"

/* What identifies an aid: its id in the feed, its id here, its slug. */

/* The feed's own id of the aid; its slug, when the id is missing, over 64 bytes
 * or not ASCII; or else a digest of the id.  NULL when it has neither.  Valid
 * as long as the record. */
const char *aid_identity_source_id(const struct aid_record *);

/* Adds the argument "id": a new aid keeps the id that it has in the feed when
 * no other aid has it; else, for a new one, NULL, and the database gives one.
 */
enum rc aid_identity_put_id(struct aid_record *);

/* Adds the argument "slug", which is set in the record: the feed's when it is
 * well-formed, else made from the name; followed by the source id when another
 * aid has it. */
enum rc aid_identity_put_slug(struct aid_record *);

/* Stores the former slug of a known aid, so that its old address redirects. */
enum rc aid_identity_keep_old_slug(struct aid_record *);

#endif
