package compare

import (
	"time"

	"numberloader/internal/run"
)

// Comparison is a list beside an organization, and what is told of it as a whole.
type Comparison struct {
	List         string // path of the list
	Organization run.Organization
	Read         time.Time // when the organization was read
	Pairs        []Pair
	Lacks        int    // numbers that the organization counts and that could not be read
	Program      string // version of the program
}
