/* fact.c - what may be known, under its names. */

#include <stdlib.h>
#include <string.h>

#include "answers/fact.h"
#include "base/pool.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/answers.h"

struct facts {
	struct pool *pool;
	struct fact *fact; /* in the order of forms */
	const struct fact **by_name;
	size_t n;
};

static const char *const type_names[] = {
	[FACT_TEXT] = "text",
	[FACT_LONGTEXT] = "longtext",
	[FACT_INTEGER] = "integer",
	[FACT_AMOUNT] = "amount",
	[FACT_DATE] = "date",
	[FACT_BOOLEAN] = "boolean",
	[FACT_CHOICE] = "choice",
	[FACT_CHOICES] = "choices",
	[FACT_CIVILITY] = "civility",
	[FACT_EMAIL] = "email",
	[FACT_PHONE] = "phone",
	[FACT_SIREN] = "siren",
	[FACT_SIRET] = "siret",
	[FACT_COMMUNE] = "commune",
	[FACT_EPCI] = "epci",
	[FACT_DEPARTMENT] = "department",
	[FACT_REGION] = "region",
	[FACT_LIST] = "list",
};

/* A base that is newer than the program may have types that it does not know:
 * text is what DS checks least. */
static enum fact_type
fact_type_of(const char *name)
{
	for (size_t i = 0; i < sizeof(type_names) / sizeof(type_names[0]); i++)
		if (strcmp(type_names[i], name) == 0)
			return (enum fact_type)i;
	return FACT_TEXT;
}

/* The list whose column it is: the longest name before one of its points that
 * is a list. */
static const struct fact *
fact_list_of(const struct facts *f, const char *name)
{
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot != NULL && i < f->n; i++)
		if (f->fact[i].type == FACT_LIST &&
		    strlen(f->fact[i].name) == (size_t)(dot - name) &&
		    strncmp(f->fact[i].name, name, (size_t)(dot - name)) == 0)
			return &f->fact[i];
	return NULL;
}

static int
fact_order(const void *a, const void *b)
{
	return strcmp((*(const struct fact *const *)a)->name,
	    (*(const struct fact *const *)b)->name);
}

static void
fact_sort(struct facts *f)
{
	f->by_name = pool_take(f->pool, (f->n + 1) * sizeof(*f->by_name));
	for (size_t i = 0; i < f->n; i++)
		f->by_name[i] = &f->fact[i];
	if (f->n > 1)
		qsort(f->by_name, f->n, sizeof(*f->by_name), fact_order);
}

static enum rc
fact_read_facts(struct db *db, struct facts *f)
{
	struct result res;
	enum rc rc = query_run(db, f->pool, Q_FACTS, NULL, &res);

	if (rc != RC_OK)
		return rc;
	f->fact = pool_take(f->pool, (res.rows + 1) * sizeof(*f->fact));
	for (f->n = 0; f->n < res.rows; f->n++) {
		const struct facts_row *row = facts_row(&res, f->n);

		f->fact[f->n] = (struct fact){ .name = row->name.s,
			.type_name = row->type.s,
			.type = fact_type_of(row->type.s),
			.label = row->label.s,
			.hint = row->hint.s,
			.theme = row->theme.s,
			.theme_label = row->theme_label.s,
			.derived = rows_int(&row->derived, 0) != 0 };
	}
	for (size_t i = 0; i < f->n; i++)
		f->fact[i].list = fact_list_of(f, f->fact[i].name);
	fact_sort(f);
	return RC_OK;
}

static enum rc
read_values(struct db *db, struct facts *f)
{
	struct fact_value *v;
	struct result res;
	enum rc rc = query_run(db, f->pool, Q_FACT_VALUES, NULL, &res);

	if (rc != RC_OK)
		return rc;
	v = pool_take(f->pool, (res.rows + 1) * sizeof(*v));
	for (unsigned r = 0; r < res.rows; r++) {
		const struct fact_values_row *row = fact_values_row(&res, r);
		struct fact *of = (struct fact *)(uintptr_t)facts_find(f,
		    row->fact.s);

		v[r] = (struct fact_value){ row->value.s, row->label.s,
			row->wordings.s };
		if (of == NULL)
			continue;
		if (of->nvalues++ == 0)
			of->value = &v[r];
	}
	return RC_OK;
}

enum rc
facts_load(struct db *db, struct facts **facts)
{
	struct pool *pool = pool_new();
	struct facts *f = pool_take(pool, sizeof(*f));
	enum rc rc;

	f->pool = pool;
	rc = fact_read_facts(db, f);
	if (rc == RC_OK)
		rc = read_values(db, f);
	if (rc != RC_OK) {
		pool_free(pool);
		return rc;
	}
	*facts = f;
	return RC_OK;
}

void
facts_free(struct facts *f)
{
	if (f != NULL)
		pool_free(f->pool);
}

static int
fact_compare(const void *name, const void *fact)
{
	return strcmp(name, (*(const struct fact *const *)fact)->name);
}

const struct fact *
facts_find(const struct facts *f, const char *name)
{
	const struct fact **at = bsearch(name, f->by_name, f->n,
	    sizeof(*f->by_name), fact_compare);

	return at != NULL ? *at : NULL;
}

const struct fact *
facts_all(const struct facts *f, size_t *n)
{
	*n = f->n;
	return f->fact;
}

const struct fact_value *
fact_value(const struct fact *f, const char *value)
{
	for (size_t i = 0; i < f->nvalues; i++)
		if (strcmp(f->value[i].value, value) == 0)
			return &f->value[i];
	return NULL;
}

char *
fact_field(struct pool *pool, const struct fact *f, int line)
{
	return line < 0 ? pool_strdup(pool, f->name)
			: pool_printf(pool, "%s.%d%s", f->list->name, line,
			      f->name + strlen(f->list->name));
}
