#ifndef CONCEPTS_H
#define CONCEPTS_H

#include "question/parser.h"

/*
 * The words of a question, from "keyword", to concepts: a word with its kin
 * (synonyms.h), an acronym with what it stands for, a phrase in quotes, a word
 * to leave out (-word); a word that no aid bears is mended (spelling.h).  What
 * was understood goes to <asked>.
 */
enum rc concepts_read(struct parser *);

#endif
