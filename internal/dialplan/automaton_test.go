package dialplan

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// anExpression draws expressions of the kind that numbering plans are written
// in, and some that no plan has.
func anExpression() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{`\d`, `[2-9]`, `[13-57]`, `.`, "0", "1", "12", "$", "^", `\b`, `\B`, "", `[^0-4]`, "a"}),
		rapid.StringMatching(`[0-3](\?|\*|\{1,3\})`),
		rapid.StringMatching(`\(\?:[0-3]\|[2-5][0-3]\|\)`),
		rapid.StringMatching(`\([0-3]\{0,2\}\|[2-5]\)\?`),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 5), func(all []string) string {
		return "^(?:" + strings.Join(all, "") + ")$"
	})
}

func TestAutomatonMatchesAsItsExpressions(t *testing.T) {
	t.Parallel()
	type seen struct {
		matched string
		length  int
	}
	rapid.Check(t, func(t *rapid.T) {
		expressions := rapid.SliceOfN(anExpression(), 1, 4).Draw(t, "expressions")
		a := newAutomaton(expressions, 9, func(matched []bool, length int) seen {
			var b strings.Builder
			for _, m := range matched {
				b.WriteString(map[bool]string{true: "1", false: "0"}[m])
			}
			return seen{b.String(), length}
		})
		for _, digits := range rapid.SliceOfN(rapid.StringMatching(`[0-3]{0,12}|[0-3]{0,3}`), 1, 40).Draw(t, "digits") {
			want := seen{length: min(len(digits), 9)}
			for _, expression := range expressions {
				want.matched += map[bool]string{true: "1", false: "0"}[regexp.MustCompile(expression).MatchString(digits)]
			}
			if got, _ := a.after(digits); *got != want {
				t.Fatalf("%q and %s: got %+v, want %+v", expressions, digits, *got, want)
			}
		}
	})
}

func TestAutomatonIsBuiltByAllWhoAskIt(t *testing.T) {
	t.Parallel()
	a := newAutomaton([]string{`^(?:1|23)\d{3}$`, `^2\d*$`}, 7, func(matched []bool, length int) int {
		if matched[0] {
			length += 10
		}
		if matched[1] {
			length += 20
		}
		return length
	})
	want := map[string]int{"1000": 14, "23123": 35, "2": 21, "24": 22, "1": 1, "3000": 4, "2312345678": 27, "": 0}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for digits, answer := range want {
				if got, _ := a.after(digits); *got != answer {
					t.Errorf("%q: got %d, want %d", digits, *got, answer)
				}
			}
		})
	}
	all.Wait()
}

func TestAutomatonRefusesWhatIsNoExpression(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("an expression that cannot be read was taken")
		}
	}()
	newAutomaton([]string{"(?=1)"}, 2, func([]bool, int) int { return 0 })
}

func TestAutomatonSharesStates(t *testing.T) {
	t.Parallel()
	a := newAutomaton([]string{`^(?:1|2)\d{3}$`}, 5, func(matched []bool, _ int) bool { return slices.Contains(matched, true) })
	for digits, want := range map[string]bool{"1000": true, "2999": true, "3000": false, "100": false, "10000": false} {
		if got, _ := a.after(digits); *got != want {
			t.Errorf("%s: got %v", digits, *got)
		}
	}
	if states := len(a.known); states > 11 { // the start, and at most two for each number of digits
		t.Errorf("%d states", states)
	}
}
