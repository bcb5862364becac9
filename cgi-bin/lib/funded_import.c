/* funded_import.c - files of funded projects. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "funded_import.h"
#include "funded_index.h"
#include "log.h"
#include "query.h"
#include "say.h"
#include "table.h"
#include "text.h"

/* Where each fact stands in a row of the file. */
struct layout {
	const char	*columns[TABLE_COLUMNS + 1];
	int		 year, scheme, title, beneficiary, siren, insee,
			 department, cost, amount;	/* -1: nowhere */
};

static const struct layout layouts[] = {
	{ { "nom_region", "code_departement", "nom_departement",
	    "code_commune", "nom_commune", "axe", "numero_demarche_ds",
	    "nom_demarche_ds", "numero_dossier_ds", "nom_du_projet",
	    "nom_beneficiaire_principal", "siren", "montant_engage", NULL },
	    -1, 7, 9, 10, 11, 3, 1, -1, 12 },
	{ { "exercice", "dispositif", "programme", "beneficiaire_type",
	    "beneficiaire_siren", "beneficiaire_dep", "beneficiaire_nom",
	    "beneficiaire_code_insee", "intitule", "cout_ht", "subvention",
	    "taux", NULL },
	    0, 1, 8, 6, 4, 7, 5, 9, 10 },
};

struct import {
	const struct layout *layout;
	const char	*source;
	struct buf	 rows;
	unsigned long	 n;
};

/* "21 667,00 €", "310000,0": whole euros; -1 when it is none. */
static long long
euros(const char *s)
{
	char digits[24];
	size_t n = 0;

	for (; *s != '\0' && *s != ',' && *s != '.' && n + 1 < sizeof(digits);
	    s++)
		if (isdigit((unsigned char)*s))
			digits[n++] = *s;
	digits[n] = '\0';
	return n == 0 ? -1 : strtoll(digits, NULL, 10) +
	    (*s != '\0' && s[1] >= '5' && s[1] <= '9');
}

/* "001", "1", "02A": "01", "01", "2A". */
static void
put_department(struct buf *b, const char *s)
{
	while (*s == '0')
		s++;
	buf_putf(b, "%s%.3s\t", strlen(s) < 2 ? "0" : "", s);
}

static const char *
field_of(char **field, int at)
{
	return at < 0 ? "" : field[at];
}

/* A code of so many digits, with the noughts that a spreadsheet took away. */
static void
put_code(struct buf *b, const char *s, size_t digits)
{
	size_t n = strlen(s);

	if (n == 0 || n > digits || n + 2 < digits)
		buf_puts(b, "\\N");
	else
		buf_putf(b, "%.*s%s", (int)(digits - n), "00", s);
	buf_putc(b, '\t');
}

static void
put_text(struct buf *b, const char *s, size_t max)
{
	char *cut = strndup(s, text_cut(s, max));

	if (cut == NULL)
		log_die("funded: out of memory");
	buf_put_tsv(b, cut);
	buf_putc(b, '\t');
	free(cut);
}

static enum rc
take_row(void *arg, char **field, unsigned long line)
{
	struct import *x = arg;
	const struct layout *l = x->layout;
	long long amount = euros(field_of(field, l->amount));
	long long cost = euros(field_of(field, l->cost));
	const char *year = field_of(field, l->year);
	char folded[255];

	(void)line;
	/* A line without a title or an amount shows nothing. */
	if (*field_of(field, l->title) == '\0' || amount <= 0)
		return RC_OK;
	buf_putf(&x->rows, "%s\t%s\t", x->source, *year != '\0' ? year :
	    "\\N");
	put_text(&x->rows, field_of(field, l->scheme), 255);
	put_text(&x->rows, field_of(field, l->title), 480);
	put_text(&x->rows, field_of(field, l->beneficiary), 250);
	text_fold_name(folded, sizeof(folded), field_of(field,
	    l->beneficiary));
	buf_putf(&x->rows, "%s\t", folded);
	put_code(&x->rows, field_of(field, l->siren), 9);
	put_code(&x->rows, field_of(field, l->insee), 5);
	put_department(&x->rows, field_of(field, l->department));
	if (cost > 0)
		buf_putf(&x->rows, "%lld\t%lld\n", cost, amount);
	else
		buf_putf(&x->rows, "\\N\t%lld\n", amount);
	x->n++;
	return RC_OK;
}

/* The layout of which the first line begins with the first column. */
static const struct layout *
layout_of(const char *text, size_t n)
{
	if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		n -= 3;
	}
	for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++) {
		size_t len = strlen(layouts[i].columns[0]);

		if (n > len && memcmp(text, layouts[i].columns[0], len) == 0 &&
		    text[len] == ';')
			return &layouts[i];
	}
	log_msg(_("these are not the columns of the Fonds vert's laureates nor "
	    "those of the DGCL's projects"));
	return NULL;
}

static enum rc
write_rows(struct db *db, struct words *words, const struct import *x,
    struct pool *pool, unsigned long *placed)
{
	static const char *const before[] = { "version_bump",
	    "funded_delete" };
	static const char *const after[] = { "funded_by_insee",
	    "funded_by_siren", "funded_by_name", "funded_epci",
	    "funded_own_epci" };
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = RC_OK;

	arg_text(pool, &args, "source", x->source);
	for (size_t i = 0; rc == RC_OK && i < 2; i++)
		rc = query_run(db, pool, before[i], args, &res);
	if (rc == RC_OK)
		rc = query_load(db, "funded_write", &x->rows);
	for (size_t i = 0; rc == RC_OK && i < 5; i++) {
		rc = query_run(db, pool, after[i], args, &res);
		if (rc == RC_OK && i < 3)
			*placed += (unsigned long)res.affected;
	}
	return rc == RC_OK ? funded_index(db, words) : rc;
}

enum rc
funded_import(struct db *db, struct words *words, const char *source,
    const char *text, size_t n, unsigned long *count, unsigned long *placed)
{
	struct import x = { .layout = layout_of(text, n), .source = source };
	struct pool *pool;
	enum rc rc;

	*placed = 0;
	if (x.layout == NULL)
		return RC_BAD_PARAM;
	rc = table_read(text, n, x.layout->columns, take_row, &x);
	if (rc == RC_OK && (rc = db_begin(db)) == RC_OK) {
		pool = pool_new();
		rc = write_rows(db, words, &x, pool, placed);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
		pool_free(pool);
	}
	*count = x.n;
	buf_free(&x.rows);
	return rc;
}
