#!/bin/sh
# sheets-stamp.sh - a digest of the stylesheets that parts of pages are rendered
# ahead with: when it changes, "guichet index" must render them again.
set -eu
cd "$(dirname "$0")/.."
cat xsl/index/*.xsl xsl/lib/*.xsl xsl/*/lib/*.xsl | sha256sum | cut -c1-16
