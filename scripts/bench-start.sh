#!/usr/bin/env bash
# Measures, in one run on a screen of its own, how long it takes from the start of a
# program to its first painted window: Number Loader beside an empty window of the
# toolkit (wholeway/benchstart). The goal is at most 1.3 times as long.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-5}
work=$(mktemp -d)
screen=
trap '[[ -n $screen ]] && kill "$screen"; rm -rf "$work"' EXIT

go build -trimpath -tags migrated_fynedo -o "$work/empty.bin" ./wholeway/benchstart
go build -trimpath -tags migrated_fynedo -o "$work/loader.bin" .
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
first() { timeout 60 "$work/first" "$1"; }

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
