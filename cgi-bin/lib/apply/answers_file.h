#ifndef ANSWERS_FILE_H
#define ANSWERS_FILE_H

#include "text/urlencoded.h"

/*
 * The file that keeps the answers of an application until another day, without
 * an account: what readers typed, under the names of the form's fields.  Its
 * grammar is xsl/apply/answers.rng, which says what each part means;
 * prefill-apply-answers.xsl writes it.
 */
enum { ANSWERS_FILE_VERSION = 1, ANSWERS_FILE_FIELDS = 600 };

struct answers_file {
	/* Why it cannot be read: "empty", "utf8", "xml" (no XML, or with a
	 * document type), "foreign" (XML of another kind), "version" (of a
	 * later Guichet), "too-many" answers; NULL: it was. */
	const char *fault;
	/* Of the <answers>; NULL when it does not say. */
	const char *aid, *demarche, *made, *saved, *siren, *perimeter;
	struct urlencoded fields; /* as the form would have sent them */
};

/* Reads the n bytes of a file, of anyone's making, into the pool.  Never reads
 * another file nor an address, and expands no entity. */
void answers_file_read(struct pool *, const char *data, size_t n,
    struct answers_file *);

#endif
