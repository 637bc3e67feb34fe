package gui

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"numberloader/gui/frame"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// stoppedRuns is a computer on which two runs of an organization were stopped.
type stoppedRuns struct {
	noHistory

	organization run.Organization
}

func (h stoppedRuns) List() ([]run.Summary, error) {
	summary := func(id string, state run.State, damaged bool) run.Summary {
		return run.Summary{ID: id, File: "/home/dana/carrier-list.xlsx", Organization: h.organization, State: state, Damaged: damaged}
	}
	return []run.Summary{
		summary("20261123-141205-0004", run.Finished, false), summary("20261123-141205-0003", run.Unfinished, true),
		summary("20261123-141205-0002", run.Unfinished, false), summary("20261123-141205-0001", run.Unfinished, false),
	}, nil
}

func (h stoppedRuns) Load(id string) (run.Run, error) {
	if id != "20261123-141205-0002" {
		return run.Run{}, errors.New("another run")
	}
	r := run.Run{ID: id}
	r.Path, r.Organization = "/home/dana/carrier-list.xlsx", h.organization
	for _, o := range []run.Outcome{run.Added, run.NotSent, run.NotSent} {
		r.Lines = append(r.Lines, run.Line{Row: number.Row{}, Request: 1, Result: run.Result{Outcome: o}})
	}
	return r, nil
}

func TestTheNewestRunThatWasStoppedIsSeenAndResumed(t *testing.T) {
	practice := run.Organization{ID: "practice", Name: "Practice organization", Practice: true}
	var resumed string
	d := sit(t, nil, func(p *Program) {
		p.History = stoppedRuns{organization: practice}
		p.Practice = func(context.Context) (Organization, error) {
			return &practiceOrganization{
				account: run.Account{Organization: practice}, submit: addAll,
				again: func(_ context.Context, _ run.Action, id string, _ run.Work) (run.Run, error) {
					resumed = id
					return run.Run{ID: id, State: run.Finished}, nil
				},
			}, nil
		}
	})
	d.sees("See it", "Resume: 2 numbers", "1 more in History")
	d.picture("open-unfinished")
	d.click("See it")
	if d.window.At() != frame.History {
		t.Errorf("at screen %d", d.window.At())
	}
	d.sees("Resume: 2 numbers") // the run that is chosen: the other one can't be read
	d.press("Go", "Open")
	d.click("Resume: 2 numbers")
	if resumed != "20261123-141205-0002" {
		t.Errorf("resumed %q", resumed)
	}
}

func TestARunOfAnotherOrganizationAsksForASignIn(t *testing.T) {
	d := sit(t, nil, func(p *Program) {
		p.History = stoppedRuns{organization: run.Organization{ID: "acme", Name: "Acme Corp"}}
	})
	d.sees("Sign in to Acme Corp to resume", "Resume: 2 numbers")
	d.click("Resume: 2 numbers")
	if d.window.At() != frame.Open {
		t.Errorf("at screen %d", d.window.At())
	}
}

func TestARecentFileThatIsGoneIsSaidSoAndForgotten(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.Missing = func(path string) bool { return path == "/home/dana/carrier-dids.xlsx" }
	})
	d.press("File", "Close file")
	d.sees("Not found")
	d.follow("Remove from this list")
	if recent := d.window.files.Recent(); len(recent) != 0 {
		t.Errorf("recent files are %+v", recent)
	}
	if slices.Contains(d.texts(), "Not found") {
		t.Error("it is still shown")
	}
}

func TestFilesThatAreNotOpenedAreSaidSo(t *testing.T) {
	d := sit(t, nil)
	d.window.files.Dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/x/a.xlsx"), storage.NewFileURI("/x/b.xlsx")})
	d.settle()
	d.sees("One file at a time", "Close")
	if d.window.flow.File.Name() != "a.xlsx" {
		t.Errorf("%q is open", d.window.flow.File.Name())
	}
}

// TestAFileThatComesDuringAQuestionIsOpenedBehindIt hands two files over while something
// stands over the window: the last one is opened when that is gone, and not before.
func TestAFileThatComesDuringAQuestionIsOpenedBehindIt(t *testing.T) {
	d := sit(t, nil, func(p *Program) { p.Crash = "/home/dana/logs/crash-20261123.txt" })
	d.sees("Number Loader ended unexpectedly")
	d.window.Summon([]string{"/x/a.xlsx"})
	d.window.Summon([]string{"/x/b.xlsx"})
	d.settle()
	if name := d.window.flow.File.Name(); name != "" {
		t.Errorf("%q is open before the question is answered", name)
	}
	d.click("Close")
	for d.window.flow.File.Name() == "" {
		(<-d.home)()
	}
	d.settle()
	if name := d.window.flow.File.Name(); name != "b.xlsx" {
		t.Errorf("%q is open", name)
	}
}

// TestAWindowThatClosesTakesNoFile hands a file over before and after the window closes:
// one that closes says so, for the later program to open the file itself.
func TestAWindowThatClosesTakesNoFile(t *testing.T) {
	d := sit(t, nil)
	if !d.window.Summon(nil) {
		t.Error("an open window refuses")
	}
	d.window.Quit()
	if d.window.Summon([]string{"/x/a.xlsx"}) {
		t.Error("a window that closes takes a file")
	}
	d.settle()
	if name := d.window.flow.File.Name(); name != "" {
		t.Errorf("%q is open", name)
	}
}

func TestACrashOfTheLastTimeIsTold(t *testing.T) {
	d := sit(t, nil, func(p *Program) { p.Crash = "/home/dana/logs/crash-20261123.txt" })
	d.sees("Number Loader ended unexpectedly", "Show in folder")
	d.picture("crash")
	d.click("Show in folder")
	if want := []string{"/home/dana/logs/crash-20261123.txt"}; !slices.Equal(d.opened, want) {
		t.Errorf("opened %q", d.opened)
	}
}

func TestAFaultInTheBackgroundIsToldAtOnce(t *testing.T) {
	d := sit(t, nil)
	d.window.TellFault("/home/dana/logs/crash-20261123.txt")
	d.sees("Something went wrong", "Show in folder")
}
