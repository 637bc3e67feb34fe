#!/usr/bin/env bash
# Runs the unit tests as Windows programs, under Wine and without a display; with
# arguments, those packages or with those flags of go test. Its Wine prefix, in
# build/wine-unit, is kept for the next time.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$PWD/build/wine-unit
export LC_ALL=C.UTF-8 WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d"
unset DISPLAY WAYLAND_DISPLAY

need() {
	local program
	for program; do
		command -v "$program" >/dev/null && continue
		echo "$program is missing, so the tests for Windows can't run here. Install it with: scripts/install-deps.sh wine" >&2
		exit 1
	done
}

# prefix: a Windows with the DLL that Wine 8 lacks, and with the share
# \\numberloader\lists for the tests of network paths.
prefix() {
	local dll=$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll
	mkdir -p "$WINEPREFIX" "$work/share"
	wineserver -p 2>/dev/null
	wineboot >/dev/null 2>&1 # its services would else keep the output of the first test open
	[[ -s $dll ]] || x86_64-w64-mingw32-gcc -shared -Os -s packaging/windows/wine/bcryptprimitives.c \
		-o "$dll" -ladvapi32
	mkdir -p "$WINEPREFIX/dosdevices/unc/numberloader"
	ln -sfn "$work/share" "$WINEPREFIX/dosdevices/unc/numberloader/lists"
	export NUMBERLOADER_SHARE='\\numberloader\lists'
}

# overlay: Go deletes files in a way that Wine 8 lacks (STATUS_NOT_IMPLEMENTED),
# and has an older one for systems that say so in other words. For the tests, one
# line of Go's own source counts these words among them.
overlay() {
	local source
	source=$(go env GOROOT)/src/internal/syscall/windows/at_windows.go
	sed 's/^\t\tSTATUS_NOT_SUPPORTED: /\t\tNTStatus(0xC0000002), STATUS_NOT_SUPPORTED: /' "$source" >"$work/at_windows.txt"
	if cmp -s "$source" "$work/at_windows.txt"; then
		echo "scripts/unit-windows.sh no longer finds its line in $source: see Deleteat there." >&2
		exit 1
	fi
	printf '{"Replace": {"%s": "%s"}}\n' "$source" "$work/at_windows.txt" >"$work/overlay.json"
}

need go wine wineboot wineserver x86_64-w64-mingw32-gcc
mkdir -p "$work"
trap 'wineserver -k 2>/dev/null || :' EXIT
prefix
overlay
(($#)) || set -- ./...
status=0
CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go test -trimpath -tags ci,migrated_fynedo \
	-overlay "$work/overlay.json" -exec wine "$@" | tee "$work/output.txt" || status=$?
echo "on Windows' side: $(grep -c '^ok ' "$work/output.txt") packages pass, $(grep -cP '^FAIL\t' "$work/output.txt") fail"
exit "$status"
