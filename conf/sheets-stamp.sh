#!/bin/sh
# sheets-stamp.sh - a digest of what parts of pages are rendered ahead with: the
# stylesheets, the room of the index, its queries and its table of words.  When it
# changes, "guichet index" must render them again.
set -eu
cd "$(dirname "$0")/.."
cat xsl/index/*.xsl xsl/lib/*.xsl xsl/*/lib/*.xsl cgi-bin/lib/index/*.[ch] \
    sql/data/word-stems.csv sql/queries/index.sql | sha256sum | cut -c1-16
