#!/bin/sh
# import.sh - what the administrator's command takes of aids, refuses and says:
# import/*.sh in turn.  Prints TAP.  Only some: import.sh NAME...
cd "$(dirname "$0")" || exit 1
. ./parts.sh
