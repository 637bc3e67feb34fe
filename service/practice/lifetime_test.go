package practice_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"time"

	"numberloader/internal/fault"
	"numberloader/service/practice"
)

func TestNumbersSurviveTheProgram(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "data", "practice.json")
	c := start(t, practice.Options{StatePath: path})
	c.add("Kansas City", "DID", "+18165550100", "+18165550101")
	c.call(http.MethodDelete, c.numbersOf("Kansas City"), `{"phoneNumbers":["+18165550100"]}`)

	again := start(t, practice.Options{StatePath: path})
	if _, ok := again.find("+18165550101"); !ok {
		t.Error("an added number was forgotten")
	}
	if _, ok := again.find("+18165550100"); ok {
		t.Error("a removed number came back")
	}
	if fresh := start(t, practice.Options{}); len(fresh.list("?phoneNumber=%2B18165550101")) != 0 {
		t.Error("an organization in memory has numbers of another one")
	}
}

func TestWhatAnotherProgramAddsIsSeen(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "practice.json")
	one, other := start(t, practice.Options{StatePath: path}), start(t, practice.Options{StatePath: path})
	one.add("Kansas City", "DID", "+18165550100")
	other.add("Kansas City", "DID", "+18165550101")
	one.add("Kansas City", "DID", "+18165550102")
	for _, c := range []*client{one, other} {
		for _, text := range []string{"+18165550100", "+18165550101", "+18165550102"} {
			if _, ok := c.find(text); !ok {
				t.Errorf("%s is missing", text)
			}
		}
	}
}

func TestADamagedStateFileIsPutAside(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{
		"empty": "", "cut": `{"version":1,"numbers":[{"phon`, "another version": `{"version":99,"numbers":[]}`, "other JSON": `[]`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "practice.json")
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			c := start(t, practice.Options{StatePath: path})
			if _, ok := c.find("+18165550199"); !ok {
				t.Error("the organization is not a new one")
			}
			if kept, err := os.ReadFile(path + ".damaged"); err != nil || string(kept) != content {
				t.Errorf("put aside: %q %v", kept, err)
			}
			if got := c.add("Kansas City", "DID", "+18165550100"); got.status != http.StatusCreated {
				t.Errorf("add: %d %s", got.status, got.body)
			}
		})
	}
}

// TestAddingDoesNotWriteAllNumbersAnew looks at the file after each request, and begins
// with one of the first version as with a whole one and one whose end was cut.
func TestAddingDoesNotWriteAllNumbersAnew(t *testing.T) {
	t.Parallel()
	const first = `{"version":1,"numbers":[]}`
	for name, c := range map[string]struct {
		before string
		has    []string // besides what is added
	}{
		"none":                 {},
		"of the first version": {before: first},
		"whole": {
			`{"version":2,"numbers":[]}` + "\n" + `[{"phoneNumber":"+18165550150","location":"L","type":"DID","usage":"NONE","state":"ACTIVE"}]` + "\n",
			[]string{"+18165550150"},
		},
		"cut": {before: `{"version":2,"numbers":[]}` + "\n" + `[{"phoneNumber":"+18165550150","loc`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "practice.json")
			if c.before != "" {
				if err := os.WriteFile(path, []byte(c.before), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			one := start(t, practice.Options{StatePath: path})
			one.add("Kansas City", "DID", "+18165550100")
			begin, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			one.add("Kansas City", "DID", "+18165550101", "+18165550102")
			grown, err := os.ReadFile(path)
			if err != nil || !strings.HasPrefix(string(grown), string(begin)) || strings.Count(string(grown[len(begin):]), "phoneNumber") != 2 {
				t.Errorf("the file was %s and is %s (%v)", begin, grown, err)
			}
			again := start(t, practice.Options{StatePath: path})
			for _, text := range append(c.has, "+18165550100", "+18165550101", "+18165550102") {
				if _, ok := again.find(text); !ok {
					t.Errorf("%s is lost", text)
				}
			}
			if _, ok := again.find("+18165550150"); ok != (len(c.has) > 0) {
				t.Error("what was cut counts as done")
			}
		})
	}
}

func TestNumbersThatCannotBeSavedAreNotAdded(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "data")
	c := start(t, practice.Options{StatePath: filepath.Join(folder, "practice.json")})
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	if got := c.add("Kansas City", "DID", "+18165550100"); got.status != http.StatusInternalServerError {
		t.Errorf("add: %d %s", got.status, got.body)
	}
	if got := c.call(http.MethodDelete, c.numbersOf("Kansas City"), `{"phoneNumbers":["+18165550197"]}`); got.status != http.StatusInternalServerError {
		t.Errorf("remove: %d %s", got.status, got.body)
	}
	if _, ok := c.find("+18165550100"); ok {
		t.Error("the number is listed")
	}
	if _, ok := c.find("+18165550197"); !ok {
		t.Error("the other number is gone")
	}
}

func TestAStateFileThatIsSpoiledMeanwhileIsAnErrorOfTheService(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "practice.json")
	c := start(t, practice.Options{StatePath: path})
	if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	const validate = "/telephony/config/actions/validateNumbers/invoke"
	numbers := `{"phoneNumbers":["+18165550100"]}`
	for _, call := range []struct{ method, path string }{
		{http.MethodGet, "/telephony/config/numbers"},
		{http.MethodPost, validate},
		{http.MethodPost, c.numbersOf("Kansas City")},
		{http.MethodPut, c.numbersOf("Kansas City")},
	} {
		if got := c.call(call.method, call.path, numbers); got.status != http.StatusInternalServerError {
			t.Errorf("%s %s: %d", call.method, call.path, got.status)
		}
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "{" {
		t.Errorf("the file was overwritten with %q (%v)", text, err)
	}
}

func TestNoTempFilesStayBehind(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	c := start(t, practice.Options{StatePath: filepath.Join(folder, "practice.json")})
	c.add("Kansas City", "DID", "+18165550100")
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 1 {
		t.Fatalf("files: %v (%v)", files, err)
	}
	info, err := files[0].Info()
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the file: %v", info.Mode())
	}
}

func TestStartSaysWhyItFails(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for name, options := range map[string]practice.Options{
		"its folder is a file":   {StatePath: filepath.Join(file, "practice.json"), Random: &counting{}},
		"its file is a folder":   {StatePath: folder, Random: &counting{}},
		"no random numbers":      {Random: iotest.ErrReader(errors.New("broken"))},
		"too few random numbers": {Random: strings.NewReader("few")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			options.Now, options.Sleep = noon, neverSleep
			server, err := practice.Start(options)
			if err == nil {
				_ = server.Close()
			}
			if _, ok := errors.AsType[*fault.Error](err); !ok {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestTheOrganizationListensOnTheLoopbackAddressOnly(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	if url := c.server.URL(); !strings.HasPrefix(url, "http://127.0.0.1:") || !strings.HasSuffix(url, "/v1") {
		t.Errorf("address %q", url)
	}
}

func TestCloseEndsTheService(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	for range 2 {
		if err := c.server.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := c.try(http.MethodGet, "/people/me", ""); err == nil {
		t.Errorf("answered with %d", got.status)
	}
}

// TestAFaultWhileARequestIsAnsweredComesHome cuts the connection, as a client that went
// away does, of which nothing is told.
func TestAFaultWhileARequestIsAnsweredComesHome(t *testing.T) {
	t.Parallel()
	told := make(chan *fault.PanicError, 1)
	sleeps := make(chan func() error, 2)
	sleeps <- func() error { panic("no clock") }
	sleeps <- func() error { return context.Canceled }
	c := start(t, practice.Options{
		Behavior: always(practice.Behavior{Pace: time.Second}),
		Sleep:    func(context.Context, time.Duration) error { return (<-sleeps)() },
		OnFault:  func(caught *fault.PanicError) { told <- caught },
	})
	add := func() {
		if got, err := c.try(http.MethodPost, c.numbersOf("Kansas City"), `{"phoneNumbers":["+18165550123"],"numberType":"DID"}`); err == nil {
			t.Errorf("answered with %d", got.status)
		}
	}
	add()
	if caught := <-told; caught.What != "no clock" {
		t.Errorf("told of %v", caught)
	}
	if add(); len(told) > 0 {
		t.Errorf("told of %v", <-told)
	}
}

func TestOnlyChangesTakeTheirTime(t *testing.T) {
	t.Parallel()
	var slept atomic.Int64
	c := start(t, practice.Options{Behavior: always(practice.Behavior{Pace: 300 * time.Millisecond}), Sleep: func(_ context.Context, d time.Duration) error {
		slept.Add(int64(d))
		return nil
	}})
	if slept.Load() != 0 {
		t.Errorf("a read took %v", time.Duration(slept.Load()))
	}
	c.add("Kansas City", "DID", "+18165550100")
	if got := time.Duration(slept.Load()); got != 300*time.Millisecond {
		t.Errorf("an add took %v", got)
	}
}

func TestAClientThatHasGoneGetsNothingDone(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{Behavior: always(practice.Behavior{Pace: time.Second}), Sleep: func(context.Context, time.Duration) error { return context.Canceled }})
	if _, err := c.try(http.MethodPost, c.numbersOf("Kansas City"), `{"phoneNumbers":["+18165550100"]}`); !errors.Is(err, io.EOF) {
		t.Errorf("got %v", err)
	}
	if _, ok := c.find("+18165550100"); ok {
		t.Error("the number was added")
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	const text = "+18165550100"
	for name, test := range map[string]struct {
		fault  practice.Fault
		status int // 0: no answer
		added  bool
	}{
		"none":                    {practice.Fault{}, 201, true},
		"cut before":              {practice.Fault{Drop: true}, 0, false},
		"cut after":               {practice.Fault{Drop: true, Late: true}, 0, true},
		"an error before":         {practice.Fault{Status: 503}, 503, false},
		"an error after":          {practice.Fault{Status: 500, Late: true}, 500, true},
		"a wait":                  {practice.Fault{Status: 429, RetryAfter: "7"}, 429, false},
		"a delay":                 {practice.Fault{Delay: time.Second}, 201, true},
		"a delay nobody sits out": {practice.Fault{Delay: time.Hour}, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sleep := func(_ context.Context, d time.Duration) error {
				if d >= time.Hour {
					return context.DeadlineExceeded
				}
				return nil
			}
			c := start(t, practice.Options{Sleep: sleep, Faults: func(r *http.Request) practice.Fault {
				if r.Method == http.MethodPost {
					return test.fault
				}
				return practice.Fault{}
			}})
			got, err := c.try(http.MethodPost, c.numbersOf("Kansas City"), `{"phoneNumbers":["`+text+`"]}`)
			if (err == nil) != (test.status != 0) || got.status != test.status {
				t.Errorf("status %d (%v), wanted %d", got.status, err, test.status)
			}
			if err == nil && got.header.Get("Retry-After") != test.fault.RetryAfter {
				t.Errorf("Retry-After %q", got.header.Get("Retry-After"))
			}
			if _, ok := c.find(text); ok != test.added {
				t.Errorf("added: %v, wanted %v", ok, test.added)
			}
		})
	}
}
