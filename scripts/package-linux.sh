#!/usr/bin/env bash
# Makes the Linux packages: build/dist gets a .deb and a .tar.gz.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh

work=$PWD/build/linux
arch=$(dpkg --print-architecture)
deb=$dist/numberloader_${version}_$arch.deb
archive=numberloader-$version-linux-$arch

# lay_out FOLDER: the program with all that belongs to it, as below /usr.
lay_out() {
	local size
	install -D build/linux/numberloader "$1/bin/numberloader"
	install -D -m 644 "packaging/linux/$id.desktop" "$1/share/applications/$id.desktop"
	install -D -m 644 packaging/icon/icon.svg "$1/share/icons/hicolor/scalable/apps/$id.svg"
	for size in 16 32 48 64 128 256; do
		install -D -m 644 "build/icons/$size.png" "$1/share/icons/hicolor/${size}x$size/apps/$id.png"
	done
	mkdir -p "$1/share/metainfo"
	fill "packaging/linux/$id.metainfo.xml" "$1/share/metainfo/$id.metainfo.xml" \
		VERSION="$version" DATE="$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)"
}

validate() {
	desktop-file-validate "$1/share/applications/$id.desktop"
	appstreamcli validate --no-net --strict "$1/share/metainfo/$id.metainfo.xml" >"$work/appstream.txt" || {
		cat "$work/appstream.txt" >&2
		return 1
	}
}

# depends are the packages that the program is linked with, and those that it
# loads when it opens its window.
depends() {
	local linked
	mkdir -p "$work/debian"
	touch "$work/debian/control"
	linked=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info -e numberloader 2>/dev/null)
	echo "${linked#shlibs:Depends=}, libx11-6, libxcursor1, libxi6, libxinerama1, libxrandr2, libxxf86vm1, libxkbcommon0"
}

make_deb() {
	local root=$work/deb doc=$work/deb/usr/share/doc/numberloader
	lay_out "$root/usr"
	mkdir -p "$doc" "$root/DEBIAN"
	{
		cat LICENSE
		printf '\n\n'
		cat packaging/licenses/LICENSES-OF-OTHERS.txt
	} >"$doc/copyright"
	gzip -9n <CHANGELOG.md >"$doc/changelog.gz"
	fill packaging/linux/control "$root/DEBIAN/control" VERSION="$version" ARCH="$arch" \
		SIZE="$(du -sk --apparent-size "$root/usr" | cut -f1)" DEPENDS="$(depends)"
	same_date "$root"
	chmod -R u=rwX,go=rX "$root"
	dpkg-deb --root-owner-group -Zxz --build "$root" "$deb" >/dev/null
}

make_archive() {
	local root=$work/$archive
	lay_out "$root"
	install packaging/linux/install.sh "$root/install.sh"
	install -m 644 LICENSE packaging/licenses/LICENSES-OF-OTHERS.txt "$root/"
	fill packaging/linux/README.txt "$root/README.txt" VERSION="$version"
	same_date "$root"
	tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$archive" |
		gzip -9n >"$dist/$archive.tar.gz"
}

rm -rf "$work"
mkdir -p "$work"
draw_icons 16 32 48 64 128 256
go build -trimpath -buildvcs=false -tags "$tags" -ldflags '-s -w' -o "$work/numberloader" .
make_deb
make_archive
validate "$work/$archive"
say_sizes "$deb" "$dist/$archive.tar.gz"
