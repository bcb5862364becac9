#!/bin/sh
# http2.sh DEBIAN FILE... - writes examples of sites as the nginx of that Debian wants
# them: from 1.25.1 on, of Debian 13, "listen ... http2" is told to be of the past.
set -eu

[ "$1" -ge 13 ] || exit 0
shift
sed -i -e '/From nginx 1.25.1 on/d' -e 's/443 ssl http2;/443 ssl;/' \
    -e 's/^\(\t*\)listen \[::\]:443 ssl;/&\n\1http2 on;/' "$@"
