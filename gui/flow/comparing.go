package flow

import (
	"time"

	"numberloader/internal/compare"
)

// ReadInventory reads what the connected organization holds. The open list is judged
// with it, so that Review, Add and the comparison agree. Nothing is changed in Webex.
func (f *Flow) ReadInventory(now time.Time) { f.Inventory.Read(now, f.Survey.Learn) }

// Comparison is the open list beside what the connected organization holds, with what a
// workbook tells of it as a whole. ok is false while it is not made.
func (f *Flow) Comparison() (c compare.Comparison, ok bool) {
	done, settled := f.Comparing.Compared()
	account, connected := f.Connection.Account()
	if !settled || !connected || f.File.Table() == nil {
		return compare.Comparison{}, false
	}
	return compare.Comparison{
		List: f.File.Table().Path, Organization: account.Organization, Read: f.Inventory.Reading().Begun,
		Pairs: done.Pairs, Lacks: f.Inventory.Held().Lacks(), Program: f.version,
	}, true
}
