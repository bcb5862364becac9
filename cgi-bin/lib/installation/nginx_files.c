/* nginx_files.c - where nginx reads the host names of portals. */

#include <string.h>

#include "installation/nginx_files.h"

const char *
nginx_settings_folder(struct pool *pool)
{
	const char *path = conf_path(), *slash = strrchr(path, '/');

	return slash != NULL ? pool_strndup(pool, path, (size_t)(slash - path))
			     : ".";
}

const char *
nginx_portal_folder(struct pool *pool)
{
	return pool_printf(pool, "%s/nginx", nginx_settings_folder(pool));
}

const char *
nginx_portal_file(struct pool *pool, const char *slug)
{
	return pool_printf(pool, "%s/%s.conf", nginx_portal_folder(pool), slug);
}
