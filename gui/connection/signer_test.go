package connection

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// signIns are ways to sign in that all lead to Acme Corp, without customers.
func (b *bench) signIns() SignIns {
	acme := func() Organization { return &place{name: "Acme Corp", closed: b.closed} }
	return SignIns{
		SignIn:        func(context.Context, string) (Organization, bool, error) { return acme(), true, nil },
		SignInBrowser: func(context.Context, string, string) (Organization, bool, error) { return acme(), true, nil },
		SignInDevice: func(_ context.Context, _, _ string, show func(code, address string)) (Organization, bool, error) {
			show("123456", "https://login.example/device")
			return acme(), true, nil
		},
		Integration:   func() (string, bool) { return "C123", true },
		Organizations: func(context.Context) ([]run.Organization, error) { return nil, nil },
		SignInTo: func(_ context.Context, id string) (Organization, error) {
			return &place{name: id, closed: b.closed}, nil
		},
		Restore: func(context.Context) (Organization, error) {
			return nil, &fault.Error{Kind: fault.TokenRefused}
		},
		SignOut:           func() error { b.signedOut++; return nil },
		ForgetIntegration: func() error { b.forgotten++; return nil },
	}
}

// none reports whether nobody is signing in.
func none(s SignIn) bool { return reflect.DeepEqual(s, SignIn{}) }

func TestATokenIsCheckedUsedAndForgotten(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.CheckToken("NjVk")
	if !b.State().Checking {
		t.Error("not checking")
	}
	b.settle()
	account, _ := b.Account()
	if found := b.State().Found; found == nil || !found.Kept || account.Organization.Name != "Practice" {
		t.Fatalf("found %+v while %q is used", found, account.Organization.Name)
	}
	b.UseFound()
	b.settle()
	if account, _ := b.Account(); account.Organization.Name != "Acme Corp" || !none(b.State()) {
		t.Errorf("used %+v", account)
	}
	if left := <-b.closed; left != "Practice" {
		t.Errorf("%s was left", left)
	}
	b.UseFound() // there is none
	if len(b.Locations()) != 1 {
		t.Error("no locations")
	}
}

func TestATokenThatWasNotUsedIsForgotten(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.CheckToken("NjVk")
	b.settle()
	forget := b.CancelSignIn()
	b.settle()
	if left := <-b.closed; left != "Acme Corp" {
		t.Errorf("%s was left", left)
	}
	if forget == nil || forget() != nil || b.signedOut != 1 {
		t.Error("the token was kept")
	}
	if b.CancelSignIn() != nil {
		t.Error("a token was forgotten twice")
	}
}

func TestACheckCanBeCanceled(t *testing.T) {
	t.Parallel()
	b := ready(t, func(s *SignIns) {
		s.SignIn = func(ctx context.Context, _ string) (Organization, bool, error) {
			<-ctx.Done()
			return nil, false, ctx.Err()
		}
	})
	b.CheckToken("NjVk")
	forget := b.CancelSignIn()
	b.settle()
	if forget != nil || !none(b.State()) {
		t.Errorf("sign-in %+v", b.State())
	}
}

func TestAWrongTokenIsNotUsed(t *testing.T) {
	t.Parallel()
	b := ready(t, func(s *SignIns) {
		s.SignIn = func(context.Context, string) (Organization, bool, error) {
			return nil, false, &fault.Error{Kind: fault.TokenRefused}
		}
	})
	b.CheckToken("NjVk")
	b.settle()
	if fault.KindOf(b.State().Err) != fault.TokenRefused || b.State().Found != nil {
		t.Errorf("sign-in %+v", b.State())
	}
}

// partner is a service in which a partner has two customers.
func partner(s *SignIns) {
	s.Organizations = func(context.Context) ([]run.Organization, error) {
		return []run.Organization{{ID: "Partner"}, {ID: "Umbrella"}}, nil
	}
}

func TestEveryWaySignsInToTheSameOrganization(t *testing.T) {
	t.Parallel()
	for way, signIn := range map[Way]func(*Signer){
		WayToken:   func(j *Signer) { j.CheckToken("NjVk") },
		WayBrowser: func(j *Signer) { j.SignInBrowser("C1", "secret") },
		WayDevice:  func(j *Signer) { j.SignInDevice("C1", "secret") },
	} {
		b := ready(t)
		signIn(b.Signer)
		if got := b.State(); got.Way != way || !got.Checking {
			t.Errorf("way %d: %+v", way, got)
		}
		b.settle()
		if found := b.State().Found; found == nil || found.Account.Organization.Name != "Acme Corp" || !found.Kept {
			t.Errorf("way %d found %+v", way, found)
		}
	}
}

func TestTheCodeIsShownWhileThePersonEntersIt(t *testing.T) {
	t.Parallel()
	entered := make(chan struct{})
	b := ready(t, func(s *SignIns) {
		s.SignInDevice = func(_ context.Context, _, _ string, show func(code, address string)) (Organization, bool, error) {
			show("123456", "https://login.example/device")
			<-entered
			return nil, false, &fault.Error{Kind: fault.TokenRefused}
		}
	})
	b.SignInDevice("", "")
	for b.State().Code == "" {
		(<-b.home)()
	}
	if got := b.State(); got.Code != "123456" || got.Address != "https://login.example/device" || !got.Checking {
		t.Errorf("sign-in %+v", got)
	}
	close(entered)
	b.settle()
	if got := b.State(); got.Err == nil || got.Code != "" {
		t.Errorf("sign-in %+v", got)
	}
}

func TestTheCodeOfASignInThatWasLeftIsNotShown(t *testing.T) {
	t.Parallel()
	b := ready(t, func(s *SignIns) {
		s.SignInDevice = func(ctx context.Context, _, _ string, show func(code, address string)) (Organization, bool, error) {
			<-ctx.Done()
			show("123456", "https://login.example/device")
			return nil, false, ctx.Err()
		}
	})
	b.SignInDevice("", "")
	b.CheckToken("NjVk")
	b.settle()
	if got := b.State(); got.Code != "" || got.Found == nil || got.Way != WayToken {
		t.Errorf("sign-in %+v", got)
	}
}

func TestAPartnerChoosesACustomer(t *testing.T) {
	t.Parallel()
	b := ready(t, partner)
	b.CheckToken("NjVk")
	b.settle()
	if got := len(b.State().Customers); got != 2 {
		t.Fatalf("%d customers", got)
	}
	b.SignInTo("Umbrella")
	b.settle()
	if found := b.State().Found; found.Account.Organization.ID != "Umbrella" || !found.Kept {
		t.Fatalf("found %+v", found)
	}
	b.UseFound()
	b.settle()
	if len(b.Customers()) != 2 {
		t.Error("the customers are not known any more")
	}
	b.OfferCustomers()
	b.SignInTo("Partner")
	b.settle()
	if got := b.State(); got.Found.Account.Organization.ID != "Partner" || !got.Found.Kept || len(got.Customers) != 2 {
		t.Errorf("sign-in %+v", got)
	}
}

func TestCustomersThatCannotBeListedAreNoChoice(t *testing.T) {
	t.Parallel()
	b := ready(t, func(s *SignIns) {
		s.Organizations = func(context.Context) ([]run.Organization, error) { return nil, errors.New("not allowed") }
	})
	b.CheckToken("NjVk")
	b.settle()
	if got := b.State(); got.Found == nil || got.Customers != nil || got.Err != nil {
		t.Errorf("sign-in %+v", got)
	}
}

func TestTheIntegrationIsKnownAndForgotten(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.AskIntegration()
	b.settle()
	if got := b.Integration(); got != "C123" {
		t.Errorf("kept is %q", got)
	}
	if forget := b.ForgetIntegration(); forget() != nil || b.forgotten != 1 || b.Integration() != "" {
		t.Error("the integration is kept")
	}
}

// lasting is an organization whose sign-in ends.
type lasting struct {
	place

	ends time.Time
}

func (l *lasting) Account(ctx context.Context) (run.Account, error) {
	account, err := l.place.Account(ctx)
	account.Expires = l.ends
	return account, err
}

func TestTheEndOfASignInIsKnownIfItIsTold(t *testing.T) {
	t.Parallel()
	ends := time.Date(2026, 11, 23, 23, 40, 0, 0, time.UTC)
	b := ready(t, func(s *SignIns) {
		s.SignIn = func(context.Context, string) (Organization, bool, error) {
			return &lasting{place{name: "Acme Corp", closed: make(chan string, 9)}, ends}, true, nil
		}
		s.SignInBrowser = func(ctx context.Context, _, _ string) (Organization, bool, error) { return s.SignIn(ctx, "") }
	})
	if !b.SignInEnds().IsZero() {
		t.Error("practice ends")
	}
	b.CheckToken("NjVk")
	b.settle()
	b.UseFound()
	if got := b.SignInEnds(); !got.Equal(ends) {
		t.Errorf("it ends at %v", got)
	}
	b.SignInBrowser("", "")
	b.settle()
	if got := b.State().Found.Ends; !got.IsZero() {
		t.Errorf("a sign-in that renews itself ends at %v", got)
	}
}
