#ifndef TERRITORY_H
#define TERRITORY_H

#include <stdbool.h>

#include "db/db.h"
#include "gazetteer/gazetteer_load.h"
#include "gazetteer/resolve.h"

/* Codes of territories, validated by the rules of Démarches simplifiées
 * (DS 1.6). */
struct territory;

/* Reads the departments, regions and countries.  db and the names, which stay
 * the caller's, must outlive it; freed by territory_free. */
enum rc territory_load(struct db *, struct gazetteer_kept *,
    struct territory **);
void territory_free(struct territory *);

/* The code of a department or a region, from its code or its exact name; NULL
 * when there is none.  A region has DS's code, "75" where perimeters say "R75".
 */
const char *territory_department(const struct territory *, const char *s);
const char *territory_region(const struct territory *, const char *s);

/* The name of a department or region, from that code; NULL when none. */
const char *territory_department_name(const struct territory *,
    const char *code);
const char *territory_region_name(const struct territory *, const char *code);

/* The code of a country, from its code or an exact French name; NULL. */
const char *territory_country(const struct territory *, const char *s);

/* Whether a postal code exists, and serves the commune of that INSEE code when
 * insee is not NULL.  Paris, Lyon and Marseille are known by the codes of their
 * arrondissements alone, as DS wants them. */
enum rc territory_commune(struct territory *, struct pool *, const char *zip,
    const char *insee, bool *known);

/* Whether an intercommunality has a commune in a department. */
enum rc territory_epci(struct territory *, struct pool *,
    const char *department, const char *siren, bool *known);

/* The places that a text means: see resolve.h.  Their names last until the next
 * call. */
enum rc territory_resolve(struct territory *, const char *text,
    const struct resolve_wanted *, struct resolution *);

#endif
