package press

import "testing"

func TestScrollingStaysWithinTheWhole(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ offset, at, length, want float32 }{
		"seen":            {50, 100, 20, 50},
		"below":           {0, 200, 20, 128},
		"above":           {300, 100, 20, 92},
		"at the top":      {300, 3, 20, 0},
		"at the bottom":   {0, 480, 20, 400},
		"longer than all": {0, 200, 150, 192},
	} {
		if got := scrolledTo(c.offset, 100, 500, c.at, c.length); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
