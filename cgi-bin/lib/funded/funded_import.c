/* funded_import.c - files of funded projects. */

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/loss.h"
#include "db/query.h"
#include "funded/funded_import.h"
#include "funded/funded_index.h"
#include "text/csv_table.h"

/* A kind of file: its columns, and which of them is each field. */
struct layout {
	const char *columns[CSV_TABLE_COLUMNS + 1];
	int year, scheme, title, beneficiary, siren, insee, department, cost,
	    amount; /* -1: nowhere */
};

static const struct layout layouts[] = {
	{ { "nom_region", "code_departement", "nom_departement", "code_commune",
	      "nom_commune", "axe", "numero_demarche_ds", "nom_demarche_ds",
	      "numero_dossier_ds", "nom_du_projet",
	      "nom_beneficiaire_principal", "siren", "montant_engage", NULL },
	    -1, 7, 9, 10, 11, 3, 1, -1, 12 },
	{ { "exercice", "dispositif", "programme", "beneficiaire_type",
	      "beneficiaire_siren", "beneficiaire_dep", "beneficiaire_nom",
	      "beneficiaire_code_insee", "intitule", "cout_ht", "subvention",
	      "taux", NULL },
	    0, 1, 8, 6, 4, 7, 5, 9, 10 },
	/* Of funded_table.c. */
	{ { "projet", "annee", "dispositif", "beneficiaire", "siren", "insee",
	      "departement", "cout", "subvention", NULL },
	    1, 2, 0, 3, 4, 5, 6, 7, 8 },
	/* Of xsl/funded/funded-list-csv.xsl. */
	{ { "annee", "projet", "beneficiaire", "departement", "distance (km)",
	      "dispositif", "cout (€)", "subvention (€)", "taux (%)", NULL },
	    0, 5, 1, 2, -1, -1, 3, 6, 7 },
};

struct funded_import {
	const struct layout *layout;
	const char *source;
	struct buf rows;
	unsigned long n, left_out;
};

#define DIGITS "0123456789"

/* Past the blanks of a spreadsheet's numbers, and its sign of euros. */
static const char *
skip_blanks(const char *s)
{
	for (;;) {
		if (*s == ' ')
			s++;
		else if (strncmp(s, "\xc2\xa0", 2) == 0)
			s += 2;
		else if (strncmp(s, "\xe2\x80\xaf", 3) == 0 ||
		    strncmp(s, "\xe2\x82\xac", 3) == 0)
			s += 3;
		else
			return s;
	}
}

/* "21 667,00 €", "310000,0": whole euros; -1 for what is no such amount. */
static long long
euros(const char *s)
{
	long long sum = 0;
	int digits = 0;

	while (isdigit((unsigned char)*(s = skip_blanks(s)))) {
		if (++digits > 15)
			return -1;
		sum = 10 * sum + *s++ - '0';
	}
	if (*s == ',' || *s == '.') {
		sum += s[1] >= '5' && s[1] <= '9';
		s += 1 + strspn(s + 1, DIGITS);
	}
	return digits > 0 && *skip_blanks(s) == '\0' ? sum : -1;
}

/* "001", "1", "02A", "20A": "01", "01", "2A", "2A"; "67A", where the State has
 * two departments in one: "67".  False for what is no department. */
static bool
read_department(char code[4], const char *s)
{
	size_t n, digits;
	char letter;

	s += strspn(s, "0");
	n = strlen(s);
	digits = strspn(s, DIGITS);
	letter = (char)toupper((unsigned char)s[digits]);
	if (n == digits && (n == 1 || n == 2))
		snprintf(code, 4, "%s%s", n == 1 ? "0" : "", s);
	else if (n == digits && n == 3 && s[0] == '9' && s[1] >= '7')
		snprintf(code, 4, "%s", s);
	else if (s[0] == '2' && n == digits + 1 &&
	    (digits == 1 || (digits == 2 && s[1] == '0')) &&
	    (letter == 'A' || letter == 'B'))
		snprintf(code, 4, "2%c", letter);
	else if (digits == 2 && n == 3 && letter == 'A')
		snprintf(code, 4, "%.2s", s);
	else
		return false;
	return true;
}

static const char *
field_of(char **field, int at)
{
	return at < 0 ? "" : field[at];
}

static void
put_field(struct buf *b, const char *s, bool is_good)
{
	buf_putf(b, "%s\t", is_good ? s : "\\N");
}

static void
put_year(struct buf *b, const char *s)
{
	put_field(b, s,
	    strlen(s) == 4 && strspn(s, DIGITS) == 4 && strcmp(s, "1900") > 0 &&
		strcmp(s, "2100") < 0);
}

/* A code of so many digits, with the leading zeros that a spreadsheet removed.
 */
static void
put_code(struct buf *b, const char *s, size_t digits)
{
	size_t n = strlen(s);
	bool is_code = strspn(s, DIGITS) == n && n > 0 && n <= digits &&
	    n + 2 >= digits;

	if (is_code)
		buf_putf(b, "%.*s", (int)(digits - n), "00");
	put_field(b, s, is_code);
}

/* The communes of Corsica have a letter: "2A004". */
static void
put_insee(struct buf *b, const char *s)
{
	if (strlen(s) == 5 && s[0] == '2' && (s[1] == 'A' || s[1] == 'B') &&
	    strspn(s + 2, DIGITS) == 3)
		put_field(b, s, true);
	else
		put_code(b, s, 5);
}

static void
funded_import_put_text(struct buf *b, const char *s, size_t max)
{
	char *cut = strndup(s, str_cut(s, max));

	if (cut == NULL)
		log_die("funded: out of memory");
	buf_put_tsv(b, cut);
	buf_putc(b, '\t');
	free(cut);
}

static enum rc
funded_import_take_row(void *arg, char **field, unsigned long line)
{
	struct funded_import *x = arg;
	const struct layout *l = x->layout;
	long long amount = euros(field_of(field, l->amount));
	long long cost = euros(field_of(field, l->cost));
	char folded[255], department[4];

	if (line % 500 == 0)
		say_progress(_("projects read"), line, 0);
	/* A line without a title, an amount or a place shows nothing. */
	if (*field_of(field, l->title) == '\0' || amount <= 0 ||
	    !read_department(department, field_of(field, l->department))) {
		x->left_out++;
		return RC_OK;
	}
	buf_putf(&x->rows, "%s\t", x->source);
	put_year(&x->rows, field_of(field, l->year));
	funded_import_put_text(&x->rows, field_of(field, l->scheme), 255);
	funded_import_put_text(&x->rows, field_of(field, l->title), 480);
	funded_import_put_text(&x->rows, field_of(field, l->beneficiary), 250);
	str_fold_name(folded, sizeof(folded), field_of(field, l->beneficiary));
	buf_putf(&x->rows, "%s\t", folded);
	put_code(&x->rows, field_of(field, l->siren), 9);
	put_insee(&x->rows, field_of(field, l->insee));
	buf_putf(&x->rows, "%s\t", department);
	if (cost > 0)
		buf_putf(&x->rows, "%lld\t%lld\n", cost, amount);
	else
		buf_putf(&x->rows, "\\N\t%lld\n", amount);
	x->n++;
	return RC_OK;
}

enum { NLAYOUTS = sizeof(layouts) / sizeof(layouts[0]) };

/* The layout whose first column begins the line of their names; NULL, logged.
 */
static const struct layout *
layout_of(const char *text, size_t n)
{
	const char *firsts[NLAYOUTS + 1] = { NULL };
	size_t which;
	enum rc rc;

	for (size_t i = 0; i < NLAYOUTS; i++)
		firsts[i] = layouts[i].columns[0];
	if ((rc = csv_table_which(text, n, firsts, &which)) == RC_OK)
		return &layouts[which];
	if (rc == RC_NOT_FOUND)
		log_msg(_(
		    "these are not the columns of the Fonds vert's laureates "
		    "nor those of the DGCL's projects or of Guichet's tables"));
	return NULL;
}

static enum rc
write_rows(struct db *db, struct words *words, const struct funded_import *x,
    bool force, struct pool *pool, unsigned long *placed)
{
	static const enum query_id before[] = { Q_VERSION_BUMP,
		Q_FUNDED_DELETE };
	static const enum query_id after[] = { Q_FUNDED_BY_INSEE,
		Q_FUNDED_BY_SIREN, Q_FUNDED_BY_NAME, Q_FUNDED_DEPARTMENT,
		Q_FUNDED_EPCI, Q_FUNDED_OWN_EPCI };
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = RC_OK;

	arg_text(pool, &args, ARG_SOURCE, x->source);
	for (size_t i = 0; rc == RC_OK && i < 2; i++)
		rc = query_run(db, pool, before[i], args, &res);
	if (rc == RC_OK)
		rc = loss_check_counts(res.affected, x->n, force);
	if (rc == RC_OK)
		rc = query_load(db, Q_FUNDED_WRITE, &x->rows);
	for (size_t i = 0; rc == RC_OK && i < 6; i++) {
		say_progress(_("projects placed: steps"), i, 6);
		rc = query_run(db, pool, after[i], args, &res);
		if (rc == RC_OK && i < 3)
			*placed += (unsigned long)res.affected;
	}
	return rc == RC_OK ? funded_index(db, words) : rc;
}

enum rc
funded_import(struct db *db, struct words *words, const char *source,
    const char *text, size_t n, bool force, struct funded_report *r)
{
	struct funded_import x = { .layout = layout_of(text, n),
		.source = source };
	struct pool *pool;
	enum rc rc;

	if (x.layout == NULL)
		return RC_BAD_PARAM;
	rc = csv_table_read(text, n, x.layout->columns, funded_import_take_row,
	    &x);
	if (rc == RC_OK && (rc = db_begin(db)) == RC_OK) {
		pool = pool_new();
		rc = write_rows(db, words, &x, force, pool, &r->placed);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
		pool_free(pool);
	}
	r->count = x.n;
	r->left_out = x.left_out;
	buf_free(&x.rows);
	return rc;
}
