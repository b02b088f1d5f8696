#!/usr/bin/env bash
# Adds a new key-encryption key for the private keys in the database and waits until all of them lie under it.
#   rotate-certificate-keys.sh DATA
# For one node. With several: put a new line at the top of every node's file, then move it to the end of each; the last
# line seals, all lines open.
# HEALTH (http://127.0.0.1:9990/health/ready) is asked for the progress; ESOLUTIONS_KEY_FILE is read.
set -euo pipefail
die() { printf '%s\n' "$@" >&2; exit 1; }

data="${1:?the data folder}"
file="${ESOLUTIONS_KEY_FILE:-$data/keys/certificates.keys}"
health="${HEALTH:-http://127.0.0.1:9990/health/ready}"
snapshot="$data/certificates.snapshot"
command -v curl >/dev/null || die "'curl' is missing. On Debian: apt-get install curl"
[[ -z ${ESOLUTIONS_KEYS:-} ]] || die "The keys come from ESOLUTIONS_KEYS: add a line to it, divided by ';', and restart."
[[ -r $file ]] || die "There is no key file $file that could be read; the server makes one at its first start."

# How many keys still lie under an older one; nothing while the server does not tell. A node that is not ready tells too.
aged() { curl -sS --max-time 5 "$health" 2>/dev/null | tr -d ' \n' | sed -n 's/.*"aged":\([0-9]*\).*/\1/p' || true; }

[[ -n "$(aged)" ]] || die "No server answers at $health, and only a running one can wrap the keys anew. Nothing was changed." \
    "With other ports: HEALTH=http://127.0.0.1:<port>/health/ready"

umask 077
key="$(head -c 32 /dev/urandom | base64 -w 0)"
id="k$(printf '%s' "$key" | base64 -d | sha256sum | cut -c1-8)"
draft="$(mktemp "$file.XXXXXX")"
trap 'rm -f "$draft"' EXIT
cat "$file" >"$draft"
[[ -z "$(tail -c 1 "$draft")" ]] || echo >>"$draft"
echo "$id=$key" >>"$draft"
chmod --reference="$file" "$draft"
chown --reference="$file" "$draft" # run by root, the file must stay readable for the server
mv "$draft" "$file"                # at once and whole: a server reads the old file or the new one
echo "Added $id to $file."

for ((i = 0; i < 90; i++)); do
    left="$(aged)"
    # The copy on disk that a start reads is under the new key as soon as it is newer than the key file.
    if [[ $left == 0 ]] && { [[ ! -e $snapshot ]] || [[ $snapshot -nt $file ]]; }; then
        echo "All keys lie under $id. The lines above it in $file may be removed."
        exit 0
    fi
    sleep 1
done
die "Not all keys lie under $id yet (still: ${left:-unknown}). The servers go on; ask again at $health."
