#!/usr/bin/env bash
# Signs Windows files in place, if a certificate is given; else leaves them.
#   SIGN_CERT            the certificate with its chain (PEM)
#   SIGN_KEY             its key (PEM), or the key's pkcs11: address
#   SIGN_PASS            file with the password of the key, if it has one
#   SIGN_PKCS11_MODULE   the module (.so) of the token that holds the key
#   SIGN_TIMESTAMP       address of a time stamp service (RFC 3161); without one a
#                        signature ends with its certificate
set -euo pipefail
[[ -n ${SIGN_CERT:-} ]] || exit 0
if [[ -z ${SIGN_KEY:-} ]]; then
	echo "SIGN_CERT is given, but SIGN_KEY is not." >&2
	exit 1
fi

arguments=(-certs "$SIGN_CERT" -key "$SIGN_KEY" -h sha256 -n "Number Loader")
[[ -n ${SIGN_PASS:-} ]] && arguments+=(-readpass "$SIGN_PASS")
[[ -n ${SIGN_PKCS11_MODULE:-} ]] && arguments+=(-pkcs11module "$SIGN_PKCS11_MODULE")
[[ -n ${SIGN_TIMESTAMP:-} ]] && arguments+=(-ts "$SIGN_TIMESTAMP")
# A file that can't be signed stays as it was, and nothing half signed is left.
for file; do
	if ! osslsigncode sign "${arguments[@]}" -in "$file" -out "$file.signed" >/dev/null; then
		rm -f "$file.signed"
		echo "${file##*/} could not be signed, so it must not be given to anybody." >&2
		exit 1
	fi
	mv "$file.signed" "$file"
	echo "Signed: ${file##*/}"
done
