#!/bin/sh
# build-id.sh VERSION - prints the C that defines what base/build.h declares: the
# version, and a digest of all that the programs and their pages are made from.
# Only the names in the tree and the contents count: neither dates nor folders.
set -eu

cd "$(dirname "$0")/.."
export LC_ALL=C
id=$(find cgi-bin sql/queries sql/schema sql/accounts sql/constants \
    xsl conf/programs conf/assets.sh -type f \
    ! -name '.*' ! -name '*.md' ! -name '*~' ! -name '*.orig' ! -name '*.rej' |
    sort | xargs -r sha256sum | sha256sum | cut -c1-16)
cat <<C
#include "base/build.h"

const char build_version[] = "$1";
const char build_id[] = "$id";
C
