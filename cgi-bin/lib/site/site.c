/* site.c - what every page says of the site. */

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/build.h"
#include "base/log.h"
#include "base/str.h"
#include "site/site.h"
#include "xml/xml.h"

/* The files of pages, as the manifest and the sheets call them.  Those of a
 * theme are "css-state"; the others serve all themes. */
static const char *const asset_names[] = { "display", "css", "js", "icon",
	"font-regular", "font-bold" };
static const char *const theme_names[] = { "state", "neutral" };
enum { ASSETS = sizeof(asset_names) / sizeof(asset_names[0]), CSS = 1 };
enum { THEMES = sizeof(theme_names) / sizeof(theme_names[0]) };

struct site {
	const struct conf *conf;
	char *asset[THEMES][ASSETS]; /* addresses; NULL: there is none */
	char *block;                 /* the brand, a line each */
	struct buf frame[3];         /* by frame_parts */
	struct buf dated;            /* the foot of pages of data */
	long long changed;           /* that it says */
	unsigned long long fingerprint;
};

static void
site_take_asset(struct site *s, size_t theme, size_t i, const char *path)
{
	free(s->asset[theme][i]);
	s->asset[theme][i] = strdup(path);
}

/* A manifest line "css-state /static/guichet-0123abcd.css". */
static void
site_take_line(struct site *s, const char *line)
{
	char key[32], path[200], of_theme[48];

	if (sscanf(line, "%31s %199s", key, path) != 2)
		return;
	for (size_t t = 0; t < THEMES; t++)
		for (size_t i = 0; i < ASSETS; i++) {
			snprintf(of_theme, sizeof(of_theme), "%s-%s",
			    asset_names[i], theme_names[t]);
			if (strcmp(key, of_theme) == 0 ||
			    strcmp(key, asset_names[i]) == 0)
				site_take_asset(s, t, i, path);
		}
}

/* The number of a theme whose styles are installed; else of the one that is. */
static size_t
site_theme(const struct site *s, const char *name)
{
	size_t t = strcmp(name, theme_names[0]) == 0 ? 0 : 1;

	return s->asset[t][CSS] != NULL || s->asset[1 - t][CSS] == NULL ? t
									: 1 - t;
}

/* Any setting may be on some page, and so may anything that the build
 * changed. */
static void
fingerprint(struct site *s)
{
	uint64_t sum = str_hash(conf_fingerprint(s->conf), build_id);

	for (size_t t = 0; t < THEMES; t++)
		for (size_t i = 0; i < ASSETS; i++)
			sum = str_hash(str_hash(sum, s->asset[t][i]), "\n");
	s->fingerprint = sum;
}

/* The lines of a manifest; false when it cannot be opened. */
static bool
site_take_manifest(struct site *s, const char *path)
{
	char line[300];
	FILE *f = fopen(path, "re");

	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		site_take_line(s, line);
	if (f != NULL)
		fclose(f);
	return f != NULL;
}

/* A theme that is installed apart has a manifest of its own beside the other,
 * "manifest-state". */
static void
site_take_manifests(struct site *s)
{
	const char *path = s->conf->static_manifest;
	char own[4096];
	size_t t;

	if (!site_take_manifest(s, path))
		log_msg("site: cannot open \"%s\": %s", path, strerror(errno));
	for (t = 0; t < THEMES; t++) {
		snprintf(own, sizeof(own), "%s-%s", path, theme_names[t]);
		site_take_manifest(s, own);
	}
	t = strcmp(s->conf->theme, theme_names[0]) == 0 ? 0 : 1;
	if (s->asset[t][CSS] == NULL)
		log_msg("site: no styles of the theme \"%s\" in \"%s\"",
		    s->conf->theme, path);
}

struct site *
site_open(const struct conf *c)
{
	struct site *s = calloc(1, sizeof(*s));

	if (s == NULL)
		log_die("site: out of memory");
	s->conf = c;
	if ((s->block = strdup(c->brand)) == NULL)
		log_die("site: out of memory");
	for (char *p = s->block; *p != '\0'; p++)
		if (*p == '|')
			*p = '\n';
	site_take_manifests(s);
	fingerprint(s);
	return s;
}

void
site_close(struct site *s)
{
	if (s == NULL)
		return;
	for (size_t t = 0; t < THEMES; t++)
		for (size_t i = 0; i < ASSETS; i++)
			free(s->asset[t][i]);
	free(s->block);
	free(s);
}

const struct conf *
site_conf(const struct site *s)
{
	return s->conf;
}

/* An empty setting is an absent fact. */
static void
site_put_fact(xmlNodePtr n, const char *name, const char *value)
{
	xml_set(n, name, value != NULL && *value != '\0' ? value : NULL);
}

/* What a portal says itself, or else the site. */
static const char *
said(const char *portal, const char *site)
{
	return portal != NULL ? portal : site;
}

void
site_append(const struct site *s, const struct portal *p, xmlNodePtr page)
{
	static const struct portal none = { 0 };
	const struct portal *of = p != NULL ? p : &none;
	const struct conf *c = s->conf;
	xmlNodePtr n = xml_add(page, "site");

	site_put_fact(n, "name", said(of->name, c->site_name));
	site_put_fact(n, "theme", said(of->theme, c->theme));
	site_put_fact(n, "base", said(of->base, c->base_url));
	site_put_fact(n, "block", p != NULL ? p->brand : s->block);
	site_put_fact(n, "accessibility", c->accessibility);
	site_put_fact(n, "operator", said(of->operator, c->operator_name));
	site_put_fact(n, "contact", said(of->contact, c->contact));
	if (p == NULL)
		return;
	site_put_fact(n, "portal", p->slug);
	site_put_fact(n, "canonical", p->own_canonical ? NULL : c->base_url);
	site_put_fact(n, "frame", p->sites != NULL ? PORTAL_FRAME : NULL);
	site_put_fact(n, "framed", p->is_framed ? "1" : NULL);
	site_put_fact(n, "preview", p->is_public ? NULL : "1");
}

void
site_append_assets(const struct site *s, const char *theme, xmlNodePtr page)
{
	xmlNodePtr n = xml_add(page, "assets");
	size_t t = site_theme(s, theme != NULL ? theme : s->conf->theme);

	for (size_t i = 0; i < ASSETS; i++)
		site_put_fact(n, asset_names[i], s->asset[t][i]);
}

bool
site_stats_are_public(const struct conf *c, const struct portal *p)
{
	return p != NULL ? p->stats_public : strcmp(c->stats, "public") == 0;
}

void
site_append_stats(const struct conf *c, const struct portal *p, xmlNodePtr page)
{
	if (site_stats_are_public(c, p))
		xml_add(page, "stats");
}

void
site_append_operator(const struct conf *c, const struct portal *p,
    xmlNodePtr page)
{
	static const struct portal none = { 0 };
	const struct portal *of = p != NULL ? p : &none;
	xmlNodePtr n = xml_add(page, "operator");

	site_put_fact(n, "name", said(of->operator, c->operator_name));
	site_put_fact(n, "address", said(of->address, c->operator_address));
	site_put_fact(n, "publication-director",
	    said(of->director, c->publication_director));
	site_put_fact(n, "host", c->host_name);
	site_put_fact(n, "host-address", c->host_address);
	site_put_fact(n, "contact", said(of->contact, c->contact));
	site_put_fact(n, "dpo", c->dpo);
	site_put_fact(n, "log-retention", c->log_retention);
	site_put_fact(n, "accessibility-date", c->accessibility_date);
	site_put_fact(n, "accessibility-results", c->accessibility_results);
	site_put_fact(n, "draft-retention", c->draft_retention);
	/* What support asks first, for who cannot ask "guichet --version". */
	site_put_fact(n, "software", build_version);
}

unsigned long long
site_fingerprint(const struct site *s)
{
	return s->fingerprint;
}
