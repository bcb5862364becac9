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

static const char *const frame_parts[3] = { "assets", "brand", "footer" };

struct site {
	const struct conf *conf;
	char *css, *js, *display, *icon, *regular, *bold;
	char *block;         /* the brand, a line each */
	struct buf frame[3]; /* by frame_parts */
	struct buf dated;    /* the foot of pages of data */
	long long changed;   /* that it says */
	unsigned long long fingerprint;
};

/* A manifest line "css-state /static/guichet-0123abcd.css". */
static void
site_take_line(struct site *s, const char *line)
{
	char key[32], path[200], want[48];
	const struct {
		const char *name;
		char **to;
	} kinds[] = {
		{ "css", &s->css },
		{ "js", &s->js },
		{ "display", &s->display },
		{ "icon", &s->icon },
		{ "font-regular", &s->regular },
		{ "font-bold", &s->bold },
	};

	if (sscanf(line, "%31s %199s", key, path) != 2)
		return;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		snprintf(want, sizeof(want), "%s-%s", kinds[i].name,
		    s->conf->theme);
		if (strcmp(key, want) == 0 || strcmp(key, kinds[i].name) == 0) {
			free(*kinds[i].to);
			*kinds[i].to = strdup(path);
		}
	}
}

/* Any setting may be on some page, and so may anything that the build
 * changed. */
static void
fingerprint(struct site *s)
{
	const char *const facts[] = { build_id, s->css, s->js, s->display,
		s->icon, s->regular, s->bold };

	s->fingerprint = conf_fingerprint(s->conf);
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		s->fingerprint = str_hash(str_hash(s->fingerprint, facts[i]),
		    "\n");
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

	if (!site_take_manifest(s, path))
		log_msg("site: cannot open \"%s\": %s", path, strerror(errno));
	snprintf(own, sizeof(own), "%s-%s", path, s->conf->theme);
	site_take_manifest(s, own);
	if (s->css == NULL)
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
	free(s->css);
	free(s->js);
	free(s->display);
	free(s->icon);
	free(s->regular);
	free(s->bold);
	free(s->block);
	for (size_t i = 0; i < 3; i++)
		buf_free(&s->frame[i]);
	buf_free(&s->dated);
	free(s);
}

/* An empty setting is an absent fact. */
static void
site_put_fact(xmlNodePtr n, const char *name, const char *value)
{
	xml_set(n, name, value != NULL && *value != '\0' ? value : NULL);
}

void
site_append(const struct site *s, xmlNodePtr page)
{
	const struct conf *c = s->conf;
	xmlNodePtr n = xml_add(page, "site");

	site_put_fact(n, "name", c->site_name);
	site_put_fact(n, "theme", c->theme);
	site_put_fact(n, "base", c->base_url);
	site_put_fact(n, "block", s->block);
	site_put_fact(n, "accessibility", c->accessibility);
	site_put_fact(n, "operator", c->operator_name);
	site_put_fact(n, "contact", c->contact);
}

static void
append_assets(const struct site *s, xmlNodePtr page)
{
	xmlNodePtr n = xml_add(page, "assets");

	site_put_fact(n, "display", s->display);
	site_put_fact(n, "css", s->css);
	site_put_fact(n, "js", s->js);
	site_put_fact(n, "icon", s->icon);
	site_put_fact(n, "font-regular", s->regular);
	site_put_fact(n, "font-bold", s->bold);
}

/* One part, by its sheet. */
static enum rc
render_part(const struct xsl *xsl, const char *part, xmlDocPtr doc,
    struct buf *out)
{
	char name[32];
	const struct xsl_sheet *sheet;
	const char *media;

	snprintf(name, sizeof(name), "frame-%s", part);
	buf_reset(out);
	if ((sheet = xsl_find(xsl, name, NULL)) != NULL)
		return xsl_apply(sheet, doc, out, &media);
	log_msg("site: there is no \"%s.xsl\"", name);
	return RC_FAIL;
}

enum rc
site_render_frame(struct site *s, const struct xsl *xsl)
{
	struct pool *pool = pool_new();
	xmlDocPtr doc = xml_page(pool, "frame");
	enum rc rc = RC_OK;

	site_append(s, xmlDocGetRootElement(doc));
	append_assets(s, xmlDocGetRootElement(doc));
	for (size_t i = 0; rc == RC_OK && i < 3; i++)
		rc = render_part(xsl, frame_parts[i], doc, &s->frame[i]);
	pool_free(pool);
	return rc;
}

void
site_render_date(struct site *s, const struct xsl *xsl, long long changed)
{
	struct pool *pool;
	xmlDocPtr doc;
	char at[20];
	struct tm tm;

	if (changed == s->changed)
		return;
	s->changed = changed;
	pool = pool_new();
	doc = xml_page(pool, "frame");
	site_append(s, xmlDocGetRootElement(doc));
	localtime_r(&(time_t){ (time_t)changed }, &tm);
	strftime(at, sizeof(at), "%Y-%m-%dT%H:%M", &tm);
	xml_set(xml_add(xmlDocGetRootElement(doc), "data"), "at", at);
	if (changed == 0 || render_part(xsl, "footer", doc, &s->dated) != RC_OK)
		buf_reset(&s->dated);
	pool_free(pool);
}

void
site_append_frame(const struct site *s, xmlNodePtr page, bool dated)
{
	xmlNodePtr frame = xml_add(page, "frame");

	for (size_t i = 0; i < 3; i++) {
		const struct buf *b = &s->frame[i];

		if (i == 2 && dated && s->dated.len > 0)
			b = &s->dated;
		xml_raw_own(xml_add(frame, frame_parts[i]), b->data, b->len);
	}
}

void
site_append_operator(const struct conf *c, xmlNodePtr page)
{
	xmlNodePtr n = xml_add(page, "operator");

	site_put_fact(n, "name", c->operator_name);
	site_put_fact(n, "address", c->operator_address);
	site_put_fact(n, "publication-director", c->publication_director);
	site_put_fact(n, "host", c->host_name);
	site_put_fact(n, "host-address", c->host_address);
	site_put_fact(n, "contact", c->contact);
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
