/*
 * portal_check.c - what the texts of a portal say.
 *
 * Names and sentences are any: pages escape them.  What is here becomes
 * something else than text: a style, an address, a header, a host name.
 */

#include <ctype.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "portals/colour.h"
#include "portals/portal_check.h"
#include "portals/portal_read.h"
#include "question/question_read.h"

enum { MAX_HIGHLIGHTED = 9, MAX_HOST = 253, MAX_LABEL = 63 };

/* What the form of the search has, as question_params names it. */
static const char filters[] =
    "keyword perimeter_q organization_type_slugs aid_type_slugs "
    "category_slugs programs aid_step_slugs aid_destination_slugs "
    "aid_recurrence_slug call_for_projects_only is_charged european_aid_slug "
    "apply_before";

struct portal_checking {
	struct file_faults *faults;
	struct pool *pool;
	const struct conf *conf;
	struct portal_record *r;
};

static const char *
in_lower_case(struct pool *pool, const char *s)
{
	char *lower = pool_strdup(pool, s);

	for (char *c = lower; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	return lower;
}

/* ---- looks ---- */

static bool
is_state(const struct portal_record *r)
{
	const char *theme = r->f.field[PORTAL_THEME].s;

	return theme != NULL && strcmp(theme, "state") == 0;
}

static void
check_colour(struct portal_checking *x, enum portal_field field,
    enum colour_look look)
{
	struct file_value *v = &x->r->f.field[field];
	const char *name = portal_element(field), *with;
	struct colour c, near;
	double worst;
	char to[8];

	if (v->s == NULL)
		return;
	if (!colour_read(&c, v->s)) {
		file_fault(x->faults, v->at, name,
		    _("\"%.60s\" is no colour: write # and six digits, such as "
		      "#1f5f74"),
		    v->s);
		return;
	}
	v->s = in_lower_case(x->pool, v->s);
	if (is_state(x->r)) {
		file_fault(x->faults, v->at, name,
		    _("the theme of the State has its own colours: take this "
		      "one out, or write \"neutral\" in \"theme\""));
	} else if (!colour_fits(c, look, &worst, &with, &near)) {
		colour_put(to, near);
		file_fault(x->faults, v->at, name,
		    _("%s cannot be read: its contrast with %s is %d.%02d to "
		      "1, and 4.50 is the least; %s is near it and can be "
		      "read"),
		    v->s, with, (int)worst, (int)(100 * worst) % 100, to);
	}
}

/* A word of two; NULL is the second. */
static void
check_word(struct portal_checking *x, enum portal_field field, const char *one,
    const char *other)
{
	const struct file_value *v = &x->r->f.field[field];

	if (v->s != NULL && strcmp(v->s, one) != 0 && strcmp(v->s, other) != 0)
		file_fault(x->faults, v->at, portal_element(field),
		    _("\"%s\" must be \"%s\" or \"%s\""), v->s, one, other);
}

/* The brand is the State's mark, which others may not bear. */
static void
check_looks(struct portal_checking *x)
{
	const struct file_value *brand = &x->r->f.field[PORTAL_BRAND];
	struct file_value *font = &x->r->f.field[PORTAL_FONT];

	check_word(x, PORTAL_THEME, "state", "neutral");
	check_word(x, PORTAL_FONT, "serif", "system");
	if (font->s != NULL && strcmp(font->s, "system") == 0)
		font->s = NULL;
	check_colour(x, PORTAL_ACCENT, COLOUR_LIGHT);
	check_colour(x, PORTAL_ACCENT_DARK, COLOUR_DARK);
	if (brand->s != NULL && !is_state(x->r))
		file_fault(x->faults, brand->at, "brand",
		    _("the brand of the State goes with its theme alone: take "
		      "it out, or write \"state\" in \"theme\""));
}

/* ---- addresses ---- */

/* "name@host.fr", nothing after it: no order to a mail program. */
static bool
is_mail(const char *s)
{
	const char *at = strchr(s, '@');

	return at != NULL && at > s && strpbrk(s, " \t<>\"'?&,;:/\\") == NULL &&
	    strchr(at + 1, '@') == NULL && portal_is_host(at + 1);
}

/* https, to a host, without what ends an attribute or names a user. */
static bool
is_page(const char *s)
{
	static const char scheme[] = "https://";
	size_t n;

	if (strncmp(s, scheme, sizeof(scheme) - 1) != 0 ||
	    strpbrk(s, " \t<>\"'\\`{}|^") != NULL)
		return false;
	s += sizeof(scheme) - 1;
	n = strcspn(s, "/?#");
	return n > 0 && memchr(s, '@', n) == NULL;
}

/* A link: a page, a page of the portal, or who to write to. */
static void
check_link(struct portal_checking *x, struct file_place at, const char *what,
    const char *href)
{
	if (href == NULL || is_page(href) ||
	    (href[0] == '/' && href[1] != '/' &&
		strpbrk(href, " <>\"'\\") == NULL) ||
	    (strncmp(href, "mailto:", 7) == 0 && is_mail(href + 7)))
		return;
	file_fault(x->faults, at, what,
	    _("\"%.100s\" is no address: write https://, mailto:, or / for a "
	      "page of the portal"),
	    href);
}

/* Stored as the settings have the site's: an address of mail, or a page. */
static void
check_contact(struct portal_checking *x)
{
	struct file_value *v = &x->r->f.field[PORTAL_CONTACT];

	if (v->s == NULL)
		return;
	if (strncmp(v->s, "mailto:", 7) == 0)
		v->s += 7;
	if (!is_mail(v->s) && !is_page(v->s))
		file_fault(x->faults, v->at, "contact",
		    _("\"%.100s\" is neither mailto: and an address of mail, "
		      "nor a page in https://"),
		    v->s);
}

/* ---- hosts ---- */

bool
portal_is_host(const char *s)
{
	size_t n = strlen(s), label = 0, dots = 0;

	if (n == 0 || n > MAX_HOST || strspn(s, "0123456789.") == n)
		return false;
	for (size_t i = 0; i <= n; i++) {
		if (s[i] == '.' || s[i] == '\0') {
			if (label == 0 || label > MAX_LABEL || s[i - 1] == '-')
				return false;
			dots += s[i] == '.';
			label = 0;
		} else if (!str_is_plain(s[i]) && (s[i] != '-' || label == 0)) {
			return false;
		} else {
			label++;
		}
	}
	return dots > 0;
}

/* Whether the host, of n bytes, is this machine's own. */
static bool
is_of_machine(const char *s, size_t n)
{
	static const char own[] = "localhost";
	size_t k = sizeof(own) - 1;

	return (n == 9 && memcmp(s, "127.0.0.1", 9) == 0) ||
	    (n >= k && memcmp(s + n - k, own, k) == 0 &&
		(n == k || s[n - k - 1] == '.'));
}

bool
portal_is_origin(const char *s)
{
	bool plain = strncmp(s, "http://", 7) == 0;
	const char *host = plain ? s + 7 : s + 8;
	char name[MAX_HOST + 1];
	size_t n, digits;

	if (!plain && strncmp(s, "https://", 8) != 0)
		return false;
	n = strcspn(host, ":");
	digits = host[n] == ':' ? strspn(host + n + 1, "0123456789") : 0;
	if (n > MAX_HOST || (host[n] == ':' && (digits < 1 || digits > 5)) ||
	    host[n + (host[n] == ':') + digits] != '\0')
		return false;
	memcpy(name, host, n);
	name[n] = '\0';
	return is_of_machine(host, n) || (!plain && portal_is_host(name));
}

bool
portal_is_host_of(const struct conf *c, const char *host)
{
	const char *name = strstr(c->base_url, "://");
	size_t n = strlen(host);

	return str_has_word(c->other_hosts, host) ||
	    (name != NULL && strncasecmp(name + 3, host, n) == 0 &&
		strchr(":/", name[3 + n]) != NULL);
}

static void
check_host(struct portal_checking *x)
{
	struct file_value *v = &x->r->f.field[PORTAL_HOST];

	if (v->s == NULL)
		return;
	v->s = in_lower_case(x->pool, v->s);
	if (!portal_is_host(v->s))
		file_fault(x->faults, v->at, "host",
		    _("\"%.100s\" is no name of a host: write it alone, such "
		      "as aides.example.fr, without https:// nor path"),
		    v->s);
	else if (portal_is_host_of(x->conf, v->s))
		file_fault(x->faults, v->at, "host",
		    _("\"%s\" is the site's own name (base_url, other_hosts): "
		      "give the portal another, or take it out"),
		    v->s);
}

/* They go to the header that lets them frame the portal, as browsers compare
 * them: in lower case, and without a slash. */
static void
check_sites(struct portal_checking *x)
{
	struct file_items *of = &x->r->f.part[PORTAL_SITES];

	for (size_t i = 0; i < of->n; i++) {
		struct file_item *s = &of->item[i];
		size_t n;
		char *origin;

		if (s->text == NULL)
			continue;
		origin = pool_strdup(x->pool, in_lower_case(x->pool, s->text));
		n = strlen(origin);
		if (origin[n - 1] == '/')
			origin[n - 1] = '\0';
		s->text = origin;
		if (!portal_is_origin(origin))
			file_fault(x->faults, s->at, "site",
			    _("\"%.100s\" is no site: write https:// and its "
			      "name, without a path; http:// is for localhost "
			      "alone"),
			    origin);
		for (size_t k = 0; k < i; k++)
			if (of->item[k].text != NULL &&
			    strcmp(of->item[k].text, origin) == 0)
				file_fault(x->faults, s->at, "site",
				    _("\"%s\" is on line %ld already"), origin,
				    of->item[k].at.line);
	}
}

/* ---- filters ---- */

/* An alias is stored as the name that the form knows it by, and told as it was
 * written. */
static void
check_filters(struct portal_checking *x)
{
	struct file_items *of = &x->r->f.part[PORTAL_FILTERS];

	for (size_t i = 0; i < of->n; i++) {
		struct file_item *f = &of->item[i];
		const char *said = f->key, *name;

		if (said == NULL)
			continue;
		if ((name = param_name(question_params, said)) != NULL)
			f->key = name;
		if (!str_has_word(filters, f->key))
			file_fault(x->faults, f->at, "filter",
			    _("the search has no filter \"%s\"; it has: %s"),
			    said, filters);
		for (size_t k = 0; k < i; k++)
			if (of->item[k].key != NULL &&
			    strcmp(of->item[k].key, f->key) == 0)
				file_fault(x->faults, f->at, "filter",
				    _("\"%s\" is on line %ld already"), said,
				    of->item[k].at.line);
	}
}

void
portal_check(struct file_faults *faults, struct pool *pool,
    const struct conf *conf, struct portal_record *r)
{
	struct portal_checking x = { faults, pool, conf, r };

	check_looks(&x);
	check_contact(&x);
	check_host(&x);
	check_sites(&x);
	check_filters(&x);
	check_link(&x, r->f.field[PORTAL_LOGO].at, "logo", r->f.logo_href);
	for (size_t i = 0; i < r->f.part[PORTAL_LINKS].n; i++)
		check_link(&x, r->f.part[PORTAL_LINKS].item[i].at, "link",
		    r->f.part[PORTAL_LINKS].item[i].key);
	if (r->f.part[PORTAL_HIGHLIGHTED].n > MAX_HIGHLIGHTED)
		file_fault(faults,
		    r->f.part[PORTAL_HIGHLIGHTED].item[MAX_HIGHLIGHTED].at,
		    "highlighted",
		    _("%zu aids are highlighted, and %d are allowed: take some "
		      "out"),
		    r->f.part[PORTAL_HIGHLIGHTED].n, MAX_HIGHLIGHTED);
}
