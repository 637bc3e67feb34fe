package service

import (
	"context"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
	"numberloader/service/servicetest"
	"numberloader/service/webex"
)

// rig is a service over HTTP, with journals on disk, in one organization.
type rig struct {
	*Service
	*organization
	folder  string
	journal func(*run.Journal) Journal // stands between, if it is not nil
	told    []run.Progress
}

func newRig(t *testing.T) *rig {
	t.Helper()
	r := &rig{organization: newOrganization(t), folder: filepath.Join(t.TempDir(), "runs")}
	r.Service = r.service(Settings{})
	return r
}

func (r *rig) service(s Settings) *Service {
	r.t.Helper()
	token, err := webex.NewToken(planted)
	if err != nil {
		r.t.Fatal(err)
	}
	c, err := webex.New(testBase, token, &http.Client{Transport: r.transport},
		webex.Settings{UserAgent: "NumberLoader/1.0", OrgID: s.OrgID, Now: time.Now, Sleep: servicetest.Sleep})
	if err != nil {
		r.t.Fatal(err)
	}
	store := run.NewStore(r.folder, servicetest.FreeLock{}, time.Now, strings.NewReader(strings.Repeat("ab", 1000)))
	s.Now, s.Sleep = time.Now, servicetest.Sleep
	return New(c, standing{Keep(store), r}, s)
}

// standing lets a rig stand between the service and its journals.
type standing struct {
	Journals

	rig *rig
}

func (s standing) Begin(d run.Draft) (Journal, error) { return s.between(s.Journals.Begin(d)) }
func (s standing) Open(id string) (Journal, error)    { return s.between(s.Journals.Open(id)) }

func (s standing) between(j Journal, err error) (Journal, error) {
	if real, ok := j.(*run.Journal); err == nil && ok && s.rig.journal != nil {
		return s.rig.journal(real), nil
	}
	return j, err
}

// submit adds the draft and notes the progress.
func (r *rig) submit(ctx context.Context, d run.Draft) (run.Run, error) {
	return r.Submit(ctx, d, run.Work{Progress: func(p run.Progress) { r.told = append(r.told, p) }})
}

// outcomes are the outcomes of a run's lines as words, and checks what has to
// hold for every run: the journal on disk tells the same, and each row was told
// once.
func (r *rig) outcomes(got run.Run) string {
	r.t.Helper()
	all := make([]string, len(got.Lines))
	for i, l := range got.Lines {
		all[i] = l.Result.Outcome.String()
	}
	store := run.NewStore(r.folder, servicetest.FreeLock{}, time.Now, strings.NewReader(""))
	loaded, err := store.Load(got.ID)
	if err != nil {
		r.t.Fatal(err)
	}
	told := map[int]int{}
	for _, p := range r.told {
		for _, u := range p.Lines {
			told[u.Line]++
			if got.Lines[u.Line].Result.Outcome != u.Result.Outcome {
				r.t.Errorf("line %d was told as %v", u.Line, u.Result.Outcome)
			}
		}
	}
	for i := range loaded.Lines {
		if loaded.Lines[i].Result.Outcome != got.Lines[i].Result.Outcome {
			r.t.Errorf("line %d is %v on disk", i, loaded.Lines[i].Result.Outcome)
		}
		if told[i] != 1 {
			r.t.Errorf("line %d was told %d times", i, told[i])
		}
	}
	return strings.Join(all, " ")
}

// waits are the pauses that were told.
func (r *rig) waits() []time.Duration {
	var all []time.Duration
	for _, p := range r.told {
		if p.Wait > 0 {
			all = append(all, p.Wait)
		}
	}
	return all
}

// draft plans requests of these sizes to Denver, of the numbers +12145550100 on.
func draft(sizes ...int) run.Draft {
	d := run.Draft{Path: "dids.csv", Organization: run.Organization{ID: "O1", Name: "Acme Corp"}, Person: pat}
	for i, size := range sizes {
		q := plan.Request{Number: i + 1, Index: i + 1, Of: len(sizes), Group: plan.Group{
			LocationID: denver, Location: "Denver", Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive,
		}}
		for range size {
			q.Rows = append(q.Rows, len(d.Lines))
			d.Lines = append(d.Lines, run.Line{Row: number.Row{Number: numbertest.E164(tail(len(d.Lines)))}, Request: i + 1})
		}
		d.Requests = append(d.Requests, q)
	}
	return d
}

// tail is the number of a draft that ends in these two digits.
func tail(i int) string { return fmt.Sprintf("+121455501%02d", i) }
