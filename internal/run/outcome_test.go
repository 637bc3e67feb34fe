package run

import (
	"testing"
)

func TestEveryOutcomeHasWords(t *testing.T) {
	t.Parallel()
	words := map[Outcome]string{
		NotSent:      "not_sent",
		Added:        "added",
		AlreadyThere: "already_there",
		Refused:      "refused",
		NotKnown:     "not_known",
		Removed:      "removed",
		Kept:         "kept",
		NotRemoved:   "not_removed",
		Activated:    "activated",
		NotActivated: "not_activated",
	}
	if len(Outcomes()) != len(words) {
		t.Errorf("%d outcomes are listed, %d have words", len(Outcomes()), len(words))
	}
	for _, o := range Outcomes() {
		if got := o.String(); got != words[o] {
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
