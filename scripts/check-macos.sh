#!/usr/bin/env bash
# Checks on Linux what the macOS packages are made of, all but the program: the
# layout, the property list, the icon, the scripts, and the types of every package
# that does not need Apple's headers.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh
# shellcheck source=scripts/macos-layout.sh
source scripts/macos-layout.sh

fail() {
	echo "$*" >&2
	exit 1
}

# check_icon: every size that the Finder and the Dock ask for. docs/packaging.md
# says how the icon is drawn anew.
check_icon() {
	local size
	for size in 16 32 128 256 512 1024; do
		icns2png -l "$bundle/Contents/Resources/numberloader.icns" | grep -q " ${size}x$size 32-bit" ||
			fail "The icon lacks the size $size."
	done
}

# want KEY VALUE: what the list says of KEY.
want() {
	local said
	said=$(python3 -c 'import plistlib, sys; print(plistlib.load(open(sys.argv[1], "rb")).get(sys.argv[2], ""))' "$list" "$1")
	[[ $said == "$2" ]] || fail "Info.plist says \"$said\" for $1, and not \"$2\"."
}

check_list() {
	list=$bundle/Contents/Info.plist
	plistutil -i "$list" -f bin -o build/macos/list.bin
	plistutil -i build/macos/list.bin -f xml -o build/macos/list.xml
	! grep -q '@' "$list" || fail "Info.plist has a place that was not filled."
	want CFBundleIdentifier "$id"
	want CFBundleShortVersionString "$version"
	want CFBundleVersion "$version"
	want CFBundleExecutable numberloader
	want LSMinimumSystemVersion 11.0
	want LSApplicationCategoryType public.app-category.business
	want NSHighResolutionCapable True
	want CFBundleLocalizations "['en']"
	[[ -s $bundle/Contents/Resources/$(sed -nE '/CFBundleIconFile/{n;s/.*>(.*)<.*/\1/p;}' "$list") ]] || fail "The icon is not where Info.plist says."
}

check_types() {
	CGO_ENABLED=0 GOOS=darwin GOARCH=arm64 go vet -tags "ci,$tags" \
		./cli/... ./gui/... ./import/... ./internal/... ./sample/... ./service/...
}

lay_out_bundle
check_list
check_icon
check_types
echo "The macOS bundle is in order, all but its program, which takes a Mac to build."
