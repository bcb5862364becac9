/* indexer.c - what search reads, made again when aids change. */

#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer.h"
#include "log.h"
#include "passage.h"
#include "posting_changes.h"
#include "richtext.h"
#include "rows.h"
#include "text.h"
#include "xml.h"

enum { BATCH = 100, MAX_PASSAGES = 1000 };

/* A term of the aid being read, with what it weighs there. */
struct weight {
	char		 term[WORD_SIZE];
	float		 sum;
	unsigned	 at;
};

struct indexer {
	struct db	*db;
	const struct xsl	*xsl;
	const struct xsl_sheet *card, *body;
	struct words	*words;
	struct pool	*pool;		/* of a batch */
	struct posting_changes *changes;
	struct buf	 passages;	/* of a batch, as rows to load */
	struct buf	 forms;		/* words as they are written, likewise */
	void		*known;		/* terms whose form is there: tsearch */
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
	x->xsl = xsl;
	x->card = xsl_find(xsl, "fragment-card", NULL);
	x->body = xsl_find(xsl, "fragment-body", NULL);
	x->words = words;
	x->pool = pool_new();
	x->changes = posting_changes_new(db);
	return x;
}

void
indexer_free(struct indexer *x)
{
	if (x == NULL)
		return;
	pool_free(x->pool);
	posting_changes_free(x->changes);
	buf_free(&x->passages);
	buf_free(&x->forms);
	tdestroy(x->known, free);
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
add_weight(struct indexer *x, const char *term, float sum, unsigned at)
{
	if (x->weights == x->weight_size)
		x->weight = larger(x->weight, &x->weight_size,
		    sizeof(*x->weight));
	memcpy(x->weight[x->weights].term, term, WORD_SIZE);
	x->weight[x->weights].sum = sum;
	x->weight[x->weights++].at = at;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* The first word of a stem says how it is written. */
static void
add_form(struct indexer *x, const struct word *w)
{
	const char *key = words_key(w);
	char *copy;

	if (strpbrk(w->folded, "0123456789") != NULL ||
	    tfind(key, &x->known, compare) != NULL)
		return;
	if ((copy = strdup(key)) == NULL ||
	    tsearch(copy, &x->known, compare) == NULL)
		log_die("indexer: out of memory");
	buf_putf(&x->forms, "%s\t%.*s\n", key, (int)w->nlower, w->lower);
}

/* Reads the words of a field, and those that follow each other; at is the
 * passage that it is, 0 for none. */
static void
read_field(struct indexer *x, const char *text, float weight, unsigned at)
{
	char last[WORD_SIZE] = "", pair[WORD_SIZE];
	const char *p = text;
	struct word w;

	while (p != NULL && words_next(x->words, &p, &w)) {
		if (w.stop || w.terms == 0)
			continue;
		x->length++;
		for (int t = 0; t < w.terms; t++)
			add_weight(x, w.term[t], weight, at);
		add_form(x, &w);
		if (last[0] != '\0') {
			words_pair(last, words_key(&w), pair);
			add_weight(x, pair, weight, at);
		}
		memcpy(last, words_key(&w), WORD_SIZE);
	}
}

/* Reads a text in passages, which are kept to show its words in. */
static void
read_text(struct indexer *x, const char *text, unsigned aid)
{
	struct passages r = { .p = text };
	struct buf passage = { 0 };
	unsigned n = 0;

	while (text != NULL && passage_next(&r, &passage)) {
		n += n < MAX_PASSAGES;
		read_field(x, passage.data, 1, n < MAX_PASSAGES ? n : 0);
		if (n == MAX_PASSAGES)
			continue;
		buf_putf(&x->passages, "%llu\t",
		    (unsigned long long)aid * 1024 + n);
		buf_put_tsv(&x->passages, passage.data);
		buf_putc(&x->passages, '\n');
	}
	buf_free(&passage);
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
		posting_change(x->changes, w->term, aid,
		    impact(sum, x->length), w->at);
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
			    weight, 0);
}

/* What a field weighs: a title says most of an aid, its backers least. */
static void
read_aid(struct indexer *x, xmlNodePtr aid, unsigned id, struct buf *terms)
{
	static const char *const texts[] = { "description", "eligibility",
	    "project-examples" };
	struct buf plain = { 0 };

	for (size_t i = 0; i < 3; i++) {
		richtext_put_plain(&plain, content(aid, texts[i]));
		if (plain.len > 0 && plain.data[plain.len - 1] != '\n')
			buf_putc(&plain, '\n');
	}
	read_each(x, aid, "name", 8);
	read_each(x, aid, "short-title", 6);
	read_each(x, aid, "name-initial", 4);
	read_each(x, aid, "category", 4);
	read_each(x, aid, "program", 4);
	read_text(x, plain.data, id);
	read_each(x, aid, "financer", 1);
	put_terms(x, id, terms);
	buf_free(&plain);
}

static enum rc
write_text(struct indexer *x, const char *query, long long id,
    const char *name, const struct buf *text)
{
	const struct arg *args = NULL;
	struct result res;

	arg_int(x->pool, &args, "id", id);
	arg_bytes(x->pool, &args, name, text->data != NULL ? text->data : "",
	    text->len);
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
	struct buf card = { 0 }, body = { 0 }, terms = { 0 };
	xmlChar *id = xmlGetProp(aid, (const xmlChar *)"id");
	long long n = strtoll((const char *)id, NULL, 10);
	enum rc rc;

	xmlFree(id);
	xmlDOMWrapAdoptNode(NULL, aid->doc, aid, doc,
	    xmlDocGetRootElement(doc), 0);
	xmlAddChild(xmlDocGetRootElement(doc), aid);
	if ((rc = render(x->card, doc, &card)) == RC_OK &&
	    (rc = render(x->body, doc, &body)) == RC_OK &&
	    (rc = write_text(x, "aid_rendered_write", n, "card", &card)) ==
	    RC_OK)
		rc = write_text(x, "aid_body_write", n, "body", &body);
	if (rc == RC_OK) {
		read_aid(x, aid, (unsigned)n, &terms);
		rc = write_text(x, "aid_text_write", n, "terms", &terms);
	}
	buf_free(&card);
	buf_free(&body);
	buf_free(&terms);
	return rc;
}

/* The terms and passages that the aids had go, before those that they have
 * come. */
static enum rc
drop_old(struct indexer *x, const struct arg *args, const long long *ids,
    size_t n)
{
	struct result res;
	enum rc rc = query_run(x->db, x->pool, "aid_terms", args, &res);

	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		unsigned id = (unsigned)rows_int(&res.row[r][0], 0);
		char *s = pool_strdup(x->pool, res.row[r][1].s), *term;

		while ((term = strsep(&s, " ")) != NULL)
			if (*term != '\0')
				posting_change(x->changes, term, id, 0, 0);
	}
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		const struct arg *one = NULL;

		arg_int(x->pool, &one, "id", ids[i]);
		rc = query_run(x->db, x->pool, "aid_passages_delete", one,
		    &res);
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
	if ((rc = drop_old(x, args, ids, n)) != RC_OK ||
	    (rc = query_run(x->db, x->pool, "aid_index_write", args, &res)) !=
	    RC_OK)
		return rc;
	for (int q = 0; rc == RC_OK && queries[q] != NULL; q++)
		rc = rows_query(x->db, x->pool, queries[q], args, root,
		    q == 0 ? &aids : NULL, NULL);
	while (rc == RC_OK && (aid = aids->children) != NULL)
		rc = index_aid(x, aid);
	if (rc == RC_OK)
		rc = query_load(x->db, "aid_passages_write", &x->passages);
	if (rc == RC_OK)
		rc = query_load(x->db, "vocabulary_write", &x->forms);
	buf_reset(&x->passages);
	buf_reset(&x->forms);
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

enum rc
indexer_finish(struct indexer *x)
{
	return posting_changes_write(x->changes);
}

static enum rc
render_fragment(struct indexer *x, const char *name, xmlDocPtr doc)
{
	char sheet[64];
	const struct arg *args = NULL;
	struct buf html = { 0 };
	struct result res;
	enum rc rc;

	snprintf(sheet, sizeof(sheet), "fragment-%s", name);
	rc = render(xsl_find(x->xsl, sheet, NULL), doc, &html);
	arg_text(x->pool, &args, "name", name);
	arg_bytes(x->pool, &args, "html", html.data, html.len);
	if (rc == RC_OK)
		rc = query_run(x->db, x->pool, "fragment_write", args, &res);
	buf_free(&html);
	return rc;
}

enum rc
indexer_render_lists(struct indexer *x)
{
	static const char *const lists[] = { "fragment_audiences",
	    "fragment_types", "fragment_steps", "fragment_destinations",
	    "fragment_recurrences", "fragment_themes", "fragment_categories",
	    "fragment_programs", NULL };
	static const char *const fragments[] = { "audiences", "filters",
	    "mark", NULL };
	xmlDocPtr doc = xml_page(x->pool, "filters");
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && lists[i] != NULL; i++)
		rc = rows_query(x->db, x->pool, lists[i], NULL,
		    xmlDocGetRootElement(doc), NULL, NULL);
	for (int i = 0; rc == RC_OK && fragments[i] != NULL; i++)
		rc = render_fragment(x, fragments[i], doc);
	pool_reset(x->pool);
	return rc;
}
