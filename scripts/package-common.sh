# What the packaging scripts share. Sourced, from the top folder of the project.
# shellcheck shell=bash

# told KEY: a value of FyneApp.toml, the one source of name, ID and version.
told() {
	sed -nE "s/^$1 *= *\"?([^\"]*)\"?\$/\\1/p" FyneApp.toml
}

# shellcheck disable=SC2034
name=$(told Name) id=$(told ID) version=$(told Version) build=$(told Build)
dist=$PWD/build/dist
# ACCESSIBLE=1 takes the toolkit's accessibility along, which is not good enough to be in
# every package yet (docs/decisions.md).
# shellcheck disable=SC2034
tags=migrated_fynedo${ACCESSIBLE:+,accessibility}

# Every date in a package is that of the newest change, so that the same sources
# give the same bytes.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y FyneApp.toml)}
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC

# tool NAME MODULE VERSION: the path of a program written in Go, made if need be.
tool() {
	local file=$PWD/bin/$1-$3
	if [[ ! -x $file ]]; then
		GOBIN=$PWD/bin CGO_ENABLED=0 GOOS='' GOARCH='' go install "$2@$3"
		mv "bin/$1" "$file"
	fi
	echo "$file"
}

# same_date FOLDER: every file in it gets the date of the newest change.
same_date() {
	find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# draw_icons SIZE...: the icon in these sizes, from its drawing, in build/icons.
draw_icons() {
	mkdir -p build/icons
	local size
	for size; do
		rsvg-convert -w "$size" -h "$size" packaging/icon/icon.svg -o "build/icons/$size.png"
	done
}

# fill TEMPLATE TARGET KEY=VALUE...: the template with each @KEY@ replaced.
fill() {
	local template=$1 target=$2 pair edits=()
	shift 2
	for pair; do
		edits+=(-e "s|@${pair%%=*}@|${pair#*=}|g")
	done
	sed "${edits[@]}" "$template" >"$target"
}

# say_sizes FILE...: what was made, and how large it is.
say_sizes() {
	local file
	for file; do
		printf '%s  %.1f MB\n' "${file##*/}" "$(wc -c <"$file" | tr -d ' ')e-6"
	done
}

mkdir -p "$dist"
