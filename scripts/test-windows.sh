#!/usr/bin/env bash
# Tries the Windows packages under Wine and a virtual screen: setup and .msi
# install, the program works and opens its window, an upgrade keeps the history,
# and uninstalling leaves nothing but that. Pictures lie in build/wine/pictures.
# Run make package-windows first.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh

work=$PWD/build/wine
pictures=$work/pictures
drive=$work/prefix/drive_c
user=$drive/users/$(id -un)
programs=$user/AppData/Local/Programs/$name
data=$user/AppData/Roaming/$name
menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/$name.lnk"
desktop="$user/Desktop/$name.lnk"
entry='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\NumberLoader'
setup=$dist/NumberLoader-$version-setup.exe
msi=$dist/NumberLoader-$version.msi
passed=0 failed=0

# check WHAT COMMAND...: counts whether the command succeeds.
check() {
	local what=$1
	shift
	if "$@" >"$work/output.txt" 2>&1; then
		passed=$((passed + 1))
		echo "ok      $what"
	else
		failed=$((failed + 1))
		echo "FAILED  $what"
		tail -n 20 "$work/output.txt"
	fi
}

# status WANTED COMMAND...: whether the command ends with that status.
status() {
	local wanted=$1 got=0
	shift
	"$@" || got=$?
	[[ $got == "$wanted" ]] || {
		echo "status $got"
		return 1
	}
}

# within SECONDS COMMAND...: whether the command succeeds in that time.
within() {
	local end=$((SECONDS + $1))
	shift
	until "$@"; do
		((SECONDS < end)) || return 1
		sleep 0.3
	done
}

gone() { [[ ! -e $1 ]]; }
listed() { wine reg query "$1" "${@:2}"; }
unlisted() { ! listed "$@"; }
unopened() { ! listed "$1" /ve | grep NumberLoader; }

prepare() {
	rm -rf "$work"
	mkdir -p "$pictures"
	Xvfb -displayfd 3 -screen 0 1280x900x24 +extension GLX -noreset -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
	screen=$!
	trap finish EXIT
	within 20 test -s "$work/display"
	DISPLAY=:$(<"$work/display")
	export DISPLAY WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d"
	wine wineboot -i >/dev/null 2>&1
	x86_64-w64-mingw32-gcc -shared -Os -s packaging/windows/wine/bcryptprimitives.c \
		-o "$drive/windows/system32/bcryptprimitives.dll" -ladvapi32
	mkdir -p "$drive/lists/Müller & Söhne"
	list="$drive/lists/Müller & Söhne/carrier numbers.xlsx"
	cp sample/carrier-numbers.xlsx "$list"
	list_there='C:\lists\Müller & Söhne\carrier numbers.xlsx'
}

finish() {
	wineserver -k 2>/dev/null || :
	kill "$screen" 2>/dev/null || :
}

# numbers PROGRAM FILE: what its check says of the sample, without the file's name.
numbers() {
	"$1" check "$2" --json 2>/dev/null | tr -d '\r' | jq -cS 'if .summary then .file = "" else . end'
}

same_answers() {
	numbers build/wine/numberloader-linux sample/carrier-numbers.xlsx >"$work/linux.jsonl"
	# shellcheck disable=SC2317 # numbers calls it
	there() { wine "$programs/numberloader.exe" "$@"; }
	numbers there "$list_there" >"$work/windows.jsonl"
	[[ -s $work/linux.jsonl ]] && diff "$work/linux.jsonl" "$work/windows.jsonl"
}

# submitted: the practice job from a console, by the name without an ending.
submitted() {
	(cd "$programs" && wine cmd /c numberloader submit "$list_there" --practice --only-ready --yes) || (($? == 1))
	compgen -G "${list%.xlsx} - results *.xlsx"
}

runs() { wine "$programs/numberloader.exe" history --json | tr -d '\r' | jq -s "$1"; }
has_runs() { [[ $(runs length) == "$1" ]]; }

# window: the ID of the program's window.
window() { xdotool search --onlyvisible --name "^$name\$" | tail -n 1 | grep .; }

# pictured NAME: keeps a picture of the screen, and says whether it has come to
# rest and shows more than a background.
pictured() {
	local before
	import -window root "$pictures/$1.png"
	before=$(identify -format %# "$pictures/$1.png")
	sleep 1.5
	import -window root "$pictures/$1.png"
	[[ $(identify -format %# "$pictures/$1.png") == "$before" ]] && (($(identify -format %k "$pictures/$1.png") > 300))
}

no_window() { ! window; }

start_window() {
	wine "$1/numberloader.exe" "${@:2}" >/dev/null 2>&1 &
	within 60 window
}

close_window() {
	xdotool search --name "^$name\$" windowclose || :
	wineserver -k
}

try_setup() {
	check "the setup of an older version installs" wine "$work/old-setup.exe" /S
	check "the older version is listed" grep -q 0.0.1 <(listed "$entry" /v DisplayVersion)
	check "its window opens, with a file" start_window "$programs" "$list_there"
	check "the grid is shown" within 60 pictured setup-window
	check "the practice job is done from a console" submitted
	check "the history has the run" has_runs 1

	check "the setup installs over it while its window is open" wine "$setup" /S
	check "the window was closed" within 10 no_window
	check "the version is listed" grep -q "$version" <(listed "$entry" /v DisplayVersion)
	check "the history is still there" has_runs 1
	check "the program is there" test -s "$programs/numberloader.exe"
	check "the start menu has it" test -s "$menu"
	check "the desktop does not" gone "$desktop"
	check "spreadsheets offer it" listed 'HKCU\Software\Classes\.xlsx\OpenWithProgids' /v NumberLoader.Spreadsheet
	check "they open with what they did" unopened 'HKCU\Software\Classes\.xlsx'
	check "consoles find it" grep -q "$name" <(listed 'HKCU\Environment' /v Path)
	check "its answers are those of Linux" same_answers
	check "a console gets its status" status 1 wine "$programs/numberloader.com" check "$list_there"
	check "and that of wrong usage" status 2 wine "$programs/numberloader.com" check
	check "a second setup puts an icon on the desktop" wine "$setup" /S /DESKTOP
	check "it is there" test -s "$desktop"

	check "it uninstalls" wine "$programs/Uninstall.exe" /S
	check "the program is gone" within 30 gone "$programs"
	check "the start menu is empty" within 10 gone "$menu"
	check "the desktop is, too" gone "$desktop"
	check "nothing is listed" unlisted "$entry"
	check "spreadsheets don't offer it" unlisted 'HKCU\Software\Classes\.xlsx\OpenWithProgids'
	check "the search path is as it was" unlisted 'HKCU\Environment' /v Path
	check "the history is kept" test -n "$(ls "$data/journal" 2>/dev/null)"
	check "and nothing else" test "$(ls "$data")" = journal
}

try_all_gone() {
	check "the setup installs again" wine "$setup" /S /NOPATH
	check "the search path is left alone" unlisted 'HKCU\Environment' /v Path
	check "the history is found again" has_runs 1
	check "it uninstalls with its history" wine "$programs/Uninstall.exe" /S /ALL
	check "the history is gone" within 30 gone "$data"
}

try_msi() {
	local everybody="$drive/Program Files/$name"
	check "the .msi installs" wine msiexec /i "$msi" /qn
	check "its program is there" test -s "$everybody/numberloader.exe"
	check "its program works" status 0 wine "$everybody/numberloader.com" --version
	check "its window opens" start_window "$everybody" "$list_there"
	check "its grid is shown" within 60 pictured msi-window
	close_window
	check "it is repaired over itself" wine msiexec /i "$msi" /qn
	check "the .msi uninstalls" wine msiexec /x "$msi" /qn
	check "its program is gone" within 30 gone "$everybody"
}

for file in "$setup" "$msi"; do
	[[ -s $file ]] || {
		echo "${file##*/} is missing. Make it first: make package-windows" >&2
		exit 1
	}
done
prepare
go build -trimpath -buildvcs=false -tags "$tags" -o "$work/numberloader-linux" .
make_old_setup() {
	makensis -V1 -DVERSION=0.0.1 -DVERSION4=0.0.1.0 -DID="$id" -DSTAGE="$PWD/build/windows/stage" -DSIZE=1 \
		-DOUT="$work/old-setup.exe" -DSIGN="$PWD/scripts/sign-windows.sh" packaging/windows/setup.nsi
}
make_old_setup
try_setup
try_all_gone
try_msi
echo "$passed passed, $failed failed"
((failed == 0))
