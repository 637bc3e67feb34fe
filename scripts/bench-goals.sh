#!/usr/bin/env bash
# Measures, in one run, the figures that speed is judged by, beside what other code
# needs for the same, and prints them with their goals. "Other" is a program of the
# plain libraries (excelize, phonenumbers, encoding/json) that reads, judges and
# prints the same list, or the library alone.
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
trap 'rm -rf "$work" build/bench-goals' EXIT
export CGO_ENABLED=0 NUMBERLOADER_HOME=$work/data
tags=ci,migrated_fynedo

mkdir -p build/bench-goals
cat >build/bench-goals/main.go <<'GO'
// Command other makes a list, or reads and judges it with the plain libraries, or runs
// a program and says what it took.
package main

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"

	"github.com/nyaruka/phonenumbers/v2"
	"github.com/xuri/excelize/v2"
)

func main() {
	var err error
	switch os.Args[1] {
	case "make":
		err = makeList(os.Args[2], os.Args[3])
	case "check":
		err = check(os.Args[2])
	case "took":
		err = took(os.Args[2:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var headings = []string{"Phone number", "Type", "Name", "Location", "City", "Street", "Zip", "Note", "Department", "Cost center"}

func cells(i int) []string {
	if i == 0 {
		return headings
	}
	return []string{
		fmt.Sprintf("+1312%07d", 2_000_000+i), "DID", fmt.Sprint("Person ", i), fmt.Sprint("Chicago ", i%50), "Chicago",
		fmt.Sprint("Street ", i%1000), fmt.Sprintf("606%02d", i%100), fmt.Sprint("note ", i%7), fmt.Sprint("Dept ", i%20), fmt.Sprint("CC", i%300),
	}
}

// makeList makes a workbook with shared texts, as Excel stores them.
func makeList(path, count string) error {
	rows, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	const (
		office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		main   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
		links  = "http://schemas.openxmlformats.org/package/2006/relationships"
		kind   = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	)
	book := zip.NewWriter(f)
	part := func(name string, write func(w *bufio.Writer)) {
		w, err := book.Create(name)
		if err != nil {
			panic(err)
		}
		b := bufio.NewWriterSize(w, 1<<16)
		write(b)
		if err := b.Flush(); err != nil {
			panic(err)
		}
	}
	text := func(name, content string) { part(name, func(w *bufio.Writer) { _, _ = w.WriteString(content) }) }
	text("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="`+kind+`sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="`+kind+`worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="`+kind+`sharedStrings+xml"/></Types>`)
	text("_rels/.rels", `<Relationships xmlns="`+links+`"><Relationship Id="r1" Type="`+office+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	text("xl/_rels/workbook.xml.rels", `<Relationships xmlns="`+links+`"><Relationship Id="r1" Type="`+office+`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="`+office+`/sharedStrings" Target="sharedStrings.xml"/></Relationships>`)
	text("xl/workbook.xml", `<workbook xmlns="`+main+`" xmlns:r="`+office+`"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`)
	index, texts := map[string]int{}, []string{}
	part("xl/worksheets/sheet1.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<worksheet xmlns="%s"><sheetData>`, main)
		for i := range rows + 1 {
			fmt.Fprintf(w, `<row r="%d">`, i+1)
			for c, text := range cells(i) {
				if _, ok := index[text]; !ok {
					index[text], texts = len(texts), append(texts, text)
				}
				fmt.Fprintf(w, `<c r="%c%d" t="s"><v>%d</v></c>`, 'A'+c, i+1, index[text])
			}
			fmt.Fprint(w, "</row>")
		}
		fmt.Fprint(w, "</sheetData></worksheet>")
	})
	part("xl/sharedStrings.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<sst xmlns="%s">`, main)
		for _, text := range texts {
			fmt.Fprintf(w, "<si><t>%s</t></si>", text)
		}
		fmt.Fprint(w, "</sst>")
	})
	if err := book.Close(); err != nil {
		return err
	}
	return f.Close()
}

type line struct {
	Row                    int
	Number, Country, Place string
	Kind                   phonenumbers.PhoneNumberType
	Valid                  bool
}

func check(path string) error {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	rows, err := f.Rows("Sheet1")
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	encoder := json.NewEncoder(out)
	for i := 1; rows.Next(); i++ {
		cells, err := rows.Columns()
		if err != nil {
			return err
		}
		n, err := phonenumbers.Parse(cells[0], "US")
		if err != nil {
			continue
		}
		l := line{Row: i, Number: phonenumbers.Format(n, phonenumbers.E164), Country: phonenumbers.GetRegionCodeForNumber(n), Place: cells[3]}
		l.Kind, l.Valid = phonenumbers.GetNumberType(n), phonenumbers.IsValidNumber(n)
		if err := encoder.Encode(l); err != nil {
			return err
		}
	}
	return out.Flush()
}

// took runs a program without its output, and prints its milliseconds of CPU and its
// peak in MiB.
func took(args []string) error {
	c := exec.Command(args[0], args[1:]...)
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w", args, err)
	}
	s := c.ProcessState
	usage, _ := s.SysUsage().(*syscall.Rusage)
	_, err := fmt.Println((s.UserTime() + s.SystemTime()).Milliseconds(), usage.Maxrss>>10)
	return err
}
GO
go build -trimpath -o "$work/other" ./build/bench-goals
go build -trimpath -tags $tags -o "$work/numberloader" .

# line FIGURE UNIT OURS OTHER GOAL: one line of the table; without OTHER there is no ratio.
line() {
	awk -v f="$1" -v u="$2" -v a="$3" -v b="$4" -v g="$5" 'BEGIN {
		if (a == "") a = "-"
		r = (b != "" && a + 0 > 0) ? sprintf("1/%.1f", b / a) : ""
		printf "%-52s %12s %12s %8s  %s\n", f, a " " u, (b == "" ? "" : b " " u), r, g }'
}

# least FIELD COMMAND...: the least of a figure of "took" in all rounds.
least() {
	local field=$1 i
	shift
	for ((i = 0; i < rounds; i++)); do
		GOMAXPROCS=1 "$work/other" took "$@"
	done | awk -v f="$field" 'NR == 1 || $f < m { m = $f } END { print m }'
}

# bench PACKAGE BENCHMARK TIMES UNIT: the least of a figure of a benchmark in all rounds.
bench() {
	go test -trimpath -tags $tags -run '^$' -bench "$2" -benchtime "$3" -count "$rounds" -benchmem -cpu 1 "$1" |
		awk -v u="$4" '/^Benchmark/ { for (i = 3; i <= NF; i++) if ($i == u && (m == "" || $(i-1) + 0 < m)) m = $(i-1) + 0 } END { print m }'
}

# in UNIT, from nanoseconds.
ms() { awk '{ printf "%.1f", $1 / 1e6 }'; }
us() { awk '{ printf "%.2f", $1 / 1e3 }'; }

list=$work/list.xlsx
"$work/other" make "$list" "$rows"
check=("$work/numberloader" check --json --region US "$list")
other=("$work/other" check "$list")
# Nobody is signed in here, so that the locations of the list are passed on as they are.

echo "$rows rows, one core, the least of $rounds rounds"
printf '%-52s %12s %12s %8s  %s\n' "figure" "ours" "other" "ratio" "goal"
line "check --json of .xlsx: CPU" ms "$(least 1 "${check[@]}")" "$(least 1 "${other[@]}")" ""
line "check --json of .xlsx: peak" MiB "$(least 2 "${check[@]}")" "$(least 2 "${other[@]}")" "110 MiB"
line "--version: CPU" ms "$(least 1 "$work/numberloader" --version)" "" "30 ms"

way='^BenchmarkWholeWay$/^100k$/^shared.xlsx$'
line "first 50 rows of .xlsx with 100,000" ms "$(bench ./wholeway "$way/^ours\$" 2x first50-ms)" "$(bench ./wholeway "$way/^plain\$" 1x first50-ms)" "25 ms"
for kind in exact national messy; do
	goal="0.25 µs"
	[[ $kind == exact ]] && goal="0.08 µs"
	line "one number: $kind" µs "$(bench ./internal/review "ReadOnOneCore/$kind" 3x ns/number | us)" \
		"$(bench ./internal/review "PlainLibrary/$kind" 1x ns/number | us)" "$goal, 1/40"
done
saved=$(bench ./internal/report SaveResults100k 2x ns/op | ms)
line "save 100,000 results" ms "$saved" "$(bench ./internal/report SaveResultsAsTheLibrary 1x ns/op | ms)" "1/4"
line "one edit among 100,000 rows" ms "$(bench ./gui/decisions OneEdit/100000\$ 20x ns/op | ms)" "" "5 ms"
line "history of 50 runs of 10,000 rows" ms "$(bench ./internal/run '^BenchmarkList$' 20x ns/op | ms)" "" "50 ms"
submitted=$(bench ./service 'Submit/100000$' 1x ns/op)
line "add 100,000 numbers in 5,000 requests, journal on" ms "$(ms <<<"$submitted")" "" "1667 ms (3,000 requests/s)"
