package gui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/add"
	"numberloader/internal/run"
)

func TestTheTitleNamesTheFileAndHowFarTheWorkIs(t *testing.T) {
	d := sit(t, nil)
	titled := func(want string) {
		t.Helper()
		d.window.update()
		if got := d.window.window.Title(); got != want {
			t.Errorf("titled %q, want %q", got, want)
		}
	}
	titled("Number Loader")
	d.window.files.openFile("/home/dana/carrier-dids.xlsx")
	d.settle()
	titled("carrier-dids.xlsx - Number Loader")
	now := d.program.Now()
	progress := add.NewProgress(add.Task{Requests: d.window.flow.Judging.Plan().Requests, Sends: true}, now)
	d.window.adding.progress = progress
	titled("0% done - Number Loader")
	for _, line := range d.window.flow.Judging.Plan().Requests[0].Rows {
		progress.Take(run.Progress{Lines: []run.Update{{Line: line, Result: run.Result{Outcome: run.Added}}}}, now)
	}
	titled("100% done - Number Loader")
	d.window.adding.progress = nil
	titled("carrier-dids.xlsx - Number Loader")
}

func TestWorkThatEndsBehindOtherWindowsIsTold(t *testing.T) {
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	d := sit(t, nil, func(p *Program) { p.Now = func() time.Time { return now } })
	adding := d.window.adding
	adding.headline, adding.begun = "Adding 3 numbers to Acme Corp", now.Add(-longRun)
	test.AssertNotificationSent(t, nil, func() { adding.notify(nil) })
	adding.away.behind = true
	test.AssertNotificationSent(t, fyne.NewNotification("Adding 3 numbers to Acme Corp", "It was stopped before its end. Number Loader says why."), func() { adding.notify(nil) })
	adding.begun = now.Add(-longRun + time.Second)
	test.AssertNotificationSent(t, nil, func() { adding.notify(nil) })
}
