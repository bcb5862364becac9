/*
 * cmd_portal_nginx.c - command: the server block of a portal's host name.
 *
 * It is an example that was installed, with the name of the portal in it: what
 * it says of TLS and of the cache is for administrators to read, and C has no
 * part in it.
 */

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "admin/cmd_file.h"
#include "base/log.h"
#include "base/say.h"
#include "gen/queries/portals.h"

/* Writes the text with the host for the name that the example has, and the
 * folder of the other files, which an installed example has already. */
static void
put_filled(FILE *f, const char *text, const char *host, const char *conf)
{
	static const char here[] = "portal.example", files[] = "@CONF@";

	for (; *text != '\0'; text++)
		if (strncmp(text, here, sizeof(here) - 1) == 0) {
			fputs(host, f);
			text += sizeof(here) - 2;
		} else if (strncmp(text, files, sizeof(files) - 1) == 0) {
			fputs(conf, f);
			text += sizeof(files) - 2;
		} else {
			fputc(*text, f);
		}
}

/* The folder of nginx-host.conf, which the block includes: that of installed
 * files; else that of the settings, as the demo has it; NULL, told. */
static const char *
folder_of_host(struct pool *pool, const char *share_dir)
{
	static const char name[] = "nginx-host.conf";
	const char *settings = conf_path(), *last = strrchr(settings, '/');
	const char *dirs[2] = { share_dir,
		last != NULL
		    ? pool_strndup(pool, settings, (size_t)(last - settings))
		    : "." };

	for (int i = 0; i < 2; i++)
		if (access(pool_printf(pool, "%s/%s", dirs[i], name), R_OK) ==
		    0)
			return dirs[i];
	log_msg(_("what the block includes is not there: %s/%s; make install "
		  "writes it"),
	    share_dir, name);
	return NULL;
}

/* guichet portal nginx SLUG.  What comes next is in what it writes, and said
 * beside it. */
enum rc
cmd_portal_nginx(struct cmd *o, int argc, char **argv)
{
	const char *dir = o->conf.share_dir, *path, *host_dir, *host;
	struct cmd_found p;
	char *text = NULL;
	size_t n;
	enum rc rc = cmd_find(o, &cmd_portals, argv[0], &p);

	(void)argc;
	assert(cmd_portals.state == Q_PORTAL_STATE);
	host = rc == RC_OK ? portal_state_row(&p.state, 0)->host.s : NULL;
	if (rc == RC_OK && host == NULL) {
		log_msg(_("the portal \"%s\" has no host name of its own: add "
			  "the element \"host\" to its file"),
		    p.slug);
		rc = RC_BAD_PARAM;
	}
	if (rc == RC_OK) {
		path = pool_printf(p.pool, "%s/nginx-portal.conf", dir);
		/* Where the program was built. */
		if (access(path, R_OK) != 0)
			path = pool_printf(p.pool, "%s/conf/nginx-portal.conf",
			    dir);
		text = cmd_file(path, &n);
		rc = text != NULL ? RC_OK : RC_FAIL;
	}
	if (rc == RC_OK) {
		host_dir = folder_of_host(p.pool, dir);
		put_filled(stdout, text, host,
		    host_dir != NULL ? host_dir : dir);
		log_msg(_("next: write this to a file of /etc/nginx/conf.d, "
			  "set the paths of the certificate, nginx -t, "
			  "systemctl reload nginx, guichet check"));
	}
	free(text);
	pool_free(p.pool);
	return rc;
}
