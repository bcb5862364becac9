#ifndef PAGE_H
#define PAGE_H

#include "process/process.h"

/*
 * One request, from the server's variables to the response, in this order:
 *
 *	fcgi -> route -> params -> queries, handler -> one document
 *	     -> stylesheet -> response
 */

/* Serves one request; arg is the struct process.  Always sends one whole
 * response, at worst "500" as plain text. */
fcgi_handler page_serve;

#endif
