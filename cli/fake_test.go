package cli

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"numberloader/cli/console"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/report"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

var started = time.Date(2026, 11, 23, 14, 12, 5, 0, time.UTC)

// world is everything around the command line: a reader of simple CSV files, an
// organization, and a history that keeps what is submitted.
type world struct {
	connectErr error // of Connect without --practice
	accountErr error
	surveyErr  error
	role       run.Role
	locations  []number.Location
	existing   map[number.E164]number.Held
	holds      []number.Held // what its inventory has
	counted    int
	submitErr  error // with no run
	stopAfter  int   // requests after which a run stops, 0 for never
	stopErr    error
	saveErr    error
	saveOnly   func(path string) error // where saving fails
	pathErr    error                   // of the name of the results
	asked      int                     // surveys and lists of locations
	closed     int
	draft      run.Draft
	runs       map[string]run.Run
	workErr    error // of work on an earlier run, with no run
	loadErr    error
	work       run.Work
	connected  []string // the organizations that were reached
	home       string   // ID of the organization of who is signed in
	customers  []run.Organization
	signIn     signIn
	clock      time.Time
}

func newWorld() *world {
	kansas := number.Location{ID: "loc-kc", Name: "Kansas City", Country: "US", PSTN: number.PSTNLocalGateway, Provider: "Premises"}
	london := number.Location{ID: "loc-lb", Name: "London Bridge", Country: "GB", PSTN: number.PSTNCisco}
	unknown := number.Location{ID: "loc-ny", Name: "New York", Country: "US", PSTN: number.PSTNUnknown}
	there := numbertest.E164("+12125550110")
	return &world{
		locations: []number.Location{kansas, london, unknown},
		existing:  map[number.E164]number.Held{there: {Location: kansas, Owner: number.Owner{Name: "Reception", Type: "PLACE"}}},
		role:      run.RoleFullAdministrator,
		runs:      map[string]run.Run{},
		home:      "org",
		clock:     started,
	}
}

// now goes on by as much as a run takes.
func (w *world) now() time.Time {
	w.clock = w.clock.Add(61204 * time.Millisecond)
	return w.clock
}

// program is the program in this world; the caller adds the streams.
func (w *world) program() Program {
	return Program{
		Version: "1.2.3", Read: readCSV, Connect: w.connect, History: w,
		SaveResults: w.saveResults, TryResults: report.New(nil).Try, ResultsPath: w.resultsPath, SaveTemplate: saveTemplate,
		SaveComparison: report.New(nil).SaveComparison, SaveNumbers: report.New(nil).SaveNumbers,
		SignIn: SignIn{
			Integration: w.integration, Device: w.device, Organizations: w.organizations, Out: w.signOut,
		},
		Now: w.now, Streams: console.Streams{ReadSecret: w.readSecret},
	}
}

func (w *world) connect(_ context.Context, practice bool, orgID string) (Organization, error) {
	if w.connectErr != nil && !practice {
		return nil, w.connectErr
	}
	is := run.Organization{ID: w.home, Name: "Acme Corp", Practice: practice}
	switch {
	case practice:
		is.ID = "org"
	case orgID != "":
		is.ID = orgID
	}
	if is.ID != "org" {
		is.Name = "Organization " + is.ID
	}
	w.connected = append(w.connected, is.ID)
	return &organization{w, is}, nil
}

func (w *world) List() ([]run.Summary, error) {
	var all []run.Summary
	for _, r := range w.runs {
		all = append(all, run.Summary{
			ID: r.ID, Started: r.Started, File: r.Path, Organization: r.Organization, State: r.State,
			Counts: run.Count(r.Lines), Requests: len(r.Requests), Damaged: r.ID == "damaged",
		})
	}
	slices.SortFunc(all, func(a, b run.Summary) int { return strings.Compare(b.ID, a.ID) })
	return all, nil
}

func (w *world) Load(id string) (run.Run, error) {
	r, ok := w.runs[id]
	switch {
	case w.loadErr != nil:
		return run.Run{}, w.loadErr
	case !ok:
		return run.Run{}, &fault.Error{Kind: fault.Usage, What: fault.Quote("There is no run " + id + " on this computer.")}
	}
	return r, nil
}

func (w *world) saveResults(path string, r run.Run, replace bool) error {
	if w.saveErr != nil {
		return w.saveErr
	}
	if w.saveOnly != nil {
		if err := w.saveOnly(path); err != nil {
			return err
		}
	}
	return write(r.Path, path, "results of "+r.ID+"\n", replace)
}

func saveTemplate(path string, locations []string, replace bool) error {
	return write("", path, fmt.Sprintf("template %q\n", locations), replace)
}

func write(source, path, text string, replace bool) error {
	if err := report.New(nil).Try(source, path, replace); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), 0o600)
}

func (w *world) resultsPath(source string, started time.Time) (string, error) {
	if w.pathErr != nil {
		return "", w.pathErr
	}
	return report.ResultsPath(source, started, func(string) bool { return true })
}

// organization is the one of a world.
type organization struct {
	w  *world
	is run.Organization
}

func (o *organization) Account(context.Context) (run.Account, error) {
	account := run.Account{Person: "Ann Admin", Organization: o.is, Role: o.w.role}
	if account.Role == run.RoleOther {
		account.RoleName = "read-only administrator"
	}
	return account, o.w.accountErr
}

// Locations leaves the PSTN types out, as the service does.
func (o *organization) Locations(context.Context) ([]number.Location, error) {
	o.w.asked++
	all := slices.Clone(o.w.locations)
	for i := range all {
		all[i].PSTN, all[i].Provider = number.PSTNNotAsked, ""
	}
	return all, o.w.surveyErr
}

// Inventory has what this world holds.
func (o *organization) Inventory(ctx context.Context, read func(got, of int)) (number.Inventory, error) {
	locations, err := o.Locations(ctx)
	read(len(o.w.holds), o.w.counted)
	return number.Inventory{Locations: locations, Numbers: o.w.holds, Counted: o.w.counted}, err
}

func (o *organization) WithPSTN(_ context.Context, _ []number.Location, ids map[string]bool) ([]number.Location, error) {
	if ids != nil {
		return nil, fmt.Errorf("asked for %v only", ids)
	}
	return o.w.locations, nil
}

func (o *organization) Survey(context.Context, []*number.Row) (review.Known, error) {
	o.w.asked++
	return review.Known{Locations: o.w.locations, Existing: o.w.existing}, o.w.surveyErr
}

// Submit adds numbers, except those that end in 9 (refused) and 8 (not known).
func (o *organization) Submit(_ context.Context, draft run.Draft, work run.Work) (run.Run, error) {
	o.w.draft, o.w.work = draft, work
	progress := work.Progress
	if o.w.submitErr != nil {
		return run.Run{}, o.w.submitErr
	}
	r := run.Run{ID: "20261123-141205-7f3a", Draft: draft, Started: started, Ended: started.Add(61204 * time.Millisecond), State: run.Finished}
	r.Lines = slices.Clone(draft.Lines)
	for i, request := range draft.Requests {
		if o.w.stopAfter > 0 && i >= o.w.stopAfter {
			for _, line := range request.Rows {
				r.Lines[line].Result.Why = run.Quoted("You stopped the run before this number was sent.", "")
			}
			r.State = run.Unfinished
			continue
		}
		progress(run.Progress{Run: r.ID, Request: request.Number})
		progress(run.Progress{Run: r.ID, Request: request.Number, Wait: 1500 * time.Millisecond})
		var updates []run.Update
		for _, line := range request.Rows {
			r.Lines[line].Result = outcome(r.Lines[line].Row.Number)
			updates = append(updates, run.Update{Line: line, Result: r.Lines[line].Result})
		}
		progress(run.Progress{Run: r.ID, Request: request.Number, Answered: true, Lines: updates})
	}
	o.w.runs[r.ID] = r
	return r, o.w.stopErr
}

func outcome(n number.E164) run.Result {
	switch {
	case strings.HasSuffix(n.String(), "9"):
		return run.Result{Outcome: run.Refused, HTTPStatus: 400, ErrorCode: "25008", Why: run.Quoted("Webex did not accept it.", ""), TrackingID: "ROUTER-1"}
	case strings.HasSuffix(n.String(), "8"):
		return run.Result{Outcome: run.NotKnown, Why: run.Quoted("Webex did not answer.", "")}
	}
	return run.Result{Outcome: run.Added, HTTPStatus: 201, TrackingID: "ROUTER-1"}
}

func (o *organization) Close() error {
	o.w.closed++
	return nil
}

// readCSV reads a file with a header row. The columns Number, Type, Location and
// Hidden are known by name; rows that begin with Total are skipped. Files whose
// names begin with two- or no- ask for the number column, and locked- ones for
// the password "secret".
func readCSV(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, &fault.Error{Kind: fault.FileMissing, Err: err}
	}
	defer func() { _ = file.Close() }()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, &fault.Error{Kind: fault.FileDamaged, Err: err}
	}
	progress(number.Progress{Rows: len(lines), Share: 1})
	name := filepath.Base(path)
	if strings.HasPrefix(name, "locked-") && layout.Password != "secret" {
		return nil, &fault.Error{Kind: fault.FilePassword}
	}
	if path, err = filepath.Abs(path); err != nil {
		return nil, err
	}
	table := &number.Table{Path: path, HeaderRow: 1, Headings: lines[0], Columns: map[number.Field]int{number.FieldNumber: 0}}
	if layout.Sheet != nil {
		table.Sheet = *layout.Sheet
	}
	if layout.Columns[number.FieldNumber] == "" {
		table.Ask = question(name)
	}
	for i, line := range lines[1:] {
		table.Records = append(table.Records, record(table, i+2, line))
	}
	if slices.ContainsFunc(table.Records, func(r number.Record) bool { return r.Hidden }) {
		table.Notes = append(table.Notes, number.Note{Kind: number.NoteHiddenRows, Text: "The file has hidden rows."})
	}
	return table, nil
}

func question(name string) *number.Ask {
	switch {
	case strings.HasPrefix(name, "two-"):
		return &number.Ask{Candidates: []number.Candidate{{Column: 1, Heading: "Phone"}, {Column: 3}}}
	case strings.HasPrefix(name, "no-"):
		return &number.Ask{}
	case strings.HasPrefix(name, "across-"):
		return &number.Ask{Across: 2}
	case strings.HasPrefix(name, "extensions-"):
		return &number.Ask{Question: number.QuestionExtension, Candidates: []number.Candidate{
			{Column: 2, Field: number.FieldExtension, Samples: []number.Sample{{Cell: "B2", Text: "(212) 555-0100 0101"}}},
			{Column: 2, Field: number.FieldLastDigits, Samples: []number.Sample{{Cell: "B2", Text: "(212) 555-0101"}}},
			{Column: 2, Field: number.FieldNumber},
		}}
	}
	return nil
}

func record(table *number.Table, line int, cells []string) number.Record {
	r := number.Record{Line: line, Source: number.SourceOf(cells...)}
	for column, heading := range table.Headings {
		switch heading {
		case "Number":
			r.SetNumber(number.Cell{Type: number.CellText, Value: cells[column]})
		case "Type":
			r.SetText(number.FieldType, cells[column])
			table.Columns[number.FieldType] = column
		case "Location":
			r.SetText(number.FieldLocation, cells[column])
			table.Columns[number.FieldLocation] = column
		case "Hidden":
			r.Hidden = cells[column] != ""
		}
	}
	if strings.HasPrefix(cells[0], "Total") {
		r.Skipped = number.SkipTotal
	}
	return r
}
