package signin

import (
	"time"

	"numberloader/internal/run"
)

// Piece is a piece of a sentence.
type Piece struct {
	Text string
	Bold bool
}

// Welcome says whose the sign-in is; nothing until that is known. good is false
// for somebody who may not add numbers, and in an organization that was not asked
// for.
func (m *Model) Welcome() (sentence []Piece, good bool) {
	found := m.state.Found
	if found == nil {
		return nil, false
	}
	role, good := ", ", true
	switch found.Role {
	case run.RoleFullAdministrator:
		role += "full administrator of "
	case run.RoleUnknown:
		role = " of "
	case run.RoleOther:
		role, good = role+found.RoleName+" of ", false
	}
	sentence = []Piece{{found.Person, true}, {role, false}, {found.Organization.Name, true}, {".", false}}
	if !good {
		sentence = append(sentence, Piece{" Adding numbers needs a full administrator.", false})
	}
	if m.belongs(found.Organization) != "" {
		return append(sentence, Piece{" The run that waits belongs to " + m.state.Wanted.Name + ", and goes on there only.", false}), false
	}
	if good && !m.state.Ends.IsZero() {
		sentence = append(sentence, Piece{" The sign-in ends " + Moment(m.state.Ends, m.present()) + ".", false})
	}
	if good && !m.state.Kept {
		sentence = append(sentence, Piece{" This computer has no keychain, so you will be asked again next time.", false})
	}
	return sentence, good
}

func (m *Model) present() time.Time {
	if m.now == nil {
		return time.Time{}
	}
	return m.now()
}

// Moment is a time as it stands in a sentence: "today at 11:40 PM".
func Moment(t, now time.Time) string {
	t = t.In(now.Location())
	clock := t.Format("3:04 PM")
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch {
	case t.Before(midnight.AddDate(0, 0, 1)) && !t.Before(midnight):
		return "today at " + clock
	case t.Before(midnight.AddDate(0, 0, 2)) && !t.Before(midnight):
		return "tomorrow at " + clock
	}
	return "on " + t.Format("January 2") + " at " + clock
}
