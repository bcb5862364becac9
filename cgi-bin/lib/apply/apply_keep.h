#ifndef APPLY_KEEP_H
#define APPLY_KEEP_H

#include "apply/application.h"

/*
 * Answers kept until another day, in a file of the reader's: see
 * answers_file.h.  Nothing of it stays here.
 */

/* Whether the request asks for that file ("?format=answers"), or brings one. */
bool apply_keeps(const struct request *);
bool apply_brings(const struct request *);

/* The file, as the step "keep": whatever the form has in it, its faults too. */
enum rc apply_keep(struct application *);

/* Reads the file that the body brings into x->file, and its answers into
 * x->form, as the form would have sent them.  RC_BAD_PARAM, for a body that no
 * form sends; RC_OK else, x->file->fault says how the file was. */
enum rc apply_bring(struct application *);

/* Appends <brought> to the step, when a file was: its fault; or what it is of,
 * when that is another form, and what the form here has no place for. */
enum rc apply_put_brought(struct application *);

#endif
