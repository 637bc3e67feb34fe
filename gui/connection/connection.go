// Package connection is the organization that numbers go to: which one is
// connected, how one signs in to another, and what was found out about it for the
// rows. It knows no toolkit and belongs to the UI thread; slow work goes through
// gui/background and comes home there.
package connection

import (
	"context"
	"errors"
	"time"

	"numberloader/gui/background"
	"numberloader/gui/work"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// Organization is where numbers can be added: the practice organization, or one
// of Webex. Its errors are *fault.Error. It is called in the background.
type Organization interface {
	// Account says who is signed in and where.
	Account(ctx context.Context) (run.Account, error)
	// Locations lists the calling locations; how their calls come in may not
	// have been asked yet.
	Locations(ctx context.Context) ([]number.Location, error)
	// Survey reads what must be known before the rows can be judged for good.
	Survey(ctx context.Context, rows []*number.Row) (review.Known, error)
	// There says of each row what its number is in the row's location; its zero value is
	// one that is not there.
	There(ctx context.Context, rows []*number.Row) ([]number.Held, error)
	// Inventory reads all numbers of the organization, and changes nothing. It tells read,
	// in the background, how many came so far and how many there are, 0 if that is not
	// known.
	Inventory(ctx context.Context, read func(got, of int)) (number.Inventory, error)
	work.Changer
	Close() error
}

// Session is an organization that answered.
type Session struct {
	Account run.Account
	// Kept says that the sign-in outlives the program.
	Kept bool
	// Ends is when the sign-in ends, zero if nobody knows or if it renews itself.
	Ends time.Time

	organization Organization
	locations    []number.Location
}

// Hooks are what a connection needs from the rest of the flow. All are required,
// and called on the UI thread.
type Hooks struct {
	// Busy says that the work on a run is under way, or held.
	Busy func() bool
	// Connected says that another organization is connected.
	Connected func(*Session)
	// Changed says that anything may look different now.
	Changed func()
}

// Connection is the connected organization. Use New.
type Connection struct {
	hooks      Hooks
	practice   func(context.Context) (Organization, error)
	restore    func(context.Context) (Organization, error)
	loop       *background.Loop
	lane       *background.Latest
	now        *Session
	connecting bool
	trouble    error
}

// New returns a connection to nothing. practice starts the practice organization,
// and restore signs in with what was kept.
func New(loop *background.Loop, practice, restore func(context.Context) (Organization, error), hooks Hooks) *Connection {
	return &Connection{hooks: hooks, practice: practice, restore: restore, loop: loop, lane: loop.Latest()}
}

// Connect connects an organization at the start of the program: the one with
// the kept sign-in, or the practice organization, which also stands in when the
// sign-in is no longer accepted.
func (c *Connection) Connect(signedIn bool) {
	if !signedIn {
		c.UsePractice()
		return
	}
	c.connecting = true
	background.Replace(c.lane, opening(true, c.restore), func(got *Session, err error) {
		if err != nil {
			c.trouble = err
			c.connectPractice(func() {})
			return
		}
		c.use(got)
	})
	c.hooks.Changed()
}

// UsePractice connects the practice organization.
func (c *Connection) UsePractice() {
	if c.hooks.Busy() {
		return
	}
	c.trouble = nil
	c.connectPractice(func() {})
}

// WithPractice connects the practice organization, if another one is connected,
// and calls then when it is.
func (c *Connection) WithPractice(then func()) {
	switch {
	case c.hooks.Busy():
	case c.now != nil && c.now.Account.Organization.Practice:
		then()
	default:
		c.trouble = nil
		c.connectPractice(then)
	}
}

func (c *Connection) connectPractice(then func()) {
	c.connecting = true
	background.Replace(c.lane, opening(false, c.practice), func(got *Session, err error) {
		if err != nil {
			c.connecting, c.trouble = false, err
			c.hooks.Changed()
			return
		}
		c.use(got)
		then()
	})
	c.hooks.Changed()
}

// opening opens an organization and asks it who is signed in and where its
// locations are.
func opening(kept bool, open func(context.Context) (Organization, error)) func(context.Context) (*Session, error) {
	return func(ctx context.Context) (*Session, error) {
		organization, err := open(ctx)
		if err != nil {
			return nil, err
		}
		session, err := introduce(ctx, organization)
		if err != nil {
			return nil, errors.Join(err, organization.Close())
		}
		session.Kept = kept
		return session, nil
	}
}

func introduce(ctx context.Context, organization Organization) (*Session, error) {
	account, err := organization.Account(ctx)
	if err != nil {
		return nil, err
	}
	locations, err := organization.Locations(ctx)
	if err != nil {
		return nil, err
	}
	return &Session{Account: account, Ends: account.Expires, organization: organization, locations: locations}, nil
}

// use makes a session the one that numbers go to.
func (c *Connection) use(s *Session) {
	c.leave(c.now)
	c.now, c.connecting = s, false
	c.hooks.Connected(s)
	c.hooks.Changed()
}

// leave closes a session, which may be nil, in the background.
func (c *Connection) leave(s *Session) {
	if s == nil {
		return
	}
	background.Start(c.loop.Lane(), func(context.Context) (struct{}, error) {
		return struct{}{}, s.organization.Close()
	}, func(struct{}, error) {})
}

// To reports whether an organization is the connected one.
func (c *Connection) To(o run.Organization) bool {
	return c.now != nil && work.Same(c.now.Account.Organization, o)
}

// Place is where work on runs is done. ok is false while nothing is connected.
func (c *Connection) Place() (place work.Place, ok bool) {
	if c.now == nil {
		return work.Place{}, false
	}
	return work.Place{Changer: c.now.organization, Organization: c.now.Account.Organization}, true
}

// Account is who is signed in where. ok is false while nothing is connected.
func (c *Connection) Account() (account run.Account, ok bool) {
	if c.now == nil {
		return run.Account{}, false
	}
	return c.now.Account, true
}

// SignInEnds is when the sign-in in use ends, zero if nobody knows.
func (c *Connection) SignInEnds() time.Time {
	if c.now == nil {
		return time.Time{}
	}
	return c.now.Ends
}

// Connecting reports whether an organization is being connected.
func (c *Connection) Connecting() bool { return c.connecting }

// TakeTrouble is why an organization could not be connected, or nil. It is told
// once.
func (c *Connection) TakeTrouble() error {
	trouble := c.trouble
	c.trouble = nil
	return trouble
}
