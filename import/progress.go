package importer

import "numberloader/internal/number"

// How often, in rows, the reader looks whether it should stop and says how far
// it is. A computer reads some 100,000 rows a second.
const (
	rowsBetweenChecks = 256
	rowsBetweenSteps  = 16 * rowsBetweenChecks
)

// step is called for each row with the share of the file that is read. The
// error is that of the context.
func (in *input) step(rows int, share float64) error {
	if rows%rowsBetweenChecks != 0 {
		return nil
	}
	if rows%rowsBetweenSteps == 0 {
		in.progress(number.Progress{Rows: rows, Share: min(share, 1)})
	}
	return in.ctx.Err() //nolint:wrapcheck // the caller compares it
}
