#ifndef CHAMP_H
#define CHAMP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

/* A champ of a démarche, as Démarches simplifiées (DS) describes it.  "DS" with
 * a number is a section of its prefill contract. */

/* What a type is to prefill (DS 1.6); the ones of kind CHAMP_NEVER are not
 * prefilled, by DS or by prudence. */
enum champ_kind {
	CHAMP_NEVER,
	CHAMP_TEXT,
	CHAMP_LONGTEXT,
	CHAMP_EMAIL,
	CHAMP_PHONE,
	CHAMP_IBAN,
	CHAMP_INTEGER,
	CHAMP_DECIMAL,
	CHAMP_BOOLEAN,
	CHAMP_CIVILITY,
	CHAMP_DATE,
	CHAMP_DATETIME,
	CHAMP_LIST,
	CHAMP_LISTS,
	CHAMP_COMMUNE,
	CHAMP_EPCI,
	CHAMP_DEPARTMENT,
	CHAMP_REGION,
	CHAMP_COUNTRY,
	CHAMP_ADDRESS,
	CHAMP_SIRET,
	CHAMP_DOSSIER,
	CHAMP_BLOCK
};

struct champ {
	unsigned long long id;    /* stable id: lasts over revisions */
	unsigned long long block; /* the repetition it is in; 0: none */
	enum champ_kind kind;
	const char *type; /* __typename without "ChampDescriptor" */
	const char *label;
	const char *description; /* NULL: none; may hold HTML */
	const char *visible_if;  /* conditionExpression; NULL: unknown */
	struct json_t *when; /* the same, by champ_when_read; NULL: always */
	bool decides;        /* when others are asked */
	char department[4];  /* that its label is of; "": of none */
	bool private;        /* an annotation */
	bool required, other;
	int level;           /* of a title: 1 to 3 */
	const char **option; /* noptions strings, as DS spells them */
	size_t noptions;
};

/* The kind of a type named as above; CHAMP_NEVER for one that is not known. */
enum champ_kind champ_kind(const char *type);

/* Whether the option of a plain list is a title ("--Bâtiments--"), which says
 * nothing (DS 1.6). */
bool champ_is_title(const char *option);

/* The key of a champ in a payload: "champ_" and the unpadded base64 of "Champ-"
 * and its id (DS 1.4); in the pool. */
char *champ_key(struct pool *, unsigned long long id);

/* Reads such a key, padded or not, or the bare id of a schema; 0 when it is
 * none, or when its padding is wrong.  As DS does, whatever class stands
 * before the dash, and with what GraphQL puts behind ("Champ-22|01ARZ3"). */
unsigned long long champ_key_read(const char *key);

#endif
