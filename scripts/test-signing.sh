#!/usr/bin/env bash
# Tries scripts/sign-windows.sh with certificates made for it, on copies of the
# program, the setup and the .msi: with a key in a file, a key with a password, a key
# in a token, and with time stamps. Everything lies in build/signing.
# Run make package-windows first.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh
# shellcheck source=scripts/trial-common.sh
source scripts/trial-common.sh

work=$PWD/build/signing
program=build/windows/stage/numberloader.exe setup=$dist/NumberLoader-$version-setup.exe msi=$dist/NumberLoader-$version.msi
softhsm=/usr/lib/softhsm/libsofthsm2.so
token='pkcs11:token=Number%20Loader;object=signer;type=private'
in_a_year=$(($(date +%s) + 366 * 86400))
unset SIGN_CERT SIGN_KEY SIGN_PASS SIGN_PKCS11_MODULE SIGN_TIMESTAMP

# certificate NAME ISSUER DAYS EXTENSION...: NAME.pem and NAME.key, signed by the
# issuer's key, or by its own if it has no issuer.
certificate() {
	local name=$1 days=$3 extension arguments=()
	[[ -n $2 ]] && arguments=(-CA "$work/$2.pem" -CAkey "$work/$2.key")
	for extension in subjectKeyIdentifier=hash "${@:4}"; do
		arguments+=(-addext "$extension")
	done
	openssl req -x509 -config "$work/empty.cnf" -newkey rsa:2048 -nodes -subj "/CN=Number Loader test: $name" \
		-days "$days" "${arguments[@]}" -keyout "$work/$name.key" -out "$work/$name.pem" 2>/dev/null
}

make_certificates() {
	local authority=("basicConstraints=critical,CA:TRUE" "keyUsage=critical,keyCertSign,cRLSign")
	printf '[req]\ndistinguished_name = name\n[name]\n' >"$work/empty.cnf"
	certificate root "" 3650 "${authority[@]}"
	certificate stranger "" 3650 "${authority[@]}"
	certificate issuer root 3650 "${authority[@]}"
	certificate signer issuer 30 "keyUsage=critical,digitalSignature" extendedKeyUsage=codeSigning
	certificate clock root 3650 "keyUsage=critical,digitalSignature" "extendedKeyUsage=critical,timeStamping"
	cat "$work/signer.pem" "$work/issuer.pem" >"$work/chain.pem"
}

make_password() {
	openssl rand -hex 16 >"$work/password"
	openssl rand -hex 16 >"$work/wrong-password"
	openssl pkcs8 -topk8 -in "$work/signer.key" -passout "file:$work/password" -out "$work/locked.key"
}

# make_token puts the key into a token that only this test knows.
make_token() {
	export SOFTHSM2_CONF=$work/softhsm2.conf
	local pin
	pin=$(<"$work/password")
	mkdir -p "$work/tokens"
	echo "directories.tokendir = $work/tokens" >"$SOFTHSM2_CONF"
	softhsm2-util --init-token --free --label "Number Loader" --so-pin "$pin" --pin "$pin" >/dev/null
	openssl pkcs8 -topk8 -nocrypt -in "$work/signer.key" -out "$work/plain.key"
	softhsm2-util --import "$work/plain.key" --token "Number Loader" --label signer --id 01 --pin "$pin" >/dev/null
	rm "$work/plain.key"
}

start_clock() {
	cat >"$work/clock.cnf" <<-END
		[tsa]
		default_tsa = clock
		[clock]
		serial = $work/clock.serial
		signer_cert = $work/clock.pem
		signer_key = $work/clock.key
		certs = $work/root.pem
		signer_digest = sha256
		digests = sha256
		default_policy = 1.2.3.4.1
		accuracy = secs:1
	END
	echo 01 >"$work/clock.serial"
	python3 scripts/timestamp-server.py "$work/clock.cnf" "$work/clock.port" 2>"$work/clock.log" &
	clock=$!
	trap stop_clock EXIT
	within 20 test -s "$work/clock.port"
	address=http://127.0.0.1:$(<"$work/clock.port")
}

stop_clock() { kill "$clock" 2>/dev/null || :; }

# sign VARIABLE=VALUE... FILE: the script on a fresh copy of the file, in build/signing/FILE.
sign() {
	local settings=("${@:1:$#-1}") file=${*: -1}
	cp "$file" "$work/${file##*/}"
	env "${settings[@]}" scripts/sign-windows.sh "$work/${file##*/}"
}

# verify AUTHORITY FILE ARGUMENT...: whether the authority stands for the signature,
# and for its time stamp if it has one.
verify() {
	osslsigncode verify -CAfile "$work/$1.pem" -TSA-CAfile "$work/$1.pem" -in "$2" "${@:3}"
}

stamped() { verify "$@" | grep 'Timestamp Server Signature verification: ok'; }
unchanged() { cmp "$1" "$work/${1##*/}"; }

# damage FILE: another byte in its middle.
damage() {
	python3 - "$1" <<-'END'
		import os, sys
		with open(sys.argv[1], "r+b") as file:
		    middle = os.path.getsize(sys.argv[1]) // 2
		    file.seek(middle)
		    byte = file.read(1)[0]
		    file.seek(middle)
		    file.write(bytes([byte ^ 1]))
	END
}

# try_file WHAT FILE
try_file() {
	local what=$1 file=$2 signed=$work/${2##*/}
	check "$what: it is signed" sign "${by_file[@]}" "$file"
	check "$what: the signature is good" verify root "$signed"
	check "$what: not for another authority" fails verify stranger "$signed"
	check "$what: not after its certificate" fails verify root "$signed" -time "$in_a_year"
	damage "$signed"
	check "$what: not after a change of one byte" fails verify root "$signed"
	check "$what: it is signed with a time stamp" sign "${by_file[@]}" SIGN_TIMESTAMP="$address" "$file"
	check "$what: the time stamp is good" stamped root "$signed"
	check "$what: not for another authority" fails stamped stranger "$signed"
	check "$what: the signature stays good after its certificate" verify root "$signed" -time "$in_a_year"
	check "$what: it is signed by a token" sign "${by_token[@]}" SIGN_PASS="$work/password" "$file"
	check "$what: the token's signature is good" verify root "$signed"
}

try_failures() {
	local file=$program
	check "without a certificate it is left alone" sign NOTHING= "$file"
	check "it is as it was" unchanged "$file"
	check "a certificate without a key is refused" status 1 sign SIGN_CERT="$work/chain.pem" "$file"
	check "a key with a password signs" sign "${by_password[@]}" SIGN_PASS="$work/password" "$file"
	check "its signature is good" verify root "$work/${file##*/}"
	check "not with a wrong password" status 1 sign "${by_password[@]}" SIGN_PASS="$work/wrong-password" "$file"
	check "it is as it was" unchanged "$file"
	check "nor a token with a wrong PIN" status 1 sign "${by_token[@]}" SIGN_PASS="$work/wrong-password" "$file"
	check "it is as it was" unchanged "$file"
	stop_clock
	check "nor without the time stamp that is asked for" status 1 sign "${by_file[@]}" SIGN_TIMESTAMP="$address" "$file"
	check "it is as it was" unchanged "$file"
	check "nothing else lies about" test -z "$(find "$work" -name '*.signed')"
}

rm -rf "$work"
umask 077
mkdir -p "$work"
for file in "$program" "$setup" "$msi"; do
	[[ -s $file ]] || {
		echo "${file##*/} is missing. Make it first: make package-windows" >&2
		exit 1
	}
done
make_certificates
make_password
make_token
start_clock
by_file=(SIGN_CERT="$work/chain.pem" SIGN_KEY="$work/signer.key")
by_password=(SIGN_CERT="$work/chain.pem" SIGN_KEY="$work/locked.key")
by_token=(SIGN_CERT="$work/chain.pem" SIGN_KEY="$token" SIGN_PKCS11_MODULE="$softhsm")
try_file "program" "$program"
try_file "setup" "$setup"
try_file ".msi" "$msi"
try_failures
check "nobody else can read the keys" test -z "$(find "$work" -perm /077 -name '*.key')"
totals
