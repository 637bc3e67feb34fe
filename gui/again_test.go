package gui

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"numberloader/gui/frame"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// pastRun is a run of one request of the history.
func pastRun(o run.Organization, state run.State, stage run.Stage, outcomes ...run.Outcome) run.Run {
	r := run.Run{ID: "20261122-091200-aaaa", State: state, Stage: stage}
	r.Path, r.Organization = "/home/dana/austin-move.xlsx", o
	request := plan.Request{Number: 1, Group: plan.Group{LocationID: "kc", Location: "Kansas City", State: number.StateInactive}, Index: 1, Of: 1}
	for i, o := range outcomes {
		digits := "+1913555010" + string(rune('0'+i))
		r.Lines = append(r.Lines, run.Line{
			Row:     number.Row{Number: numbertest.E164(digits), Input: digits, Line: int32(i + 2), Shared: &number.Shared{Column: "B", LocationID: "kc", Location: "Kansas City"}, Kind: number.KindDID},
			Request: 1, Result: run.Result{Outcome: o},
		})
		request.Rows = append(request.Rows, i)
	}
	r.Requests = []plan.Request{request}
	return r
}

func acmeCorp() run.Organization { return run.Organization{ID: "acme", Name: "Acme Corp"} }

// inPractice is a program whose history has a run, and whose practice organization
// does what again does.
func inPractice(past run.Run, again again) func(*Program) {
	return func(p *Program) {
		p.History = oneRun{past}
		p.Practice = func(context.Context) (Organization, error) {
			return &practiceOrganization{account: practice(), submit: addAll, again: again}, nil
		}
	}
}

// asAcme lets a token sign in to Acme Corp.
func asAcme(submit func(context.Context, run.Draft) (run.Run, error), again again) func(*Program) {
	return func(p *Program) {
		p.SignIn = func(_ context.Context, token string) (Organization, bool, error) {
			account := run.Account{Person: "Dana Reyes", Role: run.RoleFullAdministrator, Organization: acmeCorp()}
			if token == "umbrella" {
				account.Organization = run.Organization{ID: "umbrella", Name: "Umbrella"}
			}
			return &practiceOrganization{account: account, submit: submit, again: again}, true, nil
		}
	}
}

func (d *desk) signIn(token string) {
	d.t.Helper()
	d.window.signing.screen.Get().Open(1)
	test.Type(d.window.signing.screen.Get().First(), token)
	d.press("Go", "Continue")
}

func (d *desk) hides(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if slices.Contains(d.texts(), text) {
			d.t.Errorf("%q is shown", text)
		}
	}
}

func TestAnUndoAsksWithCountAndOrganizationFirst(t *testing.T) {
	var did []run.Action
	undone := func(_ context.Context, deed run.Action, _ string, _ run.Work) (run.Run, error) {
		did = append(did, deed)
		r := pastRun(practice().Organization, run.Undone, run.StageRemove, run.Removed, run.Removed, run.Kept)
		r.Lines[2].Result.Why = run.Quoted("It is assigned to Ada Lovelace by now.", "")
		return r, nil
	}
	d := sit(t, nil, inPractice(pastRun(practice().Organization, run.Finished, run.StageAdd, run.Added, run.Added, run.Added, run.Refused), undone))
	d.press("Go", "History")
	d.sees("Undo this run", "Retry 1 refused", "Activate 3 inactive", "Show results", "Delete from history")
	d.picture("history-chosen")
	d.click("Show results")
	d.sees("Undo this run", "Retry 1 refused", "Save the workbook again")
	d.hides("Check 1 not known", "Add the rest: 1 number")
	d.picture("results-actions")
	d.click("Undo this run")
	d.sees("Remove 3 numbers from the practice", "Cancel")
	d.picture("undo-question")
	test.Tap(d.button("Cancel"))
	if len(did) != 0 {
		t.Fatal("it was done though the user did not want it")
	}
	d.click("Undo this run")
	d.click("Remove 3 numbers")
	d.sees("2 numbers were removed from the practice organization", "Removed", "Kept", "results.xlsx", "Open results in Excel", "Back")
	d.hides("Undo this run", "Retry 1 refused")
	d.picture("results-undone")
	if !slices.Equal(did, []run.Action{run.ActionUndo}) {
		t.Errorf("did %v", did)
	}
}

func TestWorkCanBePausedAndStopped(t *testing.T) {
	shown := make(chan struct{})
	stopped := func(ctx context.Context, _ run.Action, id string, work run.Work) (run.Run, error) {
		work.Progress(run.Progress{Run: id, Stage: run.StageRemove, Request: 1, Requests: 1})
		<-shown
		err := work.Pause.Wait(ctx)
		return pastRun(practice().Organization, run.Unfinished, run.StageRemove, run.Removed, run.Added), &fault.Error{Kind: fault.Stopped, Err: err}
	}
	d := sit(t, nil, inPractice(pastRun(practice().Organization, run.Unfinished, run.StageRemove, run.Removed, run.Added), stopped))
	d.press("Go", "History")
	d.sees("Undo the rest: 1 number", "One run is not finished. The undo of austin-move.xlsx was stopped.")
	d.click2("Undo the rest: 1 number", "Remove 1 number")
	d.sees("Removing 1 number from the practice organization", "Stop", "Pause", "added to the practice organization")
	(<-d.home)()
	d.sees("1 request under way, 0 of 1 answered")
	test.Tap(d.button("Pause"))
	close(shown)
	d.sees("0 done, 1 left. Paused after the requests under way", "Continue", "Nothing more is sent until you continue")
	d.hides("Pause")
	d.picture("undoing-paused")
	test.Tap(d.button("Continue"))
	d.sees("Pause")
	test.Tap(d.button("Pause"))
	test.Tap(d.button("Stop"))
	d.settle()
	d.sees("1 number was removed from the practice organization, 1 is still there", "Undo the rest: 1 number", "Stopped.")
}

// click2 presses a button and then the one of the dialog, whose work stays away.
func (d *desk) click2(label, action string) {
	d.t.Helper()
	test.Tap(d.button(label))
	test.Tap(d.button(action))
}

func TestASignInThatEndsInTheMiddleIsAskedForAgain(t *testing.T) {
	var did []run.Action
	over := func(_ context.Context, draft run.Draft) (run.Run, error) {
		return run.Run{ID: "20261123-141205-7f3a", Draft: draft}, &fault.Error{Kind: fault.TokenRefused}
	}
	again := func(_ context.Context, deed run.Action, _ string, _ run.Work) (run.Run, error) {
		did = append(did, deed)
		return pastRun(acmeCorp(), run.Finished, run.StageAdd, run.Added, run.Added, run.Added), nil
	}
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, asAcme(over, again))
	d.press("Organization", "Access token…")
	d.signIn("acme")
	d.press("Go", "Continue")
	d.click("Continue with 3 rows")
	d.add()
	d.settle()
	d.sees("The sign-in ended.", "0 done, 3 left. Paused, because the sign-in ended", "Sign in", "Leave it for now", "Paused")
	d.picture("adding-signed-out")
	d.window.GoTo(frame.Review)
	d.click("Sign in")
	d.sees("Sign in to Acme Corp. The run that waits for it goes on by itself then.")
	d.signIn("umbrella")
	d.sees("The run belongs to Acme Corp")
	d.picture("sign-in-another")
	d.press("Go", "Continue") // it can't be used
	d.signIn("acme")
	d.press("Go", "Continue")
	d.sees("3 numbers were added to Acme Corp", "Undo this run")
	if !slices.Equal(did, []run.Action{run.ActionResume}) {
		t.Errorf("did %v", did)
	}
}

func TestWorkThatWaitsForASignInCanBeLeftOrClosed(t *testing.T) {
	over := func(_ context.Context, draft run.Draft) (run.Run, error) {
		return run.Run{ID: "20261123-141205-7f3a", Draft: draft}, &fault.Error{Kind: fault.TokenRefused}
	}
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, asAcme(over, nil))
	d.press("Organization", "Access token…")
	d.signIn("acme")
	d.press("Go", "Continue")
	d.click("Continue with 3 rows")
	d.add()
	d.settle()
	d.window.Close()
	d.sees("Close before it is done?", "Keep it open")
	test.Tap(d.button("Keep it open"))
	d.click("Leave it for now")
	d.sees("No numbers were added to Acme Corp", "Add the rest: 3 numbers")
	if d.window.flow.Work.Busy() {
		t.Error("it still waits")
	}
}

func TestARunOfAnotherOrganizationAsksForItsSignIn(t *testing.T) {
	var did []run.Action
	again := func(_ context.Context, deed run.Action, _ string, _ run.Work) (run.Run, error) {
		did = append(did, deed)
		return pastRun(acmeCorp(), run.Finished, run.StageAdd, run.Added, run.Added), nil
	}
	past := pastRun(acmeCorp(), run.Unfinished, run.StageAdd, run.Added, run.NotSent)
	d := sit(t, nil, asAcme(nil, again), func(p *Program) { p.History = oneRun{past} })
	d.press("Go", "History")
	d.click("Resume: 1 number")
	d.sees("Sign in to Acme Corp first")
	d.picture("sign-in-first")
	d.click("Sign in")
	d.sees("Sign in to Acme Corp. The run that waits for it goes on by itself then.")
	d.signIn("acme")
	d.press("Go", "Continue")
	d.sees("2 numbers were added to Acme Corp", "Back")
	if !slices.Equal(did, []run.Action{run.ActionResume}) {
		t.Errorf("did %v", did)
	}
}

func TestThePracticeOrganizationIsConnectedForItsRuns(t *testing.T) {
	var did []run.Action
	again := func(_ context.Context, deed run.Action, _ string, _ run.Work) (run.Run, error) {
		did = append(did, deed)
		return run.Run{}, &fault.Error{Kind: fault.Busy}
	}
	past := pastRun(practice().Organization, run.Unfinished, run.StageAdd, run.Added, run.NotKnown)
	d := sit(t, nil, inPractice(past, again), asAcme(nil, nil))
	d.press("Organization", "Access token…")
	d.signIn("acme")
	d.press("Go", "Continue")
	d.press("Go", "History")
	d.click("Check 1 not known")
	d.sees("Another window is adding numbers", "Practice organization")
	d.click("Close")
	d.sees("1 number was added to the practice organization", "Check 1 not known")
	if !slices.Equal(did, []run.Action{run.ActionSettle}) {
		t.Errorf("did %v", did)
	}
}

// deletable is a history with a run that can be deleted.
type deletable struct {
	run     run.Run
	deleted *[]string
}

func (h deletable) List() ([]run.Summary, error) {
	if len(*h.deleted) > 0 {
		return nil, nil
	}
	return oneRun{h.run}.List()
}
func (h deletable) Load(id string) (run.Run, error) { return oneRun{h.run}.Load(id) }

func (h deletable) Delete(id string) error {
	*h.deleted = append(*h.deleted, id)
	return nil
}

func TestARunIsDeletedAfterAQuestion(t *testing.T) {
	var deleted []string
	past := pastRun(acmeCorp(), run.Finished, run.StageAdd, run.Added)
	d := sit(t, nil, func(p *Program) { p.History = deletable{past, &deleted} })
	d.press("Go", "History")
	d.click("Delete from history")
	d.sees("Delete this run from the history?")
	d.picture("delete-question")
	d.click("Delete from history")
	d.sees("No runs on this computer yet")
	if !slices.Equal(deleted, []string{past.ID}) {
		t.Errorf("deleted %q", deleted)
	}
}

func TestARunThatCannotBeReadCanOnlyBeDeleted(t *testing.T) {
	broken := pastRun(acmeCorp(), run.Finished, run.StageAdd, run.Added)
	d := sit(t, nil, func(p *Program) { p.History = unreadable{oneRun{broken}} })
	d.press("Go", "History")
	d.sees("Delete from history", "The journal is damaged.")
	d.hides("Show results", "Undo this run", "Save the workbook again")
	for _, object := range test.LaidOutObjects(d.window.runs.Past.Content()) {
		if line, ok := object.(*widgets.Tappable); ok {
			test.Tap(line) // it is chosen already: its results are asked for
		}
	}
	d.settle()
	d.sees("Close")
}

// unreadable is a history whose runs cannot be loaded.
type unreadable struct{ oneRun }

func (unreadable) Load(string) (run.Run, error) {
	return run.Run{}, &fault.Error{Kind: fault.FileDamaged, What: fault.Quote("The journal is damaged.")}
}

func TestTheIntegrationSignsInWithACode(t *testing.T) {
	entered := make(chan struct{})
	d := sit(t, nil, func(p *Program) {
		p.Integration = func() (string, bool) { return "C0ffee", true }
		p.SignInDevice = func(_ context.Context, _, _ string, show func(code, address string)) (Organization, bool, error) {
			show("123456", "https://login.webex.com/device")
			<-entered
			return &practiceOrganization{account: run.Account{Person: "Dana Reyes", Organization: acmeCorp()}}, false, nil
		}
		p.Organizations = func(context.Context) ([]run.Organization, error) {
			return []run.Organization{acmeCorp(), {ID: "umbrella", Name: "Umbrella"}}, nil
		}
		p.SignInTo = func(_ context.Context, id string) (Organization, error) {
			return &practiceOrganization{account: run.Account{Person: "Dana Reyes", Organization: run.Organization{ID: id, Name: "Umbrella"}}}, nil
		}
	})
	d.press("Organization", "Your company's integration…")
	d.sees("Client ID C0ffee is kept in the keychain.", "Sign in with Webex", "Forget the integration")
	d.picture("sign-in-kept")
	for _, l := range d.links("Use a code instead") {
		test.Tap(l)
	}
	for d.window.flow.Signer.State().Code == "" {
		(<-d.home)()
	}
	d.sees("123 456", "Enter this code at", "Copy address")
	d.picture("sign-in-code")
	close(entered)
	d.settle()
	d.sees("An organization of your customers", "Umbrella")
	d.window.flow.Signer.SignInTo("umbrella")
	d.settle()
	d.picture("sign-in-customers")
	d.press("Go", "Continue")
	d.sees("Umbrella", "Numbers go to Umbrella.")
	labels := ""
	for _, item := range d.window.signing.organizationMenu().Items {
		labels += item.Label + "|"
	}
	if want := "Umbrella|Dana Reyes||Another organization…|Sign out|Forget the integration|"; !strings.HasSuffix(labels, want) {
		t.Errorf("the menu is %s", labels)
	}
	d.window.signing.askCustomer()
	d.settle()
	d.sees("An organization of your customers")
	d.window.signing.askToForget()
	d.click("Forget it")
	d.sees("Practice organization")
}

func TestTheIntegrationIsEntered(t *testing.T) {
	d := sit(t, nil)
	d.press("Organization", "Your company's integration…")
	d.sees("http://localhost:6001/redirect", "Enter the client ID and the secret first")
	d.picture("sign-in-integration")
	d.press("Go", "Back")
	d.sees("Drop a spreadsheet here")
}

func TestARetryIsOfferedWhenNothingElseIsLeft(t *testing.T) {
	d := sit(t, nil, inPractice(pastRun(practice().Organization, run.Unfinished, run.StageAdd, run.Added, run.Refused, run.NotSent), nil))
	d.press("Go", "History")
	d.sees("Resume: 1 number", "Undo this run")
	d.hides("Retry 1 refused")
	d = sit(t, nil, inPractice(pastRun(practice().Organization, run.Unfinished, run.StageAdd, run.Added, run.Refused, run.NotKnown), nil))
	d.press("Go", "History")
	d.sees("Check 1 not known", "Retry 1 refused")
	d.hides("Resume: 1 number", "Add the rest: 1 number")
}

func TestTheOrganizationStaysWhileNumbersAreChanged(t *testing.T) {
	finish := make(chan struct{})
	d := sit(t, nil, inPractice(pastRun(practice().Organization, run.Finished, run.StageAdd, run.Added),
		func(context.Context, run.Action, string, run.Work) (run.Run, error) {
			<-finish
			return pastRun(practice().Organization, run.Undone, run.StageRemove, run.Removed), nil
		}))
	d.app.Preferences().SetBool(prefSignedIn, true)
	d.press("Go", "History")
	d.click("Show results")
	d.click2("Undo this run", "Remove 1 number")
	d.window.signing.usePractice()
	d.window.signing.signOut()
	if items := d.window.signing.organizationMenu().Items; len(items) != 1 || !items[0].Disabled || !d.app.Preferences().Bool(prefSignedIn) {
		t.Errorf("%d items in the menu", len(items))
	}
	close(finish)
	d.settle()
	d.sees("1 number was removed from the practice organization")
}

func TestTheEndOfTheSignInIsTold(t *testing.T) {
	now := time.Date(2026, 11, 23, 14, 12, 5, 0, time.UTC)
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"}, func(p *Program) {
		p.Now = func() time.Time { return now }
		p.SignIn = func(context.Context, string) (Organization, bool, error) {
			account := run.Account{Person: "Dana Reyes", Role: run.RoleOther, RoleName: "device administrator", Organization: acmeCorp()}
			account.Expires = now.Add(20 * time.Minute)
			return &practiceOrganization{account: account}, true, nil
		}
	})
	d.press("Organization", "Access token…")
	d.signIn("acme")
	d.press("Go", "Continue")
	lines := d.window.signing.whoIsSignedIn(run.Account{Person: "Dana Reyes", Role: run.RoleOther, RoleName: "device administrator", Organization: acmeCorp()})
	if want := []string{"Acme Corp", "Dana Reyes, device administrator", "The sign-in ends today at 2:32 PM"}; !slices.Equal(lines, want) {
		t.Errorf("the menu says %q", lines)
	}
	now = now.Add(20*time.Minute - time.Second/2)
	d.window.GoTo(frame.Add)
	d.settle()
	d.sees("The sign-in ends in 1 second.")
}

func TestResultsLeadToTheRowsThatWereNotSent(t *testing.T) {
	d := sit(t, []string{"/home/dana/carrier-dids.xlsx"})
	d.window.GoTo(frame.Add)
	d.settle()
	d.add()
	d.settle()
	if d.window.At() != frame.Results {
		t.Fatalf("screen %d", d.window.At())
	}
	if said := strings.Join(d.texts(), " "); !strings.Contains(said, "Correct the number in Review.") {
		t.Errorf("what to do does not fit the button beside it: %q", said)
	}
	d.click("Edit in Review")
	if d.window.At() != frame.Review {
		t.Errorf("it leads to screen %d", d.window.At())
	}
	d.sees("913 555 01")
}
