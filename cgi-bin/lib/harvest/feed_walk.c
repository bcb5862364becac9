/* feed_walk.c - what a feed has, as files of this machine. */

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <zlib.h>

#include "base/clock.h"
#include "base/intern.h"
#include "base/log.h"
#include "base/say.h"
#include "crypto/digest.h"
#include "fetch/fetch.h"
#include "fetch/fetch_files.h"
#include "fetch/fetch_folder.h"
#include "harvest/feed_key.h"
#include "harvest/feed_page.h"
#include "harvest/feed_walk.h"

enum { MAX_PAGES = 20000, MAX_CURSOR = 60 };
#define MAX_BYTES (1ULL << 30) /* of all pages, unpacked */

/* A walk on its way. */
struct walk {
	const struct feed_walker *by;
	const struct feed_settings *feed;
	struct feed_walk *to;
	struct fetch *fetch;
	const char *const *headers;
	struct intern *asked; /* addresses */
	size_t nasked;
	struct digest digest; /* of all the bytes */
	const char **paths;
	size_t pages;
	unsigned long long bytes;
	unsigned long records;
	long long count; /* that the first page tells; -1 */
	double end_ms;   /* of clock_ms: when its time is over */
	bool changes;    /* it is another Guichet, that tells them */
};

/* Notes why: the caller logs it with the name of the feed. */
static enum feed_walk_end
fail(struct walk *w, const char *why)
{
	w->to->why = pool_strdup(w->by->pool, why);
	return WALK_FAILED;
}

/* ---- files that are here ---- */

/* Adds the bytes of the file, unpacked, to the digest: a server without ETag is
 * known not to have changed by them.  False, with errno, when it cannot be
 * read; one that is damaged is told by who reads it. */
static bool
digest_file(struct walk *w, const char *path, unsigned long long most)
{
	char block[1 << 16];
	gzFile f = gzopen(path, "rbe");
	int n, e;

	if (f == NULL)
		return false;
	while ((n = gzread(f, block, sizeof(block))) > 0 && w->bytes <= most) {
		digest_add(&w->digest, block, (size_t)n);
		w->bytes += (unsigned)n;
	}
	gzerror(f, &e);
	e = w->bytes > most ? EFBIG : e == Z_ERRNO ? errno : 0;
	gzclose(f);
	errno = e;
	return e == 0;
}

/* Files of this machine are read where they are: only their bytes are noted. */
static enum feed_walk_end
walk_files(struct walk *w)
{
	const char *path = w->feed->field[FEED_ADDRESS];
	bool ok = fetch_files_list(w->by->pool, path, w->paths, MAX_PAGES,
	    &w->pages);

	for (size_t i = 0; ok && i < w->pages; i++)
		ok = digest_file(w, w->paths[i], ULLONG_MAX);
	if (!ok)
		return fail(w,
		    pool_printf(w->by->pool, _("cannot read \"%s\": %s"), path,
			say_error(errno)));
	return w->pages > 0 ? WALK_GOT : fail(w, _("the folder is empty"));
}

/* ---- pages of the web ---- */

/* One feed must not take the time of those that wait after it. */
static enum feed_walk_end
fail_late(struct walk *w)
{
	return fail(w,
	    pool_printf(w->by->pool,
		_("it is not whole in %s min, after %zu pages: \"guichet feed "
		  "set %s minutes=\" gives it more"),
		w->feed->field[FEED_MINUTES], w->pages, w->feed->name));
}

/* Downloads the page; its path is then the last one. */
static enum feed_walk_end
fetch_page(struct walk *w, const char *address, struct fetch_got *got)
{
	const bool first = w->pages == 0 && !w->by->again &&
	    w->feed->cursor == NULL;
	const double left = w->end_ms - clock_ms();
	struct fetch_want want = { .address = address,
		.header = w->headers,
		.etag = first ? w->feed->etag : NULL,
		.modified = first ? w->feed->modified : NULL,
		.max_bytes = MAX_BYTES - w->bytes,
		.max_seconds = left > 1000 ? (unsigned)(left / 1000) : 1 };
	const char *path = pool_printf(w->by->pool, "%s/%06zu",
	    w->to->folder.path, w->pages);
	FILE *f = left > 0 ? fopen(path, "we") : NULL;
	enum fetch_end end;

	if (left <= 0)
		return fail_late(w);
	if (f == NULL)
		return fail(w, say_error(errno));
	end = fetch_get(w->fetch, &want, f, got);
	if (fclose(f) != 0 && end == FETCH_FETCHED)
		return fail(w, say_error(errno));
	if (end == FETCH_SAME)
		return WALK_SAME;
	if (end != FETCH_FETCHED)
		return clock_ms() >= w->end_ms ? fail_late(w)
					       : fail(w, got->why);
	if (strncasecmp(got->type, "text/html", 9) == 0)
		return fail(w,
		    _("it answers with a web page, as to who must log in: is "
		      "the address that of the feed, and is a key wanted?"));
	w->paths[w->pages++] = path;
	if (!digest_file(w, path, MAX_BYTES))
		return fail(w,
		    errno == EFBIG ? _("unpacked, its pages are over 1 GB")
				   : say_error(errno));
	say_progress(_("pages read"), w->pages, 0);
	return WALK_GOT;
}

/* Other servers have cursors of other kinds, which mean nothing here. */
static bool
is_cursor(const char *s)
{
	return *s != '\0' && strlen(s) <= MAX_CURSOR &&
	    strspn(s, "0123456789abcdef-") == strlen(s);
}

/* The address without what may be secret in it. */
static const char *
shown(struct pool *pool, const char *address)
{
	struct fetch_address a;

	return fetch_address_read(&a, address, NULL) == NULL
	    ? pool_strdup(pool, a.shown)
	    : "";
}

/* Reads what the page says of the list; *next becomes the address of the next
 * one, NULL after the last. */
static enum feed_walk_end
read_page(struct walk *w, const char *address, const struct fetch_got *got,
    const char **next)
{
	struct pool *pool = w->by->pool;
	struct feed_page page;

	if (got->bytes == 0)
		return fail(w,
		    pool_printf(pool, _("%s: the document is empty"),
			shown(pool, address)));
	if (feed_page_read(w->paths[w->pages - 1], w->by->shapes, pool,
		&page) != RC_OK)
		return fail(w,
		    pool_printf(pool, "%s: %s", shown(pool, address),
			log_last()));
	if (w->pages == 1)
		w->count = page.count;
	w->records += page.records;
	if (w->changes && page.cursor != NULL && is_cursor(page.cursor))
		w->to->cursor = page.cursor;
	if (page.next == NULL && *got->next != '\0')
		page.next = pool_strdup(pool, got->next);
	*next = NULL;
	if (page.next == NULL || page.records == 0)
		return WALK_GOT;
	if ((*next = feed_page_next(pool, address, page.next)) == NULL)
		return fail(w, _("the address of the next page is none"));
	return WALK_GOT;
}

/* Whether that address was asked before; it is from now on. */
static bool
was_asked(struct walk *w, const char *address)
{
	size_t at = intern(w->asked, address);

	if (at < w->nasked)
		return true;
	w->nasked = at + 1;
	return false;
}

/* All pages from address on, whose own has just come. */
static enum feed_walk_end
walk_pages(struct walk *w, const char *address, struct fetch_got *got)
{
	enum feed_walk_end end = WALK_GOT;

	for (;;) {
		if (was_asked(w, address))
			return fail(w, _("its pages lead back to one another"));
		end = read_page(w, address, got, &address);
		if (end != WALK_GOT || address == NULL || w->by->one)
			return end;
		if (w->pages == MAX_PAGES)
			return fail(w, _("it has over 20,000 pages"));
		if ((end = fetch_page(w, address, got)) != WALK_GOT)
			return end;
	}
}

/* Another Guichet tells what changed since a cursor; since 0, all.  *known
 * becomes whether it is one, and knows the cursor. */
static enum feed_walk_end
walk_changes(struct walk *w, const char *cursor, bool *known)
{
	struct pool *pool = w->by->pool;
	const char *address = w->feed->field[FEED_ADDRESS];
	struct fetch_got got = { 0 };
	enum feed_walk_end end;

	address = feed_page_with(pool, address, "updated_after", cursor);
	address = feed_page_with(pool, address, "itemsPerPage", "100");
	w->pages = 0;
	w->records = 0;
	w->bytes = 0;
	digest_begin(&w->digest);
	w->to->whole = strcmp(cursor, "0") == 0;
	end = fetch_page(w, address, &got);
	*known = end == WALK_GOT ? *got.data_version != '\0'
				 : got.status < 400 || got.status >= 500;
	w->changes = *known;
	return end == WALK_GOT && *known ? walk_pages(w, address, &got) : end;
}

/* A first answer with the version of its data is of another Guichet: all is
 * then asked for as changes, which end with a cursor. */
static enum feed_walk_end
walk_whole(struct walk *w)
{
	const char *address = w->feed->field[FEED_ADDRESS];
	struct fetch_got got = { 0 };
	enum feed_walk_end end;
	bool known;

	w->changes = false;
	w->to->whole = true;
	w->to->why = NULL;
	w->pages = 0;
	w->records = 0;
	w->bytes = 0;
	digest_begin(&w->digest);
	if ((end = fetch_page(w, address, &got)) != WALK_GOT)
		return end;
	if (!w->by->one && *got.data_version != '\0' &&
	    strstr(got.type, "json") != NULL &&
	    strstr(address, "/api/aids") != NULL) {
		end = walk_changes(w, "0", &known);
		return end == WALK_GOT && !known
		    ? fail(w, _("it does not tell what changed"))
		    : end;
	}
	w->to->etag = pool_strdup(w->by->pool, got.etag);
	w->to->modified = pool_strdup(w->by->pool, got.modified);
	return walk_pages(w, address, &got);
}

/* What changed, unless all is to be asked: a cursor is refused that is of
 * another base, or of one that came back from a backup; and from time to time
 * what was lost on the way is found. */
static enum feed_walk_end
walk_web(struct walk *w)
{
	const char *cursor = w->feed->cursor;
	enum feed_walk_end end;
	bool known;

	if (cursor == NULL || w->by->again || w->feed->is_old ||
	    !is_cursor(cursor))
		return walk_whole(w);
	end = walk_changes(w, cursor, &known);
	if (!known)
		return walk_whole(w);
	return end == WALK_GOT && w->records == 0 ? WALK_SAME : end;
}

/* ---- the whole ---- */

/* Of a list that moved while it was read some aids may be missing: none of them
 * is then taken for withdrawn.  What was got is no change when its bytes are
 * those of before. */
static enum feed_walk_end
end_walk(struct walk *w, enum feed_walk_end end)
{
	char hex[DIGEST_HEX + 1];

	if (end != WALK_GOT)
		return end;
	w->paths[w->pages] = NULL;
	w->to->paths = w->paths;
	digest_end(&w->digest, hex);
	w->to->digest = pool_strdup(w->by->pool, hex);
	if (w->count > (long long)w->records) {
		w->to->whole = false;
		w->to->why = pool_printf(w->by->pool,
		    _("it tells of %lld aids and gave %lu: what it lacks is "
		      "not withdrawn"),
		    w->count, w->records);
	}
	return !w->by->again && w->feed->digest != NULL &&
		strcmp(hex, w->feed->digest) == 0
	    ? WALK_SAME
	    : WALK_GOT;
}

enum feed_walk_end
feed_walk(const struct feed_walker *by, const struct feed_settings *feed,
    struct feed_walk *to)
{
	struct walk w = { .by = by, .feed = feed, .to = to, .count = -1 };
	enum feed_walk_end end;

	*to = (struct feed_walk){ .whole = true };
	w.end_ms = clock_ms() + feed_settings_number(feed, FEED_MINUTES) * 60e3;
	w.paths = pool_take(by->pool, (MAX_PAGES + 1) * sizeof(*w.paths));
	digest_begin(&w.digest);
	if (feed_settings_is_path(feed))
		return end_walk(&w, walk_files(&w));
	if (!fetch_folder_open(&to->folder))
		return fail(&w, say_error(errno));
	w.fetch = fetch_open(&(const struct fetch_how){ .agent = by->agent,
	    .proxy = by->proxy,
	    .private_allowed = feed_settings_number(feed, FEED_PRIVATE) != 0 });
	if (w.fetch == NULL)
		return fail(&w, log_last());
	w.asked = intern_new();
	w.headers = feed_key_headers(by->pool, w.fetch, feed, &to->why);
	end = to->why == NULL ? walk_web(&w) : WALK_FAILED;
	say_progress_end();
	intern_free(w.asked);
	fetch_close(w.fetch);
	return end_walk(&w, end);
}

void
feed_walk_close(struct feed_walk *to)
{
	fetch_folder_close(&to->folder);
}
