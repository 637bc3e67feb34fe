#!/usr/bin/env bash
# Tries the Windows packages under Wine and virtual screens: setup and .msi
# install, the program works and opens its window, without OpenGL too, an upgrade
# keeps settings and history, and uninstalling leaves nothing but the latter.
# Pictures lie in build/wine/pictures. Run make package-windows first.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/package-common.sh
source scripts/package-common.sh
# shellcheck source=scripts/trial-common.sh
source scripts/trial-common.sh

work=$PWD/build/wine
pictures=$work/pictures
drive=$work/prefix/drive_c
user=$drive/users/$(id -un)
programs=$user/AppData/Local/Programs/$name
data=$user/AppData/Roaming/$name
settings=$data/preferences.json
menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/$name.lnk"
desktop="$user/Desktop/$name.lnk"
entry='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\NumberLoader'
setup=$dist/NumberLoader-$version-setup.exe
msi=$dist/NumberLoader-$version.msi
any_title="^(.* - )?$name"
same_file() { [[ $1 -ef $2 ]]; }
listed() { wine reg query "$1" "${@:2}"; }
unlisted() { ! listed "$@"; }
unopened() { ! listed "$1" /ve | grep NumberLoader; }

# new_screen NAME SIGN: a virtual screen with (+) or without (-) OpenGL; its
# display is $work/NAME.
new_screen() {
	Xvfb -displayfd 3 -screen 0 1280x900x24 "$2extension" GLX +iglx -noreset -nolisten tcp 3>"$work/$1" >/dev/null 2>&1 &
	screens+=($!)
	within 20 test -s "$work/$1"
}

prepare() {
	rm -rf "$work"
	mkdir -p "$pictures"
	screens=()
	trap finish EXIT
	new_screen screen +
	new_screen bare -
	DISPLAY=:$(<"$work/screen")
	# Windows looks for OpenGL beside a program first; Wine has to be told.
	export DISPLAY WINEPREFIX=$work/prefix WINEDEBUG=-all \
		WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d;opengl32=n,b"
	wine wineboot -i >/dev/null 2>&1
	x86_64-w64-mingw32-gcc -shared -Os -s packaging/windows/wine/bcryptprimitives.c \
		-o "$drive/windows/system32/bcryptprimitives.dll" -ladvapi32
	mkdir -p "$drive/lists/Müller & Söhne"
	list="$drive/lists/Müller & Söhne/carrier numbers.xlsx"
	cp sample/carrier-numbers.xlsx "$list"
	list_there='C:\lists\Müller & Söhne\carrier numbers.xlsx'
	printf 'Number,Location\r\n+15125550171,Austin\r\n+15125550172,Austin\r\n' >"$drive/lists/few.csv"
}

finish() {
	wineserver -k 2>/dev/null || :
	kill "${screens[@]}" 2>/dev/null || :
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

# submitted [FOLDER]: the practice job from a console, by the name without an ending.
submitted() {
	rm -f "$drive/lists/few - results"*
	(cd "${1:-$programs}" && wine cmd /c numberloader submit 'C:\lists\few.csv' --practice --only-ready --yes) || (($? == 1))
	saved "$drive/lists/few.csv"
}

# saved LIST: whether results lie beside the list.
saved() { compgen -G "${1%.*} - results *.xlsx"; }

# added_by_keys: the practice job in the window that shows the list.
added_by_keys() {
	xdotool windowfocus --sync "$(window)" key ctrl+Return
	within 30 pictured setup-add
	xdotool key ctrl+Return
	within 30 pictured setup-question
	xdotool key Tab key Return
	within 60 saved "$list"
	within 30 pictured setup-results
}

# has_runs COUNT [FOLDER]: whether the history has that many runs.
has_runs() {
	wine "${2:-$programs}/numberloader.exe" history --json | tr -d '\r' >"$work/runs"
	[[ $(jq -s length <"$work/runs") == "$1" ]]
}

# window [TITLE]: the ID of the program's window, whose title may begin with a file.
window() { xdotool search --onlyvisible --name "${1:-$any_title}\$" | tail -n 1 | grep .; }
no_window() { ! window "$@"; }

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

start_window() {
	wine "$1/numberloader.exe" "${@:2}" >/dev/null 2>&1 &
	within 60 window
}

close_window() {
	xdotool search --name "$any_title\$" windowclose || :
	wineserver -k
}

# drawn_by RENDERER: whether the newest window is drawn by that.
drawn_by() { grep 'The window is drawn' "$data/logs/"*.log | tail -n 1 | grep -i "$1"; }

drawn_by_the_system() { drawn_by renderer && ! drawn_by softpipe; }

# complained NAME: the message that there can be no window comes, once, and is
# closed; the picture of it is kept.
complained() {
	local title="^$name: The window can't be drawn" box
	wine "$programs/numberloader.exe" "$list_there" >/dev/null 2>&1 &
	local program=$!
	within 60 window "$title"
	box=$(window "$title")
	sleep 1
	import -window root "$pictures/$1.png"
	xdotool windowfocus --sync "$box" key Return
	within 30 no_window "$title"
	status 1 wait "$program"
	no_window
}

try_without_opengl() {
	local bare screen=$DISPLAY
	bare=:$(<"$work/bare")
	export LIBGL_ALWAYS_INDIRECT=1
	check "with an OpenGL that is too old, the window opens" start_window "$programs" "$list_there"
	check "it shows the grid" within 60 pictured old-opengl-window
	check "it is drawn by the software renderer" drawn_by softpipe
	unset LIBGL_ALWAYS_INDIRECT
	close_window
	export DISPLAY=$bare
	check "without OpenGL, the window opens" start_window "$programs" "$list_there"
	check "it shows the grid" within 60 pictured no-opengl-window
	check "it is drawn by the software renderer" drawn_by softpipe
	close_window
	mv "$programs/software-gl/opengl32.dll" "$work/"
	check "a software renderer that fails is told about, once" complained no-renderer-message
	mv "$programs/software-gl" "$work/"
	check "so is one that is missing" complained no-software-gl-message
	mv "$work/software-gl" "$programs/"
	mv "$work/opengl32.dll" "$programs/software-gl/"
	wineserver -k
	export DISPLAY=$screen
}

try_setup() {
	check "the setup of an older version installs" wine "$work/old-setup.exe" /S
	check "the older version is listed" grep -q 0.0.1 <(listed "$entry" /v DisplayVersion)
	check "its window opens, with a file" start_window "$programs" "$list_there"
	check "the grid is shown" within 60 pictured setup-window
	check "it is drawn by the system's OpenGL" drawn_by_the_system
	check "the practice job is done in it" added_by_keys
	check "the practice job is done from a console" submitted
	check "the history has both runs" has_runs 2

	check "the setup installs over it while its window is open" wine "$setup" /S
	check "the window was closed" within 10 no_window
	check "the settings are still there" test -s "$settings"
	check "the version is listed" grep -q "$version" <(listed "$entry" /v DisplayVersion)
	check "the history is still there" has_runs 2
	check "the program is there" test -s "$programs/numberloader.exe"
	check "the start menu has it" test -s "$menu"
	check "the desktop does not" gone "$desktop"
	check "spreadsheets offer it" listed 'HKCU\Software\Classes\.xlsx\OpenWithProgids' /v NumberLoader.Spreadsheet
	check "they open with what they did" unopened 'HKCU\Software\Classes\.xlsx'
	check "consoles find it" grep -q "$name" <(listed 'HKCU\Environment' /v Path)
	check "its answers are those of Linux" same_answers
	check "the software renderer has it, too" same_file "$programs"/{,software-gl/}numberloader.exe
	check "a console gets its status" status 1 wine "$programs/numberloader.com" check "$list_there"
	check "and that of wrong usage" status 2 wine "$programs/numberloader.com" check
	check "a second setup puts an icon on the desktop" wine "$setup" /S /DESKTOP
	check "it is there" test -s "$desktop"

	try_without_opengl
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
	check "the history is found again" has_runs 2
	check "it uninstalls with its history" wine "$programs/Uninstall.exe" /S /ALL
	check "the history is gone" within 30 gone "$data"
}

# version_listed VERSION: whether Windows lists one Number Loader, in that version.
version_listed() {
	listed 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s >"$work/listed"
	grep -c "DisplayName.*$name" "$work/listed" | grep -x 1
	grep "DisplayVersion.*$1" "$work/listed"
}

in_system_path() {
	listed 'HKLM\System\CurrentControlSet\Control\Session Manager\Environment' /v PATH | grep -F "\\$name\\"
}

try_msi_upgrade() {
	local everybody="$drive/Program Files/$name" before
	check "an older .msi installs" wine msiexec /i "$work/old.msi" /qn
	check "its version is listed" version_listed 0.0.1
	check "its window opens, with a file" start_window "$everybody" "$list_there"
	close_window
	check "the practice job is done from a console" submitted "$everybody"
	before=$(sha256sum "$settings")
	check "the .msi installs over it" wine msiexec /i "$msi" /qn
	check "one version is listed, the new one" version_listed "$version"
	check "the history is still there" has_runs 1 "$everybody"
	check "the settings are, too" test "$before" = "$(sha256sum "$settings")"
	check "the older .msi is refused" fails wine msiexec /i "$work/old.msi" /qn
	check "the new version stays" version_listed "$version"
	check "the setup leaves it alone" status 3 wine "$setup" /S
	check "nothing was installed beside it" gone "$programs"
	check "the .msi uninstalls" wine msiexec /x "$msi" /qn
	check "its program is gone" within 30 gone "$everybody"
	check "the history is kept" test -n "$(ls "$data/journal")"
	check "so are the settings" test -s "$settings"
}

try_msi() {
	local everybody="$drive/Program Files/$name"
	check "the .msi installs" wine msiexec /i "$msi" /qn
	check "its program is there" test -s "$everybody/numberloader.exe"
	check "the software renderer's is, too" cmp "$everybody"/{,software-gl/}numberloader.exe
	check "its program works" status 0 wine "$everybody/numberloader.com" --version
	check "spreadsheets offer it" listed 'HKLM\Software\Classes\.xlsx\OpenWithProgids' /v NumberLoader.Spreadsheet
	check "consoles find it" in_system_path
	check "its window opens" start_window "$everybody" "$list_there"
	check "its grid is shown" within 60 pictured msi-window
	close_window
	check "it is repaired over itself" wine msiexec /i "$msi" /qn
	check "the .msi uninstalls" wine msiexec /x "$msi" /qn
	check "its program is gone" within 30 gone "$everybody"
	check "consoles no longer look there" fails in_system_path
	check "spreadsheets don't offer it" unlisted 'HKLM\Software\Classes\.xlsx\OpenWithProgids'
}

for file in "$setup" "$msi"; do
	[[ -s $file ]] || {
		echo "${file##*/} is missing. Make it first: make package-windows" >&2
		exit 1
	}
done
prepare
go build -trimpath -buildvcs=false -tags "$tags" -o "$work/numberloader-linux" .
scripts/package-windows.sh old "$work"
try_setup
try_all_gone
try_msi
try_msi_upgrade
totals
