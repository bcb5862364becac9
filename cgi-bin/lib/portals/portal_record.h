#ifndef PORTAL_RECORD_H
#define PORTAL_RECORD_H

#include <stdbool.h>

#include "files/file_record.h"

/* A portal as its file says it. */

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
	PORTAL_PAGES,       /* key: slug; title; text: reduced */
	PORTAL_LINKS,       /* key: address; text: label */
	PORTAL_SITES,       /* text: origin */
	PORTAL_HIGHLIGHTED, /* text: slug of an aid */
	PORTAL_EXCLUDED,    /* likewise */
	PORTAL_FILTERS,     /* key: name; text: label, or NULL */
	PORTAL__PARTS
};

struct portal_record {
	struct file_record f;
	int is_public; /* -1: as it is; a new one is hidden */
	bool own_canonical, stats_public;
};

#endif
