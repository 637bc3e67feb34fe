package importer

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
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

// archive is the parts of a zip file by name. It counts what it unpacks: the
// sizes that the directory of the file names are not trusted.
type archive struct {
	ctx    context.Context //nolint:containedctx // lives as long as one call of Read
	parts  map[string]*zip.File
	limits unpackLimits
	bounds bounds
	size   int64               // of the whole file
	heard  func(share float64) // may be nil; called every so often while parts are unpacked

	packed, unpacked int64 // of the parts read so far
	declared         int64 // what the directory says that all parts unpack to; only good for saying how far the work is
}

// unpackLimits are the limits of an archive, so that tests can have small ones.
type unpackLimits struct{ all, free, each int64 }

func openArchive(ctx context.Context, r io.ReaderAt, size int64, limits unpackLimits) (*archive, error) {
	bounded := &boundedReader{r: r, left: maxDirectory}
	files, err := zip.NewReader(bounded, size)
	if err != nil {
		return nil, fmt.Errorf("open zip: %w", err)
	}
	bounded.open = true
	if len(files.File) > maxParts {
		return nil, tooManyParts()
	}
	a := &archive{ctx: ctx, parts: make(map[string]*zip.File, len(files.File)), limits: limits, bounds: usualBounds(), size: size, declared: 1}
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

// sizeOf is declaredSize of the part with this name, 0 if there is none.
func (a *archive) sizeOf(name string) int64 {
	if f := a.parts[partKey(name)]; f != nil {
		return declaredSize(f)
	}
	return 0
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

func (a *archive) has(name string) bool { return a.parts[partKey(name)] != nil }

// hasPrefix says that a part's name begins so.
func (a *archive) hasPrefix(prefix string) bool {
	for name := range a.parts {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// open opens a part for reading. The error is errMissingPart if there is none,
// and later, while reading, a fault if the archive unpacks to too much.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[partKey(name)]
	if f == nil {
		return nil, fmt.Errorf("part %s: %w", name, errMissingPart)
	}
	if f.Flags&1 != 0 {
		return nil, encryptedParts()
	}
	r, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, unknownPacking(f.Method)
	}
	if err != nil {
		return nil, fmt.Errorf("part %s: %w", name, err)
	}
	a.packed += min(int64(f.CompressedSize64), a.size) //nolint:gosec // bounded by the file's size
	return &partReader{archive: a, r: r}, nil
}

// errMissingPart says that the archive has no such part.
var errMissingPart = errors.New("the part is missing")

// scan calls read with an XML scanner on a part, and then makes sure that the
// part has been read to its end, which also proves its checksum.
func (a *archive) scan(name string, read func(*scanner) error) (err error) {
	part, err := a.open(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, part.Close()) }()
	decoded, err := decodeXML(part)
	if err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	s := newScanner(decoded)
	if err := read(s); err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	if err := s.finish(); err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	return nil
}

// text is the start of a small part, at most 4 KB, or "" if there is none.
func (a *archive) text(name string) string {
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
	archive *archive
	r       io.ReadCloser
}

func (p *partReader) Read(buf []byte) (int, error) {
	a := p.archive
	if err := a.ctx.Err(); err != nil {
		return 0, err //nolint:wrapcheck // the caller compares it
	}
	n, err := p.r.Read(buf)
	if before := a.unpacked; a.heard != nil && before/bytesBetweenChecks != (before+int64(n))/bytesBetweenChecks {
		a.heard(float64(before) / float64(a.declared))
	}
	a.unpacked += int64(n)
	if a.unpacked > a.limits.all || a.unpacked > a.limits.free && a.unpacked/a.limits.each > a.packed {
		return 0, tooLarge("it unpacks to more than a list of numbers needs")
	}
	return n, err //nolint:wrapcheck // io.EOF has to stay as it is
}

func (p *partReader) Close() error { return p.r.Close() } //nolint:wrapcheck // wrapped by the caller
