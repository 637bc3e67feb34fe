package program

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"

	"numberloader/docs"
	"numberloader/gui"
	"numberloader/gui/background"
	"numberloader/gui/documents"
	"numberloader/gui/file"
	"numberloader/gui/inventory"
	importer "numberloader/import"
	"numberloader/internal/drafts"
	"numberloader/internal/fault"
	"numberloader/internal/platform"
	"numberloader/internal/platform/placement"
	"numberloader/internal/report"
	"numberloader/sample"
	"numberloader/service/signin"
)

// showWindow opens the window with the files and returns the exit status when it is
// closed. The error is errUndrawn if it can't be drawn.
func (p *program) showWindow(ctx context.Context, files []string) (status int, err error) {
	p.watchCrashes()
	work, cancel := context.WithCancel(ctx)
	defer cancel()
	details, icon := p.about.Details, fyne.NewStaticResource("Icon.png", p.embedded.Icon)
	app.SetMetadata(fyne.AppMetadata{
		ID: details.ID, Name: details.Name, Version: details.Version, Build: details.Build,
		Icon: icon, Release: true, Migrations: p.about.Migrations,
	})
	a := app.NewWithID(details.ID)
	a.SetIcon(icon)
	preferences := p.preferences(a.Storage().RootURI().Path())
	ui := &thread{}
	loop := background.NewLoop(work, ui.do)
	end := &ending{do: func(broken *fault.PanicError) int {
		// The toolkit ends at once when a signal arrives, also in the middle of a run. The
		// requests under way are finished and written down all the same.
		cancel()
		loop.Wait()
		if err := preferences.Close(); err != nil {
			p.log.WarnContext(ctx, "The preferences are not remembered.", slog.Any("error", err))
		}
		return p.endOf(ctx, broken)
	}}
	var w *gui.Window
	p.connector.told = func(caught *fault.PanicError) {
		if report := p.keepFault(caught); report != "" {
			ui.do(func() { w.TellFault(report) })
		}
	}
	loop.OnFault(p.connector.told)
	shown := p.window(loop, preferences)
	shown.Drawing = func() string {
		renderer, _, _ := placement.Desktop{}.Drawing(w.Window())
		return renderer
	}
	w = gui.New(a, shown, files)
	broken := caught(w.Show)
	p.painted()
	if renderer, version, ok := (placement.Desktop{}).Drawing(w.Window()); ok {
		p.log.InfoContext(ctx, "The window is drawn.", slog.String("renderer", renderer), slog.String("opengl", version))
	} else {
		broken, err = nil, errUndrawn // the binding may have panicked on the way
	}
	if broken == nil && err == nil {
		p.desktop.StandBefore(numberOf(w.Window()))
		watch(work, w, p.log)
		p.takeLater(work, w, ui)
		broken = p.untilClosed(ctx, a, w, ui, end)
	}
	return end.after(broken), err
}

// untilClosed runs the window until it is closed, which the end of ctx does. It returns
// what would have ended the program in the middle, nil for nothing. Where the toolkit
// does not come back from it, the program ends without it.
func (p *program) untilClosed(ctx context.Context, a fyne.App, w *gui.Window, ui *thread, end *ending) *fault.PanicError {
	closed := make(chan struct{})
	w.Window().SetOnClosed(func() { close(closed) })
	go func() {
		p.keepFault(caught(func() { endOnceGone(ctx, closed, func() int { return p.ended(end) }, os.Exit) }))
	}()
	stop := context.AfterFunc(ctx, func() { ui.do(w.Quit) })
	defer stop()
	broken := caught(a.Run)
	ui.gone.Store(true)
	return broken
}

// ended does all that is left to do once the window is gone.
func (p *program) ended(end *ending) (status int) {
	status = end.after(nil)
	p.leave()
	return status
}

// numberOf is the number of a window under X11, 0 elsewhere.
func numberOf(w fyne.Window) (number uintptr) {
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if x11, ok := context.(driver.X11WindowContext); ok {
				number = x11.WindowHandle
			}
		})
	}
	return number
}

// preferences are kept with everything else of the program. Version 0.2 left them to
// the toolkit, in its own folder; from there they are taken over, unless the user has
// named another place for everything.
func (p *program) preferences(toolkit string) *platform.Preferences {
	const name = "preferences.json"
	earlier := filepath.Join(toolkit, name)
	if os.Getenv(homeVariable) != "" {
		earlier = ""
	}
	return platform.OpenPreferences(filepath.Join(p.folders.Data, name), earlier)
}

// window is what the window needs from outside.
func (p *program) window(loop *background.Loop, preferences gui.Preferences) gui.Program {
	answers := platform.NewMemory[gui.Answers](filepath.Join(p.folders.Data, "answers.json"))
	choose := &dialogs{desktop: p.desktop, begin: p.folders.Documents}
	return gui.Program{
		Version:          p.about.Details.Version,
		License:          p.embedded.License,
		LicensesOfOthers: p.embedded.LicensesOfOthers,
		Guide:            docs.Guide,
		GuidePicture:     docs.Pictures.ReadFile,
		Read:             p.read,
		Sample:           p.writeSample,
		Paste:            func() file.Kept { return &pastedList{folder: p.places.pasted(), workbooks: p.workbooks} },
		Crash:            p.crashReport,
		Preferences:      preferences,
		Desktop:          placement.Desktop{},
		Settings:         p.settings,
		SaysShade:        saysShade(),
		DataFolder:       p.folders.Data,
		LogFile:          platform.LogFile(p.folders.Data),
		Recall:           answers.Recall,
		Remember: func(key string, chosen gui.Answers) {
			if err := answers.Remember(key, chosen); err != nil {
				p.log.Warn("An answer is not remembered.", slog.Any("error", err))
			}
		},
		Drafts:          drafts.NewStore(filepath.Join(p.folders.Data, "drafts"), time.Now),
		Practice:        func(ctx context.Context) (gui.Organization, error) { return p.connector.connectPractice(ctx) },
		SignIns:         p.connector.signIns(),
		RedirectAddress: redirectAddress,
		Scopes:          signin.Scopes(),
		History:         p.journals,
		ResultsPath:     p.places.resultsAsSet,
		SaveResults:     p.workbooks.SaveResults,
		ProblemsName:    report.ProblemsName,
		SaveProblems:    p.workbooks.SaveProblems,
		System: documents.System{
			PickOpen:     choose.open,
			PickSave:     choose.save,
			PickFolder:   choose.folder,
			ListFolder:   platform.ListFolder,
			Documents:    p.folders.Documents,
			Endings:      importer.Endings(),
			Missing:      platform.Missing,
			SaveTemplate: p.workbooks.SaveTemplate,
		},
		Workbooks: inventory.Workbooks{
			ComparisonName: report.ComparisonName,
			SaveComparison: p.workbooks.SaveComparison,
			SaveNumbers:    p.workbooks.SaveNumbers,
		},
		OpenInOther:  p.desktop.OpenInOther,
		ShowInFolder: p.desktop.ShowInFolder,
		OpenURL:      p.desktop.OpenURL,
		Now:          time.Now,
		Loop:         loop,
	}
}

// writeSample puts the sample where its results may lie beside it.
func (p *program) writeSample() (string, error) {
	folder := filepath.Join(p.folders.Data, "sample")
	path := filepath.Join(folder, sample.Name)
	if err := errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(path, sample.Workbook(), 0o600)); err != nil {
		return "", &fault.Error{Kind: fault.SaveFailed, What: fault.Say("program.sample"), Err: err}
	}
	return path, nil
}

// saysShade asks the desktop whether it says light or dark; it is nil where the system
// or FYNE_THEME does.
func saysShade() func(context.Context) bool {
	if os.Getenv("FYNE_THEME") != "" {
		return nil
	}
	return platform.SaysShade()
}
