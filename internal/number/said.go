package number

import "slices"

// Findings are all that is said of the row, in the order in which it is shown. Other
// rows may share them: nobody writes to them.
func (r *Row) Findings() []Finding {
	if r.remarks != 0 {
		return r.remarks.findings(r)
	}
	if !r.ofCell {
		return findingsIn(r.said(), int(r.Line))
	}
	all := slices.Clone(r.said())
	for i := range all {
		all[i] = r.named(all[i])
	}
	return all
}

// said are the findings that the row keeps, as it shares them with others.
func (r *Row) said() []Finding {
	if r.findings == nil {
		return nil
	}
	return *r.findings
}

// SetFindings makes these all that is said of the row, and keeps the slice.
func (r *Row) SetFindings(all ...Finding) {
	if r.remarks, r.ofCell, r.findings = 0, false, nil; len(all) > 0 {
		kept := all // so that only what is kept is allocated
		r.findings = &kept
	}
}

// SetRemarks makes remarks that are OfRow all that is said of the row, whose number,
// country, cell and input are settled. Shown is the text that they are about.
func (r *Row) SetRemarks(remarks Remarks, shown string) {
	r.remarks, r.ofCell, r.findings = remarks, false, nil
	r.quote(shown)
}

// SetOfCell is SetFindings for those that are about the cell of the row, and do not name it
// and what it shows, with which their messages begin. Shown is as for SetRemarks.
func (r *Row) SetOfCell(shown string, all ...Finding) {
	r.SetFindings(all...)
	r.ofCell = len(all) > 0
	r.quote(shown)
}

// quote lets what is said of the row be about a text, which usually is that of its cell.
func (r *Row) quote(shown string) {
	if shown != r.Input && (r.remarks != 0 || r.findings != nil) {
		about := *r
		about.Input = shown
		r.SetFindings(about.Findings()...)
	}
}

// Add says more of the row, behind what is said of it.
func (r *Row) Add(more ...Finding) {
	if len(more) > 0 {
		r.SetFindings(append(slices.Clip(r.Findings()), more...)...)
	}
}

// AddFirst says something of the row that counts for more than what is said of it.
func (r *Row) AddFirst(finding Finding) {
	r.SetFindings(append([]Finding{finding}, r.Findings()...)...)
}

// Worst is the level and the code that the row has by what is said of it.
func (r *Row) Worst() (Level, Code) {
	if r.remarks != 0 {
		return r.remarks.Worst()
	}
	return Worst(r.said())
}

// Code is the code that says most of the row, "" where nothing says more than a notice.
func (r *Row) Code() Code {
	_, code := r.Worst()
	return code
}

// Says reports whether the row has a finding of the code.
func (r *Row) Says(code Code) bool {
	for _, remark := range r.remarks.Each() {
		if remark == code {
			return true
		}
	}
	return slices.ContainsFunc(r.said(), func(f Finding) bool { return f.Code == code })
}

// Owners are those who use the number of the row in Webex, as far as it says so.
func (r *Row) Owners() []Owner {
	var owners []Owner
	said := r.said()
	for i := range said {
		if o := said[i].Owner(); !o.IsNobody() {
			owners = append(owners, o)
		}
	}
	return owners
}

// Asking are the codes of the warnings that are no matter of routine, so that a
// person should look at the row although it is sent.
func (r *Row) Asking() []Code {
	var codes []Code
	for _, code := range r.remarks.Each() {
		if !code.Routine() {
			codes = append(codes, code)
		}
	}
	for _, f := range r.said() {
		if asks(f) {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// asks reports whether a person should look at a row because of a finding.
func asks(f Finding) bool { return f.Level == LevelWarning && !f.Code.Routine() }

// Overflows says that the row is a mobile number past the first request of its group,
// which only a plan can say.
func (r *Row) Overflows() bool { return r.Says(CodeMobileOverflow) }
