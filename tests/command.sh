#!/bin/sh
# command.sh - what the administrator's command does besides aids: checks, tables,
# territories, words, démarches, drafts, counts: command/*.sh in turn.  Prints TAP.  Only
# some: command.sh NAME...
cd "$(dirname "$0")" || exit 1
. ./parts.sh
