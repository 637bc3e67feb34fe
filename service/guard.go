package service

import (
	"context"
	"slices"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// guard refuses a draft that must not leave: a row that stays behind, the wrong
// organization, the wrong person, a location that is not there, or one whose PSTN
// forbids the numbers. It asks Webex for all that it can say now, whatever was
// known when the draft was made, but for PSTN types that a survey has just asked
// for, and returns the names of the locations by ID.
func (s *Service) guard(ctx context.Context, draft *run.Draft, before surveyed) (map[string]string, error) {
	if err := guardRows(draft); err != nil {
		return nil, err
	}
	if _, err := s.guardAccount(ctx, draft, true); err != nil {
		return nil, err
	}
	return s.guardPlaces(ctx, draft, before)
}

// guardRows refuses rows in a request that were shown as staying behind: with a
// problem, left out, or there already.
func guardRows(draft *run.Draft) error {
	for i := range draft.Requests {
		for _, line := range draft.Requests[i].Rows {
			if row := &draft.Lines[line].Row; !row.Goes() {
				return &fault.Error{Kind: fault.PlanChanged, Details: row.Place()}
			}
		}
	}
	return nil
}

// guardPlaces refuses locations that are not there, or whose PSTN forbids the
// numbers.
func (s *Service) guardPlaces(ctx context.Context, draft *run.Draft, before surveyed) (map[string]string, error) {
	calling, err := s.api.CallingLocations(ctx)
	if err != nil {
		return nil, explain(err)
	}
	names := make(map[string]string, len(calling))
	for _, l := range calling {
		names[l.ID] = l.Name
	}
	for i := range draft.Requests {
		g := draft.Requests[i].Group
		if _, ok := names[g.LocationID]; !ok {
			return nil, &fault.Error{
				Kind: fault.Location,
				What: fault.Say("fates.guard.nolocation", "Location", placeName(g, nil)),
			}
		}
	}
	return names, s.guardPSTN(ctx, draft, names, before)
}

// guardAccount refuses another organization than the run's and, of work that
// changes numbers, a person who may not do it. It returns the person's name.
func (s *Service) guardAccount(ctx context.Context, draft *run.Draft, changes bool) (string, error) {
	me, err := s.api.Me(ctx)
	if err != nil {
		return "", explain(err)
	}
	organization := me.OrgID
	if s.settings.OrgID != "" {
		organization = s.settings.OrgID
	}
	if wanted := draft.Organization.ID; wanted != "" && organization != "" && bare(wanted) != bare(organization) {
		return "", &fault.Error{
			Kind: fault.NotAllowed,
			What: fault.Say("fates.guard.organization"),
			Next: fault.Say("fates.guard.signin"),
		}
	}
	if role, name := judgeRoles(me.Roles); changes && role == run.RoleOther {
		return "", &fault.Error{
			Kind: fault.NotAllowed,
			What: fault.Say("fates.guard.role", "Role", name),
		}
	}
	return me.DisplayName, nil
}

// guardPSTN asks for the PSTN type of each location once, if that was not done just
// before.
func (s *Service) guardPSTN(ctx context.Context, draft *run.Draft, names map[string]string, before surveyed) error {
	known := map[string]number.PSTN{}
	for i := range draft.Requests {
		g := draft.Requests[i].Group
		pstn, asked := known[g.LocationID]
		if !asked {
			pstn, asked = before.pstn(g.LocationID)
			known[g.LocationID] = pstn
		}
		if !asked {
			var err error
			if pstn, _, err = s.pstn(ctx, g.LocationID); err != nil {
				return err
			}
			known[g.LocationID] = pstn
		}
		vouched := pstn == number.PSTNUnknown && slices.Contains(draft.Confirmed, g.LocationID)
		if !pstn.Allows(g.Kind) && !vouched {
			return closed(g, pstn, names)
		}
	}
	return nil
}

// closed says why numbers of a group must not be added to its location.
func closed(g plan.Group, pstn number.PSTN, names map[string]string) error {
	place := placeName(g, names)
	f := &fault.Error{Kind: fault.Location, Details: phrase.Text("fates.guard.pstn", "PSTN", phrase.PSTN(pstn))}
	switch pstn {
	case number.PSTNNone, number.PSTNNotAsked:
		f.What = fault.Say("fates.guard.nopstn", "Location", place)
		f.Next = fault.Say("fates.nopstn.next")
	case number.PSTNUnknown:
		f.What = fault.Say("fates.guard.unknown", "Location", place, "Type", phrase.Kind(g.Kind))
		f.Next = fault.Say("fates.guard.confirm")
	case number.PSTNIntegrated, number.PSTNCisco:
		f.What = fault.Say("fates.guard.integrated", "Location", place)
		f.Next = fault.Say("fates.integrated.next")
	case number.PSTNLocalGateway, number.PSTNNonIntegrated:
		// Nothing is closed to them.
	}
	return f
}

// placeName is the name of a group's location, or what there is instead.
func placeName(g plan.Group, names map[string]string) string {
	for _, name := range []string{names[g.LocationID], g.Location, g.LocationID} {
		if name != "" {
			return name
		}
	}
	return phrase.Text("fates.guard.unnamed")
}
