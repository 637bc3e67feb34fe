package signin

import (
	"time"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Welcome says whose the sign-in is; nothing until that is known. good is false
// for somebody who may not add numbers, and in an organization that was not asked
// for.
func (m *Model) Welcome() (sentences []phrase.Piece, good bool) {
	found := m.state.Found
	if found == nil {
		return nil, false
	}
	more := func(sentence string) { sentences = phrase.Follow(sentences, sentence) }
	sentences, good = whose(found), found.Role != run.RoleOther
	if m.belongs(found.Organization) != "" {
		more(phrase.Text("signin.welcome.belongs", "Organization", phrase.Organization(m.state.Wanted)))
		return sentences, false
	}
	if good && !m.state.Ends.IsZero() {
		more(phrase.Text("signin.welcome.ends", "When", phrase.Moment(m.state.Ends, m.present())))
	}
	if good && !m.state.Kept {
		more(phrase.Text("signin.welcome.notkept"))
	}
	return sentences, good
}

// whose says who is signed in, as what, and where.
func whose(found *run.Account) []phrase.Piece {
	person, organization := found.Person, phrase.Organization(found.Organization)
	switch found.Role {
	case run.RoleFullAdministrator:
		return phrase.Pieces("signin.welcome.full", "Person", person, "Organization", organization)
	case run.RoleOther:
		return phrase.Pieces("signin.welcome.lesser", "Person", person, "Role", found.RoleName, "Organization", organization)
	case run.RoleUnknown:
	}
	return phrase.Pieces("signin.welcome.unknown", "Person", person, "Organization", organization)
}

func (m *Model) present() time.Time {
	if m.now == nil {
		return time.Time{}
	}
	return m.now()
}
