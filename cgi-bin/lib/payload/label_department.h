#ifndef LABEL_DEPARTMENT_H
#define LABEL_DEPARTMENT_H

#include "ds/demarche.h"
#include "territory/territory.h"

/*
 * Sets the department of each champ of the démarche whose label is of one.
 * Forms for the whole country ask some questions once for each department, and
 * say so in the last bracket of the label:
 *
 *	Arrondissement du demandeur (79 - Deux-Sèvres)
 *	Catégories prioritaires (2A – Corse-du-Sud) ?
 *	Arrondissement (Nord)
 *	Arrondissement (département du Nord)
 *
 * A name without its code counts for lists alone, and not when the same label
 * also stands with what is no department: "Façade (Nord)", "Façade (Sud)".
 */
void label_departments(struct pool *, const struct territory *,
    struct demarche *);

#endif
