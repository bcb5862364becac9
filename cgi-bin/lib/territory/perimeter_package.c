/* perimeter_package.c - etalab's territories, made into compact rows. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "base/log.h"
#include "gen/constants.h"
#include "territory/perimeter_package.h"
#include "territory/perimeter_row.h"

/* The files of the package, and what is found in passing. */
struct package {
	json_t *communes, *epcis, *epts, *departments, *regions;
	json_t *by_code;          /* current commune, by its code */
	json_t *named;            /* "code>commune" that has a row */
	json_t *epci_of, *ept_of; /* SIREN, by code of commune */
	json_t *people;           /* inhabitants, by "79" or "R75" */
	struct buf rows;          /* unsorted lines */
};

/* The text under key, or "" when there is none. */
static const char *
text_at(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));

	return s != NULL ? s : "";
}

static long long
number_at(const json_t *o, const char *key)
{
	const json_t *n = json_object_get(o, key);

	return json_is_integer(n) ? json_integer_value(n) : -1;
}

/* Adds n to the number that dict holds under key. */
static void
add_to(json_t *dict, const char *key, long long n)
{
	long long was = json_integer_value(json_object_get(dict, key));

	if (n >= 0 && n < 1000000000)
		json_object_set_new(dict, key, json_integer(was + n));
}

/* A number as a field; "" when it is unknown. */
static const char *
digits(long long n, char out[24])
{
	out[0] = '\0';
	if (n >= 0)
		snprintf(out, 24, "%lld", n);
	return out;
}

/* Adds a row of these fields, in order or by their place. */
#define PUT(p, ...) \
	perimeter_row_put(&(p)->rows, \
	    &(struct perimeter_row){ .field = { __VA_ARGS__ } })

/* The strings of an array, parted by a blank. */
static void
perimeter_package_join(const json_t *array, struct buf *b)
{
	const json_t *v;
	size_t i;

	buf_reset(b);
	buf_puts(b, "");
	json_array_foreach(array, i, v)
	{
		if (i > 0)
			buf_putc(b, ' ');
		buf_puts(b, json_string_value(v) ? json_string_value(v) : "");
	}
}

/* Overseas collectivities bear one code as department and as region: they are
 * a department here, in no region. */
static bool
is_collectivity(const json_t *o)
{
	return strcmp(text_at(o, "zone"), "com") == 0;
}

static const char *
zone_of(const json_t *o)
{
	return strcmp(text_at(o, "zone"), "metro") ? "FRA-OM" : "FRA-MET";
}

/* "75" to "R75", for the code of a region may be that of a department. */
static const char *
region_code(const json_t *o, const char *key, char out[8])
{
	out[0] = '\0';
	if (!is_collectivity(o) && text_at(o, key)[0] != '\0')
		snprintf(out, 8, "R%.3s", text_at(o, key));
	return out;
}

static void
perimeter_package_put_commune(struct package *p, const json_t *c,
    struct buf *zips)
{
	const char *code = text_at(c, "code");
	char region[8], people[24];

	perimeter_package_join(json_object_get(c, "codesPostaux"), zips);
	PUT(p, "commune", code, text_at(c, "nom"), text_at(c, "siren"),
	    digits(number_at(c, "population"), people), zips->data,
	    text_at(c, "departement"), region_code(c, "region", region),
	    text_at(p->epci_of, code), text_at(p->ept_of, code));
	add_to(p->people, text_at(c, "departement"),
	    number_at(c, "population"));
	add_to(p->people, region, number_at(c, "population"));
}

/* A name that leads to a current commune: delegated, associated, district. */
static void
put_name(struct package *p, const json_t *c, const char *type, const char *to,
    struct buf *zips)
{
	char key[64], people[24];

	perimeter_package_join(json_object_get(c, "codesPostaux"), zips);
	PUT(p, type, text_at(c, "code"), text_at(c, "nom"),
	    [FIELD_POPULATION] = digits(number_at(c, "population"), people),
	    [FIELD_ZIPS] = zips->data, [FIELD_PARENT] = to);
	snprintf(key, sizeof(key), "%s>%s", text_at(c, "code"), to);
	json_object_set_new(p->named, key, json_true());
}

static void
put_communes(struct package *p)
{
	struct buf zips = { 0 };
	const json_t *c;
	size_t i;

	json_array_foreach(p->communes, i, c)
	{
		const char *type = text_at(c, "type");

		if (strcmp(type, "commune-actuelle") == 0)
			perimeter_package_put_commune(p, c, &zips);
		else if (strcmp(type, "arrondissement-municipal") == 0)
			put_name(p, c, NAME_ARRONDISSEMENT,
			    text_at(c, "commune"), &zips);
		else if (strcmp(type, "commune-deleguee") == 0)
			put_name(p, c, NAME_DELEGATED, text_at(c, "chefLieu"),
			    &zips);
		else if (strcmp(type, "commune-associee") == 0)
			put_name(p, c, NAME_ASSOCIATED, text_at(c, "chefLieu"),
			    &zips);
	}
	buf_free(&zips);
}

/* Codes that communes had, save those that bear a name already. */
static void
put_former(struct package *p)
{
	const json_t *c, *old;
	size_t i, k;
	char key[64];

	json_array_foreach(p->communes, i, c)
	{
		const char *code = text_at(c, "code");

		json_array_foreach(json_object_get(c, "anciensCodes"), k, old)
		{
			const char *was = json_string_value(old);

			if (was == NULL)
				continue;
			snprintf(key, sizeof(key), "%s>%s", was, code);
			if (json_object_get(p->named, key) == NULL)
				PUT(p, NAME_FORMER, was, [FIELD_PARENT] = code);
		}
	}
}

/* The department where most inhabitants of an EPCI live; "" when unknown. */
static const char *
main_department(const struct package *p, const json_t *epci, char out[4])
{
	json_t *people = json_object(), *n;
	const json_t *m;
	const char *key;
	long long most = -1;
	size_t i;

	out[0] = '\0';
	json_array_foreach(json_object_get(epci, "membres"), i, m)
	    add_to(people,
		text_at(json_object_get(p->by_code, text_at(m, "code")),
		    "departement"),
		number_at(m, "populationMunicipale"));
	json_object_foreach(people, key, n)
	{
		if (json_integer_value(n) > most) {
			most = json_integer_value(n);
			snprintf(out, 4, "%s", key);
		}
	}
	json_decref(people);
	return out;
}

/* EPCI or EPT: its row, and under each member's code its SIREN. */
static void
put_groups(struct package *p, const json_t *groups, const char *type,
    json_t *group_of)
{
	const json_t *g, *m;
	size_t i, k;
	char people[24], home[4];

	json_array_foreach(groups, i, g)
	{
		const char *code = text_at(g, "code");

		PUT(p, type, code, text_at(g, "nom"), code,
		    digits(number_at(g, "populationMunicipale"), people),
		    [FIELD_DEPARTMENT] = main_department(p, g, home),
		    [FIELD_KIND] = text_at(g, "type"));
		json_array_foreach(json_object_get(g, "membres"), k, m)
		    json_object_set_new(group_of, text_at(m, "code"),
			json_string(code));
	}
}

static void
put_departments(struct package *p)
{
	const json_t *d;
	size_t i;
	char region[8], people[24];

	json_array_foreach(p->departments, i, d)
	{
		const char *code = text_at(d, "code");

		PUT(p, "department", code, text_at(d, "nom"),
		    [FIELD_POPULATION] = digits(number_at(p->people, code),
			people),
		    [FIELD_REGION] = region_code(d, "region", region),
		    [FIELD_PARENT] = zone_of(d),
		    [FIELD_KIND] = is_collectivity(d) ? "COM" : NULL);
	}
}

static void
put_regions(struct package *p)
{
	const json_t *r;
	size_t i;
	char code[8], people[24];

	json_array_foreach(p->regions, i, r)
	{
		if (is_collectivity(r))
			continue;
		region_code(r, "code", code);
		PUT(p, "region", code, text_at(r, "nom"),
		    [FIELD_POPULATION] = digits(number_at(p->people, code),
			people),
		    [FIELD_PARENT] = zone_of(r));
	}
}

static void
index_communes(struct package *p)
{
	json_t *c;
	size_t i;

	json_array_foreach(p->communes, i,
	    c) if (strcmp(text_at(c, "type"), "commune-actuelle") == 0)
	    json_object_set(p->by_code, text_at(c, "code"), c);
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Appends the lines of rows to out, in the order of their bytes. */
static void
put_sorted(struct buf *rows, struct buf *out)
{
	size_t n = 0, i = 0;
	char **line, *save = NULL;

	for (size_t k = 0; k < rows->len; k++)
		n += rows->data[k] == '\n';
	if ((line = calloc(n + 1, sizeof(*line))) == NULL)
		log_die("perimeter_package: out of memory");
	for (char *s = strtok_r(rows->data, "\n", &save); s != NULL && i < n;
	     s = strtok_r(NULL, "\n", &save))
		line[i++] = s;
	qsort(line, i, sizeof(*line), by_bytes);
	for (size_t k = 0; k < i; k++)
		buf_putf(out, "%s\n", line[k]);
	free(line);
}

/* One file of the package, an array; NULL, logged, when it is not there. */
static json_t *
read_array(const char *dir, const char *name)
{
	char path[4096];
	json_error_t e;
	json_t *j;

	snprintf(path, sizeof(path), "%s/data/%s", dir, name);
	if (access(path, R_OK) != 0)
		snprintf(path, sizeof(path), "%s/%s", dir, name);
	if ((j = json_load_file(path, 0, &e)) == NULL) {
		log_msg("perimeter_package: \"%s\" line %d: %s", path, e.line,
		    e.text);
	} else if (json_array_size(j) == 0) {
		log_msg("perimeter_package: \"%s\" is not a filled array",
		    path);
		json_decref(j);
		j = NULL;
	}
	return j;
}

/* The package's name and version, when its package.json is in dir. */
static void
put_header(const char *dir, struct buf *out)
{
	char path[4096];
	json_t *j;

	snprintf(path, sizeof(path), "%s/package.json", dir);
	j = json_load_file(path, 0, NULL);
	buf_putf(out,
	    "# Territories of France, as \"guichet perimeter rows\""
	    " made them from the npm package\n# @etalab/decoupage-administratif"
	    " %s (Licence Ouverte 2.0).  Not edited by hand.\n",
	    j != NULL ? text_at(j, "version") : "of no known version");
	perimeter_row_put_heading(out);
	json_decref(j);
}

static enum rc
package_open(struct package *p, const char *dir)
{
	p->communes = read_array(dir, "communes.json");
	p->epcis = read_array(dir, "epci.json");
	p->epts = read_array(dir, "ept.json");
	p->departments = read_array(dir, "departements.json");
	p->regions = read_array(dir, "regions.json");
	p->by_code = json_object();
	p->named = json_object();
	p->epci_of = json_object();
	p->ept_of = json_object();
	p->people = json_object();
	return p->communes != NULL && p->epcis != NULL && p->epts != NULL &&
		p->departments != NULL && p->regions != NULL
	    ? RC_OK
	    : RC_BAD_PARAM;
}

static void
package_close(struct package *p)
{
	json_decref(p->communes);
	json_decref(p->epcis);
	json_decref(p->epts);
	json_decref(p->departments);
	json_decref(p->regions);
	json_decref(p->by_code);
	json_decref(p->named);
	json_decref(p->epci_of);
	json_decref(p->ept_of);
	json_decref(p->people);
	buf_free(&p->rows);
}

enum rc
perimeter_package_rows(const char *dir, struct buf *out)
{
	struct package p = { 0 };
	enum rc rc = package_open(&p, dir);

	if (rc == RC_OK) {
		index_communes(&p);
		put_groups(&p, p.epcis, "epci", p.epci_of);
		put_groups(&p, p.epts, "ept", p.ept_of);
		put_communes(&p);
		put_former(&p);
		put_departments(&p);
		put_regions(&p);
		put_header(dir, out);
		put_sorted(&p.rows, out);
	}
	package_close(&p);
	return rc;
}
