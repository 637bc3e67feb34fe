// Package parts reads the parts of a zip file and the XML in them, both within
// limits: workbooks and OpenDocument files are built of these. It imports refuse
// and sheet, whose [sheet.Input] it reads from.
package parts

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"

	"numberloader/import/refuse"
	"numberloader/import/sheet"
)

// Limits of what a workbook may unpack to (docs/number-rules.md, 5.1).
const (
	maxUnpacked     = 2 << 30   // in all
	freeUnpacked    = 300 << 20 // below this, any ratio is fine
	maxUnpackedEach = 100       // times the packed size, above it
)

// errDuplicatePart says that two parts have one name, so that programs would
// read different contents.
var errDuplicatePart = errors.New("two parts have the same name")

// Archive is the parts of a zip file by name. It counts what it unpacks: the
// sizes that the directory of the file names are not trusted.
type Archive struct {
	file   *sheet.Input
	parts  map[string]*zip.File
	limits unpackLimits

	packed, unpacked int64 // of the parts read so far
	declared         int64 // what the directory says that all parts unpack to; only good for saying how far the work is
}

// unpackLimits are the limits of an archive, so that tests can have small ones.
type unpackLimits struct{ all, free, each int64 }

func usualLimits() unpackLimits {
	return unpackLimits{all: maxUnpacked, free: freeUnpacked, each: maxUnpackedEach}
}

// Open opens the zip file of an input. The errors are those of package refuse, or
// say in what the file is damaged.
func Open(file *sheet.Input) (*Archive, error) {
	directory := sheet.NewDirectory(file.Bytes)
	files, err := zip.NewReader(directory, file.Size)
	if err != nil {
		return nil, fmt.Errorf("open zip: %w", err)
	}
	files.RegisterDecompressor(zip.Deflate, flate.NewReader) // twice as quick as that of the standard library
	if err := directory.Opened(len(files.File)); err != nil {
		return nil, err
	}
	a := &Archive{file: file, parts: make(map[string]*zip.File, len(files.File)), limits: usualLimits(), declared: 1}
	for _, f := range files.File {
		name := partKey(f.Name)
		if a.parts[name] != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, errDuplicatePart)
		}
		a.parts[name] = f
		a.declared += declaredSize(f)
	}
	return a, nil
}

// declaredSize is what the directory says that a part unpacks to.
func declaredSize(f *zip.File) int64 {
	return int64(min(f.UncompressedSize64, maxUnpacked))
}

// SizeOf is declaredSize of the part with this name, 0 if there is none.
func (a *Archive) SizeOf(name string) int64 {
	if f := a.parts[partKey(name)]; f != nil {
		return declaredSize(f)
	}
	return 0
}

// Progress is how many bytes were unpacked so far, and which share of the archive
// that is by its directory, which may be wrong.
func (a *Archive) Progress() (unpacked int64, share float64) {
	return a.unpacked, float64(a.unpacked) / float64(a.declared)
}

// partKey is the name under which a part is known: letter case, backslashes, a
// leading slash and the percent signs of addresses ("My%20Sheet.xml") do not
// matter.
func partKey(name string) string {
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	return strings.TrimPrefix(path.Clean(strings.ToLower(strings.ReplaceAll(name, `\`, "/"))), "/")
}

// Has reports whether there is a part with this name.
func (a *Archive) Has(name string) bool { return a.parts[partKey(name)] != nil }

// HasPrefix reports whether a part's name begins so.
func (a *Archive) HasPrefix(prefix string) bool {
	for name := range a.parts {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// open opens a part for reading. The error is errMissingPart if there is none,
// and later, while reading, a fault if the archive unpacks to too much.
func (a *Archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[partKey(name)]
	if f == nil {
		return nil, fmt.Errorf("part %s: %w", name, ErrMissingPart)
	}
	if f.Flags&1 != 0 {
		return nil, refuse.EncryptedParts()
	}
	r, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, refuse.UnknownPacking(f.Method)
	}
	if err != nil {
		return nil, fmt.Errorf("part %s: %w", name, err)
	}
	a.packed += min(int64(f.CompressedSize64), a.file.Size) //nolint:gosec // bounded by the file's size
	return &partReader{archive: a, r: r}, nil
}

// ErrMissingPart says that the archive has no such part.
var ErrMissingPart = errors.New("the part is missing")

// Scan calls read with an XML scanner on a part, and then makes sure that the
// part has been read to its end, which also proves its checksum.
func (a *Archive) Scan(name string, read func(*Scanner) error) error {
	part, err := a.Begin(name)
	if err != nil {
		return err
	}
	if err := read(part.Scanner); err != nil {
		return errors.Join(fmt.Errorf("part %s: %w", name, err), part.file.Close())
	}
	return part.End()
}

// Part is an XML part that is read as far as somebody asks for. One that is not read
// to its end needs no closing.
type Part struct {
	*Scanner

	name string
	file io.Closer
}

// Begin opens an XML part. The errors are those of Scan.
func (a *Archive) Begin(name string) (*Part, error) {
	file, err := a.open(name)
	if err != nil {
		return nil, err
	}
	decoded, err := decodeXML(file)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("part %s: %w", name, err), file.Close())
	}
	return &Part{Scanner: newScanner(decoded), name: name, file: file}, nil
}

// End makes sure that the part has been read to its end, which also proves its
// checksum, and closes it.
func (p *Part) End() error {
	if err := errors.Join(p.finish(), p.file.Close()); err != nil {
		return fmt.Errorf("part %s: %w", p.name, err)
	}
	return nil
}

// Text is the start of a small part, at most 4 KB, or "" if there is none.
func (a *Archive) Text(name string) string {
	part, err := a.open(name)
	if err != nil {
		return ""
	}
	content, err := io.ReadAll(io.LimitReader(part, 4096))
	if errors.Join(err, part.Close()) != nil {
		return ""
	}
	return strings.TrimSpace(string(content))
}

// partReader counts what it reads against the limits of its archive.
type partReader struct {
	archive *Archive
	r       io.ReadCloser
}

func (p *partReader) Read(buf []byte) (int, error) {
	a := p.archive
	if err := a.file.Context.Err(); err != nil {
		return 0, err //nolint:wrapcheck // the caller compares it
	}
	n, err := p.r.Read(buf)
	if before := a.unpacked; before/sheet.BytesBetweenChecks != (before+int64(n))/sheet.BytesBetweenChecks {
		a.file.Tell(float64(before) / float64(a.declared))
	}
	a.unpacked += int64(n)
	if a.unpacked > a.limits.all || a.unpacked > a.limits.free && a.unpacked/a.limits.each > a.packed {
		return 0, refuse.TooLarge("refuse.large.unpacked")
	}
	return n, err //nolint:wrapcheck // io.EOF has to stay as it is
}

func (p *partReader) Close() error { return p.r.Close() } //nolint:wrapcheck // wrapped by the caller
