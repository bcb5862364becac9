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
#include "installation/nginx_files.h"

/* The longest name for which nginx has room of its own accord: of 64 bytes, two
 * pointers and its length are not the name's. */
enum { NGINX_NAME = 46 };

/* A word of the example, and what is in its place. */
struct filled {
	const char *word, *with;
};

/* Writes the text with its words filled: the host for the name that the example
 * has, and the folders of other files, which an installed example has already.
 */
static void
put_filled(FILE *f, const char *text, const struct filled *all, size_t n)
{
	size_t i;

	for (; *text != '\0'; text++) {
		for (i = 0; i < n; i++)
			if (strncmp(text, all[i].word, strlen(all[i].word)) ==
			    0)
				break;
		if (i < n) {
			fputs(all[i].with, f);
			text += strlen(all[i].word) - 1;
		} else {
			fputc(*text, f);
		}
	}
}

/* The folder of nginx-host.conf, which the block includes: that of installed
 * files; else that of the settings, as the demo has it; NULL, told. */
static const char *
folder_of_host(struct pool *pool, const char *share_dir, const char *settings)
{
	static const char name[] = "nginx-host.conf";
	const char *dirs[2] = { share_dir, settings };

	for (int i = 0; i < 2; i++)
		if (access(pool_printf(pool, "%s/%s", dirs[i], name), R_OK) ==
		    0)
			return dirs[i];
	log_msg(_("what the block includes is not there: %s/%s; make install "
		  "writes it"),
	    share_dir, name);
	return NULL;
}

/* The example, which the caller frees; NULL, told. */
static char *
example(struct pool *pool, const char *share_dir)
{
	const char *path = pool_printf(pool, "%s/nginx-portal.conf", share_dir);
	size_t n;

	/* Where the program was built. */
	if (access(path, R_OK) != 0)
		path = pool_printf(pool, "%s/conf/nginx-portal.conf",
		    share_dir);
	return cmd_file(path, &n);
}

static enum rc
put_block(const struct conf *c, const struct cmd_found *p, const char *host)
{
	const char *settings = nginx_settings_folder(p->pool);
	const char *dir = folder_of_host(p->pool, c->share_dir, settings);
	const struct filled words[] = {
		{ "portal.example", host },
		{ "@CONF@", dir != NULL ? dir : c->share_dir },
		{ "@ETC@", settings },
	};
	char *text = example(p->pool, c->share_dir);

	if (text == NULL)
		return RC_FAIL;
	put_filled(stdout, text, words, sizeof(words) / sizeof(words[0]));
	if (strlen(host) > NGINX_NAME)
		log_msg(_("the name has over %d characters: put "
			  "\"server_names_hash_bucket_size 512;\" in the http "
			  "block of nginx"),
		    NGINX_NAME);
	log_msg(_("next: have a certificate, without which nginx would take "
		  "no file any more, of other sites either; then save this as "
		  "%s, set the paths of the certificate in it, nginx -t, "
		  "systemctl reload nginx, guichet check"),
	    nginx_portal_file(p->pool, p->slug));
	free(text);
	return RC_OK;
}

/* guichet portal nginx SLUG.  What comes next is in what it writes, and said
 * beside it. */
enum rc
cmd_portal_nginx(struct cmd *o, int argc, char **argv)
{
	const char *host;
	struct cmd_found p;
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
	if (rc == RC_OK)
		rc = put_block(&o->conf, &p, host);
	pool_free(p.pool);
	return rc;
}
