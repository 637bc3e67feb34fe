package gui

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/frame"
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
	d.window.files.OpenFile("/home/dana/carrier-dids.xlsx")
	d.settle()
	titled("carrier-dids.xlsx - Number Loader")
	d.window.GoTo(frame.Add)
	d.settle()
	d.add()
	titled("0% done - Number Loader")
	var done run.Progress
	for _, line := range d.window.flow.Judging.Plan().Requests[0].Rows {
		done.Lines = append(done.Lines, run.Update{Line: line, Result: run.Result{Outcome: run.Added}})
	}
	d.window.runs.Adding.Added([]run.Progress{done})
	titled("100% done - Number Loader")
	d.settle()
	titled("carrier-dids.xlsx - Number Loader")
}

func TestLongWorkThatEndsBehindOtherWindowsIsTold(t *testing.T) {
	const long = 10 * time.Second
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	var end run.State
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, answers(practice(), func(ctx context.Context, draft run.Draft) (run.Run, error) {
		r, err := addAll(ctx, draft)
		r.State = end
		return r, err
	}), func(p *Program) { p.Now = func() time.Time { return now } })
	told := func(text string) *fyne.Notification {
		return fyne.NewNotification("Adding 3 numbers to the practice organization", text)
	}
	for _, c := range []struct {
		behind bool
		takes  time.Duration
		end    run.State
		tells  *fyne.Notification
	}{
		{false, long, run.Finished, nil},
		{true, long - time.Second, run.Finished, nil},
		{true, long, run.Finished, told("3 added")},
		{true, long, run.Unfinished, told("It was stopped before its end. Number Loader says why.")},
	} {
		end = c.end
		d.window.behind = c.behind
		d.window.GoTo(frame.Add)
		d.settle()
		d.add()
		now = now.Add(c.takes)
		test.AssertNotificationSent(t, c.tells, d.settle)
	}
}
