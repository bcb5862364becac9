#ifndef SEARCH_COUNT_H
#define SEARCH_COUNT_H

#include "question/question_read.h"

/*
 * What is to be counted of a search that was answered (web/count_header.h): who
 * asks, by their audience when they name just one; where, when it is just one
 * territory, and its department; the words, folded, without stop words; and
 * how many aids were found.  Nothing of an answer that no page shows.
 */
void search_count(const struct context *, const struct request *,
    struct response *, const struct question *);

#endif
