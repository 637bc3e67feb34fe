#!/usr/bin/env bash
# Writes packaging/licenses/LICENSES-OF-OTHERS.txt: the license of every module
# that is linked into the program on any system, from the module cache, and of
# what else the Windows packages have. With "check" it only says whether the file
# is that of today's modules.
set -euo pipefail
cd "$(dirname "$0")/.."
target=packaging/licenses/LICENSES-OF-OTHERS.txt
export LC_ALL=C.UTF-8 CGO_ENABLED=1

# modules: path, version and folder of each, for all systems together.
modules() {
	local system
	for system in linux windows darwin; do
		GOOS=$system GOARCH=amd64 go list -e -deps -tags migrated_fynedo \
			-f '{{with .Module}}{{if not .Main}}{{.Path}}|{{.Version}}|{{.Dir}}{{end}}{{end}}' .
	done | sort -u
}

# licenses_in FOLDER: the files in it that are licenses or notices; those of
# fonts and of C sources lie deeper.
licenses_in() {
	find "$1" -type f -regextype posix-extended \
		-iregex '.*/(licen[cs]e|copying|notice|patents|unlicense)[^/]*' \
		! -name '*.go' ! -path '*/testdata/*' ! -path "$1/cmd/*" | sort
}

section() {
	printf '\n\n%s\n%s\n%s\n\n' "$(printf '=%.0s' {1..72})" "$1" "$(printf '=%.0s' {1..72})"
}

# without_ends FILE: its text without carriage returns and spaces at line ends.
without_ends() {
	sed -e 's/\r$//' -e 's/[[:space:]]*$//' "$1"
}

write_all() {
	local path version folder file found
	echo "Number Loader is made with the work of others. These are their licenses."
	section "The Go programming language and its standard library"
	without_ends "$(go env GOROOT)/LICENSE"
	while IFS='|' read -r path version folder; do
		found=$(licenses_in "$folder")
		if [[ -z $found ]]; then
			echo "$path $version has no license file in $folder." >&2
			return 1
		fi
		section "$path $version"
		while read -r file; do
			[[ ${file%/*} == "$folder" ]] || printf '\n--- %s\n\n' "${file#"$folder"/}"
			without_ends "$file"
		done <<<"$found"
	done
	section "MinGW-w64 (runtime of C, on Windows)"
	cat packaging/licenses/mingw-w64.txt
	section "Mesa (software renderer, on Windows)"
	cat packaging/licenses/mesa.txt
}

new=$(mktemp)
trap 'rm -f "$new"' EXIT
modules | write_all >"$new"
if [[ ${1:-} != check ]]; then
	mkdir -p "$(dirname "$target")"
	install -m 644 "$new" "$target"
elif ! cmp -s "$new" "$target"; then
	echo "$target is not that of the modules in go.mod. Write it again: make licenses" >&2
	exit 1
fi
