package gui

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
)

// table is a desktop on which the window stands somewhere.
type table struct {
	spot      image.Rectangle // empty if that is not known
	maximized bool
	rooms     []image.Rectangle
	filled    int // how often the window was to fill its screen
}

func (d *table) Spot(any) (content image.Rectangle, maximized, ok bool) {
	return d.spot, d.maximized, !d.spot.Empty()
}
func (d *table) Maximize(any)             { d.filled++ }
func (d *table) Rooms() []image.Rectangle { return d.rooms }

func TestAWindowGoesBackWhereItStoodOrOnScreen(t *testing.T) {
	t.Parallel()
	laptop, right := image.Rect(0, 0, 1280, 800), image.Rect(1280, 0, 3200, 1080)
	for name, tt := range map[string]struct {
		place image.Rectangle
		rooms []image.Rectangle
		want  image.Rectangle
	}{
		"all of it is there":          {image.Rect(100, 50, 1200, 770), []image.Rectangle{laptop}, image.Rect(100, 50, 1200, 770)},
		"it spans two screens":        {image.Rect(800, 50, 1900, 770), []image.Rectangle{laptop, right}, image.Rect(800, 50, 1900, 770)},
		"its screen is gone":          {image.Rect(1500, 50, 2600, 770), []image.Rectangle{laptop}, image.Rect(180, 50, 1280, 770)},
		"the right of two is gone":    {image.Rect(800, 50, 1900, 770), []image.Rectangle{laptop}, image.Rect(180, 50, 1280, 770)},
		"its screen was larger":       {image.Rect(1300, 100, 3100, 1000), []image.Rectangle{laptop}, image.Rect(0, frameRoom, 1280, 800)},
		"it stood above the screens":  {image.Rect(100, -900, 1200, -180), []image.Rectangle{laptop, right}, image.Rect(100, frameRoom, 1200, frameRoom+720)},
		"most of it is on the second": {image.Rect(1200, 400, 2300, 1120), []image.Rectangle{laptop, right}, image.Rect(1280, 360, 2380, 1080)},
		"two screens show the same":   {image.Rect(640, 50, 1920, 770), []image.Rectangle{laptop, laptop}, image.Rect(0, 50, 1280, 770)},
		"the desktop says nothing":    {image.Rect(1500, 50, 2600, 770), nil, image.Rect(1500, 50, 2600, 770)},
	} {
		if got := onScreen(tt.place, tt.rooms); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

func TestTheSizeAndPlaceOfTheWindowAreRemembered(t *testing.T) {
	on := &table{spot: image.Rect(30, 40, 1030, 690)}
	d := sit(t, nil, func(p *Program) { p.Desktop = on })
	d.window.window.Resize(fyne.NewSize(1000, 650))
	d.press("File", "Quit")
	preferences := d.app.Preferences()
	if preferences.Float(prefWidth) != 1000 || preferences.Float(prefHeight) != 650 {
		t.Errorf("remembered %v × %v", preferences.Float(prefWidth), preferences.Float(prefHeight))
	}
	if got := keptPlace(preferences.StringList(prefPlace)); got != on.spot || preferences.Bool(prefMaximized) {
		t.Errorf("remembered %v", got)
	}
}

// TestAWindowThatWasMovedIsRememberedWhileItIsOpen does not close it.
func TestAWindowThatWasMovedIsRememberedWhileItIsOpen(t *testing.T) {
	on := &table{spot: image.Rect(30, 40, 1030, 690)}
	d := sit(t, nil, func(p *Program) { p.Desktop = on })
	d.window.rememberPlace()
	on.spot = image.Rect(300, 200, 1300, 850)
	d.window.rememberPlace()
	kept := func() image.Rectangle { return keptPlace(d.app.Preferences().StringList(prefPlace)) }
	if kept() != on.spot {
		t.Errorf("remembered %v", kept())
	}
	d.app.Preferences().SetStringList(prefPlace, nil)
	if d.window.rememberPlace(); !kept().Empty() {
		t.Error("a window that stands still is remembered again")
	}
	d.press("File", "Quit")
	on.spot = image.Rect(0, 0, 100, 100) // as what is no more may seem to stand
	if d.window.rememberPlace(); kept() == on.spot {
		t.Error("a window that is closed is remembered")
	}
}

// TestAWindowIsNoLargerThanItsScreen begins where a larger screen was the last time.
func TestAWindowIsNoLargerThanItsScreen(t *testing.T) {
	d := sit(t, nil, func(p *Program) {
		p.Desktop = &table{rooms: []image.Rectangle{image.Rect(0, 0, 1100, 600+frameRoom)}}
		p.Preferences.SetFloat(prefWidth, 2200)
		p.Preferences.SetFloat(prefHeight, 1200)
		p.Preferences.SetStringList(prefPlace, []string{image.Rect(0, 0, 2200, 1200).String()})
	})
	d.window.recallPlace()
	if size := d.window.window.Canvas().Size(); size != fyne.NewSize(1100, 600) {
		t.Errorf("the window is %v", size)
	}
}

// TestAMaximizedWindowKeepsWhatItIsPutBackTo closes a window that fills its screen.
func TestAMaximizedWindowKeepsWhatItIsPutBackTo(t *testing.T) {
	on := &table{spot: image.Rect(0, 0, 1920, 1080), maximized: true}
	d := sit(t, nil, func(p *Program) {
		p.Desktop = on
		p.Preferences.SetFloat(prefWidth, 1000)
		p.Preferences.SetFloat(prefHeight, 650)
	})
	d.window.recallPlace()
	if size := d.window.window.Canvas().Size(); size != fyne.NewSize(1000, 650) {
		t.Errorf("the window is %v", size)
	}
	d.window.window.Resize(fyne.NewSize(1920, 1080))
	d.press("File", "Quit")
	preferences := d.app.Preferences()
	if preferences.Float(prefWidth) != 1000 || len(preferences.StringList(prefPlace)) > 0 || !preferences.Bool(prefMaximized) {
		t.Errorf("remembered %v at %q", preferences.Float(prefWidth), preferences.StringList(prefPlace))
	}
	d.window.Show()
	if on.filled == 0 {
		t.Error("the window does not fill its screen again")
	}
}

func TestAPlaceThatCannotBeReadIsNone(t *testing.T) {
	t.Parallel()
	for _, kept := range [][]string{nil, {""}, {"(1,2)-(3"}, {"(1,2)-(3,4)", "(1,2)-(3,4)"}} {
		if got := keptPlace(kept); !got.Empty() {
			t.Errorf("%q is %v", kept, got)
		}
	}
}
