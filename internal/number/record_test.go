package number

import "testing"

// TestTheNumberOfARecordIsItsCell has numbers that stand in a column of their row, and others.
func TestTheNumberOfARecordIsItsCell(t *testing.T) {
	t.Parallel()
	rest, own := &Cell{Type: CellNumber, Formula: true, Format: "0"}, Cell{Type: CellText, Value: "3"}
	r := Record{Source: SourceOf("Austin", "2")}
	if r.Number() != (Cell{}) {
		t.Errorf("it has %v without any", r.Number())
	}
	r.ShowNumber(1, rest)
	other := r
	other.SetNumber(own)
	if got := r.Number(); got != (Cell{Type: CellNumber, Formula: true, Format: "0", Value: "2"}) || rest.Value != "" || other.Number() != own {
		t.Errorf("they have %v and %v", got, other.Number())
	}
	r.ShowNumber(2, rest)
	if got := r.Number(); got != *rest {
		t.Errorf("it has %v in a column past the last", got)
	}
}

func TestARecordChangesNoOther(t *testing.T) {
	t.Parallel()
	one := Record{Stated: &Stated{FieldType: "DID"}}
	other := one
	other.SetText(FieldLocation, "Austin")
	if one.Text(FieldLocation) != "" || other.Text(FieldType) != "DID" || other.Text(FieldLocation) != "Austin" {
		t.Errorf("they state %v and %v", one.Stated, other.Stated)
	}
	if one = (Record{}); one.Text(FieldType) != "" || other.Text(FieldCountry) != "" {
		t.Error("a text comes from nowhere")
	}
}
