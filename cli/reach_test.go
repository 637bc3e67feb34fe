package cli

import (
	"strings"
	"testing"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

func TestTwoOrganizationsOfOneNameAreToldApart(t *testing.T) {
	t.Parallel()
	acme, other := run.Organization{ID: "O1", Name: "Acme"}, run.Organization{ID: "O2", Name: "Acme"}
	m := phrase.Explain(elsewhere(acme, other))
	for _, want := range []string{"Acme (ID O1), but", "for Acme (ID O2)."} {
		if !strings.Contains(m.What, want) {
			t.Errorf("%q lacks %q", m.What, want)
		}
	}
	if m := phrase.Explain(elsewhere(acme, run.Organization{ID: "O3", Name: "Beta"})); strings.Contains(m.What, "ID") {
		t.Errorf("other names need no IDs: %q", m.What)
	}
	if padded := (run.Organization{ID: "O1==", Name: "Acme"}); !sameOrganization(acme, padded) || sameOrganization(acme, other) {
		t.Error("organizations are compared by more or less than their IDs")
	}
}
