package probe

import (
	"context"
	"encoding/json"
	"image/color"
	"math"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func text(content string, x, y, width, height float32) *canvas.Text {
	t := canvas.NewText(content, nil)
	t.Move(fyne.NewPos(x, y))
	t.Resize(fyne.NewSize(width, height))
	return t
}

func show(t *testing.T, objects ...fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, container.NewWithoutLayout(objects...))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	return w
}

func TestLookListsWhatCanBeSeenWithItsPlace(t *testing.T) {
	hidden := text("hidden", 10, 60, 50, 10)
	hidden.Hide()
	group := container.NewWithoutLayout(text("in a group", 5, 5, 50, 10))
	group.Move(fyne.NewPos(100, 100))
	group.Resize(fyne.NewSize(60, 20))
	gone := container.NewWithoutLayout(text("in a hidden group", 5, 5, 50, 10))
	gone.Hide()
	w := show(t, text("first", 10, 20, 40, 12), hidden, text("", 10, 40, 50, 10), group, gone,
		text("cut", 290, 0, 50, 10), text("outside", 400, 0, 50, 10))
	want := View{Texts: []Text{
		{Text: "first", X: 10, Y: 20, Width: 40, Height: 12},
		{Text: "in a group", X: 105, Y: 105, Width: 50, Height: 10},
		{Text: "cut", X: 290, Y: 0, Width: 10, Height: 10},
	}}
	if diff := cmp.Diff(want, Look(w.Canvas()), cmpopts.IgnoreFields(Text{}, "Contrast")); diff != "" {
		t.Error(diff)
	}
}

func TestLookSeesIntoWidgetsAndPopUpsButNotPastTheEndOfAScroller(t *testing.T) {
	long := container.NewWithoutLayout(text("near", 0, 0, 50, 10), text("far", 0, 500, 50, 10))
	long.Resize(fyne.NewSize(60, 600))
	scroll := container.NewScroll(long)
	scroll.Resize(fyne.NewSize(100, 50))
	label := widget.NewLabel("a label")
	label.Move(fyne.NewPos(0, 100))
	label.Resize(label.MinSize())
	w := show(t, scroll, label)
	widget.NewModalPopUp(widget.NewLabel("a question"), w.Canvas()).Show()
	var seen []string
	for _, text := range Look(w.Canvas()).Texts {
		seen = append(seen, text.Text)
	}
	if diff := cmp.Diff([]string{"near", "a label", "a question"}, seen); diff != "" {
		t.Error(diff)
	}
}

func TestServeAnswersUntilItIsEnded(t *testing.T) {
	w := show(t, text("first", 10, 20, 40, 12))
	ctx, end := context.WithCancel(t.Context())
	socket := filepath.Join(t.TempDir(), "p.sock")
	if err := os.WriteFile(socket, nil, 0o600); err != nil { // as a program leaves it
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() { ended <- Serve(ctx, socket, w, func() bool { return true }) }()
	view := ask(t, socket, ended)
	if !view.Idle || len(view.Texts) != 1 || view.Texts[0].Text != "first" {
		t.Errorf("got %+v", view)
	}
	end()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if err := Serve(t.Context(), filepath.Join(socket, "no folder"), w, nil); err == nil {
		t.Error("a socket that cannot be made is no error")
	}
}

// ask asks until the socket is there, or serving it has ended.
func ask(t *testing.T, socket string, ended <-chan error) View {
	t.Helper()
	for {
		connection, err := (&net.Dialer{}).DialContext(t.Context(), "unix", socket)
		select {
		case err := <-ended:
			if runtime.GOOS == "windows" {
				t.Skip("Wine 8 and old versions of Windows have no Unix sockets: ", err)
			}
			t.Fatal(err)
		default:
		}
		if err != nil {
			continue
		}
		var view View
		if err := json.NewDecoder(connection).Decode(&view); err != nil {
			t.Fatal(err)
		}
		if err := connection.Close(); err != nil {
			t.Fatal(err)
		}
		return view
	}
}

func TestLookComputesTheContrastWithWhatIsPaintedBelow(t *testing.T) {
	panel := canvas.NewRectangle(color.White)
	panel.Resize(fyne.NewSize(100, 50))
	shade := canvas.NewRectangle(color.NRGBA{A: 0xFF})
	shade.Resize(fyne.NewSize(50, 50))
	on := func(x float32) *canvas.Text {
		of := text("text", x, 10, 20, 10)
		of.Color = color.Black
		return of
	}
	w := show(t, on(60), panel, on(60), shade, on(10))
	var got []float64
	for _, seen := range Look(w.Canvas()).Texts {
		got = append(got, math.Round(seen.Contrast))
	}
	if len(got) != 3 || got[1] != 21 || got[2] != 1 {
		t.Errorf("black on the window, on white and on black has the contrasts %v", got)
	}
}

func TestLookSaysWhatCanNotBePressed(t *testing.T) {
	w := show(t, text("on", 10, 10, 20, 10), text("off", 10, 30, 20, 10))
	texts := w.Content().(*fyne.Container).Objects                               //nolint:forcetypeassert // show made it
	texts[1].(*canvas.Text).Color = fynetheme.Color(fynetheme.ColorNameDisabled) //nolint:forcetypeassert // as above
	if seen := Look(w.Canvas()).Texts; len(seen) != 2 || seen[0].Off || !seen[1].Off {
		t.Errorf("seen are %+v", seen)
	}
}
