package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

func newLocations(c *command) *cobra.Command {
	var service options.Service
	cmd := &cobra.Command{
		Use:   "locations",
		Short: phrase.Text("cli.locations.short"),
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return c.locations(cmd.Context(), service) },
	}
	service.Register(cmd)
	registerJSON(c.Console, cmd)
	return cmd
}

func (c *command) locations(ctx context.Context, service options.Service) error {
	var all []number.Location
	err := c.within(ctx, service, func(org Organization) (err error) {
		if all, err = org.Locations(ctx); err != nil {
			return err
		}
		all, err = org.WithPSTN(ctx, all, nil)
		return err
	})
	if err != nil {
		return err
	}
	if c.JSON {
		return printLocations(c.Console, all)
	}
	if len(all) == 0 {
		c.Tell(phrase.Text("cli.locations.none"))
		return nil
	}
	rows := [][]string{{
		phrase.Text("columns.location.title"), phrase.Text("columns.country"),
		phrase.Text("cli.heading.pstn"), phrase.Text("cli.heading.identifier"),
	}}
	for _, l := range all {
		rows = append(rows, []string{l.Name, l.Country, pstnText(l), l.ID})
	}
	return c.PrintTable(rows)
}

func pstnText(l number.Location) string {
	if l.Provider == "" || l.Provider == phrase.PSTN(l.PSTN) {
		return phrase.PSTN(l.PSTN)
	}
	return phrase.Text("cli.provider", "PSTN", phrase.PSTN(l.PSTN), "Provider", l.Provider)
}

// locationLine is a location in JSON, as it is printed and as it is read. PSTN
// is nil in lists that do not tell it.
type locationLine struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Country string  `json:"country"`
	PSTN    *string `json:"pstn"`
}

func printLocations(k *console.Console, all []number.Location) error {
	return console.PrintEach(k, all, func(l *number.Location) any {
		pstn := l.PSTN.API()
		return locationLine{l.ID, l.Name, l.Country, &pstn}
	})
}

// readLocations reads a JSON list of locations, or one object after the other.
// Errors are fault.FileMissing and fault.FileDamaged.
func readLocations(file string) ([]number.Location, error) {
	text, err := os.ReadFile(file) //nolint:gosec // the user names the file
	if err != nil {
		return nil, console.Unreadable(phrase.Text("cli.locations.unreadable"), err)
	}
	lines, err := parseLocations(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
	if err != nil {
		return nil, notLocations(err)
	}
	all := make([]number.Location, 0, len(lines))
	for _, line := range lines {
		if line.Name == "" && line.ID == "" {
			return nil, notLocations(errors.New("a location has neither a name nor an ID"))
		}
		all = append(all, number.Location{
			ID: line.ID, Name: line.Name, Country: strings.ToUpper(line.Country), PSTN: pstnOf(line.PSTN),
		})
	}
	return all, nil
}

func notLocations(err error) error {
	return &fault.Error{
		Kind: fault.FileDamaged, What: fault.Say("cli.locations.damaged"),
		Next: fault.Say("cli.locations.damaged_next", "Example", `[{"name":"Kansas City","country":"US"}]`),
		Err:  err,
	}
}

func parseLocations(text []byte) ([]locationLine, error) {
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("[")) {
		var all []locationLine
		err := json.Unmarshal(text, &all)
		return all, err //nolint:wrapcheck // the caller says what was read
	}
	var all []locationLine
	for decoder := json.NewDecoder(bytes.NewReader(text)); ; {
		var line locationLine
		err := decoder.Decode(&line)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err //nolint:wrapcheck // the caller says what was read
		}
		all = append(all, line)
	}
}

// pstnOf reads the word that printLocations wrote. A word that this program does
// not know is as good as none that could be read.
func pstnOf(word *string) number.PSTN {
	if word == nil {
		return number.PSTNNotAsked
	}
	for _, p := range []number.PSTN{
		number.PSTNNone, number.PSTNLocalGateway, number.PSTNNonIntegrated, number.PSTNIntegrated, number.PSTNCisco,
	} {
		if p.API() == *word {
			return p
		}
	}
	return number.PSTNUnknown
}

// restrict keeps the locations that a list names by ID or, in lists without IDs,
// by name, with the countries that the list gives. The result is never nil.
func restrict(all, named []number.Location) []number.Location {
	countries := make(map[string]string, len(named))
	for _, l := range named {
		if l.ID != "" {
			countries[l.ID] = l.Country
		} else {
			countries[review.FoldName(l.Name)] = l.Country
		}
	}
	kept := []number.Location{}
	for _, l := range all {
		country, ok := countries[l.ID]
		if !ok {
			country, ok = countries[review.FoldName(l.Name)]
		}
		if !ok {
			continue
		}
		if country != "" {
			l.Country = country
		}
		kept = append(kept, l)
	}
	return kept
}
