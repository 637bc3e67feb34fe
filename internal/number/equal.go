package number

import "slices"

// Equal reports whether all that a row tells is what another tells.
func (r *Row) Equal(other *Row) bool {
	return r.Record == other.Record && r.Part == other.Part && r.Number == other.Number &&
		r.Kind == other.Kind && r.Usage == other.Usage && r.State == other.State && r.equalFate(other) &&
		r.Line == other.Line && r.shared() == other.shared() && r.Input == other.Input &&
		r.Special() == other.Special() && slices.EqualFunc(r.said(), other.said(), equalFindings)
}

// equalFate reports whether rows are sent, or not, for the same reasons.
func (r *Row) equalFate(other *Row) bool {
	return r.Level == other.Level && r.remarks == other.remarks && r.ofCell == other.ofCell &&
		r.Skipped == other.Skipped && r.LeftOut == other.LeftOut && r.ByUser == other.ByUser &&
		r.Hidden == other.Hidden && r.InHiddenRow == other.InHiddenRow && r.AlreadyThere == other.AlreadyThere &&
		r.Overridable == other.Overridable && r.Confirmed == other.Confirmed
}

func equalFindings(a, b Finding) bool {
	return a.Level == b.Level && a.Code == b.Code && a.Variant == b.Variant && slices.Equal(a.Args, b.Args)
}
