package platform

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestPhoneNumbersAreMasked(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{"", ""},
		{"+19136748203", "+1913***8203"},
		{"[Error 8363] DN is in use : +19136748203", "[Error 8363] DN is in use : +1913***8203"},
		{`"9136748203", "(913) 674-8203".`, `"9136***8203", "9136***8203".`},
		{"+1 913 674 8203, +44 20 7946 0018", "+1913***8203, +4420***0018"},
		{"phoneNumber=%2B19136748203&max=1", "phoneNumber=+1913***8203&max=1"},
		{"x+19136748203x", "x+1913***8203x"},
		{"+1.913.674.8203", "+1913***8203"},
		{"674-8203", "***03"},
		{"+123456789", "+1234***6789"},
		{"911, 25024, 100,000 rows, 8361", "911, 25024, 100,000 rows, 8361"},
		{"2026-11-23 1412 dids.csv", "2026-11-23 1412 dids.csv"},
		{"run 20261123-141205-7f3a", "run 20261123-141205-7f3a"},
		{"dial tcp 192.168.100.200:443: refused", "dial tcp 192.168.100.200:443: refused"},
		{"ROUTERGW_420fc302-472e-4015-9cdf-a32cb0a99e02", "ROUTERGW_420fc302-472e-4015-9cdf-a32cb0a99e02"},
		{"goroutine 1 [running]: main.f(0x14000012345678)", "goroutine 1 [running]: main.f(0x14000012345678)"},
	}
	for _, test := range tests {
		if got := maskNumbers(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

// Whatever stands around a number with a plus sign, its middle is gone.
func TestNoWholeNumberIsLeft(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`[1-9][0-9]{8,14}`).Draw(t, "number")
		text := rapid.StringMatching(`[a-z ,"]{0,5}`).Draw(t, "before") + "+" + digits + rapid.StringMatching(`[a-z ,"]{0,5}`).Draw(t, "after")
		if got := maskNumbers(text); strings.Contains(got, digits) || !strings.Contains(got, "+"+digits[:4]+"***") {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

// Where the quick look finds no digits that may be a number, nothing is masked.
func TestTheQuickLookMissesNoNumber(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([0-9]{1,4}[ ().\x{a0}\x{2010}-]{0,3}|[a-z_%+:]{1,2}|%2B|x[0-9]{3,8}-{0,3}){0,12}`).Draw(t, "text")
		if masked := maskRuns(text); masked != text && !mayHaveRun(text) {
			t.Fatalf("%q becomes %q", text, masked)
		}
	})
}

// BenchmarkMask masks what is logged of a call.
func BenchmarkMask(b *testing.B) {
	for b.Loop() {
		for _, text := range []string{
			"add numbers", "POST", "/v1/telephony/config/locations/Y2lzY29zcGFyazovL3VzL0xPQ0FUSU9OL2FlM2YtMQ/numbers", "",
			"NUMBERLOADER_ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ROUTERGW_420fc302-472e-4015-9cdf-a32cb0a99e02",
		} {
			maskNumbers(text)
		}
	}
}

type holder struct{ Number string }

func TestTheLogFileHasNoPhoneNumber(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	log, file := OpenLog(folder, slog.LevelInfo)
	log = log.With(slog.String("with", "+19136748203"))
	log.WithGroup("+group").Info("added +19136748203",
		slog.Any("error", fmt.Errorf("add: %w", errors.New("DN is in use : +19136748203"))),
		slog.Any("holder", holder{"+19136748203"}),
		slog.Any("texts", []string{"(913) 674-8203"}),
		slog.Group("request", slog.String("number", "19136748203"), slog.Int("count", 1234567)),
		slog.Duration("took", 1234567*time.Microsecond),
	)
	log.Debug("not written")
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(LogFile(folder))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(text, []byte("6748")) || bytes.Count(text, []byte("***8203")) != 6 {
		t.Errorf("the log says %s", text)
	}
	for _, kept := range []string{`"count":1234567`, `"took":1234567000`} {
		if !bytes.Contains(text, []byte(kept)) {
			t.Errorf("%s is missing in %s", kept, text)
		}
	}
	if lines := bytes.Count(text, []byte("\n")); lines != 1 {
		t.Errorf("%d lines", lines)
	}
}
