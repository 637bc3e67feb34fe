package cli

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// TestScripts holds what the verbs print, to the letter. In a script,
//
//	loader STATUS ARG…
//
// runs the command line and expects the exit status. The environment of the
// script sets the world: SIGNED_IN, ROLE, TERMINAL (standard input and error are
// one), ANSWER (standard input, \n for a line break), STOP_AFTER (requests), HOME_ORG (the
// organization of who is signed in), CUSTOMERS (those of a partner) and KEYCHAIN.
// WORK_IN_JSON is the script's folder as JSON writes it, with a separator behind.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/scripts",
		UpdateScripts:       os.Getenv("NUMBERLOADER_GOLDEN") == "write",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Values["world"] = newWorld()
			folder, err := json.Marshal(env.WorkDir + string(filepath.Separator))
			env.Setenv("WORK_IN_JSON", strings.Trim(string(folder), `"`))
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"loader":  func(ts *testscript.TestScript, _ bool, args []string) { loader(t.Context(), ts, args) },
			"vouched": vouched,
		},
	})
}

func loader(ctx context.Context, ts *testscript.TestScript, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: loader STATUS ARG…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	w, ok := ts.Value("world").(*world)
	if !ok {
		ts.Fatalf("there is no world")
	}
	w.connectErr, w.stopErr, w.role = nil, nil, run.RoleFullAdministrator
	if ts.Getenv("SIGNED_IN") == "" {
		w.connectErr = &fault.Error{Kind: fault.SignedOut}
	}
	if role := ts.Getenv("ROLE"); role == "other" {
		w.role = run.RoleOther
	} else if role == "unknown" {
		w.role = run.RoleUnknown
	}
	if w.stopAfter, err = strconv.Atoi("0" + ts.Getenv("STOP_AFTER")); w.stopAfter > 0 {
		w.stopErr = &fault.Error{Kind: fault.Stopped}
	}
	ts.Check(err)
	w.home, w.customers, w.signIn.keychain = "org", nil, ts.Getenv("KEYCHAIN") != ""
	if id := ts.Getenv("HOME_ORG"); id != "" {
		w.home = id
	}
	for id := range strings.FieldsSeq(ts.Getenv("CUSTOMERS")) {
		w.customers = append(w.customers, run.Organization{ID: id, Name: "Organization " + id})
	}
	p := w.program()
	answer := strings.ReplaceAll(ts.Getenv("ANSWER"), `\n`, "\n")
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(answer), ts.Stdout(), ts.Stderr()
	p.StdinTerminal = ts.Getenv("TERMINAL") != ""
	p.StderrTerminal = p.StdinTerminal
	paths := args[1:]
	for i := range paths {
		if strings.HasSuffix(paths[i], ".csv") || strings.HasSuffix(paths[i], ".xlsx") || strings.HasSuffix(paths[i], ".txt") {
			paths[i] = ts.MkAbs(paths[i])
		}
	}
	if got := Run(ctx, paths, p); got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// vouched expects that the last run has exactly this location's PSTN vouched for.
func vouched(ts *testscript.TestScript, _ bool, args []string) {
	w, ok := ts.Value("world").(*world)
	if !ok || !slices.Equal(w.draft.Confirmed, args) {
		ts.Fatalf("got %q, want %q", w.draft.Confirmed, args)
	}
}
