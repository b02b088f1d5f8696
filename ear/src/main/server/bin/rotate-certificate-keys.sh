#!/usr/bin/env bash
# Adds a new key-encryption key for the private keys in the database and waits until all of them lie under it.
#   rotate-certificate-keys.sh DATA
# For one node. With several: put a new line at the top of every node's file, then move it to the end of each; the last
# line seals, all lines open.
# HEALTH (http://127.0.0.1:9990/health/ready) is asked for the progress; ESOLUTIONS_KEY_FILE is read.
set -euo pipefail
data="${1:?the data folder}"
file="${ESOLUTIONS_KEY_FILE:-$data/keys/certificates.keys}"
health="${HEALTH:-http://127.0.0.1:9990/health/ready}"
[[ -f $file ]] || { echo "There is no key file $file; the server makes it when the first certificate is stored." >&2; exit 1; }

umask 077
key="$(head -c 32 /dev/urandom | base64 -w 0)"
id="k$(printf '%s' "$key" | base64 -d | sha256sum | cut -c1-8)"
draft="$(mktemp "$file.XXXXXX")"
cat "$file" >"$draft"
[[ -z "$(tail -c 1 "$draft")" ]] || echo >>"$draft"
echo "$id=$key" >>"$draft"
chmod 0400 "$draft"
mv "$draft" "$file" # at once and whole: a server reads the old file or the new one
echo "Added $id to $file."

for ((i = 0; i < 60; i++)); do
    aged="$(curl -fsS "$health" 2>/dev/null | tr -d ' \n' | sed -n 's/.*"aged":\([0-9]*\).*/\1/p')" || aged=
    if [[ $aged == 0 ]]; then
        echo "All keys lie under $id. The lines above it in $file may be removed."
        exit 0
    fi
    sleep 2
done
echo "Not all keys lie under $id yet (still: ${aged:-unknown}). The servers go on; ask again at $health." >&2
exit 1
