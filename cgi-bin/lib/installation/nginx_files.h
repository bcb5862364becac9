#ifndef NGINX_FILES_H
#define NGINX_FILES_H

#include "base/conf.h"
#include "base/pool.h"

/* All in the pool: the folder of the settings; that of the host names of
 * portals within, which conf/nginx-http.conf includes; and the file there of a
 * portal, by its slug. */
const char *nginx_settings_folder(struct pool *);
const char *nginx_portal_folder(struct pool *);
const char *nginx_portal_file(struct pool *, const char *slug);

#endif
