// Package open is the Open screen: a spreadsheet is dropped, chosen or taken
// from the recent ones; what goes wrong with it is said in words; and which
// column holds the numbers is asked where that is in doubt. Model files know no
// toolkit, view files decide nothing.
package open

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"numberloader/gui/file"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// Trouble is a file that could not be read, in words.
type Trouble struct {
	Title   string
	What    string // what happened and what to do
	Safe    string // what did not happen
	Details string
	// Password says that a password is asked for.
	Password bool
	// Folder says that the file can be shown in its folder.
	Folder bool
}

// explain puts the trouble with a file into words.
func explain(t file.Trouble) Trouble {
	message := phrase.Explain(t.Err)
	words := Trouble{
		Title:    phrase.Text("open.trouble.title", "File", t.Name()),
		What:     phrase.Sentences(message.What, message.Next),
		Safe:     phrase.Text("open.trouble.safe"),
		Details:  message.Details,
		Password: t.NeedsPassword(),
		Folder:   t.Path != "" && fault.KindOf(t.Err) != fault.FileMissing,
	}
	switch {
	case t.NeedsPassword() && t.Layout.Password != "":
		words.Title = phrase.Text("open.trouble.wrong", "File", t.Name())
		words.What = phrase.Text("open.trouble.check")
	case t.NeedsPassword():
		words.Title = phrase.Text("open.trouble.locked", "File", t.Name())
	}
	return words
}

// Recent is a file that was open before.
type Recent struct {
	Path string
	When time.Time
	// Missing says that there is no such file now. It is not remembered.
	Missing bool
}

// Name is the name of the file without its folder.
func (r Recent) Name() string { return filepath.Base(r.Path) }

// Folder is the name of the folder that the file is in.
func (r Recent) Folder() string { return filepath.Base(filepath.Dir(r.Path)) }

// WhenText says when the file was open, in the local time of now.
func (r Recent) WhenText(now time.Time) string { return phrase.Lately(r.When, now) }

// maxRecent is how many files are remembered.
const maxRecent = 8

// Remember puts a file in front of the recent ones.
func Remember(list []Recent, file Recent) []Recent {
	all := []Recent{file}
	for _, other := range list {
		if other.Path != file.Path && len(all) < maxRecent {
			all = append(all, other)
		}
	}
	return all
}

// Forget takes a file out of the recent ones.
func Forget(list []Recent, path string) []Recent {
	return slices.DeleteFunc(slices.Clone(list), func(r Recent) bool { return r.Path == path })
}

// Encode writes recent files as lines, to be kept in the preferences.
func Encode(list []Recent) []string {
	lines := make([]string, len(list))
	for i, r := range list {
		lines[i] = r.When.UTC().Format(time.RFC3339) + " " + r.Path
	}
	return lines
}

// Decode reads what Encode wrote and leaves out what it does not understand.
func Decode(lines []string) []Recent {
	var list []Recent
	for _, line := range lines {
		stamp, path, ok := strings.Cut(line, " ")
		when, err := time.Parse(time.RFC3339, stamp)
		if ok && err == nil && path != "" {
			list = append(list, Recent{Path: path, When: when})
		}
	}
	return list
}
