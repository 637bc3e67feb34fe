package job

import (
	"context"
	"errors"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// Connection is an organization that answered.
type Connection struct {
	Account run.Account
	// Kept says that the sign-in outlives the program.
	Kept bool
	// Ends is when the sign-in ends, zero if nobody knows or if it renews itself.
	Ends time.Time

	organization Organization
	locations    []number.Location
}

// organization is the connected one, and the one that is asked to sign in.
type organization struct {
	now        *Connection
	known      review.Known
	connecting bool
	trouble    error

	signIn    SignIn
	attempt   int                // numbers the sign-ins
	client    string             // ID of the company's integration that is kept, "" for none
	customers []run.Organization // of the partner who is signed in
}

// Connect connects an organization at the start of the program: the one with
// the kept sign-in, or the practice organization, which also stands in when the
// sign-in is no longer accepted.
func (j *Job) Connect(signedIn bool) {
	if !signedIn {
		j.UsePractice()
		return
	}
	j.organization.connecting = true
	background.Replace(j.connecting, opening(true, j.services.Restore), func(got *Connection, err error) {
		if err != nil {
			j.organization.trouble = err
			j.practice(func() {})
			return
		}
		j.use(got)
	})
	j.events.Changed()
}

// UsePractice connects the practice organization.
func (j *Job) UsePractice() {
	if j.Adding() {
		return
	}
	j.organization.trouble = nil
	j.practice(func() {})
}

// WithPractice connects the practice organization, if another one is connected,
// and calls then when it is.
func (j *Job) WithPractice(then func()) {
	switch account, connected := j.Account(); {
	case j.Adding():
	case connected && account.Organization.Practice:
		then()
	default:
		j.organization.trouble = nil
		j.practice(then)
	}
}

func (j *Job) practice(then func()) {
	j.organization.connecting = true
	background.Replace(j.connecting, opening(false, j.services.Practice), func(got *Connection, err error) {
		if err != nil {
			j.organization.connecting = false
			j.organization.trouble = err
			j.events.Changed()
			return
		}
		j.use(got)
		then()
	})
	j.events.Changed()
}

// opening opens an organization and asks it who is signed in and where its
// locations are.
func opening(kept bool, open func(context.Context) (Organization, error)) func(context.Context) (*Connection, error) {
	return func(ctx context.Context) (*Connection, error) {
		organization, err := open(ctx)
		if err != nil {
			return nil, err
		}
		connection, err := introduce(ctx, organization)
		if err != nil {
			return nil, errors.Join(err, organization.Close())
		}
		connection.Kept = kept
		return connection, nil
	}
}

func introduce(ctx context.Context, organization Organization) (*Connection, error) {
	account, err := organization.Account(ctx)
	if err != nil {
		return nil, err
	}
	locations, err := organization.Locations(ctx)
	if err != nil {
		return nil, err
	}
	return &Connection{Account: account, Ends: account.Expires, organization: organization, locations: locations}, nil
}

// use makes a connection the one that numbers go to.
func (j *Job) use(c *Connection) {
	j.leave(j.organization.now)
	j.organization.now, j.organization.connecting = c, false
	j.organization.known = review.Known{Locations: c.locations}
	j.preflight, j.submission.trouble = Preflight{}, nil
	j.judge(j.askMissing)
	if held := j.submission.held; held != nil && same(held.Run.Organization, c.Account.Organization) {
		again := j.submission
		again.held = nil
		j.submission = submission{}
		j.goOn(again)
	}
	j.events.Changed()
}

// same says that two organizations are one.
func same(a, b run.Organization) bool {
	return a.Practice == b.Practice && (a.Practice || a.ID == b.ID)
}

// ConnectedTo says that an organization is the connected one.
func (j *Job) ConnectedTo(o run.Organization) bool {
	now := j.organization.now
	return now != nil && same(now.Account.Organization, o)
}

// SignInEnds is when the sign-in in use ends, zero if nobody knows.
func (j *Job) SignInEnds() time.Time {
	if j.organization.now == nil {
		return time.Time{}
	}
	return j.organization.now.Ends
}

// leave closes a connection in the background.
func (j *Job) leave(c *Connection) {
	if c == nil {
		return
	}
	background.Start(j.loop.Lane(), func(context.Context) (struct{}, error) {
		return struct{}{}, c.organization.Close()
	}, func(struct{}, error) {})
}

// Account is who is signed in where. ok is false while nothing is connected.
func (j *Job) Account() (account run.Account, ok bool) {
	if j.organization.now == nil {
		return run.Account{}, false
	}
	return j.organization.now.Account, true
}

// Locations are the locations of the organization, with how their calls come
// in where that was asked.
func (j *Job) Locations() []number.Location { return j.organization.known.Locations }

// NotAsked says in whole sentences what the organization could not be asked before
// adding.
func (j *Job) NotAsked() []string { return j.organization.known.Notes }

// Connecting says that an organization is being connected.
func (j *Job) Connecting() bool { return j.organization.connecting }

// TakeTrouble is why an organization could not be connected, or nil. It is told
// once.
func (j *Job) TakeTrouble() error {
	trouble := j.organization.trouble
	j.organization.trouble = nil
	return trouble
}
