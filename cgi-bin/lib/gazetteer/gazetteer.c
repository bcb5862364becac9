/* gazetteer.c - the names of places, in memory: filling it. */

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/log.h"
#include "base/str.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/name_key.h"
#include "gen/constants.h"

struct gazetteer *
gazetteer_new(void)
{
	struct gazetteer *g = calloc(1, sizeof(*g));

	if (g == NULL)
		log_die("gazetteer: out of memory");
	g->pool = pool_new();
	gazetteer_put(g, ""); /* nothing has the offset 0 */
	return g;
}

/* ---- memory ---- */

/*
 * Arrays are mapped, not allocated: a process that has read the names and left
 * them to a file gives back ten megabytes, which an allocator would keep.
 */
enum { LEAST = 64 };

static size_t
size_of(size_t n, size_t item)
{
	size_t room = LEAST;

	while (room < n)
		room *= 2;
	return room * item;
}

void *
gazetteer_grow(void *array, size_t n, size_t item)
{
	size_t size;

	if (array != NULL && (n < LEAST || (n & (n - 1)) != 0))
		return array;
	size = size_of(n + 1, item);
	if (array == NULL)
		array = mmap(NULL, size, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	else
		array = mremap(array, size_of(n, item), size, MREMAP_MAYMOVE);
	if (array == MAP_FAILED)
		log_die("gazetteer: out of memory");
	return array;
}

static void
drop(void *array, size_t n, size_t item)
{
	if (array != NULL)
		munmap(array, size_of(n, item));
}

static void
drop_all(struct gazetteer *g)
{
	drop(g->text, g->texts, 1);
	drop(g->place, g->all, sizeof(*g->place));
	drop(g->link, g->links, sizeof(*g->link));
	drop(g->name, g->names, sizeof(*g->name));
	drop(g->shape, g->names, sizeof(*g->shape));
	drop(g->body, g->bodies, sizeof(*g->body));
	drop(g->abbreviation, g->abbreviations, sizeof(*g->abbreviation));
	drop(g->scale, g->scales, sizeof(*g->scale));
	drop(g->word, g->words, sizeof(*g->word));
	drop(g->code, g->codes, sizeof(*g->code));
	drop(g->past, g->pasts, sizeof(*g->past));
	drop(g->zip, g->zips, sizeof(*g->zip));
	drop(g->meaning, g->meanings, sizeof(*g->meaning));
	drop(g->city, g->cities, sizeof(*g->city));
	drop(g->centre, g->centres, sizeof(*g->centre));
	for (int i = 0; i < GAZETTEER_INDEXES; i++)
		drop(g->key[i], g->names, sizeof(*g->key[i]));
}

void
gazetteer_free(struct gazetteer *g)
{
	if (g == NULL)
		return;
	if (g->file != NULL)
		munmap((void *)(uintptr_t)g->file, g->bytes);
	else
		drop_all(g);
	pool_free(g->pool);
	free(g);
}

/* ---- texts ---- */

/* Appends n bytes of s, which may be of a text that was put before: growing
 * moves them all. */
static uint32_t
put_bytes(struct gazetteer *g, const char *s, size_t n)
{
	size_t at = g->texts;
	ptrdiff_t inside = -1;

	if (g->text != NULL && (uintptr_t)s >= (uintptr_t)g->text &&
	    (uintptr_t)s < (uintptr_t)(g->text + at))
		inside = s - g->text;
	do {
		g->text = gazetteer_grow(g->text, g->texts, 1);
		g->texts++;
	} while (g->texts <= at + n);
	memcpy(g->text + at, inside >= 0 ? g->text + inside : s, n);
	g->text[at + n] = '\0';
	return (uint32_t)at;
}

uint32_t
gazetteer_put(struct gazetteer *g, const char *s)
{
	return put_bytes(g, s, strlen(s));
}

static uint32_t
put_some(struct gazetteer *g, const char *s)
{
	return s == NULL || *s == '\0' ? 0 : gazetteer_put(g, s);
}

/* ---- places ---- */

static void
add_word(struct gazetteer_word **array, size_t *n, uint32_t s, uint32_t of)
{
	*array = gazetteer_grow(*array, *n, sizeof(**array));
	(*array)[(*n)++] = (struct gazetteer_word){ s, of & INT32_MAX, 0 };
}

/* Words of a list parted by blanks, each on its own. */
static void
add_zips(struct gazetteer *g, const char *zips, uint32_t place)
{
	while (zips != NULL && *zips != '\0') {
		size_t n = strcspn(zips, " ");

		add_word(&g->zip, &g->zips, put_bytes(g, zips, n), place);
		zips += n + (zips[n] == ' ');
	}
}

/* What an EPCI is called in brackets: "CA Bassin d'Arcachon Sud (COBAS)". */
static void
add_bracketed(struct gazetteer *g, uint32_t place, const char *name)
{
	const char *s = strchr(name, '('), *end;

	if (g->place[place].scale != SCALE_EPCI || s == NULL ||
	    (end = strchr(s, ')')) == NULL)
		return;
	gazetteer_add_name(g, place, GAZETTEER_BRAND,
	    pool_strndup(g->pool, s + 1, (size_t)(end - s - 1)));
}

/* "Les 2 Alpes". */
static void
add_numbered(struct gazetteer *g, uint32_t place)
{
	const struct gazetteer_name *own = &g->name[g->names - 1];
	char name[256];

	if (own->place == place &&
	    name_key_number(name, sizeof(name), g->text + own->folded))
		gazetteer_add_name(g, place, GAZETTEER_ALIAS, name);
}

/* Most are of the department of the place before. */
static uint32_t
put_department(struct gazetteer *g, const char *s)
{
	uint32_t before = g->all > 0 ? g->place[g->all - 1].department : 0;

	return before != 0 && s != NULL && strcmp(g->text + before, s) == 0
	    ? before
	    : put_some(g, s);
}

static uint32_t
add_row(struct gazetteer *g, const struct gazetteer_row *r)
{
	struct gazetteer_place p = { .id = r->id,
		.people = r->people > 0 ? (uint32_t)r->people : 0,
		.epci = r->epci,
		.region = r->region,
		.latitude = GAZETTEER_NOWHERE,
		.longitude = GAZETTEER_NOWHERE,
		.scale = r->scale,
		.counted = r->people >= 0 };

	p.code = gazetteer_put(g, r->code);
	p.name = gazetteer_put(g, r->name);
	p.siren = put_some(g, r->siren);
	p.kind = put_some(g, r->kind);
	p.department = put_department(g, r->department);
	p.zips = put_some(g, r->zips);
	g->place = gazetteer_grow(g->place, g->all, sizeof(*g->place));
	g->place[g->all] = p;
	return (uint32_t)g->all++;
}

uint32_t
gazetteer_add_place(struct gazetteer *g, const struct gazetteer_row *r)
{
	uint32_t i = add_row(g, r);
	const struct gazetteer_place *p = &g->place[i];

	g->places = g->all;
	add_word(&g->code, &g->codes, p->code, i);
	if (p->siren != 0 && strcmp(r->siren, r->code) != 0)
		add_word(&g->code, &g->codes, p->siren, i);
	add_zips(g, r->zips, i);
	gazetteer_add_name(g, i, GAZETTEER_OWN, r->name);
	add_numbered(g, i);
	add_bracketed(g, i, r->name);
	return i;
}

uint32_t
gazetteer_add_container(struct gazetteer *g, const struct gazetteer_row *r)
{
	return add_row(g, r);
}

void
gazetteer_add_centre(struct gazetteer *g, uint32_t place, int latitude,
    int longitude)
{
	g->place[place].latitude = (int16_t)latitude;
	g->place[place].longitude = (int16_t)longitude;
}

void
gazetteer_add_link(struct gazetteer *g, uint32_t place, uint32_t container,
    bool part)
{
	struct gazetteer_place *p = &g->place[place];

	if (p->links == 0)
		p->link = (uint32_t)g->links;
	p->links++;
	g->link = gazetteer_grow(g->link, g->links, sizeof(*g->link));
	g->link[g->links++] = (struct gazetteer_link){ container & INT32_MAX,
		part };
}

/* ---- names ---- */

/* Of an EPCI, the name without what kind of body it is. */
static uint32_t
core_of(struct gazetteer *g, uint32_t place, uint32_t folded)
{
	const char *s = g->text + folded;
	size_t n;

	if (g->place[place].scale == SCALE_EPCI) {
		if (gazetteer_body_first(g, s, &n) != NULL)
			s += n;
		if (gazetteer_body_last(g, s, &n) != NULL)
			s = g->text + put_bytes(g, s, strlen(s) - n);
	}
	return (uint32_t)(name_key_core(s) - g->text);
}

void
gazetteer_add_name(struct gazetteer *g, uint32_t place,
    enum gazetteer_kind kind, const char *name)
{
	struct gazetteer_name n = { .place = place, .kind = (uint8_t)kind };
	char folded[256];

	if (*str_fold_name(folded, sizeof(folded), name) == '\0')
		return;
	n.name = kind == GAZETTEER_OWN ? g->place[place].name
				       : gazetteer_put(g, name);
	n.folded = gazetteer_put(g, folded);
	n.core = core_of(g, place, n.folded);
	n.letters = name_key_letters(g->text + n.core);
	for (const char *s = g->text + n.core; *s != '\0' && n.n < 255; s++)
		n.n += *s != ' ';
	g->name = gazetteer_grow(g->name, g->names, sizeof(*g->name));
	g->name[g->names++] = n;
}

void
gazetteer_add_past(struct gazetteer *g, uint32_t place, const char *code)
{
	add_word(&g->past, &g->pasts, gazetteer_put(g, code), place);
}

/* ---- what words mean ---- */

void
gazetteer_add_scale(struct gazetteer *g, uint32_t id, const char *slug,
    const char *name)
{
	struct gazetteer_scale s = { .id = id };

	s.slug = gazetteer_put(g, slug);
	s.name = gazetteer_put(g, name);
	g->scale = gazetteer_grow(g->scale, g->scales, sizeof(*g->scale));
	g->scale[g->scales++] = s;
}

/* The scale and the kind that a body's meaning says: "epci CC". */
static void
add_body(struct gazetteer *g, const struct gazetteer_meaning *m)
{
	static const struct {
		const char *word;
		uint8_t scale;
	} scales[] = { { "commune", SCALE_COMMUNE }, { "epci", SCALE_EPCI },
		{ "basin", SCALE_BASIN }, { "department", SCALE_DEPARTMENT },
		{ "region", SCALE_REGION } };
	struct gazetteer_body b = { .label = strcmp(m->kind, "label") == 0 };
	char folded[128];
	size_t n = strcspn(m->meaning, " ");

	for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++)
		if (strlen(scales[i].word) == n &&
		    strncmp(m->meaning, scales[i].word, n) == 0)
			b.scale = scales[i].scale;
	str_fold_name(folded, sizeof(folded), m->words);
	b.words = gazetteer_put(g, folded);
	b.n = (uint32_t)strlen(folded);
	b.kind = gazetteer_put(g,
	    m->meaning[n] == ' ' ? m->meaning + n + 1 : "");
	g->body = gazetteer_grow(g->body, g->bodies, sizeof(*g->body));
	g->body[g->bodies++] = b;
}

static void
add_abbreviation(struct gazetteer *g, const struct gazetteer_meaning *m)
{
	struct gazetteer_abbreviation a;
	char folded[128];

	a.words = gazetteer_put(g,
	    str_fold_name(folded, sizeof(folded), m->words));
	a.meaning = gazetteer_put(g,
	    str_fold_name(folded, sizeof(folded), m->meaning));
	g->abbreviation = gazetteer_grow(g->abbreviation, g->abbreviations,
	    sizeof(*g->abbreviation));
	g->abbreviation[g->abbreviations++] = a;
}

void
gazetteer_add_meaning(struct gazetteer *g, const struct gazetteer_meaning *m)
{
	if (strcmp(m->kind, "body") == 0 || strcmp(m->kind, "label") == 0) {
		add_body(g, m);
		return;
	}
	if (strcmp(m->kind, "abbreviation") == 0) {
		add_abbreviation(g, m);
		return;
	}
	g->meaning = gazetteer_grow(g->meaning, g->meanings,
	    sizeof(*g->meaning));
	g->meaning[g->meanings++] = (struct gazetteer_meaning){
		pool_strdup(g->pool, m->kind), pool_strdup(g->pool, m->words),
		pool_strdup(g->pool, m->meaning)
	};
}
