// Package filetest makes files for the tests of import and its formats, and checks
// how they are refused. Nothing but tests may import it.
package filetest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"maps"
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// Parts are the contents of a zip file by name.
type Parts map[string]string

// Namespaces of workbooks (ECMA-376, part 1, annex A).
const (
	RelsType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	MainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// Workbook are the parts of a workbook whose sheets have these contents.
func Workbook(sheets ...string) Parts {
	p := Parts{
		"_rels/.rels": `<Relationships><Relationship Id="r1" Type="` + RelsType + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	}
	names, links := "", ""
	for i, content := range sheets {
		n := string(rune('1' + i))
		names += `<sheet name="Sheet` + n + `" sheetId="` + n + `" r:id="r` + n + `"/>`
		links += `<Relationship Id="r` + n + `" Type="` + RelsType + `/worksheet" Target="worksheets/sheet` + n + `.xml"/>`
		p["xl/worksheets/sheet"+n+".xml"] = `<worksheet xmlns="` + MainSpace + `">` + content + `</worksheet>`
	}
	links += `<Relationship Id="s" Type="` + RelsType + `/styles" Target="styles.xml"/>`
	links += `<Relationship Id="t" Type="` + RelsType + `/sharedStrings" Target="/xl/sharedStrings.xml"/>`
	p["xl/workbook.xml"] = `<workbook xmlns:r="` + RelsType + `"><sheets>` + names + `</sheets></workbook>`
	p["xl/_rels/workbook.xml.rels"] = `<Relationships>` + links + `</Relationships>`
	return p
}

// Zip is a zip file of these parts.
func Zip(tb testing.TB, p Parts) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		part, err := w.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := part.Write([]byte(p[name])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// Refused checks that a file was refused as this kind, in words that have these
// among them.
func Refused(t *testing.T, err error, kind fault.Kind, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatal("it was read")
	}
	if got := fault.KindOf(err); got != kind {
		t.Fatalf("kind %d, want %d: %v", got, kind, err)
	}
	message := phrase.Explain(err)
	for _, word := range words {
		if !strings.Contains(strings.ToLower(message.What+" "+message.Next), strings.ToLower(word)) {
			t.Errorf("%q is not in %q %q", word, message.What, message.Next)
		}
	}
}

// What one input may cost. The time finds an input that is read without end, also on
// a busy machine under the race detector; what usual inputs take is for benchmarks.
// What is allocated in all is a bound for the heap that does not depend on when the
// garbage collector runs.
const (
	fuzzTime   = 20 * time.Second
	fuzzMemory = 1 << 30
)

// Bounded does work, and says if it costs too much.
func Bounded(t *testing.T, work func()) {
	t.Helper()
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	allocated := func() uint64 {
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	begin, before := time.Now(), allocated() //nolint:forbidigo // what is measured is the real time
	work()
	if took := time.Since(begin); took > fuzzTime {
		t.Errorf("it takes %v", took)
	}
	if bytes := allocated() - before; bytes > fuzzMemory {
		t.Errorf("it takes %d MB", bytes>>20)
	}
}

// Parts of an OLE2 file ([MS-CFB], 2.6.1).
const (
	directoryEntry  = 128 // bytes of an entry of the directory
	entryNameLength = 64  // where in it the length of its name stands
	EntryKind       = 66  // and what it is
	entryOfRoot     = 5
)

// Directory is a sector of a directory with entries of these names, of which the
// first is the root.
func Directory(names ...string) []byte {
	content := make([]byte, directoryEntry*(len(names)+1))
	for i, name := range names {
		entry := content[directoryEntry*(i+1):]
		for at, letter := range []byte(name) {
			entry[2*at] = letter
		}
		binary.LittleEndian.PutUint16(entry[entryNameLength:], uint16(2*len(name)+2)) //nolint:gosec // the names are short
		entry[EntryKind] = 2
		if i == 0 {
			entry[EntryKind] = entryOfRoot
		}
	}
	return content
}

// Container is an OLE2 file whose root has this class, with entries of these
// names.
func Container(class string, names ...string) []byte {
	const headerSize, sizeAt, classAt = 512, 30, 80
	content := make([]byte, headerSize-directoryEntry, headerSize+directoryEntry*len(names))
	copy(content, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	content[sizeAt] = 9 // sectors of 512 bytes, and the directory in the first
	content = append(content, Directory(names...)...)
	copy(content[headerSize+classAt:], class)
	return content
}
