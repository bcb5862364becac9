/* feed_file.c - a file of aids that is open. */

#include "feed/feed_file.h"
#include "base/log.h"
#include "base/say.h"

enum rc
feed_file_refuse(const struct feed_file *f, const char *why)
{
	log_msg(_("\"%s\" line %lu: %s"), f->path, f->in.line, gettext(why));
	return RC_BAD_PARAM;
}
