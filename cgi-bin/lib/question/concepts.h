#ifndef CONCEPTS_H
#define CONCEPTS_H

#include "question/parser.h"

/*
 * Reads "keyword" and "project_reference_id" into the concepts of the question:
 * a word with its synonyms (synonyms.h), an acronym with what it stands for, a
 * phrase in quotes, a word to exclude (-word).  Words that no aid bears are
 * corrected (spelling.h).  Appends what was understood to <asked>; a <word>
 * that no aid bears has no <form>.  RC_BAD_PARAM for a project that is not
 * there.
 */
enum rc concepts_read(struct parser *);

#endif
