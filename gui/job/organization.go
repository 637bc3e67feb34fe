package job

import (
	"context"
	"errors"

	background "numberloader/gui/run"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// Connection is an organization that answered.
type Connection struct {
	Account run.Account
	// Kept says that the sign-in outlives the program.
	Kept bool

	organization Organization
	locations    []number.Location
}

// organization is the connected one, and the one that is asked to sign in.
type organization struct {
	now        *Connection
	known      review.Known
	connecting bool
	trouble    error

	signIn SignIn
}

// SignIn is the state of a sign-in that was not taken into use yet.
type SignIn struct {
	Checking bool
	Err      error       // why the token was not accepted
	Found    *Connection // whose the token is
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
			j.practice()
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
	j.practice()
}

func (j *Job) practice() {
	j.organization.connecting = true
	background.Replace(j.connecting, opening(false, j.services.Practice), func(got *Connection, err error) {
		if err != nil {
			j.organization.connecting = false
			j.organization.trouble = err
			j.events.Changed()
			return
		}
		j.use(got)
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
	return &Connection{Account: account, organization: organization, locations: locations}, nil
}

// use makes a connection the one that numbers go to.
func (j *Job) use(c *Connection) {
	j.leave(j.organization.now)
	j.organization.now, j.organization.connecting = c, false
	j.organization.known = review.Known{Locations: c.locations}
	j.preflight, j.submission.trouble = Preflight{}, nil
	j.judge(j.askMissing)
	j.events.Changed()
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

// Connecting says that an organization is being connected.
func (j *Job) Connecting() bool { return j.organization.connecting }

// TakeTrouble is why an organization could not be connected, or nil. It is told
// once.
func (j *Job) TakeTrouble() error {
	trouble := j.organization.trouble
	j.organization.trouble = nil
	return trouble
}

// SignIn is the state of the sign-in.
func (j *Job) SignIn() SignIn { return j.organization.signIn }

// CheckToken asks Webex whose a token is. It is kept only after that.
func (j *Job) CheckToken(token string) {
	j.dropFound()
	j.organization.signIn = SignIn{Checking: true}
	background.Replace(j.checking, func(ctx context.Context) (*Connection, error) {
		var kept bool
		connection, err := opening(false, func(ctx context.Context) (Organization, error) {
			organization, lasting, err := j.services.SignIn(ctx, token)
			kept = lasting
			return organization, err
		})(ctx)
		if err != nil {
			return nil, err
		}
		connection.Kept = kept
		return connection, nil
	}, func(got *Connection, err error) {
		j.organization.signIn = SignIn{Found: got, Err: err}
		if errors.Is(err, context.Canceled) {
			j.organization.signIn = SignIn{}
		}
		j.events.Changed()
	})
	j.events.Changed()
}

// UseFound takes the organization of the token that was checked into use.
func (j *Job) UseFound() {
	found := j.organization.signIn.Found
	if found == nil || j.Adding() {
		return
	}
	j.organization.signIn = SignIn{}
	j.organization.trouble = nil
	j.use(found)
}

// CancelSignIn leaves a token that is being checked, or that was checked and not
// taken into use. forget is what takes the token out of the keychain, to be
// called in the background; it is nil if the keychain has none, or the one of
// the connected organization.
func (j *Job) CancelSignIn() (forget func() error) {
	j.checking.Cancel()
	account, connected := j.Account()
	if j.organization.signIn.Found != nil && (!connected || account.Organization.Practice) {
		forget = j.services.SignOut
	}
	j.dropFound()
	j.organization.signIn = SignIn{}
	j.events.Changed()
	return forget
}

func (j *Job) dropFound() {
	j.leave(j.organization.signIn.Found)
	j.organization.signIn.Found = nil
}
