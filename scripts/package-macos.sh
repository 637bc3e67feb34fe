#!/usr/bin/env bash
# Makes the macOS packages on a Mac: build/dist gets a .dmg for people and a .pkg
# for IT departments, each for Apple silicon and Intel.
#   SIGN_IDENTITY     "Developer ID Application: …"; without it the bundle gets an
#                     ad hoc signature, and people must allow the program by hand
#   INSTALL_IDENTITY  "Developer ID Installer: …", for the .pkg
#   NOTARY_PROFILE    a profile of notarytool store-credentials; Apple then
#                     notarizes both, and the tickets are stapled to them
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ $(uname -s) != Darwin ]]; then
	echo "The macOS packages are made on a Mac; make check-macos checks the rest here." >&2
	exit 1
fi
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh
# shellcheck source=scripts/macos-layout.sh
source scripts/macos-layout.sh

minimum=11.0
dmg=$dist/NumberLoader-$version.dmg
pkg=$dist/NumberLoader-$version.pkg

build_program() {
	local arch
	for arch in arm64 amd64; do
		CGO_ENABLED=1 GOOS=darwin GOARCH=$arch MACOSX_DEPLOYMENT_TARGET=$minimum \
			CGO_CFLAGS="-mmacosx-version-min=$minimum" CGO_LDFLAGS="-mmacosx-version-min=$minimum" \
			go build -trimpath -buildvcs=false -tags "$tags" -ldflags '-s -w' -o "build/macos/$arch" .
	done
	lipo -create -output "$bundle/Contents/MacOS/numberloader" build/macos/arm64 build/macos/amd64
	lipo "$bundle/Contents/MacOS/numberloader" -verify_arch arm64 x86_64
}

sign() {
	if [[ -z ${SIGN_IDENTITY:-} ]]; then
		codesign --force --sign - "$bundle"
		echo "Not signed: SIGN_IDENTITY is not given. People must allow the program by hand."
		return
	fi
	codesign --force --options runtime --timestamp --sign "$SIGN_IDENTITY" "$bundle"
	codesign --verify --strict --verbose=2 "$bundle"
}

make_dmg() {
	local folder=build/macos/dmg
	mkdir -p "$folder"
	cp -R "$bundle" "$folder/"
	ln -s /Applications "$folder/Applications"
	rm -f "$dmg"
	hdiutil create -quiet -volname "$name" -srcfolder "$folder" -format UDZO "$dmg"
	[[ -z ${SIGN_IDENTITY:-} ]] || codesign --timestamp --sign "$SIGN_IDENTITY" "$dmg"
}

make_pkg() {
	local signed=()
	[[ -z ${INSTALL_IDENTITY:-} ]] || signed=(--sign "$INSTALL_IDENTITY" --timestamp)
	rm -f "$pkg"
	pkgbuild --quiet --component "$bundle" --install-location /Applications --identifier "$id" \
		--version "$version" ${signed[@]+"${signed[@]}"} "$pkg"
}

# notarize FILE: Apple only takes what is signed.
notarize() {
	xcrun notarytool submit "$1" --keychain-profile "$NOTARY_PROFILE" --wait
	xcrun stapler staple "$1"
}

lay_out_bundle
plutil -lint -s "$bundle/Contents/Info.plist"
build_program
sign
make_dmg
make_pkg
if [[ -n ${NOTARY_PROFILE:-} && -n ${SIGN_IDENTITY:-} ]]; then
	notarize "$dmg"
	[[ -z ${INSTALL_IDENTITY:-} ]] || notarize "$pkg"
else
	echo "Not notarized: SIGN_IDENTITY or NOTARY_PROFILE is not given."
fi
say_sizes "$dmg" "$pkg"
