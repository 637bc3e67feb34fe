package importer

import "numberloader/internal/number"

// How often, in rows and in bytes, the reader looks whether it should stop and
// says how far it is. A computer reads some 100,000 rows and 100 MB a second.
const (
	rowsBetweenChecks  = 256
	rowsBetweenSteps   = 16 * rowsBetweenChecks
	bytesBetweenChecks = 1 << 20
)

// step is called for each row with the share of the file that is read. The
// error is that of the context.
func (in *input) step(rows int, share float64) error {
	in.rows = rows
	if rows%rowsBetweenChecks != 0 {
		return nil
	}
	if rows%rowsBetweenSteps == 0 {
		in.tell(share)
	}
	return in.ctx.Err() //nolint:wrapcheck // the caller compares it
}

// tell says which share of the file is read.
func (in *input) tell(share float64) {
	in.share = min(share, 1)
	in.progress(number.Progress{Rows: in.rows, Share: in.share})
}
