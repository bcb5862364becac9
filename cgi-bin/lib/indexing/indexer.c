/*
 * indexer.c - all that the search reads of an aid.
 *
 * A batch of BATCH aids, fewer when their texts are long, is read as one
 * document; of each, stylesheets render the card and the page, and its text is
 * cut into passages and words.  Each term of an aid has an impact, the part of
 * BM25F that does not depend on the question: its occurrences weighted by
 * field, saturated, and normalised by the length of the aid.  Pairs of words
 * that follow each other are terms too, for phrases.  What the aid had before
 * is removed from posting lists, what it has now is added, and the lists are
 * written at the end, or when they are large (gathered.c).
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/index.h"
#include "index/passage.h"
#include "index/summary.h"
#include "indexing/aid_json.h"
#include "indexing/aid_revision.h"
#include "indexing/batches.h"
#include "indexing/export.h"
#include "indexing/gathered.h"
#include "indexing/indexer.h"
#include "indexing/render.h"
#include "indexing/traits.h"
#include "text/richtext.h"
#include "xml/xml.h"

enum { BATCH = 100, MAX_PASSAGES = 1000 };

/* The tables that a batch fills, by LOAD DATA. */
enum {
	CARDS,
	BODIES,
	EXPORTS,
	RECORDS,
	TERMS,
	TRAITS,
	PASSAGES,
	STEMS,
	FORMS,
	LOADS
};

const char *const indexer_sheets[] = { "index", NULL };

static const enum query_id loads[LOADS] = { Q_AID_RENDERED_WRITE,
	Q_AID_BODY_WRITE, Q_AID_EXPORT_WRITE, Q_AID_JSON_WRITE,
	Q_AID_TEXT_WRITE, Q_AID_TRAIT_WRITE, Q_AID_PASSAGES_WRITE,
	Q_VOCABULARY_WRITE, Q_WORD_FORMS_WRITE };

struct indexer {
	struct db *db;
	const struct xsl *xsl;
	struct pool *pool;      /* of a batch */
	struct buf rows[LOADS]; /* of a batch */
	struct gathered all;
	struct traits *traits;
	struct aid_revision revision; /* of the last batch */
	struct buf summary;           /* of the aid: its first two passages */
};

struct indexer *
indexer_new(struct db *db, const struct xsl *xsl, struct words *words,
    const struct word_vectors *vectors)
{
	struct indexer *x = calloc(1, sizeof(*x));

	if (x == NULL)
		log_die("indexer: out of memory");
	x->db = db;
	x->xsl = xsl;
	x->pool = pool_new();
	x->traits = traits_new();
	gathered_begin(&x->all, db, words, vectors);
	return x;
}

void
indexer_free(struct indexer *x)
{
	if (x == NULL)
		return;
	gathered_free(&x->all);
	traits_free(x->traits);
	buf_free(&x->summary);
	for (int i = 0; i < LOADS; i++)
		buf_free(&x->rows[i]);
	pool_free(x->pool);
	free(x);
}

static void
put_terms(struct indexer *x, unsigned aid)
{
	struct buf *row = &x->rows[TERMS];
	size_t n;
	struct vector direction;
	const struct aid_term *t = aid_terms_finish(x->all.of_aid, &n,
	    &direction);

	buf_putf(row, "%u\t", aid);
	for (size_t i = 0; i < n; i++) {
		posting_writer_add(x->all.changes, t[i].number, aid,
		    t[i].impact, t[i].at);
		buf_puts(row, i > 0 ? " " : "");
		buf_puts(row, intern_text(x->all.terms, t[i].number));
	}
	buf_putc(row, '\n');
	traits_put(x->traits, aid, t, n, x->all.terms, &x->rows[TRAITS]);
	traits_put_direction(&x->rows[TRAITS], x->all.vectors, &direction);
}

static void
read_field(struct indexer *x, const char *text, float weight, unsigned passage)
{
	aid_terms_add(x->all.of_aid, text, weight, passage,
	    &(struct aid_words){ &x->rows[STEMS], &x->rows[FORMS] });
}

static void
indexer_put_row(struct buf *rows, long long id, const char *name,
    const char *text)
{
	buf_putf(rows, "%lld\t", id);
	if (name != NULL) {
		buf_put_tsv(rows, name);
		buf_putc(rows, '\t');
	}
	buf_put_tsv(rows, text);
	buf_putc(rows, '\n');
}

/* A name among others in a list says little of an aid. */
static const float LISTED = 0.25f;

/* Reads a text in passages, which are kept to show its words in. */
static void
read_text(struct indexer *x, const char *text, unsigned aid)
{
	struct passages r = { .p = text };
	struct buf passage = { 0 };
	unsigned n = 0;

	while (text != NULL && passage_next(&r, &passage)) {
		n += n < MAX_PASSAGES;
		if (n <= 2)
			buf_putf(&x->summary, "%s%s", n == 2 ? " " : "",
			    passage.data);
		read_field(x, passage.data,
		    passage_is_list(passage.data, x->all.words) ? LISTED : 1,
		    n < MAX_PASSAGES ? n : 0);
		if (n == MAX_PASSAGES)
			continue;
		passage_put_row(&x->rows[PASSAGES], x->all.words,
		    (long long)aid * PASSAGES_OF_AID + n, passage.data);
	}
	buf_free(&passage);
}

/* ---- one aid ---- */

static const char *
indexer_content(xmlNodePtr aid, const char *name)
{
	xmlNodePtr n = xml_child(aid, name);

	return n != NULL && n->children != NULL
	    ? (const char *)n->children->content
	    : NULL;
}

static void
read_each(struct indexer *x, xmlNodePtr aid, const char *name, float weight)
{
	for (xmlNodePtr n = aid->children; n != NULL; n = n->next)
		if (n->children != NULL &&
		    strcmp((const char *)n->name, name) == 0)
			read_field(x, (const char *)n->children->content,
			    weight, 0);
}

/* The long texts of an aid, without their markup. */
static void
put_plain(struct buf *plain, xmlNodePtr aid)
{
	static const char *const texts[] = { "description", "eligibility",
		"project-examples" };

	for (size_t i = 0; i < 3; i++) {
		richtext_put_plain(plain, indexer_content(aid, texts[i]));
		if (plain->len > 0 && plain->data[plain->len - 1] != '\n')
			buf_putc(plain, '\n');
	}
}

/* The weights of fields: a title says most of an aid, its backers least. */
static void
indexer_read_aid(struct indexer *x, xmlNodePtr aid, const char *plain,
    unsigned id)
{
	passage_put_row(&x->rows[PASSAGES], x->all.words,
	    (long long)id * PASSAGES_OF_AID, indexer_content(aid, "name"));
	read_each(x, aid, "name", 8);
	read_each(x, aid, "short-title", 6);
	read_each(x, aid, "name-initial", 4);
	read_each(x, aid, "category", 4);
	read_each(x, aid, "program", 4);
	read_text(x, plain, id);
	read_each(x, aid, "financer", 1);
	put_terms(x, id);
}

/* Moves the aid to a document of its own, which the sheets expect, and makes
 * all that is kept of it. */
static enum rc
index_aid(struct indexer *x, xmlNodePtr aid, unsigned long long version)
{
	xmlDocPtr doc = xml_page(x->pool, "aid-fragment");
	xmlChar *id = xmlGetProp(aid, (const xmlChar *)"id");
	long long n = strtoll((const char *)id, NULL, 10);
	struct buf card = { 0 }, body = { 0 }, plain = { 0 };
	enum rc rc;

	xmlFree(id);
	xml_set_int(xmlDocGetRootElement(doc), "version", (long long)version);
	xmlUnlinkNode(aid);
	xmlAddChild(xmlDocGetRootElement(doc), aid);
	put_plain(&plain, aid);
	traits_read(x->traits, aid, plain.data);
	if ((rc = render_fragment(x->xsl, "card", doc, &card)) == RC_OK &&
	    (rc = render_fragment(x->xsl, "body", doc, &body)) == RC_OK) {
		indexer_put_row(&x->rows[CARDS], n,
		    indexer_content(aid, "name"), card.data);
		indexer_put_row(&x->rows[BODIES], n, NULL, body.data);
		buf_reset(&x->summary);
		indexer_read_aid(x, aid, plain.data, (unsigned)n);
		summary_set(&x->summary, aid);
		rc = export_put(x->xsl, doc, aid, n, &x->rows[EXPORTS]);
		if (rc == RC_OK)
			rc = aid_json_put(x->xsl, doc, aid, n,
			    &x->rows[RECORDS]);
	}
	buf_free(&card);
	buf_free(&body);
	buf_free(&plain);
	return rc;
}

/* Removes the terms and passages that the aids had. */
static enum rc
drop_old(struct indexer *x, const struct arg *args)
{
	struct result had, res;
	enum rc rc = query_run(x->db, x->pool, Q_AID_TERMS, args, &had);

	for (unsigned r = 0; rc == RC_OK && r < had.rows; r++) {
		long long id = rows_int(&aid_terms_row(&had, r)->aid_id, 0);
		char *s = pool_strdup(x->pool, aid_terms_row(&had, r)->terms.s),
		     *term;
		const struct arg *one = NULL;

		while ((term = strsep(&s, " ")) != NULL)
			if (*term != '\0')
				posting_writer_add(x->all.changes,
				    intern(x->all.terms, term), (unsigned)id, 0,
				    0);
		arg_int(x->pool, &one, ARG_ID, id);
		rc = query_run(x->db, x->pool, Q_AID_PASSAGES_DELETE, one,
		    &res);
	}
	return rc;
}

static const enum query_id queries[] = { Q_AID_FACTS, Q_AID_FINANCERS,
	Q_AID_INSTRUCTORS, Q_AID_PROGRAMS, Q_AID_AUDIENCES, Q_AID_TYPES,
	Q_AID_STEPS, Q_AID_DESTINATIONS, Q_AID_CATEGORIES, Q_AID_TEXTS,
	Q_AID_JSON_FACTS, Q_NONE };

static enum rc
index_batch(struct indexer *x, const struct value *v, size_t n,
    unsigned long long version)
{
	xmlDocPtr doc = xml_page(x->pool, "aids");
	xmlNodePtr root = xmlDocGetRootElement(doc), aids = NULL, aid;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_list(x->pool, &args, AID_INDEX_WRITE_IN_IDS, v, n);
	arg_int(x->pool, &args, AID_INDEX_WRITE_IN_VERSION, (long long)version);
	if (x->revision.version != version)
		aid_revision_begin(&x->revision, version);
	if ((rc = traits_begin(x->traits, x->db, x->pool, args)) != RC_OK ||
	    (rc = drop_old(x, args)) != RC_OK ||
	    (rc = query_run(x->db, x->pool, Q_AID_INDEX_WRITE, args, &res)) !=
		RC_OK)
		return rc;
	for (int q = 0; rc == RC_OK && queries[q] != Q_NONE; q++)
		rc = rows_query(x->db, x->pool, queries[q], args, root,
		    q == 0 ? &aids : NULL, NULL);
	while (rc == RC_OK && (aid = aids->children) != NULL)
		rc = index_aid(x, aid, version);
	for (int i = 0; rc == RC_OK && i < LOADS; i++) {
		rc = query_load(x->db, loads[i], &x->rows[i]);
		buf_reset(&x->rows[i]);
	}
	return rc == RC_OK ? aid_revision_write(x->db, x->pool, &x->revision, v,
				 n, false, NULL)
			   : rc;
}

/* Indexes BATCH aids at most. */
static enum rc
index_some(struct indexer *x, const long long *ids, size_t n,
    unsigned long long version)
{
	struct value v[BATCH];
	size_t sizes[BATCH], batches, from = 0;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		v[i] = (struct value){ .type = VALUE_INT, .i = ids[i] };
	rc = batches_part(x->db, x->pool, v, n, sizes, &batches);
	for (size_t i = 0; rc == RC_OK && i < batches; i++) {
		pool_reset(x->pool);
		rc = index_batch(x, v + from, sizes[i], version);
		if (rc == RC_OK)
			rc = gathered_spill(&x->all);
		from += sizes[i];
	}
	pool_reset(x->pool);
	return rc;
}

enum rc
indexer_add(struct indexer *x, const long long *ids, size_t n,
    unsigned long long version)
{
	enum rc rc = RC_OK;

	for (size_t i = 0, k; rc == RC_OK && i < n; i += k) {
		k = n - i < BATCH ? n - i : BATCH;
		rc = index_some(x, ids + i, k, version);
	}
	return rc;
}

enum rc
indexer_finish(struct indexer *x)
{
	enum rc rc = gathered_finish(&x->all);

	return rc == RC_OK
	    ? traits_finish(x->traits, x->db, x->revision.version)
	    : rc;
}
