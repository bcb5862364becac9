#ifndef CORRECTION_H
#define CORRECTION_H

#include "engine/terms.h"
#include "question/parser.h"
#include "vocabulary/tokens.h"

/*
 * Corrects the words of a question that no index, synonym or vector knows:
 * each becomes the nearest word of the vocabulary (spelling.h), if one is near;
 * one that they know by its stem and not as it is spelled (form_set.h), only
 * the word of another stem of which it lacks a letter, or has one more, or two
 * swapped.  Names are left as they are: a word of the name of a place, and one
 * with a capital that other words of the question have not.
 * The first eight are looked at, and none once the request is late.
 * The terms of the tokens must have been read.  *n tokens, at most TOKENS, are
 * changed in place.  Appends <mended> to <asked>: the corrected question, and
 * the address that asks for just what was typed.
 */
enum rc correction_apply(struct parser *, struct terms *, struct token *token,
    int *n);

#endif
