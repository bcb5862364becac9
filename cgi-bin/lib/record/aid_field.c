/* aid_field.c - texts, numbers, links and flags of an aid of a feed. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "feed/feed_rich.h"
#include "record/aid_field.h"
#include "text/normalize.h"
#include "text/pasted.h"
#include "text/richtext.h"
#include "text/richtext_contact.h"
#include "text/tags.h"

/* Bytes of a rich text: pages, answers of the API and the index bear all of
 * them. */
enum { MAX_DECIMALS = 12, MAX_TOLD = 200, MAX_RICH = 256 << 10 };

enum field_kind {
	FIELD_TEXT, /* at most max characters: what is over is cut, and noted */
	FIELD_RICH, /* HTML; a description may be Markdown or plain */
	FIELD_LINK, /* http or https, or an address without scheme */
	FIELD_RATE, /* 0 to 100, "80", "79,6 %"; kept as a whole number */
	FIELD_EUROS, /* 0 to max, "1 250,50 euros"; likewise */
	FIELD_FLAG   /* true, false, "oui", "non", 1, 0 */
};

static const struct aid_field {
	const char *key; /* in the feed */
	enum query_arg arg;
	enum field_kind kind;
	unsigned max;
	enum query_arg upper; /* of a lower bound; 0: none */
} aid_fields[] = {
	{ "name", ARG_NAME, FIELD_TEXT, 500, 0 },
	{ "name_initial", ARG_NAME_INITIAL, FIELD_TEXT, 500, 0 },
	{ "short_title", ARG_SHORT_TITLE, FIELD_TEXT, 255, 0 },
	{ "description", ARG_DESCRIPTION, FIELD_RICH, 0, 0 },
	{ "eligibility", ARG_ELIGIBILITY, FIELD_RICH, 0, 0 },
	{ "project_examples", ARG_PROJECT_EXAMPLES, FIELD_RICH, 0, 0 },
	{ "contact", ARG_CONTACT, FIELD_RICH, 0, 0 },
	{ "is_call_for_project", ARG_IS_CALL_FOR_PROJECT, FIELD_FLAG, 0, 0 },
	{ "is_charged", ARG_IS_CHARGED, FIELD_FLAG, 0, 0 },
	{ "is_generic", ARG_IS_GENERIC, FIELD_FLAG, 0, 0 },
	{ "subvention_rate_lower_bound", ARG_RATE_MIN, FIELD_RATE, 100,
	    ARG_RATE_MAX },
	{ "subvention_rate_upper_bound", ARG_RATE_MAX, FIELD_RATE, 100, 0 },
	{ "loan_amount", ARG_LOAN_AMOUNT, FIELD_EUROS, 4000000000, 0 },
	{ "recoverable_advance_amount", ARG_ADVANCE_AMOUNT, FIELD_EUROS,
	    4000000000, 0 },
	{ "subvention_comment", ARG_RATE_COMMENT, FIELD_TEXT, 255, 0 },
	{ "other_financial_aid_comment", ARG_OTHER_COMMENT, FIELD_TEXT, 255,
	    0 },
	{ "origin_url", ARG_ORIGIN_URL, FIELD_LINK, 700, 0 },
	{ "application_url", ARG_APPLICATION_URL, FIELD_LINK, 700, 0 },
	{ "import_data_url", ARG_IMPORT_URL, FIELD_LINK, 700, 0 },
	{ "import_data_mention", ARG_IMPORT_MENTION, FIELD_TEXT, 255, 0 },
	{ "import_share_licence", ARG_IMPORT_LICENCE, FIELD_TEXT, 64, 0 },
};

/* The texts of an array of several, with a sign between them; NULL when it is
 * none, or holds what is none. */
static const char *
joined_text(const struct aid_record *d, const json_t *v, const char *between)
{
	struct buf all = { 0 };
	const char *s = NULL;
	json_t *item;
	size_t i;

	json_array_foreach(v, i, item)
	{
		if (aid_record_is_none(item))
			continue;
		if ((s = json_string_value(item)) == NULL)
			break;
		buf_puts(&all, all.data != NULL ? between : "");
		buf_puts(&all, s);
	}
	if (s != NULL)
		s = normalize_text(d->run->pool,
		    pasted_clean(d->run->pool, all.data));
	buf_free(&all);
	return s;
}

/* The text of the field, those of an array as one; or NULL, and its argument is
 * bound, as aid_record_take has it. */
static const char *
field_text(struct aid_record *d, const struct aid_field *f, enum rc *rc)
{
	bool rich = f->kind == FIELD_RICH;
	const char *s = joined_text(d, aid_record_value(d, f->key),
	    rich ? "\n\n" : ", ");

	*rc = RC_OK;
	if (s == NULL && rich)
		s = aid_record_html(d, f->key);
	return s != NULL && *s != '\0' ? s
				       : aid_record_take(d, f->key, f->arg, rc);
}

/* On one line, where a reference may have put the end of one. */
static const char *
on_a_line(struct pool *pool, const char *s)
{
	char *line, *to;

	if (strpbrk(s, "\r\n\t") == NULL)
		return s;
	line = to = pool_strdup(pool, s);
	for (; *s != '\0'; s++) {
		bool blank = strchr(" \r\n\t", *s) != NULL;

		if (!blank || to == line || to[-1] != ' ')
			*to++ = blank ? ' ' : *s;
	}
	*to = '\0';
	return line;
}

static enum rc
put_text(struct aid_record *d, const struct aid_field *f)
{
	enum rc rc;
	const char *s = field_text(d, f, &rc), *p;

	if (s == NULL)
		return rc;
	p = s = on_a_line(d->run->pool, tags_drop(d->run->pool, s));
	for (size_t n = 0; *p != '\0' && n < f->max; n++)
		str_next(&p);
	if (*p != '\0') {
		aid_record_fault(d, f->key, N_("too long, cut"), s);
		s = pool_strndup(d->run->pool, s, (size_t)(p - s));
	}
	arg_text(d->run->pool, &d->args, f->arg, s);
	return RC_OK;
}

/* What the feed says of the format of its description alone; else HTML. */
static enum richtext
format_of(const struct aid_record *d, const struct aid_field *f)
{
	const char *format = aid_record_text(d, "_description_format");

	if (format == NULL || f->arg != ARG_DESCRIPTION)
		return RICHTEXT_HTML;
	return strcmp(format, "markdown") == 0 ? RICHTEXT_MARKDOWN
	    : strcmp(format, "text") == 0      ? RICHTEXT_PLAIN
					       : RICHTEXT_HTML;
}

/* HTML from outside is reduced to what a page may hold before it is kept. */
static void
put_part(const struct aid_record *d, const struct aid_field *f, const char *s,
    struct buf *out)
{
	enum richtext kind = format_of(d, f);
	size_t n, left = out->len < MAX_RICH ? MAX_RICH - out->len : 0;

	s = feed_rich_read(d->run->pool, s, &kind);
	n = richtext_length(s, kind);
	if (n > left)
		n = str_cut(s, left);
	if (s[n] != '\0')
		aid_record_fault(d, f->key, N_("too long, cut"),
		    pool_strndup(d->run->pool, s, str_cut(s, MAX_TOLD)));
	richtext_put(out, pool_strndup(d->run->pool, s, n), kind);
}

/* Each text of an array by itself, for one may be plain beside HTML. */
static enum rc
put_rich(struct aid_record *d, const struct aid_field *f)
{
	json_t *v = aid_record_value(d, f->key), *item;
	struct pool *pool = d->run->pool;
	struct buf out = { 0 };
	enum rc rc;
	const char *s = field_text(d, f, &rc);
	size_t i;

	if (s == NULL)
		return rc;
	if (joined_text(d, v, "") == NULL)
		put_part(d, f, s, &out);
	else
		json_array_foreach(v, i, item)
		{
			if ((s = json_string_value(item)) != NULL)
				put_part(d, f,
				    normalize_text(pool, pasted_clean(pool, s)),
				    &out);
		}
	arg_text(pool, &d->args, f->arg,
	    out.len > 0 ? pool_strndup(pool, out.data, out.len) : NULL);
	buf_free(&out);
	return RC_OK;
}

/* "www.x.fr/a", "x.fr": a host of letters, of any language, digits, dots and
 * hyphens, and a dot within it. */
static bool
is_host(const char *s)
{
	size_t n = 0;
	const char *dot;

	while ((unsigned char)s[n] >= 0x80 || str_is_plain(s[n]) ||
	    s[n] == '.' || s[n] == '-')
		n++;
	dot = memchr(s, '.', n);
	return dot != NULL && dot > s && dot[1] != '.' && dot < s + n - 2 &&
	    s[n - 1] != '.' && (s[n] == '\0' || strchr("/?#:", s[n]) != NULL);
}

const char *
aid_field_link(struct pool *pool, const char *s)
{
	bool http = strncasecmp(s, "http://", 7) == 0,
	     https = strncasecmp(s, "https://", 8) == 0;

	s += https ? 8 : http ? 7 : strncmp(s, "//", 2) == 0 ? 2 : 0;
	if (strpbrk(s, " \t\r\n<>\"") != NULL || !is_host(s))
		return NULL;
	s = pool_printf(pool, "%s%s", http ? "http://" : "https://", s);
	return richtext_contact_has_user(s) ? NULL : s;
}

static enum rc
put_link(struct aid_record *d, const struct aid_field *f)
{
	enum rc rc;
	const char *s = field_text(d, f, &rc), *link;

	if (s == NULL)
		return rc;
	link = aid_field_link(d->run->pool, s);
	if (link == NULL || strlen(link) > f->max) {
		aid_record_fault(d, f->key, N_("not an address of the web"), s);
		return aid_record_put_kept(d, f->arg);
	}
	arg_text(d->run->pool, &d->args, f->arg, link);
	return RC_OK;
}

/* The number that a field of that text is, of money or of percents; below 0 if
 * it is none. */
static double
number_of(const struct aid_record *d, const struct aid_field *f, const char *s)
{
	const json_t *v = aid_record_value(d, f->key);
	struct pool *pool = d->run->pool;
	size_t n = strlen(s);

	if (json_is_number(v))
		return json_number_value(v);
	if (f->kind == FIELD_EUROS)
		s = normalize_amount(pool, s);
	else
		s = normalize_decimal(pool,
		    pool_strndup(pool, s, n - (s[n - 1] == '%')), MAX_DECIMALS);
	return s != NULL ? strtod(s, NULL) : -1;
}

/* Whether the rates of the aid are fractions: one lies between 0 and 1, none is
 * over 1, and none is told in percents. */
static bool
has_fractions(const struct aid_record *d)
{
	bool between = false;

	for (size_t i = 0; i < sizeof(aid_fields) / sizeof(aid_fields[0]);
	     i++) {
		const struct aid_field *f = &aid_fields[i];
		const char *s;
		double n;

		if (f->kind != FIELD_RATE ||
		    (s = aid_record_text(d, f->key)) == NULL)
			continue;
		n = number_of(d, f, s);
		if (n > 1 || strchr(s, '%') != NULL)
			return false;
		between = between || (n > 0 && n < 1);
	}
	return between;
}

/* Whether a lower bound is over its upper one: pages tell them in order. */
static bool
is_over_upper(const struct aid_record *d, const struct aid_field *f, double n)
{
	for (size_t i = 0; i < sizeof(aid_fields) / sizeof(aid_fields[0]);
	     i++) {
		const struct aid_field *upper = &aid_fields[i];
		const char *s = upper->arg == f->upper
		    ? aid_record_text(d, upper->key)
		    : NULL;
		double max = s != NULL ? number_of(d, upper, s) : -1;

		if (max >= 0)
			return n > max;
	}
	return false;
}

/* What is kept otherwise than it was said is noted. */
static double
rate_kept(const struct aid_record *d, const struct aid_field *f, const char *s,
    double n)
{
	if (is_over_upper(d, f, n))
		aid_record_fault(d, f->key,
		    N_("over the upper bound: the two are exchanged"), s);
	if (has_fractions(d)) {
		aid_record_fault(d, f->key,
		    N_("a fraction: it is taken out of 100"), s);
		n *= 100;
	}
	if (fabs(n - (double)llround(n)) > 1e-6)
		aid_record_fault(d, f->key, N_("rounded"), s);
	return n;
}

static enum rc
put_number(struct aid_record *d, const struct aid_field *f)
{
	enum rc rc;
	const char *s = aid_record_take(d, f->key, f->arg, &rc);
	double n;

	if (s == NULL)
		return rc;
	n = number_of(d, f, s);
	if (!(n >= 0 && n <= f->max)) {
		aid_record_fault(d, f->key,
		    f->kind == FIELD_RATE ? N_("not a rate of 0 to 100")
					  : N_("not an amount"),
		    s);
		return aid_record_put_kept(d, f->arg);
	}
	if (f->kind == FIELD_RATE)
		n = rate_kept(d, f, s, n);
	arg_int(d->run->pool, &d->args, f->arg, llround(n));
	return RC_OK;
}

/* A new aid of which nothing is said: no. */
static enum rc
put_flag(struct aid_record *d, const struct aid_field *f)
{
	bool is = false;
	enum aid_said said = aid_record_said_yes(d, f->key, &is);

	if (said == SAID_NOTHING && !d->is_new)
		return aid_record_put_kept(d, f->arg);
	arg_int(d->run->pool, &d->args, f->arg, said == SAID_IT && is);
	return RC_OK;
}

/* Pages tell the lower rate first. */
static void
order_rates(struct aid_record *d)
{
	const struct value *min = aid_record_bound(d, ARG_RATE_MIN),
			   *max = aid_record_bound(d, ARG_RATE_MAX);
	long long upper;

	if (min == NULL || max == NULL || min->type != VALUE_INT ||
	    max->type != VALUE_INT || min->i <= max->i)
		return;
	upper = min->i;
	arg_int(d->run->pool, &d->args, ARG_RATE_MIN, max->i);
	arg_int(d->run->pool, &d->args, ARG_RATE_MAX, upper);
}

enum rc
aid_field_put_all(struct aid_record *d)
{
	static enum rc (*const put[])(struct aid_record *,
	    const struct aid_field *) = { put_text, put_rich, put_link,
		put_number, put_number, put_flag };
	enum rc rc = RC_OK;

	for (size_t i = 0;
	     rc == RC_OK && i < sizeof(aid_fields) / sizeof(aid_fields[0]); i++)
		rc = put[aid_fields[i].kind](d, &aid_fields[i]);
	order_rates(d);
	return rc;
}
