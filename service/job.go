package service

import (
	"numberloader/internal/run"
)

// job is work on a run under way: adding, settling, an undo or an activation.
// Its workers share it.
type job struct {
	*ledger
	*gate

	service *Service
	work    run.Work
	person  string            // who is signed in
	lines   []run.Line        // as they were when the work began
	names   map[string]string // of the locations, by ID
}

func (s *Service) newJob(journal Journal, lines []run.Line, work run.Work) *job {
	l := &ledger{journal: journal, progress: work.Progress, final: make([]bool, len(lines))}
	return &job{
		ledger: l, gate: &gate{settings: &s.settings, pause: work.Pause, waits: l.report, pace: newPace()},
		service: s, work: work, lines: lines,
	}
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
