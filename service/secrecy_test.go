package service

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"numberloader/internal/phrase"
)

func TestTheTokenIsNowhereInTheJournal(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		echo := `{"message":"bad token ` + planted + `","errors":[{"description":"` + planted + `"}]}`
		r.faults = []http.HandlerFunc{says(404, echo), says(400, echo), says(401, echo, "Trackingid", planted)}
		got, err := r.submit(t.Context(), draft(1, 1, 1))
		if m := phrase.Explain(err); strings.Contains(m.Details+m.What+err.Error(), planted) {
			t.Error("the token is in the error")
		}
		text, err := os.ReadFile(filepath.Join(r.folder, got.ID+".jsonl"))
		if err != nil {
			found, _ := filepath.Glob(filepath.Join(r.folder, got.ID+"*"))
			if len(found) != 1 {
				t.Fatal(found, err)
			}
			if text, err = os.ReadFile(found[0]); err != nil {
				t.Fatal(err)
			}
		}
		if !strings.Contains(string(text), "404") || strings.Contains(string(text), planted) {
			t.Error("the journal holds the token, or is not the journal")
		}
	})
}
