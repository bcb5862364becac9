#ifndef PORTAL_RECORD_H
#define PORTAL_RECORD_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A portal as its file says it: texts that were trimmed, rich texts that were
 * reduced, each with the line of its element.  All of it is in the pool of the
 * import.
 */

/* Elements that a portal has once: portal_read.c has their names. */
enum portal_field {
	PORTAL_NAME,
	PORTAL_TAGLINE,
	PORTAL_TITLE,
	PORTAL_DESCRIPTION,
	PORTAL_SUMMARY,
	PORTAL_MORE,
	PORTAL_THEME,
	PORTAL_BRAND,
	PORTAL_ACCENT,
	PORTAL_ACCENT_DARK,
	PORTAL_FONT,
	PORTAL_FOOTER,
	PORTAL_CONTACT,
	PORTAL_OPERATOR,
	PORTAL_OPERATOR_ADDRESS,
	PORTAL_DIRECTOR,
	PORTAL_HOST,
	PORTAL_QUERY,
	PORTAL_LOGO, /* its label: the rest is below */
	PORTAL__FIELDS
};

/* Those that it may have several times. */
enum portal_part {
	PORTAL_PAGES,   /* key: slug; title; text: reduced */
	PORTAL_LINKS,   /* key: address; text: label */
	PORTAL_SITES,   /* text: origin */
	PORTAL_SHOWN,   /* text: slug of an aid */
	PORTAL_NEVER,   /* likewise */
	PORTAL_FILTERS, /* key: name; text: label, or NULL */
	PORTAL__PARTS
};

struct portal_value {
	const char *s; /* NULL: it is not said */
	long line;
};

struct portal_item {
	const char *key, *title, *text;
	long line;
	long long id; /* of an aid, once it was found */
};

struct portal_items {
	struct portal_item *item;
	size_t n;
};

struct portal_record {
	const char *slug;
	long line;
	int is_public; /* -1: as it is; a new one is hidden */
	bool own_canonical;
	struct portal_value field[PORTAL__FIELDS];
	struct portal_items part[PORTAL__PARTS];
	const char *logo, *logo_type, *logo_href;
	size_t logo_n;
};

#endif
