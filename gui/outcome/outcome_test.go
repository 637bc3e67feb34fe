package outcome

import (
	"strings"
	"testing"

	"numberloader/gui/theme"
	"numberloader/internal/run"
)

func TestEveryOutcomeHasALookOfItsOwn(t *testing.T) {
	t.Parallel()
	looks := map[string]run.Outcome{}
	for _, o := range run.Outcomes() {
		look := Icon(o).Name()
		if other, taken := looks[look]; taken && (o != run.NotRemoved || other != run.NotActivated) {
			t.Errorf("%v and %v look like %s", o, other, look)
		}
		looks[look] = o
	}
}

func TestOnlyExceptionsSpeak(t *testing.T) {
	t.Parallel()
	for o, want := range map[run.Outcome]string{
		run.Added: string(theme.ColorSecondary), run.Activated: string(theme.ColorSecondary), run.Removed: string(theme.ColorSecondary),
		run.Kept: string(theme.ColorInfo), run.NotRemoved: string(theme.ColorError), run.NotKnown: string(theme.ColorWarn),
	} {
		if got := string(WordColor(o)); got != want {
			t.Errorf("%v is written in %s, want %s", o, got, want)
		}
	}
}

func TestTheDrawingsAreFillsOnly(t *testing.T) {
	t.Parallel()
	files, err := drawings.ReadDir("icons")
	if err != nil || len(files) != 5 {
		t.Fatalf("%d drawings (%v)", len(files), err)
	}
	for _, file := range files {
		text, err := drawings.ReadFile("icons/" + file.Name())
		if err != nil || !strings.Contains(string(text), "<path") || strings.Contains(string(text), "stroke") {
			t.Errorf("%s can't be recolored (%v)", file.Name(), err)
		}
	}
	if got := Undone().Name(); !strings.Contains(got, "nl-undone.svg") {
		t.Errorf("the resource is called %q", got)
	}
}

func TestAnUnknownDrawingIsAMistakeOfOurs(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("a drawing came from nowhere")
		}
	}()
	own("nobody", theme.ColorOK)
}
