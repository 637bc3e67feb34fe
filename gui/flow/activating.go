package flow

import (
	"numberloader/internal/activation"
	"numberloader/internal/run"
)

// ReadWaiting finds out which numbers of the open list are in the connected
// organization and inactive.
func (f *Flow) ReadWaiting() { f.Waiting.Read(f.File.Table(), f.known().Locations) }

// ActivateList activates the chosen ones of the numbers that wait, as a run of its own.
// It does nothing if they are no longer those that were read.
func (f *Flow) ActivateList(list *activation.List, chosen func(*activation.Number) bool) {
	if now, _ := f.Waiting.List(); now != nil && now == list {
		account, _ := f.Connection.Account()
		f.activate(list.Draft(chosen, account.Organization))
	}
}

// ActivateLines activates inactive numbers of the run that is shown: of those that it
// can activate, the ones of these lines. It is a run of its own.
func (f *Flow) ActivateLines(lines []int) {
	if result, _, ok := f.Results.Shown(); ok {
		f.activate(activation.OfEarlier(&result.Run, lines))
	}
}

func (f *Flow) activate(draft run.Draft) {
	account, connected := f.Connection.Account()
	if !connected || len(draft.Requests) == 0 {
		return
	}
	draft.Person, draft.Program = account.Person, f.version
	f.Work.Activate(draft)
}
