/* indexer.c - what search reads, made again when aids change. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "indexer.h"
#include "log.h"
#include "posting.h"
#include "richtext.h"
#include "rows.h"
#include "text.h"
#include "xml.h"

enum { BATCH = 100, TERM_BATCH = 500 };

/* A term of an aid: comes (impact > 0) or goes. */
struct change {
	char		*term;
	unsigned	 aid, impact, at;
};

/* A term of the aid being read, with what it weighs there. */
struct weight {
	char		 term[WORD_SIZE];
	float		 sum;
	unsigned	 at;
};

struct indexer {
	struct db	*db;
	const struct xsl_sheet *card, *body, *filters;
	struct words	*words;
	struct pool	*pool;		/* of a batch */
	struct pool	*terms;		/* until the end */
	struct change	*change;
	size_t		 n, size;
	struct weight	*weight;
	size_t		 weights, weight_size;
	size_t		 length;	/* words of the aid */
};

struct indexer *
indexer_new(struct db *db, const struct xsl *xsl, struct words *words)
{
	struct indexer *x = calloc(1, sizeof(*x));

	if (x == NULL)
		log_die("indexer: out of memory");
	x->db = db;
	x->card = xsl_find(xsl, "fragment-card", NULL);
	x->body = xsl_find(xsl, "fragment-body", NULL);
	x->filters = xsl_find(xsl, "fragment-filters", NULL);
	x->words = words;
	x->pool = pool_new();
	x->terms = pool_new();
	return x;
}

void
indexer_free(struct indexer *x)
{
	if (x == NULL)
		return;
	pool_free(x->pool);
	pool_free(x->terms);
	free(x->change);
	free(x->weight);
	free(x);
}

/* ---- terms ---- */

static void *
larger(void *p, size_t *size, size_t item)
{
	*size = *size > 0 ? 2 * *size : 1024;
	if ((p = realloc(p, *size * item)) == NULL)
		log_die("indexer: out of memory");
	return p;
}

static void
add_change(struct indexer *x, const char *term, unsigned aid, unsigned impact,
    unsigned at)
{
	if (x->n == x->size)
		x->change = larger(x->change, &x->size, sizeof(*x->change));
	x->change[x->n++] = (struct change){ pool_strdup(x->terms, term), aid,
	    impact, at };
}

static void
add_weight(struct indexer *x, const char *term, float sum, unsigned at)
{
	if (x->weights == x->weight_size)
		x->weight = larger(x->weight, &x->weight_size,
		    sizeof(*x->weight));
	memcpy(x->weight[x->weights].term, term, WORD_SIZE);
	x->weight[x->weights].sum = sum;
	x->weight[x->weights++].at = at;
}

/* Reads the words of a field; body: their places are kept for excerpts. */
static void
read_field(struct indexer *x, const char *text, float weight, bool body)
{
	const char *p = text, *counted = text;
	unsigned at = 0;
	struct word w;

	while (p != NULL && words_next(x->words, &p, &w)) {
		/* Places are counted in characters, as the server cuts. */
		for (; body && counted < w.at; counted++)
			at += ((unsigned char)*counted & 0xc0) != 0x80;
		x->length += !w.stop;
		for (int t = 0; t < w.terms; t++)
			add_weight(x, w.term[t], weight, body ? at + 1 : 0);
	}
}

static int
by_term_and_place(const void *a, const void *b)
{
	const struct weight *x = a, *y = b;
	int c = strcmp(x->term, y->term);

	/* 0 is nowhere: last. */
	return c != 0 ? c : x->at - 1 < y->at - 1 ? -1 : x->at != y->at;
}

/*
 * The part of BM25 that does not depend on the question, in a byte: weighted
 * occurrences, less in a long aid, less and less for each one more.
 */
static unsigned
impact(float sum, size_t length)
{
	static const float usual = 250, half = 0.5f, saturation = 6;
	float norm = 1 - half + half * (float)length / usual;
	float tf = sum / norm;

	return 1 + (unsigned)(254 * tf / (tf + saturation));
}

static void
put_terms(struct indexer *x, unsigned aid, struct buf *terms)
{
	if (x->weights > 1)
		qsort(x->weight, x->weights, sizeof(*x->weight),
		    by_term_and_place);
	for (size_t i = 0, k; i < x->weights; i = k) {
		struct weight *w = &x->weight[i];
		float sum = 0;

		for (k = i; k < x->weights && strcmp(x->weight[k].term,
		    w->term) == 0; k++)
			sum += x->weight[k].sum;
		add_change(x, w->term, aid, impact(sum, x->length), w->at);
		buf_puts(terms, terms->len > 0 ? " " : "");
		buf_puts(terms, w->term);
	}
	x->weights = x->length = 0;
}

/* ---- one aid ---- */

static const char *
content(xmlNodePtr aid, const char *name)
{
	xmlNodePtr n = xml_child(aid, name);

	return n != NULL && n->children != NULL ?
	    (const char *)n->children->content : NULL;
}

static void
read_each(struct indexer *x, xmlNodePtr aid, const char *name, float weight)
{
	for (xmlNodePtr n = aid->children; n != NULL; n = n->next)
		if (n->children != NULL && strcmp((const char *)n->name,
		    name) == 0)
			read_field(x, (const char *)n->children->content,
			    weight, false);
}

/* What a field weighs: a title says most of an aid, its backers least. */
static void
read_aid(struct indexer *x, xmlNodePtr aid, unsigned id, struct buf *plain,
    struct buf *terms)
{
	static const char *const texts[] = { "description", "eligibility",
	    "project-examples" };

	for (size_t i = 0; i < 3; i++) {
		richtext_put_plain(plain, content(aid, texts[i]));
		if (plain->len > 0 && plain->data[plain->len - 1] != '\n')
			buf_putc(plain, '\n');
	}
	read_each(x, aid, "name", 8);
	read_each(x, aid, "short-title", 6);
	read_each(x, aid, "name-initial", 4);
	read_each(x, aid, "category", 4);
	read_each(x, aid, "program", 4);
	read_field(x, plain->data, 1, true);
	read_each(x, aid, "financer", 1);
	put_terms(x, id, terms);
}

static enum rc
write_text(struct indexer *x, const char *query, long long id,
    const char *name, const struct buf *text, const char *more,
    const struct buf *other)
{
	const struct arg *args = NULL;
	struct result res;

	arg_int(x->pool, &args, "id", id);
	arg_bytes(x->pool, &args, name, text->data != NULL ? text->data : "",
	    text->len);
	if (more != NULL)
		arg_bytes(x->pool, &args, more, other->data != NULL ?
		    other->data : "", other->len);
	return query_run(x->db, x->pool, query, args, &res);
}

static enum rc
render(const struct xsl_sheet *sheet, xmlDocPtr doc, struct buf *out)
{
	const char *media;

	if (sheet == NULL) {
		log_msg("indexer: a stylesheet is missing");
		return RC_FAIL;
	}
	return xsl_apply(sheet, doc, out, &media);
}

/* Moves the aid to a document of its own and makes all that is kept of it. */
static enum rc
index_aid(struct indexer *x, xmlNodePtr aid)
{
	xmlDocPtr doc = xml_page(x->pool, "aid-fragment");
	struct buf card = { 0 }, body = { 0 }, plain = { 0 }, terms = { 0 };
	xmlChar *id = xmlGetProp(aid, (const xmlChar *)"id");
	long long n = strtoll((const char *)id, NULL, 10);
	enum rc rc;

	xmlFree(id);
	xmlDOMWrapAdoptNode(NULL, aid->doc, aid, doc,
	    xmlDocGetRootElement(doc), 0);
	xmlAddChild(xmlDocGetRootElement(doc), aid);
	if ((rc = render(x->card, doc, &card)) == RC_OK &&
	    (rc = render(x->body, doc, &body)) == RC_OK) {
		read_aid(x, aid, (unsigned)n, &plain, &terms);
		rc = write_text(x, "aid_rendered_write", n, "card", &card,
		    NULL, NULL);
	}
	if (rc == RC_OK)
		rc = write_text(x, "aid_body_write", n, "body", &body, NULL,
		    NULL);
	if (rc == RC_OK)
		rc = write_text(x, "aid_text_write", n, "plain", &plain,
		    "terms", &terms);
	buf_free(&card);
	buf_free(&body);
	buf_free(&plain);
	buf_free(&terms);
	return rc;
}

/* The terms that the aids had go, before those that they have come. */
static enum rc
drop_terms(struct indexer *x, const struct arg *args)
{
	struct result res;
	enum rc rc = query_run(x->db, x->pool, "aid_terms", args, &res);

	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		unsigned id = (unsigned)rows_int(&res.row[r][0], 0);
		char *s = pool_strdup(x->pool, res.row[r][1].s), *term;

		while ((term = strsep(&s, " ")) != NULL)
			if (*term != '\0')
				add_change(x, term, id, 0, 0);
	}
	return rc;
}

static const char *const queries[] = { "aid_facts", "aid_financers",
    "aid_instructors", "aid_programs", "aid_audiences", "aid_types",
    "aid_steps", "aid_destinations", "aid_categories", "aid_texts", NULL };

static enum rc
index_batch(struct indexer *x, const long long *ids, size_t n,
    unsigned long long version)
{
	struct value *v = pool_take(x->pool, n * sizeof(*v));
	xmlDocPtr doc = xml_page(x->pool, "aids");
	xmlNodePtr root = xmlDocGetRootElement(doc), aids = NULL, aid;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		v[i] = (struct value){ .type = VALUE_INT, .i = ids[i] };
	arg_list(x->pool, &args, "ids", v, n);
	arg_int(x->pool, &args, "version", (long long)version);
	if ((rc = drop_terms(x, args)) != RC_OK ||
	    (rc = query_run(x->db, x->pool, "aid_index_write", args, &res)) !=
	    RC_OK)
		return rc;
	for (int q = 0; rc == RC_OK && queries[q] != NULL; q++)
		rc = rows_query(x->db, x->pool, queries[q], args, root,
		    q == 0 ? &aids : NULL, NULL);
	while (rc == RC_OK && (aid = aids->children) != NULL)
		rc = index_aid(x, aid);
	return rc;
}

enum rc
indexer_add(struct indexer *x, const long long *ids, size_t n,
    unsigned long long version)
{
	enum rc rc = RC_OK;

	while (rc == RC_OK && n > 0) {
		size_t k = n < BATCH ? n : BATCH;

		rc = index_batch(x, ids, k, version);
		pool_reset(x->pool);
		ids += k;
		n -= k;
	}
	return rc;
}

/* ---- posting lists ---- */

static int
by_term(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	int c = strcmp(x->term, y->term);

	if (c == 0)
		c = x->aid < y->aid ? -1 : x->aid > y->aid;
	/* What goes stands before what comes, which then counts. */
	return c != 0 ? c : x->impact == 0 ? -1 : y->impact == 0;
}

/* The list with its changes, which are of one term and by rising aid. */
static unsigned
merge(struct buf *out, const struct value *old, const struct change *c,
    size_t n)
{
	struct posting_reader r;
	struct posting p;
	unsigned last = 0, aids = 0;
	bool more;

	posting_open(&r, old != NULL ? old->s : NULL,
	    old != NULL ? old->n : 0);
	more = posting_next(&r, &p);
	for (size_t i = 0; i < n || more; ) {
		struct posting put = p;

		if (i < n && (!more || c[i].aid <= p.aid)) {
			unsigned aid = c[i].aid;

			while (i < n && c[i].aid == aid)
				i++;
			put = (struct posting){ aid, c[i - 1].impact,
			    c[i - 1].at };
			if (more && p.aid == aid)
				more = posting_next(&r, &p);
		} else {
			more = posting_next(&r, &p);
		}
		if (put.impact == 0)
			continue;
		posting_put(out, &last, &put);
		aids++;
	}
	return aids;
}

static void
put_row(struct buf *rows, const char *term, unsigned aids,
    const struct buf *list)
{
	static const char digits[] = "0123456789abcdef";

	buf_putf(rows, "%s\t%u\t", term, aids);
	for (size_t i = 0; i < list->len; i++) {
		buf_putc(rows, digits[(unsigned char)list->data[i] >> 4]);
		buf_putc(rows, digits[(unsigned char)list->data[i] & 15]);
	}
	buf_putc(rows, '\n');
}

/* The terms of changes[from, to), each once. */
static struct value *
terms_of(struct indexer *x, size_t from, size_t to, size_t *n)
{
	struct value *v = pool_take(x->pool, (to - from) * sizeof(*v));

	*n = 0;
	for (size_t i = from; i < to; i++)
		if (i == from || strcmp(x->change[i].term,
		    x->change[i - 1].term) != 0)
			v[(*n)++] = (struct value){ VALUE_TEXT, 0,
			    x->change[i].term, strlen(x->change[i].term) };
	return v;
}

static enum rc
merge_some(struct indexer *x, size_t from, size_t to, struct buf *rows)
{
	const struct arg *args = NULL, *gone = NULL;
	struct buf list = { 0 };
	struct value *dead, *terms;
	struct result res;
	size_t n, ndead = 0;
	enum rc rc;

	terms = terms_of(x, from, to, &n);
	arg_list(x->pool, &args, "terms", terms, n);
	dead = pool_take(x->pool, n * sizeof(*dead));
	rc = query_run(x->db, x->pool, "posting_lists", args, &res);
	for (size_t i = from, k; rc == RC_OK && i < to; i = k) {
		const char *term = x->change[i].term;
		const struct value *old = NULL;
		unsigned aids;

		for (k = i; k < to && strcmp(x->change[k].term, term) == 0; )
			k++;
		for (unsigned r = 0; r < res.rows && old == NULL; r++)
			if (strcmp(res.row[r][0].s, term) == 0)
				old = &res.row[r][2];
		buf_reset(&list);
		aids = merge(&list, old, &x->change[i], k - i);
		if (aids > 0)
			put_row(rows, term, aids, &list);
		else
			dead[ndead++] = (struct value){ VALUE_TEXT, 0, term,
			    strlen(term) };
	}
	buf_free(&list);
	arg_list(x->pool, &gone, "terms", dead, ndead);
	if (rc == RC_OK && ndead > 0)
		rc = query_run(x->db, x->pool, "posting_delete", gone, &res);
	return rc;
}

enum rc
indexer_finish(struct indexer *x)
{
	struct buf rows = { 0 };
	enum rc rc = RC_OK;

	if (x->n > 1)
		qsort(x->change, x->n, sizeof(*x->change), by_term);
	for (size_t from = 0, to; rc == RC_OK && from < x->n; from = to) {
		size_t terms = 0;

		for (to = from; to < x->n; to++) {
			terms += to == from || strcmp(x->change[to].term,
			    x->change[to - 1].term) != 0;
			if (terms > TERM_BATCH)
				break;
		}
		rc = merge_some(x, from, to, &rows);
		pool_reset(x->pool);
	}
	if (rc == RC_OK)
		rc = query_load(x->db, "posting_write", &rows);
	buf_free(&rows);
	x->n = 0;
	pool_reset(x->terms);
	return rc;
}

enum rc
indexer_render_lists(struct indexer *x)
{
	static const char *const lists[] = { "fragment_themes",
	    "fragment_categories", "fragment_programs", NULL };
	xmlDocPtr doc = xml_page(x->pool, "filters");
	const struct arg *args = NULL;
	struct buf html = { 0 };
	struct result res;
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && lists[i] != NULL; i++)
		rc = rows_query(x->db, x->pool, lists[i], NULL,
		    xmlDocGetRootElement(doc), NULL, NULL);
	if (rc == RC_OK && (rc = render(x->filters, doc, &html)) == RC_OK) {
		arg_text(x->pool, &args, "name", "filters");
		arg_bytes(x->pool, &args, "html", html.data, html.len);
		rc = query_run(x->db, x->pool, "fragment_write", args, &res);
	}
	buf_free(&html);
	pool_reset(x->pool);
	return rc;
}
