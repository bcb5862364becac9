#ifndef DS_ANSWER_H
#define DS_ANSWER_H

#include <stdbool.h>

#include "ds/ds.h"

/*
 * What DS's answers say, and whether they are sound: of ds.c alone.  Those that
 * return a text say what is wrong, without anything of the answer; NULL when
 * nothing is.  A NULL answer is no JSON.
 */
bool ds_answer_is_token(const char *s);

/* The number of that key; 0 when it is none that DS gives. */
unsigned long ds_answer_number(const json_t *, const char *key);

/* The state in that object, one of DS's words; NULL when it is none. */
const char *ds_answer_state(const json_t *);

const char *ds_answer_draft(const json_t *, const char *base,
    struct ds_draft *);
const char *ds_answer_states(const json_t *, const char *const *token, size_t n,
    ds_state_taker *fn, void *arg);

/* What the first error of GraphQL says; DS_MADE when there is none. */
enum ds_end ds_answer_error(const json_t *);

/* Takes data.<field>, to json_decref, out of its envelope; NULL, and *why, but
 * after DS_MADE. */
enum ds_end ds_answer_graphql(const json_t *, const char *field,
    json_t **object, const char **why);

#endif
