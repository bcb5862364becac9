#ifndef DS_ANSWER_H
#define DS_ANSWER_H

#include <jansson.h>
#include <stdbool.h>

#include "ds/ds_result.h"

/*
 * Reads DS's answers and checks them, for ds.c alone.  A function that returns
 * a text returns what is wrong, without anything of the answer, or NULL when
 * it is valid.  A NULL answer means that it was not JSON.
 */

/* Whether s has the form of a draft's token. */
bool ds_answer_is_token(const char *s);

/* The number under that key; 0 when it is not one that DS can give. */
unsigned long ds_answer_number(const json_t *, const char *key);

/* The state in that object, one of DS's words; NULL for any other. */
const char *ds_answer_state(const json_t *);

/* Reads the answer to the POST of a draft; its url must be of base or of one of
 * DS's hosts. */
const char *ds_answer_draft(const json_t *, const char *base,
    struct ds_draft *);
/* Calls fn for each draft of the answer, of the n tokens asked about, once all
 * of it is valid. */
const char *ds_answer_states(const json_t *, const char *const *token, size_t n,
    ds_state_taker *fn, void *arg);

/* The result that the first error of GraphQL means; DS_MADE when there is
 * none. */
enum ds_end ds_answer_error(const json_t *);

/* Takes data.<field> out of its envelope; the caller releases it (json_decref).
 * Unless the result is DS_MADE, *object is NULL and *why says what is wrong. */
enum ds_end ds_answer_graphql(const json_t *, const char *field,
    json_t **object, const char **why);

#endif
