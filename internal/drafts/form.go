package drafts

import (
	"encoding/json"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

// version is the version of the form of a file.
const version = 1

// form is how a draft is written. Its names stay what they are.
type form struct {
	Version  int          `json:"version"`
	Saved    time.Time    `json:"saved"`
	Path     string       `json:"path"`
	Sheet    string       `json:"sheet,omitempty"`
	Size     int64        `json:"size,omitempty"`
	Modified time.Time    `json:"modified,omitzero"`
	Content  string       `json:"content"`
	Settings settingsForm `json:"settings"`
	Rows     []rowForm    `json:"rows"`
}

// settingsForm has kinds, usages and states in the words of the Webex API.
type settingsForm struct {
	Country       string        `json:"country,omitempty"`
	Type          string        `json:"type,omitempty"`
	Usage         string        `json:"usage,omitempty"`
	State         string        `json:"state,omitempty"`
	Location      string        `json:"location,omitempty"`
	Subscription  string        `json:"subscription,omitempty"`
	Carrier       string        `json:"carrier,omitempty"`
	ExpandRanges  bool          `json:"expand_ranges,omitempty"`
	Suggestions   bool          `json:"accept_suggestions,omitempty"`
	Accept        []number.Code `json:"accept,omitempty"`
	IncludeHidden bool          `json:"include_hidden,omitempty"`
	OneRequest    bool          `json:"one_request,omitempty"`
}

type rowForm struct {
	Line         int           `json:"line"`
	List         string        `json:"list,omitempty"`
	Was          string        `json:"was"` // what the row held
	Number       *string       `json:"number,omitempty"`
	Type         *string       `json:"type,omitempty"`
	Usage        *string       `json:"usage,omitempty"`
	State        *string       `json:"state,omitempty"`
	Location     *string       `json:"location,omitempty"`
	Subscription *string       `json:"subscription,omitempty"`
	LeftOut      bool          `json:"left_out,omitempty"`
	Expand       bool          `json:"expand,omitempty"`
	Overridden   []number.Code `json:"overridden,omitempty"`

	Confirmed []review.Confirmation `json:"confirmed,omitempty"`
}

func write(d *Draft) ([]byte, error) {
	s := &d.Settings
	f := form{
		Version: version, Saved: d.Saved, Path: d.Source.Path, Sheet: d.Source.Sheet, Size: d.Source.Size,
		Modified: d.Source.Modified, Content: d.Source.Content, Rows: make([]rowForm, len(d.Entries)),
		Settings: settingsForm{
			Country: s.Region, Type: s.Kind.API(), Usage: s.Usage.API(), State: s.State.API(), Location: s.Location,
			Subscription: s.Subscription, Carrier: s.Carrier, ExpandRanges: s.ExpandRanges, Suggestions: s.AcceptSuggestions,
			Accept: s.Accept, IncludeHidden: s.IncludeHidden, OneRequest: s.OneRequest,
		},
	}
	for i := range d.Entries {
		e, v := &d.Entries[i], &d.Entries[i].Decision
		f.Rows[i] = rowForm{
			Line: e.Line, List: e.List, Was: e.Text, Number: v.Text, Type: v.Type, Usage: v.Usage, State: v.State, Location: v.Location,
			Subscription: v.Subscription, LeftOut: v.LeftOut, Expand: v.Expand, Overridden: v.Overridden, Confirmed: v.Confirmed,
		}
	}
	return json.Marshal(f) //nolint:wrapcheck // Save says what was being done
}

// read reads what write wrote. It says false for anything else.
func read(text []byte) (Draft, bool) {
	var f form
	if json.Unmarshal(text, &f) != nil || f.Version != version {
		return Draft{}, false
	}
	d := Draft{
		Saved: f.Saved, Settings: f.Settings.settings(), Entries: make([]Entry, len(f.Rows)),
		Source: Source{Path: f.Path, Sheet: f.Sheet, Size: f.Size, Modified: f.Modified, Content: f.Content},
	}
	for i := range f.Rows {
		r := &f.Rows[i]
		d.Entries[i] = Entry{Line: r.Line, List: r.List, Text: r.Was, Decision: review.Decision{
			Text: r.Number, Type: r.Type, Usage: r.Usage, State: r.State, Location: r.Location, Subscription: r.Subscription,
			LeftOut: r.LeftOut, Expand: r.Expand, Overridden: r.Overridden, Confirmed: r.Confirmed,
		}}
	}
	return d, true
}

func (s *settingsForm) settings() review.Settings {
	set := review.Settings{
		Region: s.Country, Location: s.Location, Subscription: s.Subscription, Carrier: s.Carrier,
		ExpandRanges: s.ExpandRanges, AcceptSuggestions: s.Suggestions, Accept: s.Accept,
		IncludeHidden: s.IncludeHidden, OneRequest: s.OneRequest,
	}
	set.Kind, _ = number.ParseKind(s.Type)
	set.Usage, _ = number.ParseUsage(s.Usage)
	set.State, _ = number.ParseState(s.State, false)
	return set
}
