#!/usr/bin/env bash
# Measures, in one run on a screen of its own, how long it takes from the start of a
# program to its first painted window: Number Loader beside an empty window of the
# toolkit (wholeway/benchstart), at most 1.3 times as long. Then how long it takes to the
# judged rows of a list, and how much memory a long one takes.
#
#	scripts/bench-start.sh [ROUNDS [ROWS]]
#
# ROWS is 100000, which is what the goals are for; the long list has ten times as many.
# Wall time says something only where nothing else is under way.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-5}
rows=${2:-100000}
work=$(mktemp -d)
screen=
trap '[[ -n $screen ]] && kill "$screen"; rm -rf "$work"' EXIT

go build -trimpath -tags migrated_fynedo -o "$work/empty.bin" ./wholeway/benchstart
go build -trimpath -tags migrated_fynedo -o "$work/loader.linked" .
cp "$work/loader.linked" "$work/loader.bin" # as installing does: what was just linked takes more memory
CGO_ENABLED=0 go build -trimpath -tags ci,migrated_fynedo -o "$work/goals" ./wholeway/benchgoals
cc -O2 -o "$work/first" scripts/bench-start.c -lX11

exec 3<>"$work/display"
Xvfb -displayfd 3 -screen 0 1280x900x24 +extension GLX -noreset -nolisten tcp >/dev/null 2>&1 &
screen=$!
for _ in {1..100}; do
	[[ -s $work/display ]] && break
	sleep 0.1
done
DISPLAY=:$(<"$work/display")
export DISPLAY LANG=C.UTF-8 HOME=$work/home XDG_CACHE_HOME=$work/home/cache NUMBERLOADER_HOME=$work/data
mkdir -p "$XDG_CACHE_HOME"

# first PROGRAM: milliseconds until the middle of the screen is no longer black, and those
# of the processor until then.
first() { timeout 60 "$work/first" 300 300 any "$1"; }

# listed FILE: the same until the first rows of a list are there, by the line of headers
# above them; judged FILE: until its judged rows are, by the button that goes on with them.
listed() { timeout 60 "$work/first" 1060 273 f5f6f8 "$work/loader.bin" "$1"; }
judged() { timeout 600 "$work/first" 1070 688 1f5bd0 "$work/loader.bin" "$1"; }

# peak FILE: the memory in MB that a list takes at most, until the program comes to rest.
peak() {
	local pid before now=-1 still=0
	"$work/loader.bin" "$1" >/dev/null 2>&1 &
	pid=$!
	while ((still < 3)); do
		sleep 1
		before=$now
		now=$(awk '{ print $14 + $15 }' "/proc/$pid/stat")
		((now - before <= 5 && now > 0)) && still=$((still + 1)) || still=0
	done
	awk '/^VmHWM/ { printf "%.0f\n", $2 * 1.024 / 1000 }' "/proc/$pid/status"
	kill "$pid"
	wait "$pid" || true
}

# median COLUMN FILE: the middle of the numbers of a column.
median() { cut -d' ' -f"$1" "$2" | sort -n | sed -n "$(((rounds + 1) / 2))p"; }

# beside WHAT COLUMN: the program beside the empty window.
beside() {
	local empty loader
	empty=$(median "$2" "$work/empty.times")
	loader=$(median "$2" "$work/loader.times")
	echo "$1: empty window $empty ms; Number Loader $loader ms; $((100 * loader / empty)) %"
}

first "$work/empty.bin" >/dev/null # into the caches
first "$work/loader.bin" >/dev/null
for ((i = 0; i < rounds; i++)); do
	first "$work/empty.bin" >>"$work/empty.times"
	first "$work/loader.bin" >>"$work/loader.times"
done
beside "until painted" 1
beside "of that the processor" 2

list=$work/list.xlsx long=$work/long.xlsx
"$work/goals" make "$list" "$rows" "Kansas City" Austin
"$work/goals" make "$long" $((10 * rows)) "Kansas City" Austin
judged "$list" >/dev/null
for ((i = 0; i < rounds; i++)); do
	judged "$list" >>"$work/judged.times"
	listed "$long" >>"$work/listed.times"
done
echo "$rows rows, until they are judged and painted: $(median 1 "$work/judged.times") ms, goal 1500 ms; the processor $(median 2 "$work/judged.times") ms"
echo "$((10 * rows)) rows, until the first ones are painted: $(median 1 "$work/listed.times") ms; at most $(peak "$long") MB, goal 700 MB"
