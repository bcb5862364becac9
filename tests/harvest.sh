#!/bin/sh
# harvest.sh - feeds, their runs, and what came of them: harvest/*.sh in turn.  Prints
# TAP.  Only some: harvest.sh NAME...
cd "$(dirname "$0")" || exit 1
. ./parts.sh
