#!/usr/bin/env bash
# Makes the Windows packages on Linux: build/dist gets the setup and the .msi.
# They are signed if SIGN_CERT is given (scripts/sign-windows.sh). "old FOLDER" makes
# both once more, from what was built, as if they were of version 0.0.1, to try
# upgrades with.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh

work=$PWD/build/windows
stage=$work/stage
setup=$dist/NumberLoader-$version-setup.exe
msi=$dist/NumberLoader-$version.msi
cc=x86_64-w64-mingw32-gcc

make_resources() {
	draw_icons 16 24 32 48 64 256
	icotool -c -o "$work/numberloader.ico" build/icons/{16,24,32,48,64}.png -r build/icons/256.png
	rsvg-convert packaging/windows/side.svg -o "$work/side.png"
	convert "$work/side.png" -strip "BMP3:$work/side.bmp"
	"$(tool go-winres github.com/tc-hib/go-winres v0.3.3)" make --in packaging/windows/winres.json --arch amd64 --no-suffix \
		--out "$work/rsrc.syso" --product-version "$version.$build" --file-version "$version.$build"
}

# The resources reach the linker without lying in the source folder.
build_program() {
	CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=$cc go build -trimpath -buildvcs=false -tags "$tags" \
		-ldflags "-H=windowsgui -s -w -buildid= '-extldflags=\"$work/rsrc.syso\"'" -o "$stage/numberloader.exe" .
	$cc -Os -s -Wall -Wextra -Werror -Wl,--no-insert-timestamp \
		packaging/windows/console.c "$work/rsrc.syso" -o "$stage/numberloader.com"
}

# Windows' own Notepad shows these, with the line ends that it likes.
add_texts() {
	sed 's/$/\r/' LICENSE >"$stage/LICENSE.txt"
	sed 's/$/\r/' packaging/licenses/LICENSES-OF-OTHERS.txt >"$stage/LICENSES-OF-OTHERS.txt"
}

# What draws the window where no graphics card does.
add_software_gl() {
	scripts/software-gl.sh
	mkdir "$stage/software-gl"
	install -m 644 -t "$stage/software-gl" build/software-gl/*.dll
	sed 's/$/\r/' packaging/licenses/mesa.txt >"$stage/software-gl/NOTICE.txt"
}

make_setup() {
	# shellcheck disable=SC2016 # $INSTDIR is for makensis
	find "$stage" -type f -printf 'Delete "$INSTDIR\\%P"\n' | sed 's|/|\\|g' | sort >"$work/uninstall.nsh"
	makensis -V2 -DVERSION="$version" -DVERSION4="$version.$build" -DID="$id" -DSTAGE="$stage" \
		-DSIZE="$(du -sk --apparent-size "$stage" | cut -f1)" -DOUT="$setup" -DSIGN="$PWD/scripts/sign-windows.sh" \
		packaging/windows/setup.nsi
}

# code TEXT: a GUID that is made from the text.
code() {
	local hash
	hash=$(printf '%s' "$1" | sha1sum | tr a-f A-F)
	echo "${hash:0:8}-${hash:8:4}-5${hash:13:3}-A${hash:17:3}-${hash:20:12}"
}

# finish_msi adds what wixl can't write: registry values that go where the
# installation goes (for HKMU it writes 4 instead of -1), the search path, and the
# program's second name.
finish_msi() {
	local query arguments=()
	while read -r query; do
		arguments+=(-q "$query")
	done <packaging/windows/numberloader.sql
	msibuild "$msi" "${arguments[@]}"
}

make_msi() {
	local content
	content=$(find build/windows/stage packaging/windows/numberloader.{wxs,sql} -type f -print0 | sort -z | xargs -0 cat | sha256sum)
	# wixl finds an icon only by a path from here.
	wixl --arch x64 -D Version="$version" -D Stage=build/windows/stage -D Icon=build/windows/numberloader.ico \
		-D ProductCode="$(code "product $version")" -o "$msi" packaging/windows/numberloader.wxs
	finish_msi
	python3 scripts/settle-msi.py "$msi" "$(code "package $content")" "$SOURCE_DATE_EPOCH"
}

say_what() {
	if [[ -z ${SIGN_CERT:-} ]]; then
		echo "Not signed: SIGN_CERT is not given. Windows will warn people who start these files."
	fi
	say_sizes "$setup" "$msi"
}

if [[ ${1:-} == old ]]; then
	version=0.0.1 setup=$2/old-setup.exe msi=$2/old.msi
	make_setup
	make_msi
	exit
fi
rm -rf "$work"
mkdir -p "$stage"
make_resources
build_program
add_software_gl
scripts/sign-windows.sh "$stage"/numberloader.{exe,com} "$stage"/software-gl/*.dll
add_texts
same_date "$work"
make_setup
make_msi
scripts/sign-windows.sh "$setup" "$msi"
say_what
