package settings

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"

	"numberloader/internal/atomicfile"
	"numberloader/internal/plan"
)

// mostBytes is more than the file ever has.
const mostBytes = 1 << 16

// Store has the settings that count now and keeps them in a file. Its methods may be
// called from any goroutine. Use Open.
type Store struct {
	path string

	mu  sync.Mutex
	now Settings
}

// Open returns the settings in the file at path. What it lacks, or holds wrongly, is as
// at the first start, and so is everything if there is no file.
func Open(path string) *Store { return &Store{path: path, now: read(path)} }

// form is how settings stand in the file.
type form struct {
	Country    string `json:"country"`
	Mobile     int    `json:"mobileInRequest"`
	Others     int    `json:"othersInRequest"`
	OneRequest bool   `json:"oneRequest"`
	Look       Look   `json:"look"`
	TextSize   int    `json:"textSize"`
	Speed      Speed  `json:"practiceSpeed"`
	Errors     Errors `json:"practiceErrors"`
	Cloud      Cloud  `json:"cloud"`
	Results    Place  `json:"results"`
	Otherwise  Place  `json:"resultsOtherwise"`
}

func formOf(s Settings) form {
	return form{
		s.Country, s.Limits.Mobile, s.Limits.Others, s.Limits.OneRequest, s.Look, s.TextSize,
		s.Speed, s.Errors, s.Cloud, s.Results, s.Otherwise,
	}
}

func (f form) settings() Settings {
	return Settings{
		Country: f.Country, Limits: plan.Limits{Mobile: f.Mobile, Others: f.Others, OneRequest: f.OneRequest},
		Look: f.Look, TextSize: f.TextSize, Speed: f.Speed, Errors: f.Errors, Cloud: f.Cloud,
		Results: f.Results, Otherwise: f.Otherwise,
	}
}

func read(path string) Settings {
	found := formOf(Usual())
	if info, err := os.Stat(path); err != nil || info.Size() > mostBytes {
		return Usual()
	}
	text, err := os.ReadFile(path) //nolint:gosec // a file of the program
	if err != nil || json.Unmarshal(text, &found) != nil {
		return Usual()
	}
	return found.settings().valid()
}

// Now are the settings that count now.
func (s *Store) Now() Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

// Set lets other settings count from now on. They are not written yet.
func (s *Store) Set(now Settings) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = now.valid()
}

// Save writes the settings that count now. The file is whole or as it was before.
func (s *Store) Save() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, err := json.MarshalIndent(formOf(s.now), "", "\t")
	if err == nil {
		err = atomicfile.Replace(s.path, text)
	}
	if err != nil {
		return fmt.Errorf("save the settings: %w", err)
	}
	return nil
}
