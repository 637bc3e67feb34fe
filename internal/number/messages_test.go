package number_test

import (
	"testing"

	"numberloader/internal/number"
)

func mustParse(t *testing.T, text string) number.E164 {
	t.Helper()
	n, err := number.ParseE164(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestFindingsOfOtherPackages(t *testing.T) {
	t.Parallel()
	n := mustParse(t, "+12125550100")
	for _, c := range []struct {
		got     number.Finding
		level   number.Level
		code    number.Code
		message string
	}{
		{
			number.DuplicateFinding("S!B7", n, "S!B2"), number.LevelProblem, number.CodeDuplicate,
			"S!B7: +12125550100 is already in S!B2. It is sent once.",
		},
		{
			number.UnknownWordFinding("S!C7", "Fax", "kind", []string{"DID", "toll-free", "mobile"}), number.LevelProblem,
			number.CodeUnknownWord, `S!C7: "Fax" is not a kind this app knows. Use DID, toll-free or mobile.`,
		},
		{
			number.UnknownLocationFinding("S!D7", "Berlin"), number.LevelProblem, number.CodeUnknownLocation,
			`S!D7: there is no Webex location "Berlin", or more than one.`,
		},
		{
			number.SeveralLocationsFinding("S!D7", "Berlin", 2, []string{"Germany", "the United States"}), number.LevelProblem, number.CodeUnknownLocation,
			`S!D7: there are 2 Webex locations "Berlin" (Germany, the United States). Choose the one that is meant.`,
		},
		{
			number.SeveralLocationsFinding("S!D7", "Berlin", 3, nil), number.LevelProblem, number.CodeUnknownLocation,
			`S!D7: there are 3 Webex locations "Berlin". Choose the one that is meant.`,
		},
		{
			number.NotCallingFinding("S!D7", "Berlin"), number.LevelProblem, number.CodeUnknownLocation,
			`S!D7: the Webex location "Berlin" is not enabled for calling. Enable it in Control Hub, or choose another one.`,
		},
		{
			number.OverflowFinding("S!B7", 2, 3, number.LevelNotice), number.LevelNotice, number.CodeMobileOverflow,
			"S!B7: Webex takes 20 mobile numbers at a time. This one is in request 2 of 3.",
		},
		{
			number.OverflowFinding("S!B7", 2, 3, number.LevelProblem), number.LevelProblem, number.CodeMobileOverflow,
			"S!B7: Webex takes 20 mobile numbers at a time. This one would be in request 2 of 3, but only one request is to be sent.",
		},
		{
			number.AlreadyThereFinding(n, "Berlin"), number.LevelWarning, number.CodeAlreadyThere,
			"+12125550100 is already in Berlin. It is not sent again.",
		},
		{
			number.AlreadyInWebexFinding(n, "Berlin"), number.LevelProblem, number.CodeAlreadyInWebex,
			"+12125550100 is already in Webex, in the location Berlin.",
		},
		{
			number.UnavailableFinding(n, "Not owned."), number.LevelProblem, number.CodeUnavailableInWebex,
			"Webex does not accept +12125550100: Not owned.",
		},
		{
			number.UnavailableFinding(n, ""), number.LevelProblem, number.CodeUnavailableInWebex,
			"Webex does not accept +12125550100.",
		},
		{
			number.NoPSTNFinding("Berlin"), number.LevelProblem, number.CodeNoPSTN,
			"Berlin has no PSTN connection. Set one up in Control Hub first.",
		},
		{
			number.IntegratedPSTNFinding("Berlin", "Acme"), number.LevelProblem, number.CodeIntegratedPSTN,
			"Berlin gets its numbers from Acme through Webex. Adding numbers here could damage its data. Order them in Control Hub.",
		},
		{
			number.IntegratedPSTNFinding("Berlin", ""), number.LevelProblem, number.CodeIntegratedPSTN,
			"Berlin gets its numbers from its provider through Webex. Adding numbers here could damage its data. Order them in Control Hub.",
		},
		{
			number.PSTNUnknownFinding("Berlin", number.KindTollFree), number.LevelProblem, number.CodePSTNUnknown,
			"Berlin: Webex did not say how this location gets its calls, so adding toll-free numbers could damage its data. " +
				"Confirm that its PSTN is a local gateway or a non-integrated carrier.",
		},
	} {
		if want := (number.Finding{Level: c.level, Code: c.code, Message: c.message}); c.got != want {
			t.Errorf("got  %+v\nwant %+v", c.got, want)
		}
	}
}
