#!/usr/bin/env bash
# Makes the files of this folder anew: make.sh BCPROV.jar. Needs openssl 3, pk12util and certutil (Debian: libnss3-tools), certtool (gnutls-bin).
set -euo pipefail
HOST=shop.gasthaus-linde.example
PASS='passwort 7'
BCPROV=$(realpath "$1"); out=$(realpath "$(dirname "$0")"); work=$(mktemp -d); cd "$work"
cp "$out/../trusted/root.pem" "$out/../trusted/root.key" .
mkdir ca; : > ca/index; openssl rand -hex 8 > ca/serial
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
[p]
commonName=supplied
[middle]
basicConstraints=critical,CA:TRUE,pathlen:0
keyUsage=critical,keyCertSign,cRLSign
[leaf]
keyUsage=critical,digitalSignature,keyEncipherment
extendedKeyUsage=serverAuth
subjectAltName=DNS:$HOST
CNF
sign() { # NAME SUBJECT EXTENSIONS ISSUER
    openssl req -new -key "$1.key" -subj "/CN=$2" -out "$1.csr" -config /dev/null
    openssl ca -batch -notext -config ca.cnf -extensions "$3" -startdate 20261129070000Z -enddate 20461123000000Z \
        -in "$1.csr" -out "$1.pem" -cert "$4.pem" -keyfile "$4.key" 2>/dev/null
}
openssl ecparam -name prime256v1 -genkey -noout -out middle.key
sign middle 'Test Intermediate of Files' middle root
for name in nss gnutls pbmac1; do
    openssl genrsa -out $name.key 2048 2>/dev/null
    sign $name $HOST leaf middle
    cp $name.pem "$out/$name.pem"
done

mkdir db; certutil -N -d sql:db --empty-password
certutil -A -n root -t C,, -d sql:db -i root.pem -a; certutil -A -n middle -t ,, -d sql:db -i middle.pem -a
openssl pkcs12 -export -inkey nss.key -in nss.pem -name shop -passout pass:x -out plain.p12
pk12util -i plain.p12 -d sql:db -W x >/dev/null
pk12util -o "$out/nss.p12" -n shop -d sql:db -W "$PASS" >/dev/null
certtool --to-p12 --load-privkey gnutls.key --load-certificate gnutls.pem --load-ca-certificate middle.pem --p12-name shop \
    --password "$PASS" --outder --outfile "$out/gnutls.p12" 2>/dev/null
openssl pkcs12 -export -nomac -inkey pbmac1.key -in pbmac1.pem -certfile middle.pem -passout "pass:$PASS" -out bare.p12
java -cp "$BCPROV" "$out/Pbmac1.java" bare.p12 "$PASS" "$out/pbmac1.p12"
rm -rf "$work"
