package wholeway

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	importer "numberloader/import"
	"numberloader/import/filetest"
	"numberloader/internal/number"
)

// questionsFile lists the phone lists of the corpus that ask something when they are
// opened: file, question, candidates and why the question is right.
const questionsFile = "import/testdata/questions.tsv"

// TestPhoneListsOfOtherProjectsAskNoMoreThanTheyShould opens every phone list of the
// corpus. Each that asks is listed with the reason, and each that is listed asks.
func TestPhoneListsOfOtherProjectsAskNoMoreThanTheyShould(t *testing.T) {
	t.Parallel()
	folder, asking := filetest.Corpus(t, top), []string{}
	for name := range phoneLists(t, folder) {
		table, err := importer.Read(t.Context(), filepath.Join(folder, filepath.FromSlash(name)), number.Layout{}, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if table.Ask == nil {
			continue
		}
		var candidates []string
		for i := range table.Ask.Candidates {
			c := &table.Ask.Candidates[i]
			candidates = append(candidates, fmt.Sprintf("%s %q", number.ColumnName(c.Column), c.Heading))
		}
		asking = append(asking, strings.Join([]string{name, table.Ask.Question.String(), strings.Join(candidates, ", ")}, "\t"))
	}
	slices.Sort(asking)
	listed := []string{}
	for line := range strings.Lines(readFile(t, questionsFile)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		question, why, _ := cutLast(strings.TrimRight(line, "\r\n"))
		if why == "" {
			t.Errorf("%q does not say why it is right to ask", line)
		}
		listed = append(listed, question)
	}
	if diff := gocmp.Diff(listed, asking); diff != "" {
		t.Errorf("questions (- listed, + asked):\n%s", diff)
	}
}

// cutLast parts a line at its last tab.
func cutLast(line string) (before, after string, found bool) {
	i := strings.LastIndexByte(line, '\t')
	if i < 0 {
		return line, "", false
	}
	return line[:i], line[i+1:], true
}
