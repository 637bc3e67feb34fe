package phrase

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// files are the messages of all languages, a folder each.
//
//go:embed */*.toml
var files embed.FS

// source is the folder of the language that every message is written in first.
const source = "en"

// room holds the messages of one file by their keys.
type room map[string]*forms

// speaker says messages in one language. A room is read when it is first asked
// for something, since a short command needs one or two of all.
type speaker struct {
	rooms   map[string]func() room
	printer *message.Printer // of numbers
}

// spoken is the speaker of a language, made when it is first needed.
func spoken(tag language.Tag) func() *speaker {
	return sync.OnceValue(func() *speaker { return newSpeaker(files, tag) })
}

// newSpeaker makes a speaker from folders of messages.
func newSpeaker(all fs.FS, tag language.Tag) *speaker {
	s := &speaker{rooms: map[string]func() room{}, printer: message.NewPrinter(tag)}
	names, err := fs.Glob(all, source+"/*.toml")
	if err != nil {
		panic(fmt.Sprintf("phrase: %v", err))
	}
	for _, name := range names {
		file := path.Base(name)
		s.rooms[strings.TrimSuffix(file, ".toml")] = sync.OnceValue(func() room {
			said := room{}
			for _, tag := range slices.Compact([]language.Tag{language.English, tag}) {
				said.add(all, file, tag)
			}
			return said
		})
	}
	return s
}

// add reads the messages of a file in a language, if there are any. Files are
// part of the program, so one that cannot be read is a fault of ours.
func (r room) add(all fs.FS, file string, tag language.Tag) {
	text, err := fs.ReadFile(all, path.Join(tag.String(), file))
	if err != nil {
		return // not translated yet
	}
	read := map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal}
	found, err := i18n.ParseMessageFileBytes(text, file, read)
	if err != nil {
		panic(fmt.Sprintf("phrase: %s of %v: %v", file, tag, err))
	}
	for _, m := range found.Messages {
		r[m.ID] = newForms(m, tag)
	}
}

// find is the message of a key. It says false if there is none.
func (s *speaker) find(key string) (*forms, bool) {
	name, _, _ := strings.Cut(key, ".")
	read, ok := s.rooms[name]
	if !ok {
		return nil, false
	}
	said, ok := read()[key]
	return said, ok
}

// forms are the plural forms of a message; one without has the last only.
type forms struct {
	tag    language.Tag // whose plural rules hold
	plural [plural.Many + 1]pieces
}

func newForms(m *i18n.Message, tag language.Tag) *forms {
	f := &forms{tag: tag}
	for form, text := range [...]string{
		plural.Zero: m.Zero, plural.One: m.One, plural.Two: m.Two, plural.Few: m.Few, plural.Many: m.Many, plural.Other: m.Other,
	} {
		if text != "" {
			f.plural[form] = parse(text)
		}
	}
	return f
}

// fill is the form that fits the count, with its values.
func (f *forms) fill(in values) string { return f.form(in).fill(in) }

// form is the form that fits the count.
func (f *forms) form(in values) pieces {
	if n, ok := in.count(); ok {
		if form := f.plural[plural.Cardinal.MatchPlural(f.tag, n, 0, 0, 0, 0)]; form != nil {
			return form
		}
	}
	return f.plural[plural.Other]
}
