package review

import (
	"cmp"
	"slices"

	"numberloader/internal/number"
)

// judge makes rows of records and their readings, in file order.
type judge struct {
	set   Settings
	known Known
	first map[number.E164]place // the accepted rows so far
}

// rows appends the rows of one record.
func (j *judge) rows(rows []number.Row, r *record, c *cell) []number.Row {
	switch {
	case r.row.Skipped != number.SkipNone:
		return append(rows, r.row)
	case !r.reads():
		row := r.row
		row.Findings = r.unknown
		row.Level, row.Code = number.Worst(row.Findings)
		return append(rows, row)
	case r.expand:
		for part := range c.expanded {
			rows = j.parts(rows, r, &c.expanded[part], part)
		}
		return rows
	}
	return j.parts(rows, r, &c.reading, 0)
}

// parts appends a row for each number of a reading, or one for a reading
// without a number. They are counted from part on.
func (j *judge) parts(rows []number.Row, r *record, reading *reading, part int) []number.Row {
	for i := range max(1, len(reading.Numbers)) {
		row := r.row
		row.Part = part + i
		if i < len(reading.Numbers) {
			row.Number = reading.Numbers[i]
			row.Country = cmp.Or(reading.countries[i], row.Country)
		}
		j.judge(&row, r, reading)
		rows = append(rows, row)
	}
	return rows
}

// judge goes through the checks of docs/number-rules.md, 4, up to the first
// problem.
func (j *judge) judge(row *number.Row, r *record, reading *reading) {
	row.Findings = reading.Findings
	row.Suggestion = reading.Suggestion
	row.Count, row.First, row.Last = reading.Count, reading.First, reading.Last
	j.override(row, r, reading)
	for _, check := range [...]func(*judge, *number.Row, *record){
		(*judge).words, (*judge).duplicate, (*judge).pstn, (*judge).existing,
	} {
		if row.Level, row.Code = number.Worst(row.Findings); row.Level == number.LevelProblem {
			break
		}
		check(j, row, r)
	}
	row.Level, row.Code = number.Worst(row.Findings)
	if row.Level == number.LevelProblem {
		if !row.Overridable {
			row.Number = number.E164{}
		}
		return
	}
	if !row.Hidden && !row.LeftOut {
		j.first[row.Number] = place{row.Cell, row.Place}
	}
}

// override turns the problem of a number that is sent in spite of it into a
// warning.
func (j *judge) override(row *number.Row, r *record, reading *reading) {
	if !reading.Overridable {
		return
	}
	row.Findings = slices.Clone(reading.Findings)
	for i := range row.Findings {
		if f := &row.Findings[i]; f.Level == number.LevelProblem && j.accepted(f.Code, r) {
			f.Level = number.LevelWarning
		}
	}
	level, _ := number.Worst(row.Findings)
	row.Overridable = level == number.LevelProblem
}

// accepted says that problems of the code are overridden.
func (j *judge) accepted(code number.Code, r *record) bool {
	return slices.Contains(r.overridden, code) || slices.Contains(j.set.Accept, code)
}

func (j *judge) words(row *number.Row, r *record) {
	row.Findings = add(row.Findings, r.words...)
}

// duplicate looks for the number in the accepted rows above. Hidden rows do not
// count.
func (j *judge) duplicate(row *number.Row, _ *record) {
	first, ok := j.first[row.Number]
	if !ok || row.Hidden {
		return
	}
	row.DuplicateOf = first.cell
	row.Findings = add(row.Findings, number.DuplicateFinding(row.Place, row.Number, first.full))
}

// pstn looks at how the location gets its calls, once somebody has asked.
// Mobile numbers need any connection, the others one that is not integrated.
func (j *judge) pstn(row *number.Row, r *record) {
	if row.LocationID == "" {
		return
	}
	mobile := row.Kind == number.KindMobile
	switch r.location.PSTN {
	case number.PSTNNotAsked, number.PSTNLocalGateway, number.PSTNNonIntegrated:
	case number.PSTNNone:
		row.Findings = add(row.Findings, number.NoPSTNFinding(row.Location))
	case number.PSTNIntegrated, number.PSTNCisco:
		if !mobile {
			row.Findings = add(row.Findings, number.IntegratedPSTNFinding(row.Location, provider(&r.location)))
		}
	case number.PSTNUnknown:
		if !mobile {
			j.pstnUnknown(row, r)
		}
	}
}

// provider is the name of the location's connection, or at least its type.
func provider(location *number.Location) string {
	if location.Provider != "" {
		return location.Provider
	}
	return location.PSTN.Label()
}

func (j *judge) pstnUnknown(row *number.Row, r *record) {
	finding := number.PSTNUnknownFinding(row.Location, row.Kind)
	if j.accepted(finding.Code, r) {
		finding.Level = number.LevelWarning
	} else {
		row.Overridable = true
	}
	row.Findings = first(row.Findings, finding)
}

// existing looks for the number in the organization, once Webex was asked and
// the wanted location is known.
func (j *judge) existing(row *number.Row, _ *record) {
	location, ok := j.known.Existing[row.Number]
	if !ok || row.LocationID == "" {
		return
	}
	if location.ID != row.LocationID {
		row.Findings = add(row.Findings, number.AlreadyInWebexFinding(row.Number, location.Name))
		return
	}
	row.AlreadyThere = true
	row.Findings = first(row.Findings, number.AlreadyThereFinding(row.Number, location.Name))
}

// add appends findings to a slice that other rows may share.
func add(findings []number.Finding, more ...number.Finding) []number.Finding {
	return append(slices.Clip(findings), more...)
}

// first puts a finding that says more than the remarks on the cell before them.
func first(findings []number.Finding, finding number.Finding) []number.Finding {
	return append([]number.Finding{finding}, findings...)
}
