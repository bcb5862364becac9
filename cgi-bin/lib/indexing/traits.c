/* traits.c - what is learned of an aid from its texts. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "crypto/hex.h"
#include "indexing/audience.h"
#include "indexing/sketch.h"
#include "indexing/traits.h"
#include "indexing/twins.h"
#include "xml/xml.h"

struct traits {
	struct audience *audience;
	struct twins *twins;
	bool loaded;
	uint8_t likely; /* of the aid being read */
};

struct traits *
traits_new(void)
{
	struct traits *t = calloc(1, sizeof(*t));

	if (t == NULL)
		log_die("traits: out of memory");
	t->audience = audience_new();
	t->twins = twins_new();
	return t;
}

void
traits_free(struct traits *t)
{
	if (t == NULL)
		return;
	audience_free(t->audience);
	twins_free(t->twins);
	free(t);
}

enum rc
traits_begin(struct traits *t, struct db *db, struct pool *pool,
    const struct arg *ids)
{
	enum rc rc = t->loaded ? RC_OK : audience_load(t->audience, db);

	t->loaded = rc == RC_OK;
	return rc == RC_OK ? twins_note(t->twins, db, pool, ids) : rc;
}

static bool
is_ours(xmlNodePtr audience)
{
	xmlChar *slug = xmlGetProp(audience, (const xmlChar *)"slug");
	bool ours = xmlStrcmp(slug, (const xmlChar *)"commune") == 0 ||
	    xmlStrcmp(slug, (const xmlChar *)"epci") == 0;

	xmlFree(slug);
	return ours;
}

void
traits_read(struct traits *t, xmlNodePtr aid, const char *plain)
{
	xmlNodePtr name = xml_child(aid, "name");
	bool told = false;

	t->likely = 0;
	for (xmlNodePtr n = aid->children; n != NULL; n = n->next) {
		if (strcmp((const char *)n->name, "audience") != 0)
			continue;
		told = true;
		if (is_ours(n))
			t->likely = AUDIENCE_SURE;
	}
	if (told)
		return;
	if (name != NULL && name->children != NULL)
		audience_read(t->audience,
		    (const char *)name->children->content);
	audience_read(t->audience, plain);
	t->likely = audience_guess(t->audience);
	if (t->likely < AUDIENCE_OTHER)
		xml_add(aid, "audience-other");
}

void
traits_put(struct traits *t, unsigned aid, const struct aid_term *term,
    size_t n, const struct intern *terms, struct buf *rows)
{
	struct sketch sketch;
	uint8_t bytes[SKETCH];

	sketch_begin(&sketch);
	for (size_t i = 0; i < n; i++)
		sketch_add(&sketch, intern_text(terms, term[i].number));
	sketch_end(&sketch, bytes);
	buf_putf(rows, "%u\t%d\t", aid, t->likely);
	for (int i = 0; i < SKETCH; i++)
		buf_putf(rows, "%02x", bytes[i]);
}

void
traits_put_direction(struct buf *rows, const struct word_vectors *v,
    const struct vector *direction)
{
	char hex[2 * sizeof(*direction) + 1];

	hex_put(hex, direction, sizeof(*direction));
	buf_putf(rows, "\t%u\t%s\n", word_vectors_made(v), hex);
}

enum rc
traits_finish(struct traits *t, struct db *db, unsigned long long version)
{
	return twins_write(t->twins, db, version);
}
