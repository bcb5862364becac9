#!/bin/sh
# sheets-stamp.sh - a digest of what parts of pages are rendered ahead with: the
# stylesheets, the rooms of the index, their queries and words.  When it changes,
# "guichet index" must render them again.
set -eu
cd "$(dirname "$0")/.."
cat xsl/index/*.xsl xsl/lib/*.xsl xsl/*/lib/*.xsl \
    cgi-bin/lib/index/*.[ch] cgi-bin/lib/indexing/*.[ch] \
    sql/queries/index.sql sql/data/audience-words.sql sql/data/word-stems.csv \
    sql/learned/word-vectors.bin | sha256sum | cut -c1-16
