package importer

import (
	"context"
	"time"

	"numberloader/import/sheet"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// lastWait is how long a reading that was stopped is waited for, so that it has
// usually closed the file before the caller goes on.
const lastWait = 100 * time.Millisecond

// answer is what became of a reading.
type answer struct {
	table *number.Table
	err   error
}

// attend lets work go on in a goroutine of its own, hands on what it tells from
// this one, and does not wait for it when ctx ends. A system call on a network
// drive that is gone may take minutes, and nothing can end it; nor can one end
// the decrypting of a workbook. Such work stays behind until the call comes
// back, then ends by itself, and nobody hears of it.
func attend(ctx context.Context, work func(context.Context, func(number.Progress)) (*number.Table, error), progress func(number.Progress)) (*number.Table, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	told, done := make(chan number.Progress), make(chan answer, 1)
	tell := func(p number.Progress) {
		select {
		case told <- p:
		case <-ctx.Done():
		}
	}
	go func() {
		table, err := sheet.Guard(func() (*number.Table, error) { return work(ctx, tell) })
		done <- answer{table, err}
	}()
	for ctx.Err() == nil {
		select {
		case p := <-told:
			progress(p)
		case a := <-done:
			return a.table, a.err
		case <-ctx.Done():
		}
	}
	patience := time.NewTimer(lastWait)
	defer patience.Stop()
	select {
	case <-done:
	case <-patience.C:
	}
	return nil, &fault.Error{Kind: fault.Stopped, Err: ctx.Err()}
}
