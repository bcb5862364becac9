#!/bin/sh
# build-id.sh VERSION - prints the C that defines what base/build.h declares: the
# version, and digests of all that the programs and their pages are made from, and of
# what reads a feed of aids: its rooms, those that read its texts, and its queries; and
# of what loads territories.
# Only the names in the tree and the contents count: neither dates nor folders.
set -eu

cd "$(dirname "$0")/.."
export LC_ALL=C
# digest PATH...: of the files in them.
digest() {
	find "$@" -type f \
	    ! -name '.*' ! -name '*.md' ! -name '*~' ! -name '*.orig' ! -name '*.rej' |
	    sort | xargs -r sha256sum | sha256sum | cut -c1-16
}
id=$(digest cgi-bin sql/queries sql/schema sql/accounts sql/constants \
    sql/data/word-stems.csv sql/learned xsl conf/programs conf/assets.sh)
import=$(digest cgi-bin/lib/import cgi-bin/lib/record cgi-bin/lib/feed cgi-bin/lib/text \
    cgi-bin/lib/table sql/queries/import.sql sql/queries/record.sql)
perimeter=$(digest cgi-bin/lib/territory cgi-bin/lib/base sql/queries/territory_*.sql \
    sql/constants)
schema=$(ls sql/schema | sed -n 's/^0*\([0-9]*\)-.*/\1/p' | sort -n | tail -n 1)
cat <<C
#include "base/build.h"

const char build_version[] = "$1";
const char build_id[] = "$id";
const char build_import_id[] = "$import";
const char build_perimeter_id[] = "$perimeter";
const unsigned build_schema = $schema;
C
