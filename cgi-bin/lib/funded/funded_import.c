/* funded_import.c - files of funded projects. */

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "funded/funded_import.h"
#include "funded/funded_index.h"
#include "gazetteer/gazetteer_load.h"
#include "gazetteer/resolve.h"
#include "gen/constants.h"
#include "table/csv_table.h"
#include "table/import_report.h"
#include "table/loss.h"
#include "text/normalize.h"

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
	struct db *db;
	struct gazetteer_kept places; /* loaded for a department's name */
	struct import_report report;
	const struct layout *layout;
	const char *source;
	struct buf rows;
	struct pool *pool; /* of one line */
	unsigned long n, left_out;
};

#define DIGITS "0123456789"

enum { MAX_EUROS = 15, MIN_NAME = 3 };

/* What could not be read is noted by line, column and reason. */
static void
tell(struct funded_import *x, unsigned long line, int column, const char *why,
    const char *value)
{
	import_report_fault(&x->report, line, NULL,
	    column >= 0 ? x->layout->columns[column] : "", why, value);
}

/* Whole euros, as a hand types them or as a program writes them, with any
 * number of decimals; -1 for what is no amount. */
static long long
euros(struct pool *pool, const char *s)
{
	char *amount = normalize_amount(pool, s);

	if (amount == NULL)
		amount = normalize_decimal(pool, s, MAX_EUROS);
	return amount != NULL && strcspn(amount, ".") <= MAX_EUROS
	    ? strtoll(normalize_whole(pool, amount), NULL, 10)
	    : -1;
}

/* "001", "1", "02A", "20A": "01", "01", "2A", "2A"; "67A", where the State has
 * two departments in one: "67"; "69D" and "69M" (INSEE): "69".  False for what
 * is no department: "20" is two of them. */
static bool
read_department(char code[4], const char *s)
{
	size_t n, digits;
	char letter;

	s += strspn(s, "0");
	n = strlen(s);
	digits = strspn(s, DIGITS);
	letter = (char)toupper((unsigned char)s[digits]);
	if (strcmp(s, "20") == 0)
		return false;
	if (n == digits && (n == 1 || n == 2))
		snprintf(code, 4, "%s%s", n == 1 ? "0" : "", s);
	else if (n == digits && n == 3 && s[0] == '9' && s[1] >= '7')
		snprintf(code, 4, "%s", s);
	else if (s[0] == '2' && n == digits + 1 &&
	    (digits == 1 || (digits == 2 && s[1] == '0')) &&
	    (letter == 'A' || letter == 'B'))
		snprintf(code, 4, "2%c", letter);
	else if (digits == 2 && n == 3 &&
	    (letter == 'A' ||
		(strncmp(s, "69", 2) == 0 && (letter == 'D' || letter == 'M'))))
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
put_year(struct funded_import *x, const char *s, unsigned long line)
{
	bool is_year = strlen(s) == 4 && strspn(s, DIGITS) == 4 &&
	    strcmp(s, "1900") > 0 && strcmp(s, "2100") < 0;

	if (!is_year && *s != '\0')
		tell(x, line, x->layout->year, N_("this is no year"), s);
	put_field(&x->rows, s, is_year);
}

/* A code of so many digits, with the zeros that a spreadsheet took from it. */
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

/* A SIREN with blanks, or that of a SIRET; what is neither is told. */
static void
put_siren(struct funded_import *x, const char *s, unsigned long line)
{
	char *code = normalize_squeeze(x->pool, s), *siret;
	size_t n = strlen(code), digits = strspn(code, DIGITS);

	if ((siret = normalize_siret(x->pool, code)) != NULL)
		siret[9] = '\0';
	else if (digits > 0 && strcmp(code + digits, ".0") == 0)
		code[digits] = '\0';
	else if (n > 0 && (digits < n || n < 7 || n > 9))
		tell(x, line, x->layout->siren, N_("this is no SIREN"), s);
	put_code(&x->rows, siret != NULL ? siret : code, 9);
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

/* "Ain", "Ain (01)", "Département de l'Ain": as the search reads a place. */
static bool
named_department(struct funded_import *x, const char *s, char code[4])
{
	const struct resolve_wanted wanted = { .scales = 1U << SCALE_DEPARTMENT,
		.exact = true };
	const struct gazetteer_place *p;
	struct resolution found;
	size_t letters = 0;
	uint32_t at;

	for (const char *c = s; *c != '\0'; c++)
		letters += isalpha((unsigned char)*c) != 0;
	if (letters < MIN_NAME || gazetteer_want(&x->places, x->db) != RC_OK)
		return false;
	resolve_place(x->places.names, s, &wanted, &found);
	if (!found.settled ||
	    (at = gazetteer_of_id(x->places.names, found.found[0].id)) ==
		GAZETTEER_NONE)
		return false;
	p = &x->places.names->place[at];
	snprintf(code, 4, "%.3s", x->places.names->text + p->code);
	return p->scale == SCALE_DEPARTMENT;
}

/* Why a line would show nothing, which is told: it has no title, no amount or
 * no place. */
static bool
is_refused(struct funded_import *x, char **field, unsigned long line,
    long long amount, char department[4])
{
	const struct layout *l = x->layout;
	const char *place = field_of(field, l->department), *why = NULL;
	int column = l->amount;

	if (*field_of(field, l->title) == '\0') {
		why = N_("the title is missing");
		column = l->title;
	} else if (amount <= 0)
		why = N_("this is no amount");
	else if (!read_department(department, place) &&
	    !named_department(x, place, department)) {
		why = N_("this is no department");
		column = l->department;
	}
	if (why != NULL)
		tell(x, line, column, why, field_of(field, column));
	return why != NULL;
}

static enum rc
funded_import_take_row(void *arg, char **field, unsigned long line)
{
	struct funded_import *x = arg;
	const struct layout *l = x->layout;
	long long amount, cost;
	char folded[255], department[4];

	pool_reset(x->pool);
	amount = euros(x->pool, field_of(field, l->amount));
	cost = euros(x->pool, field_of(field, l->cost));
	if (line % 500 == 0)
		say_progress(_("projects read"), line, 0);
	if (is_refused(x, field, line, amount, department)) {
		x->left_out++;
		return RC_OK;
	}
	buf_putf(&x->rows, "%s\t", x->source);
	put_year(x, field_of(field, l->year), line);
	funded_import_put_text(&x->rows, field_of(field, l->scheme), 255);
	funded_import_put_text(&x->rows, field_of(field, l->title), 480);
	funded_import_put_text(&x->rows, field_of(field, l->beneficiary), 250);
	str_fold_name(folded, sizeof(folded), field_of(field, l->beneficiary));
	buf_putf(&x->rows, "%s\t", folded);
	put_siren(x, field_of(field, l->siren), line);
	put_insee(&x->rows, field_of(field, l->insee));
	buf_putf(&x->rows, "%s\t", department);
	if (cost < 0 && *field_of(field, l->cost) != '\0')
		tell(x, line, l->cost, N_("this is no amount"),
		    field_of(field, l->cost));
	buf_putf(&x->rows, "%s\t%lld\n",
	    cost > 0 ? pool_printf(x->pool, "%lld", cost) : "\\N", amount);
	x->n++;
	return RC_OK;
}

/* A line of another number of fields than the first one. */
static void
funded_import_refuse(void *arg, unsigned long line, int fields, int columns)
{
	struct funded_import *x = arg;
	char text[40];

	snprintf(text, sizeof(text), "%d/%d", fields, columns);
	x->left_out++;
	tell(x, line, 0, N_("too many or too few fields"), text);
}

enum { NLAYOUTS = sizeof(layouts) / sizeof(layouts[0]) };

/* Says the columns of each kind of file, a line each. */
static void
say_columns(void)
{
	say(_("a table of funded projects has one of these lines of titles:"));
	for (size_t i = 0; i < NLAYOUTS; i++) {
		struct buf all = { 0 };

		for (const char *const *s = layouts[i].columns; *s; s++)
			buf_putf(&all, "%s%s", all.len > 0 ? ";" : "", *s);
		say("  %s", all.data);
		buf_free(&all);
	}
}

/* The layout whose first column begins the line of their names; NULL, logged.
 */
static const struct layout *
layout_of(struct csv_source *in)
{
	const char *firsts[NLAYOUTS + 1] = { NULL };
	size_t which;
	enum rc rc;

	for (size_t i = 0; i < NLAYOUTS; i++)
		firsts[i] = layouts[i].columns[0];
	if ((rc = csv_table_which(in, firsts, &which)) == RC_OK)
		return &layouts[which];
	if (rc == RC_NOT_FOUND) {
		say_columns();
		log_msg(_(
		    "these are not the columns of the Fonds vert's laureates "
		    "nor those of the DGCL's projects or of Guichet's tables"));
	}
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
    struct csv_source *in, bool force, struct funded_report *r)
{
	struct funded_import x = { .db = db,
		.report = { .file = r->refused, .lines = true },
		.layout = layout_of(in),
		.source = source };
	struct pool *pool;
	enum rc rc;

	if (x.layout == NULL)
		return RC_BAD_PARAM;
	x.pool = pool_new();
	rc = csv_table_read_on(in, x.layout->columns, funded_import_take_row,
	    funded_import_refuse, &x);
	pool_free(x.pool);
	gazetteer_forget(&x.places);
	say_progress_end();
	import_report_say(&x.report);
	import_report_free(&x.report);
	if (rc == RC_OK && x.n == 0 && x.left_out > 0) {
		log_msg(_("no line of the table can be taken"));
		rc = RC_BAD_PARAM;
	}
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
