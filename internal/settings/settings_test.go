package settings

import (
	"os"
	"path/filepath"
	"testing"

	"numberloader/internal/plan"
)

// unusual are settings of which each is another one than at the first start.
func unusual() Settings {
	return Settings{
		Country: "DE", Limits: plan.Limits{Mobile: 7, Others: 200, OneRequest: true}, Look: LookDark, TextSize: 150,
		Speed: SpeedAtOnce, Errors: ErrorsMany, Cloud: CloudGovernment,
		Results: Place(filepath.Join(os.TempDir(), "results")), Otherwise: PlaceHome,
	}
}

func TestWhatWasSetIsThereAtTheNextStart(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "settings.json")
	store := Open(path)
	if store.Now() != Usual() {
		t.Errorf("the first start has %+v", store.Now())
	}
	store.Set(unusual())
	if store.Now() != unusual() {
		t.Errorf("what was set does not count at once: %+v", store.Now())
	}
	if Open(path).Now() != Usual() {
		t.Error("it was written before Save")
	}
	if err := store.Save(); err != nil {
		t.Fatal(err)
	}
	if got := Open(path).Now(); got != unusual() {
		t.Errorf("the next start has %+v", got)
	}
}

func TestAFailedSaveIsTold(t *testing.T) {
	t.Parallel()
	store := Open(filepath.Join(t.TempDir(), "no such folder", "settings.json"))
	store.Set(unusual())
	if store.Save() == nil {
		t.Error("the settings were saved in a folder that is not there")
	}
	if store.Now() != unusual() {
		t.Error("what could not be saved does not count")
	}
}

func TestAFileThatSomebodyEditedIsTakenAsFarAsItCanBe(t *testing.T) {
	t.Parallel()
	usual := Usual()
	set := func(change func(*Settings)) Settings {
		s := usual
		change(&s)
		return s
	}
	for name, test := range map[string]struct {
		text string
		want Settings
	}{
		"damaged":             {`{"country": "DE", `, usual},
		"empty":               {``, usual},
		"of another shape":    {`[1, 2]`, usual},
		"of a later version":  {`{"language": "fr", "country": "DE"}`, set(func(s *Settings) { s.Country = "DE" })},
		"one value of a type": {`{"textSize": "large", "country": "DE"}`, usual},
		"no country":          {`{"country": "Germany", "textSize": 120}`, set(func(s *Settings) { s.TextSize = 120 })},
		"too many":            {`{"mobileInRequest": 21, "othersInRequest": 50}`, set(func(s *Settings) { s.Limits.Others = 50 })},
		"none":                {`{"mobileInRequest": 3, "othersInRequest": 0}`, set(func(s *Settings) { s.Limits.Mobile = 3 })},
		"both":                {`{"mobileInRequest": -1, "othersInRequest": 5000}`, usual},
		"too small":           {`{"textSize": 79}`, usual},
		"too large":           {`{"textSize": 201}`, usual},
		"no member of a set":  {`{"look": "pink", "practiceSpeed": "", "practiceErrors": "all", "cloud": "private", "resultsOtherwise": "trash"}`, usual},
		"not a whole path":    {`{"results": "results"}`, usual},
	} {
		path := filepath.Join(t.TempDir(), "settings.json")
		if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := Open(path).Now(); got != test.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestEachCloudHasItsAddress(t *testing.T) {
	t.Parallel()
	if got := CloudCommercial.Address(); got != "https://webexapis.com/v1" {
		t.Error(got)
	}
	if got := CloudGovernment.Address(); got != "https://api-usgov.webex.com/v1" {
		t.Error(got)
	}
}
