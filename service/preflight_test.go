package service

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

func TestSurvey(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.locations = append(r.locations, map[string]any{"id": "L-boston", "name": "Boston"})
		r.notCalling = []map[string]any{{"id": "L-spring", "name": "Springfield", "address": map[string]any{"country": "ca"}}}
		r.put(austin+"==", tail(1))
		r.put("L-gone", tail(2))
		known, err := r.Survey(t.Context(), []*number.Row{{Shared: &number.Shared{Location: "  DENVER "}}, {Shared: &number.Shared{LocationID: austin}}, {Shared: &number.Shared{Location: "Nowhere"}}})
		if err != nil {
			t.Fatal(err)
		}
		want := []number.PSTN{number.PSTNLocalGateway, number.PSTNNonIntegrated, number.PSTNNotAsked}
		for i, l := range known.Locations {
			if l.PSTN != want[i] {
				t.Errorf("%s: %v", l.Name, l.PSTN)
			}
		}
		one, _ := number.ParseE164(tail(1))
		two, _ := number.ParseE164(tail(2))
		if len(known.NotCalling) != 1 || known.NotCalling[0].Name != "Springfield" || known.NotCalling[0].Country != "CA" {
			t.Errorf("not enabled for calling: %+v", known.NotCalling)
		}
		if len(known.Existing) != 2 || known.Existing[one].Location != known.Locations[1] || known.Existing[two].Location.Name != "Name of L-gone" {
			t.Errorf("existing: %+v", known.Existing)
		}
	})
}

// TestLocationsToChooseFromSayWhatTheyTake has a row that waits for its location.
func TestLocationsToChooseFromSayWhatTheyTake(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		known, err := r.Survey(t.Context(), []*number.Row{{Number: numbertest.E164(tail(3))}})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range known.Locations {
			if l.PSTN == number.PSTNNotAsked {
				t.Errorf("%s was not asked", l.Name)
			}
		}
	})
}

func TestASurveyThatFailsSaysWhy(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		prepare func(o *organization)
		kind    fault.Kind
	}{
		{"locations", func(o *organization) { o.pages["calling"] = []http.HandlerFunc{says(401, "")} }, fault.TokenRefused},
		{"PSTN", func(o *organization) { o.pages["pstn"] = []http.HandlerFunc{says(400, "")} }, fault.Refused},
		{"numbers", func(o *organization) { o.reads = []http.HandlerFunc{says(200, "no list")} }, fault.Failing},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				test.prepare(r.organization)
				if _, err := r.Survey(t.Context(), []*number.Row{{Shared: &number.Shared{Location: "Denver"}}}); fault.KindOf(err) != test.kind {
					t.Errorf("got %v", err)
				}
			})
		})
	}
}

// rowsOf are rows of Denver that would add the numbers of these endings.
func rowsOf(t *testing.T, count int) []*number.Row {
	t.Helper()
	rows := make([]*number.Row, count)
	for i := range rows {
		rows[i] = &number.Row{Shared: &number.Shared{Location: "Denver"}, Number: numbertest.E164(fmt.Sprintf("+1214556%04d", i))}
	}
	return rows
}

func TestWebexIsAskedAboutNumbersThatWouldBeAddedOnly(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		rows := rowsOf(t, 8)
		r.put(austin, rows[1].Number.String())
		rows[2].Level, rows[3].LeftOut, rows[4].Hidden = number.LevelProblem, true, true
		rows[5].Number, rows[6].Number = rows[0].Number, number.E164{}
		if _, err := r.Survey(t.Context(), rows); err != nil {
			t.Fatal(err)
		}
		if want := [][]string{{rows[0].Number.String(), rows[7].Number.String()}}; len(r.validated) != 1 || !slices.Equal(r.validated[0], want[0]) {
			t.Errorf("asked about %v, want %v", r.validated, want)
		}
	})
}

func TestANumberThatWebexDidNotAcceptIsAskedAboutAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		rows := rowsOf(t, 3)
		refused := number.UnavailableFinding(rows[0].Number, "")
		for i := range rows {
			rows[i].Level = number.LevelProblem
			rows[i].SetFindings(refused, number.NoPSTNFinding("Denver"))
		}
		rows[1].SetFindings(refused)
		if _, err := r.Survey(t.Context(), rows); err != nil {
			t.Fatal(err)
		}
		if want := []string{rows[1].Number.String()}; len(r.validated) != 1 || !slices.Equal(r.validated[0], want) {
			t.Errorf("asked about %v, want %v", r.validated, want)
		}
	})
}

func TestWebexSaysWhichNumbersItDoesNotAccept(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		rows := rowsOf(t, 6)
		r.states = map[string]string{}
		for i, state := range []string{"Available", "Duplicate", "Duplicate In List", "Invalid", "Unavailable", "Another word"} {
			r.states[rows[i].Number.String()] = state
		}
		known, err := r.Survey(t.Context(), rows)
		if err != nil || len(known.Notes) != 0 || len(known.Unavailable) != 4 {
			t.Fatalf("got %v, %v, %v", known.Unavailable, known.Notes, err)
		}
		for i, want := range []number.Variant{
			"", number.VariantInUse, number.VariantTwice, number.VariantInvalid, number.VariantElsewhere, "",
		} {
			if got := known.Unavailable[rows[i].Number]; got != want {
				t.Errorf("%s: got %q", r.states[rows[i].Number.String()], got)
			}
		}
	})
}

func TestWebexSaysWhichNumbersAreTollFree(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		free, not, refused := numbertest.E164("+18005550100"), numbertest.E164("+12145560000"), numbertest.E164("+18005550101")
		r.states = map[string]string{refused.String(): "Unavailable"}
		known, err := r.Survey(t.Context(), []*number.Row{{Number: free}, {Number: not}, {Number: refused}})
		switch {
		case err != nil:
			t.Error(err)
		case !slices.Equal(known.TollFree, review.Numbers{free}):
			t.Errorf("known.TollFree is %v", known.TollFree)
		case !slices.Equal(known.NotTollFree, review.Numbers{not}):
			t.Errorf("known.NotTollFree is %v", known.NotTollFree)
		}
	})
}

func TestManyNumbersAreValidatedInBatches(t *testing.T) {
	t.Parallel()
	tests := []struct{ count, most, largest int }{
		{0, 0, 0}, {1, 0, 1}, {250, 0, 100}, {1000, 60, 50}, {400, 25, 25}, {95, 10, 10}, {11, 10, 10},
	}
	for _, test := range tests {
		synctest.Test(t, func(t *testing.T) {
			r := newRig(t)
			r.most = test.most
			rows := rowsOf(t, test.count)
			if test.count > 0 {
				r.states = map[string]string{rows[test.count-1].Number.String(): "Unavailable"}
			}
			known, err := r.Survey(t.Context(), rows)
			if err != nil || len(known.Notes) != 0 || len(known.Unavailable) != min(test.count, 1) {
				t.Errorf("%+v: got %v, %v, %v", test, known.Unavailable, known.Notes, err)
			}
			seen, largest := map[string]bool{}, 0
			for _, batch := range r.validated {
				largest = max(largest, len(batch))
				for _, n := range batch {
					if seen[n] {
						t.Errorf("%+v: %s was judged twice", test, n)
					}
					seen[n] = true
				}
			}
			if len(seen) != test.count || largest != test.largest {
				t.Errorf("%+v: %d were judged, at most %d at once", test, len(seen), largest)
			}
		})
	}
}

func TestWithoutValidationTheSurveyGoesOn(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		answer http.HandlerFunc
		times  int
		note   string
	}{
		{"not permitted", says(403, ""), 1, "spark-admin:telephony_config_write"},
		{"not permitted at the backend", says(400, `{"errorCode":4003}`), 1, "spark-admin:telephony_config_write"},
		{"unknown", says(404, ""), 1, "Each one is checked when it is added."},
		{"always refused", says(400, ""), 1, "Each one is checked when it is added."},
		{"always failing", says(500, ""), 6, "Each one is checked when it is added."},
		{"no answer of this kind", says(200, "<html>"), 1, "Each one is checked when it is added."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				r.pages["validate"] = slices.Repeat([]http.HandlerFunc{test.answer}, test.times)
				known, err := r.Survey(t.Context(), rowsOf(t, 5))
				switch {
				case err != nil:
					t.Error(err)
				case len(known.Unavailable) != 0:
					t.Errorf("known.Unavailable is %v", known.Unavailable)
				case len(known.Notes) != 1:
					t.Errorf("known.Notes is %v", known.Notes)
				case !strings.Contains(known.Notes[0], test.note):
					t.Errorf("known.Notes[0] is %q without %q", known.Notes[0], test.note)
				}
			})
		})
	}
}

func TestValidationWaitsWhenWebexAsks(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.pages["validate"] = []http.HandlerFunc{says(429, "", "Retry-After", "30")}
		began := r.settings.Now()
		known, err := r.Survey(t.Context(), rowsOf(t, 5))
		if took := r.settings.Now().Sub(began); err != nil || len(known.Notes) != 0 || took.Seconds() != 30 {
			t.Errorf("got %v, %v after %v", known.Notes, err, took)
		}
	})
}

func TestASignInThatEndsEndsTheValidation(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.pages["validate"] = []http.HandlerFunc{says(401, "")}
		if _, err := r.Survey(t.Context(), rowsOf(t, 5)); fault.KindOf(err) != fault.TokenRefused {
			t.Errorf("got %v", err)
		}
	})
}

func TestAReadThatIsRefusedNamesTheRight(t *testing.T) {
	t.Parallel()
	refused := []http.HandlerFunc{says(403, `{"message":"the access token is missing required scopes"}`)}
	tests := []struct {
		prepare     func(o *organization)
		what, scope string
	}{
		{func(o *organization) { o.pages["calling"] = refused }, "may not read the calling locations", "spark-admin:telephony_config_read"},
		{func(o *organization) { o.reads = refused }, "may not read the numbers of the organization", "spark-admin:telephony_config_read"},
	}
	for _, test := range tests {
		synctest.Test(t, func(t *testing.T) {
			r := newRig(t)
			test.prepare(r.organization)
			_, err := r.Survey(t.Context(), nil)
			m := phrase.Explain(err)
			switch {
			case fault.KindOf(err) != fault.NotAllowed:
				t.Errorf("%v is not of the kind %v", err, fault.NotAllowed)
			case !strings.Contains(m.What, test.what):
				t.Errorf("m.What is %q without %q", m.What, test.what)
			case !strings.Contains(m.Next, test.scope):
				t.Errorf("m.Next is %q without %q", m.Next, test.scope)
			case !strings.Contains(m.Details, "Status 403"):
				t.Errorf("m.Details is %q without %q", m.Details, "Status 403")
			}
		})
	}
}

func TestOrganizations(t *testing.T) {
	t.Parallel()
	acme := run.Organization{ID: "O1", Name: "Acme Corp"}
	tests := []struct {
		name    string
		prepare func(o *organization)
		want    []run.Organization
		kind    fault.Kind
		fails   bool
	}{
		{name: "a partner's", prepare: func(o *organization) {
			o.organizations = []map[string]string{{"id": "O1", "displayName": "Acme Corp"}, {"id": "O2"}}
		}, want: []run.Organization{acme, {ID: "O2", Name: "O2"}}},
		{name: "none", prepare: func(*organization) {}, want: []run.Organization{acme}},
		{name: "not permitted", prepare: func(o *organization) {
			o.pages["organizations"] = []http.HandlerFunc{says(403, "")}
		}, want: []run.Organization{acme}},
		{name: "a sign-in that has ended", prepare: func(o *organization) {
			o.pages["organizations"] = []http.HandlerFunc{says(401, "")}
		}, fails: true, kind: fault.TokenRefused},
	}
	for _, test := range tests {
		synctest.Test(t, func(t *testing.T) {
			r := newRig(t)
			test.prepare(r.organization)
			got, err := r.Organizations(t.Context())
			if test.fails != (err != nil) || err != nil && fault.KindOf(err) != test.kind || !slices.Equal(got, test.want) {
				t.Errorf("%s: got %+v, %v", test.name, got, err)
			}
		})
	}
}
