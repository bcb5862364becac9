#ifndef NORMALIZE_H
#define NORMALIZE_H

#include <jansson.h>
#include <stdbool.h>

#include "base/pool.h"

/*
 * Normalisation of numbers, addresses and codes, as people and other programs
 * write them, to one canonical spelling.  Each function returns it, in the
 * pool, or NULL when s is no such thing.  Blanks at the ends, and the blanks of
 * French typography within a number, are ignored.  Dates are in
 * normalize_date.h.
 */

/* "3 000" or "+42" to "3000", "42", however many digits. */
char *normalize_integer(struct pool *, const char *s);

/* "1 250,50" to "1250.50": at most places digits after a dot or a comma. */
char *normalize_decimal(struct pool *, const char *s, int places);

/* An amount of euros as a hand types it, "12 500,50 € HT", "12.500,50",
 * "120 k€", "1,2 million d'euros", "environ 120 000 € (HT)"; to "12500.50", or
 * "12500" when it is whole.  Never below 0, and none where blanks part digits
 * by other than three. */
char *normalize_amount(struct pool *, const char *s);

/* Whether it is said to be with its taxes, "120 000 € TTC". */
bool normalize_is_taxed(struct pool *, const char *s);

/* A decimal to the nearest whole number, halves up: "12500.50" to "12501". */
char *normalize_whole(struct pool *, const char *decimal);

/* An e-mail address that looks deliverable; a phone number of 6 to 15 digits,
 * whose signs and blanks stay. */
char *normalize_email(struct pool *, const char *s);
char *normalize_phone(struct pool *, const char *s);

/* Codes whose check digits are right: an IBAN, in capitals (ISO 13616); a
 * SIREN, a SIRET (Luhn, and La Poste's own rule). */
char *normalize_iban(struct pool *, const char *s);
char *normalize_siren(struct pool *, const char *s);
char *normalize_siret(struct pool *, const char *s);

/* Whether the last of n digits checks the others (Luhn, ISO/IEC 7812-1). */
bool normalize_is_luhn(const char *digits, size_t n);

/* s without any blank. */
char *normalize_squeeze(struct pool *, const char *s);

/* What any text from outside becomes, of a form, a file or a program: s without
 * what no text has or what misleads (str_drop_hidden), without blanks at its
 * ends (those of Unicode's General Punctuation and the no-break ones too), and
 * without controls but tab, LF and CR; a form feed is a new line. */
char *normalize_text(struct pool *, const char *s);

/* A string without its NULs, a number or a boolean as text; NULL for what is no
 * scalar, and for a number that needs more than 15 digits.  Owned by the value,
 * or in the pool. */
const char *normalize_json(struct pool *, const json_t *);

#endif
