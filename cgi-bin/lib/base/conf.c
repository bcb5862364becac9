/* conf.c - the settings. */

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/log.h"
#include "base/say.h"
#include "base/str.h"

#ifndef PREFIX
#define PREFIX "/usr"
#endif

static const struct conf_key {
	const char *name, *def;
	size_t at;
	const char *allowed; /* values by "|", NUMBER or ADDRESS; NULL: any */
} keys[] = {
#define NUMBER N_("a number over 0")
#define PROXY N_("empty, or http:// and a host, without a trailing slash")
#define ADDRESS N_("http:// or https:// and a host, without a trailing slash")
#define SITE N_("http:// or https:// and a host of its own, without a path")
#define HOST N_("a host name, or addresses as 10.1.2.%")
/* The three mentions that the law has (decree 2019-768, article 5). */
#define CONFORMITY "non conforme|partiellement conforme|totalement conforme"
#define KEY(field, def, allowed) \
	{ \
#field, def, offsetof(struct conf, field), allowed \
	}
	KEY(share_dir, PREFIX "/share/guichet", NULL),
	KEY(static_manifest, PREFIX "/share/guichet/manifest", NULL),
	KEY(database_options, "/etc/guichet/database.cnf", NULL),
	KEY(account_host, "localhost", HOST),
	KEY(notice, "/run/guichet/notice", NULL),
	KEY(tables_dir, "/var/lib/guichet/tables", NULL),
	KEY(exports_dir, "/var/lib/guichet/exports", NULL),
	KEY(cache_dir, "/var/cache/guichet", NULL),
	KEY(count_log, "/var/log/guichet/count.log", NULL),
	KEY(max_requests, "50000", NUMBER),
	KEY(ds_url, "https://demarche.numerique.gouv.fr", ADDRESS),
	KEY(https_proxy, "", PROXY),
	KEY(ds_key_file, "", NULL),
	KEY(draft_retention, "365", NUMBER),
	KEY(links_private, "no", "yes|no"),
	KEY(base_url, "http://localhost:8080", SITE),
	KEY(other_hosts, "", NULL),
	KEY(theme, "neutral", "state|neutral"),
	KEY(stats, "private", "public|private"),
	KEY(site_name, "Guichet des aides", NULL),
	KEY(brand, "", NULL),
	KEY(accessibility, "non conforme", CONFORMITY),
	KEY(accessibility_date, "", NULL),
	KEY(accessibility_results, "", NULL),
	KEY(operator_name, "", NULL),
	KEY(operator_address, "", NULL),
	KEY(publication_director, "", NULL),
	KEY(host_name, "", NULL),
	KEY(host_address, "", NULL),
	KEY(contact, "", NULL),
	KEY(dpo, "", NULL),
	KEY(log_retention, "", NULL),
#undef KEY
};

enum { NKEYS = sizeof(keys) / sizeof(keys[0]) };

static char **
field(struct conf *c, const struct conf_key *k)
{
	return (char **)(void *)((char *)c + k->at);
}

static void
set(char **to, const char *value)
{
	free(*to);
	if ((*to = strdup(value)) == NULL)
		log_die("conf: out of memory");
}

static int
conf_is_listed(const char *list, const char *value)
{
	size_t n = strlen(value);

	if (strchr(value, '|') != NULL)
		return 0;
	for (const char *p = list; p != NULL && n > 0;
	     p = strchr(p, '|') != NULL ? strchr(p, '|') + 1 : NULL)
		if (strncmp(p, value, n) == 0 && (p[n] == '|' || p[n] == '\0'))
			return 1;
	return 0;
}

/* Paths are put behind it as they are: with a slash of its own, "//aides/". */
static int
conf_is_address(const char *value)
{
	size_t scheme = strncmp(value, "http://", 7) == 0 ? 7
	    : strncmp(value, "https://", 8) == 0          ? 8
							  : 0;

	return scheme > 0 && strcspn(value + scheme, "/?#") > 0 &&
	    value[strcspn(value, " \t?#")] == '\0' &&
	    value[strlen(value) - 1] != '/';
}

/* Guichet takes every path of its host: nginx-host.conf. */
static int
conf_is_site(const char *value)
{
	return conf_is_address(value) &&
	    strchr(strstr(value, "://") + 3, '/') == NULL;
}

static int
conf_is_number(const char *value)
{
	return strspn(value, "0123456789") == strlen(value) &&
	    strlen(value) < 10 && strtoul(value, NULL, 10) > 0;
}

/* It is written into statements, between quotes. */
static int
conf_is_host(const char *value)
{
	static const char in[] = "abcdefghijklmnopqrstuvwxyz0123456789.-_:%/";

	return *value != '\0' && strspn(value, in) == strlen(value);
}

static enum rc
set_checked(struct conf *c, const struct conf_key *k, const char *value,
    const char *path, int n)
{
	const char *allowed = k->allowed != NULL ? k->allowed : "";
	int list = strchr(allowed, '|') != NULL;

	if ((list && !conf_is_listed(allowed, value)) ||
	    (strcmp(allowed, NUMBER) == 0 && !conf_is_number(value)) ||
	    (strcmp(allowed, PROXY) == 0 && *value != '\0' &&
		!conf_is_address(value)) ||
	    (strcmp(allowed, SITE) == 0 && !conf_is_site(value)) ||
	    (strcmp(allowed, HOST) == 0 && !conf_is_host(value)) ||
	    (strcmp(allowed, ADDRESS) == 0 && !conf_is_address(value))) {
		log_msg(list ? _("\"%s\" line %d: \"%s\" must be one of: %s")
			     : _("\"%s\" line %d: \"%s\" must be %s"),
		    path, n, k->name, list ? allowed : gettext(allowed));
		return RC_FAIL;
	}
	set(field(c, k), value);
	return RC_OK;
}

static char *
conf_trim(char *s)
{
	char *end;

	s += strspn(s, " \t");
	end = s + strlen(s);
	while (end > s && strchr(" \t\r\n", end[-1]) != NULL)
		*--end = '\0';
	return s;
}

static enum rc
conf_take_line(struct conf *c, char *line, const char *path, int n)
{
	char *name = conf_trim(line), *value = strchr(name, '=');

	if (*name == '\0' || *name == '#')
		return RC_OK;
	if (value == NULL || !str_is_xml(line, strlen(line))) {
		log_msg(_("\"%s\" line %d is not \"key = value\""), path, n);
		return RC_FAIL;
	}
	*value++ = '\0';
	name = conf_trim(name);
	value = conf_trim(value);
	for (int i = 0; i < NKEYS; i++)
		if (strcmp(keys[i].name, name) == 0)
			return set_checked(c, &keys[i], value, path, n);
	log_msg(_("\"%s\" line %d: unknown key \"%s\""), path, n, name);
	return RC_FAIL;
}

enum rc
conf_load(struct conf *c, const char *path)
{
	char line[4096];
	enum rc rc = RC_OK;
	FILE *f;

	*c = (struct conf){ 0 };
	for (int i = 0; i < NKEYS; i++)
		set(field(c, &keys[i]), keys[i].def);
	if ((f = fopen(path, "re")) == NULL) {
		log_msg(_("cannot open \"%s\": %s: make it from "
			  "guichet.conf.example, or name another file in "
			  "GUICHET_CONF"),
		    path, say_error(errno));
		return RC_FAIL;
	}
	for (int n = 1; rc == RC_OK && fgets(line, sizeof(line), f); n++) {
		if (strchr(line, '\n') != NULL || feof(f)) {
			rc = conf_take_line(c, line, path, n);
			continue;
		}
		log_msg(_("\"%s\" line %d is too long"), path, n);
		rc = RC_FAIL;
	}
	if (rc == RC_OK && ferror(f)) {
		log_msg(_("cannot read \"%s\": %s"), path, say_error(errno));
		rc = RC_FAIL;
	}
	fclose(f);
	return rc;
}

/* The number of the key that a line sets; -1 when it sets none. */
static int
conf_key(char *line)
{
	char *name = conf_trim(line), *value = strchr(name, '=');

	if (*name == '#' || value == NULL)
		return -1;
	*value = '\0';
	name = conf_trim(name);
	for (int i = 0; i < NKEYS; i++)
		if (strcmp(keys[i].name, name) == 0)
			return i;
	return -1;
}

void
conf_review(const char *path, void (*fn)(void *arg, const char *what),
    void *arg)
{
	char line[4096], what[4300];
	int at[NKEYS] = { 0 }, windows = 0, key;
	FILE *f = fopen(path, "re");

	for (int n = 1; f != NULL && fgets(line, sizeof(line), f); n++) {
		if (windows == 0 && strstr(line, "\r\n") != NULL) {
			windows = n;
			snprintf(what, sizeof(what),
			    _("\"%s\" line %d ends as a file of Windows"), path,
			    n);
			fn(arg, what);
		}
		if ((key = conf_key(line)) < 0)
			continue;
		if (at[key] != 0) {
			snprintf(what, sizeof(what),
			    _("\"%s\" line %d: \"%s\" was on line %d too, and "
			      "this one holds"),
			    path, n, keys[key].name, at[key]);
			fn(arg, what);
		}
		at[key] = n;
	}
	if (f != NULL)
		fclose(f);
}

void
conf_free(struct conf *c)
{
	for (int i = 0; i < NKEYS; i++)
		free(*field(c, &keys[i]));
	*c = (struct conf){ 0 };
}

uint64_t
conf_fingerprint(const struct conf *c)
{
	uint64_t hash = STR_HASH;

	/* str_hash takes no NUL in: "=" and a line end part the values. */
	for (int i = 0; i < NKEYS; i++) {
		hash = str_hash(str_hash(hash, keys[i].name), "=");
		hash = str_hash(hash,
		    *field((struct conf *)(uintptr_t)c, &keys[i]));
		hash = str_hash(hash, "\n");
	}
	return hash;
}

void
conf_run_folder(const struct conf *c, const char *program, char path[4096])
{
	const char *slash = strrchr(c->notice, '/');

	snprintf(path, 4096, "%.*s%s",
	    slash != NULL ? (int)(slash + 1 - c->notice) : 0, c->notice,
	    program);
}

const char *
conf_path(void)
{
	const char *path = getenv("GUICHET_CONF");

	return path != NULL ? path : "/etc/guichet/guichet.conf";
}
