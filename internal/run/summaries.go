package run

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"numberloader/internal/atomicfile"
)

// summariesName is the file beside the journals that keeps what the history shows of
// them, so that it need not read them again. It may be lost, damaged or old at any
// time: what does not fit a journal is read from that.
const summariesName = "summaries.json"

// atRest is for how long a journal has to be unchanged before its summary is kept.
// Some file systems give two changes within seconds the same time.
const atRest = 3 * time.Second

// keptSummary is a Summary as the file has it, with the journal that it was read from.
type keptSummary struct {
	Size         int64              `json:"size"` // bytes of the journal
	Modified     time.Time          `json:"modified"`
	Started      time.Time          `json:"started"`
	Took         time.Duration      `json:"took"`
	File         string             `json:"file"`
	Organization organizationRecord `json:"organization"`
	State        string             `json:"state"`
	Stage        string             `json:"stage"`
	Counts       map[string]int     `json:"counts"`
	Requests     int                `json:"requests"`
	Activating   int                `json:"activating,omitempty"`
}

// summaries are those of the runs with these IDs, without files that hold no run.
func (s *Store) summaries(ids []string) []Summary {
	var all []Summary
	kept, still := s.keptSummaries(), map[string]keptSummary{}
	read := false
	for _, id := range ids {
		journal, err := os.Stat(s.path(id))
		if k := kept[id]; err == nil && k.isOf(journal) {
			if summary, err := k.summary(id); err == nil {
				all, still[id] = append(all, summary), k
				continue
			}
		}
		summary, ok := s.summary(id)
		if !ok {
			continue
		}
		all = append(all, summary)
		if err == nil && !summary.Damaged && s.now().Sub(journal.ModTime()) > atRest {
			still[id], read = newKeptSummary(&summary, journal), true
		}
	}
	if read || len(still) < len(kept) {
		s.keepSummaries(still)
	}
	return all
}

// isOf reports whether the journal is the one that was read, and has not changed since.
func (k *keptSummary) isOf(journal os.FileInfo) bool {
	return k.Size == journal.Size() && k.Modified.Equal(journal.ModTime())
}

// keptSummaries are those of the file, none if it can't be read.
func (s *Store) keptSummaries() map[string]keptSummary {
	kept := map[string]keptSummary{}
	text, err := os.ReadFile(filepath.Join(s.dir, summariesName))
	if err != nil || json.Unmarshal(text, &kept) != nil {
		return nil
	}
	return kept
}

// keepSummaries writes the file. Where that fails, the next list takes longer.
func (s *Store) keepSummaries(kept map[string]keptSummary) {
	if text, err := json.Marshal(kept); err == nil {
		_ = atomicfile.Replace(filepath.Join(s.dir, summariesName), text)
	}
}

func newKeptSummary(s *Summary, journal os.FileInfo) keptSummary {
	k := keptSummary{
		Size: journal.Size(), Modified: journal.ModTime(), Started: s.Started, Took: s.Took, File: s.File,
		Organization: organizationRecord(s.Organization),
		State:        s.State.String(), Stage: s.Stage.word(), Counts: map[string]int{}, Requests: s.Requests, Activating: s.Activating,
	}
	for outcome, n := range s.Counts {
		k.Counts[outcome.String()] = n
	}
	return k
}

// summary is what was kept. The error says that it holds a word that is not known.
func (k *keptSummary) summary(id string) (Summary, error) {
	var errs [2]error
	s := Summary{
		ID: id, Started: k.Started, Took: k.Took, File: k.File, Organization: Organization(k.Organization),
		Counts: Counts{}, Requests: k.Requests, Activating: k.Activating,
	}
	s.State, errs[0] = byWord(k.State, []State{Unfinished, Finished, Undone}, State.String)
	s.Stage, errs[1] = byWord(k.Stage, stages(), Stage.word)
	for word, n := range k.Counts {
		outcome, err := byWord(word, Outcomes(), Outcome.String)
		if err != nil {
			return Summary{}, err
		}
		s.Counts[outcome] = n
	}
	return s, errors.Join(errs[:]...)
}
