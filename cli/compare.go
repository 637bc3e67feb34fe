package cli

import (
	"context"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/internal/compare"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

type compareFlags struct {
	file    options.File
	service options.Service
	places  []string
	all     bool
	results resultsFlags
}

func newCompare(c *command) *cobra.Command {
	var f compareFlags
	cmd := &cobra.Command{
		Use:   takes("compare", phrase.Text("cli.argument.file")),
		Short: phrase.Text("cli.compare.short"),
		Args:  needs("cli.needs.file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(f.places) == 1 {
				f.file.Location = f.places[0]
			}
			chosen, err := c.choices(cmd, &f.file)
			if err != nil {
				return err
			}
			return c.compareFile(cmd.Context(), args[0], chosen, &f)
		},
	}
	f.file.RegisterReading(cmd)
	f.service.Register(cmd)
	registerPlaces(cmd, &f.places)
	cmd.Flags().BoolVar(&f.all, "all-locations", false, phrase.Text("cli.flag.alllocations"))
	f.results.registerFor(cmd, "cli.flag.comparison")
	registerJSON(c.Console, cmd)
	return cmd
}

func registerPlaces(cmd *cobra.Command, places *[]string) {
	cmd.Flags().StringArrayVar(places, "location", nil, phrase.Text("cli.flag.onlylocation"))
}

// compareFile compares a list with the organization. The error is errProblems unless
// all of it is in both.
func (c *command) compareFile(ctx context.Context, file string, chosen choices, f *compareFlags) error {
	j, err := c.open(ctx, file, chosen)
	if err != nil {
		return err
	}
	if f.results.path != "" {
		if err := c.tryResults(j.table.Path, c.Now(), f.results); err != nil {
			return err
		}
	}
	found := compare.Comparison{List: j.table.Path, Program: c.Version, Read: c.Now()}
	in, err := c.inventory(ctx, f.service, &found.Organization)
	if err != nil {
		return err
	}
	limits := compare.Limits{All: f.all}
	if limits.Locations, err = placesOf(in.Locations, f.places); err != nil {
		return err
	}
	if err := j.judge(ctx, review.Known{Locations: j.listed(in.Locations)}); err != nil {
		return err
	}
	found.Pairs, found.Lacks = compare.List(j.plan.Rows, &in, limits), in.Lacks()
	if err := c.saveComparison(found, f.results); err != nil {
		return err
	}
	return printComparison(c.Console, j, found.Pairs)
}

// saveComparison writes the workbook of a comparison where the flags say so.
func (c *command) saveComparison(found compare.Comparison, flags resultsFlags) error {
	if flags.path == "" {
		return nil
	}
	path, err := c.resultsPath(found.List, found.Read, flags)
	if err == nil {
		err = orForce(c.SaveComparison(path, found, flags.force))
	}
	if err == nil {
		c.Tell(phrase.Text("cli.compare.written", "Path", path))
	}
	return err
}

// inventory reads what an organization holds, and tells what it could not read. in says
// which organization it is, unless that is nil.
func (c *command) inventory(ctx context.Context, service options.Service, in *run.Organization) (held number.Inventory, err error) {
	const steps = 100
	err = c.within(ctx, service, func(org Organization) error {
		if in != nil {
			account, err := org.Account(ctx)
			if err != nil {
				return err
			}
			*in = account.Organization
		}
		bar := c.Bar(phrase.Text("cli.stage.inventory"), steps)
		held, err = org.Inventory(ctx, func(got, of int) { _ = bar.Set(min(got*steps/max(of, got, 1), steps)) })
		_ = bar.Finish()
		return err
	})
	if lacks := held.Lacks(); err == nil && lacks > 0 {
		c.Tell(phrase.Text("cli.inventory.lacks", "Count", lacks, "All", held.Counted))
	}
	return held, err
}

// placesOf are the IDs of the locations with these names or IDs, nil for none. The
// error is fault.Usage for one that does not exist.
func placesOf(locations []number.Location, names []string) (map[string]bool, error) {
	var ids map[string]bool
	for _, name := range names {
		found := restrict(locations, []number.Location{{Name: name}, {ID: name}})
		if len(found) == 0 {
			return nil, console.Usage(
				phrase.Text("cli.nolocation", "Word", strconv.Quote(name)),
				phrase.Text("cli.choice_next", "Words", phrase.Or(number.LocationNames(locations))))
		}
		if ids == nil {
			ids = map[string]bool{}
		}
		for _, l := range found {
			ids[l.ID] = true
		}
	}
	return ids, nil
}

// pairLine is a number of "compare --json".
type pairLine struct {
	Number        string `json:"number"`
	Where         string `json:"where"`
	Cell          string `json:"cell"`
	Row           int    `json:"row"`
	Location      string `json:"location"`
	WebexLocation string `json:"webex_location"`
	webexPart
	Code string `json:"code"`
}

// webexPart is what only Webex says of a number, empty for one that is not there.
type webexPart struct {
	State     string `json:"state"`
	Type      string `json:"type"`
	Usage     string `json:"usage"`
	Main      bool   `json:"main"`
	Owner     string `json:"owner"`
	OwnerType string `json:"owner_type"`
}

func webexPartOf(h *number.Held) webexPart {
	return webexPart{h.State.API(), h.Kind.API(), h.Usage.API(), h.Main, h.Owner.Name, h.Owner.Type}
}

// comparisonSummary is the last line of "compare --json".
type comparisonSummary struct {
	Summary       bool   `json:"summary"`
	File          string `json:"file"`
	Both          int    `json:"both"`
	OnlyFile      int    `json:"only_file"`
	Webex         int    `json:"webex"`
	OtherLocation int    `json:"other_location"`
	Inactive      int    `json:"inactive"`
	Assigned      int    `json:"assigned"`
}

func lineOfPair(p *compare.Pair) pairLine {
	l := pairLine{Number: p.Number.String(), Where: whereWord(p.Where)}
	if r := p.Row; r != nil {
		l.Cell, l.Row, l.Location = r.Cell(), int(r.Line), r.Location()
		if p.HasProblem() {
			l.Code = string(r.Code())
		}
	}
	if h := p.Held; h != nil {
		l.WebexLocation, l.webexPart = h.Location.Name, webexPartOf(h)
	}
	return l
}

func whereWord(w compare.Where) string {
	return [...]string{compare.Both: "both", compare.OnlyFile: "file", compare.OnlyWebex: "webex", compare.OtherLocation: "other_location"}[w]
}

func printComparison(k *console.Console, j *job, pairs []compare.Pair) error {
	counts, file := compare.Count(pairs), filepath.Base(j.table.Path)
	printed := printPairs
	if k.JSON {
		printed = printPairLines
	}
	if err := printed(k, pairs); err != nil {
		return err
	}
	var err error
	if k.JSON {
		err = k.PrintJSON(comparisonSummary{
			true, file, counts.Both, counts.OnlyFile, counts.OnlyWebex, counts.OtherLocation, counts.Inactive, counts.Assigned,
		})
	} else {
		err = k.PrintText(phrase.Text("cli.compare.summary", "File", file, "Both", counts.Both,
			"OnlyFile", counts.OnlyFile, "OnlyWebex", counts.OnlyWebex, "Other", counts.OtherLocation))
	}
	if err == nil && counts.Both < len(pairs) {
		return console.ErrProblems
	}
	return err
}

func printPairLines(k *console.Console, pairs []compare.Pair) error {
	return console.PrintEach(k, pairs, func(p *compare.Pair) any { return lineOfPair(p) })
}

// printPairs prints, for a person, what is not in both.
func printPairs(k *console.Console, pairs []compare.Pair) error {
	table := [][]string{{
		phrase.Text("columns.where"), phrase.Text("columns.number"), phrase.Text("columns.cell"), phrase.Text("columns.infile"),
		phrase.Text("columns.inwebex"), phrase.Text("columns.state"), phrase.Text("columns.owner"), phrase.Text("columns.remark"),
	}}
	for i := range pairs {
		p := &pairs[i]
		if p.Where == compare.Both {
			continue
		}
		l, state := lineOfPair(p), ""
		if p.Held != nil {
			state = phrase.State(p.Held.State)
		}
		table = append(table, []string{phrase.Whereabouts(p.Where), l.Number, l.Cell, l.Location, l.WebexLocation, state, l.Owner, phrase.Remark(p)})
	}
	if len(table) == 1 {
		return nil
	}
	return k.PrintTable(table)
}
