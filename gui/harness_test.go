package gui

import (
	"context"
	"errors"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/docs"
	"numberloader/gui/documents"
	"numberloader/gui/file"
	"numberloader/gui/inventory"
	"numberloader/gui/theme"
	"numberloader/gui/workbench"
	"numberloader/internal/compare"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/review"
	"numberloader/internal/run"
	"numberloader/internal/settings"
)

// desk is a window with a program that a test made up. Its work comes home only
// when the test lets it.
type desk struct {
	t       *testing.T
	app     fyne.App
	home    workbench.Home
	program Program
	window  *Window
	opened  []string // what other programs were asked to show
}

// practiceOrganization is an organization with one location that takes all.
type practiceOrganization struct {
	account run.Account
	submit  func(ctx context.Context, draft run.Draft) (run.Run, error)
	again   again
	// there and activate are what is asked and done of the numbers of a list.
	there    func([]*number.Row) ([]number.Held, error)
	activate func(context.Context, run.Draft, run.Work) (run.Run, error)
	// inventory is what it holds, told read as it comes; nil for nothing.
	inventory func(ctx context.Context, read func(got, of int)) (number.Inventory, error)
}

// again is what an organization does with a run that is there.
type again func(ctx context.Context, deed run.Action, id string, work run.Work) (run.Run, error)

func (o *practiceOrganization) Account(context.Context) (run.Account, error) { return o.account, nil }

func (o *practiceOrganization) Locations(context.Context) ([]number.Location, error) {
	return []number.Location{{ID: "kc", Name: "Kansas City", Country: "US", PSTN: number.PSTNLocalGateway}}, nil
}

func (o *practiceOrganization) Survey(ctx context.Context, _ []*number.Row) (review.Known, error) {
	locations, err := o.Locations(ctx)
	return review.Known{Locations: locations, Existing: map[number.E164]number.Held{}}, err
}

func (o *practiceOrganization) Submit(ctx context.Context, draft run.Draft, _ run.Work) (run.Run, error) {
	return o.submit(ctx, draft)
}

func (o *practiceOrganization) Resume(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return o.again(ctx, run.ActionResume, id, work)
}

func (o *practiceOrganization) Retry(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return o.again(ctx, run.ActionRetry, id, work)
}

func (o *practiceOrganization) Settle(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return o.again(ctx, run.ActionSettle, id, work)
}

func (o *practiceOrganization) Undo(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return o.again(ctx, run.ActionUndo, id, work)
}

func (o *practiceOrganization) Activate(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return o.again(ctx, run.ActionActivate, id, work)
}

func (o *practiceOrganization) There(_ context.Context, rows []*number.Row) ([]number.Held, error) {
	return o.there(rows)
}

func (o *practiceOrganization) ActivateList(ctx context.Context, draft run.Draft, work run.Work) (run.Run, error) {
	return o.activate(ctx, draft, work)
}

func (o *practiceOrganization) Inventory(ctx context.Context, read func(got, of int)) (number.Inventory, error) {
	if o.inventory != nil {
		return o.inventory(ctx, read)
	}
	return number.Inventory{}, nil
}

func (o *practiceOrganization) Close() error { return nil }

// addAll is an organization's answer that takes every number.
func addAll(_ context.Context, draft run.Draft) (run.Run, error) {
	for i := range draft.Lines {
		if draft.Lines[i].Request > 0 {
			draft.Lines[i].Result.Outcome = run.Added
		}
	}
	return run.Run{ID: "20261123-141205-7f3a", Draft: draft, State: run.Finished}, nil
}

// clipping is the file of a pasted list, which is nowhere.
type clipping struct{ rows [][]string }

func (k *clipping) Write(rows [][]string) (string, error) {
	k.rows = rows
	return "/home/dana/pasted.xlsx", nil
}

func (k *clipping) Remove() error {
	k.rows = nil
	return nil
}

// noHistory is a computer that has added nothing yet.
type noHistory struct{}

func (noHistory) List() ([]run.Summary, error) { return nil, nil }
func (noHistory) Load(string) (run.Run, error) { return run.Run{}, errors.New("no such run") }
func (noHistory) Delete(string) error          { return errors.New("no such run") }

// kept are settings that can be saved, or can't.
type kept struct {
	now, saved settings.Settings
	err        error
}

func (k *kept) Now() settings.Settings    { return k.now }
func (k *kept) Set(now settings.Settings) { k.now = now }

func (k *kept) Save() error {
	if k.err == nil {
		k.saved = k.now
	}
	return k.err
}

// noSignIns accept nobody.
func noSignIns() SignIns {
	refused := &fault.Error{Kind: fault.TokenRefused, Details: "Status 401"}
	return SignIns{
		SignIn:        func(context.Context, string) (Organization, bool, error) { return nil, false, refused },
		SignInBrowser: func(context.Context, string, string) (Organization, bool, error) { return nil, false, refused },
		SignInDevice: func(context.Context, string, string, func(code, address string)) (Organization, bool, error) {
			return nil, false, refused
		},
		Integration:       func() (string, bool) { return "", false },
		Organizations:     func(context.Context) ([]run.Organization, error) { return nil, nil },
		SignInTo:          func(context.Context, string) (Organization, error) { return nil, refused },
		Restore:           func(context.Context) (Organization, error) { return nil, &fault.Error{Kind: fault.SignedOut} },
		SignOut:           func() error { return nil },
		ForgetIntegration: func() error { return nil },
	}
}

// carrierFile is a file as a carrier sends it.
func carrierFile(path string) *number.Table {
	table := &number.Table{
		Path: path, Sheet: "DIDs", HeaderRow: 1,
		Headings: []string{"Site", "Phone number", "Kind"},
		Columns:  map[number.Field]int{number.FieldNumber: 1, number.FieldLocation: 0},
		Sheets:   []number.Sheet{{Name: "DIDs"}, {Name: "Old", Hidden: true}},
	}
	for i, text := range []string{"+19135550101", "+19135550102", "913 555 01", "+19135550104"} {
		table.Records = append(table.Records, numbertest.Record(number.Record{
			Line:   i + 2,
			Stated: &number.Stated{number.FieldLocation: "Kansas City"}, Source: number.SourceOf("Kansas City", text, "DID"),
		}, number.Cell{Type: number.CellText, Value: text}))
	}
	return table
}

// sit makes a window of the size of the first start. change changes the program
// before the window is made.
func sit(t *testing.T, files []string, change ...func(*Program)) *desk {
	t.Helper()
	d := &desk{t: t, app: test.NewTempApp(t), home: workbench.NewHome()}
	practice := &practiceOrganization{
		account: run.Account{Organization: run.Organization{ID: "practice", Name: "Practice organization", Practice: true}},
		submit:  addAll,
	}
	d.program = Program{
		Version: "1.0.0",
		Read: func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			return carrierFile(path), nil
		},
		Drawing:         func() string { return "software renderer" },
		Guide:           docs.Guide,
		GuidePicture:    docs.Pictures.ReadFile,
		Sample:          func() (string, error) { return "/home/dana/Documents/sample.xlsx", nil },
		Paste:           func() file.Kept { return &clipping{} },
		Preferences:     d.app.Preferences(),
		Desktop:         &table{},
		Settings:        &kept{now: settings.Usual()},
		DataFolder:      "/home/dana/.config/number-loader",
		LogFile:         "/home/dana/.config/number-loader/logs/number-loader.log",
		Recall:          func(string) (Answers, bool) { return Answers{}, false },
		Remember:        func(string, Answers) {},
		Practice:        func(context.Context) (Organization, error) { return practice, nil },
		SignIns:         noSignIns(),
		RedirectAddress: "http://localhost:6001/redirect",
		Scopes:          []string{"spark-admin:telephony_config_read", "spark-admin:telephony_config_write", "spark-admin:telephony_pstn_read", "spark-admin:locations_read", "spark-admin:organizations_read", "spark:people_read"},
		History:         noHistory{},
		ResultsPath: func(string, time.Time) (path, refused string, err error) {
			return "/home/dana/Documents/results.xlsx", "", nil
		},
		SaveResults:  func(string, run.Run, bool) error { return nil },
		ProblemsName: func(string) string { return "problems.xlsx" },
		SaveProblems: func(string, *number.Table, []*number.Row, bool) error { return nil },
		System: documents.System{
			PickOpen:     func(context.Context) (string, error) { return "", nil },
			PickSave:     func(context.Context, string) (string, error) { return "", nil },
			PickFolder:   func(context.Context) (string, error) { return "", nil },
			Endings:      []string{".xlsx", ".csv"},
			Missing:      func(string) bool { return false },
			SaveTemplate: func(string, []string, bool) error { return nil },
		},
		Workbooks: inventory.Workbooks{
			ComparisonName: func(string) string { return "compared.xlsx" },
			SaveComparison: func(string, compare.Comparison, bool) error { return nil },
			SaveNumbers:    func(string, []number.Held, bool) error { return nil },
		},
		OpenInOther:  d.note,
		ShowInFolder: d.note,
		OpenURL:      d.note,
		Now:          func() time.Time { return time.Date(2026, 11, 23, 14, 12, 5, 0, time.UTC) },
		Loop:         d.home.Loop(t),
	}
	for _, c := range change {
		c(&d.program)
	}
	d.window = New(d.app, d.program, files)
	d.window.window.Resize(fyne.NewSize(firstWidth, firstHeight))
	d.settle()
	return d
}

func (d *desk) note(what string) error {
	d.opened = append(d.opened, what)
	return nil
}

// settle lets everything come home that is under way.
func (d *desk) settle() { d.home.Settle(d.window) }

// texts are all texts that can be seen, in drawing order.
func (d *desk) texts() []string {
	var seen []string
	walk(d.window.window.Canvas().Content(), func(text string) { seen = append(seen, text) })
	for _, overlay := range d.window.window.Canvas().Overlays().List() {
		walk(overlay, func(text string) { seen = append(seen, text) })
	}
	return seen
}

func walk(object fyne.CanvasObject, see func(string)) {
	if object == nil || !object.Visible() {
		return
	}
	switch o := object.(type) {
	case *canvas.Text:
		if o.Text != "" {
			see(o.Text)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, see)
		}
	case *container.Scroll:
		walk(o.Content, see)
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, see)
		}
	}
}

// sees fails unless every text can be seen.
func (d *desk) sees(wanted ...string) {
	d.t.Helper()
	seen := d.texts()
	for _, text := range wanted {
		found := false
		for _, other := range seen {
			found = found || other == text
		}
		if !found {
			d.t.Errorf("nobody sees %q in %q", text, seen)
		}
	}
}

// press presses the item of the main menu.
func (d *desk) press(menu, label string) {
	d.t.Helper()
	for _, m := range d.window.menu.main.Items {
		for _, item := range m.Items {
			if m.Label == menu && (item.Label == label || strings.HasPrefix(item.Label, label+": ") || strings.HasPrefix(item.Label, label+"  ")) {
				item.Action()
				d.settle()
				return
			}
		}
	}
	d.t.Fatalf("there is no %s, %s", menu, label)
}

// shade is the program's look in a variant that does not follow the system.
type shade struct {
	fyne.Theme

	variant fyne.ThemeVariant
}

func (s shade) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return s.Theme.Color(name, s.variant)
}

// picture writes what the window shows, in light and in dark and at the smallest
// size, into the folder that NUMBERLOADER_PICTURES names, for a person to look
// at.
func (d *desk) picture(name string) {
	d.t.Helper()
	folder := os.Getenv("NUMBERLOADER_PICTURES")
	if folder == "" {
		return
	}
	on := d.window.window
	for _, look := range []struct {
		ending  string
		size    fyne.Size
		variant fyne.ThemeVariant
		text    int
	}{
		{"", fyne.NewSize(1100, 720), fynetheme.VariantLight, 100},
		{"-dark", fyne.NewSize(1100, 720), fynetheme.VariantDark, 100},
		{"-900", fyne.NewSize(900, 600), fynetheme.VariantLight, 100},
		{"-150", fyne.NewSize(1100, 720), fynetheme.VariantLight, 150},
		{"-200", fyne.NewSize(900, 600), fynetheme.VariantLight, 200},
	} {
		d.app.Settings().SetTheme(shade{theme.NewLook(theme.ShadeSystem, look.text), look.variant})
		on.Resize(look.size)
		file, err := os.Create(filepath.Join(folder, name+look.ending+".png")) //nolint:gosec // the folder that the person named
		if err != nil {
			d.t.Fatal(err)
		}
		if err := errors.Join(png.Encode(file, on.Canvas().Capture()), file.Close()); err != nil {
			d.t.Fatal(err)
		}
	}
	d.app.Settings().SetTheme(shade{theme.New(), fynetheme.VariantLight})
	on.Resize(fyne.NewSize(1100, 720))
}
