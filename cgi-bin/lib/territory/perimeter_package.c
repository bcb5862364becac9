/* perimeter_package.c - etalab's territories, made into compact rows. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/log.h"
#include "gen/constants.h"
#include "territory/package_json.h"
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

/* The strings of an array, separated by blanks. */
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

/* Overseas collectivities have one code as department and as region: they are
 * a department here, in no region. */
static bool
is_collectivity(const json_t *o)
{
	return strcmp(package_json_text(o, "zone"), "com") == 0;
}

static const char *
zone_of(const json_t *o)
{
	return strcmp(package_json_text(o, "zone"), "metro") ? "FRA-OM"
							     : "FRA-MET";
}

/* "75" to "R75", for the code of a region may be that of a department. */
static const char *
region_code(const json_t *o, const char *key, char out[8])
{
	out[0] = '\0';
	if (!is_collectivity(o) && package_json_text(o, key)[0] != '\0')
		snprintf(out, 8, "R%.3s", package_json_text(o, key));
	return out;
}

static void
perimeter_package_put_commune(struct package *p, const json_t *c,
    struct buf *zips)
{
	const char *code = package_json_text(c, "code");
	char region[8], people[24];

	perimeter_package_join(json_object_get(c, "codesPostaux"), zips);
	PUT(p, "commune", code, package_json_text(c, "nom"),
	    package_json_text(c, "siren"),
	    digits(package_json_number(c, "population"), people), zips->data,
	    package_json_text(c, "departement"),
	    region_code(c, "region", region),
	    package_json_text(p->epci_of, code),
	    package_json_text(p->ept_of, code));
	package_json_add(p->people, package_json_text(c, "departement"),
	    package_json_number(c, "population"));
	package_json_add(p->people, region,
	    package_json_number(c, "population"));
}

/* A name that leads to a current commune: delegated, associated, district. */
static void
put_name(struct package *p, const json_t *c, const char *type, const char *to,
    struct buf *zips)
{
	char key[64], people[24];

	perimeter_package_join(json_object_get(c, "codesPostaux"), zips);
	PUT(p, type, package_json_text(c, "code"), package_json_text(c, "nom"),
	    [FIELD_POPULATION] = digits(package_json_number(c, "population"),
		people),
	    [FIELD_ZIPS] = zips->data, [FIELD_PARENT] = to);
	snprintf(key, sizeof(key), "%s>%s", package_json_text(c, "code"), to);
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
		const char *type = package_json_text(c, "type");

		if (strcmp(type, "commune-actuelle") == 0)
			perimeter_package_put_commune(p, c, &zips);
		else if (strcmp(type, "arrondissement-municipal") == 0)
			put_name(p, c, NAME_ARRONDISSEMENT,
			    package_json_text(c, "commune"), &zips);
		else if (strcmp(type, "commune-deleguee") == 0)
			put_name(p, c, NAME_DELEGATED,
			    package_json_text(c, "chefLieu"), &zips);
		else if (strcmp(type, "commune-associee") == 0)
			put_name(p, c, NAME_ASSOCIATED,
			    package_json_text(c, "chefLieu"), &zips);
	}
	buf_free(&zips);
}

/* Codes that communes had, but for those that have a name already. */
static void
put_former(struct package *p)
{
	const json_t *c, *old;
	size_t i, k;
	char key[64];

	json_array_foreach(p->communes, i, c)
	{
		const char *code = package_json_text(c, "code");

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
	    package_json_add(people,
		package_json_text(json_object_get(p->by_code,
				      package_json_text(m, "code")),
		    "departement"),
		package_json_number(m, "populationMunicipale"));
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
		const char *code = package_json_text(g, "code");

		PUT(p, type, code, package_json_text(g, "nom"), code,
		    digits(package_json_number(g, "populationMunicipale"),
			people),
		    [FIELD_DEPARTMENT] = main_department(p, g, home),
		    [FIELD_KIND] = package_json_text(g, "type"));
		json_array_foreach(json_object_get(g, "membres"), k, m)
		    json_object_set_new(group_of, package_json_text(m, "code"),
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
		const char *code = package_json_text(d, "code");

		PUT(p, "department", code, package_json_text(d, "nom"),
		    [FIELD_POPULATION] =
			digits(package_json_number(p->people, code), people),
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
		PUT(p, "region", code, package_json_text(r, "nom"),
		    [FIELD_POPULATION] =
			digits(package_json_number(p->people, code), people),
		    [FIELD_PARENT] = zone_of(r));
	}
}

static void
index_communes(struct package *p)
{
	json_t *c;
	size_t i;

	json_array_foreach(p->communes, i,
	    c) if (strcmp(package_json_text(c, "type"), "commune-actuelle") ==
	    0) json_object_set(p->by_code, package_json_text(c, "code"), c);
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
	    j != NULL ? package_json_text(j, "version")
		      : "of no known version");
	perimeter_row_put_heading(out);
	json_decref(j);
}

static enum rc
package_open(struct package *p, const char *dir)
{
	p->communes = package_json_array(dir, "communes.json");
	p->epcis = package_json_array(dir, "epci.json");
	p->epts = package_json_array(dir, "ept.json");
	p->departments = package_json_array(dir, "departements.json");
	p->regions = package_json_array(dir, "regions.json");
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
		perimeter_row_put_sorted(&p.rows, out);
	}
	package_close(&p);
	return rc;
}
