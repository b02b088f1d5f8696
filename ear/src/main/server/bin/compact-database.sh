#!/usr/bin/env bash
# Writes the file of the embedded database anew, without what was overwritten or deleted in it.
#   compact-database.sh DATA
# For a server that is stopped. The file of before is there until the new one is whole.
set -euo pipefail
die() { printf '%s\n' "$@" >&2; exit 1; }

data="${1:?the data folder}"
file="$data/shop.mv.db"
modules="$(cd "$(dirname "$(readlink -f "$0")")/../modules" && pwd -P)"
[[ -w $file ]] || die "There is no embedded database $file that could be written."
driver="$(find "$modules" -name 'h2-*.jar' -print -quit)"
[[ -n $driver ]] || die "The server's folder has no driver of the embedded database."

before="$(stat -c %s "$file")"
if ! said="$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$driver" org.h2.mvstore.MVStoreTool -compact "$file" 2>&1)"; then
    [[ $said != *"locked"* ]] || die "A server uses $file. Stop it first; nothing was changed."
    die "$said" "The file could not be written anew; it is as it was."
fi
echo "$file: $before bytes before, $(stat -c %s "$file") now."
