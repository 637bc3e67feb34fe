package cli

import (
	"context"
	"io"
	"strings"
	"testing"

	"numberloader/cli/console"
	"numberloader/internal/fault"
)

// enter signs in with the integration of a world on a terminal or without one.
func enter(ctx context.Context, w *world, terminal bool, out io.Writer) (status int, told string) {
	var errs strings.Builder
	p := w.program()
	p.Stdin, p.Stdout, p.Stderr, p.StdinTerminal = strings.NewReader("client\nsecret\n"), out, &errs, terminal
	status = Run(ctx, []string{"sign-in"}, p)
	return status, errs.String()
}

func TestASignInThatFailsHasItsStatus(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		set  func(*world)
		want int
	}{
		{"no connection", func(w *world) { w.connectErr = &fault.Error{Kind: fault.Unreachable} }, 5},
		{"refused", func(w *world) { w.accountErr = &fault.Error{Kind: fault.TokenRefused} }, 4},
		{"not kept", func(w *world) { w.signIn.keychain = false }, 4},
	} {
		w := newWorld()
		w.signIn.keychain = true
		tt.set(w)
		if status, told := enter(t.Context(), w, false, io.Discard); status != tt.want || told == "" {
			t.Errorf("%s: status %d, told %q", tt.name, status, told)
		}
		if w.closed != len(w.connected) {
			t.Errorf("%s: closed %d of %d connections", tt.name, w.closed, len(w.connected))
		}
	}
}

func TestACodeThatNobodyReadsIsTold(t *testing.T) {
	t.Parallel()
	w := newWorld()
	w.signIn.keychain = true
	if status, told := enter(t.Context(), w, false, &narrow{}); status != console.StatusFailed || !strings.Contains(told, "could not be shown") {
		t.Errorf("status %d, told %q", status, told)
	}
}

func TestAStopEndsASignIn(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, terminal := range []bool{false, true} {
		w := newWorld()
		if status, _ := enter(ctx, w, terminal, io.Discard); status != console.StatusStopped || w.signIn.kept != "" {
			t.Errorf("terminal %v: status %d", terminal, status)
		}
	}
}

func TestASignOutThatFailsSaysSo(t *testing.T) {
	t.Parallel()
	w := newWorld()
	w.saveErr = &fault.Error{Kind: fault.SaveFailed}
	if status, stdout, _ := invoke(t.Context(), w, "sign-out"); status != 1 || stdout != "" {
		t.Errorf("status %d, printed %q", status, stdout)
	}
}
