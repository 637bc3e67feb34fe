package review

import (
	"cmp"
	"slices"

	"numberloader/internal/dialplan"
	"numberloader/internal/number"
	"numberloader/internal/pool"
	"numberloader/internal/reading"
)

// judge makes rows of records and their readings, in file order.
type judge struct {
	set    Settings
	known  Known
	at     addresses
	made   []number.Row  // since take
	before []*number.Row // of an earlier judgement, as far as take has not come
	shared pool.Pool[number.Shared]
	claims claims
	slot   int // of the number of the row that is judged, -1 for none
}

// record appends the rows of one record.
func (j *judge) record(r *record, c *cell) {
	r.row.ByUser = r.row.ByUser || r.reads() && c.fixed
	switch {
	case r.row.Skipped != number.SkipNone:
		j.add(r, r.shared.Country)
	case !r.reads():
		row := j.add(r, r.shared.Country)
		row.SetFindings(r.unknown...)
		if out := r.takenOut(); out != nil {
			row.SetFindings(out...)
		}
		row.Level, _ = row.Worst()
	case r.expand:
		for part := range c.expanded {
			j.parts(r, &c.expanded[part], part)
		}
	default:
		j.parts(r, &c.reading, 0)
	}
}

// take are the rows that were made since it was last called. Each of which an earlier
// judgement says the same is the row of that one, unless most are others: then all of them
// stay together, so that they do not keep the earlier ones.
func (j *judge) take() []*number.Row {
	rows, others := make([]*number.Row, len(j.made)), 0
	for i := range j.made {
		if rows[i] = j.earlier(&j.made[i]); rows[i] == nil {
			others++
		}
	}
	if others > len(rows)/2 {
		for i := range rows {
			rows[i] = &j.made[i]
		}
		j.made = nil
		return rows
	}
	kept := make([]number.Row, 0, others)
	for i := range rows {
		if rows[i] == nil {
			kept = append(kept, j.made[i])
			rows[i] = &kept[len(kept)-1]
		}
	}
	j.made = j.made[:0]
	return rows
}

// earlier is the row of an earlier judgement that says the same, nil for none. It is asked
// about rows in file order.
func (j *judge) earlier(row *number.Row) *number.Row {
	for len(j.before) > 0 && keyOf(j.before[0]).isBefore(keyOf(row)) {
		j.before = j.before[1:]
	}
	if len(j.before) > 0 && j.before[0].Equal(row) {
		return j.before[0]
	}
	return nil
}

// add appends a row of a record, of a country.
func (j *judge) add(r *record, country string) *number.Row {
	j.made = append(j.made, r.row)
	row, shared := &j.made[len(j.made)-1], r.shared
	shared.Country = country
	row.Shared = j.shared.Of(shared)
	return row
}

// parts appends a row for each number of a reading, or one for a reading
// without a number. They are counted from part on.
func (j *judge) parts(r *record, reading *reading.Reading, part int) {
	for i := range max(1, reading.Numbers.Len()) {
		var n number.E164
		country := r.shared.Country
		if i < reading.Numbers.Len() {
			n, country = reading.Numbers.At(i), cmp.Or(countryOf(reading, i), country)
		}
		row := j.add(r, country)
		row.Part, row.Number = int32(part+i), n //nolint:gosec // a range has fewer numbers
		j.slot = -1
		if !row.Number.IsZero() && !row.Hidden {
			j.slot = j.claims.hold(row.Number, int(row.Record))
		}
		j.judge(row, r, reading)
	}
}

// countryOf is the country of one of the numbers of a reading, "" for none.
func countryOf(r *reading.Reading, i int) string {
	if r.Country != "" {
		return r.Country
	}
	return dialplan.CountryOf(r.Numbers.At(i))
}

// judge goes through the checks of docs/number-rules.md, 4, up to the first
// problem. The row is the last one.
func (j *judge) judge(row *number.Row, r *record, reading *reading.Reading) {
	reading.Tell(row)
	special := r.row.Special()
	special.Suggestion, special.Count = reading.Suggestion, reading.Count()
	special.First, special.Last = reading.Range()
	row.SetSpecial(special)
	j.override(row, r, reading)
	if out := r.takenOut(); out != nil && reading.Level == number.LevelProblem {
		row.SetFindings(out...)
		row.SetSpecial(r.row.Special())
		row.Overridable = false
	}
	for _, check := range [...]func(*judge, *number.Row, *record){
		(*judge).joined, (*judge).words, (*judge).struck, (*judge).duplicate, (*judge).pstn, (*judge).existing, (*judge).unavailable, (*judge).tollFree,
	} {
		if row.Level, _ = row.Worst(); row.Level == number.LevelProblem {
			break
		}
		check(j, row, r)
	}
	row.Level, _ = row.Worst()
	if row.Level == number.LevelProblem {
		if !row.Overridable {
			special := row.Special()
			special.Unsent, row.Number = row.Number, number.E164{}
			row.SetSpecial(special)
		}
		return
	}
	row.Confirmed = r.confirms(row)
	if j.slot >= 0 && !row.LeftOut {
		j.claims.slots[j.slot].first = keyOf(row)
	}
}

// takenOut is what takes the row out of the list, nil for nothing. It goes before any
// other problem, since nobody has to mend what is not to be added.
func (r *record) takenOut() []number.Finding {
	i := slices.IndexFunc(r.words, func(f number.Finding) bool { return f.Code == number.CodeRemoveMarker })
	if i < 0 {
		return nil
	}
	return r.words[i : i+1]
}

// override turns the problem of a number that is sent in spite of it into a
// warning.
func (j *judge) override(row *number.Row, r *record, reading *reading.Reading) {
	if !reading.Overridable {
		return
	}
	findings := slices.Clone(row.Findings())
	for i := range findings {
		if f := &findings[i]; f.Level == number.LevelProblem && j.accepted(f.Code, r) {
			f.Level = number.LevelWarning
		}
	}
	row.SetFindings(findings...)
	level, _ := row.Worst()
	row.Overridable = level == number.LevelProblem
}

// confirms says that the user said of everything that a row asks about that it is
// right.
func (r *record) confirms(row *number.Row) bool {
	return len(r.confirmed) > 0 && !slices.ContainsFunc(row.Asking(), func(code number.Code) bool {
		return !slices.Contains(r.confirmed, Confirmation{row.Number, code})
	})
}

// accepted says that problems of the code are overridden.
func (j *judge) accepted(code number.Code, r *record) bool {
	return slices.Contains(r.overridden, code) || slices.Contains(j.set.Accept, code)
}

func (j *judge) words(row *number.Row, r *record) {
	row.Add(r.words...)
}

// duplicate looks for the number in the accepted rows above. Hidden rows do not
// count.
func (j *judge) duplicate(row *number.Row, _ *record) {
	if j.slot < 0 {
		return
	}
	first := j.claims.slots[j.slot].first
	if !first.isBefore(keyOf(row)) {
		return
	}
	at, special := j.at.of(int(first.record)), row.Special()
	special.DuplicateOf = at.Cell()
	row.SetSpecial(special)
	row.Add(number.DuplicateFinding(row.Place(), row.Number, at.String()))
}

// pstn looks at how the location gets its calls, once somebody has asked.
// Mobile numbers need any connection, the others one that is not integrated.
func (j *judge) pstn(row *number.Row, r *record) {
	if row.LocationID() == "" {
		return
	}
	mobile := row.Kind == number.KindMobile
	switch r.location.PSTN {
	case number.PSTNNotAsked, number.PSTNLocalGateway, number.PSTNNonIntegrated:
	case number.PSTNNone:
		row.Add(number.NoPSTNFinding(row.Location()))
	case number.PSTNIntegrated, number.PSTNCisco:
		if !mobile {
			row.Add(number.IntegratedPSTNFinding(row.Location(), &r.location))
		}
	case number.PSTNUnknown:
		if !mobile {
			j.pstnUnknown(row, r)
		}
	}
}

func (j *judge) pstnUnknown(row *number.Row, r *record) {
	j.doubt(row, r, number.PSTNUnknownFinding(row.Location(), row.Kind))
}

// struck looks whether the file has the number crossed out, which somebody did who
// did not want it any more.
func (j *judge) struck(row *number.Row, r *record) {
	if r.struck {
		j.doubt(row, r, number.StruckThroughFinding(row.Place(), row.Number))
	}
}

// doubt is a problem of a number that can be sent in spite of it.
func (j *judge) doubt(row *number.Row, r *record, finding number.Finding) {
	if j.accepted(finding.Code, r) {
		finding.Level = number.LevelWarning
	} else {
		row.Overridable = true
	}
	row.AddFirst(finding)
}

// unavailable asks what Webex says of a number that is to be sent. It may be
// wrong about mobile numbers, so those go all the same.
func (j *judge) unavailable(row *number.Row, _ *record) {
	why, ok := j.known.Unavailable[row.Number]
	if !ok || row.AlreadyThere {
		return
	}
	finding := number.UnavailableFinding(row.Number, why)
	if row.Kind == number.KindMobile {
		finding.Level = number.LevelWarning
	}
	row.Add(finding)
}

// tollFree compares the kind of the row with what Webex takes the number for,
// unless the number itself says so already.
func (j *judge) tollFree(row *number.Row, _ *record) {
	tollFree, others := row.Kind != number.KindTollFree, j.known.TollFree
	if !tollFree {
		others = j.known.NotTollFree
	}
	if row.AlreadyThere || row.Kind == number.KindMobile || !others.Has(row.Number) || row.Says(number.CodeKindMismatch) {
		return
	}
	row.Add(number.TollFreeFinding(row.Place(), row.Number, tollFree, row.Kind))
}

// existing looks for the number in the organization, once Webex was asked and
// the wanted location is known.
func (j *judge) existing(row *number.Row, _ *record) {
	there, ok := j.known.Existing[row.Number]
	if !ok || row.LocationID() == "" {
		return
	}
	if there.Location.ID != row.LocationID() {
		row.Add(number.AlreadyInWebexFinding(row.Number, there.Location.Name, there.Owner))
		return
	}
	row.AlreadyThere = true
	row.AddFirst(number.AlreadyThereFinding(row.Number, there.Location.Name, there.Owner))
}
