package practice_test

import (
	"testing"

	"numberloader/service/practice"
)

func TestThePracticeOrganizationIsTheOnlyOne(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	var list struct {
		Items []struct{ ID, DisplayName string }
	}
	c.get("/organizations").into(t, &list)
	var me struct{ OrgID string }
	c.get("/people/me").into(t, &me)
	if len(list.Items) != 1 || list.Items[0].ID != me.OrgID || list.Items[0].DisplayName != "Practice organization" {
		t.Errorf("got %+v", list)
	}
}
