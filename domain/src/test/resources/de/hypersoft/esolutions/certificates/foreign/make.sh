#!/usr/bin/env bash
# Makes the files of this folder anew. Needs openssl 3, keytool, pk12util and certutil (Debian: libnss3-tools), certtool (gnutls-bin).
set -euo pipefail
export LC_ALL=C.UTF-8
HOST=shop.gasthaus-linde.example
PASS='pässwort 7'
work=$(mktemp -d); out=$PWD; cd "$work"
mkdir ca; : > ca/index; echo 1000 > ca/serial
cat > ca.cnf <<CNF
[ca]
default_ca=c
[c]
database=ca/index
serial=ca/serial
new_certs_dir=ca
default_md=sha256
policy=p
unique_subject=no
copy_extensions=none
[p]
commonName=supplied
[root]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[middle]
basicConstraints=critical,CA:TRUE,pathlen:0
keyUsage=critical,keyCertSign,cRLSign,digitalSignature
extendedKeyUsage=serverAuth,clientAuth
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
[leaf]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,keyEncipherment
extendedKeyUsage=serverAuth,clientAuth
1.3.6.1.4.1.11129.2.4.2=DER:04:02:00:00
subjectAltName=DNS:$HOST
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
CNF
req() { openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr" -config /dev/null; }
sign() { openssl ca -batch -notext -config ca.cnf -extensions "$2" -startdate "$3" -enddate "$4" -in "$1.csr" -out "$1.pem" "${@:5}" 2>/dev/null; }
for k in root middle; do openssl ecparam -name prime256v1 -genkey -noout -out $k.key; done
openssl genrsa -out leaf.key 2048 2>/dev/null
req root 'Foreign Files Root'; req middle 'Foreign Files Intermediate'; req leaf $HOST
sign root root 20200101000000Z 20450101000000Z -selfsign -keyfile root.key
sign middle middle 20200101000000Z 20440101000000Z -cert root.pem -keyfile root.key
sign leaf leaf 20261101000000Z 20270130000000Z -cert middle.pem -keyfile middle.key
cp root.pem "$out/root.pem"
export_() { openssl pkcs12 -export -inkey leaf.key -in leaf.pem -certfile middle.pem -name shop -passout "pass:$PASS" -out "$out/$1" "${@:2}"; }
export_ openssl-3.pfx
export_ openssl-legacy.pfx -legacy
for d in sha1 sha224 sha384 sha512; do export_ openssl-mac-$d.pfx -macalg $d; done
export_ openssl-600000.pfx -iter 600000
export_ openssl-3des.pfx -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1
openssl base64 -in "$out/openssl-3.pfx" -out "$out/base64-lines.txt"
openssl base64 -A -in "$out/openssl-3.pfx" -out "$out/base64-one-line.txt"
openssl pkcs12 -export -inkey leaf.key -in leaf.pem -certfile middle.pem -name shop -passout pass:sesame7 -out ascii.p12
keytool -importkeystore -noprompt -srckeystore ascii.p12 -srcstoretype PKCS12 -srcstorepass sesame7 \
    -destkeystore "$out/keytool.p12" -deststoretype PKCS12 -deststorepass sesame7 2>/dev/null
mkdir nss; certutil -N -d sql:nss --empty-password
certutil -A -n root -t C,, -d sql:nss -i root.pem -a; certutil -A -n middle -t ,, -d sql:nss -i middle.pem -a
openssl pkcs12 -export -inkey leaf.key -in leaf.pem -name shop -passout pass:x -out plain.p12
pk12util -i plain.p12 -d sql:nss -W x >/dev/null
pk12util -o "$out/nss.p12" -n shop -d sql:nss -W "$PASS" >/dev/null
cat leaf.pem middle.pem > chain.pem
certtool --to-p12 --load-privkey leaf.key --load-certificate leaf.pem --load-ca-certificate middle.pem \
    --p12-name shop --password "$PASS" --outder --outfile "$out/gnutls.p12" 2>/dev/null
certtool --to-p12 --load-privkey leaf.key --load-certificate leaf.pem --load-ca-certificate middle.pem \
    --p12-name shop --password "$PASS" --outfile "$out/gnutls-text.p12" 2>/dev/null
cat leaf.pem middle.pem leaf.key > "$out/key-pkcs8.pem"
openssl rsa -in leaf.key -traditional -out rsa.key 2>/dev/null; cat rsa.key chain.pem > "$out/key-rsa.pem"
openssl rsa -in leaf.key -traditional -aes256 -passout "pass:$PASS" -out enc-rsa.key 2>/dev/null; cat enc-rsa.key chain.pem > "$out/key-rsa-encrypted.pem"
openssl pkcs8 -topk8 -in leaf.key -passout "pass:$PASS" -out enc8.key; cat enc8.key chain.pem > "$out/key-pkcs8-encrypted.pem"
openssl pkcs12 -in "$out/openssl-3.pfx" -passin "pass:$PASS" -nodes -out "$out/openssl-nodes.pem"
openssl crl2pkcs7 -nocrl -certfile chain.pem -outform DER -out "$out/chain.p7b"
openssl crl2pkcs7 -nocrl -certfile chain.pem -out "$out/chain-text.p7b"
openssl x509 -in leaf.pem -outform DER -out "$out/leaf.cer"
cp chain.pem "$out/chain.pem"
export_pw() { openssl pkcs12 -export -inkey leaf.key -in leaf.pem -certfile middle.pem -name shop -passout "pass:$2" -out "$out/$1" "${@:3}"; }
export_pw password-latin1.pfx "$(printf 'p\xe4sswort 7')"
export_pw password-cp850.pfx "$(printf 'p\x84sswort 7')"
export_pw password-cp850-3des.pfx "$(printf 'p\x84sswort 7')" -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1
export_pw password-utf8-as-letters.pfx 'pÃ¤sswort 7' -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1
openssl pkcs8 -topk8 -in leaf.key -passout "pass:$(printf 'p\xe4sswort 7')" -out latin8.key; cat latin8.key chain.pem > "$out/password-latin1.pem"
rm -rf "$work"
