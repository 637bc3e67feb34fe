package xls

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"numberloader/import/sheet"
)

var (
	errNoWorkbook = errors.New("the container holds no workbook")
	errTooLong    = errors.New("the container names more bytes than it has")
)

// chunk is how much of a part is read at once.
const chunk = 32 << 10

// openContainer is the stream of the workbook in an OLE2 file. Some files hold one
// for Excel 5 (Book) beside the one for Excel 97 (Workbook).
func openContainer(content []byte) (stream, error) {
	directory := sheet.NewDirectory(bytes.NewReader(content))
	files, err := sheet.Guard(func() (*mscfb.Reader, error) { return mscfb.New(directory) }) // it panics at some headers
	if err != nil {
		err = fmt.Errorf("container: %w", err)
		return nil, cmp.Or(directory.Err(), err) //nolint:wrapcheck // both are ours
	}
	if err := directory.Opened(len(files.File)); err != nil {
		return nil, err
	}
	for _, name := range []string{"Workbook", "Book"} {
		for _, file := range files.File {
			if len(file.Path) == 0 && strings.EqualFold(file.Name, name) && !file.FileInfo().IsDir() {
				return readPart(file, int64(len(content)))
			}
		}
	}
	return nil, errNoWorkbook
}

// readPart is a whole part of a container of this size.
func readPart(file *mscfb.File, size int64) (stream, error) {
	if file.Size > size {
		return nil, errTooLong
	}
	content := make(stream, file.Size)
	for at := 0; at < len(content); at += chunk {
		if _, err := io.ReadFull(file, content[at:min(at+chunk, len(content))]); err != nil {
			return nil, fmt.Errorf("container: %w", err)
		}
	}
	return content, nil
}
