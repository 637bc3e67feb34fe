package run

import (
	"testing"
)

func TestEveryOutcomeHasWords(t *testing.T) {
	t.Parallel()
	words := map[Outcome][2]string{
		NotSent:      {"not_sent", "Not sent"},
		Added:        {"added", "Added"},
		AlreadyThere: {"already_there", "Already there"},
		Refused:      {"refused", "Refused"},
		NotKnown:     {"not_known", "Not known"},
		Removed:      {"removed", "Removed"},
		Kept:         {"kept", "Kept"},
		NotRemoved:   {"not_removed", "Not removed"},
		Activated:    {"activated", "Activated"},
		NotActivated: {"not_activated", "Not activated"},
	}
	if len(Outcomes()) != len(words) {
		t.Errorf("%d outcomes are listed, %d have words", len(Outcomes()), len(words))
	}
	for _, o := range Outcomes() {
		if got := [2]string{o.String(), o.Label()}; got != words[o] {
			t.Errorf("outcome %d is %q, want %q", o, got, words[o])
		}
	}
}

func TestEveryStateHasAWord(t *testing.T) {
	t.Parallel()
	if Unfinished.String() != "unfinished" || Finished.String() != "finished" || Undone.String() != "undone" {
		t.Errorf("got %q and %q", Unfinished, Finished)
	}
}
