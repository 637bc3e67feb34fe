package program

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"numberloader/internal/platform"
	"numberloader/internal/settings"
	"numberloader/service/practice"
)

// setUp are places in folders of the test, with settings.
func setUp(t *testing.T, change func(*settings.Settings)) *places {
	t.Helper()
	home := t.TempDir()
	p := &places{folders: platform.Folders{Data: home, Documents: filepath.Join(home, "Documents"), Home: home}}
	if err := os.Mkdir(p.folders.Documents, 0o700); err != nil {
		t.Fatal(err)
	}
	p.settings = settings.Open(filepath.Join(home, "settings.json"))
	now := p.settings.Now()
	change(&now)
	p.settings.Set(now)
	return p
}

func TestResultsGoWhereTheUserWantsThem(t *testing.T) {
	t.Parallel()
	source, other := t.TempDir(), t.TempDir()
	missing := filepath.Join(other, "unplugged")
	for name, test := range map[string]struct {
		source string
		change func(*settings.Settings)
		want   func(p *places) string
	}{
		"beside the file": {source, func(*settings.Settings) {}, func(*places) string { return source }},
		"documents":       {source, func(s *settings.Settings) { s.Results = settings.PlaceDocuments }, func(p *places) string { return p.folders.Documents }},
		"home":            {source, func(s *settings.Settings) { s.Results = settings.PlaceHome }, func(p *places) string { return p.folders.Home }},
		"a folder":        {source, func(s *settings.Settings) { s.Results = settings.Place(other) }, func(*places) string { return other }},
		"a folder that is gone": {source, func(s *settings.Settings) { s.Results = settings.Place(missing) }, func(p *places) string {
			return p.folders.Documents
		}},
		"the folder of the file is gone": {missing, func(*settings.Settings) {}, func(p *places) string { return p.folders.Documents }},
		"both are gone, and home is wanted then": {missing, func(s *settings.Settings) { s.Otherwise = settings.PlaceHome }, func(p *places) string {
			return p.folders.Home
		}},
	} {
		p := setUp(t, test.change)
		got, refused, err := p.resultsAsSet(filepath.Join(test.source, "list.csv"), time.Now())
		if err != nil || filepath.Dir(got) != test.want(p) || !strings.HasPrefix(filepath.Base(got), "list - results ") {
			t.Errorf("%s: %s, %v", name, got, err)
		}
		if gone := strings.Contains(name, "gone"); gone != (refused == missing) || !gone && refused != "" {
			t.Errorf("%s: it is said to be refused by %q", name, refused)
		}
		// The command line has its own flags, and goes on as ever.
		if got, err := p.results(filepath.Join(source, "list.csv"), time.Now()); err != nil || filepath.Dir(got) != source {
			t.Errorf("%s: the command line saves as %s, %v", name, got, err)
		}
	}
}

func TestTheServiceAddressIsThatOfTheCloud(t *testing.T) {
	c := &connector{settings: setUp(t, func(s *settings.Settings) { s.Cloud = settings.CloudGovernment }).settings}
	t.Setenv("NUMBERLOADER_API_URL", "")
	if got := c.serviceAddress(); got != settings.CloudGovernment.Address() {
		t.Error(got)
	}
	t.Setenv("NUMBERLOADER_API_URL", "https://proxy.example/v1")
	if got := c.serviceAddress(); got != "https://proxy.example/v1" {
		t.Errorf("the environment does not go before the setting: %s", got)
	}
}

func TestPracticeBehavesAsItIsSet(t *testing.T) {
	t.Parallel()
	set := func(change func(*settings.Settings)) practice.Behavior {
		s := settings.Usual()
		change(&s)
		return behavior(s)
	}
	usual := set(func(*settings.Settings) {})
	if usual.Pace <= 0 || usual.ThrottleEvery != 20 || usual.FailEvery != 0 {
		t.Errorf("usually it is %+v", usual)
	}
	if got := set(func(s *settings.Settings) { s.Speed = settings.SpeedSlow }); got.Pace <= usual.Pace {
		t.Errorf("slow is %v, and usual %v", got.Pace, usual.Pace)
	}
	if got := set(func(s *settings.Settings) { s.Speed, s.Errors = settings.SpeedAtOnce, settings.ErrorsNone }); got != (practice.Behavior{}) {
		t.Errorf("without manners it is %+v", got)
	}
	some, many := set(func(s *settings.Settings) { s.Errors = settings.ErrorsSome }), set(func(s *settings.Settings) { s.Errors = settings.ErrorsMany })
	if some.FailEvery != 20 || many.FailEvery != 5 {
		t.Errorf("1 in %d and 1 in %d", some.FailEvery, many.FailEvery)
	}
}
