#ifndef ANSWERS_JSON_H
#define ANSWERS_JSON_H

#include "answers/answers.h"

/*
 * Reads facts of a JSON object: {"project.title": "…", "plan": [{"funder":
 * "detr", "amount": 50000}]}, or nested at the points, {"project": {"title":
 * …}}.  What cannot be read joins the faults.  The texts are copied into the
 * pool.
 */
void answers_json_read(struct answers *, const json_t *);

#endif
