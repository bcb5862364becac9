#ifndef IMPORT_REPORT_H
#define IMPORT_REPORT_H

#include <stdbool.h>
#include <stdio.h>

/* What an import could not read: each fault by record, field and reason, and
 * how often each kind occurred. */
struct import_report {
	char cell[16]; /* "D12": where the next fault stands; "": unknown */
	bool lines;    /* records are lines of a table, not aids */
	FILE *file;    /* gets every fault, as a JSON object a line; NULL: none.
		      * The caller opens and closes it. */
	void *kinds;   /* a tree of fields and reasons, counted */
	void *keys;    /* a tree of keys that nothing reads, counted */
	unsigned nkeys;
	void *words; /* a tree of unknown words by field, counted */
	unsigned nwords;
};

/* A word, of a list or of a territory, that is not known here. */
struct report_word {
	const char *field; /* a constant: AT's field that bears it */
	unsigned long times;
	unsigned long last; /* record that has it, of a key */
	char *near;         /* what it resembles; NULL: nothing */
	char id[65];        /* the first that bears it; "": it has none */
	char word[256];     /* cut when longer */
};

/* What came of the records of a file. */
struct import_counts {
	unsigned long read, added, changed, same, refused;
	unsigned long hidden; /* of those added or changed: not shown */
};

/* A fault of the record, numbered from 1 in the file and known by id, which may
 * be NULL.  field is the feed's name of it; "" for the whole record, which is
 * then refused.  reason is a message of N_().  The first 20 of a kind are
 * printed, the others only counted. */
void import_report_fault(struct import_report *, unsigned long record,
    const char *id, const char *field, const char *reason, const char *value);

/* The same, but not printed: only counted, and written to the file. */
void import_report_count(struct import_report *, unsigned long record,
    const char *id, const char *field, const char *reason, const char *value);

/* Counts an unknown word of a field, which is a constant; it is in the record
 * of that id, which may be NULL.  Not NULL when it is new to the report, which
 * has two thousand at most: the caller then sets what it resembles, on the
 * heap. */
struct report_word *import_report_word(struct import_report *,
    const char *field, const char *word, const char *id);

/* Calls fn with each of them, field by field. */
void import_report_words(const struct import_report *,
    void (*fn)(void *arg, const struct report_word *), void *arg);

/* Counts a record with a key that nothing reads; the first hundred are told
 * apart. */
void import_report_key(struct import_report *, unsigned long record,
    const char *name);

/* Prints how often each kind, each such word and each such key occurred. */
void import_report_say(const struct import_report *);

void import_report_free(struct import_report *);

#endif
