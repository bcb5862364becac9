/* payload_xml.c - a payload as XML, for pages and the API. */

#include <string.h>

#include "payload/payload.h"
#include "xml/xml.h"

/* Whether euros answer it: forms say so in words alone. */
static bool
is_money(const struct demarche *d, const struct champ *c)
{
	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *o = &d->source[i];

		if (o->id == c->id && o->block == c->block &&
		    o->parsed->fact != NULL &&
		    o->parsed->fact->type == FACT_AMOUNT)
			return true;
	}
	return false;
}

static void
put_cell(xmlNodePtr n, const json_t *cell)
{
	static const char *const names[] = { "source", "exact" };

	for (int i = 0; i < 2; i++)
		xml_set(n, names[i],
		    json_string_value(json_object_get(cell, names[i])));
}

/* A text, an <item> for each of an array, a <row> for each object.  block is
 * the one whose children objects hold; an object never holds another block (DS
 * 1.6).  cells: what is said of them, by row and key, or NULL. */
static void
payload_put_value(xmlNodePtr n, const struct demarche *d,
    unsigned long long block, const json_t *v, const json_t *cells)
{
	const json_t *item, *part;
	const char *key;
	size_t i;

	if (json_is_string(v))
		xml_add_text(n, "value", json_string_value(v));
	json_array_foreach(v, i, item)
	{
		xmlNodePtr row;

		if (json_is_string(item)) {
			xml_add_text(n, "item", json_string_value(item));
			continue;
		}
		row = xml_add(n, "row");
		json_object_foreach((json_t *)(uintptr_t)item, key, part)
		{
			const struct champ *c = demarche_champ(d,
			    champ_key_read(key), block);
			xmlNodePtr child = xml_add(row, "champ");

			xml_set(child, "key", key);
			if (c != NULL) {
				xml_set(child, "type", c->type);
				if (is_money(d, c))
					xml_set(child, "money", "true");
				put_cell(child,
				    json_object_get(json_array_get(cells, i),
					key));
				xml_add_text(child, "label", c->label);
			}
			payload_put_value(child, d, 0, part, NULL);
		}
	}
}

/* Forms mark where a run of conditional champs begins and ends with titles
 * ("Arrondissements (début)", "(fin)"), which say nothing of what follows. */
static bool
is_mark(const char *title)
{
	return strstr(title, "(début)") != NULL ||
	    strstr(title, "(fin)") != NULL;
}

/* The title that a champ stands under in the form; NULL: none.  Many labels say
 * nothing without it ("Nom"). */
static const char *
title_over(const struct demarche *d, const struct champ *c)
{
	for (size_t i = (size_t)(c - d->champ); i-- > 0;)
		if (strcmp(d->champ[i].type, "HeaderSection") == 0 &&
		    !is_mark(d->champ[i].label))
			return d->champ[i].label;
	return NULL;
}

/* The lines that a sum adds up (source_cells). */
static void
put_lines(xmlNodePtr n, const json_t *cells)
{
	const json_t *cell;
	size_t i;

	json_array_foreach(cells, i, cell)
	    put_cell(xml_add_text(n, "line",
			 json_string_value(json_object_get(cell, "value"))),
		cell);
}

static void
put_item(const struct payload *p, xmlNodePtr to,
    const struct payload_item *item)
{
	const struct champ *c = item->champ;
	xmlNodePtr n = xml_add(to, "champ");

	xml_set(n, "key", item->key);
	if (c != NULL) {
		xml_set(n, "type", c->type);
		if (is_money(p->demarche, c))
			xml_set(n, "money", "true");
		if (c->required)
			xml_set(n, "required", "true");
	}
	xml_set(n, "source", item->source);
	xml_set(n, "field", item->field);
	xml_set(n, "origin", item->origin);
	xml_set(n, "exact", item->exact);
	if (c != NULL) {
		xml_set(n, "under", title_over(p->demarche, c));
		xml_add_text(n, "label", c->label);
	}
	xml_add_text(n, "name", item->name);
	if (c == NULL || c->kind != CHAMP_BLOCK)
		put_lines(n, item->cells);
	payload_put_value(n, p->demarche, c != NULL ? c->id : 0, item->value,
	    item->cells);
}

/* What would have answered it; NULL: nothing. */
static const char *
first_source(const struct demarche *d, const struct champ *c)
{
	for (size_t i = 0; i < d->nsources; i++)
		if (d->source[i].id == c->id &&
		    d->source[i].block == c->block &&
		    *d->source[i].source != '\0')
			return d->source[i].source;
	return NULL;
}

static void
payload_put_missing(const struct payload *p, struct pool *pool, xmlNodePtr to)
{
	for (size_t i = 0; i < p->nmissing; i++) {
		const struct champ *c = p->missing[i].champ;
		const struct source *o = p->missing[i].source;
		xmlNodePtr n = xml_add(to, "missing");

		xml_set(n, "key", champ_key(pool, c->id));
		xml_set(n, "type", c->type);
		xml_set(n, "source", first_source(p->demarche, c));
		xml_set(n, "field", o != NULL ? source_field(o) : NULL);
		xml_set(n, "under", title_over(p->demarche, c));
		xml_add_text(n, "label", c->label);
	}
}

/* What is to be joined there, so that one has it ready.  DS takes no file from
 * elsewhere (DS 1.6). */
static void
put_attachments(const struct demarche *d, xmlNodePtr to)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct champ *c = &d->champ[i];
		xmlNodePtr n;

		if (c->private || strcmp(c->type, "PieceJustificative") != 0)
			continue;
		n = xml_add(to, "attachment");
		if (c->required)
			xml_set(n, "required", "true");
		xml_add_text(n, "label", c->label);
	}
}

/* DS answers 201 whatever it dropped (DS 1.3): here alone can an applicant
 * learn of it before the form is sent. */
static void
payload_put_refused(const struct payload *p, xmlNodePtr to)
{
	for (const struct champ_refusal *r = p->refusal; r != NULL;
	     r = r->next) {
		xmlNodePtr n = xml_add(to, "refused");

		xml_set(n, "key", r->key);
		xml_set(n, "reason", r->reason);
		if (r->row > 0)
			xml_set_int(n, "row", r->row);
		if (r->champ != NULL)
			xml_add_text(n, "label", r->champ->label);
		xml_add_text(n, "value", r->value);
	}
}

static xmlNodePtr
payload_put_begin(const struct payload *p, xmlNodePtr parent)
{
	xmlNodePtr to = xml_add(parent, "payload");

	xml_set_int(to, "demarche", p->demarche->number);
	return to;
}

void
payload_put(const struct payload *p, struct pool *pool, xmlNodePtr parent)
{
	xmlNodePtr to = payload_put_begin(p, parent);

	for (size_t i = 0; i < p->n; i++)
		put_item(p, to, &p->item[i]);
	payload_put_refused(p, to);
	payload_put_missing(p, pool, to);
	put_attachments(p->demarche, to);
}

void
payload_put_json(const struct payload *p, struct pool *pool, xmlNodePtr parent)
{
	xmlNodePtr to = payload_put_begin(p, parent);
	struct buf body = { 0 };

	payload_body(p, &body);
	xml_add_text(to, "json", body.data);
	buf_free(&body);
	payload_put_refused(p, to);
	payload_put_missing(p, pool, to);
}
