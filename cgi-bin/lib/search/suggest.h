#ifndef SUGGEST_H
#define SUGGEST_H

#include "question/question.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* Project types, offered to a reader: each <project> has the address that
 * searches for it. */

/* Appends <projects>: at most four kinds that the question's words may mean,
 * with the other criteria as they are; nothing without words, or when a kind is
 * chosen or named already.  With counted, for a list of few, how many aids each
 * finds there, and none that finds nothing: a search each. */
enum rc suggest_near(struct context *, const struct request *,
    struct response *, const struct question *, bool counted);

/* Appends to <relax> the words that a reader may have meant by one that was
 * mended, and the same words without quotes: a <word> each, with how many aids
 * it finds.  Four searches at most. */
enum rc suggest_words(struct context *, const struct request *,
    struct response *, const struct question *);

/* Appends to <relax> where the aids are that a commune may ask for any project,
 * <general>: those of the place or, when it has none, those that do not tell
 * their territory.  Nothing when no words are asked, or just these. */
enum rc suggest_general(struct context *, const struct request *,
    struct response *, const struct question *);

/* Appends <projects>: all kinds, or at most eight that the parameter "q" says
 * or means. */
void suggest_projects(struct context *, const struct request *,
    struct response *, const struct corpus *);

/* The address that searches for the name of a project type, with what is
 * carried on (question_carry), or NULL; and its <project>. */
const char *suggest_address(struct pool *, const struct project *,
    const char *carry);
void suggest_put(xmlNodePtr projects, const struct project *, const char *href);

#endif
