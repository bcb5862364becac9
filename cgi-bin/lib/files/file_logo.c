/*
 * file_logo.c - the picture of a file.
 *
 * A file is refused by its size before it is read: what is named by mistake may
 * be anything.
 */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nettle/base64.h>

#include "base/buf.h"
#include "base/say.h"
#include "files/file_beside.h"
#include "files/file_logo.h"
#include "files/picture.h"

/* Tells a fault of the picture. */
static void
logo_fault(struct file_faults *f, const xmlNode *n, const char *why)
{
	file_fault(f, file_place(n), "logo", "%s", why);
}

/* Its size is looked at first: what is named by mistake may be anything. */
static bool
logo_of_file(struct file_faults *f, struct pool *pool, const xmlNode *n,
    struct buf *bytes)
{
	const char *path, *why;
	int fd = file_beside(f, pool, n, &path);
	struct stat st;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && st.st_size > PICTURE_BYTES) {
		logo_fault(f, n, gettext(picture_words(PICTURE_LARGE)));
		close(fd);
		return false;
	}
	if ((why = buf_put_fd_under(bytes, fd, PICTURE_BYTES)) != NULL)
		file_fault(f, file_place(n), "logo",
		    _("cannot read \"%s\": %s"), path, gettext(why));
	return why == NULL;
}

/* Blanks and ends of line are passed over. */
static bool
logo_of_text(struct file_faults *f, struct pool *pool, const xmlNode *n,
    const char *text, struct buf *bytes)
{
	struct base64_decode_ctx ctx;
	size_t size = BASE64_DECODE_LENGTH(strlen(text));
	uint8_t *to = pool_room(pool, size + 1);

	base64_decode_init(&ctx);
	if (base64_decode_update(&ctx, &size, to, strlen(text), text) != 1 ||
	    base64_decode_final(&ctx) != 1) {
		logo_fault(f, n,
		    _("what it holds is no base64: give the name of a file by "
		      "the attribute \"file\" instead"));
		return false;
	}
	buf_put(bytes, (const char *)to, size);
	return true;
}

static void
logo_take(struct file_faults *f, struct pool *pool, const xmlNode *n,
    const struct buf *bytes, struct file_record *r)
{
	struct buf kept = { 0 }, removed = { 0 };
	enum picture_fault fault = picture_read(bytes->data, bytes->len,
	    &r->logo_type, &kept, &removed);

	if (fault != PICTURE_GOOD)
		logo_fault(f, n, gettext(picture_words(fault)));
	else if (removed.len > 0)
		file_note(f, file_place(n), "logo",
		    _("taken out of the drawing, for it is not allowed there: "
		      "%s"),
		    removed.data);
	r->logo_n = kept.len;
	r->logo = kept.len > 0 ? pool_strndup(pool, kept.data, kept.len) : NULL;
	buf_free(&kept);
	buf_free(&removed);
}

/* An attribute, in the pool; NULL without it. */
static const char *
logo_attribute(struct pool *pool, const xmlNode *n, const char *name)
{
	xmlChar *got = xmlGetNoNsProp(n, (const xmlChar *)name);
	const char *s = got != NULL ? pool_strdup(pool, (const char *)got)
				    : NULL;

	xmlFree(got);
	return s;
}

void
file_logo_read(struct file_faults *f, struct pool *pool, xmlNodePtr n,
    bool labelled, struct file_record *r)
{
	bool beside = file_is_beside(n);
	xmlChar *got = xmlNodeGetContent(n);
	const char *text = got != NULL ? pool_strdup(pool, (char *)got) : "";
	bool held = text[strspn(text, " \t\r\n")] != '\0', read;
	struct buf bytes = { 0 };

	xmlFree(got);
	r->logo_href = logo_attribute(pool, n, "href");
	if (!labelled)
		logo_fault(f, n,
		    _("its attribute \"label\" is missing: it says in words "
		      "what the picture shows, to who does not see it"));
	buf_puts(&bytes, "");
	if (held == beside) {
		logo_fault(f, n,
		    held ? _("a picture is in a file or in the element, not in "
			     "both")
			 : _("the picture is missing: name its file by the "
			     "attribute \"file\""));
		read = false;
	} else {
		read = held ? logo_of_text(f, pool, n, text, &bytes)
			    : logo_of_file(f, pool, n, &bytes);
	}
	if (read)
		logo_take(f, pool, n, &bytes, r);
	buf_free(&bytes);
}
