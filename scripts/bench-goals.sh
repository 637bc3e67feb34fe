#!/usr/bin/env bash
# Measures, in one run, the figures that speed is judged by, beside what other code
# needs for the same, and prints them with their goals. "Other" is a program of the
# plain libraries (excelize, phonenumbers, encoding/json) that reads, judges and
# prints the same list, or the library alone; "our limit" reads and judges it as quickly
# as we know how to, and prints nothing (wholeway/benchgoals).
#
#	scripts/bench-goals.sh [ROWS [ROUNDS]]
#
# ROWS is 100000. Fewer try the script itself: the goals are those of 100,000 rows.
# Programs run in turns on one core, and the least of ROUNDS (3) counts.
set -euo pipefail
cd "$(dirname "$0")/.."

rows=${1:-100000}
rounds=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CGO_ENABLED=0 NUMBERLOADER_HOME=$work/data
tags=ci,migrated_fynedo

# built NAME FLAGS: builds a program, and copies it as installing does: of what the linker has
# just written the system has more in memory, up to 17 MiB of the peak.
built() { go build -trimpath -o "$work/built" "${@:2}" && cp "$work/built" "$work/$1"; }

built other -tags $tags ./wholeway/benchgoals
# The program is the one that people get. Where its window can't be built, without a C compiler
# or the headers of the window system, the toolkit's test driver stands in for that: a start
# then takes 2 ms and 5 MiB less, since those libraries are not loaded.
window="the window included"
if ! CGO_ENABLED=1 built numberloader -tags migrated_fynedo . 2>/dev/null; then
	window="without the window, which can't be built here"
	built numberloader -tags $tags .
fi
go test -trimpath -tags $tags -c -o "$work/report.test" ./internal/report

# line FIGURE UNIT OURS [OTHER [GOAL]]: one line of the table; without OTHER there is no ratio.
line() {
	awk -v f="$1" -v u="$2" -v a="$3" -v b="${4:-}" -v g="${5:-}" 'BEGIN {
		if (a == "") a = "-"
		r = (b == "" || a * b == 0) ? "" : (a > b) ? sprintf("%.1f", a / b) : sprintf("1/%.1f", b / a)
		printf "%-52s %12s %12s %8s  %s\n", f, a " " u, (b == "" ? "" : b " " u), r, g }'
}

# least FIELD COMMAND...: the least of a figure of "took" in all rounds, or of "served" if
# a service is wanted.
least() {
	local field=$1 i
	shift
	for ((i = 0; i < rounds; i++)); do
		rm -f "$results" # which nobody overwrites
		GOMAXPROCS=${cores:-1} "$work/other" "${taking:-took}" "$@"
	done | awk -v f="$field" 'NR == 1 || $f < m { m = $f } END { print m }'
}

# bench PACKAGE BENCHMARK TIMES UNIT: the least of a figure of a benchmark in all rounds.
bench() {
	go test -trimpath -tags $tags -run '^$' -bench "$2" -benchtime "$3" -count "$rounds" -benchmem -cpu 1 "$1" |
		awk -v u="$4" '/^Benchmark/ { for (i = 3; i <= NF; i++) if ($i == u && (m == "" || $(i-1) + 0 < m)) m = $(i-1) + 0 } END { print m }'
}

# saving BENCHMARK: milliseconds of CPU to save a workbook, a third of what three take.
saving() {
	(cd internal/report && least 1 "$work/report.test" -test.run '^$' -test.bench "$1" -test.benchtime 3x) |
		awk '{ printf "%.0f", $1 / 3 }'
}

# in UNIT, from nanoseconds or bytes.
ms() { awk '{ printf "%.1f", $1 / 1e6 }'; }
us() { awk '{ printf "%.2f", $1 / 1e3 }'; }
mib() { awk '{ printf "%.0f", $1 / 1048576 }'; }

list=$work/list.xlsx
results=$work/results.xlsx
"$work/other" make "$list" "$rows"
check=("$work/numberloader" check --json --region US "$list")
tuned=("$work/other" tuned "$list")
# Nobody is signed in here, so that the locations of the list are passed on as they are.

echo "$rows rows, one core, the least of $rounds rounds; the program $window"
printf '%-52s %12s %12s %8s  %s\n' "figure" "ours" "other" "ratio" "goal"
checked=$(least 1 "${check[@]}")
line "check --json of .xlsx: CPU" ms "$checked" "$(least 1 "${tuned[@]}")" "1/10"
line "check --json of .xlsx: CPU over our limit" ms "$checked" "$(least 1 "$work/other" limit "$list")" "3"
line "check --json of .xlsx: peak" MiB "$(least 2 "${check[@]}")" "$(least 2 "${tuned[@]}")" "110 MiB"
if ((rows >= 100000)); then
	million=$work/million.xlsx
	"$work/other" make "$million" 1000000
	check[-1]=$million
	line "check --json of .xlsx with 1,000,000 rows: CPU over our limit" ms \
		"$(least 1 "${check[@]}")" "$(least 1 "$work/other" limit "$million")" "3"
	# Garbage is bounded beside the work, which one core puts off until it is collected again.
	line "the same on two cores: peak" MiB "$(cores=2 least 2 "${check[@]}")" "" "300 MiB"
fi
line "--version: CPU" ms "$(least 1 "$work/numberloader" --version)" "" "30 ms"

way='^BenchmarkWholeWay$/^100k$/^shared.xlsx$'
line "first 50 rows of .xlsx with 100,000" ms "$(bench ./wholeway "$way/^ours\$" 2x first50-ms)" "$(bench ./wholeway "$way/^plain\$" 1x first50-ms)" "25 ms"
for kind in exact national messy; do
	goal="0.25 µs"
	[[ $kind == exact ]] && goal="0.08 µs"
	line "one number: $kind" µs "$(bench ./internal/review "ReadOnOneCore/$kind" 3x ns/number | us)" \
		"$(bench ./internal/review "PlainLibrary/$kind" 1x ns/number | us)" "$goal, 1/40"
done
line "save 100,000 results: CPU" ms "$(saving 'SaveResults$/^100000$')" "$(saving SaveResultsAsTheLibrary)" "1/4"
line "save 1,000,000 results: allocated in all" MiB "$(bench ./internal/report 'SaveResults$/^1000000$' 1x B/op | mib)" "" "64 MiB"
line "one edit among 100,000 rows" ms "$(bench ./gui/decisions OneEdit/100000\$ 20x ns/op | ms)" "" "5 ms"
for count in 100000 1000000; do
	line "one row of $count changes on the screen" ms "$(bench ./gui/review "ScreenOneRowChanges/$count\$" 20x ns/op | ms)" "" "200 ms"
	line "scrolling by a turn of the wheel in $count rows" ms "$(bench ./gui/review "ScreenFrame/$count\$" 20x ns/op | ms)" "" "5 ms"
done
line "window: kept of each row, without its texts" B "$(bench ./gui/flow '^BenchmarkOpen$' 2x B/row)" "" "430 B"
line "a row of 100,000 as it was judged: good" B "$(bench ./internal/review 'Judgement100000Rows$/^good$' 1x row-B/row)"
line "a row of 100,000 as it was judged: bad location" B "$(bench ./internal/review 'Judgement100000Rows$/^bad$' 1x row-B/row)"
line "history of 50 runs of 10,000 rows" ms "$(bench ./internal/run '^BenchmarkList$' 20x ns/op | ms)" "" "50 ms"

# Requests need two cores: one program asks, and answers. Of these figures the greatest
# is the best.
unpaced=$(go test -trimpath -tags $tags -run '^$' -bench '^BenchmarkSubmit$/^unpaced$/^100000$' -benchtime 1x -count "$rounds" ./service |
	awk '/^Benchmark/ { for (i = 3; i <= NF; i++) if ($i == "requests/s" && $(i-1) + 0 > m) m = $(i-1) + 0 } END { print m }')
line "requests without a pace, journal on" /s "$unpaced" "" "3,000 /s"

# Whole jobs at a service that answers at once. Ours surveys the organization and asks it
# about each number before, keeps a journal and a log, and waits as its pace says; the
# script of the plain libraries does none of that.
printf '(below, ours surveys before and keeps a journal and a log; the other does neither)\n'
job=$work/job.xlsx
submit=("$work/numberloader" submit --yes --results "$results" "$job")
for spec in 1000:1/5 10000:1/7 100000:1/9; do
	count=${spec%:*}
	((count <= rows)) || continue
	"$work/other" make "$job" "$count" "Kansas City" Austin
	ours=$(taking=served least 1 "${submit[@]}")
	line "submit $count rows: CPU" ms "$ours" "$(taking=served least 1 "$work/other" job "$job" "$results")" "${spec#*:}"
done
