#ifndef BUILD_H
#define BUILD_H

/*
 * What was built: defined by conf/build-id.sh, linked into each program.
 */

/* The version that the Makefile gives, "0.9.0". */
extern const char build_version[];

/* 16 hexadecimal digits that change when any source of the programs, any query,
 * stylesheet, style, script or picture does, and with nothing else: two builds
 * of the same sources have the same one, wherever they are made.  A sheet that
 * is mended where it is installed does not change it: see xsl_fingerprint. */
extern const char build_id[];

/* The number of the last step of the schema that was there: 23 of
 * sql/schema/023-readers.sql. */
extern const unsigned build_schema;

/* The same of what reads a feed of aids, and nothing else. */
extern const char build_import_id[];

/* And of what loads the territories. */
extern const char build_perimeter_id[];

#endif
