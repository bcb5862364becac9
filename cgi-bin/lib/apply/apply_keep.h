#ifndef APPLY_KEEP_H
#define APPLY_KEEP_H

#include "apply/application.h"

/*
 * Answers kept until another day, in a file of the reader's: see
 * answers_file.h.  The server stores nothing.
 */

/* Whether the request asks for that file ("?format=answers"), or brings one. */
bool apply_keeps(const struct request *);
bool apply_brings(const struct request *);

/* Makes the file, as the step "keep", of all that the form contains, its faults
 * too. */
enum rc apply_keep(struct application *);

/* Reads the uploaded file into x->file, and its answers into x->form, as the
 * form would have sent them.  RC_BAD_PARAM for a body that no form sends; else
 * RC_OK, and x->file->fault says what is wrong with the file. */
enum rc apply_bring(struct application *);

/* Appends <brought> to the step, when a file was uploaded: its fault; or, when
 * it is of another form, which one, and the answers that this form does not
 * ask for. */
enum rc apply_put_brought(struct application *);

#endif
