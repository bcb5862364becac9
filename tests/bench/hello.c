/* hello.c FILE... - answers with the bytes of a file, from memory: the least
 * that a page of that size can cost behind the same gate; or that it is the same. */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "fcgi/fcgi.h"

enum { MAX_PAGES = 8 };

static struct page {
	const char *name; /* the last part of its address */
	struct buf reply; /* headers and body */
} pages[MAX_PAGES];
static int npages;

static const char etag[] = "\"0123456789abcdef\"";

static const char *
media(const char *name)
{
	return strstr(name, ".json") != NULL ? "application/json"
					     : "text/html; charset=utf-8";
}

static void
read_page(struct page *p, const char *path)
{
	struct buf body = { 0 };
	char piece[4096];
	size_t n;
	FILE *f = fopen(path, "re");

	if (f == NULL)
		log_die("hello: a page cannot be read");
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_put(&body, piece, n);
	fclose(f);
	p->name = strrchr(path, '/') != NULL ? strrchr(path, '/') : path;
	/* What response.c sends. */
	buf_putf(&p->reply,
	    "Status: 200 OK\r\nX-Accel-Expires: 1\r\n"
	    "ETag: %s\r\nCache-Control: no-cache\r\n"
	    "Content-Type: %s\r\nContent-Length: %zu\r\n\r\n",
	    etag, media(p->name), body.len);
	buf_put(&p->reply, body.data, body.len);
	buf_free(&body);
}

static void
answer(struct fcgi *g, void *arg)
{
	static const char missing[] = "Status: 404 Not Found\r\n\r\n";
	static const char same[] =
	    "Status: 304 Not Modified\r\n"
	    "ETag: \"0123456789abcdef\"\r\nCache-Control: no-cache\r\n\r\n";
	const char *uri = fcgi_env(g, "REQUEST_URI");
	const char *has = fcgi_env(g, "HTTP_IF_NONE_MATCH");

	(void)arg;
	if (has != NULL && strcmp(has, etag) == 0) {
		fcgi_respond(g, same, strlen(same), "", 0);
		return;
	}
	for (int i = 0; uri != NULL && i < npages; i++) {
		if (strstr(uri, pages[i].name) == NULL)
			continue;
		fcgi_respond(g, pages[i].reply.data, pages[i].reply.len, "", 0);
		return;
	}
	fcgi_respond(g, missing, strlen(missing), "", 0);
}

int
main(int argc, char **argv)
{
	while (npages < argc - 1 && npages < MAX_PAGES) {
		read_page(&pages[npages], argv[npages + 1]);
		npages++;
	}
	/* It never ends: at its rate, starting again would show. */
	return fcgi_run(answer, NULL, NULL, ULONG_MAX);
}
